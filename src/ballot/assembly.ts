import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { recordedPapers } from "./canonical-paper.ts";
import { chairMissing, namedBy, objectionToDay } from "./chair.ts";
import { objectionToSitting } from "./conference-room.ts";
import { objectionToTerms } from "./opening.ts";
import { quorumOf } from "./quorum.ts";
import { rulesFrozen, runOffTermsFixed, votesBegun } from "./revision.ts";
import { fixed, presenceOf, type Roll, voters, wouldOpenOtherwise } from "./roll.ts";
import {
  type Ballot,
  courseOf,
  type Deciding,
  type Evolving,
  laterOf,
  untilClosed,
  type Voting,
  votedUntilSigned,
} from "./state.ts";
import type { Terms } from "./terms.ts";

// The assembly, before the vote: the terms and the quorum.

export const decideAssembly: Deciding<"OpenBallot" | "ReviseBallot" | "OpenVoting" | "CorrectVotingDay"> = {
  OpenBallot: during(["blank"], {
    already: (state, terms) => same(terms, state.terms),
    done: annulledBefore,
    otherwise: () => ({ type: "BallotTaken", data: {} }),
    decide(_, terms) {
      const objection = objectionToTerms(terms);
      return objection ? reject(objection) : accept({ type: "BallotOpened", data: terms });
    },
  }),

  ReviseBallot: during(untilClosed, {
    already: (state, terms) => same(terms, state.terms),
    otherwise: rulesFrozen,
    done: annulledBefore,
    decide(state, terms) {
      const objection = rulesFrozen(state) ?? runOffTermsFixed(state.terms, terms) ?? objectionToTerms(terms);
      return objection ? reject(objection) : accept({ type: "BallotRevised", data: terms });
    },
  }),

  OpenVoting: during(untilClosed, {
    already: (state, { openedOn = state.openedOn }) =>
      state.status === "voting" &&
      state.openedOn === openedOn &&
      (votesBegun(state) > 0 || !wouldOpenOtherwise(state)),
    done: ({ openedOn }) => openedOn,
    decide(state, { openedOn = state.openedOn }) {
      const { terms } = state;
      const elsewhere = rulesFrozen(state) ?? objectionToSitting(state, openedOn);
      if (elsewhere?.type === "ConferenceNotOpen") return reject(elsewhere);
      const { isReached, figures } = quorumOf(terms, fixed(terms, state.roll));
      const objection = elsewhere ?? objectionToDay(state, openedOn) ?? chairMissing(state);
      if (isReached)
        return unless(objection, {
          type: "VotingOpened",
          data: { ...figures, ...(openedOn !== undefined && { openedOn }) },
        });
      if (state.status === "voting") return accept();
      return same(state.inquorate, figures) ? accept() : accept({ type: "QuorumNotReached", data: figures });
    },
  }),

  CorrectVotingDay: during(votedUntilSigned, {
    already: (state, { openedOn }) => state.openedOn === openedOn,
    done: ({ openedOn }) => openedOn,
    decide(state, { openedOn }) {
      const earliest = laterOf(state.openedAfter, state.sittingOn);
      const bounds = { earliest, latest: firstDayAfter(state) };
      return unless(objectionToDate(openedOn, bounds), { type: "VotingDayCorrected", data: { openedOn } });
    },
  }),
};

export const evolveAssembly: Evolving<
  "BallotOpened" | "BallotRevised" | "QuorumNotReached" | "VotingOpened" | "VotingDayCorrected"
> = {
  BallotOpened: from(["blank"], (_, terms) => ({
    status: "preparing",
    terms,
    roll: new Map(),
    voting: emptyVoting(terms),
    certifications: 0,
    challenges: new Map(),
    ...namedBy(terms),
    objections: [],
    openedOn: undefined,
    lastOn: annulledBefore(terms),
    climbs: { taken: [], lots: [], runOffs: [] },
  })),
  BallotRevised: from(untilClosed, (state, terms) => {
    if (rulesFrozen(state)) contradiction("the terms are fixed since the first vote");
    if (runOffTermsFixed(state.terms, terms))
      contradiction("a run-off keeps the terms that it was called on");
    // Another conference has another room.
    const isElsewhere = terms.conference !== state.terms.conference;
    const { conferenceOn, sittingOn: _, ...course } = courseOf(state);
    return {
      ...course,
      ...{ status: "preparing", terms, openedOn: undefined },
      ...(conferenceOn !== undefined && !isElsewhere && { conferenceOn }),
      lastOn: laterOf(state.lastOn, annulledBefore(terms)),
      ...namedBy(terms, state.chair),
      roll: isElsewhere ? new Map() : onlyHere(state.roll, terms),
      voting: emptyVoting(terms),
    };
  }),
  QuorumNotReached: from(["preparing"], (state, figures) => {
    state.inquorate = figures;
  }),
  VotingOpened: from(untilClosed, (state, { openedOn = state.openedOn }) => {
    if (votesBegun(state) > 0) contradiction("whoever takes part is fixed since the first vote");
    const { openedAfter: _, sittingOn: __, ...course } = courseOf(state);
    const openedAfter = state.status === "voting" ? state.openedAfter : state.lastOn;
    const sittingOn = state.conferenceOn;
    return {
      ...course,
      ...{ status: "voting", openedOn },
      ...(openedAfter !== undefined && { openedAfter }),
      ...(sittingOn !== undefined && { sittingOn }),
      roll: fixed(state.terms, state.roll),
    };
  }),
  VotingDayCorrected: from(votedUntilSigned, (state, { openedOn }) => {
    state.openedOn = openedOn;
  }),
};

/** The first day of what followed the vote: another chair, a decision of the chair, or a signed record. */
function firstDayAfter({
  chair,
  climbs,
  firstCertifiedOn,
  openedAfter = "",
}: Begun<Ballot>): CivilDate | undefined {
  const decided = climbs.taken.flatMap(({ by }) => (by.kind === "chairDecision" ? by.decidedOn : []));
  // A chair that was named before the vote is among the days that the vote was opened after.
  const named = chair?.namedOn !== undefined && chair.namedOn > openedAfter ? [chair.namedOn] : [];
  return [...named, ...decided, ...(firstCertifiedOn === undefined ? [] : [firstCertifiedOn])].sort()[0];
}

/** The day on which the ballot was annulled that this one repeats. */
function annulledBefore({ follows }: Terms): CivilDate | undefined {
  return follows?.kind === "revote" ? follows.annulledOn : undefined;
}

function emptyVoting({ voting: { form, selection } }: Terms): Voting {
  if (selection === "consensus") return { form: "consensus" };
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
