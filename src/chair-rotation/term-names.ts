import { addDays } from "../kernel/time.ts";

/** The longest name of a term, in UTF-16 units, that others are counted on from: their names are ids, too. */
export const termNameMax = 60;

/**
 * The name of the term `steps` after the one named `name`, where each lasts `months`; undefined where the name cannot
 * be counted on. Names count by months, and never by the difference of two years in the name.
 *
 * @example
 * nameAfter("2022-2023", 2, 12) // "2024-2025"
 */
export function nameAfter(name: string, steps: number, months: number): string | undefined {
  return namesAfter(name, months)(steps);
}

/** The same for one term after the other: the name is read once. */
export function namesAfter(name: string, months: number): (steps: number) => string | undefined {
  const naming = namingOf(name, months);
  return (steps) => (steps === 0 && naming ? name : naming?.format(steps));
}

/** How many terms `other` comes after `name`; 0 where it is the same name, or is not counted on from it. */
export function termsAfter(name: string, other: string, months: number): number {
  const naming = namingOf(name, months);
  const steps = naming?.stepsTo(other) ?? 0;
  return Number.isSafeInteger(steps) && steps > 0 && naming?.format(steps) === other ? steps : 0;
}

/** Whether the names of later terms follow from this one, where each term lasts `months`. */
export const isCountable = (name: string, months: number): boolean => namingOf(name, months) !== undefined;

/** How names are counted on from one name, in the form in which that name is written. */
type Naming = { format(steps: number): string; stepsTo(other: string): number | undefined };

/** The parts of a name, by the groups of its form. A year has four digits; far in the future it may have more. */
type Parts = Readonly<Record<string, string>>;

/** One way of writing names of terms. */
type Form = {
  pattern: RegExp;
  /** How many months lie between two neighbouring names of this form. */
  unit: (months: number) => number;
  /** What else must hold of a name, so that it can be counted on. */
  fits?: (parts: Parts, months: number) => boolean;
  /** The place of a name among all names of its form. */
  place: (parts: Parts, months: number) => number;
  /** The name at a place; what `parts` says beside the place stays. */
  write: (place: number, parts: Parts, months: number) => string;
};

const two = (value: number) => String(value).padStart(2, "0");
const four = (value: number) => String(value).padStart(4, "0");
const year = ({ year: digits }: Parts) => Number(digits);
/** Whole years in a term; undefined where a term lasts some months more. */
const yearsIn = (months: number) => (months % 12 === 0 ? months / 12 : undefined);
const isSpan = (span: number, months: number) => span >= 1 && span <= (yearsIn(months) ?? 0);
/** The years from the first year of a pair to its second one, of which two digits or all are written. */
const span = (parts: Parts) => Number(parts.to) - year(parts);
const shortSpan = (parts: Parts) => (((Number(parts.to) - year(parts)) % 100) + 100) % 100;

/** A year with a part: the half, the quarter, the month. */
const partOfYear = (parts: Parts, unit: number) => year(parts) * (12 / unit) + Number(parts.part) - 1;
const yearAt = (place: number, unit: number) => Math.floor(place / (12 / unit));
const partAt = (place: number, unit: number) => (place % (12 / unit)) + 1;
/** `2024-1` is a part of the year that lasts as long as a term, if a year has a whole number of terms. */
const partLength = (months: number) => (months < 12 && 12 % months === 0 ? months : 12);

/** The first form that a name is written in counts it on. */
const forms: readonly Form[] = [
  {
    // 2022-2023, 2022–2023, 1999/2000; 1996-1998 for terms of two years.
    pattern: /^(?<stem>\D*)(?<year>\d{4,})(?<mark>[-/–])(?<to>\d{4,})$/u,
    unit: () => 12,
    fits: (parts, months) => isSpan(span(parts), months),
    place: year,
    write: (at, parts) => `${parts.stem}${four(at)}${parts.mark}${four(at + span(parts))}`,
  },
  {
    // 2022-23, 2008-09, 1999-00, where terms last whole years.
    pattern: /^(?<year>\d{4,})(?<mark>[-/–])(?<to>\d{2})$/,
    unit: () => 12,
    fits: (parts, months) => isSpan(shortSpan(parts), months),
    place: year,
    write: (at, parts) => `${four(at)}${parts.mark}${two((at + shortSpan(parts)) % 100)}`,
  },
  {
    // 2023-01 is a month, where terms do not last whole years: then it might as well be a pair of years.
    pattern: /^(?<year>\d{4,})-(?<part>0[1-9]|1[0-2])$/,
    unit: () => 1,
    fits: (_, months) => yearsIn(months) === undefined,
    place: (parts) => partOfYear(parts, 1),
    write: (at) => `${four(yearAt(at, 1))}-${two(partAt(at, 1))}`,
  },
  {
    // 2024-H1, 2024-H2.
    pattern: /^(?<year>\d{4,})-H(?<part>[12])$/,
    unit: () => 6,
    place: (parts) => partOfYear(parts, 6),
    write: (at) => `${four(yearAt(at, 6))}-H${partAt(at, 6)}`,
  },
  {
    // 2023-Q1 to 2023-Q4.
    pattern: /^(?<year>\d{4,})-Q(?<part>[1-4])$/,
    unit: () => 3,
    place: (parts) => partOfYear(parts, 3),
    write: (at) => `${four(yearAt(at, 3))}-Q${partAt(at, 3)}`,
  },
  {
    // 2024-1, 2024-2 in terms of half a year; 2024-1, 2025-1 in terms of a year.
    pattern: /^(?<year>\d{4,})-(?<part>[1-9]|1[0-2])$/,
    unit: partLength,
    fits: ({ part = "" }, months) =>
      part.length === 1 && (partLength(months) === 12 || Number(part) <= 12 / partLength(months)),
    place: (parts, months) => (partLength(months) === 12 ? year(parts) : partOfYear(parts, months)),
    write: (at, { part }, months) =>
      partLength(months) === 12 ? `${four(at)}-${part}` : `${four(yearAt(at, months))}-${partAt(at, months)}`,
  },
  {
    // 12/2023
    pattern: /^(?<part>0[1-9]|1[0-2])\/(?<year>\d{4,})$/,
    unit: () => 1,
    place: (parts) => partOfYear(parts, 1),
    write: (at) => `${two(partAt(at, 1))}/${four(yearAt(at, 1))}`,
  },
  {
    // Quý 4/2023
    pattern: /^Quý (?<part>[1-4])\/(?<year>\d{4,})$/u,
    unit: () => 3,
    place: (parts) => partOfYear(parts, 3),
    write: (at) => `Quý ${partAt(at, 3)}/${four(yearAt(at, 3))}`,
  },
  {
    // 2006-11-06: the term's first day. Not every month has a 29th.
    pattern: /^(?<year>\d{4,})-(?<part>0[1-9]|1[0-2])-(?<day>\d{2})$/,
    unit: () => 1,
    fits: (parts, months) => isInEveryTerm(parts, months),
    place: (parts) => partOfYear(parts, 1),
    write: (at, { day }) => `${four(yearAt(at, 1))}-${two(partAt(at, 1))}-${day}`,
  },
  {
    // 2023, lap-2023
    pattern: /^(?<stem>\D*)(?<year>\d{4,})$/u,
    unit: () => 12,
    place: year,
    write: (at, { stem }) => `${stem}${four(at)}`,
  },
];

/**
 * Q4, HK2, T12, Tháng-12: a part of a year that the name does not tell. After the last part of a year there is no name
 * that differs from those before.
 */
const partAlone =
  /^(?:(?:H|HK|Học kỳ)[-_. ]?[12]|(?:Q|Quý|Quy)[-_. ]?[1-4]|(?:T|Tháng|Thang)[-_. ]?(?:0?[1-9]|1[0-2]))$/iu;

/** lap-9, lap-10: a count that is no year. */
const count: Form = {
  pattern: /^(?<stem>\D*)(?<year>\d+)$/u,
  unit: (months) => months,
  place: year,
  write: (at, { stem, year: digits = "" }) => `${stem}${String(at).padStart(digits.length, "0")}`,
};

function namingOf(name: string, months: number): Naming | undefined {
  if (partAlone.test(name)) return undefined;
  const isCount = /^\D*\d{1,3}$/u.test(name);
  const form = isCount ? count : forms.find((one) => isWrittenIn(one, name, months));
  const parts = form?.pattern.exec(name)?.groups;
  if (form === undefined || parts === undefined) return undefined;
  const step = months / form.unit(months);
  if (!Number.isInteger(step)) return undefined;
  const first = form.place(parts, months);
  return {
    format: (steps) => form.write(first + steps * step, parts, months),
    stepsTo(other) {
      const found = form.pattern.exec(other)?.groups;
      return found && (form.place(found, months) - first) / step;
    },
  };
}

function isWrittenIn({ pattern, fits }: Form, name: string, months: number): boolean {
  const parts = pattern.exec(name)?.groups;
  return parts?.year?.length === 4 && (fits?.(parts, months) ?? true);
}

/** Whether the day of the name is a real one in each term, in whatever month the term begins. */
function isInEveryTerm({ part, day }: Parts, months: number): boolean {
  if (Number(day) < 1) return false;
  if (Number(day) <= 28) return true;
  const inCommonYear = addDays(`2023-${part}-01`, Number(day) - 1);
  return yearsIn(months) !== undefined && inCommonYear === `2023-${part}-${day}`;
}
