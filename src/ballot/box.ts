import { accept, reject } from "../kernel/decision.ts";
import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { canonicalPapers, objectionToPapers, recordedPapers } from "./canonical-paper.ts";
import { pending } from "./challenges.ts";
import { countedAgain } from "./counting-again.ts";
import { duringForm, fromForm } from "./form.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import type { PaperGroup } from "./paper.ts";
import { discrepancyFound, papersApart } from "./reconciliation.ts";
import type { Discrepancy } from "./result.ts";
import {
  expectVoter,
  mark,
  markVoted,
  mayVote,
  objectionToVoter,
  presenceOf,
  receiverOf,
  rollCount,
  votesOf,
} from "./roll.ts";
import { type Ballot, courseOf, type Deciding, type Evolving, type Voting } from "./state.ts";

// The box of a secret ballot, from the first paper to the last recount. Papers go out by name and come back
// without one.

type Box = Extract<Voting, { form: "secret" }>;

export const decideBox: Deciding<
  "IssuePaper" | "ReplacePaper" | "CountDeposits" | "CloseBox" | "OpenBox" | "RecountPapers"
> = {
  IssuePaper: duringForm(
    { secret: ["voting"] },
    {
      already: ({ roll }, { unit }) => presenceOf(roll, unit).paper !== undefined,
      otherwise: boxIsClosed,
      decide({ terms, roll }, { unit }) {
        const objection = objectionToVoter(terms, unit);
        if (objection) return reject(objection);
        if (!mayVote(roll, unit)) return reject({ type: "UnitAbsent", data: { unit } });
        const issued = votesOf(terms, [unit]);
        const receivedBy = receiverOf(roll, unit);
        return accept({ type: "PaperIssued", data: { unit, receivedBy, ...(issued > 1 && { issued }) } });
      },
    },
  ),

  ReplacePaper: duringForm(
    { secret: ["voting"] },
    {
      already: ({ roll }, { unit, spoiled }) => presenceOf(roll, unit).spoiled === spoiled,
      otherwise: boxIsClosed,
      decide({ roll }, { unit, spoiled }) {
        const { paper, spoiled: recorded } = presenceOf(roll, unit);
        if (paper === undefined) return reject({ type: "PaperNotIssued", data: { unit } });
        if (spoiled < recorded)
          return reject({ type: "CountRunsBackwards", data: { given: spoiled, recorded } });
        if (spoiled > recorded + 1) return reject({ type: "CountLeaps", data: { given: spoiled, recorded } });
        return accept({ type: "PaperReplaced", data: { unit, spoiled } });
      },
    },
  ),

  CountDeposits: duringForm(
    { secret: ["voting"] },
    {
      already: ({ voting }, { deposited }) => voting.deposited === deposited,
      otherwise: boxIsClosed,
      decide(state, { deposited }) {
        const { issued } = rollCount(state);
        const { deposited: recorded } = state.voting;
        if (deposited > issued)
          return reject({ type: "MorePapersThanIssued", data: { papers: deposited, issued } });
        if (deposited < recorded)
          return reject({ type: "CountRunsBackwards", data: { given: deposited, recorded } });
        return accept({ type: "DepositsCounted", data: { deposited } });
      },
    },
  ),

  CloseBox: duringForm(
    { secret: ["voting"] },
    {
      already: ({ status }) => status === "closed",
      decide(state) {
        const { issued } = rollCount(state);
        return accept({ type: "BoxClosed", data: { issued, deposited: state.voting.deposited } });
      },
    },
  ),

  OpenBox: duringForm(
    { secret: ["closed"] },
    {
      decide({ terms, voting }, { papers: read }) {
        const objection = objectionToPapers(terms, read);
        if (objection) return reject(objection);
        const papers = canonicalPapers(terms, read);
        return accept<BallotEvent>(
          { type: "BoxOpened", data: { papers } },
          ...discrepancyFound(1, depositsAgainst(voting, papers)),
        );
      },
    },
  ),

  RecountPapers: duringForm(
    { secret: ["discrepancy", "undecided", "decided", "certified"] },
    {
      decide(state, { reading, papers: read, reason }) {
        const { terms, voting } = state;
        const due = voting.reading + 1;
        if (reading !== due) return reject({ type: "ReadingNotDue", data: { reading, due } });
        const objection = objectionToPapers(terms, read);
        if (objection) return reject(objection);
        const papers = canonicalPapers(terms, read);
        const differs = papersApart(voting.papers, papers);
        if (state.status !== "discrepancy" && isOther(voting.papers, papers) && !isChallenged(state))
          return reject({ type: "NoChallengeUpheld", data: {} });
        return accept<BallotEvent>(
          { type: "PapersRecounted", data: { reading, papers, differs, reason } },
          ...discrepancyFound(reading, depositsAgainst(voting, papers)),
        );
      },
    },
  ),
};

export const evolveBox: Evolving<
  "PaperIssued" | "PaperReplaced" | "DepositsCounted" | "BoxClosed" | "BoxOpened" | "PapersRecounted"
> = {
  PaperIssued: fromForm({ secret: ["voting"] }, ({ terms, roll }, { unit }) => {
    expectVoter(terms, unit);
    if (presenceOf(roll, unit).paper) contradiction(`unit ${JSON.stringify(unit)} has its paper already`);
    markVoted(roll, unit);
  }),
  PaperReplaced: fromForm({ secret: ["voting"] }, ({ roll }, { unit, spoiled }) => {
    const { paper, spoiled: recorded } = presenceOf(roll, unit);
    if (!paper) contradiction(`unit ${JSON.stringify(unit)} has no paper`);
    if (spoiled !== recorded + 1) contradiction(`${spoiled} spoiled papers cannot follow ${recorded}`);
    mark(roll, unit, { spoiled });
  }),
  DepositsCounted: fromForm({ secret: ["voting"] }, ({ voting }, { deposited }) => {
    if (deposited <= voting.deposited)
      contradiction(`${deposited} deposited papers cannot follow ${voting.deposited}`);
    voting.deposited = deposited;
  }),
  BoxClosed: fromForm({ secret: ["voting"] }, (state) => ({ ...courseOf(state), status: "closed" })),
  BoxOpened: fromForm({ secret: ["closed"] }, (state, { papers }) => ({
    ...courseOf(state),
    ...unsealed(state.voting, 1, papers),
  })),
  PapersRecounted: fromForm(
    { secret: ["discrepancy", "undecided", "decided", "certified"] },
    (state, { reading, papers }) => {
      if (reading !== state.voting.reading + 1)
        contradiction(`reading ${reading} cannot follow reading ${state.voting.reading}`);
      return { ...countedAgain(state), ...unsealed(state.voting, reading, papers) };
    },
  ),
};

/** The papers are read, and the tellers begin to count. */
function unsealed(box: Box, reading: number, papers: PaperGroup[]) {
  const voting: Box = { ...box, reading, papers: recordedPapers(papers), tallies: new Map() };
  return { status: "unsealed", voting } as const;
}

/** Whether not one paper of a box was read before. It is another box, and not another reading. */
function isOther(before: readonly PaperGroup[], after: readonly PaperGroup[]): boolean {
  return papersApart(before, after) === papersIn(before) + papersIn(after) && papersIn(after) > 0;
}

const isChallenged = (state: Begun<Ballot>) => pending(state, true).length > 0;
const papersIn = (papers: readonly PaperGroup[]) => papers.reduce((sum, group) => sum + group.papers, 0);

function boxIsClosed({ status, voting }: Begun<Ballot> & { voting: Box }): BallotRejection | undefined {
  if (status === "preparing" || status === "annulled") return undefined;
  return { type: "BoxIsClosed", data: { deposited: voting.deposited } };
}

/** A box that holds more or fewer papers than were put into it has no result. */
function depositsAgainst({ deposited }: Box, papers: readonly PaperGroup[]): Discrepancy | undefined {
  const found = papersIn(papers);
  return found === deposited ? undefined : { kind: "deposits", deposited, found };
}
