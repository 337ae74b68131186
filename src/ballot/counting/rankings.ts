import type { InvalidInput } from "../../kernel/input.ts";
import { type Field, fieldOf, gathered, problems, type Weights, weightsOf } from "./grouping.ts";
import { type ReadingOptions, rankEnd, rankingReader, readOn } from "./ranking-reader.ts";
import type { Election, RankedPaper } from "./rule.ts";

export { rankEnd, type ReadingOptions };

/**
 * Rankings read once, equal ones together. The marks of kind `k` are `marks[starts[k]]` to `marks[starts[k + 1] - 1]`:
 * indexes of nominees in ascending order within a rank, and `rankEnd` after each rank, empty ones included.
 */
export type Rankings = {
  readonly field: Field;
  readonly marks: Int32Array;
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

/** The kinds met so far, with a hash table of open addressing. A slot holds one more than a kind, or 0. */
type Kinds = {
  marks: Int32Array;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  count: number;
};

function noKinds(papers: number, nominees: number): Kinds {
  return {
    marks: new Int32Array(64 + 2 * papers * Math.min(nominees, 16)),
    starts: new Int32Array(papers + 1),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * papers + 2))),
    hashes: new Int32Array(papers),
    count: 0,
  };
}

/** The kind of a paper read last: one met before, or the next, which it is then the first of. */
function kindOf(kinds: Kinds, { marks, starts }: Pick<Rankings, "marks" | "starts">, paper: number): number {
  const { slots, hashes } = kinds;
  const start = starts[paper] ?? 0;
  const end = starts[paper + 1] ?? 0;
  const hash = hashOf(marks, start, end);
  const lastSlot = slots.length - 1;
  let slot = hash & lastSlot;
  for (let next = slots[slot] ?? 0; next > 0; next = slots[slot] ?? 0) {
    if (hashes[next - 1] === hash && isOf(kinds, next - 1, marks, start, end)) return next - 1;
    slot = (slot + 1) & lastSlot;
  }
  slots[slot] = kinds.count + 1;
  hashes[kinds.count] = hash;
  keep(kinds, marks, start, end);
  return kinds.count - 1;
}

function keep(kinds: Kinds, marks: Int32Array, start: number, end: number): void {
  let to = kinds.starts[kinds.count] ?? 0;
  if (to + end - start > kinds.marks.length) {
    const larger = new Int32Array(2 * (to + end - start));
    larger.set(kinds.marks);
    kinds.marks = larger;
  }
  for (let at = start; at < end; at++) kinds.marks[to++] = marks[at] ?? 0;
  kinds.starts[++kinds.count] = to;
}

function isOf(kinds: Kinds, kind: number, marks: Int32Array, start: number, end: number): boolean {
  const first = kinds.starts[kind] ?? 0;
  if ((kinds.starts[kind + 1] ?? 0) - first !== end - start) return false;
  for (let at = start; at < end; at++) if (kinds.marks[first + at - start] !== marks[at]) return false;
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
