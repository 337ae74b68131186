import type { CivilDate } from "../kernel/time.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";
import { calendarOf, nameOf, numberOf, spansUntil } from "./calendar.ts";
import type { TermCalendar, TermId } from "./words.ts";

/** A term of a calendar, and its number from 0 on. */
export type NumberedTerm = { term: TermId; number: number };

/**
 * The term for which the conference of a season chooses the chair: the one after the term of that name. Where terms are
 * called otherwise, it is the first term that begins in the year after the season. Undefined where the calendar has none.
 *
 * @example
 * termAfterSeason({ term: "2022", startsOn: "2022-01-01", months: 12 }, "2022") // { term: "2023", number: 1 }
 */
export function termAfterSeason(calendar: TermCalendar, season: Season): NumberedTerm | undefined {
  const known = calendarOf(calendar);
  const own = numberOf(known, season);
  const next = own === undefined ? numberOf(known, nextSeason(season)) : own + 1;
  if (next !== undefined) return next < known.count ? { term: nameOf(known, next), number: next } : undefined;
  if (season.length !== 4) return undefined;
  const year = nextSeason(season);
  const found = spansUntil(known, ({ startsOn }) => startsOn >= `${year}-01-01`).at(-1);
  return found?.startsOn.startsWith(`${year}-`) ? { term: found.term, number: found.number } : undefined;
}

/** The first day of a term by its number. `ends`: the first days after terms whose end was changed, by their numbers. */
export function startOfTerm(
  calendar: TermCalendar,
  number: number,
  ends: ReadonlyMap<number, CivilDate>,
): CivilDate | undefined {
  const spans = spansUntil({ ...calendarOf(calendar), ends: new Map(ends) }, (span) => span.number >= number);
  return spans.find((span) => span.number === number)?.startsOn;
}

/** The number of a term by its name; undefined where the calendar has none of that name. */
export const termNumber = (calendar: TermCalendar, term: TermId): number | undefined =>
  numberOf(calendarOf(calendar), term);
