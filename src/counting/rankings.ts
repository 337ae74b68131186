import type { InvalidInput } from "../kernel/input.ts";
import { type Field, fieldOf, gathered, problems, type Weights, weightsOf } from "./grouping.ts";
import { type Batch, type ReadingOptions, rankEnd, rankingReader, readOn } from "./ranking-reader.ts";
import type { Election, RankedPaper } from "./rule.ts";

export { type ReadingOptions, rankEnd };

/** Bytes where the indexes fit into them: papers are many, and memory costs more than counting. */
export type Marks = Int8Array | Int32Array;

/** So many marks, wide enough for the indexes of so many nominees and one more. */
export function marksFor(nominees: number, length: number): Marks {
  return nominees < 127 ? new Int8Array(length) : new Int32Array(length);
}

/**
 * Rankings read once, equal ones together. The marks of kind `k` are `marks[starts[k]]` to `marks[starts[k + 1] - 1]`:
 * indexes of nominees in ascending order within a rank, and `rankEnd` after each rank, empty ones included.
 */
export type Rankings = {
  readonly field: Field;
  readonly marks: Marks;
  readonly starts: Int32Array;
  readonly kinds: number;
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
  const kinds = noKinds(papers.length, field.nominees.length);
  const places = new Uint32Array(papers.length);
  let read = 0;
  for (let from = 0; from < papers.length; from += read) {
    read = readOn(reader, from);
    for (let paper = 0; paper < read; paper++) places[from + paper] = kindOf(kinds, reader, paper);
  }
  wrong.throwIfAny();
  const { marks, starts, count } = kinds;
  return {
    field,
    kinds: count,
    starts: starts.subarray(0, count + 1),
    marks: marks.subarray(0, starts[count]),
    weights: gathered(weights, places, count),
  };
}

/**
 * The kinds met so far. The hash table has open addressing; a slot is 0, or one more than a kind with, in the bits that
 * no kind needs, those of the hash, so that it takes little memory and others are seldom looked up in vain.
 */
type Kinds = {
  readonly nominees: number;
  marks: Marks;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly kindBits: number;
  count: number;
};

function noKinds(papers: number, nominees: number): Kinds {
  return {
    nominees,
    marks: marksFor(nominees, 64 + 2 * papers * Math.min(nominees, 16)),
    starts: new Int32Array(papers + 1),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(1.25 * papers + 2))),
    kindBits: 2 ** Math.ceil(Math.log2(papers + 2)) - 1,
    count: 0,
  };
}

/** The kind of a paper read last: one met before, or the next, which it is then the first of. */
function kindOf(kinds: Kinds, { marks, starts }: Batch, paper: number): number {
  const { slots, kindBits } = kinds;
  const start = starts[paper] ?? 0;
  const end = starts[paper + 1] ?? 0;
  const hash = hashOf(marks, start, end);
  const lastSlot = slots.length - 1;
  let slot = hash & lastSlot;
  for (let met = slots[slot] ?? 0; met !== 0; met = slots[slot] ?? 0) {
    const kind = (met & kindBits) - 1;
    if (((met ^ hash) & ~kindBits) === 0 && isOf(kinds, kind, marks, start, end)) return kind;
    slot = (slot + 1) & lastSlot;
  }
  slots[slot] = (hash & ~kindBits) | (kinds.count + 1);
  keep(kinds, marks, start, end);
  return kinds.count - 1;
}

function keep(kinds: Kinds, marks: Int32Array, start: number, end: number): void {
  let to = kinds.starts[kinds.count] ?? 0;
  if (to + end - start > kinds.marks.length) {
    const larger = marksFor(kinds.nominees, 2 * (to + end - start));
    larger.set(kinds.marks);
    kinds.marks = larger;
  }
  const kept = kinds.marks;
  for (let at = start; at < end; at++) kept[to++] = marks[at] ?? 0;
  kinds.starts[++kinds.count] = to;
}

function isOf(kinds: Kinds, kind: number, marks: Int32Array, start: number, end: number): boolean {
  const first = kinds.starts[kind] ?? 0;
  if ((kinds.starts[kind + 1] ?? 0) - first !== end - start) return false;
  const kept = kinds.marks;
  for (let at = start; at < end; at++) if (kept[first + at - start] !== marks[at]) return false;
  return true;
}

/** FNV-1a over the marks, then mixed, so that the low bits tell them apart. */
function hashOf(marks: Int32Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ ((marks[at] ?? 0) + 2), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
