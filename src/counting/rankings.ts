import type { InvalidInput } from "../kernel/problem.ts";
import { type Field, fieldOf, gathered, problems, type Weights, weightsOf } from "./grouping.ts";
import { type Batch, type ReadingOptions, rankEnd, rankingReader, readOn } from "./ranking-reader.ts";
import type { Election, RankedPaper } from "./rule.ts";

export { rankEnd };

/** As narrow as the indexes allow: there are many papers, and memory costs more than counting. */
export type Marks = Int8Array | Int16Array | Int32Array;

/** An array of `length` marks, wide enough for the indexes of all nominees and one more. */
export function marksFor(nominees: number, length: number): Marks {
  if (nominees < 2 ** 7 - 1) return new Int8Array(length);
  return nominees < 2 ** 15 - 1 ? new Int16Array(length) : new Int32Array(length);
}

/**
 * Rankings read once, as ballots: equal papers together, unless hardly two of them are equal. The marks of ballot `k` are
 * those from `marks[starts[k]]` to `marks[starts[k + 1] - 1]`: indexes of nominees in ascending order within a rank, and
 * `rankEnd` after each rank, empty ones included.
 */
export type Rankings = {
  readonly field: Field;
  readonly marks: Marks;
  readonly starts: Int32Array;
  /** Whether every rank names exactly one, so that every second mark is a name. */
  readonly isStrict: boolean;
  /** How many distinct ballots there are. */
  readonly ballots: number;
  readonly weights: Weights;
};

/**
 * Reads an election on rankings.
 * @throws {InvalidInput} (see {@link InvalidInput}) for a paper that names a non-nominee or somebody twice, a weight
 * that is no whole number from 1, no or duplicate nominees, seats below 1
 */
export function readRankings(election: Election<RankedPaper>, options: ReadingOptions = {}): Rankings {
  const field = fieldOf(election);
  const { papers } = election;
  const weights = weightsOf(papers);
  const wrong = problems();
  const reader = rankingReader(papers, field, options, wrong);
  const ballots = noBallots(papers.length, field.nominees.length);
  const places = new Uint32Array(papers.length);
  let read = 0;
  for (let from = 0; from < papers.length; from += read) {
    read = readOn(reader, from);
    for (let paper = 0; paper < read; paper++) places[from + paper] = ballotOf(ballots, reader, paper);
  }
  wrong.throwIfAny();
  const { marks, starts, count } = ballots;
  return {
    field,
    isStrict: reader.isStrict,
    ballots: count,
    starts: starts.subarray(0, count + 1),
    marks: marks.subarray(0, starts[count]),
    weights: count === papers.length ? weights : gathered(weights, places, count),
  };
}

/**
 * The distinct ballots met so far. The hash table has open addressing. A slot is 0, or one more than the number of a
 * ballot; the high bits, which no number needs, hold bits of the hash, so that few other ballots are compared in vain.
 */
type Ballots = {
  readonly nominees: number;
  marks: Marks;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly ballotBits: number;
  isSearched: boolean;
  /** How many papers were read. */
  read: number;
  count: number;
};

/**
 * Equal ballots are looked for as long as there are some. Where hardly two of the first papers are equal, the search takes
 * longer than it saves, and each later paper is a ballot of its own.
 */
const sample = 4_096;
const mostlyDistinct = 0.9;

function noBallots(papers: number, nominees: number): Ballots {
  return {
    nominees,
    marks: marksFor(nominees, 64 + 2 * papers * Math.min(nominees, 16)),
    starts: new Int32Array(papers + 1),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(1.25 * papers + 2))),
    ballotBits: 2 ** Math.ceil(Math.log2(papers + 2)) - 1,
    isSearched: true,
    read: 0,
    count: 0,
  };
}

/** The number of the ballot that a paper is: one met before, or the next number. */
function ballotOf(ballots: Ballots, { marks, starts }: Batch, paper: number): number {
  if (ballots.isSearched && ballots.read === sample)
    ballots.isSearched = ballots.count < mostlyDistinct * sample;
  ballots.read++;
  const { slots, ballotBits } = ballots;
  const start = starts[paper] ?? 0;
  const end = starts[paper + 1] ?? 0;
  if (!ballots.isSearched) {
    keep(ballots, marks, start, end);
    return ballots.count - 1;
  }
  const hash = hashOf(marks, start, end);
  const lastSlot = slots.length - 1;
  let slot = hash & lastSlot;
  for (let met = slots[slot] ?? 0; met !== 0; met = slots[slot] ?? 0) {
    const ballot = (met & ballotBits) - 1;
    if (((met ^ hash) & ~ballotBits) === 0 && isOf(ballots, ballot, marks, start, end)) return ballot;
    slot = (slot + 1) & lastSlot;
  }
  slots[slot] = (hash & ~ballotBits) | (ballots.count + 1);
  keep(ballots, marks, start, end);
  return ballots.count - 1;
}

function keep(ballots: Ballots, marks: Int32Array, start: number, end: number): void {
  let to = ballots.starts[ballots.count] ?? 0;
  if (to + end - start > ballots.marks.length) {
    const larger = marksFor(ballots.nominees, 2 * (to + end - start));
    larger.set(ballots.marks);
    ballots.marks = larger;
  }
  const kept = ballots.marks;
  for (let at = start; at < end; at++) kept[to++] = marks[at] ?? 0;
  ballots.starts[++ballots.count] = to;
}

function isOf(ballots: Ballots, ballot: number, marks: Int32Array, start: number, end: number): boolean {
  const first = ballots.starts[ballot] ?? 0;
  if ((ballots.starts[ballot + 1] ?? 0) - first !== end - start) return false;
  const kept = ballots.marks;
  for (let at = start; at < end; at++) if (kept[first + at - start] !== marks[at]) return false;
  return true;
}

/** FNV-1a over the marks, then mixed, so that the low bits differ too. */
function hashOf(marks: Int32Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ ((marks[at] ?? 0) + 2), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
