import * as z from "zod/mini";
import { WholeNumber } from "../../kernel/numbers.ts";
import { figures, fixedList, Nominee, nominees, Seats, Votes } from "./values.ts";

const strength = z.enum(["winning-votes", "margins", "ratio"]);
const Victory = z.strictObject({ winner: Nominee, loser: Nominee, strength: Votes });
const victories = fixedList(Victory, 1_000_000);

/** The steps of rules that compare nominees pair by pair. */
export const pairwiseSteps = {
  /** Every pair once: how many of all papers prefer the one, and how many the other. */
  PairsCompared: {
    nominees,
    seats: Seats,
    papers: Votes,
    pairs: fixedList(
      z.strictObject({ first: Nominee, second: Nominee, forFirst: Votes, forSecond: Votes }),
      1_000_000,
    ),
  },
  /** Copeland: points from pairs won, lost and drawn. `figuresOfBeaten`: the sum of the points of those beaten. */
  PairsWon: {
    variant: z.enum(["wins", "wins-minus-losses", "second-order"]),
    figures,
    figuresOfBeaten: z.optional(figures),
  },
  /** Minimax: a nominee's figure is the strongest opposition that it meets in any pair. */
  OppositionMeasured: { strength: z.enum(["winning-votes", "margins", "ratio", "pairwise-opposition"]) },
  /** Schulze: how strong the strongest path from one nominee to another is. */
  PathsMeasured: {
    strength,
    paths: fixedList(z.strictObject({ from: Nominee, to: Nominee, strength: Votes }), 1_000_000),
  },
  /** Ranked pairs: the victories from the strongest to the weakest, equal ones in one group. */
  VictoriesRanked: {
    strength,
    equalVictories: z.enum(["every-order", "together"]),
    groups: fixedList(victories, 1_000_000),
  },
  /** Ranked pairs: all orders of equal victories are followed to so many results; these are locked in all of them. */
  OrdersFollowed: { results: WholeNumber, lockedInAll: victories },
};
