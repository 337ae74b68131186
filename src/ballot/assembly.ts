import { accept, reject, unless } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { recordedPapers } from "./canonical-paper.ts";
import { namedBy, objectionToDay } from "./chair.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import { objectionToTerms } from "./opening.ts";
import { rulesFrozen, runOffTermsFixed, votesBegun } from "./revision.ts";
import {
  eligibleCount,
  expectVoter,
  fixed,
  inVotes,
  isLate,
  isPresent,
  mark,
  objectionToVoter,
  presenceOf,
  principalsOf,
  quorumNeeded,
  type Roll,
  rollCount,
  voters,
  withoutProxy,
} from "./roll.ts";
import { type Ballot, courseOf, type Deciding, type Evolving, laterOf, type Voting } from "./state.ts";
import type { Terms } from "./terms.ts";

// The assembly, before the vote: the terms, who is in the room, who votes for whom, the quorum.

/** Units come and go until there is a result; whoever takes part in a vote is fixed when the vote opens. */
const untilResult = ["preparing", "voting", "closed", "unsealed", "discrepancy"] as const;

export const decideAssembly: Deciding<
  | "OpenBallot"
  | "ReviseBallot"
  | "CheckIn"
  | "RecordDeparture"
  | "AcceptProxy"
  | "WithdrawProxy"
  | "ConsultInWriting"
  | "OpenVoting"
> = {
  OpenBallot: during(["blank"], {
    already: (state, terms) => same(terms, state.terms),
    otherwise: () => ({ type: "BallotTaken", data: {} }),
    decide(_, terms) {
      const objection = objectionToTerms(terms);
      return objection ? reject(objection) : accept({ type: "BallotOpened", data: terms });
    },
  }),

  ReviseBallot: during(["preparing", "voting"], {
    already: (state, terms) => same(terms, state.terms),
    otherwise: rulesFrozen,
    decide(state, terms) {
      const objection = rulesFrozen(state) ?? runOffTermsFixed(state.terms, terms) ?? objectionToTerms(terms);
      return objection ? reject(objection) : accept({ type: "BallotRevised", data: terms });
    },
  }),

  CheckIn: during(untilResult, {
    already: ({ roll }, { unit }) => presenceOf(roll, unit).here,
    decide({ terms, roll }, { unit }) {
      const objection = objectionToVoter(terms, unit);
      if (objection) return reject(objection);
      const { holder, paper } = presenceOf(roll, unit);
      const arrived = { type: "UnitCheckedIn", data: { unit } } as const;
      // A unit in the room casts its own vote. Only a paper that was issued before stays with its holder.
      if (holder === undefined || paper !== undefined) return accept(arrived);
      const ground = "principalPresent";
      return accept<BallotEvent>(arrived, {
        type: "ProxyRevoked",
        data: { principal: unit, holder, ground },
      });
    },
  }),

  RecordDeparture: during(untilResult, {
    already: ({ terms, roll }, { unit }) =>
      objectionToVoter(terms, unit) === undefined && !presenceOf(roll, unit).here,
    decide({ terms, roll }, { unit: holder }) {
      const objection = objectionToVoter(terms, holder);
      if (objection) return reject(objection);
      const revoked = principalsOf(roll, holder)
        .filter((principal) => presenceOf(roll, principal).paper === undefined)
        .map((principal): BallotEvent => {
          return { type: "ProxyRevoked", data: { principal, holder, ground: "holderLeft" } };
        });
      return accept({ type: "UnitLeft", data: { unit: holder } }, ...revoked);
    },
  }),

  AcceptProxy: during(["preparing", "voting"], {
    already: ({ roll }, { principal, holder }) => presenceOf(roll, principal).holder === holder,
    decide(state, { principal, holder }) {
      const { terms, roll } = state;
      const objection =
        objectionToVoter(terms, principal) ??
        objectionToVoter(terms, holder) ??
        objectionToPrincipal(roll, principal, holder) ??
        objectionToHolder({ terms, roll }, principal, holder) ??
        objectionToBegun(state, principal);
      return objection ? reject(objection) : accept({ type: "ProxyAccepted", data: { principal, holder } });
    },
  }),

  WithdrawProxy: during(["preparing", "voting"], {
    decide({ terms, roll }, { principal }) {
      const { holder, paper } = presenceOf(roll, principal);
      const objection = objectionToVoter(terms, principal);
      if (objection) return reject(objection);
      if (holder === undefined) return accept();
      if (paper !== undefined) return reject({ type: "PaperAlreadyIssued", data: { unit: principal } });
      return accept({ type: "ProxyRevoked", data: { principal, holder, ground: "withdrawn" } });
    },
  }),

  ConsultInWriting: during(["preparing", "voting"], {
    already: ({ roll }, { unit }) => presenceOf(roll, unit).consulted,
    decide(state, { unit }) {
      const { terms, roll } = state;
      const objection = objectionToVoter(terms, unit);
      if (objection) return reject(objection);
      if (!terms.procedure.writtenVotes) return reject({ type: "WrittenVotesNotAllowed", data: {} });
      if (isPresent(roll, unit)) return reject({ type: "UnitPresent", data: { unit } });
      const tooLate = objectionToBegun(state, unit);
      if (tooLate) return reject(tooLate);
      return accept({ type: "UnitConsulted", data: { unit } });
    },
  }),

  OpenVoting: during(["preparing", "voting"], {
    already: (state, { openedOn }) =>
      state.status === "voting" &&
      state.openedOn === openedOn &&
      (votesBegun(state) > 0 || !voters(state.terms).some((unit) => isLate(state.roll, unit))),
    done: ({ openedOn }) => openedOn,
    decide(state, day) {
      const { terms } = state;
      const { present, byProxy, consulted } = rollCount({ terms, roll: fixed(terms, state.roll) });
      const eligible = eligibleCount(terms);
      const needed = quorumNeeded(terms.voting.quorum, eligible) ?? eligible;
      const figures = {
        ...{ eligible, present, needed },
        ...(byProxy !== undefined && { byProxy }),
        ...(consulted > 0 && { consulted }),
        ...inVotes(terms),
      };
      const objection = rulesFrozen(state) ?? objectionToDay(state, day.openedOn);
      if (present >= needed && present + consulted > 0)
        return unless(objection, { type: "VotingOpened", data: { ...figures, ...day } });
      if (state.status === "voting") return accept();
      return same(state.inquorate, figures) ? accept() : accept({ type: "QuorumNotReached", data: figures });
    },
  }),
};

export const evolveAssembly: Evolving<
  | "BallotOpened"
  | "BallotRevised"
  | "UnitCheckedIn"
  | "UnitLeft"
  | "ProxyAccepted"
  | "ProxyRevoked"
  | "UnitConsulted"
  | "QuorumNotReached"
  | "VotingOpened"
> = {
  BallotOpened: from(["blank"], (_, terms) => ({
    status: "preparing",
    terms,
    roll: new Map(),
    voting: emptyVoting(terms),
    certifications: 0,
    challenges: new Map(),
    ...namedBy(terms),
    openedOn: undefined,
    lastOn: undefined,
    climbs: { taken: [], lots: [], runOffs: [] },
  })),
  BallotRevised: from(["preparing", "voting"], (state, terms) => {
    if (rulesFrozen(state)) contradiction("the terms are fixed since the first vote");
    if (runOffTermsFixed(state.terms, terms))
      contradiction("a run-off keeps the terms that it was called on");
    return {
      ...courseOf(state),
      status: "preparing",
      terms,
      ...namedBy(terms),
      roll: onlyHere(state.roll, terms),
      voting: emptyVoting(terms),
    };
  }),
  UnitCheckedIn: from(untilResult, ({ terms, roll }, { unit }) => {
    expectVoter(terms, unit);
    if (presenceOf(roll, unit).here) contradiction(`unit ${JSON.stringify(unit)} is in the room already`);
    mark(roll, unit, { here: true });
  }),
  UnitLeft: from(untilResult, ({ roll }, { unit }) => {
    if (!presenceOf(roll, unit).here) contradiction(`unit ${JSON.stringify(unit)} is not in the room`);
    mark(roll, unit, { here: false });
  }),
  ProxyAccepted: from(["preparing", "voting"], ({ terms, roll }, { principal, holder }) => {
    for (const unit of [principal, holder]) expectVoter(terms, unit);
    const { holder: current } = presenceOf(roll, principal);
    if (current !== undefined) contradiction(`unit ${JSON.stringify(principal)} has a proxy already`);
    mark(roll, principal, { holder });
  }),
  ProxyRevoked: from(untilResult, ({ roll }, { principal, holder }) => {
    if (presenceOf(roll, principal).holder !== holder)
      contradiction(`unit ${JSON.stringify(holder)} holds no proxy of unit ${JSON.stringify(principal)}`);
    withoutProxy(roll, principal);
  }),
  UnitConsulted: from(["preparing", "voting"], ({ terms, roll }, { unit }) => {
    expectVoter(terms, unit);
    if (presenceOf(roll, unit).consulted) contradiction(`unit ${JSON.stringify(unit)} is consulted already`);
    mark(roll, unit, { consulted: true });
  }),
  QuorumNotReached: from(["preparing"], (state, figures) => {
    state.inquorate = figures;
  }),
  VotingOpened: from(["preparing", "voting"], (state, { openedOn }) => {
    if (votesBegun(state) > 0) contradiction("whoever takes part is fixed since the first vote");
    const lastOn = openedOn === undefined ? state.lastOn : laterOf(state.lastOn, openedOn);
    return {
      ...courseOf(state),
      ...{ status: "voting", openedOn, lastOn },
      roll: fixed(state.terms, state.roll),
    };
  }),
};

/** Whoever came to the room, or was asked in writing, only after the first vote takes no part in this one. */
function objectionToBegun(state: Begun<Ballot>, unit: UnitId): BallotRejection | undefined {
  const isOutside = presenceOf(state.roll, unit).takesPart === undefined;
  return isOutside && votesBegun(state) > 0 ? { type: "VoteBeganWithout", data: { unit } } : undefined;
}

/** What stands against a proxy for this principal: it is absent, has no paper yet and gave no other proxy. */
function objectionToPrincipal(roll: Roll, principal: UnitId, holder: UnitId): BallotRejection | undefined {
  const { holder: current, here, paper } = presenceOf(roll, principal);
  if (principal === holder) return { type: "ProxyToSelf", data: { unit: principal } };
  if (current !== undefined) return { type: "ProxyTaken", data: { principal, holder: current } };
  if (here) return { type: "UnitPresent", data: { unit: principal } };
  if (paper !== undefined) return { type: "PaperAlreadyIssued", data: { unit: principal } };
  return undefined;
}

/** What stands against a proxy with this holder: a proxy goes one hop, and a holder has at most `proxiesMax`. */
function objectionToHolder(
  { terms, roll }: { terms: Terms; roll: Roll },
  principal: UnitId,
  holder: UnitId,
): BallotRejection | undefined {
  if (presenceOf(roll, holder).holder !== undefined || principalsOf(roll, principal).length > 0)
    return { type: "ProxyChained", data: { principal, holder } };
  const { proxiesMax } = terms.voting;
  if (principalsOf(roll, holder).length >= proxiesMax)
    return { type: "TooManyProxies", data: { holder, proxiesMax } };
  return undefined;
}

function emptyVoting({ voting: { form, selection } }: Terms): Voting {
  if (selection === "consensus") return { form: "consensus", objections: [] };
  switch (form) {
    case "secret":
      return { form, deposited: undefined, papers: recordedPapers([]), reading: 1, tallies: new Map() };
    case "showOfHands":
      return { form, reading: 1, tallies: new Map() };
    case "rollCall":
      return { form, calls: new Map() };
  }
}

/** The units in the room that have a vote by the terms. Of everything else about them nothing is kept. */
function onlyHere(roll: Roll, terms: Terms): Roll {
  const here = voters(terms).filter((unit) => presenceOf(roll, unit).here);
  return new Map(here.map((unit) => [unit, { here: true, consulted: false, spoiled: 0 }]));
}
