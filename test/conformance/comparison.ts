import type { Count, Nominee } from "../../src/ballot/counting/rule.ts";
import { compare, dividedBy, type Fraction, fraction, minus } from "../../src/kernel/fraction.ts";
import type { CaseBallot, CaseResult, TallyCase } from "./case.ts";

/** What a case expects and what was counted, both as short text; equal texts agree. */
export type Difference = { readonly expected: string; readonly got: string };

/** Compares one thing that a source reports: undefined when it agrees. */
export type Comparison = (expected: unknown, count: Count) => Difference | undefined;

/** Compares all that the case expects and the rule has a meaning for. Nothing to compare is a failure too. */
export function compared(
  { expected }: TallyCase,
  count: Count,
  comparisons: Readonly<Record<string, Comparison>>,
): CaseResult {
  const known = Object.entries(expected).filter(([key]) => Object.hasOwn(comparisons, key));
  if (known.length === 0)
    return { status: "failed", expected: Object.keys(expected).join(), got: "nothing to compare" };
  const differences = known.flatMap(([key, value]) => {
    const difference = comparisons[key]?.(value, count);
    return difference === undefined ? [] : [{ key, ...difference }];
  });
  if (differences.length === 0) return { status: "passed" };
  return {
    status: "failed",
    expected: differences.map(({ key, expected }) => `${key} ${expected}`).join("; "),
    got: differences.map(({ key, got }) => `${key} ${got}`).join("; "),
  };
}

/** The winners are the elected, with no tie left; a source that reports no winner reports a tie, or nobody passing. */
export const winners: Comparison = (expected, { outcome }) => {
  const { elected, undecided } = outcome;
  const tie = undecided === undefined ? "" : ` and ${undecided.seats} of ${undecided.tied.join()}`;
  const got = `${sortedText(elected)}${tie}`;
  const names = namesIn(expected);
  if (names.length === 0 && elected.length === 0) return undefined;
  return difference(sortedText(names), got);
};

/** A tie that the source reports is the tie that is left undecided. */
export const tiedWinners: Comparison = (expected, { outcome }) =>
  difference(sortedText(namesIn(expected)), sortedText(outcome.undecided?.tied ?? []));

/** All committees that the source names, and no other. */
export const committees: Comparison = (expected, count) =>
  difference(setsText(listsIn(expected)), setsText(count.committees ?? committeesOf(count)));

/** The order as far as the source gives it, with its level groups. */
export const order: Comparison = (expected, count) => {
  const groups = listsIn(expected).map(sortedText);
  const got = (count.order ?? []).map(sortedText).slice(0, groups.length);
  return difference(groups.join(" > "), got.join(" > "));
};

/** Exactly, where both are whole; a source that truncates each share at 9 digits is that much off for each paper. */
export function totalsOver(papers: bigint, scale: number): Comparison {
  return (expected, { totals }) => {
    const got = new Map(totals.map(({ nominee, votes }) => [nominee, dividedBy(votes, fraction(scale))]));
    const off = Object.entries(expected ?? {}).filter(
      ([nominee, votes]) => !agrees(String(votes), got.get(nominee) ?? fraction(0), papers),
    );
    if (off.length === 0) return undefined;
    return {
      expected: off.map(([nominee, votes]) => `${nominee} ${votes}`).join(", "),
      got: off.map(([nominee]) => `${nominee} ${text(got.get(nominee))}`).join(", "),
    };
  };
}

/** The number that a source prints, against the exact one. */
export function agrees(printed: string, exact: Fraction, papers = 0n): boolean {
  const off = minus(decimalFraction(printed), exact);
  const size = off.numerator < 0n ? minus(fraction(0), off) : off;
  const whole = exact.denominator === 1n && decimalFraction(printed).denominator === 1n;
  return compare(size, whole ? fraction(0) : fraction(papers, 1_000_000_000n)) <= 0;
}

/** What a source says was cast, as it counts papers. */
export function papersOf(figure: number | bigint): Comparison {
  return (expected) => difference(String(expected), String(figure));
}

/** Weights as whole numbers; those that a source has in halves or tenths are scaled, and so are its totals. */
export function wholeWeights(ballots: readonly CaseBallot[]): {
  scale: number;
  weights: (number | bigint)[];
} {
  for (let scale = 1; scale <= 10_000; scale++) {
    const weights = ballots.map(({ weight }) =>
      typeof weight === "bigint" ? weight * BigInt(scale) : whole(weight * scale),
    );
    if (weights.every((weight) => weight !== undefined))
      return { scale, weights: weights.map((weight) => weight ?? 0) };
  }
  throw new RangeError("weights are no fractions of a small denominator");
}

export function seatsSubsets(names: readonly Nominee[], size: number): Nominee[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, place) =>
    seatsSubsets(names.slice(place + 1), size - 1).map((rest) => [name, ...rest]),
  );
}

function committeesOf({ outcome: { elected, undecided } }: Count): Nominee[][] {
  return seatsSubsets(undecided?.tied ?? [], undecided?.seats ?? 0).map((some) => [...elected, ...some]);
}

export function difference(expected: string, got: string): Difference | undefined {
  return expected === got ? undefined : { expected, got };
}

export function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function listsIn(value: unknown): string[][] {
  return Array.isArray(value)
    ? value.map((item) => (Array.isArray(item) ? item.map(String) : [String(item)]))
    : [];
}

export function sortedText(names: readonly string[]): string {
  return JSON.stringify([...names].sort());
}

function setsText(sets: readonly (readonly string[])[]): string {
  return sets.map(sortedText).sort().join(" ");
}

function whole(value: number): number | undefined {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-9 ? rounded : undefined;
}

function decimalFraction(printed: string): Fraction {
  const [, sign = "", digits = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed) ?? [];
  const size = BigInt(digits + decimals);
  return fraction(sign === "-" ? -size : size, 10n ** BigInt(decimals.length));
}

function text(value: Fraction | undefined): string {
  return value === undefined ? "nothing" : `${value.numerator}/${value.denominator}`;
}
