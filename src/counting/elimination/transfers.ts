import { type Fraction, fraction } from "../../kernel/fraction.ts";
import { exactSums } from "../grouping.ts";
import { type Marks, marksFor, type Rankings, rankEnd } from "../rankings.ts";

/**
 * Several nominees at one rank: the paper stops there, the rank is passed over, the paper stops only if several of them
 * still stand, or it counts for each of those who stand in equal parts, until only one of them does (`split`).
 */
export type Overvotes = "exhaust" | "skip" | "exhaust-if-several-stand" | "split";

export type TransferOptions = {
  /** By default `exhaust-if-several-stand`. */
  readonly overvotes?: Overvotes;
  /** How many ranks in a row may be left out before the paper stops there; by default any number. */
  readonly skippedRanksMax?: number;
  /** How many ranks are read; by default all. */
  readonly ranksMax?: number;
  /**
   * Somebody named twice: the paper is bad input (the default), the repeat is passed over, or the paper stops
   * there.
   */
  readonly repeats?: "refuse" | "skip" | "exhaust";
  /** A name that is not nominated and marks a rank as overvoted. */
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

type Transferred = { readonly votes: readonly Fraction[]; readonly inactive: Inactive };

/** Whom each distinct ballot counts for: an index, or a reason below 0 when it counts for nobody. */
export type Holders = Marks;

const exhausted = -1;
const overvoted = -2;
const skipped = -3;
const repeated = -4;
const blank = -5;
const unread = -6;

/** Nothing counted yet. */
export function noHolders(rankings: Rankings): Holders {
  return marksFor(rankings.field.nominees.length, rankings.ballots).fill(unread);
}

/** Passes each paper of a nominee who is out to its next continuing nominee. A paper that stopped does not move. */
export function passOn(
  rankings: Rankings,
  continuing: Uint8Array,
  holders: Holders,
  options: TransferOptions,
): void {
  const reading = readingOf(rankings, continuing, options);
  for (let ballot = 0; ballot < holders.length; ballot++) {
    const holder = holders[ballot] ?? unread;
    if (holder === unread || (holder >= 0 && continuing[holder] !== 1))
      holders[ballot] = holderOf(reading, ballot);
  }
}

/** What each nominee holds, by index, and what nobody holds. */
export function held({ field, weights }: Rankings, holders: Holders): Transferred {
  const size = field.nominees.length;
  const sums = exactSums(weights, (limb) => {
    const sum = new Float64Array(size - blank);
    for (let ballot = 0; ballot < holders.length; ballot++) {
      const holder = holders[ballot] ?? 0;
      const cell = holder >= 0 ? holder : size - 1 - holder;
      sum[cell] = (sum[cell] ?? 0) + (limb[ballot] ?? 0);
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

/** The papers, the continuing nominees, and how ranks are read. */
type Reading = Pick<Rankings, "marks" | "starts"> &
  Required<Omit<TransferOptions, "overvoteMark">> & {
    readonly nominees: number;
    readonly continuing: Uint8Array;
    /** The distinct ballot on which each nominee was last named. */
    readonly namedIn: Int32Array;
  };

function readingOf(
  { field, marks, starts }: Rankings,
  continuing: Uint8Array,
  options: TransferOptions,
): Reading {
  const nominees = field.nominees.length;
  return {
    marks,
    starts,
    nominees,
    continuing,
    overvotes: options.overvotes ?? "exhaust-if-several-stand",
    repeats: options.repeats ?? "refuse",
    skippedRanksMax: options.skippedRanksMax ?? Number.MAX_SAFE_INTEGER,
    ranksMax: options.ranksMax ?? Number.MAX_SAFE_INTEGER,
    namedIn: new Int32Array(nominees + 1).fill(-1),
  };
}

/** Reads a distinct ballot from its first rank. Returns an index, or the reason why it counts for nobody. */
function holderOf(reading: Reading, ballot: number): number {
  const { marks, starts, ranksMax, skippedRanksMax } = reading;
  const end = starts[ballot + 1] ?? 0;
  let from = starts[ballot] ?? 0;
  let last = 0;
  for (let rank = 1; from < end && rank <= ranksMax; rank++) {
    let to = from;
    while (marks[to] !== rankEnd) to++;
    if (to > from) {
      if (rank - last > skippedRanksMax + 1) return skipped;
      last = rank;
      const holder = readRank(reading, ballot, from, to);
      if (holder !== unread) return holder;
    }
    from = to + 1;
  }
  return last === 0 ? blank : exhausted;
}

/** An index, a reason, or `unread` when the next rank is to be read. */
function readRank(reading: Reading, ballot: number, from: number, to: number): number {
  const { marks, nominees, continuing, overvotes, repeats } = reading;
  if (repeats === "exhaust" && isRepeat(reading, ballot, from, to)) return repeated;
  const mark = marks[from] ?? 0;
  if (to - from === 1 && mark < nominees) return continuing[mark] === 1 ? mark : unread;
  if (overvotes === "skip") return unread;
  if (overvotes === "exhaust" || marks[to - 1] === nominees) return overvoted;
  let found = unread;
  for (let at = from; at < to; at++) {
    if (continuing[marks[at] ?? 0] !== 1) continue;
    if (found !== unread) return overvoted;
    found = marks[at] ?? 0;
  }
  return found;
}

function isRepeat({ marks, namedIn }: Reading, ballot: number, from: number, to: number): boolean {
  let repeat = false;
  for (let at = from; at < to; at++) {
    const index = marks[at] ?? 0;
    repeat ||= namedIn[index] === ballot;
    namedIn[index] = ballot;
  }
  return repeat;
}
