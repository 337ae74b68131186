import type { Election, RankedPaper } from "../rule.ts";
import { type ArithmeticOption, fixedPoint, withArithmetic } from "./arithmetic.ts";
import { countByMeek } from "./meek-count.ts";
import type { EqualRanks } from "./routes.ts";
import type { StvCount, StvOptions } from "./stv.ts";

export type MeekOptions = StvOptions & {
  /** By default nine decimals. */
  readonly arithmetic?: ArithmeticOption;
  /** Iteration ends once the surplus is below `1 / 10^omegaPlaces`; by default 6. */
  readonly omegaPlaces?: number;
  readonly equalRanks?: EqualRanks;
  /**
   * Defeat together, without waiting for the surplus to be spread, those who can no longer reach the next
   * above them.
   */
  readonly sureLosers?: boolean;
};

/**
 * Meek's method by the reference rule of the Proportional Representation Foundation: nine decimals, what a
 * nominee keeps is rounded up, omega is 0.000001. The quota falls as papers run out, and all surplus is
 * spread before anybody is defeated. A rank of several counts as all its permutations.
 *
 * Source: Reference Meek Rule, https://prfound.org/resources/reference/reference-meek-rule/, after I. D. Hill,
 * B. A. Wichmann and D. R. Woodall, "Algorithm 123", The Computer Journal 30 (1987), pp. 277-281.
 * Ties (T): a nominee within the surplus of the lowest is tied; the lot of `tieOrder` decides, else the count
 * follows every branch.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * referenceMeek({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function referenceMeek(election: Election<RankedPaper>, options: StvOptions = {}): StvCount {
  return countByMeek(election, options, {
    name: "reference-meek",
    arithmetic: fixedPoint(9),
    omegaPlaces: 6,
    rounding: "up",
    equalRanks: "permuted",
    recounts: false,
    branchCost: 1,
    sureLosers: false,
  });
}

/**
 * Meek's method in its general form. In decimals the quota is `votes / (seats + 1)` cut off plus one in the last
 * place, and reaching it elects; in fractions and guarded decimals it is exact, and exceeding it elects.
 *
 * Source and ties: as {@link referenceMeek}.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * meek({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function meek(election: Election<RankedPaper>, options: MeekOptions = {}): StvCount {
  const {
    arithmetic = { kind: "fixed", places: 9 },
    omegaPlaces = 6,
    equalRanks = "permuted",
    sureLosers = false,
  } = options;
  return withArithmetic(arithmetic, (numbers) =>
    countByMeek(election, options, {
      name: "meek",
      arithmetic: numbers,
      omegaPlaces,
      equalRanks,
      rounding: "down",
      recounts: true,
      branchCost: arithmetic.kind === "rational" ? 50 : 1,
      sureLosers,
    }),
  );
}
