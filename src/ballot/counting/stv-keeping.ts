import { weightAt } from "./grouping.ts";
import { type Rankings, rankEnd } from "./rankings.ts";
import type { Arithmetic, Rounding } from "./stv-arithmetic.ts";

/** How a rank of several is counted: as all its permutations in equal parts, or divided, each part going its own way. */
export type EqualRanks = "permuted" | "divided";

/** Papers that go the same way as long as nobody's standing changes: the ranks that they come by, nobody excluded in them. */
export type Route = { readonly ranks: readonly (readonly number[])[]; readonly papers: bigint };

/**
 * The papers by the way that they go: past everybody who keeps a part, up to the first who keeps all. That is a
 * few ways, however many kinds of paper there are.
 */
export function routesOf(
  { marks, starts, kinds, weights }: Rankings,
  { takesPart, keepsAll, equalRanks }: { takesPart: (nominee: number) => boolean; keepsAll: (nominee: number) => boolean; equalRanks: EqualRanks },
): Route[] {
  const routes = new Map<string, { ranks: number[][]; papers: bigint; kinds: number[] }>();
  for (let kind = 0; kind < kinds; kind++) {
    const ranks: number[][] = [];
    let key = "";
    let rank: number[] = [];
    for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++) {
      const nominee = marks[at] ?? rankEnd;
      if (nominee !== rankEnd) {
        if (takesPart(nominee)) rank.push(nominee);
        continue;
      }
      if (rank.length === 0) continue;
      ranks.push(rank);
      key += `${rank.join("=")}>`;
      if (equalRanks === "permuted" ? rank.some(keepsAll) : rank.every(keepsAll)) break;
      rank = [];
    }
    const route = routes.get(key);
    if (route) route.kinds.push(kind);
    else routes.set(key, { ranks, papers: 0n, kinds: [kind] });
  }
  return [...routes.values()].map(({ ranks, kinds: along }) => ({
    ranks,
    papers: along.reduce((sum, kind) => sum + weightAt(weights, kind), 0n),
  }));
}

export type Kept<V> = { readonly votes: V[]; readonly exhausted: V; readonly lost: V };

/** Hands out the papers: each nominee on a way keeps the part that the keep factor says, the rest goes on. */
export function keptBy<V>(
  routes: readonly Route[],
  keep: readonly V[],
  { arithmetic, rounding, equalRanks }: { arithmetic: Arithmetic<V>; rounding: Rounding; equalRanks: EqualRanks },
): Kept<V> {
  const { zero, one, of, plus, minus, multiple, product, quotient, compare } = arithmetic;
  const votes = keep.map(() => zero);
  let exhausted = zero;
  let lost = zero;
  const give = (nominee: number, value: V, papers: bigint) => {
    votes[nominee] = plus(votes[nominee] as V, multiple(value, papers));
  };
  const keepOf = (nominee: number) => keep[nominee] as V;

  /** One weight at one rank: what goes on, in as many parts as it falls into. */
  const pass = (rank: readonly number[], weight: V, papers: bigint): [V, bigint][] => {
    const [only] = rank;
    if (rank.length === 1 && only !== undefined) {
      const part = product(weight, keepOf(only), rounding);
      give(only, part, papers);
      return [[minus(weight, part), papers]];
    }
    if (equalRanks === "divided") {
      const share = quotient(weight, of(BigInt(rank.length)), "down");
      lost = plus(lost, multiple(minus(weight, multiple(share, BigInt(rank.length))), papers));
      return rank.map((nominee) => {
        const part = product(share, keepOf(nominee), rounding);
        give(nominee, part, papers);
        return [minus(share, part), papers];
      });
    }
    let rest = weight;
    let passed = weight;
    permutedShares(rank.map(keepOf), arithmetic).forEach((share, place) => {
      const part = product(weight, share, "down");
      give(rank[place] ?? 0, part, papers);
      rest = minus(rest, part);
    });
    for (const nominee of rank) passed = product(passed, minus(one, keepOf(nominee)), "down");
    lost = plus(lost, multiple(minus(rest, passed), papers));
    return [[passed, papers]];
  };

  for (const { ranks, papers } of routes) {
    let weights: [V, bigint][] = [[one, papers]];
    for (const rank of ranks) {
      const passed = weights.flatMap(([weight, times]) => pass(rank, weight, times));
      weights = merged(passed.filter(([weight]) => compare(weight, zero) !== 0), arithmetic);
    }
    for (const [weight, times] of weights) exhausted = plus(exhausted, multiple(weight, times));
  }
  return { votes, exhausted, lost };
}

/** Equal weights together: parts of equal ranks often have equal weights, and go on alike. */
function merged<V>(weights: readonly [V, bigint][], { same }: Arithmetic<V>): [V, bigint][] {
  if (weights.length < 2) return [...weights];
  const found: [V, bigint][] = [];
  for (const [weight, papers] of weights) {
    const equal = found.find(([other]) => same(other, weight));
    if (equal) equal[1] += papers;
    else found.push([weight, papers]);
  }
  return found;
}

/**
 * What each of several in one rank keeps of a paper of weight 1 when it counts as all its permutations in equal parts:
 * `k * sum over j of e(j) / (n * C(n - 1, j))`, where e(j) is the elementary symmetric polynomial of degree j
 * of what the others let pass.
 *
 * Source: E. Stensholt, "Implementing a suggestion of Meek's", Voting matters 16 (2003), pp. 6-9.
 */
export function permutedShares<V>(keep: readonly V[], { zero, one, of, plus, minus, product, quotient }: Arithmetic<V>): V[] {
  const size = BigInt(keep.length);
  return keep.map((own, place) => {
    let symmetric = [one];
    keep.forEach((other, index) => {
      if (index === place) return;
      const pass = minus(one, other);
      const longer = [...symmetric, zero];
      symmetric = longer.map((term, degree) =>
        degree === 0 ? term : plus(term, product(longer[degree - 1] as V, pass, "down")),
      );
    });
    let ways = 1n;
    let sum = zero;
    symmetric.forEach((term, degree) => {
      sum = plus(sum, quotient(term, of(size * ways), "down"));
      ways = (ways * (size - 1n - BigInt(degree))) / BigInt(degree + 1);
    });
    return product(own, sum, "down");
  });
}
