import * as z from "zod/mini";
import { Base } from "../../vocabulary/threshold.ts";
import { figures, Nominee, nominees, Seats, Share, Votes } from "./values.ts";

const opinions = { nominee: Nominee, for: Votes, against: Votes, noOpinion: Votes };

/** What the places are for that a tie is about: the run-off, or the seat itself. */
const contest = z.enum(["runoff", "seat"]);

/** The steps of rules that add votes or points up once. */
export const voteSteps = {
  /** How many papers count, and how many of them keep nobody. */
  PapersCounted: { papers: Votes, blank: Votes },
  /** What shares are of, and the votes that the threshold asks for; absent where nobody can reach it. */
  BaseTaken: { of: Base, figure: Votes, valid: Votes, threshold: Share, votesNeeded: z.optional(Votes) },
  /** A nominee has the votes that the threshold asks for. For, against and no opinion together are the valid papers. */
  ThresholdMet: opinions,
  /** A nominee has too few votes for the threshold, and cannot be elected. */
  ThresholdMissed: opinions,
  /** STAR: the sums of scores of all who have no seat yet. */
  ScoresAdded: { figures },
  /**
   * STAR: one rung of the tiebreak protocol. `pairings`: pairings lost to others of the tied; `papers`: papers that
   * score one above the others; `sums`: sums of scores; `highestScores`: papers with the highest score. `advanced`
   * have a place, `left` are still tied.
   */
  TiebreakApplied: {
    contest,
    by: z.enum(["pairings", "papers", "sums", "highestScores", "tieOrder"]),
    places: Seats,
    figures,
    advanced: nominees,
    left: nominees,
  },
  /** STAR: the protocol has ended and several are still tied; each of them is followed. */
  TieUnbroken: { contest, tied: nominees, places: Seats },
};
