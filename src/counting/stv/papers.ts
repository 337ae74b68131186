import type { Weights } from "../grouping.ts";
import { exactSums } from "../grouping.ts";
import { type Marks, marksFor, type Rankings, rankEnd } from "../rankings.ts";

/**
 * The preferences of each distinct ballot as a strict ranking: those of ballot `k` are every `step`-th mark from
 * `marks[starts[k]]` to `marks[starts[k + 1] - 1]`. Withdrawn nominees are not on them.
 */
export type Preferences = {
  readonly marks: Marks;
  readonly starts: Int32Array;
  readonly step: 1 | 2;
  readonly weights: Weights;
  /** Ballots that name somebody who isInField: the papers that are counted. */
  readonly ballots: Int32Array;
};

/** What a rank that names nobody does: ends the paper, or is passed over. */
export type SkippedRank = "ends" | "passed";

/** The preferences as strict rankings. A rank that names several ends a paper: the rest of its order is not known. */
export function preferencesOf(
  rankings: Rankings,
  isInField: (nominee: number) => boolean,
  skippedRank: SkippedRank,
): Preferences {
  const { field, ballots, weights } = rankings;
  const size = field.nominees.length;
  if (rankings.isStrict && field.nominees.every((_, nominee) => isInField(nominee))) return asRead(rankings);
  const inField = Uint8Array.from({ length: size }, (_, nominee) => (isInField(nominee) ? 1 : 0));
  const marks = marksFor(size, rankings.marks.length);
  const starts = new Int32Array(ballots + 1);
  const counted = new Int32Array(ballots);
  const source = { ...rankings, inField, skippedRank };
  let count = 0;
  for (let ballot = 0; ballot < ballots; ballot++) {
    const start = starts[ballot] ?? 0;
    const end = copyPreferences(source, ballot, marks, start);
    starts[ballot + 1] = end;
    if (end > start) counted[count++] = ballot;
  }
  return {
    marks: marks.subarray(0, starts[ballots]),
    starts,
    step: 1,
    weights,
    ballots: counted.subarray(0, count),
  };
}

/** The rankings are strict, and nobody withdrew: they need no copy. */
function asRead({ marks, starts, weights, ballots }: Rankings): Preferences {
  const counted = new Int32Array(ballots);
  let count = 0;
  for (let ballot = 0; ballot < ballots; ballot++)
    if ((starts[ballot + 1] ?? 0) > (starts[ballot] ?? 0)) counted[count++] = ballot;
  return { marks, starts, step: 2, weights, ballots: counted.subarray(0, count) };
}

type Source = Pick<Rankings, "marks" | "starts"> & {
  readonly inField: Uint8Array;
  readonly skippedRank: SkippedRank;
};

/** Copies the strict ranking of the nominees in the field, and returns where it ends. */
function copyPreferences(
  { marks, starts, inField, skippedRank }: Source,
  ballot: number,
  own: Marks,
  start: number,
): number {
  const end = starts[ballot + 1] ?? 0;
  let length = start;
  for (let at = starts[ballot] ?? 0; at < end; at++) {
    if (marks[at] === rankEnd && skippedRank === "ends") break;
    let alone = -1;
    for (; marks[at] !== rankEnd; at++) {
      const nominee = marks[at] ?? 0;
      if (inField[nominee] !== 1) continue;
      if (alone !== -1) return length;
      alone = nominee;
    }
    if (alone !== -1) own[length++] = alone;
  }
  return length;
}

/**
 * Ballots by the nominee that each goes to next, and how many papers go there. The place after the last
 * nominee is for ballots that go to nobody.
 */
type Sorted = {
  /** Ballots by destination: those of `d` are `ballots[ends[d - 1]]` to `ballots[ends[d] - 1]`. */
  readonly ballots: Int32Array;
  readonly ends: Int32Array;
  readonly papers: readonly bigint[];
};

/**
 * Sorts papers by their next preference that `continues`. Those before it never come back, so the first found
 * is the next.
 */
export function sortedByNext(
  { marks, starts, step, weights }: Preferences,
  ballots: Int32Array,
  continues: Uint8Array,
): Sorted {
  const nowhere = continues.length;
  const next = new Int32Array(ballots.length);
  const ends = new Int32Array(nowhere + 1);
  for (let index = 0; index < ballots.length; index++) {
    const ballot = ballots[index] ?? 0;
    const end = starts[ballot + 1] ?? 0;
    let at = starts[ballot] ?? 0;
    while (at < end && continues[marks[at] ?? 0] === 0) at += step;
    const destination = at < end ? (marks[at] ?? 0) : nowhere;
    next[index] = destination;
    ends[destination] = (ends[destination] ?? 0) + 1;
  }
  for (let place = 1; place <= nowhere; place++) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0);
  const sorted = new Int32Array(ballots.length);
  const free = ends.slice();
  for (let index = ballots.length - 1; index >= 0; index--) {
    const place = (free[next[index] ?? 0] ?? 0) - 1;
    free[next[index] ?? 0] = place;
    sorted[place] = ballots[index] ?? 0;
  }
  const papers = exactSums(weights, (weight) => {
    const sums = new Float64Array(nowhere + 1);
    for (let index = 0; index < ballots.length; index++) {
      const destination = next[index] ?? 0;
      sums[destination] = (sums[destination] ?? 0) + (weight[ballots[index] ?? 0] ?? 0);
    }
    return sums;
  });
  return { ballots: sorted, ends, papers };
}
