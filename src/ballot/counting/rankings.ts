import type { InvalidInput } from "../../kernel/input.ts";
import {
  type Field,
  fieldOf,
  gathered,
  type Problems,
  problems,
  type Weights,
  weightsOf,
} from "./grouping.ts";
import type { Election, RankedPaper } from "./rule.ts";

/** Closes a rank in the marks of a ranking. */
export const rankEnd = -1;

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

export type ReadingOptions = {
  /** Whether a paper may name somebody twice, because the rule says what it then counts for. By default it may not. */
  readonly repeatsAllowed?: boolean;
  /** A name that may stand in a ranking and is no nominee's; it is read as the index after the last nominee's. */
  readonly extraName?: string | undefined;
};

/**
 * Reads an election on rankings.
 * @throws {InvalidInput} (see {@link InvalidInput}) for a paper that names a non-nominee or somebody twice, a weight
 * that is no whole number from 1, no or duplicate nominees, seats below 1
 */
export function readRankings(election: Election<RankedPaper>, options: ReadingOptions = {}): Rankings {
  const field = fieldOf(election);
  const weights = weightsOf(election.papers);
  const { papers } = election;
  const written = writeMarks(papers, field, options);
  const { places, kinds } = kindsOf(written);
  const { marks, starts } = firstOfKinds(written, places, kinds);
  return { field, kinds, starts, marks, weights: gathered(weights, places, kinds) };
}

type Marks = Pick<Rankings, "marks" | "starts">;

/** The marks of every paper, one after the other. */
function writeMarks(
  papers: readonly RankedPaper[],
  { indexOf, nominees }: Field,
  { repeatsAllowed = false, extraName }: ReadingOptions,
): Marks {
  const wrong = problems();
  const known = extraName === undefined ? indexOf : new Map([[extraName, nominees.length], ...indexOf]);
  const lastSeenIn = new Int32Array(nominees.length + 1).fill(-1);
  const starts = new Int32Array(papers.length + 1);
  let marks = new Int32Array(64 + 2 * papers.length * Math.min(nominees.length, 16));
  let length = 0;
  for (let paper = 0; paper < papers.length; paper++) {
    const ranking = listOr(papers[paper]?.ranking, wrong, paper);
    for (let place = 0; place < ranking.length; place++) {
      const rank = listOr(ranking[place], wrong, paper, place);
      if (length + rank.length >= marks.length) marks = enlarged(marks, length + rank.length);
      const start = length;
      for (let seat = 0; seat < rank.length; seat++) {
        const nominee = rank[seat];
        const index = nominee === undefined ? undefined : known.get(nominee);
        if (index === undefined || (lastSeenIn[index] === paper && !repeatsAllowed)) {
          const field = `papers[${paper}].ranking[${place}][${seat}]`;
          wrong.add({ field, rule: index === undefined ? "nominee" : "once", value: nominee });
          continue;
        }
        lastSeenIn[index] = paper;
        marks[length++] = index;
      }
      if (length - start > 1) marks.subarray(start, length).sort();
      marks[length++] = rankEnd;
    }
    starts[paper + 1] = length;
  }
  wrong.throwIfAny();
  return { marks, starts };
}

/** The list, or, when it is none, an empty one and a problem more. */
function listOr<T>(
  list: readonly T[] | undefined,
  wrong: Problems,
  paper: number,
  place?: number,
): readonly T[] {
  if (Array.isArray(list)) return list;
  const field = `papers[${paper}].ranking${place === undefined ? "" : `[${place}]`}`;
  wrong.add({ field, rule: "type", expected: "array", value: list });
  return [];
}

function enlarged(marks: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * (needed + 1));
  larger.set(marks);
  return larger;
}

/** Which kind each paper is of, by an open-addressing hash table over the marks; kinds count up as they are first met. */
function kindsOf({ marks, starts }: Marks): { places: Uint32Array; kinds: number } {
  const papers = starts.length - 1;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * papers + 2))).fill(-1);
  const lastSlot = slots.length - 1;
  const hashes = new Int32Array(papers);
  const firsts = new Int32Array(papers);
  const places = new Uint32Array(papers);
  let kinds = 0;
  for (let paper = 0; paper < papers; paper++) {
    const from = starts[paper] ?? 0;
    const to = starts[paper + 1] ?? 0;
    const hash = hashOf(marks, from, to);
    let slot = hash & lastSlot;
    let kind = slots[slot] ?? -1;
    while (kind >= 0 && !(hashes[kind] === hash && areSame({ marks, starts }, firsts[kind] ?? 0, paper))) {
      slot = (slot + 1) & lastSlot;
      kind = slots[slot] ?? -1;
    }
    if (kind < 0) {
      kind = kinds++;
      slots[slot] = kind;
      hashes[kind] = hash;
      firsts[kind] = paper;
    }
    places[paper] = kind;
  }
  return { places, kinds };
}

function areSame({ marks, starts }: Marks, one: number, other: number): boolean {
  const from = starts[one] ?? 0;
  const length = (starts[one + 1] ?? 0) - from;
  const start = starts[other] ?? 0;
  if ((starts[other + 1] ?? 0) - start !== length) return false;
  for (let offset = 0; offset < length; offset++)
    if (marks[from + offset] !== marks[start + offset]) return false;
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

/** The marks of the first paper of each kind, moved together in place. */
function firstOfKinds({ marks, starts }: Marks, places: Uint32Array, kinds: number): Marks {
  const moved = new Int32Array(kinds + 1);
  let length = 0;
  let kind = 0;
  for (let paper = 0; paper < places.length; paper++) {
    if (places[paper] !== kind) continue;
    const from = starts[paper] ?? 0;
    const to = starts[paper + 1] ?? 0;
    if (from !== length) marks.copyWithin(length, from, to);
    length += to - from;
    moved[++kind] = length;
  }
  return { marks: marks.subarray(0, length), starts: moved };
}
