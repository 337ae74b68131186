import * as z from "zod/mini";
import { stvConclusions } from "./round-conclusion.ts";
import { BranchNumber, figures, fixedList, Limit, Nominee, nominees, Votes } from "./values.ts";

/** Equal papers of a pile: their value before and after, and to whom they go; `null` where they are exhausted. */
const transfer = {
  nominee: Nominee,
  votes: Votes,
  surplus: Votes,
  piles: fixedList(
    z.strictObject({
      papers: Votes,
      value: Votes,
      passedOn: Votes,
      to: fixedList(z.strictObject({ nominee: z.nullable(Nominee), papers: Votes })),
    }),
    1_000_000,
  ),
  lost: Votes,
};

/** The steps of the single transferable vote. */
export const stvSteps = {
  ...stvConclusions,
  /** The surplus of an elected nominee goes on: each paper at the value `passedOn`. `lost` by rounding. */
  SurplusTransferred: transfer,
  /**
   * The surplus of an elected nominee goes on in whole papers: of its `votes` papers in their order, `every` n-th.
   * `passedOver` were met and name nobody who can take them: they stay.
   */
  SurplusDrawn: {
    nominee: Nominee,
    votes: Votes,
    surplus: Votes,
    every: Limit,
    passedOver: Votes,
    to: fixedList(z.strictObject({ nominee: Nominee, papers: Votes })),
  },
  /** All papers of an excluded nominee go on at the value that they have. */
  PapersTransferred: transfer,
  /**
   * Meek and Warren: the figures with the keep factors. By Meek a factor is the part of a paper that a nominee keeps,
   * by Warren the most that a paper pays it.
   */
  KeepFactorsApplied: {
    figures,
    keepFactors: fixedList(z.strictObject({ nominee: Nominee, factor: Votes })),
    exhausted: Votes,
    lost: Votes,
    quota: Votes,
    surplus: Votes,
  },
  /** The count at the end of a round. Figures, exhausted and lost together are the papers counted. */
  RoundClosed: {
    figures,
    exhausted: Votes,
    lost: Votes,
    quota: Votes,
    elected: nominees,
    excluded: nominees,
  },
  /** Neither papers nor rule break the tie: each of the tied is picked in a branch of its own. */
  TieFollowed: {
    branch: BranchNumber,
    action: z.enum(["exclude", "transfer"]),
    tied: nominees,
    branches: fixedList(z.strictObject({ picked: Nominee, branch: BranchNumber })),
  },
  /**
   * Papers that stay the same when each of these nominees is replaced by another. Whoever can be elected, then, can be
   * so in the other's place, too; no branch shows it again.
   */
  ExchangesFound: { exchanges: fixedList(fixedList(z.strictObject({ nominee: Nominee, by: Nominee }))) },
  /** The steps that follow belong to this branch. */
  BranchFollowed: { branch: BranchNumber },
};
