import {
  compare,
  dividedBy,
  type Fraction,
  floor,
  fraction,
  minus,
  one,
  plus,
  times,
  zero,
} from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";

/** The direction in which a value that does not fit is rounded. */
export type Rounding = "down" | "up";

/**
 * The numbers that a count by STV runs on. Sums and whole multiples are exact in all of them; where a product or
 * a quotient does not fit, it is rounded as the rule says, and what is lost is recorded.
 */
export type Arithmetic<V> = {
  readonly zero: V;
  readonly one: V;
  /** The smallest step between two values; zero where there is none worth adding to a quota. */
  readonly step: V;
  of(papers: bigint): V;
  plus(a: V, b: V): V;
  minus(a: V, b: V): V;
  /** `papers` times `value`, exactly. */
  multiple(value: V, papers: bigint): V;
  product(a: V, b: V, rounding: Rounding): V;
  quotient(a: V, b: V, rounding: Rounding): V;
  /** `value` in so many equal parts, rounded down. */
  part(value: V, parts: bigint): V;
  /** `value * part / whole`, rounded down once. */
  share(value: V, part: V, whole: V): V;
  /** Negative, zero or positive. Values whose difference is within the guard digits are equal. */
  compare(a: V, b: V): number;
  /**
   * As `compare`, but exact. What is lowest, highest or next is looked for with it: equality by `compare` does not pass
   * on from one value to the next, so a search by `compare` depends on where it begins.
   */
  order(a: V, b: V): number;
  /** Equal to the last digit. */
  same(a: V, b: V): boolean;
  fractionOf(value: V): Fraction;
  /** A text that equal values have, and no others. */
  textOf(value: V): string;
};

/** Which arithmetic a count runs on: decimals of so many places, decimals with guard digits, or fractions. */
export type ArithmeticOption =
  | { readonly kind: "fixed"; readonly places: number }
  | { readonly kind: "guarded"; readonly places: number; readonly guard: number }
  | { readonly kind: "rational" };

/** Runs `count` with the arithmetic that an option names. */
export function withArithmetic<R>(option: ArithmeticOption, count: <V>(arithmetic: Arithmetic<V>) => R): R {
  if (option.kind === "fixed") return count(fixedPoint(option.places));
  if (option.kind === "guarded") return count(guardedPoint(option.places, option.guard));
  return count(rational);
}

/** Decimals of `places` places, as whole numbers of their last place. */
export function fixedPoint(places: number): Arithmetic<bigint> {
  return decimals({ places, step: 1n, tolerance: 0n });
}

/**
 * Decimals with `guard` digits more than the `places` that count: two values less than half of the last counting
 * place apart are equal, so that rounding in the guard digits neither makes nor breaks a tie.
 */
function guardedPoint(places: number, guard: number): Arithmetic<bigint> {
  return decimals({ places: places + guard, step: 0n, tolerance: 10n ** BigInt(guard) / 2n });
}

function decimals({ places, step, tolerance }: { places: number; step: bigint; tolerance: bigint }) {
  const scale = 10n ** BigInt(places);
  const rounded = (dividend: bigint, divisor: bigint, rounding: Rounding) =>
    rounding === "down" ? dividend / divisor : (dividend + divisor - 1n) / divisor;
  const arithmetic: Arithmetic<bigint> = {
    zero: 0n,
    one: scale,
    step,
    of: (papers) => papers * scale,
    plus: (a, b) => a + b,
    minus: (a, b) => a - b,
    multiple: (value, papers) => value * papers,
    product: (a, b, rounding) => rounded(a * b, scale, rounding),
    quotient: (a, b, rounding) => rounded(a * scale, b, rounding),
    part: (value, parts) => value / parts,
    share: (value, part, whole) => (value * part) / whole,
    compare(a, b) {
      const difference = a - b;
      if (difference >= tolerance) return difference === 0n ? 0 : 1;
      return difference <= -tolerance ? -1 : 0;
    },
    order: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    same: (a, b) => a === b,
    textOf: (value) => value.toString(),
    // Whole votes, the common case, need no greatest common divisor.
    fractionOf: (value) =>
      value % scale === 0n ? { numerator: value / scale, denominator: 1n } : fraction(value, scale),
  };
  return arithmetic;
}

/**
 * Fractions, never rounded, except that a quotient of Meek's iteration is kept to `digitsMax` digits: exact
 * keep factors would double their length with every iteration.
 */
const rational: Arithmetic<Fraction> = {
  zero,
  one,
  step: zero,
  of: (papers) => fraction(papers),
  plus,
  minus,
  multiple: (value, papers) => times(value, fraction(papers)),
  product: times,
  quotient: (a, b, rounding) => shortened(dividedBy(a, b), rounding),
  part: (value, parts) => shortened(dividedBy(value, fraction(parts)), "down"),
  share: (value, part, whole) => dividedBy(times(value, part), whole),
  compare,
  order: compare,
  same: (a, b) => compare(a, b) === 0,
  fractionOf: (value) => value,
  textOf: fractionText,
};

const digitsMax = 60n;

function shortened(value: Fraction, rounding: Rounding): Fraction {
  const scale = 10n ** digitsMax;
  if (value.denominator <= scale) return value;
  const scaled = floor({ numerator: value.numerator * scale, denominator: value.denominator });
  return fraction(rounding === "up" ? scaled + 1n : scaled, scale);
}
