import { exactSums, type Field, oneOf } from "./grouping.ts";
import { type Rankings, rankEnd, readRankings } from "./rankings.ts";
import type { Election, Nominee, RankedPaper, Step } from "./rule.ts";
import { readTieOrder } from "./seats.ts";

/** Nominees that a paper does not rank: together last, or it has no opinion on any pair with one of them. */
export type Unranked = "last" | "ignored";

export type PairwiseOptions = {
  /** By default `last`. */
  readonly unranked?: Unranked;
  /** A frozen order, from first kept to last, by which a boundary tie is broken; without it the tie is undecided. */
  readonly tieOrder?: readonly Nominee[];
};

/** Who is preferred to whom. `preferring(a, b) + preferring(b, a) + neither(a, b)` is the weight of all papers. */
export type Pairwise = {
  readonly field: Field;
  readonly total: bigint;
  /** Weight of the papers that rank the nominee of index `a` above that of index `b`. */
  readonly preferring: (a: number, b: number) => bigint;
  /** Weight of the papers that rank both equal or have no opinion on the pair. */
  readonly neither: (a: number, b: number) => bigint;
};

/** How strong a victory over another nominee is: by the votes for the winner, or by how many more they are. */
export type Strength = "winning-votes" | "margins";

/**
 * Compares every pair of nominees on every paper.
 * @throws {InvalidInput} naming each field, rule and value
 */
export function pairwise(election: Election<RankedPaper>, options: PairwiseOptions = {}): Pairwise {
  const unranked = oneOf("unranked", options.unranked ?? "last", ["last", "ignored"]);
  const rankings = readRankings(election);
  const { field, weights } = rankings;
  readTieOrder(field, options.tieOrder);
  const size = field.nominees.length;
  const sums = exactSums(weights, (limb) => preferences(rankings, limb, unranked === "last"));
  const preferring = (a: number, b: number) => sums[a * size + b] ?? 0n;
  const { total } = weights;
  return { field, total, preferring, neither: (a, b) => total - preferring(a, b) - preferring(b, a) };
}

/** Row by row, the weight that prefers the nominee of the row to that of the column. */
function preferences(
  { field, marks, starts, kinds }: Rankings,
  weights: Float64Array,
  unrankedLast: boolean,
) {
  const size = field.nominees.length;
  const sums = new Float64Array(size * size);
  const below = new Int32Array(size);
  const rankedBy = new Int32Array(size).fill(-1);
  for (let kind = 0; kind < kinds; kind++) {
    const weight = weights[kind] ?? 0;
    const start = starts[kind] ?? 0;
    const end = starts[kind + 1] ?? 0;
    let ranked = 0;
    for (let at = start; at < end && unrankedLast; at++) {
      const index = marks[at] ?? rankEnd;
      if (index === rankEnd) continue;
      rankedBy[index] = kind;
      ranked++;
    }
    let count = 0;
    for (let index = 0; index < size && unrankedLast && ranked < size; index++)
      if (rankedBy[index] !== kind) below[count++] = index;
    // From the last rank up: whoever is met is preferred to all that were met in ranks before.
    let settled = count;
    for (let at = end - 1; at >= start; at--) {
      const index = marks[at] ?? rankEnd;
      if (index === rankEnd) {
        settled = count;
        continue;
      }
      const row = index * size;
      for (let place = 0; place < settled; place++) {
        const cell = row + (below[place] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + weight;
      }
      below[count++] = index;
    }
  }
  return sums;
}

/** The pairs as a step of the explanation, each once. */
export function pairsCompared({ field, preferring, total }: Pairwise): Step {
  const { nominees, seats } = field;
  const pairs = nominees.flatMap((first, a) =>
    nominees.slice(a + 1).map((second, offset) => ({
      first,
      second,
      forFirst: preferring(a, a + 1 + offset),
      forSecond: preferring(a + 1 + offset, a),
    })),
  );
  return { type: "PairsCompared", data: { nominees, seats, total, pairs } };
}

/** The strength of each victory, 0 where there is none, row by row. */
export function victories({ field, preferring }: Pairwise, strength: Strength): bigint[] {
  const { nominees } = field;
  return nominees.flatMap((_, a) =>
    nominees.map((_other, b) => {
      const margin = preferring(a, b) - preferring(b, a);
      if (margin <= 0n) return 0n;
      return strength === "margins" ? margin : preferring(a, b);
    }),
  );
}
