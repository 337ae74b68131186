import { compare, type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { layers, verdictAbove } from "../above.ts";
import { oneOf } from "../grouping.ts";
import { outcomeOfResults } from "../results.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import { grouped, seatsFilled } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import type { Victory } from "./locked.ts";
import { committeesLocked } from "./locked-committees.ts";
import { lockInEveryOrder, lockTogether } from "./locking.ts";
import {
  type PairwiseOptions,
  pairsCompared,
  pairwise,
  type Strength,
  strengths,
  victories,
} from "./pairwise.ts";

export type RankedPairsOptions = PairwiseOptions & {
  /** By default `winning-votes`. */
  readonly strength?: Strength;
  /**
   * Victories of equal strength: locked in every order (the default), or `together`, which passes over all of them
   * that are part of a cycle with the locked ones.
   */
  readonly equalVictories?: "every-order" | "together";
  /** Whether, of two victories of equal strength, the one with fewer papers against it is stronger; by default not. */
  readonly fewerAgainstFirst?: boolean;
  /**
   * How many states with disputed victories are followed before the rest is left undecided; by default 4,096, fewer
   * with more than 17 nominees, and 8 with 80 or more. For who may be elected together a fourth of them are met again.
   */
  readonly branchesMax?: number;
};

/**
 * Ranked pairs (Tideman): victories are locked from the strongest to the weakest. A victory that would close a cycle
 * with those locked before is passed over. The locked victories rank the nominees.
 *
 * Ties: victories of equal strength are locked in every order. A nominee elected in all orders is elected; one elected
 * in some is undecided. With `tieOrder` there is one order: the winner who is first in it goes first, then the loser
 * who is last in it. With `equalVictories: "together"` no victory goes before another. Where there are more orders than
 * `branchesMax` allows, what is locked by then decides, the rest is undecided, and a step `BranchUnexplored` says so.
 * Source: T. N. Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4
 * (1987), 185-206; M. Brill, F. Fischer, The price of neutrality for the ranked pairs method, AAAI 2012, for
 * all orders.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * rankedPairs({ nominees: ["A", "B", "C"], seats: 1, papers }).order // [["B"], ["C"], ["A"]]
 */
export function rankedPairs(election: Election<RankedPaper>, options: RankedPairsOptions = {}): Count {
  const { tieOrder } = options;
  const strength = oneOf("strength", options.strength ?? "winning-votes", strengths);
  const equal = oneOf("equalVictories", options.equalVictories ?? "every-order", ["every-order", "together"]);
  const pairs = pairwise(election, options);
  const { nominees, seats } = pairs.field;
  const size = nominees.length;
  const { branchesMax = branchesMaxOf(size) } = options;
  const against = options.fewerAgainstFirst ? (a: number, b: number) => pairs.preferring(b, a) : () => 0n;
  const groups = byStrength(victories(pairs, strength), { nominees, against, tieOrder });
  const lockGroups = equal === "together" ? lockTogether : lockInEveryOrder;
  const { total: all, results, isCut } = lockGroups(groups, { size, seats, branchesMax });
  const inAll = (a: number, b: number) => all.above[a * size + b] === 1;
  const named = ({ winner, loser, strength }: Victory) => ({
    winner: nominees[winner] ?? "",
    loser: nominees[loser] ?? "",
    strength: fractionText(strength),
  });
  const steps: CountStep[] = [
    pairsCompared(pairs),
    {
      type: "VictoriesRanked",
      data: { strength, equalVictories: equal, groups: groups.map((group) => group.map(named)) },
    },
    {
      type: "OrdersFollowed",
      data: {
        results,
        lockedInAll: groups
          .flat()
          .filter(({ winner, loser }) => inAll(winner, loser))
          .map(named),
      },
    },
  ];
  if (isCut) steps.push({ type: "BranchUnexplored", data: { branchesMax } });
  if (results === 1 && !isCut) {
    const verdict = verdictAbove({ nominees, seats, above: inAll, tieOrder });
    return { rule: "ranked-pairs", ...verdict, explanation: [...steps, ...verdict.explanation] };
  }
  const outcome = outcomeOfResults(all, nominees, seats);
  const filled = seatsFilled(outcome);
  const totals = nominees.map((nominee, a) => ({
    nominee,
    votes: fraction(nominees.filter((_, b) => inAll(a, b)).length),
  }));
  const locking = { groups, size, seats, statesMax: isCut ? 0 : Math.ceil(branchesMax / 4) };
  return {
    rule: "ranked-pairs",
    outcome,
    ...committeesLocked(locking, { nominees, undecided: outcome.undecided }),
    order: layers(nominees, inAll),
    totals,
    rounds: [{ figures: totals, exhausted: zero, conclusions: [filled] }],
    explanation: [...steps, filled],
  };
}

/** A state costs about the fourth power of the nominees; so all of them together stay within a second. */
const branchesMaxOf = (size: number) => Math.min(4_096, Math.max(8, Math.floor(4e8 / size ** 4)));

function byStrength(
  direct: readonly Fraction[],
  {
    nominees,
    against,
    tieOrder,
  }: {
    nominees: readonly Nominee[];
    against: (winner: number, loser: number) => bigint;
    tieOrder: readonly Nominee[] | undefined;
  },
): Victory[][] {
  const place = new Map((tieOrder ?? []).map((nominee, index) => [nominee, index]));
  const placeOf = (index: number) => place.get(nominees[index] ?? "") ?? nominees.length;
  const size = nominees.length;
  const all = direct.flatMap((strength, cell) => {
    const [winner, loser] = [Math.floor(cell / size), cell % size];
    return compare(strength, zero) === 0
      ? []
      : [{ winner, loser, strength, against: against(winner, loser) }];
  });
  return grouped(all, (a, b) => {
    const stronger = compare(b.strength, a.strength);
    if (stronger !== 0) return stronger;
    if (a.against !== b.against) return a.against < b.against ? -1 : 1;
    return placeOf(a.winner) - placeOf(b.winner) || placeOf(b.loser) - placeOf(a.loser);
  });
}
