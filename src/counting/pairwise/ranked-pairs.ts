import { fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { layers, seatAbove, verdictAbove } from "../above.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import { grouped, outcomeOf } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { seatsFilled } from "../written.ts";
import { type PairwiseOptions, pairsCompared, pairwise, type Strength, victories } from "./pairwise.ts";

export type RankedPairsOptions = PairwiseOptions & {
  /** By default `winning-votes`. */
  readonly strength?: Strength;
  /**
   * Victories of equal strength: taken in every order (the default), or `together`, where all of them that are part
   * of a cycle of these and the locked ones are passed over.
   */
  readonly equalVictories?: "every-order" | "together";
  /** Whether of two victories of one strength the one with fewer papers against it is the stronger; by default not. */
  readonly fewerAgainstFirst?: boolean;
  /** How many states of the locking are followed at most before the rest is left undecided; by default 4,096. */
  readonly branchesMax?: number;
};

type Victory = {
  readonly winner: number;
  readonly loser: number;
  readonly strength: bigint;
  /** Papers against it, where they tell equal victories apart. */
  readonly against: bigint;
};

/** Who is above whom by what is locked so far, row by row, chains included. */
type Locked = Uint8Array;

/**
 * Ranked pairs (Tideman): victories are locked from the strongest to the weakest, passing over each that would
 * close a cycle with those locked before; whoever is above others by what is locked is ranked above them.
 *
 * Ties: victories of equal strength are taken in every order. Elected is who is so in all of them, undecided who is
 * in some. With `tieOrder` equal ones are taken in one order: first by the winner who is first in it, then by the
 * loser who is last in it. With `equalVictories: "together"` none of them is taken before another. Where the orders are more than `branchesMax` allows, what is locked up to there decides
 * and the rest is undecided, which the step `BranchUnexplored` says.
 * Source: T. N. Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4 (1987), 185-206;
 * M. Brill, F. Fischer, The price of neutrality for the ranked pairs method, AAAI 2012, for all orders.
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
  const { tieOrder, branchesMax = 4096 } = options;
  const strength = oneOf("strength", options.strength ?? "winning-votes", ["winning-votes", "margins"]);
  const equal = oneOf("equalVictories", options.equalVictories ?? "every-order", ["every-order", "together"]);
  const pairs = pairwise(election, options);
  const { nominees, seats } = pairs.field;
  const size = nominees.length;
  const against = options.fewerAgainstFirst ? (a: number, b: number) => pairs.preferring(b, a) : () => 0n;
  const groups = byStrength(victories(pairs, strength), { nominees, against, tieOrder });
  const { states, cut } =
    equal === "together" ? lockTogether(groups, size) : lockAll(groups, size, branchesMax);
  const inAll = (a: number, b: number) => states.every((locked) => locked[a * size + b] === 1);
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
        results: states.length,
        lockedInAll: groups
          .flat()
          .filter(({ winner, loser }) => inAll(winner, loser))
          .map(named),
      },
    },
  ];
  if (cut) steps.push({ type: "BranchUnexplored", data: { branchesMax } });
  if (states.length === 1) {
    const verdict = verdictAbove({ nominees, seats, above: inAll, tieOrder });
    return { rule: "ranked-pairs", ...verdict, explanation: [...steps, ...verdict.explanation] };
  }
  const outcome = outcomeOfAll(states, nominees, seats);
  const filled = seatsFilled(outcome);
  const totals = nominees.map((nominee, a) => ({
    nominee,
    votes: fraction(nominees.filter((_, b) => inAll(a, b)).length),
  }));
  return {
    rule: "ranked-pairs",
    outcome,
    order: layers(nominees, inAll),
    totals,
    rounds: [{ figures: totals, exhausted: zero, conclusions: [filled] }],
    explanation: [...steps, filled],
  };
}

function byStrength(
  strengths: readonly bigint[],
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
  const all = strengths.flatMap((strength, cell) => {
    const [winner, loser] = [Math.floor(cell / size), cell % size];
    return strength === 0n ? [] : [{ winner, loser, strength, against: against(winner, loser) }];
  });
  return grouped(all, (a, b) => {
    if (a.strength !== b.strength) return a.strength > b.strength ? -1 : 1;
    if (a.against !== b.against) return a.against < b.against ? -1 : 1;
    return placeOf(a.winner) - placeOf(b.winner) || placeOf(b.loser) - placeOf(a.loser);
  });
}

/** All results of locking the groups one after the other, each group in every order. */
function lockAll(groups: readonly Victory[][], size: number, branchesMax: number) {
  let states: Locked[] = [new Uint8Array(size * size)];
  let visits = 0;
  for (const group of groups) {
    const results = new Map<string, Locked>();
    const visited = new Set<string>();
    const open = states;
    while (open.length > 0) {
      const state = open.pop();
      if (state === undefined) break;
      const locked = lockUndisputed(state, group, size);
      const key = locked.join("");
      if (visited.has(key)) continue;
      visited.add(key);
      const disputed = group.filter((victory) => isOpen(locked, victory, size));
      if (disputed.length === 0) results.set(key, locked);
      else if (++visits > branchesMax) return { states: [...results.values(), locked, ...open], cut: true };
      for (const victory of disputed) open.push(lock(locked, victory, size));
    }
    states = [...results.values()];
  }
  return { states, cut: false };
}

function lockTogether(groups: readonly Victory[][], size: number) {
  const first: Locked = new Uint8Array(size * size);
  return {
    states: [groups.reduce((locked, group) => lockUndisputed(locked, group, size), first)],
    cut: false,
  };
}

/** Locks those of a group that can close no cycle, whatever else of the group is locked before. */
function lockUndisputed(state: Locked, group: readonly Victory[], size: number): Locked {
  let locked = state;
  const open = group.filter((victory) => isOpen(state, victory, size));
  let everything = state;
  for (const victory of open) everything = lock(everything, victory, size);
  for (const victory of open)
    if (everything[victory.loser * size + victory.winner] === 0) locked = lock(locked, victory, size);
  return locked;
}

function isOpen(locked: Locked, { winner, loser }: Victory, size: number): boolean {
  return locked[winner * size + loser] === 0 && locked[loser * size + winner] === 0;
}

/** With one victory more, and the chains that it completes. */
function lock(state: Locked, { winner, loser }: Victory, size: number): Locked {
  const locked = state.slice();
  for (let from = 0; from < size; from++) {
    if (from !== winner && state[from * size + winner] === 0) continue;
    for (let to = 0; to < size; to++)
      if (to === loser || state[loser * size + to] === 1) locked[from * size + to] = 1;
  }
  return locked;
}

/** Elected is who is in every result, not elected who is in none, undecided the rest. */
function outcomeOfAll(states: readonly Locked[], nominees: readonly Nominee[], seats: number) {
  const outcomes = states.map((locked) =>
    seatAbove(nominees, seats, (a, b) => locked[a * nominees.length + b] === 1),
  );
  const elected = nominees.filter((nominee) =>
    outcomes.every((outcome) => outcome.elected.includes(nominee)),
  );
  const notElected = nominees.filter((nominee) =>
    outcomes.every((outcome) => outcome.notElected.includes(nominee)),
  );
  const tied = nominees.filter((nominee) => !elected.includes(nominee) && !notElected.includes(nominee));
  return outcomeOf({ elected, notElected, tied, seats });
}
