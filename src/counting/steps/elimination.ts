import * as z from "zod/mini";
import { eliminationConclusions } from "./round-conclusion.ts";
import { figures, fixedList, Limit, nominees, Seats, Votes } from "./values.ts";

/** The steps of counts in rounds from which the lowest are excluded, and of votes in rounds. */
export const eliminationSteps = {
  /**
   * The rules of the count. `until`: when it ends; `of`: what a majority or share is of; `eliminate`: who goes at
   * once; `lookBack`: earlier rounds break ties; `historyMatters`: what a paper counts for depends on the order of
   * exclusions. `roundsMax` is absent where rounds have no limit.
   */
  RulesSet: {
    nominees,
    seats: Seats,
    until: z.enum(["majority", "two-left", "seats-left", "share"]),
    share: z.optional(Votes),
    of: z.enum(["round", "first-round"]),
    eliminate: z.enum(["one", "batch", "all-tied", "below-share"]),
    minimumVotes: Votes,
    ineligible: nominees,
    lookBack: z.boolean(),
    tieOrder: z.optional(nominees),
    roundsMax: z.optional(Limit),
    branchesMax: Limit,
    historyMatters: z.boolean(),
  },
  /**
   * A round: the votes of all who continue, the weight that counts for nobody, what a majority is of, and the groups
   * excluded so far, the latest first. `inactive`: why papers count for nobody.
   */
  RoundCounted: {
    figures,
    exhausted: Votes,
    base: Votes,
    excluded: fixedList(nominees),
    inactive: z.optional(
      z.strictObject({
        choicesExhausted: Votes,
        overvoted: Votes,
        ranksSkipped: Votes,
        repeated: Votes,
        blank: Votes,
      }),
    ),
  },
  ...eliminationConclusions,
  /** The first preferences of a vote in two rounds, and what half is of. */
  FirstRoundCounted: {
    figures,
    exhausted: Votes,
    base: Votes,
    tiedForRunoff: z.enum(["all", "every-pair"]),
    tieOrder: z.optional(nominees),
  },
  /** The votes of a run-off. */
  RunoffCounted: { figures, exhausted: Votes },
  /** Seats are open after a round with a threshold: who is voted on next. A tie for the last place drops nobody. */
  NextRoundOrdered: {
    seats: Seats,
    field: nominees,
    dropped: nominees,
    tiedForLast: nominees,
    onFailure: z.enum(["drop-lowest", "restrict"]),
  },
};
