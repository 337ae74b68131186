import * as z from "zod/mini";
import { messages } from "../../kernel/messages.ts";
import { fixedList, Limit, Nominee, nominees, Seats, Votes } from "./values.ts";

const fields = fixedList(nominees, 20_000);

/**
 * A tie inside the count is broken: `picked` is excluded, or has its surplus transferred, first. `immaterial`: all
 * of the tied go, and the order changes nothing. `within`: figures count as level up to this distance.
 */
export const tieBroken = {
  action: z.enum(["exclude", "transfer"]),
  tied: nominees,
  picked: Nominee,
  by: z.enum(["earlierRound", "tieOrder", "immaterial"]),
  within: z.optional(Votes),
};

/** No valid paper names these nominees, so in a ballot they get no seat: it stays vacant. */
export const nobodyVotedFor = { nominees };

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
   * round; `ineligible`: cannot be elected; `belowShare`: less than the share that elects.
   */
  NomineesExcluded: {
    nominees,
    ground: z.enum(["lowest", "batch", "allTied", "tiedTogether", "minimum", "ineligible", "belowShare"]),
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

/** What a round by STV concludes. */
export const stvConclusions = {
  /** The votes that elect a nominee, from all papers that are not blank. */
  QuotaSet: { papers: Votes, blank: Votes, seats: Seats, quota: Votes },
  /**
   * `quota`: the votes reach it; `activeVote`: they reach the votes still in play, divided by one more than the open
   * seats; `lastVacancies`: no more continue than seats are open.
   */
  NomineeElected: {
    nominee: Nominee,
    votes: Votes,
    quota: Votes,
    ground: z.enum(["quota", "activeVote", "lastVacancies"]),
  },
  /**
   * `lowest`: the fewest votes; `sureLosers`: cannot reach the next any more; `undeclared`: written in, not
   * declared; `belowMinimum`: fewer votes than everybody needs once surpluses are transferred.
   */
  NomineeExcluded: {
    nominee: Nominee,
    votes: Votes,
    ground: z.enum(["lowest", "sureLosers", "undeclared", "belowMinimum"]),
  },
  /** All seats are filled. */
  NomineeNotElected: { nominee: Nominee, ground: z.enum(["seatsFilled"]) },
};

/**
 * A step that concludes something from the figures of a round: who is elected, who is excluded, how a tie is
 * broken.
 */
export const RoundConclusion = /* @__PURE__ */ messages({
  TieBroken: tieBroken,
  NobodyVotedFor: nobodyVotedFor,
  ...eliminationConclusions,
  ...stvConclusions,
});
export type RoundConclusion = z.infer<typeof RoundConclusion>;
