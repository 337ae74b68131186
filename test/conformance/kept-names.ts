import type { Count, Nominee } from "../../src/counting/rule.ts";
import { approval, limited } from "../../src/counting/votes/approval.ts";
import { blockOnRankings } from "../../src/counting/votes/block-on-rankings.ts";
import { score } from "../../src/counting/votes/score.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { compared } from "./compare.ts";
import { contextOf, type Papers, papersIn, tieOrderOf } from "./papers.ts";

/** Approval voting: a paper keeps as many names as it likes. */
export const approvalCase: CaseRunner = (testCase) => counted(testCase, Number.POSITIVE_INFINITY);

/** Block vote: as many names as seats, unless the case gives a number. */
export const blockCase: CaseRunner = (testCase) => counted(testCase, namesMaxOf(testCase));

/** Limited vote: at most the case's number of names; a source with points lets a paper give several of them to one. */
export const limitedCase: CaseRunner = (testCase) => {
  const namesMax = namesMaxOf(testCase);
  return counted(testCase, namesMax, namesMax);
};

function counted(testCase: TallyCase, namesMax: number, scoreMax = 1) {
  const papers = papersIn(testCase, { scoreMax, namesMax });
  const count = countOf(testCase, papers, namesMax);
  return compared(testCase, count, contextOf(papers));
}

function countOf({ options, ballots }: TallyCase, papers: Papers, namesMax: number): Count {
  const { nominees, rankings, approvals, scores } = papers;
  const election = { nominees, seats: options.seats };
  const tieOrder: { tieOrder?: readonly Nominee[] } = tieOrderOf(options, nominees);
  if (ballots.some(({ ranking }) => ranking))
    return blockOnRankings({ ...election, papers: rankings }, { namesMax, ...tieOrder });
  if (ballots.some((ballot) => ballot.scores)) return score({ ...election, papers: scores }, tieOrder);
  if (namesMax === Number.POSITIVE_INFINITY) return approval({ ...election, papers: approvals }, tieOrder);
  return limited({ ...election, papers: approvals }, { namesMax, ...tieOrder });
}

function namesMaxOf({ options }: TallyCase): number {
  const { votesPerBallot, votekit } = options;
  const budget = typeof votekit === "object" && votekit !== null && "k" in votekit ? votekit.k : undefined;
  return Number(votesPerBallot ?? budget ?? options.seats);
}
