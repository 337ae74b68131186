import { decimal, fraction } from "../kernel/fraction.ts";
import type { CivilDate } from "../kernel/time.ts";

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

/** `a, b <and> c`; an en dash for none. */
export function listed(items: readonly string[], and: string): string {
  if (items.length === 0) return "–";
  const [last = "", ...rest] = items.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(", ")} ${and} ${last}`;
}
