import type { Paper, PaperGroup } from "./paper.ts";

/**
 * Papers as rows of numbers: equal papers have equal rows, and rows are in the same order as the texts of `keyOf`. A
 * box may hold 100,000 papers, whose texts would take far more time and memory than one array of numbers.
 */
type Rows = {
  numbers: Int32Array;
  end: number;
  /** The place in `texts` of each word on the papers. */
  readonly names: Map<string, number>;
  readonly points: Map<number, number>;
  /** What stands in the text of a paper for each word. No text is the beginning of another. */
  readonly texts: string[];
};

// In a text, a list that ends comes after a list that goes on; only scores begin with a brace, which comes after it.
const noScores = -1;
const listEnd = -2;
const rankingEnd = -3;

/** Papers in groups of equal ones, in the order of their contents as texts. */
export function equalTogether(groups: readonly PaperGroup[]): PaperGroup[] {
  const rows = newRows(8 * groups.length);
  const starts = new Uint32Array(groups.length + 1);
  for (const [place, { paper }] of groups.entries()) {
    write(rows, paper);
    starts[place + 1] = rows.end;
  }
  rankWords(rows);
  const order = Uint32Array.from(groups.keys()).sort((a, b) => compared(rows, starts, a, b) || a - b);
  const found: PaperGroup[] = [];
  let last: number | undefined;
  for (const place of order) {
    const group = groups[place];
    if (group === undefined) continue;
    const { papers, paper } = group;
    const isEqual = last !== undefined && compared(rows, starts, last, place) === 0;
    const before = isEqual ? (found.pop()?.papers ?? 0) : 0;
    found.push({ papers: before + papers, paper });
    last = place;
  }
  return found;
}

function newRows(length: number): Rows {
  const numbers = new Int32Array(Math.max(64, length));
  return { numbers, end: 0, names: new Map(), points: new Map(), texts: [] };
}

function write(rows: Rows, paper: Paper): void {
  put(rows, wordOf(rows, paper.kind));
  switch (paper.kind) {
    case "opinions":
      writeNames(rows, paper.for);
      writeNames(rows, paper.against);
      return;
    case "names":
      writeNames(rows, paper.names);
      return;
    case "ranking":
      for (const group of paper.ranking) writeNames(rows, group);
      put(rows, rankingEnd);
      return;
    case "scores":
      for (const { nominee, points } of paper.scores) {
        put(rows, wordOf(rows, nominee));
        put(rows, pointsOf(rows, points));
      }
      put(rows, paper.scores.length === 0 ? noScores : listEnd);
      return;
    case "invalid":
      put(rows, wordOf(rows, paper.reason));
  }
}

function writeNames(rows: Rows, names: readonly string[]): void {
  for (const name of names) put(rows, wordOf(rows, name));
  put(rows, listEnd);
}

function put(rows: Rows, number: number): void {
  if (rows.end === rows.numbers.length) {
    const longer = new Int32Array(2 * rows.numbers.length);
    longer.set(rows.numbers);
    rows.numbers = longer;
  }
  rows.numbers[rows.end++] = number;
}

function wordOf({ names, texts }: Rows, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, texts.length);
  return texts.push(JSON.stringify(name)) - 1;
}

function pointsOf({ points, texts }: Rows, given: number): number {
  const known = points.get(given);
  if (known !== undefined) return known;
  points.set(given, texts.length);
  // With the brace that follows it: 30 comes before 3.
  return texts.push(`${JSON.stringify(given)}}`) - 1;
}

/** Replaces each number of a word by its place in the order of the texts, equal texts together. */
function rankWords({ numbers, end, texts }: Rows): void {
  const sorted = [...new Set(texts)].sort();
  const rankOf = new Map(sorted.map((text, rank) => [text, rank + 1]));
  const ranks = texts.map((text) => rankOf.get(text) ?? 0);
  const endRanks = [0, sorted.length + 1, sorted.length + 2];
  for (let at = 0; at < end; at++) {
    const number = numbers[at] ?? 0;
    numbers[at] = (number >= 0 ? ranks[number] : endRanks[~number]) ?? 0;
  }
}

function compared({ numbers }: Rows, starts: Uint32Array, a: number, b: number): number {
  const end = starts[a + 1] ?? 0;
  for (let at = starts[a] ?? 0, other = starts[b] ?? 0; at < end; at++, other++) {
    const difference = (numbers[at] ?? 0) - (numbers[other] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
