import * as z from "zod/mini";
import { nobodyVotedFor, tieBroken } from "./round-conclusion.ts";
import { BranchNumber, figures, Limit, nominees, Seats, Votes } from "./values.ts";

/** The steps that rules of several families share. */
export const seatSteps = {
  /** What each nominee has, and how many seats the figures fill. `fewestFirst`: the lowest figures are the best. */
  FiguresCounted: { figures, seats: Seats, fewestFirst: z.boolean() },
  /** Several are level at the last seat: the frozen order, from first kept to last, decides among them. */
  TieOrderApplied: { tied: nominees, seats: Seats, tieOrder: nominees },
  TieBroken: tieBroken,
  /**
   * Ties have more branches than the count follows. What the branches followed so far do not settle stays undecided.
   * `elected` are elected in the branch already; `continuing` may still be.
   */
  BranchUnexplored: {
    branchesMax: Limit,
    branch: z.optional(BranchNumber),
    elected: z.optional(nominees),
    continuing: z.optional(nominees),
  },
  /**
   * A branch of a tie is not followed, because it changes nothing: whoever may still be elected in it, `continuing` or
   * `elected` already, is elected in another branch, and whoever is elected in all other branches is among its
   * `elected`.
   */
  BranchSettled: { branch: z.optional(BranchNumber), elected: nominees, continuing: nominees },
  /** A bar holds for the figures. `needed`: the votes that it asks for; absent where nobody can reach it. */
  ThresholdApplied: {
    figures,
    seats: Seats,
    needed: z.optional(Votes),
    passed: nominees,
    tieOrder: z.optional(nominees),
  },
  NobodyVotedFor: nobodyVotedFor,
  /** The conclusion of every count: who is elected, who is not, who is tied for how many seats, and what is vacant. */
  SeatsFilled: {
    elected: nominees,
    notElected: nominees,
    undecided: z.optional(z.strictObject({ tied: nominees, seats: Seats })),
    vacant: Seats,
  },
};
