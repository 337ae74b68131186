import { coefficientMax, exactSums, type Field, fieldOf, problems, weightAt } from "../grouping.ts";
import type { Election, ScorePaper } from "../rule.ts";
import { readScores, type ScoreRows } from "./score-reader.ts";

export type ScoreOptions = {
  /** The lowest and highest score that a paper may give. By default 0 and any. */
  readonly scoreMin?: number;
  readonly scoreMax?: number;
  /** What a nominee without a score is taken to have. By default 0. */
  readonly unscored?: number;
};

/** Papers that score, read once. */
export type Scores = ScoreRows & { readonly field: Field };

/**
 * Reads an election on scores.
 *
 * @throws {InvalidInput} for a score that is not a whole number within its bounds, or given to a non-nominee; for
 *   bounds that are not whole, or a minimum above the maximum
 */
export function scoresOf(election: Election<ScorePaper>, options: ScoreOptions = {}): Scores {
  const { scoreMin = 0, scoreMax = Number.MAX_SAFE_INTEGER, unscored = 0 } = options;
  const field = fieldOf(election);
  const wrong = problems();
  for (const [option, value] of Object.entries({ scoreMin, scoreMax, unscored }))
    if (!Number.isSafeInteger(value)) wrong.add({ field: option, rule: "type", expected: "integer", value });
  if (scoreMin > scoreMax)
    wrong.add({ field: "scoreMax", rule: "min", expected: `>= ${scoreMin}`, value: scoreMax });
  const expected = `whole, ${scoreMin} to ${scoreMax}`;
  const fits = (score: unknown) =>
    typeof score === "number" && Number.isSafeInteger(score) && score >= scoreMin && score <= scoreMax;
  const check = (score: number, paper: number) => {
    if (!fits(score)) wrong.add({ field: `papers[${paper}].scores`, rule: "score", expected, value: score });
  };
  const read = readScores(election.papers, field, { unscored, check }, wrong);
  wrong.throwIfAny();
  return { field, ...read };
}

/** Whether a score is a coefficient with which sums of weights are exact. */
const isSmall = (score: number) => Math.abs(score) <= coefficientMax;

/** The sum of each nominee's scores. */
export function scoreTotals({ field, rows, count, weights }: Scores): bigint[] {
  const size = field.nominees.length;
  if (rows.every(isSmall))
    return exactSums(weights, (weightOf) => {
      const sums = new Float64Array(size);
      for (let row = 0, at = 0; row < count; row++) {
        const weight = weightOf[row] ?? 0;
        for (let nominee = 0; nominee < size; nominee++, at++)
          sums[nominee] = (sums[nominee] ?? 0) + (rows[at] ?? 0) * weight;
      }
      return sums;
    });
  const totals = field.nominees.map(() => 0n);
  for (let row = 0; row < count; row++) {
    const weight = weightAt(weights, row);
    rows.subarray(row * size, (row + 1) * size).forEach((score, nominee) => {
      if (score !== 0) totals[nominee] = (totals[nominee] ?? 0n) + BigInt(score) * weight;
    });
  }
  return totals;
}

/** How many papers give each nominee exactly this score. */
export function papersGiving(score: number, { field, rows, count, weights }: Scores): bigint[] {
  const size = field.nominees.length;
  return exactSums(weights, (weightOf) => {
    const sums = new Float64Array(size);
    for (let row = 0, at = 0; row < count; row++)
      for (let nominee = 0; nominee < size; nominee++, at++)
        if (rows[at] === score) sums[nominee] = (sums[nominee] ?? 0) + (weightOf[row] ?? 0);
    return sums;
  });
}

/**
 * How many papers score one nominee above another. Most counts ask about a few pairs, which are counted one by one; where
 * many are asked about, all of them are counted together.
 */
export function preferencesOf(scores: Scores): (nominee: number, other: number) => bigint {
  const size = scores.field.nominees.length;
  const known = new Map<number, bigint>();
  let all: readonly bigint[] | undefined;
  return (nominee, other) => {
    const at = nominee * size + other;
    const found = all?.[at] ?? known.get(at);
    if (found !== undefined) return found;
    if (known.size >= 8 * size) all = allPreferences(scores);
    else known.set(at, preferring(nominee, other, scores));
    return all?.[at] ?? known.get(at) ?? 0n;
  };
}

/** How many papers score the one above the other. */
function preferring(nominee: number, other: number, scores: Scores): bigint {
  const [sum] = exactSums(scores.weights, (weightOf) =>
    Float64Array.of(weightPreferring(nominee, other, scores, weightOf)),
  );
  return sum ?? 0n;
}

/** A function of its own with a sum of its own: in a closure for each pair the compiler begins anew. */
function weightPreferring(
  nominee: number,
  other: number,
  { field, rows, count }: Scores,
  weightOf: Float64Array,
): number {
  const size = field.nominees.length;
  let sum = 0;
  for (let row = 0, at = 0; row < count; row++, at += size)
    if ((rows[at + nominee] ?? 0) > (rows[at + other] ?? 0)) sum += weightOf[row] ?? 0;
  return sum;
}

/** For each nominee, how many papers score it above each other one, row by row. */
function allPreferences({ field, rows, count, weights }: Scores): bigint[] {
  const size = field.nominees.length;
  return exactSums(weights, (weightOf) => {
    const sums = new Float64Array(size * size);
    for (let row = 0; row < count; row++)
      addPreferences(sums, rows.subarray(row * size, (row + 1) * size), weightOf[row] ?? 0);
    return sums;
  });
}

function addPreferences(sums: Float64Array, scores: Float64Array, weight: number): void {
  const size = scores.length;
  for (let a = 1; a < size; a++) {
    const score = scores[a] ?? 0;
    for (let b = 0; b < a; b++) {
      const other = scores[b] ?? 0;
      if (score === other) continue;
      const cell = score > other ? a * size + b : b * size + a;
      sums[cell] = (sums[cell] ?? 0) + weight;
    }
  }
}
