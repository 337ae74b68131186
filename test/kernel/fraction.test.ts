import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  decimal,
  dividedBy,
  floor,
  fraction,
  fractionOf,
  minus,
  plus,
  round,
  times,
  zero,
} from "../../src/kernel/fraction.ts";
import { check } from "../../src/kernel/input.ts";
import { Decimal, Ratio } from "../../src/kernel/numbers.ts";

const big = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
const anyFraction = fc
  .tuple(
    big,
    big.filter((value) => value !== 0n),
  )
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe("a fraction", () => {
  it("is in lowest terms with a positive denominator, so that equal ones are equal", () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, 7)).toEqual(zero);
  });

  it("adds, multiplies and undoes both exactly", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        if (b.numerator !== 0n) expect(dividedBy(times(a, b), b)).toEqual(a);
      }),
    );
  });

  it("compares as the difference does, and lies between its floor and the next integer", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compare(a, b)).toBe(compare(minus(a, b), zero));
        expect(compare(fraction(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(fraction(floor(a) + 1n), a)).toBe(1);
      }),
    );
  });

  it.each([
    [fraction(1, 2), 1n],
    [fraction(-1, 2), -1n],
    [fraction(5, 2), 3n],
    [fraction(7, 3), 2n],
    [fraction(-7, 3), -2n],
  ])("rounds halves away from zero: %o", (value, rounded) => {
    expect(round(value)).toBe(rounded);
  });

  it.each([
    [fraction(2, 3), 2, "0.67"],
    [fraction(-2, 3), 0, "-1"],
    [fraction(1, 200), 2, "0.01"],
    [fraction(0), 2, "0.00"],
    [fraction(123_456, 10), 1, "12345.6"],
  ])("is written in decimals: %o to %i places", (value, places, text) => {
    expect(decimal(value, places)).toBe(text);
  });

  it("has no denominator of zero and is made of no float", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
    expect(() => dividedBy(fraction(1), zero)).toThrow(RangeError);
    expect(check(Ratio, { numerator: 1, denominator: 0 })).toMatchObject({
      ok: false,
      problems: [{ field: "denominator", rule: "min" }],
    });
  });
});

describe("a decimal", () => {
  it.each([
    ["97.50", "97.5"],
    ["97.00", "97"],
    ["-0.0", "0"],
    ["100", "100"],
    ["0.000001", "0.000001"],
  ])("%s is read as %s", (raw, canonical) => {
    expect(check(Decimal, raw)).toEqual({ ok: true, value: canonical });
    expect(compare(fractionOf(raw), fractionOf(canonical))).toBe(0);
  });

  it.each(["", "+1", "1.", ".5", "01", "1e3", "0.0000001", "1234567890123", "NaN", "١"])(
    "%j is none",
    (raw) => {
      expect(check(Decimal, raw).ok).toBe(false);
    },
  );

  it("is refused at once, however many noughts it ends in", () => {
    expect(check(Decimal, `1.${"0".repeat(100_000)}1`).ok).toBe(false);
  });
});
