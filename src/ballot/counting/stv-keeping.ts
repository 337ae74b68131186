import { weightAt } from "./grouping.ts";
import { type Rankings, rankEnd } from "./rankings.ts";
import type { Arithmetic, Rounding } from "./stv-arithmetic.ts";

/**
 * How a rank of several is counted. `permuted`: the paper counts as all the orders of the rank, in equal parts. `divided`:
 * the weight is divided among the rank, and what one of them lets pass goes on to the next rank, past the others;
 * such a paper ends at a rank of which nobody is left. That is how the program Droop counts: later ranks get more
 * than is due to them, and some papers are wasted, so it is here to repeat such counts and for nothing else.
 */
export type EqualRanks = "permuted" | "divided";

/** Papers that go the same way as long as nobody's standing changes: the ranks that they come by, nobody excluded in them. */
export type Route = {
  readonly ranks: readonly (readonly number[])[];
  readonly equals: boolean;
  readonly papers: bigint;
};

type Standings = {
  /** Not withdrawn. */
  readonly stands: (nominee: number) => boolean;
  /** Not excluded either. */
  readonly takesPart: (nominee: number) => boolean;
  /** Neither excluded nor elected. */
  readonly keepsAll: (nominee: number) => boolean;
};

/**
 * The papers by the way that they go: past everybody who keeps a part, up to the first who keeps all. That is a
 * few ways, however many kinds of paper there are.
 */
export function routesOf(
  { marks, starts, kinds, weights }: Rankings,
  { stands, takesPart, keepsAll, equalRanks }: Standings & { readonly equalRanks: EqualRanks },
): Route[] {
  const routes = new Map<string, { ranks: (readonly number[])[]; equals: boolean; kinds: number[] }>();
  // One array per rank, so that its shares are reckoned once.
  const ranksByName = new Map<string, readonly number[]>();
  const hasEquals = (kind: number) => {
    let size = 0;
    for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0) && size < 2; at++)
      size = marks[at] === rankEnd ? 0 : size + (stands(marks[at] ?? 0) ? 1 : 0);
    return size === 2;
  };
  for (let kind = 0; kind < kinds; kind++) {
    const ranks: (readonly number[])[] = [];
    let key = "";
    let rank: number[] = [];
    let standing = 0;
    const equals = hasEquals(kind);
    for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++) {
      const nominee = marks[at] ?? rankEnd;
      if (nominee !== rankEnd) {
        if (stands(nominee)) standing++;
        if (takesPart(nominee) || (equalRanks === "permuted" && stands(nominee))) rank.push(nominee);
        continue;
      }
      if (rank.length === 0 && standing > 0 && equals && equalRanks === "divided") break;
      if (!rank.some(takesPart)) {
        rank = [];
        standing = 0;
        continue;
      }
      const name = rank.join("=");
      const known = ranksByName.get(name) ?? rank;
      ranksByName.set(name, known);
      ranks.push(known);
      key += `${name}>`;
      if (equalRanks === "permuted" ? rank.some(keepsAll) : rank.every(keepsAll)) break;
      rank = [];
      standing = 0;
    }
    if (equals) key += "=";
    const route = routes.get(key);
    if (route) route.kinds.push(kind);
    else routes.set(key, { ranks, equals, kinds: [kind] });
  }
  return [...routes.values()].map(({ ranks, equals, kinds: along }) => ({
    ranks,
    equals,
    papers: along.reduce((sum, kind) => sum + weightAt(weights, kind), 0n),
  }));
}

export type Kept<V> = { readonly votes: V[]; readonly exhausted: V; readonly lost: V };

/** Hands out the papers: each nominee on a way keeps the part that the keep factor says, the rest goes on. */
export function keptBy<V>(
  routes: readonly Route[],
  keep: readonly V[],
  {
    arithmetic,
    rounding,
    equalRanks,
  }: { arithmetic: Arithmetic<V>; rounding: Rounding; equalRanks: EqualRanks },
): Kept<V> {
  const { zero, one, of, plus, minus, multiple, product, quotient, compare } = arithmetic;
  const votes = keep.map(() => zero);
  let exhausted = zero;
  let lost = zero;
  const give = (nominee: number, value: V, papers: bigint) => {
    votes[nominee] = plus(votes[nominee] as V, multiple(value, papers));
  };
  const keepOf = (nominee: number) => keep[nominee] as V;

  const sharesOf = new Map<readonly number[], Shares<V>>();
  const permuted = (rank: readonly number[]): Shares<V> => {
    const shares = sharesOf.get(rank) ?? permutedShares(rank.map(keepOf), arithmetic);
    sharesOf.set(rank, shares);
    return shares;
  };

  /** One weight at one rank: what goes on, in as many parts as it falls into. */
  const pass = (rank: readonly number[], equals: boolean, weight: V, papers: bigint): [V, bigint][] => {
    const [only] = rank;
    if (!equals && rank.length === 1 && only !== undefined) {
      const part = product(weight, keepOf(only), rounding);
      give(only, part, papers);
      const rest =
        rounding === "up" ? minus(weight, part) : product(weight, minus(one, keepOf(only)), "down");
      lost = plus(lost, multiple(minus(minus(weight, part), rest), papers));
      return [[rest, papers]];
    }
    if (equalRanks === "divided") {
      const share = quotient(weight, of(BigInt(rank.length)), "down");
      lost = plus(lost, multiple(minus(weight, multiple(share, BigInt(rank.length))), papers));
      return rank.map((nominee) => {
        const part = product(share, keepOf(nominee), rounding);
        give(nominee, part, papers);
        const rest = product(share, minus(one, keepOf(nominee)), "down");
        lost = plus(lost, multiple(minus(minus(share, part), rest), papers));
        return [rest, papers];
      });
    }
    const { shares, rest } = permuted(rank);
    const passed = product(weight, rest, "down");
    let left = minus(weight, passed);
    rank.forEach((nominee, place) => {
      const part = product(weight, shares[place] as V, "down");
      give(nominee, part, papers);
      left = minus(left, part);
    });
    lost = plus(lost, multiple(left, papers));
    return [[passed, papers]];
  };

  for (const { ranks, equals, papers } of routes) {
    let weights: [V, bigint][] = [[one, papers]];
    for (const rank of ranks) {
      const passed = weights.flatMap(([weight, times]) => pass(rank, equals, weight, times));
      weights = merged(
        passed.filter(([weight]) => compare(weight, zero) !== 0),
        arithmetic,
      );
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

/** What each of a rank keeps of a weight of 1, and what passes all of them. */
type Shares<V> = { readonly shares: readonly V[]; readonly rest: V };

/**
 * What each of several in one rank keeps of a paper of weight 1 when it counts as all its permutations in equal parts:
 * `k / n * sum over j of e(j) / C(n - 1, j)`, where e(j) is the elementary symmetric polynomial of degree j
 * of what the others let pass; the excluded let all pass, and stay in it.
 *
 * Source: E. Stensholt, "Implementing a suggestion of Meek's", Voting matters 16 (2003), pp. 6-9.
 */
export function permutedShares<V>(keep: readonly V[], arithmetic: Arithmetic<V>): Shares<V> {
  const { zero, one, of, plus, minus, product, quotient, same } = arithmetic;
  const passes = keep.map((factor) => minus(one, factor));
  const size = BigInt(keep.length);
  const ways = [1n];
  for (let degree = 1n; degree < size; degree++) ways.push(((ways.at(-1) ?? 1n) * (size - degree)) / degree);
  const among = (others: readonly V[], own: V): V => {
    const sum = symmetric(others, arithmetic)
      .map((term, degree) => quotient(term, of(ways[degree] ?? 1n), "down"))
      .reduce(plus, zero);
    return quotient(product(own, sum, "down"), of(size), "down");
  };
  // Whoever keeps all lets nothing pass, which leaves the polynomials as they are: one reckoning does for all of them.
  const passing = passes.flatMap((pass, index) => (same(pass, zero) ? [] : [index]));
  const passesOf = (places: readonly number[]) => places.map((place) => passes[place] as V);
  const full = passing.length < keep.length ? among(passesOf(passing), one) : zero;
  const shares = keep.map((own, place) => {
    if (same(own, zero)) return zero;
    return same(own, one) ? full : among(passesOf(passing.filter((index) => index !== place)), own);
  });
  return { shares, rest: passes.reduce((all, pass) => product(all, pass, "down"), one) };
}

/** The elementary symmetric polynomials of `values`, by degree from 0. */
function symmetric<V>(values: readonly V[], { one, zero, plus, product }: Arithmetic<V>): V[] {
  let terms = [one];
  for (const value of values)
    terms = [...terms, zero].map((term, degree) =>
      degree === 0 ? term : plus(term, product(terms[degree - 1] as V, value, "down")),
    );
  return terms;
}
