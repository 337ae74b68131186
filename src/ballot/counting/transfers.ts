import { type Fraction, fraction } from "../../kernel/fraction.ts";
import { exactSums } from "./grouping.ts";
import { type Rankings, rankEnd } from "./rankings.ts";

/** Several at one rank: the paper stops there, the rank is passed over, or it stops only if several of them still stand. */
export type Overvotes = "exhaust" | "skip" | "exhaust-if-several-stand";

export type TransferOptions = {
  /** By default `exhaust-if-several-stand`. */
  readonly overvotes?: Overvotes;
  /** How many ranks in a row may be left out before the paper stops there; by default any number. */
  readonly skippedRanksMax?: number;
  /** How many ranks are read; by default all. */
  readonly ranksMax?: number;
  /** Somebody named twice: the paper is bad input (the default), the repeat is passed over, or the paper stops there. */
  readonly repeats?: "refuse" | "skip" | "exhaust";
  /** A name that is no nominee's and says that the paper is overvoted at that rank. */
  readonly overvoteMark?: string;
};

/** Why a paper counts for nobody any more. */
export type Inactive = {
  readonly choicesExhausted: Fraction;
  readonly overvoted: Fraction;
  readonly ranksSkipped: Fraction;
  readonly repeated: Fraction;
  readonly blank: Fraction;
};

export type Transferred = { readonly votes: readonly Fraction[]; readonly inactive: Inactive };

/** Whom each kind of paper counts for: an index, or below 0 the reason why for nobody. */
export type Holders = Int32Array;

const exhausted = -1;
const overvoted = -2;
const skipped = -3;
const repeated = -4;
const blank = -5;
const unread = -6;

/** Nothing counted yet. */
export function noHolders(rankings: Rankings): Holders {
  return new Int32Array(rankings.kinds).fill(unread);
}

/** Passes each paper whose holder does not stand to the next who does; a paper that stopped stays where it is. */
export function passOn(
  rankings: Rankings,
  standing: Uint8Array,
  holders: Holders,
  options: TransferOptions,
): void {
  const holderOf = reader(rankings, standing, options);
  for (let kind = 0; kind < holders.length; kind++) {
    const holder = holders[kind] ?? unread;
    if (holder === unread || (holder >= 0 && standing[holder] !== 1)) holders[kind] = holderOf(kind);
  }
}

/** What each nominee holds, by index, and what nobody holds. */
export function held({ field, weights }: Rankings, holders: Holders): Transferred {
  const size = field.nominees.length;
  const sums = exactSums(weights, (limb) => {
    const sum = new Float64Array(size - blank);
    for (let kind = 0; kind < holders.length; kind++) {
      const holder = holders[kind] ?? 0;
      const cell = holder >= 0 ? holder : size - 1 - holder;
      sum[cell] = (sum[cell] ?? 0) + (limb[kind] ?? 0);
    }
    return sum;
  });
  const sumOf = (reason: number) => fraction(sums[size - 1 - reason] ?? 0n);
  return {
    votes: field.nominees.map((_, index) => fraction(sums[index] ?? 0n)),
    inactive: {
      choicesExhausted: sumOf(exhausted),
      overvoted: sumOf(overvoted),
      ranksSkipped: sumOf(skipped),
      repeated: sumOf(repeated),
      blank: sumOf(blank),
    },
  };
}

/** Reads a kind of paper from its first rank on. */
function reader({ field, marks, starts }: Rankings, standing: Uint8Array, options: TransferOptions) {
  const { overvotes = "exhaust-if-several-stand", repeats = "refuse" } = options;
  const skippedMax = options.skippedRanksMax ?? Number.POSITIVE_INFINITY;
  const ranksMax = options.ranksMax ?? Number.POSITIVE_INFINITY;
  const nominees = field.nominees.length;
  const namedIn = new Int32Array(nominees + 1).fill(-1);

  const isRepeat = (kind: number, from: number, to: number) => {
    let repeat = false;
    for (let at = from; at < to; at++) {
      const index = marks[at] ?? 0;
      repeat ||= namedIn[index] === kind;
      namedIn[index] = kind;
    }
    return repeat;
  };
  const standingIn = (from: number, to: number) => {
    let count = 0;
    for (let at = from; at < to; at++) count += standing[marks[at] ?? 0] ?? 0;
    return count;
  };
  const isOvervoted = (from: number, to: number) => to - from > 1 || (marks[from] ?? 0) >= nominees;
  /** An index, a reason, or nothing when the next rank is to be read. */
  const readRank = (kind: number, from: number, to: number) => {
    if (repeats === "exhaust" && isRepeat(kind, from, to)) return repeated;
    if (isOvervoted(from, to)) {
      if (overvotes === "skip") return undefined;
      if (overvotes === "exhaust" || marks[to - 1] === nominees || standingIn(from, to) > 1) return overvoted;
    }
    for (let at = from; at < to; at++) if (standing[marks[at] ?? 0] === 1) return marks[at];
    return undefined;
  };

  return (kind: number): number => {
    const end = starts[kind + 1] ?? 0;
    let from = starts[kind] ?? 0;
    let last = 0;
    let rank = 0;
    for (let at = from; at < end && rank < ranksMax; at++) {
      if (marks[at] !== rankEnd) continue;
      rank++;
      if (at > from) {
        if (rank - last > skippedMax + 1) return skipped;
        last = rank;
        const holder = readRank(kind, from, at);
        if (holder !== undefined) return holder;
      }
      from = at + 1;
    }
    return last === 0 ? blank : exhausted;
  };
}
