import * as z from "zod/mini";
import { rule } from "./rule.ts";

/**
 * A day of the civil (Gregorian) calendar, `YYYY-MM-DD`, years 0001 to 9999, as the date of a document is.
 * Two dates compare as strings: `a < b` means that `a` is earlier.
 */
export const CivilDate = z.string().check(
  rule((value: string) => (isCivilDate(value) ? undefined : { rule: "civilDate" }), {
    format: "date",
  }),
);
export type CivilDate = z.infer<typeof CivilDate>;

/**
 * A moment in UTC with milliseconds, always `YYYY-MM-DDTHH:mm:ss.sssZ`: when something was recorded.
 * Two instants compare as strings.
 */
export const Instant = z.string().check(
  rule((value: string) => (isInstant(value) ? undefined : { rule: "instant" }), {
    format: "datetime",
  }),
);
export type Instant = z.infer<typeof Instant>;

/**
 * The instant of a `Date`.
 * @throws {RangeError} for an invalid `Date`, or a year outside 0001 to 9999
 */
export function instantOf(date: Date): Instant {
  const instant = date.toISOString();
  if (!isInstant(instant)) throw new RangeError(`a year must be 0001 to 9999, and ${instant} is outside`);
  return instant;
}

/**
 * The civil date of a moment, `offsetMinutes` east of UTC. Việt Nam keeps UTC+7 all year: 420 minutes, the default.
 *
 * @example
 * civilDateOf(new Date("2022-12-31T18:00:00Z")) // "2023-01-01"
 */
export function civilDateOf(date: Date, offsetMinutes = 420): CivilDate {
  return instantOf(new Date(date.getTime() + offsetMinutes * 60_000)).slice(0, 10);
}

/** The later of two days, where there are two. */
export function laterOf(day: CivilDate, other: CivilDate | undefined): CivilDate {
  return other !== undefined && other > day ? other : day;
}

/** The earlier of two days. */
export const earlierOf = (day: CivilDate, other: CivilDate): CivilDate => (day < other ? day : other);

/**
 * `date` moved by whole days; a negative number moves it back.
 * @throws {RangeError} for a result outside the years 0001 to 9999
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days);
}

/**
 * `date` moved by whole months. If the month has no such day, the result is its last day.
 *
 * @example
 * addMonths("2024-01-31", 1) // "2024-02-29"
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = {
    year: Math.floor(index / 12),
    month: (((index % 12) + 12) % 12) + 1,
  };
  return dateFrom({
    ...target,
    day: Math.min(day, daysInMonth(target.year, target.month)),
  });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  // Years counted from March, so that the leap day is the last of its year.
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/**
 * The civil date `days` after 1970-01-01.
 * @throws {RangeError} for a number of days that is not whole, or a result outside the years 0001 to 9999
 */
export function dateOfDay(days: number): CivilDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`days must be a whole number, and ${days} is none`);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return dateFrom({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day,
  });
}

type Parts = { year: number; month: number; day: number };

function partsOf(date: CivilDate): Parts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

function dateFrom({ year, month, day }: Parts): CivilDate {
  if (year < 1 || year > 9999) throw new RangeError(`a year must be 0001 to 9999, and ${year} is outside`);
  const padded = (value: number, width: number) => String(value).padStart(width, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isCivilDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const { year, month, day } = partsOf(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(value) &&
    isCivilDate(value.slice(0, 10))
  );
}
