import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { AwardSubject } from "./award-id.ts";
import type { AwardCommand, AwardEvent, AwardRejection } from "./messages.ts";
import {
  type Award,
  considered,
  type Deciding,
  type EventData,
  type Evolving,
  granted,
  isOfSame,
  type Proposed,
  restsOn,
  subjectOf,
} from "./state.ts";
import { expectInOrder, objectionToBasis, objectionToDocument, settled, step } from "./step.ts";

// The proposal: made, withdrawn, made anew on another basis, and passed on to the heir of its unit.

type Proposal = EventData<"AwardProposed">;

export const decideProposal: Deciding<"ProposeAward" | "WithdrawProposal" | "TransferAward"> = {
  ProposeAward: during(["blank", "withdrawn", ...considered, ...granted], {
    already(state, { excludedBy: _, ...proposal }) {
      // On the day of its withdrawal and later it is proposed anew; an earlier day can only be the first proposal.
      const isWithdrawn = state.status === "withdrawn" && proposal.proposedOn >= state.lastOn;
      return !isWithdrawn && same(state.proposal, proposal);
    },
    otherwise: (state) => awardTaken(state),
    done: ({ proposedOn, submission, basis }) => [
      proposedOn,
      submission?.issuedOn,
      basis.kind === "decision" ? basis.decision.issuedOn : undefined,
    ],
    decide(state, { excludedBy, ...proposal }) {
      const objection = objectionToProposal(state, proposal) ?? objectionToHonour(proposal, excludedBy);
      if (objection) return reject(objection);
      const isGranted = state.status === "decided" || state.status === "conferred";
      const event: AwardEvent = isGranted
        ? { type: "BasisReplaced", data: proposal }
        : { type: "AwardProposed", data: proposal };
      return unless(
        objectionToDate(proposal.proposedOn, { earliest: proposableFrom(state, proposal) }),
        event,
      );
    },
  }),

  WithdrawProposal: step(considered, {
    event: (data) => ({ type: "AwardWithdrawn", data }),
    day: ({ withdrawnOn }) => withdrawnOn,
    evenVoid: true,
    evenSuspended: true,
  }),

  TransferAward: during([...considered, "decided"], {
    // Who has it already gets nothing, whatever else is said.
    already: ({ unit }, { to }) => unit === to,
    done: ({ transferredOn, decision }) => [transferredOn, decision.issuedOn],
    decide(state, { excludedBy, ...transfer }) {
      const { transferredOn, decision } = transfer;
      const objection =
        objectionToBasis(state) ??
        objectionToDocument(decision) ??
        objectionToHonour(state, excludedBy) ??
        objectionToDate(transferredOn, { earliest: laterOf(state.lastOn, decision.issuedOn) });
      return unless(objection, { type: "AwardTransferred", data: { from: state.unit, ...transfer } });
    },
  }),
};

export const evolveProposal: Evolving<
  "AwardProposed" | "AwardWithdrawn" | "BasisReplaced" | "AwardTransferred"
> = {
  AwardProposed: from(["blank", "withdrawn", ...considered], (state, data) => {
    if (state.status !== "blank") expectProposable(state, data);
    const last: AwardEvent = { type: "AwardProposed", data };
    const { proposedOn: lastOn, basis } = data;
    // What suspends the consideration of a unit is no matter of the basis.
    const suspended = state.status === "blank" ? undefined : state.suspended;
    const kept = suspended && { suspended };
    return { status: "proposed", ...subjectOf(data), basis, proposal: data, lastOn, last, ...kept };
  }),
  AwardWithdrawn: from(considered, (state, data) =>
    settled(state, "withdrawn", data.withdrawnOn, { type: "AwardWithdrawn", data }),
  ),
  BasisReplaced: from(granted, (state, data) => {
    expectProposable(state, data);
    const { confirmed: _, voided: __, ...rest } = state;
    const last: AwardEvent = { type: "BasisReplaced", data };
    return { ...rest, basis: data.basis, proposal: data, lastOn: data.proposedOn, last };
  }),
  AwardTransferred: from([...considered, "decided"], (state, data) => {
    const { from: unit, to, transferredOn } = data;
    if (unit !== state.unit) contradiction(`it is the award of ${state.unit}`);
    if (state.voided) contradiction("its basis is void");
    expectInOrder(state, transferredOn);
    const { suspended, ...rest } = state;
    // The end of the unit is settled by this; an investigation is not.
    const kept = suspended && suspended.ground !== "unitEnded" && { suspended };
    return {
      ...rest,
      ...kept,
      unit: to,
      lastOn: transferredOn,
      last: { type: "AwardTransferred", data },
    };
  }),
};

/** A proposal is made anew where it was withdrawn, or where its basis is void, for the same unit and honour. */
function objectionToProposal(state: Award, proposal: Proposal): AwardRejection | undefined {
  const { basis } = proposal;
  const objection = basis.kind === "decision" ? objectionToDocument(basis.decision) : undefined;
  if (state.status === "blank") return objection;
  if (!isProposable(state) || !isOfSame(state, proposal)) return awardTaken(state);
  return isVoidAgain(state, proposal) ? objectionToBasis(state) : objection;
}

const isProposable = ({ status, voided }: Proposed) => status === "withdrawn" || voided !== undefined;
const isVoidAgain = ({ voided }: Proposed, { basis }: Proposal) =>
  voided !== undefined && restsOn(basis, voided);

function expectProposable(state: Proposed, proposal: Proposal) {
  if (!isProposable(state)) contradiction("it is proposed already, and its basis holds");
  if (!isOfSame(state, proposal)) contradiction("it is the award of another unit or honour");
  if (isVoidAgain(state, proposal)) contradiction("its basis is void");
  expectInOrder(state, proposal.proposedOn);
}

/** Neither before the last step, nor before the decision that it rests on. */
function proposableFrom(state: Award, { basis }: Proposal): CivilDate | undefined {
  const decidedOn = basis.kind === "decision" ? basis.decision.issuedOn : undefined;
  return state.status === "blank" ? decidedOn : laterOf(state.lastOn, decidedOn);
}

function objectionToHonour(
  { honour }: Pick<AwardSubject, "honour">,
  excludedBy: DataOf<AwardCommand, "ProposeAward">["excludedBy"],
): AwardRejection | undefined {
  if (excludedBy.length === 0) return undefined;
  return { type: "AchievementAlreadyHonoured", data: { honour, excludedBy } };
}

function awardTaken({ unit, honour, season }: AwardSubject): AwardRejection {
  return { type: "AwardTaken", data: { unit, honour, season } };
}
