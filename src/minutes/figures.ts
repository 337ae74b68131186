import { decimal, fraction } from "../kernel/fraction.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";

/** The marks with which a language writes numbers. Fixed here, so that every machine prints the same. */
export type Marks = { point: string; group: string };

/** A count with its thousands grouped. */
export function grouped(value: number | bigint, { group }: Marks): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, group);
}

/** A decimal text (`-1234.5`) in the marks of a language. */
export function marked(text: string, marks: Marks): string {
  const [, sign = "", whole = "", places] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return `${sign}${grouped(BigInt(whole || 0), marks)}${places === undefined ? "" : `${marks.point}${places}`}`;
}

/** `votes / base` in percent, two decimals, rounded half up. Of a base of 0 there is no share: an en dash. */
export function percentage({ votes, base }: { votes: number; base: number }, marks: Marks): string {
  return base === 0 ? "–" : `${marked(decimal(fraction(100 * votes, base), 2), marks)}%`;
}

/** 2023-01-09 as 09/01/2023, the way that Vietnamese documents are dated. */
export function dayMonthYear(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The last day of a time that ends before `date`. The first day of the calendar has none before it. */
export function dayBefore(date: CivilDate): CivilDate {
  return date === "0001-01-01" ? date : addDays(date, -1);
}

/** An id, where there is nothing else to name a thing by. */
export const quoted = (id: string): string => `“${id}”`;

/** `a, b <and> c`, or `a; b; c` where an item has a comma or an “and” in itself, in either language; an en dash for none. */
export function listed(items: readonly string[], and: string): string {
  const isEntangled = items.some((item) => /[,;]|(^|\s)(và|and)(\s|$)/.test(item));
  return isEntangled ? items.join("; ") : joined(items, and);
}

/** `a, b <word> c`; an en dash for none. */
export function joined(items: readonly string[], word: string): string {
  if (items.length === 0) return "–";
  const [last = "", ...rest] = items.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(", ")} ${word} ${last}`;
}
