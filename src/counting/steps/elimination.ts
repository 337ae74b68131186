import * as z from "zod";
import { figures, Limit, list, nominees, Seats, Votes } from "./values.ts";

const fields = list(nominees, 20_000);

/** What an elimination concludes from the figures of a round. */
export const eliminationConclusions = {
  /**
   * `majority`: more than half; `lastVacancies`: no more continue than seats are open; `share`: all who continue have
   * the share asked for; `moreOfTwo`: more votes than the only other nominee left.
   */
  NomineesElected: {
    nominees,
    ground: z.enum(["majority", "lastVacancies", "share", "moreOfTwo"]),
  },
  /**
   * `lowest`: the fewest votes; `batch`: together fewer votes than the next; `allTied`: all with the fewest;
   * `tiedTogether`: tied for last, and all of them go in any order; `minimum`: fewer than the minimum of the first
   * round; `ineligible`: cannot be elected.
   */
  NomineesExcluded: {
    nominees,
    ground: z.enum(["lowest", "batch", "allTied", "tiedTogether", "minimum", "ineligible"]),
  },
  /** Several have the fewest votes and nothing breaks the tie: the exclusion of each is followed. */
  ExclusionTied: { tied: nominees },
  /** The last two have the same votes. */
  LastTwoTied: { tied: nominees },
  /** All who continue have the same votes, and all of them would go at once. */
  AllTied: { tied: nominees },
  /** The count stops after so many rounds. */
  CountStopped: { roundsMax: Limit },
  /** Nobody has more than half. Who meets in the run-off; several fields where ties leave it open. */
  RunoffOrdered: { fields },
  /** So many run-offs are possible that none is counted: all who may be in one are undecided. */
  TooManyRunoffs: { fields },
  /** Who wins the run-off. Several `winners` are tied; `tied` have the same most votes before the frozen order. */
  RunoffDecided: { winners: nominees, tied: nominees },
};

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
    share: Votes.optional(),
    of: z.enum(["round", "first-round"]),
    eliminate: z.enum(["one", "batch", "all-tied"]),
    minimumVotes: Votes,
    ineligible: nominees,
    lookBack: z.boolean(),
    tieOrder: nominees.optional(),
    roundsMax: Limit.optional(),
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
    excluded: list(nominees),
    inactive: z
      .strictObject({
        choicesExhausted: Votes,
        overvoted: Votes,
        ranksSkipped: Votes,
        repeated: Votes,
        blank: Votes,
      })
      .optional(),
  },
  ...eliminationConclusions,
  /** The first preferences of a vote in two rounds, and what half is of. */
  FirstRoundCounted: {
    figures,
    exhausted: Votes,
    base: Votes,
    tiedForRunoff: z.enum(["all", "every-pair"]),
    tieOrder: nominees.optional(),
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
