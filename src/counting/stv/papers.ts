import { type Weights, weightOf } from "../grouping.ts";
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

/** Ballots that go to the same nominee next, and how many papers they are; to the place after the last, to nobody. */
export type Arrival = {
  readonly destination: number;
  readonly papers: bigint;
  readonly ballots: Int32Array;
};

/**
 * Sorts papers by their next preference that `continues`, in the order of the nominees. Those before it never come back,
 * so the first found is the next.
 */
export function sortedByNext(
  preferences: Preferences,
  ballots: Int32Array,
  continues: Uint8Array,
): Arrival[] {
  const next = new Int32Array(ballots.length);
  for (let index = 0; index < ballots.length; index++)
    next[index] = nextOf(preferences, ballots[index] ?? 0, continues);
  return sortedBy(next, ballots, continues.length, preferences.weights);
}

/**
 * Sorts ballots by the nominee to whom each goes `next`; `size` stands for nobody. What it costs depends on the ballots:
 * late in a count of many nominees, piles are many and small.
 */
export function sortedBy(next: Int32Array, ballots: Int32Array, size: number, weights: Weights): Arrival[] {
  const places = new Int32Array(size + 1);
  const met: number[] = [];
  for (let index = 0; index < next.length; index++) {
    const destination = next[index] ?? 0;
    if (places[destination] === 0) met.push(destination);
    places[destination] = (places[destination] ?? 0) + 1;
  }
  met.sort((a, b) => a - b);
  let sum = 0;
  for (const destination of met) {
    const size = places[destination] ?? 0;
    places[destination] = sum;
    sum += size;
  }
  const sorted = new Int32Array(ballots.length);
  for (let index = 0; index < ballots.length; index++) {
    const destination = next[index] ?? 0;
    const place = places[destination] ?? 0;
    sorted[place] = ballots[index] ?? 0;
    places[destination] = place + 1;
  }
  let from = 0;
  return met.map((destination) => {
    const own = sorted.subarray(from, places[destination]);
    from = places[destination] ?? 0;
    return { destination, ballots: own, papers: weightOf(weights, own) };
  });
}

/** The next preference of a ballot that continues, or the place after the last nominee. */
function nextOf({ marks, starts, step }: Preferences, ballot: number, continues: Uint8Array): number {
  const end = starts[ballot + 1] ?? 0;
  for (let at = starts[ballot] ?? 0; at < end; at += step) {
    const nominee = marks[at] ?? 0;
    if (continues[nominee] !== 0) return nominee;
  }
  return continues.length;
}

/** One list of the ballots of a pile: sorted one by one, its parts take most of the time of a count of many nominees. */
export function together(chunks: readonly Int32Array[]): Int32Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const all = new Int32Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
