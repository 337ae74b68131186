import { addDays, addMonths, type CivilDate } from "../kernel/time.ts";
import { isCountable, nameAfter, termsAfter } from "./term-names.ts";
import { type NamedTerm, type TermCalendar, type TermId, termsMax } from "./words.ts";

/** The calendar of the terms. Terms are counted from 0; their names and numbers never change. */
export type Calendar = {
  months: number;
  /** How many terms it has: those that are named, where the names cannot be counted on. */
  count: number;
  /** The terms whose names and first days are given, from the first on. */
  named: NamedTerm[];
  /** The numbers of the named terms. */
  numbers: Map<TermId, number>;
  /** The ends that were changed, by term number: the first day after the term. */
  ends: Map<number, CivilDate>;
};

/** The days of a term: `startsOn` is the first one, `endsOn` the first one after it. */
export type Span = { number: number; term: TermId; startsOn: CivilDate; endsOn: CivilDate };

/** No term begins after this day, so that every date has a year of four digits. */
const lastStart = "7999-12-31";

export function calendarOf({ term, startsOn, months, published = [] }: TermCalendar): Calendar {
  const named = [{ term, startsOn }, ...published];
  const numbers = new Map(named.map((one, at) => [one.term, at]));
  const count = isCountable(named.at(-1)?.term ?? term, months) ? termsMax : named.length;
  return { months, count, named, numbers, ends: new Map() };
}

/** The number of the term called `term`; undefined where the calendar has none of that name. */
export function numberOf(calendar: Calendar, term: TermId): number | undefined {
  const known = calendar.numbers.get(term);
  if (known !== undefined) return known;
  const steps = termsAfter(lastNamed(calendar), term, calendar.months);
  const number = calendar.named.length - 1 + steps;
  return steps > 0 && number < calendar.count ? number : undefined;
}

export function nameOf(calendar: Calendar, number: number): TermId {
  const named = calendar.named[number];
  const steps = number - calendar.named.length + 1;
  // Only a term that the calendar does not have is called "+1", and nothing is said of it.
  return named?.term ?? nameAfter(lastNamed(calendar), steps, calendar.months) ?? `+${steps}`;
}

/**
 * The terms from the first one up to the one that is `enough`, or up to the last one that can be planned. There is
 * no gap between them: each begins where the one before ends. A changed end moves the terms after it. A published
 * first day is kept as long as it is later than the first day of the term before.
 */
export function spansUntil(calendar: Calendar, enough: (span: Span) => boolean): Span[] {
  const spans: Span[] = [];
  let startsOn = calendar.named[0]?.startsOn ?? lastStart;
  let anchor = { number: 0, startsOn };
  for (let number = 0; number < calendar.count && startsOn < lastStart; number += 1) {
    const fixed = calendar.ends.get(number) ?? calendar.named[number + 1]?.startsOn;
    const isFixed = fixed !== undefined && fixed > startsOn;
    const endsOn = isFixed
      ? fixed
      : addMonths(anchor.startsOn, calendar.months * (number + 1 - anchor.number));
    if (isFixed) anchor = { number: number + 1, startsOn: endsOn };
    const span = { number, term: nameOf(calendar, number), startsOn, endsOn };
    spans.push(span);
    if (enough(span)) break;
    startsOn = endsOn;
  }
  return spans;
}

export function spanOf(calendar: Calendar, number: number): Span | undefined {
  return spansUntil(calendar, (span) => span.number >= number)[number];
}

/** The first term that begins on `date` or later. */
export function firstTermFrom(calendar: Calendar, date: CivilDate): Span | undefined {
  const last = spansUntil(calendar, (span) => span.startsOn >= date).at(-1);
  return last && last.startsOn >= date ? last : undefined;
}

/** The first day after which no earlier term than `number` begins; undefined where there is no earlier term. */
export function earliestDayFor(calendar: Calendar, number: number): CivilDate | undefined {
  const before = number > 0 ? spanOf(calendar, number - 1) : undefined;
  return before && addDays(before.startsOn, 1);
}

/** The later of two days. */
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a);

function lastNamed({ named }: Calendar): TermId {
  return named.at(-1)?.term ?? "";
}
