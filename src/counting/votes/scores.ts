import {
  coefficientMax,
  exactSums,
  type Field,
  fieldOf,
  groupedBy,
  problems,
  type Weights,
  weightAt,
} from "../grouping.ts";
import type { Election, ScorePaper } from "../rule.ts";

export type ScoreOptions = {
  /** The lowest and highest score that a paper may give. By default 0 and any. */
  readonly scoreMin?: number;
  readonly scoreMax?: number;
  /** What a nominee without a score is taken to have. By default 0. */
  readonly unscored?: number;
};

/** Papers that score, read once: equal papers together, each as one score per nominee. */
export type Scores = {
  readonly field: Field;
  readonly papers: readonly (readonly number[])[];
  readonly weights: Weights;
};

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
  const rows = new Map<string, readonly number[]>();
  const { weights } = groupedBy(election.papers, ({ scores }, index) => {
    if (!(scores instanceof Map)) {
      wrong.add({ field: `papers[${index}].scores`, rule: "type", expected: "Map", value: scores });
      return "";
    }
    const row = field.nominees.map(() => unscored);
    for (const [nominee, score] of scores) {
      const place = field.indexOf.get(nominee);
      if (place === undefined)
        wrong.add({ field: `papers[${index}].scores`, rule: "nominee", value: nominee });
      else row[place] = score;
      if (!fits(score))
        wrong.add({ field: `papers[${index}].scores`, rule: "score", expected, value: score });
    }
    const key = keyOf(row);
    if (!rows.has(key)) rows.set(key, row);
    return key;
  });
  wrong.throwIfAny();
  return { field, weights, papers: [...rows.values()] };
}

/** Distinct for distinct scores. Small ones are one character each, so no list of numbers is as short. */
function keyOf(row: readonly number[]): string {
  return row.every(isCharacter) ? String.fromCharCode(...row) : row.join();
}

const isCharacter = (score: number) => score >= 0 && score <= 0xff;

/** Whether a score is a coefficient with which sums of weights are exact. */
const isSmall = (score: number) => Math.abs(score) <= coefficientMax;

/** The sum of each nominee's scores. */
export function scoreTotals({ field, papers, weights }: Scores): bigint[] {
  if (papers.every((scores) => scores.every(isSmall)))
    return exactSums(weights, (weightOf) => {
      const sums = new Float64Array(field.nominees.length);
      papers.forEach((scores, index) => {
        const weight = weightOf[index] ?? 0;
        scores.forEach((score, nominee) => {
          sums[nominee] = (sums[nominee] ?? 0) + score * weight;
        });
      });
      return sums;
    });
  const totals = field.nominees.map(() => 0n);
  papers.forEach((scores, index) => {
    const weight = weightAt(weights, index);
    scores.forEach((score, nominee) => {
      if (score !== 0) totals[nominee] = (totals[nominee] ?? 0n) + BigInt(score) * weight;
    });
  });
  return totals;
}

/** How many papers give each nominee exactly this score. */
export function papersGiving(score: number, { field, papers, weights }: Scores): bigint[] {
  return exactSums(weights, (weightOf) => {
    const sums = new Float64Array(field.nominees.length);
    papers.forEach((scores, index) => {
      for (let nominee = 0; nominee < sums.length; nominee++)
        if (scores[nominee] === score) sums[nominee] = (sums[nominee] ?? 0) + (weightOf[index] ?? 0);
    });
    return sums;
  });
}

/** `[a][b]`: how many papers score `a` above `b`. */
export function preferencesOf({ field, papers, weights }: Scores): bigint[][] {
  const size = field.nominees.length;
  const flat = exactSums(weights, (weightOf) => {
    const sums = new Float64Array(size * size);
    for (const [index, scores] of papers.entries()) addPreferences(sums, scores, weightOf[index] ?? 0);
    return sums;
  });
  return field.nominees.map((_, a) => flat.slice(a * size, (a + 1) * size));
}

function addPreferences(sums: Float64Array, scores: readonly number[], weight: number): void {
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
