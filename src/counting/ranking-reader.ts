import type { Field, Problems } from "./grouping.ts";
import type { Nominee, RankedPaper } from "./rule.ts";

/** Closes a rank in the marks of a ranking. */
export const rankEnd = -1;

export type ReadingOptions = {
  /** Whether a paper may name somebody twice, because the rule says what it then counts for. By default it may not. */
  readonly repeatsAllowed?: boolean;
  /** A name that a ranking may hold although it is not nominated. It is read as the index after the last nominee. */
  readonly extraName?: string | undefined;
};

/**
 * Papers that are read in batches, as often as wanted, into the same marks. State and functions are separate: with a
 * closure for each election, the compiler would start again each time.
 */
export type RankingReader = {
  readonly papers: readonly RankedPaper[];
  readonly names: Names;
  readonly repeatsAllowed: boolean;
  readonly wrong: Problems;
  /** In which reading each name was last seen, and how many papers have been read. */
  readonly lastSeenIn: Int32Array;
  readings: number;
  /** Whether every rank read so far names exactly one. */
  isStrict: boolean;
  /**
   * The marks of the papers read last. Those of paper `k`, from 0, are `marks[starts[k]]` to
   * `marks[starts[k + 1] - 1]`.
   */
  marks: Int32Array;
  readonly starts: Int32Array;
};

/** The papers read last, for the function that counts them. */
export type Batch = Pick<RankingReader, "marks" | "starts">;

/**
 * How many papers are read at a time: few enough for their marks to stay in the cache, and enough to read
 * without interruption.
 */
const batchMax = 256;

export function rankingReader(
  papers: readonly RankedPaper[],
  { nominees }: Field,
  { repeatsAllowed = false, extraName }: ReadingOptions,
  wrong: Problems,
): RankingReader {
  const names = namesOf(extraName === undefined ? nominees : [...nominees, extraName]);
  const lastSeenIn = new Int32Array(names.list.length);
  const marks = new Int32Array(64);
  const starts = new Int32Array(batchMax + 1);
  return { papers, names, repeatsAllowed, wrong, lastSeenIn, readings: 0, isStrict: true, marks, starts };
}

/** Reads the next papers from the one of index `from` on, and returns how many it was: 0 after the last. */
export function readOn(reader: RankingReader, from: number): number {
  const { papers, starts } = reader;
  const to = Math.min(papers.length, from + batchMax);
  let needed = 0;
  for (let paper = from; paper < to; paper++) needed += marksMax(reader, paper);
  if (needed > reader.marks.length) reader.marks = new Int32Array(2 * needed);
  for (let paper = from; paper < to; paper++)
    starts[paper - from + 1] = readPaper(reader, paper, starts[paper - from] ?? 0);
  return to - from;
}

/**
 * Writes the marks of a paper from `start` on, and returns where they end: indexes of nominees in ascending order
 * within a rank, and `rankEnd` after each rank, empty ones included. What is wrong is left out and reported.
 */
function readPaper(reader: RankingReader, paper: number, start: number): number {
  const { names, lastSeenIn, marks } = reader;
  const ranking = listOr(reader.papers[paper]?.ranking, reader.wrong, paper);
  const reading = ++reader.readings;
  let end = start;
  for (let place = 0; place < ranking.length; place++) {
    const rank = ranking[place];
    // Most ranks hold one name, and are read without a loop.
    const index = Array.isArray(rank) && rank.length === 1 ? indexOf(names, rank[0]) : -1;
    if (index >= 0 && lastSeenIn[index] !== reading) {
      lastSeenIn[index] = reading;
      marks[end++] = index;
    } else end = readRank(reader, paper, place, end);
    marks[end++] = rankEnd;
  }
  return end;
}

/** Writes the marks of a rank from `start` on, without `rankEnd`, and returns where they end. */
function readRank(reader: RankingReader, paper: number, place: number, start: number): number {
  const { names, repeatsAllowed, lastSeenIn, marks, readings } = reader;
  const rank = listOr(reader.papers[paper]?.ranking[place], reader.wrong, paper, place);
  let end = start;
  for (let seat = 0; seat < rank.length; seat++) {
    const index = indexOf(names, rank[seat]);
    if (index < 0 || (lastSeenIn[index] === readings && !repeatsAllowed)) {
      const field = `papers[${paper}].ranking[${place}][${seat}]`;
      reader.wrong.add({ field, rule: index < 0 ? "nominee" : "once", value: rank[seat] });
      continue;
    }
    lastSeenIn[index] = readings;
    marks[end++] = index;
  }
  if (end - start !== 1) reader.isStrict = false;
  if (end - start > 1) marks.subarray(start, end).sort();
  return end;
}

/** How many marks a paper may take at most. */
function marksMax({ papers, repeatsAllowed, lastSeenIn }: RankingReader, paper: number): number {
  const ranking = papers[paper]?.ranking;
  if (!Array.isArray(ranking)) return 0;
  if (!repeatsAllowed) return ranking.length + lastSeenIn.length;
  let length = ranking.length;
  for (const rank of ranking) length += Array.isArray(rank) ? rank.length : 0;
  return length;
}

/**
 * Finds the index of a name. Most of the reading time goes into this, so the first try is a guess by a feature or two of
 * the name. The Map, which hashes the whole name, is asked only when the guess is wrong.
 */
type Names = {
  readonly list: readonly Nominee[];
  readonly feature: Feature;
  readonly guesses: Int32Array;
  readonly known: ReadonlyMap<Nominee, number>;
};

type Feature = (typeof features)[number];
const features = ["first", "last", "several"] as const;
const slots = 1024;

function namesOf(list: readonly Nominee[]): Names {
  const known = new Map<Nominee, number>();
  for (const [index, name] of list.entries()) if (!known.has(name)) known.set(name, index);
  const told = (feature: Feature) => new Set([...known.keys()].map((name) => slotOf(name, feature))).size;
  const most = Math.max(...features.map(told));
  const feature = features.find((one) => told(one) === most) ?? "several";
  const guesses = new Int32Array(slots);
  for (const [name, index] of known) guesses[slotOf(name, feature)] = index;
  return { list, feature, guesses, known };
}

/** The index of a name, -1 for any other value. */
function indexOf({ list, feature, guesses, known }: Names, name: unknown): number {
  if (typeof name !== "string") return -1;
  const guess = guesses[slotOf(name, feature)] ?? 0;
  return list[guess] === name ? guess : (known.get(name) ?? -1);
}

function slotOf(name: Nominee, feature: Feature): number {
  if (feature === "first") return name.charCodeAt(0) & (slots - 1);
  const length = name.length;
  const last = name.charCodeAt(length - 1);
  if (feature === "last") return last & (slots - 1);
  return (31 * name.charCodeAt(0) + 7 * last + length) & (slots - 1);
}

/** The list. For anything else, an empty list, and a problem is added. */
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
