import { decider } from "../kernel/decider.ts";
import { accept, type Decision, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import {
  AwardCommand,
  AwardEvent,
  AwardRejection,
  type AwardStatus,
  type Ground,
  type ProposalBasis,
} from "./messages.ts";

type Suspension = { ground: Ground; suspendedOn: CivilDate; reason: string };

/** One honour proposed for one unit: who stands where, and what the last step said. */
export type Award =
  | { status: "blank" }
  | {
      status: Exclude<AwardStatus, "blank">;
      unit: UnitId;
      season: Season;
      honour: Honour;
      basis: ProposalBasis;
      /** The day of the last step: none may be dated before it. */
      lastOn: CivilDate;
      /** The last step as it was recorded, to know a repeated command by. */
      last: AwardEvent;
      suspended?: Suspension | undefined;
      recoveredOn?: CivilDate;
    };

/**
 * The award: proposed by the bloc, vetted or returned, approved or rejected by the council, decided by the
 * authority, conferred, and rarely revoked. Each is a fact of its own with its own document; none stands for another.
 */
export const award = /* @__PURE__ */ decider<Award, AwardCommand, AwardEvent, AwardRejection>({
  name: "Award",
  commands: AwardCommand,
  events: AwardEvent,
  rejections: AwardRejection,
  initialState: { status: "blank" },

  decide: {
    ProposeAward(state, { excludedBy, ...proposal }) {
      if (state.status !== "blank") {
        const { unit, season, honour, basis } = state;
        if (!same({ unit, season, honour, basis }, wordsOf(proposal)))
          return reject({ type: "AwardTaken", data: { unit, honour, season } });
        // A recount may elect the unit after all; the proposal that was withdrawn, sent again, is older than that.
        if (state.status !== "withdrawn" || proposal.proposedOn < state.lastOn) return accept();
      }
      if (excludedBy.length > 0) {
        return reject({ type: "AchievementAlreadyHonoured", data: { honour: proposal.honour, excludedBy } });
      }
      return accept({ type: "AwardProposed", data: proposal });
    },
    WithdrawProposal: (state, data) =>
      step(
        state,
        { type: "AwardWithdrawn", data },
        { on: data.withdrawnOn, from: considered, evenSuspended: true },
      ),
    VetAward: (state, data) =>
      step(state, { type: "AwardVetted", data }, { on: data.vettedOn, from: ["proposed"] }),
    ReturnAward: (state, data) =>
      step(state, { type: "AwardReturned", data }, { on: data.returnedOn, from: ["proposed", "vetted"] }),
    ResubmitAward: (state, data) =>
      step(state, { type: "AwardResubmitted", data }, { on: data.resubmittedOn, from: ["returned"] }),

    SuspendConsideration(state, suspension) {
      if (state.status !== "blank" && same(state.suspended, suspension)) return accept();
      return step(
        state,
        { type: "ConsiderationSuspended", data: suspension },
        { on: suspension.suspendedOn, from: considered },
      );
    },
    ResumeConsideration(state, data) {
      if (isLast(state, { type: "ConsiderationResumed", data })) return accept();
      if (state.status === "blank" || !state.suspended)
        return reject({ type: "AwardNotSuspended", data: {} });
      if (data.resumedOn < state.lastOn) return tooEarly(data.resumedOn, state.lastOn);
      return accept({ type: "ConsiderationResumed", data });
    },

    ApproveAward: (state, data) =>
      step(state, { type: "AwardApproved", data }, { on: data.decidedOn, from: ["vetted"] }),
    RejectAward: (state, data) =>
      step(state, { type: "AwardRejected", data }, { on: data.decidedOn, from: ["vetted"] }),

    DecideAward(state, { decision }) {
      if (decision.kind !== "decision") return reject({ type: "NotADecision", data: { document: decision } });
      return step(
        state,
        { type: "AwardDecided", data: { decision } },
        { on: decision.issuedOn, from: ["approved"] },
      );
    },
    ConferAward: (state, data) =>
      step(state, { type: "AwardConferred", data }, { on: data.conferredOn, from: ["decided"] }),
    DeclineAward: (state, data) =>
      step(
        state,
        { type: "AwardDeclined", data },
        { on: data.declinedOn, from: [...considered, "decided"], evenSuspended: true },
      ),

    RevokeAward(state, data) {
      if (data.decision.kind !== "decision")
        return reject({ type: "NotADecision", data: { document: data.decision } });
      return step(
        state,
        { type: "AwardRevoked", data },
        { on: data.decision.issuedOn, from: ["decided", "conferred"] },
      );
    },
    RecordRecovery: (state, data) =>
      step(state, { type: "AwardRecovered", data }, { on: data.recoveredOn, from: ["revoked"] }),
  },

  evolve: {
    AwardProposed(_, data) {
      const { unit, season, honour, basis } = wordsOf(data);
      const last: AwardEvent = { type: "AwardProposed", data };
      return { status: "proposed", unit, season, honour, basis, lastOn: data.proposedOn, last };
    },
    AwardWithdrawn: (state, data) =>
      stepped(state, "withdrawn", data.withdrawnOn, { type: "AwardWithdrawn", data }),
    AwardVetted: (state, data) => stepped(state, "vetted", data.vettedOn, { type: "AwardVetted", data }),
    AwardReturned: (state, data) =>
      stepped(state, "returned", data.returnedOn, { type: "AwardReturned", data }),
    AwardResubmitted: (state, data) =>
      stepped(state, "proposed", data.resubmittedOn, { type: "AwardResubmitted", data }),
    ConsiderationSuspended(state, data) {
      if (state.status === "blank") return;
      Object.assign(state, { suspended: data, lastOn: data.suspendedOn });
    },
    ConsiderationResumed(state, data) {
      if (state.status === "blank") return;
      delete state.suspended;
      Object.assign(state, { lastOn: data.resumedOn, last: { type: "ConsiderationResumed", data } });
    },
    AwardApproved: (state, data) =>
      stepped(state, "approved", data.decidedOn, { type: "AwardApproved", data }),
    AwardRejected: (state, data) =>
      stepped(state, "rejected", data.decidedOn, { type: "AwardRejected", data }),
    AwardDecided: (state, data) =>
      stepped(state, "decided", data.decision.issuedOn, { type: "AwardDecided", data }),
    AwardConferred: (state, data) =>
      stepped(state, "conferred", data.conferredOn, { type: "AwardConferred", data }),
    AwardDeclined: (state, data) =>
      stepped(state, "declined", data.declinedOn, { type: "AwardDeclined", data }),
    AwardRevoked: (state, data) =>
      stepped(state, "revoked", data.decision.issuedOn, { type: "AwardRevoked", data }),
    AwardRecovered(state, data) {
      if (state.status === "blank") return;
      Object.assign(state, {
        recoveredOn: data.recoveredOn,
        lastOn: data.recoveredOn,
        last: { type: "AwardRecovered", data },
      });
    },
  },
});

/** The states in which somebody still has to make up his mind. */
const considered: AwardStatus[] = ["proposed", "vetted", "returned", "approved"];

/** What every step has in common: it comes once, from the right state, not suspended, and in order of date. */
function step(
  state: Award,
  event: AwardEvent,
  { on, from, evenSuspended = false }: { on: CivilDate; from: AwardStatus[]; evenSuspended?: boolean },
): Decision<AwardEvent, AwardRejection> {
  if (isLast(state, event)) return accept();
  if (state.status === "blank" || !from.includes(state.status)) {
    return reject({ type: "AwardInWrongState", data: { status: state.status, allowed: from } });
  }
  if (state.suspended && !evenSuspended) {
    const { ground, suspendedOn } = state.suspended;
    return reject({ type: "AwardSuspended", data: { ground, suspendedOn } });
  }
  return on < state.lastOn ? tooEarly(on, state.lastOn) : accept(event);
}

function stepped(
  state: Award,
  status: Exclude<AwardStatus, "blank">,
  lastOn: CivilDate,
  last: AwardEvent,
): Award {
  if (state.status === "blank") return state;
  // Only declining and withdrawing are allowed under suspension, and they leave nothing to be considered.
  const { suspended: _, ...settled } = state;
  return { ...settled, status, lastOn, last };
}

function isLast(state: Award, event: AwardEvent): boolean {
  return state.status !== "blank" && same(state.last, event);
}

function tooEarly(date: CivilDate, notBefore: CivilDate) {
  return reject({ type: "AwardStepTooEarly", data: { date, notBefore } } as const);
}

function wordsOf<T extends { unit: UnitId; season: Season; honour: Honour; basis: ProposalBasis }>(
  proposal: T,
) {
  const { unit, season, honour, basis } = proposal;
  return { unit, season, honour, basis };
}
