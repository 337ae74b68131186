import type { Decimal } from "./numbers.ts";

/**
 * An exact rational number in lowest terms, with a positive denominator. Verdicts use fractions and integers only; a
 * float never decides anything.
 */
export type Fraction = {
  readonly numerator: bigint;
  readonly denominator: bigint;
};

/**
 * `numerator / denominator` in lowest terms.
 * @throws {RangeError} for a denominator of zero, or a number that is not a safe integer
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  return reduced(exact(numerator), exact(denominator));
}

/**
 * The fraction that a decimal text means.
 *
 * @example
 * decimal(fractionOf("97.5"), 2) // "97.50"
 */
export function fractionOf(value: Decimal): Fraction {
  const [whole = "", places = ""] = value.split(".");
  return reduced(BigInt(whole + places), 10n ** BigInt(places.length));
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return reduced(a.numerator + b.numerator, a.denominator);
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws {RangeError} when `b` is zero */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when `a < b`, zero when equal, positive when `a > b`, as `sort` needs it. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest integer that is not above the fraction. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The nearest integer. Halves go away from zero, as schools and offices round. */
export function round({ numerator, denominator }: Fraction): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/**
 * The fraction in decimal digits, rounded half away from zero. It is for people to read and never decides anything.
 *
 * @example
 * decimal(fraction(2, 3), 2) // "0.67"
 */
export function decimal(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = round({
    numerator: value.numerator * scale,
    denominator: value.denominator,
  });
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${scaled < 0n ? "-" : ""}${whole}${places > 0 ? `.${digits.slice(-places)}` : ""}`;
}

function exact(value: bigint | number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isSafeInteger(value))
    throw new RangeError(`a fraction needs safe integers, and ${value} is none`);
  return BigInt(value);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError("a fraction's denominator cannot be 0");
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
