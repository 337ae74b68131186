import type { Fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import type { Nominee } from "../rule.ts";
import type { CountStep } from "../steps/count-step.ts";

export type EliminationRules = {
  readonly seats: number;
  /**
   * The count ends when somebody has more than half; two are left; only the seats are left; all left have
   * this share.
   */
  readonly until: "majority" | "two-left" | "seats-left" | { readonly share: Fraction };
  /** What half, and a share, is of: the votes of the round, or those of the first round. */
  readonly of: "round" | "first-round";
  /**
   * Who goes at once: one; all whose votes together are below the next; all who have the fewest; all who have less than
   * the share.
   */
  readonly eliminate: "one" | "batch" | "all-tied" | "below-share";
  /** In the first round, all with fewer votes go at once. */
  readonly minimumVotes: Fraction;
  /** They cannot be elected, and go first. */
  readonly ineligible: readonly number[];
  /** Whether a tie for last goes by the votes of the round before, and so on back. */
  readonly lookBack: boolean;
  readonly tieOrder: readonly Nominee[] | undefined;
  /** The count stops after so many rounds. */
  readonly roundsMax: number;
  readonly branchesMax: number;
  /**
   * Whether the nominee that a paper counts for depends on the order of eliminations, or whether it may count for more
   * nominees when one is eliminated: then those tied for last are not eliminated together.
   */
  readonly historyMatters: boolean;
};

/** The rules of a count as its first step. */
export function rulesSet(
  nominees: readonly Nominee[],
  { until, minimumVotes, ineligible, tieOrder, roundsMax, ...rules }: EliminationRules,
): CountStep {
  return {
    type: "RulesSet",
    data: {
      ...rules,
      nominees,
      ...(typeof until === "object" ? { until: "share", share: fractionText(until.share) } : { until }),
      minimumVotes: fractionText(minimumVotes),
      ineligible: namesOf(nominees, ineligible),
      ...(tieOrder && { tieOrder }),
      ...(roundsMax < Number.MAX_SAFE_INTEGER && { roundsMax }),
    },
  };
}

/** A round about to be concluded. */
export type State = {
  readonly nominees: readonly Nominee[];
  readonly rules: EliminationRules;
  readonly continuing: readonly number[];
  readonly votes: readonly Fraction[];
  /** What half, and a share, is of. */
  readonly base: Fraction;
  /** Groups that went, the latest first. */
  readonly out: readonly (readonly number[])[];
  /** Votes of the rounds before, the latest first. */
  readonly before: readonly (readonly Fraction[])[];
  /** Who had a majority already, where the count goes on until two are left. */
  readonly winner: number | undefined;
};

export function namesOf(nominees: readonly Nominee[], indexes: readonly number[]): Nominee[] {
  return indexes.map((index) => nominees[index] ?? "");
}
