import { type Batch, type RankingReader, rankEnd, readOn } from "../ranking-reader.ts";

type PreferenceOptions = { readonly size: number; readonly unranked: "last" | "ignored" };

/**
 * Sums of the weights of preferences. A paper adds its weight once for each nominee, to the set of all whom it ranks
 * lower, instead of to each pair; `pairsOf` splits the sets into pairs. A set is cut into words of `bits`
 * bits, and there is a sum for each nominee, word and value of the word.
 */
type Preferences = {
  readonly size: number;
  readonly words: number;
  readonly bits: number;
  readonly wordOf: Int32Array;
  readonly bitOf: Int32Array;
  readonly sums: Float64Array;
  /** Who is below the rank being read; used again for each paper. */
  readonly below: Int32Array;
};

/**
 * The weight of the papers that prefer the nominee of the row to that of the column, row by row. Papers are added as
 * they are read: grouping equal ones first takes longer.
 */
export function preferences(
  reader: RankingReader,
  weights: Float64Array,
  { size, unranked }: PreferenceOptions,
): Float64Array {
  const gathered = noPreferences(size);
  let read = 0;
  for (let from = 0; from < weights.length; from += read) {
    read = readOn(reader, from);
    for (let paper = 0; paper < read; paper++) {
      if (unranked === "last") placeAllBelow(gathered);
      else placeRankedBelow(gathered, reader, paper);
      addPaper(gathered, reader, paper, weights[from + paper] ?? 0);
    }
  }
  return pairsOf(gathered);
}

/** Long words need fewer additions, but a sum for each of their values. With many nominees the words are short. */
function noPreferences(size: number): Preferences {
  const words = Math.ceil(size / (size <= 30 ? 10 : 4));
  const bits = Math.ceil(size / words);
  return {
    size,
    words,
    bits,
    wordOf: Int32Array.from({ length: size }, (_, index) => Math.floor(index / bits)),
    bitOf: Int32Array.from({ length: size }, (_, index) => 1 << (index % bits)),
    sums: new Float64Array((size * words) << bits),
    below: new Int32Array(words),
  };
}

function placeAllBelow({ below, size, words, bits }: Preferences): void {
  for (let word = 0; word < words; word++) below[word] = (1 << bits) - 1;
  below[words - 1] = (1 << (size - (words - 1) * bits)) - 1;
}

function placeRankedBelow(
  { below, wordOf, bitOf }: Preferences,
  { marks, starts }: Batch,
  paper: number,
): void {
  below.fill(0);
  const end = starts[paper + 1] ?? 0;
  for (let at = starts[paper] ?? 0; at < end; at++) {
    const index = marks[at] ?? rankEnd;
    if (index === rankEnd) continue;
    const word = wordOf[index] ?? 0;
    below[word] = (below[word] ?? 0) | (bitOf[index] ?? 0);
  }
}

/**
 * From the first rank down: the nominees of a rank leave the set, and each of them is preferred to all who
 * are left.
 */
function addPaper(
  { words, bits, wordOf, bitOf, sums, below }: Preferences,
  { marks, starts }: Batch,
  paper: number,
  weight: number,
): void {
  const end = starts[paper + 1] ?? 0;
  let first = starts[paper] ?? 0;
  for (let at = first; at < end; at++) {
    const index = marks[at] ?? rankEnd;
    if (index !== rankEnd) {
      const word = wordOf[index] ?? 0;
      below[word] = (below[word] ?? 0) & ~(bitOf[index] ?? 0);
      continue;
    }
    for (; first < at; first++)
      for (let word = 0; word < words; word++) {
        const cell = (((marks[first] ?? 0) * words + word) << bits) + (below[word] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + weight;
      }
    first = at + 1;
  }
}

function pairsOf({ size, words, bits, sums }: Preferences): Float64Array {
  const pairs = new Float64Array(size * size);
  for (let cell = 0; cell < sums.length; cell++) {
    const weight = sums[cell] ?? 0;
    if (weight === 0) continue;
    const place = cell >> bits;
    const first = Math.floor(place / words) * size + (place % words) * bits;
    for (let bit = 0; bit < bits; bit++)
      if ((cell >> bit) & 1) pairs[first + bit] = (pairs[first + bit] ?? 0) + weight;
  }
  return pairs;
}
