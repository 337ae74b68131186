import { decider } from "../kernel/decider.ts";
import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type Begun, type CommandRule, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
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

type Terms = { unit: UnitId; season: Season; honour: Honour; basis: ProposalBasis };
type Proposal = DataOf<AwardEvent, "AwardProposed">;
type Suspension = { ground: Ground; suspendedOn: CivilDate; reason: string };

/** One honour proposed for one unit: how far it has come, and the last step. */
export type Award =
  | { status: "blank" }
  | ({
      status: Exclude<AwardStatus, "blank">;
      /** The proposal as it was recorded last. */
      proposal: Proposal;
      /** The day of the last step: no later step may be dated before it. */
      lastOn: CivilDate;
      /** The last step as it was recorded: a command that repeats it changes nothing. */
      last: AwardEvent;
      suspended?: Suspension;
      recoveredOn?: CivilDate;
    } & Terms);

type Proposed = Begun<Award>;

/** A proposal in these statuses is not settled: it still waits for somebody to decide. */
const considered = ["proposed", "vetted", "returned", "approved"] as const;

/**
 * The award: proposed by the bloc, vetted or returned, approved or rejected by the council, decided by the
 * authority, conferred, and rarely revoked. Each is a fact of its own with its own document; none replaces another.
 */
export const award = /* @__PURE__ */ decider<Award, AwardCommand, AwardEvent, AwardRejection>({
  name: "Award",
  commands: AwardCommand,
  events: AwardEvent,
  rejections: AwardRejection,
  initialState: { status: "blank" },

  decide: {
    ProposeAward: during(["blank", "withdrawn"], {
      // A recount may elect the unit after all, so a withdrawn proposal can be made again, from that day on.
      already(state, { excludedBy: _, ...proposal }) {
        // On the day of its withdrawal and later it is proposed anew; an earlier day can only be the first proposal.
        const isWithdrawn = state.status === "withdrawn" && proposal.proposedOn >= state.lastOn;
        return !isWithdrawn && same(state.proposal, proposal);
      },
      otherwise: (state) => awardTaken(state),
      done: ({ proposedOn, submission }) => [proposedOn, submission?.issuedOn],
      decide(state, { excludedBy, ...proposal }) {
        if (state.status !== "blank" && !same(termsOf(state), termsOf(proposal)))
          return reject(awardTaken(state));
        const { honour } = proposal;
        if (excludedBy.length > 0)
          return reject({ type: "AchievementAlreadyHonoured", data: { honour, excludedBy } });
        const objection = state.status === "blank" ? undefined : objectionToOrder(state, proposal.proposedOn);
        return unless(objection, { type: "AwardProposed", data: proposal });
      },
    }),

    WithdrawProposal: step(considered, {
      event: (data) => ({ type: "AwardWithdrawn", data }),
      day: ({ withdrawnOn }) => withdrawnOn,
      evenSuspended: true,
    }),
    VetAward: step(["proposed"], {
      event: (data) => ({ type: "AwardVetted", data }),
      day: ({ vettedOn }) => vettedOn,
      documents: ({ document }) => [document],
    }),
    ReturnAward: step(["proposed", "vetted"], {
      event: (data) => ({ type: "AwardReturned", data }),
      day: ({ returnedOn }) => returnedOn,
    }),
    ResubmitAward: step(["returned"], {
      event: (data) => ({ type: "AwardResubmitted", data }),
      day: ({ resubmittedOn }) => resubmittedOn,
      documents: ({ submission }) => [submission],
    }),

    SuspendConsideration: during(considered, {
      already: ({ suspended }, suspension) => same(suspended, suspension),
      done: ({ suspendedOn }) => suspendedOn,
      decide: (state, data) =>
        unless(objectionToStep(state, data.suspendedOn), { type: "ConsiderationSuspended", data }),
    }),
    ResumeConsideration: step(considered, {
      event: (data) => ({ type: "ConsiderationResumed", data }),
      day: ({ resumedOn }) => resumedOn,
      objectionTo: (_, { suspended }) => (suspended ? undefined : { type: "AwardNotSuspended", data: {} }),
      evenSuspended: true,
    }),

    ApproveAward: step(["vetted"], {
      event: (data) => ({ type: "AwardApproved", data }),
      day: ({ decidedOn }) => decidedOn,
    }),
    RejectAward: step(["vetted"], {
      event: (data) => ({ type: "AwardRejected", data }),
      day: ({ decidedOn }) => decidedOn,
    }),
    DecideAward: step(["approved"], {
      event: (data) => ({ type: "AwardDecided", data }),
      day: ({ decision }) => decision.issuedOn,
      objectionTo: ({ decision }) => objectionToDocument(decision),
    }),
    ConferAward: step(["decided"], {
      event: (data) => ({ type: "AwardConferred", data }),
      day: ({ conferredOn }) => conferredOn,
    }),
    DeclineAward: step([...considered, "decided"], {
      event: (data) => ({ type: "AwardDeclined", data }),
      day: ({ declinedOn }) => declinedOn,
      evenSuspended: true,
    }),
    RevokeAward: step(["decided", "conferred"], {
      event: (data) => ({ type: "AwardRevoked", data }),
      day: ({ decision }) => decision.issuedOn,
      objectionTo: ({ decision }) => objectionToDocument(decision),
    }),
    RecordRecovery: step(["revoked"], {
      event: (data) => ({ type: "AwardRecovered", data }),
      day: ({ recoveredOn }) => recoveredOn,
      documents: ({ document }) => [document],
      objectionTo: (_, { recoveredOn }) =>
        recoveredOn === undefined ? undefined : { type: "AwardRecoveredAlready", data: { recoveredOn } },
    }),
  },

  evolve: {
    AwardProposed: from(["blank", "withdrawn"], (state, data) => {
      if (state.status !== "blank" && !same(termsOf(state), termsOf(data)))
        contradiction("it was withdrawn as another proposal");
      if (state.status !== "blank") expectInOrder(state, data.proposedOn);
      const { proposedOn: lastOn } = data;
      const last: AwardEvent = { type: "AwardProposed", data };
      return { status: "proposed", ...termsOf(data), proposal: data, lastOn, last };
    }),
    AwardWithdrawn: from(considered, (state, data) =>
      settled(state, "withdrawn", data.withdrawnOn, { type: "AwardWithdrawn", data }),
    ),
    AwardVetted: from(["proposed"], (state, data) =>
      stepped(state, "vetted", data.vettedOn, { type: "AwardVetted", data }),
    ),
    AwardReturned: from(["proposed", "vetted"], (state, data) =>
      stepped(state, "returned", data.returnedOn, { type: "AwardReturned", data }),
    ),
    AwardResubmitted: from(["returned"], (state, data) =>
      stepped(state, "proposed", data.resubmittedOn, { type: "AwardResubmitted", data }),
    ),
    ConsiderationSuspended: from(considered, (state, suspension) => {
      if (state.suspended) contradiction("consideration is suspended already");
      expectInOrder(state, suspension.suspendedOn);
      const last: AwardEvent = { type: "ConsiderationSuspended", data: suspension };
      return { ...state, suspended: suspension, lastOn: suspension.suspendedOn, last };
    }),
    ConsiderationResumed: from(considered, (state, data) => {
      if (!state.suspended) contradiction("consideration is not suspended");
      return settled(state, state.status, data.resumedOn, { type: "ConsiderationResumed", data });
    }),
    AwardApproved: from(["vetted"], (state, data) =>
      stepped(state, "approved", data.decidedOn, { type: "AwardApproved", data }),
    ),
    AwardRejected: from(["vetted"], (state, data) =>
      stepped(state, "rejected", data.decidedOn, { type: "AwardRejected", data }),
    ),
    AwardDecided: from(["approved"], (state, data) =>
      stepped(state, "decided", data.decision.issuedOn, { type: "AwardDecided", data }),
    ),
    AwardConferred: from(["decided"], (state, data) =>
      stepped(state, "conferred", data.conferredOn, { type: "AwardConferred", data }),
    ),
    AwardDeclined: from([...considered, "decided"], (state, data) =>
      settled(state, "declined", data.declinedOn, { type: "AwardDeclined", data }),
    ),
    AwardRevoked: from(["decided", "conferred"], (state, data) =>
      stepped(state, "revoked", data.decision.issuedOn, { type: "AwardRevoked", data }),
    ),
    AwardRecovered: from(["revoked"], (state, data) => {
      const { recoveredOn } = data;
      if (state.recoveredOn !== undefined) contradiction("it was recovered already");
      return { ...stepped(state, "revoked", recoveredOn, { type: "AwardRecovered", data }), recoveredOn };
    }),
  },
});

/**
 * What most steps have in common: a step comes once, in order of date, and not while consideration is suspended
 * unless it is `evenSuspended`. Neither its day nor a document that comes with it may lie ahead.
 */
function step<D>(
  allowed: readonly Proposed["status"][],
  {
    event,
    day,
    documents = () => [],
    objectionTo,
    evenSuspended = false,
  }: {
    event: (data: NoInfer<D>) => AwardEvent;
    day: (data: NoInfer<D>) => CivilDate;
    documents?: (data: NoInfer<D>) => readonly (DocumentRef | undefined)[];
    objectionTo?: (data: NoInfer<D>, state: Proposed) => AwardRejection | undefined;
    evenSuspended?: boolean;
  },
): CommandRule<Award, D, AwardEvent, AwardRejection> {
  return during(allowed, {
    already: (state, data) => same(state.last, event(data)),
    done: (data) => [day(data), ...documents(data).map((document) => document?.issuedOn)],
    decide(state, data) {
      const objection =
        objectionTo?.(data, state) ??
        (evenSuspended ? objectionToOrder(state, day(data)) : objectionToStep(state, day(data)));
      return unless(objection, event(data));
    },
  });
}

function objectionToStep(state: Proposed, day: CivilDate): AwardRejection | undefined {
  if (!state.suspended) return objectionToOrder(state, day);
  const { ground, suspendedOn } = state.suspended;
  return { type: "AwardSuspended", data: { ground, suspendedOn } };
}

function objectionToOrder({ lastOn }: Proposed, day: CivilDate): AwardRejection | undefined {
  return objectionToDate(day, { earliest: lastOn });
}

function objectionToDocument(document: DocumentRef): AwardRejection | undefined {
  return document.kind === "decision" ? undefined : { type: "NotADecision", data: { document } };
}

/** The state after a step that is impossible while consideration is suspended. */
function stepped(state: Proposed, status: Proposed["status"], lastOn: CivilDate, last: AwardEvent): Proposed {
  if (state.suspended) contradiction("consideration is suspended");
  return settled(state, status, lastOn, last);
}

/** For events: no later step is recorded, or the event cannot have happened. */
function expectInOrder({ lastOn }: Proposed, day: CivilDate) {
  if (day < lastOn) contradiction(`a step of ${lastOn} is recorded`);
}

/** The state after a step that ends a suspension, where there is one. */
function settled(state: Proposed, status: Proposed["status"], lastOn: CivilDate, last: AwardEvent): Proposed {
  expectInOrder(state, lastOn);
  const { suspended: _, ...rest } = state;
  return { ...rest, status, lastOn, last };
}

function awardTaken({ unit, honour, season }: Terms): AwardRejection {
  return { type: "AwardTaken", data: { unit, honour, season } };
}

const termsOf = ({ unit, season, honour, basis }: Terms): Terms => ({ unit, season, honour, basis });
