import { check } from "../../src/kernel/input.ts";
import { addDays, addMonths, CivilDate } from "../../src/kernel/time.ts";
import type { History } from "./rotation-history.ts";

/**
 * The first day of `2010`, `2010-12` or `2010-12-05`, whatever remark follows; undefined for a text that begins with no
 * date.
 */
export function firstDay(text: string | null | undefined): CivilDate | undefined {
  const [, year, month = "01", day = "01"] = datedOf(text);
  return year && `${year}-${month}-${day}`;
}

/** The last day of such a year, month or day. */
export function lastDay(text: string | null | undefined): CivilDate | undefined {
  const [, year, month, day] = datedOf(text);
  if (year === undefined) return undefined;
  if (month === undefined) return `${year}-12-31`;
  return day === undefined ? addDays(addMonths(`${year}-${month}-01`, 1), -1) : `${year}-${month}-${day}`;
}

/** The year, the month and the day with which a text begins; a part that is no real one is a remark. */
function datedOf(text: string | null | undefined): (string | undefined)[] {
  const [whole, year, month, day] =
    /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?!\d)/.exec(text?.trim() ?? "") ?? [];
  if (day === undefined || check(CivilDate, whole).ok) return [whole, year, month, day];
  return [whole, year, month];
}

/** `P6M`, `P1Y`, `P2Y6M` in months; undefined for anything else. */
export function monthsOf(length: string | undefined): number | undefined {
  const [, years = "0", months = "0"] = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?$/.exec(length ?? "") ?? [];
  const total = Number(years) * 12 + Number(months);
  return total > 0 ? total : undefined;
}

/**
 * The first day of each expected term: the published one, or one term length after the term before. Undefined if
 * not even the first day is known.
 */
export function firstDays({ terms, expected }: History): CivilDate[] | undefined {
  const months = monthsOf(terms.length);
  const start = firstDay(terms.start) ?? firstDay(expected[0]?.start);
  if (months === undefined || start === undefined) return undefined;
  const days: CivilDate[] = [];
  let [anchor, since] = [firstDay(expected[0]?.start) ?? start, 0];
  for (const [at, term] of expected.entries()) {
    const ended = lastDay(expected[at - 1]?.end);
    const published = firstDay(term.start) ?? (ended && addDays(ended, 1));
    const before = days.at(-1);
    if (published !== undefined && (before === undefined || published > before))
      [anchor, since] = [published, at];
    days.push(addMonths(anchor, months * (at - since)));
  }
  return days;
}
