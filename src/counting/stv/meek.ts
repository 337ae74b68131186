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

export type WarrenOptions = Omit<MeekOptions, "equalRanks">;

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
    keeps: "part",
    recounts: false,
    branchCost: 1,
    sureLosers: false,
  });
}

/**
 * Meek's method in its general form. In decimals the quota is `votes / (seats + 1)` cut off plus one in the last
 * place, and reaching it elects; in fractions and guarded decimals it is exact, and exceeding it elects.
 *
 * Papers with large equal ranks take long: what each of several elected nominees keeps of a rank depends on all the
 * others in it, and is worked out anew in every iteration, at a cost of the third power of their number. With 200
 * nominees, 50 seats, and 200 papers of ranks of up to 40 it takes one to two seconds, and with 100 seats seven; with
 * strict rankings, a third of a second.
 * So do many papers with many seats, since each passes all who are elected before it rests: 2,000 rankings of 50 nominees
 * for 30 seats take some seconds. A ballot does not open on terms by which so many could be cast.
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
  return iterative("meek", election, options, {
    arithmetic,
    omegaPlaces,
    sureLosers,
    equalRanks,
    keeps: "part",
  });
}

/**
 * Warren's method: as Meek's, but each elected nominee has a price, and a paper pays it to each whom it passes as
 * far as its weight goes, so that all who support one pay the same. A rank of several shares the weight evenly.
 * Prices begin at a whole vote and fall until each elected nominee has its quota.
 *
 * Source: C. H. E. Warren, "Counting in STV elections", Voting matters 1 (1994), pp. 12-13; I. D. Hill,
 * "Meek or Warren counting", in the same issue; I. D. Hill and C. H. E. Warren, "Meek versus Warren", Voting matters 20
 * (2005). Iteration and ties: as {@link meek}.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * warren({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function warren(election: Election<RankedPaper>, options: WarrenOptions = {}): StvCount {
  const { arithmetic = { kind: "fixed", places: 9 }, omegaPlaces = 6, sureLosers = false } = options;
  const keeping = { equalRanks: "divided", keeps: "price" } as const;
  return iterative("warren", election, options, { arithmetic, omegaPlaces, sureLosers, ...keeping });
}

function iterative(
  name: string,
  election: Election<RankedPaper>,
  options: StvOptions,
  {
    arithmetic,
    ...rule
  }: Required<Pick<MeekOptions, "arithmetic" | "omegaPlaces" | "sureLosers" | "equalRanks">> & {
    readonly keeps: "part" | "price";
  },
): StvCount {
  return withArithmetic(arithmetic, (numbers) =>
    countByMeek(election, options, {
      ...rule,
      name,
      arithmetic: numbers,
      rounding: "down",
      recounts: true,
      branchCost: arithmetic.kind === "rational" ? 50 : 1,
    }),
  );
}
