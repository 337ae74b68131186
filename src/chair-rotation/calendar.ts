import { addMonths, type CivilDate } from "../kernel/time.ts";
import { isCountable, namesAfter, termsAfter } from "./term-names.ts";
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
  /** Where the running term begins, so that no term is counted from the first one again. */
  base: Base;
};

/** The first day of a term, and the last fixed first day before it, from which whole months are counted. */
type Base = { number: number; startsOn: CivilDate; anchor: { number: number; startsOn: CivilDate } };

/** The days of a term: `startsOn` is the first one, `endsOn` the first one after it. */
export type Span = { number: number; term: TermId; startsOn: CivilDate; endsOn: CivilDate };

/** No term begins after this day, so that every date has a year of four digits. */
const lastStart = "7999-12-31";

export function calendarOf({ term, startsOn, months, published = [] }: TermCalendar): Calendar {
  const named = [{ term, startsOn }, ...published];
  const numbers = new Map(named.map((one, at) => [one.term, at]));
  const count = isCountable(named.at(-1)?.term ?? term, months) ? termsMax : named.length;
  return { months, count, named, numbers, ends: new Map(), base: firstBase(startsOn) };
}

/** The number of the term called `term`; undefined where the calendar has none of that name. */
export function numberOf(calendar: Calendar, term: TermId): number | undefined {
  const known = calendar.numbers.get(term);
  if (known !== undefined) return known;
  const steps = termsAfter(lastNamed(calendar), term, calendar.months);
  const number = calendar.named.length - 1 + steps;
  return steps > 0 && number < calendar.count ? number : undefined;
}

export const nameOf = (calendar: Calendar, number: number): TermId => namesIn(calendar)(number);

/** The names of one term after the other: the last name that is given is read once. */
function namesIn(calendar: Calendar): (number: number) => TermId {
  const { named, months } = calendar;
  const after = namesAfter(lastNamed(calendar), months);
  return (number) => {
    const steps = number - named.length + 1;
    // "+1" stands for a term that the calendar does not have. No answer shows it.
    return named[number]?.term ?? after(steps) ?? `+${steps}`;
  };
}

/**
 * The terms from the first one up to the one that is `enough`, or up to the last one that can be planned. There is
 * no gap between them: each begins where the one before ends. A changed end moves the terms after it. A published
 * first day is kept as long as it is later than the first day of the term before.
 */
export function spansUntil(calendar: Calendar, enough: (span: Span) => boolean): Span[] {
  return spans(calendar, firstBase(calendar.named[0]?.startsOn ?? lastStart), enough);
}

/** The terms from number `first` on, which is the running term or a later one, up to the one that is `enough`. */
export function spansFrom(calendar: Calendar, first: number, enough: (span: Span) => boolean): Span[] {
  let { base } = calendar;
  while (base.number < first && canBegin(calendar, base)) base = next(calendar, base);
  return spans(calendar, base, enough);
}

const canBegin = ({ count }: Calendar, { number, startsOn }: Base): boolean =>
  number < count && startsOn < lastStart;

const firstBase = (startsOn: CivilDate): Base => ({ number: 0, startsOn, anchor: { number: 0, startsOn } });

function spans(calendar: Calendar, base: Base, enough: (span: Span) => boolean): Span[] {
  const found: Span[] = [];
  const nameAt = namesIn(calendar);
  let now = base;
  while (canBegin(calendar, now)) {
    const { number, startsOn } = now;
    now = next(calendar, now);
    const span = { number, term: nameAt(number), startsOn, endsOn: now.startsOn };
    found.push(span);
    if (enough(span)) break;
  }
  return found;
}

function next(calendar: Calendar, { number, startsOn, anchor }: Base): Base {
  const fixed = calendar.ends.get(number) ?? calendar.named[number + 1]?.startsOn;
  if (fixed !== undefined && fixed > startsOn)
    return { number: number + 1, startsOn: fixed, anchor: { number: number + 1, startsOn: fixed } };
  const months = calendar.months * (number + 1 - anchor.number);
  return { number: number + 1, startsOn: addMonths(anchor.startsOn, months), anchor };
}

/** The same calendar, as if no term had begun. */
export const countedFromFirst = (calendar: Calendar): Calendar => ({
  ...calendar,
  base: firstBase(calendar.named[0]?.startsOn ?? lastStart),
});

/** Term `number` has begun: the terms are counted from it. */
export function countFrom(calendar: Calendar, number: number) {
  while (calendar.base.number < number) calendar.base = next(calendar, calendar.base);
}

/** The running term or a coming one; undefined beyond the last term that can be planned. */
export function spanOf(calendar: Calendar, number: number): Span | undefined {
  return spansFrom(calendar, number, () => true)[0];
}

/** The later of two days. */
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a);

function lastNamed({ named }: Calendar): TermId {
  return named.at(-1)?.term ?? "";
}
