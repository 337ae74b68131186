import { type Field, gathered, type Problems, type Weights, weightsOf } from "../grouping.ts";
import type { Nominee, ScorePaper } from "../rule.ts";

/**
 * Papers that score as rows of numbers, equal papers together: the score that distinct paper `k` gives nominee `n` is
 * `rows[k * size + n]`, for `size` nominees. 100,000 papers as lists, with a text of each to find equal ones by, take
 * several times as long.
 */
export type ScoreRows = {
  readonly rows: Float64Array;
  /** How many distinct papers there are. */
  readonly count: number;
  readonly weights: Weights;
};

type Reading = {
  readonly size: number;
  rows: Float64Array;
  /** A hash table with open addressing: 0, or one more than the number of a row. */
  slots: Int32Array;
  count: number;
};

/**
 * Reads papers that score. What is wrong is reported and left out.
 *
 * @param unscored what a nominee without a score is taken to have
 * @param check reports a score that does not fit
 */
export function readScores(
  papers: readonly ScorePaper[],
  field: Field,
  { unscored, check }: { unscored: number; check: (score: number, paper: number) => void },
  wrong: Problems,
): ScoreRows {
  const weights = weightsOf(papers);
  const size = field.nominees.length;
  const reading: Reading = {
    size,
    rows: new Float64Array(64 * size),
    slots: new Int32Array(128),
    count: 0,
  };
  const places = new Uint32Array(papers.length);
  for (let index = 0; index < papers.length; index++) {
    const start = startOfNext(reading, unscored);
    const scores: unknown = papers[index]?.scores;
    if (!isScores(scores)) {
      wrong.add({ field: `papers[${index}].scores`, rule: "type", expected: "Map", value: scores });
      continue;
    }
    for (const [nominee, score] of scores) {
      const place = field.indexOf.get(nominee);
      if (place === undefined)
        wrong.add({ field: `papers[${index}].scores`, rule: "nominee", value: nominee });
      else reading.rows[start + place] = score;
      check(score, index);
    }
    places[index] = rowOf(reading);
  }
  const { rows, count } = reading;
  return {
    rows: rows.subarray(0, count * size),
    count,
    weights: count === papers.length ? weights : gathered(weights, places, count),
  };
}

const isScores = (value: unknown): value is ReadonlyMap<Nominee, number> => value instanceof Map;

/** Makes room for one more row, in which nobody has a score, and returns where it begins. */
function startOfNext(reading: Reading, unscored: number): number {
  const { size, count } = reading;
  const start = count * size;
  if (start + size > reading.rows.length) {
    const longer = new Float64Array(2 * reading.rows.length);
    longer.set(reading.rows);
    reading.rows = longer;
  }
  reading.rows.fill(unscored, start, start + size);
  return start;
}

/** The number of the row written last: that of an equal one before it, which then takes its place, or its own. */
function rowOf(reading: Reading): number {
  const { count } = reading;
  if (2 * count >= reading.slots.length) widen(reading);
  const slot = slotOf(reading, count);
  const met = reading.slots[slot] ?? 0;
  if (met !== 0) return met - 1;
  reading.slots[slot] = count + 1;
  reading.count++;
  return count;
}

/** The slot of a row: where an equal one stands, or a free one. */
function slotOf({ size, rows, slots }: Reading, row: number): number {
  const last = slots.length - 1;
  let slot = hashOf(rows, row * size, size) & last;
  for (let met = slots[slot] ?? 0; met !== 0; met = slots[slot] ?? 0) {
    if (areEqual(rows, (met - 1) * size, row * size, size)) return slot;
    slot = (slot + 1) & last;
  }
  return slot;
}

function widen(reading: Reading): void {
  reading.slots = new Int32Array(2 * reading.slots.length);
  for (let row = 0; row < reading.count; row++) reading.slots[slotOf(reading, row)] = row + 1;
}

function areEqual(rows: Float64Array, one: number, other: number, size: number): boolean {
  for (let at = 0; at < size; at++) if (rows[one + at] !== rows[other + at]) return false;
  return true;
}

/** FNV-1a over the low bits of the scores, then mixed. Scores that differ only above them are rare. */
function hashOf(rows: Float64Array, from: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + size; at++) hash = Math.imul(hash ^ (rows[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
