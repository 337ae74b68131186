import { check } from "../../src/kernel/input.ts";
import { addDays, addMonths, CivilDate } from "../../src/kernel/time.ts";
import type { History } from "./rotation-history.ts";

/** The first day of `2010`, `2010-12` or `2010-12-05`; undefined for anything else. */
export function firstDay(text: string | null | undefined): CivilDate | undefined {
  return day(text, "-01-01", "-01");
}

/** The last day of such a year, month or day. */
export function lastDay(text: string | null | undefined): CivilDate | undefined {
  if (text && /^\d{4}-\d{2}$/.test(text)) {
    const first = firstDay(text);
    return first && addDays(addMonths(first, 1), -1);
  }
  return day(text, "-12-31", "");
}

function day(text: string | null | undefined, ofYear: string, ofMonth: string): CivilDate | undefined {
  if (!text) return undefined;
  const whole = /^\d{4}$/.test(text) ? text + ofYear : /^\d{4}-\d{2}$/.test(text) ? text + ofMonth : text;
  return check(CivilDate, whole).ok ? whole : undefined;
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
