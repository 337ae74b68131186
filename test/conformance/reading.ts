import { type Fraction, fraction } from "../../src/kernel/fraction.ts";

/** Reads parts of a case without a schema: the entries of an object, the texts of a list, or nothing. */
export function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Lists of names. A single name is a list of one. */
export function groupsOf(value: unknown): string[][] {
  return Array.isArray(value)
    ? value.map((item) => (Array.isArray(item) ? strings(item) : [String(item)]))
    : [];
}

export const sorted = (names: readonly string[]) => [...names].sort();

/** A number of the corpus, exactly as the corpus prints it. */
export function decimalOf(value: unknown): Fraction {
  const [, sign = "", units = "0", digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  const size = BigInt(units + digits);
  return fraction(sign === "-" ? -size : size, 10n ** BigInt(digits.length));
}
