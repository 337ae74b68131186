import type { Weights } from "../grouping.ts";
import { exactSums } from "../grouping.ts";
import { type Marks, marksFor, type Rankings, rankEnd } from "../rankings.ts";

/**
 * The preferences of each kind of paper, one nominee after the other: those of kind `k` are `marks[starts[k]]` to
 * `marks[starts[k + 1] - 1]`. Whoever is withdrawn is not on them.
 */
export type Preferences = {
  readonly marks: Marks;
  readonly starts: Int32Array;
  readonly weights: Weights;
  /** Kinds that name somebody who stands: the papers that are counted. */
  readonly kinds: Int32Array;
};

/** What a rank that names nobody does: ends the paper, or is passed over. */
export type SkippedRank = "ends" | "passed";

/** The preferences in single file. A rank that names several ends a paper: from there on its will is not known. */
export function preferencesOf(
  rankings: Rankings,
  stands: (nominee: number) => boolean,
  skippedRank: SkippedRank,
): Preferences {
  const { field, kinds, weights } = rankings;
  const size = field.nominees.length;
  const standing = Uint8Array.from({ length: size }, (_, nominee) => (stands(nominee) ? 1 : 0));
  const marks = marksFor(size, rankings.marks.length);
  const starts = new Int32Array(kinds + 1);
  const counted = new Int32Array(kinds);
  const source = { ...rankings, standing, skippedRank };
  let count = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const start = starts[kind] ?? 0;
    const end = copyPreferences(source, kind, marks, start);
    starts[kind + 1] = end;
    if (end > start) counted[count++] = kind;
  }
  return { marks: marks.subarray(0, starts[kinds]), starts, weights, kinds: counted.subarray(0, count) };
}

type Source = Pick<Rankings, "marks" | "starts"> & {
  readonly standing: Uint8Array;
  readonly skippedRank: SkippedRank;
};

/** Copies those in single file who stand, and returns where they end. */
function copyPreferences(
  { marks, starts, standing, skippedRank }: Source,
  kind: number,
  own: Marks,
  start: number,
): number {
  const end = starts[kind + 1] ?? 0;
  let length = start;
  for (let at = starts[kind] ?? 0; at < end; at++) {
    if (marks[at] === rankEnd && skippedRank === "ends") break;
    let alone = -1;
    for (; marks[at] !== rankEnd; at++) {
      const nominee = marks[at] ?? 0;
      if (standing[nominee] !== 1) continue;
      if (alone !== -1) return length;
      alone = nominee;
    }
    if (alone !== -1) own[length++] = alone;
  }
  return length;
}

/** The papers of `kinds` by where each goes next, and how many go there; place `nominees` is for those that go nowhere. */
export type Sorted = {
  /** Kinds by destination: those of `d` are `kinds[ends[d - 1]]` to `kinds[ends[d] - 1]`. */
  readonly kinds: Int32Array;
  readonly ends: Int32Array;
  readonly papers: readonly bigint[];
};

/** Sorts papers by their next preference that `continues`. Those before it are gone for good, so the first found is the next. */
export function sortedByNext(
  { marks, starts, weights }: Preferences,
  kinds: Int32Array,
  continues: Uint8Array,
): Sorted {
  const nowhere = continues.length;
  const next = new Int32Array(kinds.length);
  const ends = new Int32Array(nowhere + 1);
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index] ?? 0;
    const end = starts[kind + 1] ?? 0;
    let at = starts[kind] ?? 0;
    while (at < end && continues[marks[at] ?? 0] === 0) at++;
    const destination = at < end ? (marks[at] ?? 0) : nowhere;
    next[index] = destination;
    ends[destination] = (ends[destination] ?? 0) + 1;
  }
  for (let place = 1; place <= nowhere; place++) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0);
  const sorted = new Int32Array(kinds.length);
  const free = ends.slice();
  for (let index = kinds.length - 1; index >= 0; index--) {
    const place = (free[next[index] ?? 0] ?? 0) - 1;
    free[next[index] ?? 0] = place;
    sorted[place] = kinds[index] ?? 0;
  }
  const papers = exactSums(weights, (weight) => {
    const sums = new Float64Array(nowhere + 1);
    for (let index = 0; index < kinds.length; index++) {
      const destination = next[index] ?? 0;
      sums[destination] = (sums[destination] ?? 0) + (weight[kinds[index] ?? 0] ?? 0);
    }
    return sums;
  });
  return { kinds: sorted, ends, papers };
}
