import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { type Deciding, type Evolving, type OpenPledge, termsOf } from "./state.ts";

// How an open pledge, a draft or a signed one, goes to another unit or ends without a verdict. A pledge is never
// without a unit: where its unit ends, it passes on, is withdrawn or is void.

export const decideEndings: Deciding<"TransferPledge" | "WithdrawPledge" | "VoidPledge" | "LapsePledge"> = {
  TransferPledge: during(["draft", "signed"], {
    already: ({ transfers }, transfer) => {
      const last = transfers.at(-1);
      return last !== undefined && same(last, { from: last.from, ...transfer });
    },
    done: ({ transferredOn, decision }) => [transferredOn, decision?.issuedOn],
    decide(state, transfer) {
      const { unit } = state;
      if (transfer.to === unit) return reject({ type: "PledgeTransferredToItself", data: { unit } });
      const objection = objectionToDate(transfer.transferredOn, { earliest: knownUntil(state) });
      return unless(objection, { type: "PledgeTransferred", data: { from: unit, ...transfer } });
    },
  }),

  WithdrawPledge: during(["draft", "signed"], {
    already: (state, { reason, withdrawnOn }) =>
      state.status === "withdrawn" && same([reason, withdrawnOn], [state.reason, state.withdrawnOn]),
    done: ({ withdrawnOn }) => withdrawnOn,
    decide(state, { reason, withdrawnOn }) {
      const objection = objectionToDate(withdrawnOn, { earliest: knownUntil(state), latest: state.dueOn });
      return unless(objection, { type: "PledgeWithdrawn", data: { reason, withdrawnOn } });
    },
  }),

  VoidPledge: during(["draft", "signed"], {
    already(state, voiding) {
      if (state.status !== "void") return false;
      const { ground, cause, voidedOn, note } = state;
      return same(voiding, { ground, cause, voidedOn, note });
    },
    done: ({ voidedOn }) => voidedOn,
    decide(state, voiding) {
      const objection = objectionToDate(voiding.voidedOn, { earliest: knownUntil(state) });
      return unless(objection, { type: "PledgeVoided", data: voiding });
    },
  }),

  LapsePledge: during(["draft", "signed"], {
    already: (state, { lapsedOn }) => state.status === "lapsed" && state.lapsedOn === lapsedOn,
    done: ({ lapsedOn }) => lapsedOn,
    decide(state, { lapsedOn }) {
      const { dueOn } = state;
      if (lapsedOn <= dueOn) return reject({ type: "PledgeNotDue", data: { dueOn } });
      const targets = reportedOn(state);
      if (targets.length > 0) return reject({ type: "PledgeReportedOn", data: { targets } });
      const objection = objectionToDate(lapsedOn, { earliest: knownUntil(state) });
      return objection ? reject(objection) : accept({ type: "PledgeLapsed", data: { lapsedOn } });
    },
  }),
};

export const evolveEndings: Evolving<
  "PledgeTransferred" | "PledgeWithdrawn" | "PledgeVoided" | "PledgeLapsed"
> = {
  PledgeTransferred: from(["draft", "signed"], (state, transfer) => {
    if (transfer.from !== state.unit)
      contradiction(`it is not the pledge of ${JSON.stringify(transfer.from)}`);
    if (transfer.to === state.unit) contradiction("the unit has the pledge already");
    state.unit = transfer.to;
    state.transfers.push(transfer);
  }),
  PledgeWithdrawn: from(["draft", "signed"], (state, { reason, withdrawnOn }) => ({
    ...termsOf(state),
    status: "withdrawn",
    reason,
    withdrawnOn,
  })),
  PledgeVoided: from(["draft", "signed"], (state, voiding) => ({
    ...termsOf(state),
    ...voiding,
    status: "void",
  })),
  PledgeLapsed: from(["draft", "signed"], (state, lapse) => {
    if (reportedOn(state).length > 0) contradiction("it was reported on");
    return { ...termsOf(state), ...lapse, status: "lapsed" };
  }),
};

/** The last day of what is known: the signature, and the transfers. Nothing that ends a pledge lies before it. */
function knownUntil(pledge: OpenPledge): CivilDate | undefined {
  const signed = pledge.status === "signed" ? [pledge.signedOn] : [];
  return [...signed, ...pledge.transfers.map(({ transferredOn }) => transferredOn)].toSorted().at(-1);
}

/** The targets of which anything was reported. */
const reportedOn = ({ targets }: OpenPledge) =>
  targets.filter(({ progress }) => progress.length > 0).map(({ target }) => target);
