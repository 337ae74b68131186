import type { InvalidInput } from "../../kernel/input.ts";
import { type Field, fieldOf, gathered, problems, type Weights, weightsOf } from "./grouping.ts";
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
  const writer = marksWriter(field, options);
  const kindsTable = kindTable();
  const places = new Uint32Array(election.papers.length);
  for (let index = 0; index < places.length; index++) {
    const start = writer.write(election.papers[index], index);
    places[index] = kindsTable.place(writer.marks(), start, writer.length());
    writer.rewind(kindsTable.end());
  }
  writer.throwIfAny();
  const starts = kindsTable.starts();
  const kinds = starts.length - 1;
  return {
    field,
    kinds,
    starts,
    marks: writer.marks().subarray(0, writer.length()),
    weights: gathered(weights, places, kinds),
  };
}

/** Writes rankings as marks, one after the other, into an array that grows. */
function marksWriter({ indexOf, nominees }: Field, { repeatsAllowed = false, extraName }: ReadingOptions) {
  const wrong = problems();
  const lastSeenIn = new Int32Array(nominees.length + 1).fill(-1);
  let marks = new Int32Array(1024);
  let length = 0;

  const extraIndex = (name: string) => (name === extraName ? nominees.length : undefined);
  const push = (mark: number) => {
    if (length === marks.length) {
      const larger = new Int32Array(2 * length);
      larger.set(marks);
      marks = larger;
    }
    marks[length++] = mark;
  };
  const writeRank = (rank: readonly string[], paper: number, place: number) => {
    const start = length;
    for (let seat = 0; seat < rank.length; seat++) {
      const nominee = rank[seat];
      const index = nominee === undefined ? undefined : (indexOf.get(nominee) ?? extraIndex(nominee));
      if (index === undefined) {
        wrong.add({ field: `papers[${paper}].ranking[${place}][${seat}]`, rule: "nominee", value: nominee });
        continue;
      }
      if (lastSeenIn[index] === paper && !repeatsAllowed)
        wrong.add({ field: `papers[${paper}].ranking[${place}][${seat}]`, rule: "once", value: nominee });
      lastSeenIn[index] = paper;
      push(index);
    }
    if (length - start > 1) marks.subarray(start, length).sort();
    push(rankEnd);
  };

  return {
    marks: () => marks,
    length: () => length,
    throwIfAny: wrong.throwIfAny,
    rewind(end: number) {
      length = end;
    },
    write(paper: RankedPaper | undefined, index: number): number {
      const start = length;
      const ranking: unknown = paper?.ranking;
      if (!Array.isArray(ranking)) {
        wrong.add({ field: `papers[${index}].ranking`, rule: "type", expected: "array", value: ranking });
        return start;
      }
      for (let place = 0; place < ranking.length; place++) {
        const rank: unknown = ranking[place];
        if (Array.isArray(rank)) writeRank(rank, index, place);
        else
          wrong.add({
            field: `papers[${index}].ranking[${place}]`,
            rule: "type",
            expected: "array",
            value: rank,
          });
      }
      return start;
    },
  };
}

/** Which kind a sequence of marks is: an open-addressing hash table over the sequences written so far. */
function kindTable() {
  let slots = new Int32Array(2048).fill(-1);
  const starts: number[] = [];
  const hashes: number[] = [];
  let end = 0;

  const same = (marks: Int32Array, kind: number, start: number, length: number) => {
    const from = starts[kind] ?? 0;
    const to = starts[kind + 1] ?? end;
    if (to - from !== length - start) return false;
    for (let offset = 0; offset < length - start; offset++)
      if (marks[from + offset] !== marks[start + offset]) return false;
    return true;
  };
  const grow = () => {
    slots = new Int32Array(2 * slots.length).fill(-1);
    hashes.forEach((hash, kind) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = kind;
    });
  };

  return {
    end: () => end,
    starts: () => Int32Array.from([...starts, end]),
    /** The kind of the marks from `start` to `length`; they are kept when they are the first of theirs. */
    place(marks: Int32Array, start: number, length: number): number {
      const hash = hashOf(marks, start, length);
      let slot = hash & (slots.length - 1);
      for (; slots[slot] !== -1; slot = (slot + 1) & (slots.length - 1)) {
        const kind = slots[slot] ?? 0;
        if (hashes[kind] === hash && same(marks, kind, start, length)) return kind;
      }
      slots[slot] = starts.length;
      starts.push(start);
      hashes.push(hash);
      end = length;
      if (2 * starts.length > slots.length) grow();
      return starts.length - 1;
    },
  };
}

/** FNV-1a over the marks, then mixed, so that the low bits tell them apart. */
function hashOf(marks: Int32Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < length; index++)
    hash = Math.imul(hash ^ ((marks[index] ?? 0) + 2), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
