import { decimal, fraction } from "../kernel/fraction.ts";
import { fractionOfText } from "../kernel/fraction-text.ts";
import type { FractionText } from "../kernel/numbers.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";

/** The marks with which a language writes numbers. They are fixed here, so that every machine prints the same. */
type Marks = { point: string; group: string };

/** A count, with marks between the thousands. */
export function grouped(value: number | bigint, { group }: Marks): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, group);
}

/** A decimal text (`-1234.5`) with the marks of a language. */
export function marked(text: string, marks: Marks): string {
  const [, sign = "", whole = "", places] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return `${sign}${grouped(BigInt(whole || 0), marks)}${places === undefined ? "" : `${marks.point}${places}`}`;
}

/**
 * An exact number for people: with decimals where at most 9 are enough, else as a fraction (7/3). A fraction of long
 * numbers is rounded to 6 decimals, and a mark shows it.
 */
export function exactly(text: FractionText, marks: Marks): string {
  const value = fractionOfText(text);
  const places = placesOf(value.denominator);
  if (places !== undefined) return marked(decimal(value, places), marks);
  if (text.length <= 15) return `${grouped(value.numerator, marks)}/${grouped(value.denominator, marks)}`;
  return `≈ ${marked(decimal(value, 6), marks)}`;
}

/** The number of decimals of a fraction with this denominator; undefined if they never end or are more than 9. */
function placesOf(denominator: bigint): number | undefined {
  for (let places = 0; places <= 9; places++) if (10n ** BigInt(places) % denominator === 0n) return places;
  return undefined;
}

/** `votes / base` in percent, with two decimals, rounded half up. For a base of 0 it is an en dash. */
export function percentage({ votes, base }: { votes: number; base: number }, marks: Marks): string {
  return base === 0 ? "–" : `${marked(decimal(fraction(100 * votes, base), 2), marks)}%`;
}

/** 2023-01-09 as 09/01/2023, as Vietnamese documents write dates. */
export function dayMonthYear(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The last day of a period that ends before `date`. The first day of the calendar stays as it is. */
export function dayBefore(date: CivilDate): CivilDate {
  return date === "0001-01-01" ? date : addDays(date, -1);
}

/** An id, for a thing that has no name. */
export const quoted = (id: string): string => `“${id}”`;

/** A ground with the reason beside it, once where both are the same. */
export const grounded = (ground: string, reason: string): string =>
  ground === reason ? ground : `${ground}: ${reason}`;

/** `a, b <and> c`; or `a; b; c` if an item holds a comma or the word for “and”; an en dash for an empty list. */
export function listed(items: readonly string[], and: string): string {
  const isEntangled = items.some((item) => /[,;]|(^|\s)(và|and)(\s|$)/.test(item));
  return isEntangled ? items.join("; ") : joined(items, and);
}

/**
 * `a and b`, also where a name holds a comma or an “and” of its own: as the subject of a sentence, where a semicolon
 * would stop the reader.
 */
export const together = (items: readonly string[], and: string): string =>
  items.length <= 2 ? joined(items, and) : listed(items, and);

/** `a, b <word> c`; an en dash for an empty list. */
export function joined(items: readonly string[], word: string): string {
  if (items.length === 0) return "–";
  const [last = "", ...rest] = items.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(", ")} ${word} ${last}`;
}
