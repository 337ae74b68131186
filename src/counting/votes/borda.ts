import { type Fraction, fraction, plus, zero } from "../../kernel/fraction.ts";
import { exactSums, oneOf, problems, weightAt } from "../grouping.ts";
import { type Rankings, rankEnd, readRankings } from "../rankings.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import { readTieOrder, verdictByFigures } from "../seats.ts";

export type BordaOptions = {
  /** Points of the last place: 0 (so n - 1 to 0, the default) or 1 (so n to 1). */
  readonly base?: 0 | 1;
  /**
   * Points of the first place, the second and so on, in place of those by `base`: whole numbers from 0, none greater
   * than the one before. Places beyond have no points.
   */
  readonly points?: readonly number[];
  /** Nominees that a paper does not rank: together last (the default), or without points from it. */
  readonly unranked?: "last" | "ignored";
  /** A frozen order, from first kept to last, by which a boundary tie is broken; without it the tie is undecided. */
  readonly tieOrder?: readonly Nominee[];
};

/**
 * The Borda count: on each paper a nominee has a point for everybody whom it ranks below; those ranked equal share
 * the points of their places evenly. The seats go to the most points. With `points` it is the positional rule of that
 * vector.
 *
 * Ties: only a tie at the boundary of the last seat is undecided. Ranks left out change nothing.
 * Source: J.-C. de Borda, Mémoire sur les élections au scrutin (1781); D. Black, The Theory of Committees and
 * Elections (1958), for averaging over ties; H. P. Young, Social choice scoring functions, SIAM Journal on Applied
 * Mathematics 28 (1975), for vectors.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * borda({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function borda(election: Election<RankedPaper>, options: BordaOptions = {}): Count {
  const { base = 0 } = options;
  const unranked = oneOf("unranked", options.unranked ?? "last", ["last", "ignored"]);
  const wrong = problems();
  if (base !== 0 && base !== 1) wrong.add({ field: "base", rule: "oneOf", expected: "0 | 1", value: base });
  const isFalling = options.points?.every(
    (points, place, all) =>
      Number.isSafeInteger(points) && points >= 0 && points <= (all[place - 1] ?? points),
  );
  if (isFalling === false)
    wrong.add({ field: "points", rule: "points", expected: "falling, whole, >= 0", value: options.points });
  wrong.throwIfAny();
  const rankings = readRankings(election);
  readTieOrder(rankings.field, options.tieOrder);
  const sums = options.points
    ? pointsByPlace(rankings, options.points, unranked)
    : exactSums(rankings.weights, (weights) => doubledPoints(rankings, weights, { base, unranked })).map(
        (twice) => fraction(twice, 2n),
      );
  const figures = rankings.field.nominees.map((nominee, index) => ({ nominee, votes: sums[index] ?? zero }));
  const { seats } = rankings.field;
  const { order, outcome, steps } = verdictByFigures({ figures, seats, tieOrder: options.tieOrder });
  return {
    rule: "borda",
    outcome,
    order,
    totals: figures,
    rounds: [{ figures, exhausted: zero, conclusions: steps.slice(1) }],
    explanation: steps,
  };
}

/** Twice the points: a nominee with `above` better and `level` others equal has 2 (n - 1 - above) - level of them. */
function doubledPoints(
  { field, marks, starts, ballots }: Rankings,
  weights: Float64Array,
  { base, unranked }: { base: number; unranked: "last" | "ignored" },
): Float64Array {
  const size = field.nominees.length;
  const points = new Float64Array(size);
  const rankedBy = new Int32Array(size).fill(-1);
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weights[ballot] ?? 0;
    const end = starts[ballot + 1] ?? 0;
    let above = 0;
    let rank = starts[ballot] ?? 0;
    for (let at = rank; at < end; at++) {
      if (marks[at] !== rankEnd) continue;
      const each = weight * (2 * (size - 1 - above + base) - (at - rank - 1));
      for (let place = rank; place < at; place++) {
        const index = marks[place] ?? 0;
        points[index] = (points[index] ?? 0) + each;
        rankedBy[index] = ballot;
      }
      above += at - rank;
      rank = at + 1;
    }
    if (above === size || unranked === "ignored") continue;
    const each = weight * (2 * base + size - above - 1);
    for (let index = 0; index < size; index++)
      if (rankedBy[index] !== ballot) points[index] = (points[index] ?? 0) + each;
  }
  return points;
}

/** The points of each nominee where places have points of their own. */
function pointsByPlace(
  { field, marks, starts, ballots, weights }: Rankings,
  points: readonly number[],
  unranked: "last" | "ignored",
): Fraction[] {
  const all = [...field.nominees.keys()];
  const sums = all.map(() => zero);
  for (let ballot = 0; ballot < ballots; ballot++) {
    const weight = weightAt(weights, ballot);
    let above = 0;
    const share = (group: readonly number[]) => {
      const each =
        points.slice(above, above + group.length).reduce((sum, one) => sum + BigInt(one), 0n) * weight;
      for (const index of group)
        sums[index] = plus(sums[index] ?? zero, fraction(each, BigInt(group.length)));
      above += group.length;
    };
    const ranked = new Set<number>();
    let rank: number[] = [];
    for (let at = starts[ballot] ?? 0; at < (starts[ballot + 1] ?? 0); at++) {
      if (marks[at] === rankEnd) {
        share(rank);
        rank = [];
      } else {
        rank.push(marks[at] ?? 0);
        ranked.add(marks[at] ?? 0);
      }
    }
    if (unranked === "last") share(all.filter((index) => !ranked.has(index)));
  }
  return sums;
}
