import { weightAt } from "./grouping.ts";
import { type Rankings, rankEnd } from "./rankings.ts";
import type { Results } from "./results.ts";

/**
 * An exchange of nominees, by index: each is replaced by the one at its place. It changes no paper, so whatever a count
 * can come to, it can also come to with the nominees exchanged.
 */
export type Exchange = Int32Array;

/** Looking for exchanges must cost little beside the count: larger elections are not searched. */
const cellsMax = 200_000;
/** How many images are tried for one exchange. */
const triesMax = 500;

/**
 * Exchanges that take a nominee to each other one who is alike. Some may be missing: then the count takes longer, and
 * comes to the same.
 *
 * @param kinds by nominee; those of different kinds are not exchanged
 */
export function exchangesIn(rankings: Rankings, kinds: ArrayLike<number>): Exchange[] {
  const size = kinds.length;
  if (size ** 2 * rankings.ballots > cellsMax) return [];
  const profile = profileOf(rankings, kinds);
  const exchanges: Exchange[] = [];
  const orbit = Int32Array.from({ length: size }, (_, nominee) => nominee);
  for (let from = 0; from < size; from++)
    for (let to = from + 1; to < size; to++) {
      if (orbit[from] === orbit[to]) continue;
      const exchange = exchangeOf(profile, from, to);
      if (exchange === undefined) continue;
      exchanges.push(exchange);
      for (let nominee = 0; nominee < size; nominee++) join(orbit, nominee, exchange[nominee] ?? nominee);
    }
  return exchanges;
}

/** All searches of one count together must also cost little: a larger election gets fewer of them. */
const cellsInAll = 5 * cellsMax;

/** Looks for the exchanges that leave everybody picked in place. Once the searches have cost too much, it finds none. */
export function searchesIn(
  rankings: Rankings,
  kinds: ArrayLike<number>,
): (picked: readonly number[]) => readonly Exchange[] {
  let cells = cellsInAll;
  return (picked) => {
    cells -= kinds.length ** 2 * rankings.ballots;
    return cells < 0 ? [] : exchangesIn(rankings, kindsBut(kinds, picked));
  };
}

/** The same kinds, but each of those picked is a kind of its own. */
function kindsBut(kinds: ArrayLike<number>, picked: readonly number[]): number[] {
  const next = Array.from(kinds);
  const most = Math.max(...next);
  picked.forEach((nominee, place) => {
    next[nominee] = most + 1 + place;
  });
  return next;
}

function join(orbit: Int32Array, a: number, b: number): void {
  const [kept = 0, gone = 0] = [orbit[a], orbit[b]];
  for (let nominee = 0; nominee < orbit.length; nominee++) if (orbit[nominee] === gone) orbit[nominee] = kept;
}

type Profile = {
  readonly size: number;
  readonly kinds: ArrayLike<number>;
  /** Row by row, a number for each pair of nominees: equal where papers place two pairs alike. */
  readonly pairs: Int32Array;
  /** The ballots as lists of marks, and the weight of each by its text. */
  readonly ballots: readonly (readonly number[])[];
  readonly weights: ReadonlyMap<string, bigint>;
};

function profileOf({ marks, starts, ballots: count, weights }: Rankings, kinds: ArrayLike<number>): Profile {
  const size = kinds.length;
  const pairs = new Int32Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++)
      pairs[a * size + b] = mixed((kinds[a] ?? 0) * 256 + (kinds[b] ?? 0), a === b ? 1 : 0);
  const ballots = Array.from({ length: count }, (_, ballot) =>
    Array.from(marks.subarray(starts[ballot], starts[ballot + 1])),
  );
  ballots.forEach((ballot, index) => {
    const ranks = new Int32Array(size);
    let rank = 1;
    for (const mark of ballot)
      if (mark === rankEnd) rank++;
      else ranks[mark] = rank;
    const weight = Number(BigInt.asIntN(32, weightAt(weights, index)));
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) {
        const met = mixed(mixed(weight, ranks[a] ?? 0), ranks[b] ?? 0);
        pairs[a * size + b] = ((pairs[a * size + b] ?? 0) + met) | 0;
      }
  });
  const byText = new Map(ballots.map((ballot, index) => [ballot.join(), weightAt(weights, index)]));
  return { size, kinds, pairs, ballots, weights: byText };
}

const mixed = (hash: number, value: number) => {
  const next = Math.imul(hash ^ (value + 0x9e3779b9), 0x2c1b3c6d);
  return next ^ (next >>> 15);
};

/** An exchange that takes one nominee to another: images are tried nominee by nominee, as long as pairs are alike. */
function exchangeOf(profile: Profile, from: number, to: number): Exchange | undefined {
  const { size, pairs } = profile;
  const order = [
    from,
    ...Array.from({ length: size }, (_, nominee) => nominee).filter((one) => one !== from),
  ];
  const image = new Int32Array(size).fill(-1);
  const isTaken = new Uint8Array(size);
  let tries = 0;
  const fits = (depth: number, candidate: number) => {
    const nominee = order[depth] ?? 0;
    for (let earlier = 0; earlier <= depth; earlier++) {
      const other = order[earlier] ?? 0;
      const otherImage = earlier === depth ? candidate : (image[other] ?? 0);
      if (pairs[nominee * size + other] !== pairs[candidate * size + otherImage]) return false;
      if (pairs[other * size + nominee] !== pairs[otherImage * size + candidate]) return false;
    }
    return true;
  };
  const extend = (depth: number): boolean => {
    if (depth === size) return isOfKinds(image, profile.kinds) && isExchange(profile, image);
    const nominee = order[depth] ?? 0;
    // First whoever may stay in place: a short exchange is easier to read.
    for (const candidate of depth === 0 ? [to] : [nominee, ...order]) {
      if (isTaken[candidate] === 1 || ++tries > triesMax || !fits(depth, candidate)) continue;
      image[nominee] = candidate;
      isTaken[candidate] = 1;
      if (extend(depth + 1)) return true;
      isTaken[candidate] = 0;
    }
    return false;
  };
  return extend(0) ? image : undefined;
}

/** Whether each nominee is replaced by one of its own kind. The numbers of pairs are hashes, and two may be equal by chance. */
function isOfKinds(image: Exchange, kinds: ArrayLike<number>): boolean {
  return image.every((other, nominee) => kinds[other] === kinds[nominee]);
}

/** Whether the papers with the nominees exchanged are the same papers. */
function isExchange({ ballots, weights }: Profile, image: Int32Array): boolean {
  return ballots.every((ballot) => {
    const exchanged: number[] = [];
    let first = 0;
    for (const mark of ballot) {
      exchanged.push(mark === rankEnd ? rankEnd : (image[mark] ?? mark));
      if (mark !== rankEnd) continue;
      const rank = exchanged.splice(first, exchanged.length - first - 1).sort((a, b) => a - b);
      exchanged.splice(first, 0, ...rank);
      first = exchanged.length;
    }
    return weights.get(exchanged.join()) === weights.get(ballot.join());
  });
}

/** A set of nominees, and every set that the exchanges make of it, one after the other. Each is in ascending order. */
export function* exchanged(
  nominees: readonly number[],
  exchanges: readonly Exchange[],
): Generator<readonly number[]> {
  const met = new Set([nominees.join()]);
  const sets = [nominees];
  for (let set = sets.pop(); set !== undefined; set = sets.pop()) {
    yield set;
    for (const exchange of exchanges) {
      const image = set.map((nominee) => exchange[nominee] ?? nominee).sort((a, b) => a - b);
      const key = image.join();
      if (met.has(key)) continue;
      met.add(key);
      sets.push(image);
    }
  }
}

/** Who is elected in some results, and in all, once nominees are exchanged in each way. Nobody is ranked. */
export function withExchanged({ inAll, inSome, above }: Results, exchanges: readonly Exchange[]): Results {
  return {
    inSome: spread(inSome, exchanges, 1),
    inAll: spread(inAll, exchanges, 0),
    above,
  };
}

/** The marks, with each that is `wanted` carried on by the exchanges until nothing changes. */
function spread(marks: Uint8Array, exchanges: readonly Exchange[], wanted: 0 | 1): Uint8Array {
  const found = marks.slice();
  for (let changed = true; changed; ) {
    changed = false;
    for (const exchange of exchanges)
      for (let nominee = 0; nominee < found.length; nominee++) {
        const image = exchange[nominee] ?? nominee;
        if (found[nominee] !== wanted || found[image] === wanted) continue;
        found[image] = wanted;
        changed = true;
      }
  }
  return found;
}
