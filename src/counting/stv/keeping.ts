import type { Arithmetic, Rounding } from "./arithmetic.ts";
import { type Parts, partsReader } from "./permuted.ts";
import type { RouteTree } from "./route-tree.ts";
import type { EqualRanks, Routes } from "./routes.ts";

type Kept<V> = Readonly<Tally<V>>;

/** What the papers leave: votes with nominees, with nobody, and lost by rounding. */
type Tally<V> = {
  readonly votes: V[];
  exhausted: V;
  lost: V;
  /** By nominee, what comes to it: the papers, and what they have left. Only where prices are paid. */
  readonly came: Bundle<V>[][];
};

type Keeping<V> = {
  readonly arithmetic: Arithmetic<V>;
  readonly rounding: Rounding;
  readonly equalRanks: EqualRanks;
  /** Whether a keep factor is the part of a paper that is kept, as Meek has it, or its price, as Warren has it. */
  readonly keeps: "part" | "price";
};

/** Some papers of one weight. */
export type Bundle<V> = readonly [weight: V, papers: bigint];

/** Hands out the papers: each nominee on a route keeps the part that its keep factor gives, and the rest goes on. */
export function keptBy<V>(routes: Routes, keep: readonly V[], keeping: Keeping<V>): Kept<V> {
  const { zero } = keeping.arithmetic;
  const tally: Tally<V> = {
    votes: keep.map(() => zero),
    exhausted: zero,
    lost: zero,
    came: keep.map(() => []),
  };
  passStrict(tally, routes.strict, keep, keeping);
  passEquals(tally, routes.equals, keep, keeping);
  return tally;
}

/** Passes papers along strict routes. At a place of the tree all papers have the same part left, so it is counted once. */
function passStrict<V>(
  tally: Tally<V>,
  { places }: RouteTree,
  keep: readonly V[],
  keeping: Keeping<V>,
): void {
  const { zero, one, plus, multiple, same } = keeping.arithmetic;
  const weights: V[] = [];
  for (const { nominee, before, papers, stopping } of places) {
    let weight = before < 0 ? one : (weights[before] as V);
    if (before >= 0 && papers > 0n && !same(weight, zero))
      [weight] = passOne(tally, nominee, keep[nominee] as V, [weight, papers], keeping);
    weights.push(weight);
    if (stopping > 0n) tally.exhausted = plus(tally.exhausted, multiple(weight, stopping));
  }
}

/** Passes routes with ranks of several. */
function passEquals<V>(
  tally: Tally<V>,
  routes: Routes["equals"],
  keep: readonly V[],
  keeping: Keeping<V>,
): void {
  const { arithmetic, equalRanks } = keeping;
  const { zero, one, plus, multiple, same } = arithmetic;
  const partsIn = partsReader(keep, arithmetic);
  /** One bundle at one rank: what goes on, in as many bundles as it falls into. */
  const pass = (rank: readonly number[], bundle: Bundle<V>): Bundle<V>[] =>
    equalRanks === "divided"
      ? passDivided(tally, rank, keep, bundle, keeping)
      : [passPermuted(tally, partsIn(rank), bundle, arithmetic)];
  for (const { ranks, papers } of routes) {
    let bundles: Bundle<V>[] = [[one, papers]];
    for (const rank of ranks) {
      const passed = bundles.flatMap((bundle) => pass(rank, bundle));
      bundles = merged(
        passed.filter(([weight]) => !same(weight, zero)),
        arithmetic,
      );
    }
    for (const [weight, times] of bundles) tally.exhausted = plus(tally.exhausted, multiple(weight, times));
  }
}

function give<V>({ votes }: Tally<V>, nominee: number, sum: V, { plus }: Arithmetic<V>): void {
  votes[nominee] = plus(votes[nominee] as V, sum);
}

/** Passes one nominee. Where the part that is kept is rounded up, all the rest of the weight goes on. */
function passOne<V>(
  tally: Tally<V>,
  nominee: number,
  factor: V,
  [weight, papers]: Bundle<V>,
  { arithmetic, rounding, keeps }: Keeping<V>,
): Bundle<V> {
  const { zero, one, plus, minus, multiple, product, order, same } = arithmetic;
  if (keeps === "price") {
    const paid = order(factor, weight) < 0 ? factor : weight;
    tally.came[nominee]?.push([weight, papers]);
    give(tally, nominee, multiple(paid, papers), arithmetic);
    return [minus(weight, paid), papers];
  }
  // Most routes end with a nominee who keeps all.
  if (same(factor, one)) {
    give(tally, nominee, multiple(weight, papers), arithmetic);
    return [zero, papers];
  }
  const part = product(weight, factor, rounding);
  give(tally, nominee, multiple(part, papers), arithmetic);
  const rest = rounding === "up" ? minus(weight, part) : product(weight, minus(one, factor), "down");
  tally.lost = plus(tally.lost, multiple(minus(minus(weight, part), rest), papers));
  return [rest, papers];
}

/** Passes a rank whose nominees have an even share each; each share goes on separately. */
function passDivided<V>(
  tally: Tally<V>,
  rank: readonly number[],
  keep: readonly V[],
  [weight, papers]: Bundle<V>,
  keeping: Keeping<V>,
): Bundle<V>[] {
  const { of, plus, minus, multiple, quotient } = keeping.arithmetic;
  const size = BigInt(rank.length);
  const share = quotient(weight, of(size), "down");
  tally.lost = plus(tally.lost, multiple(minus(weight, multiple(share, size)), papers));
  const down = { ...keeping, rounding: "down" } as const;
  return rank.map((nominee) => passOne(tally, nominee, keep[nominee] as V, [share, papers], down));
}

/**
 * The price at which what comes to a nominee pays its quota: who has less left than the price pays all of it. Undefined
 * where all together have less than the quota.
 */
export function priceFor<V>(
  came: readonly Bundle<V>[],
  quota: V,
  { of, minus, multiple, order, quotient }: Arithmetic<V>,
): V | undefined {
  let unpaid = quota;
  let papers = came.reduce((sum, [, some]) => sum + some, 0n);
  for (const [weight, some] of [...came].sort(([a], [b]) => order(a, b))) {
    if (order(multiple(weight, papers), unpaid) >= 0) return quotient(unpaid, of(papers), "up");
    unpaid = minus(unpaid, multiple(weight, some));
    papers -= some;
  }
  return undefined;
}

/**
 * Passes a rank that counts as all its permutations. Those who keep all that they get have equal parts,
 * computed once.
 */
function passPermuted<V>(
  tally: Tally<V>,
  { full, keepers, others, rest }: Parts<V>,
  [weight, papers]: Bundle<V>,
  arithmetic: Arithmetic<V>,
): Bundle<V> {
  const { plus, minus, multiple, product } = arithmetic;
  const passed = product(weight, rest, "down");
  const equal = product(weight, full, "down");
  let left = minus(minus(weight, passed), multiple(equal, BigInt(keepers.length)));
  const sum = multiple(equal, papers);
  for (const nominee of keepers) give(tally, nominee, sum, arithmetic);
  for (const { nominee, share } of others) {
    const part = product(weight, share, "down");
    give(tally, nominee, multiple(part, papers), arithmetic);
    left = minus(left, part);
  }
  tally.lost = plus(tally.lost, multiple(left, papers));
  return [passed, papers];
}

/** Bundles of equal weight together: parts of equal ranks often have equal weights. */
function merged<V>(bundles: readonly Bundle<V>[], { same }: Arithmetic<V>): Bundle<V>[] {
  if (bundles.length < 2) return [...bundles];
  const found: [V, bigint][] = [];
  for (const [weight, papers] of bundles) {
    const equal = found.find(([other]) => same(other, weight));
    if (equal) equal[1] += papers;
    else found.push([weight, papers]);
  }
  return found;
}
