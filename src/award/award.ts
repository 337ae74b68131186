import { decider } from "../kernel/decider.ts";
import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { decideBasis, evolveBasis } from "./basis.ts";
import { AwardCommand, AwardEvent, AwardRejection } from "./messages.ts";
import { decideProposal, evolveProposal } from "./proposal.ts";
import { type Award, considered, grantableFrom, granted, type Proposed } from "./state.ts";
import { expectInOrder, objectionToDocument, objectionToFinality, settled, step, stepped } from "./step.ts";

/**
 * The award: proposed by the bloc, vetted or returned, approved or rejected by the council, decided by the
 * authority, conferred, and rarely revoked. Each is a fact of its own with its own document; none replaces another. It is
 * decided once the result that it rests on is final; where that result becomes void, it goes no further.
 */
export const award = /* @__PURE__ */ decider<Award, AwardCommand, AwardEvent, AwardRejection>({
  name: "Award",
  commands: AwardCommand,
  events: AwardEvent,
  rejections: AwardRejection,
  initialState: { status: "blank" },

  decide: {
    ...decideProposal,
    ...decideBasis,

    SubmitDossier: step(["proposed"], {
      event: (data) => ({ type: "DossierSubmitted", data }),
      day: ({ submittedOn }) => submittedOn,
      documents: ({ submission }) => [submission],
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

    // A unit comes under investigation, or clears itself, whatever becomes of the basis.
    SuspendConsideration: during(considered, {
      already: ({ suspended }, suspension) => same(suspended, suspension),
      done: ({ suspendedOn }) => suspendedOn,
      decide({ suspended, lastOn }, data) {
        if (suspended) {
          const { ground, suspendedOn } = suspended;
          return reject({ type: "AwardSuspended", data: { ground, suspendedOn } });
        }
        const objection = objectionToDate(data.suspendedOn, { earliest: lastOn });
        return unless(objection, { type: "ConsiderationSuspended", data });
      },
    }),
    ResumeConsideration: step(considered, {
      event: (data) => ({ type: "ConsiderationResumed", data }),
      day: ({ resumedOn }) => resumedOn,
      objectionTo: ({ suspended }) => (suspended ? undefined : { type: "AwardNotSuspended", data: {} }),
      evenVoid: true,
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
    DecideAward: step(["proposed", "vetted", "approved"], {
      event: (data) => ({ type: "AwardDecided", data }),
      day: ({ decision }) => decision.issuedOn,
      otherwise: objectionToApproval,
      objectionTo: (state, { decision }) =>
        objectionToApproval(state) ?? objectionToDocument(decision) ?? objectionToFinality(state),
      earliest: grantableFrom,
    }),
    PublishAward: step(granted, {
      event: (data) => ({ type: "AwardPublished", data }),
      day: ({ publishedOn }) => publishedOn,
      documents: ({ document }) => [document],
      objectionTo: ({ publishedOn }) =>
        publishedOn === undefined ? undefined : { type: "AwardPublishedAlready", data: { publishedOn } },
    }),
    ConferAward: step(["decided"], {
      event: (data) => ({ type: "AwardConferred", data }),
      day: ({ conferredOn }) => conferredOn,
      objectionTo: objectionToFinality,
      earliest: grantableFrom,
    }),
    DeclineAward: step([...considered, "decided"], {
      event: (data) => ({ type: "AwardDeclined", data }),
      day: ({ declinedOn }) => declinedOn,
      evenVoid: true,
      evenSuspended: true,
    }),
    RevokeAward: step(granted, {
      event: (data) => ({ type: "AwardRevoked", data }),
      day: ({ decision }) => decision.issuedOn,
      objectionTo: (_, { decision }) => objectionToDocument(decision),
      evenVoid: true,
      evenSuspended: true,
    }),
    RecordRecovery: step(["revoked"], {
      event: (data) => ({ type: "AwardRecovered", data }),
      day: ({ recoveredOn }) => recoveredOn,
      documents: ({ document }) => [document],
      objectionTo: ({ recoveredOn }) =>
        recoveredOn === undefined ? undefined : { type: "AwardRecoveredAlready", data: { recoveredOn } },
      evenVoid: true,
      evenSuspended: true,
    }),
  },

  evolve: {
    ...evolveProposal,
    ...evolveBasis,

    DossierSubmitted: from(["proposed"], (state, data) =>
      stepped(state, "proposed", data.submittedOn, { type: "DossierSubmitted", data }),
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
    AwardDecided: from(["proposed", "vetted", "approved"], (state, data) => {
      if (objectionToApproval(state)) contradiction("the council has not approved it");
      expectFinal(state, data.decision.issuedOn);
      return stepped(state, "decided", data.decision.issuedOn, { type: "AwardDecided", data });
    }),
    AwardPublished: from(granted, (state, data) => {
      const { publishedOn } = data;
      if (state.publishedOn !== undefined) contradiction("it was published already");
      return {
        ...stepped(state, state.status, publishedOn, { type: "AwardPublished", data }),
        publishedOn,
      };
    }),
    AwardConferred: from(["decided"], (state, data) => {
      expectFinal(state, data.conferredOn);
      return stepped(state, "conferred", data.conferredOn, { type: "AwardConferred", data });
    }),
    AwardDeclined: from([...considered, "decided"], (state, data) =>
      settled(state, "declined", data.declinedOn, { type: "AwardDeclined", data }),
    ),
    AwardRevoked: from(granted, (state, data) =>
      settled(state, "revoked", data.decision.issuedOn, { type: "AwardRevoked", data }),
    ),
    AwardRecovered: from(["revoked"], (state, data) => {
      const { recoveredOn } = data;
      if (state.recoveredOn !== undefined) contradiction("it was recovered already");
      return { ...settled(state, "revoked", recoveredOn, { type: "AwardRecovered", data }), recoveredOn };
    }),
  },
});

/** The authority decides what the council approved. A unit that the authority itself named needs nobody's approval. */
function objectionToApproval({ status, basis }: Proposed): AwardRejection | undefined {
  if (status === "approved" || basis.kind === "decision") return undefined;
  return { type: "WrongState", data: { aggregate: "Award", status, allowed: ["approved"] } };
}

/** For events: the result that the award rests on was final by that day, where it has to be. */
function expectFinal(state: Proposed, day: string) {
  if (objectionToFinality(state)) contradiction("the result that it rests on is not final");
  if (day < grantableFrom(state)) contradiction("the result that it rests on became final later");
}
