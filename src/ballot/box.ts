import { accept, reject, unless } from "../kernel/decision.ts";
import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { canonicalPapers, objectionToPapers, recordedPapers } from "./canonical-paper.ts";
import { countedAgain, firstPapersIn, objectionToReading, recountDue } from "./counting-again.ts";
import { duringForm, fromForm } from "./form.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import type { PaperGroup, PaperGroupRead } from "./paper.ts";
import { discrepancyFound, papersApart, papersIn } from "./reconciliation.ts";
import type { Discrepancy } from "./result.ts";
import {
  expectVoter,
  mark,
  markVoted,
  objectionToVote,
  presenceOf,
  receiverOf,
  rollCount,
  votesOf,
} from "./roll.ts";
import { objectionToSignatures } from "./signatures.ts";
import { type Ballot, courseOf, type Deciding, type Evolving, type Voting } from "./state.ts";
import type { Terms } from "./terms.ts";

// The box of a secret ballot, from the first paper to the last recount. Papers go out by name and come back
// without one.

type Box = Extract<Voting, { form: "secret" }>;

export const decideBox: Deciding<
  "IssuePaper" | "ReplacePaper" | "CountDeposits" | "CloseBox" | "SealBox" | "OpenBox" | "RecountPapers"
> = {
  IssuePaper: duringForm(
    { secret: ["voting"] },
    {
      otherwise: boxIsClosed,
      decide({ terms, roll }, { unit }) {
        const objection = objectionToVote({ terms, roll }, unit);
        if (objection) return reject(objection);
        if (presenceOf(roll, unit).paper) return reject({ type: "PaperAlreadyIssued", data: { unit } });
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
      decide(state, { unit, spoiled }) {
        const { deposited } = state.voting;
        const { paper, holder = unit, spoiled: recorded } = presenceOf(state.roll, unit);
        if (paper === undefined) return reject({ type: "PaperNotIssued", data: { unit } });
        // A proxy whose paper is out stays with its holder, who received the paper.
        if (paper === "inRoom" && !presenceOf(state.roll, holder).here)
          return reject({ type: "UnitAbsent", data: { unit: holder } });
        if (spoiled < recorded)
          return reject({ type: "CountRunsBackwards", data: { given: spoiled, recorded } });
        if (spoiled > recorded + 1) return reject({ type: "CountLeaps", data: { given: spoiled, recorded } });
        if (deposited === rollCount(state).issued)
          return reject({ type: "AllPapersInBox", data: { deposited } });
        return accept({ type: "PaperReplaced", data: { unit, spoiled } });
      },
    },
  ),

  CountDeposits: duringForm(
    { secret: ["voting", "closed"] },
    {
      already: ({ voting }, { deposited }) => voting.deposited === deposited,
      decide(state, { deposited }) {
        const { issued } = rollCount(state);
        if (deposited > issued)
          return reject({ type: "MorePapersThanIssued", data: { papers: deposited, issued } });
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
        const { deposited } = state.voting;
        return accept({ type: "BoxClosed", data: { issued, ...(deposited !== undefined && { deposited }) } });
      },
    },
  ),

  SealBox: duringForm(
    { secret: ["closed"] },
    {
      already: ({ voting }, seal) => same(seal, voting.seal),
      decide(state, seal) {
        const { terms, voting } = state;
        if (voting.seal) return reject({ type: "SealTaken", data: { sealed: voting.seal.sealed } });
        const { issued } = rollCount(state);
        const { sealed: papers, signatories } = seal;
        if (papers > issued) return reject({ type: "MorePapersThanIssued", data: { papers, issued } });
        return unless(objectionToSignatures(terms, signatories), { type: "BoxSealed", data: seal });
      },
    },
  ),

  OpenBox: duringForm(
    { secret: ["closed"] },
    {
      already: (state, { papers }) => isAsRead(state, 1, papers),
      otherwise: recountDue,
      decide(state, { papers: read }) {
        const { terms } = state;
        const objection = notSealed(terms, state.voting) ?? objectionToPapers(terms, read);
        if (objection) return reject(objection);
        const papers = canonicalPapers(terms, read);
        return accept<BallotEvent>(
          { type: "BoxOpened", data: { papers } },
          ...discrepancyFound(1, boxAgainst(state, papers)),
        );
      },
    },
  ),

  RecountPapers: duringForm(
    { secret: ["discrepancy", "undecided", "decided", "certified"] },
    {
      already: (state, { reading, papers }) => reading > 1 && isAsRead(state, reading, papers),
      decide(state, { reading, papers: read, reason }) {
        const { terms, voting } = state;
        const due = voting.reading + 1;
        if (reading !== due) return reject({ type: "ReadingNotDue", data: { reading, due } });
        const wrong = objectionToPapers(terms, read);
        if (wrong) return reject(wrong);
        const papers = canonicalPapers(terms, read);
        const objection = objectionToReading(state, papers);
        if (objection) return reject(objection);
        const differs = papersApart(voting.papers, papers);
        return accept<BallotEvent>(
          { type: "PapersRecounted", data: { reading, papers, differs, reason } },
          ...discrepancyFound(reading, boxAgainst(state, papers)),
        );
      },
    },
  ),
};

export const evolveBox: Evolving<
  | "PaperIssued"
  | "PaperReplaced"
  | "DepositsCounted"
  | "BoxClosed"
  | "BoxSealed"
  | "BoxOpened"
  | "PapersRecounted"
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
  DepositsCounted: fromForm({ secret: ["voting", "closed"] }, (state, { deposited }) => {
    const { issued } = rollCount(state);
    if (deposited > issued) contradiction(`${deposited} papers were deposited, and ${issued} issued`);
    state.voting.deposited = deposited;
  }),
  BoxClosed: fromForm({ secret: ["voting"] }, (state) => ({ ...courseOf(state), status: "closed" })),
  BoxSealed: fromForm({ secret: ["closed"] }, ({ voting }, seal) => {
    if (voting.seal) contradiction("the box is sealed already");
    voting.seal = seal;
  }),
  BoxOpened: fromForm({ secret: ["closed"] }, (state, { papers }) => {
    if (notSealed(state.terms, state.voting)) contradiction("the box is not sealed");
    return { ...courseOf(state), ...unsealed(state, 1, papers) };
  }),
  PapersRecounted: fromForm(
    { secret: ["discrepancy", "undecided", "decided", "certified"] },
    (state, { reading, papers }) => {
      if (reading !== state.voting.reading + 1)
        contradiction(`reading ${reading} cannot follow reading ${state.voting.reading}`);
      return { ...countedAgain(state), ...unsealed(state, reading, papers) };
    },
  ),
};

/** The papers are read, and the tellers begin to count. */
function unsealed(state: Begun<Ballot> & { voting: Box }, reading: number, papers: PaperGroup[]) {
  const found = papersIn(papers);
  const isFirstCount = state.voting.deposited === undefined;
  const isConfirmed = isFirstCount || (reading > 1 && found === papersIn(state.voting.papers));
  const deposited = isConfirmed && found <= rollCount(state).issued ? found : state.voting.deposited;
  const { firstPapers: _, ...known } = state.voting;
  const read = { reading, papers: recordedPapers(papers), tallies: new Map() };
  const voting: Box = { ...known, ...firstPapersIn(state), ...read, deposited };
  return { status: "unsealed", voting } as const;
}

/** Whether this reading of the open box is the last one, and found these papers. */
function isAsRead(
  { status, terms, voting }: Begun<Ballot> & { voting: Box },
  reading: number,
  read: readonly PaperGroupRead[],
): boolean {
  const isOpen =
    status !== "preparing" && status !== "voting" && status !== "closed" && status !== "annulled";
  if (!isOpen || reading !== voting.reading || objectionToPapers(terms, read)) return false;
  return same(canonicalPapers(terms, read), voting.papers);
}

function boxIsClosed({ status, voting }: Begun<Ballot> & { voting: Box }): BallotRejection | undefined {
  if (status === "preparing" || status === "annulled") return undefined;
  const { deposited } = voting;
  return { type: "BoxIsClosed", data: { ...(deposited !== undefined && { deposited }) } };
}

function notSealed({ procedure }: Terms, { seal }: Box): BallotRejection | undefined {
  return procedure.sealed && !seal ? { type: "BoxNotSealed", data: {} } : undefined;
}

/**
 * A box that holds more papers than were issued has no result, however often it is read. One that holds more or fewer
 * than were counted into it has none until a second reading finds the same number: then the running count was wrong.
 * The count of a seal is none that runs: the papers found are as many as were sealed, or there is no result.
 */
function boxAgainst(
  state: Begun<Ballot> & { voting: Box },
  papers: readonly PaperGroup[],
): Discrepancy | undefined {
  const { issued } = rollCount(state);
  const found = papersIn(papers);
  if (found > issued) return { kind: "issued", issued, found };
  const { deposited, papers: before, seal } = state.voting;
  if (seal) return found === seal.sealed ? undefined : { kind: "seal", sealed: seal.sealed, found };
  const isConfirmed = state.status !== "closed" && found === papersIn(before);
  if (deposited === undefined || found === deposited || isConfirmed) return undefined;
  return { kind: "deposits", deposited, found };
}
