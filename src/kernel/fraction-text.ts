import { type Fraction, fraction } from "./fraction.ts";

/**
 * A number as exact text: `7`, `-7` or `7/3`. Equal numbers have equal texts.
 *
 * @example
 * fractionText(fraction(14, 6)) // "7/3"
 */
export function fractionText(value: Fraction | bigint | number): string {
  if (typeof value !== "object") return String(value);
  const { numerator, denominator } = value;
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/**
 * The number that a text of `fractionText` means.
 *
 * @throws {SyntaxError} for a text of another form
 * @example
 * fractionOfText("7/3") // fraction(7, 3)
 */
export function fractionOfText(text: string): Fraction {
  const [numerator = "", denominator = "1"] = text.split("/");
  return fraction(BigInt(numerator), BigInt(denominator));
}
