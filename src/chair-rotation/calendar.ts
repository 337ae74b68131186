import { addMonths, type CivilDate } from "../kernel/time.ts";
import { nameAfter, termsAfter } from "./term-names.ts";
import { type NamedTerm, type TermCalendar, type TermId, termsMax } from "./words.ts";

/** When the terms of a rotation begin and end. Terms are counted from 0; their names and numbers never change. */
export type Calendar = {
  months: number;
  /** The terms with names and first days of their own, from the first on. */
  named: NamedTerm[];
  /** The numbers of the named terms. */
  numbers: Map<TermId, number>;
  /** Last days changed, as the first day after the term. */
  ends: Map<number, CivilDate>;
};

/** A term's place in time: half-open, from `startsOn` up to and without `endsOn`. */
export type Span = { number: number; term: TermId; startsOn: CivilDate; endsOn: CivilDate };

/** Beyond this nothing is planned, so that no date leaves the years that a civil date has. */
const lastStart = "7999-12-31";

export function calendarOf({ term, startsOn, months, published = [] }: TermCalendar): Calendar {
  const named = [{ term, startsOn }, ...published];
  return { months, named, numbers: new Map(named.map((one, at) => [one.term, at])), ends: new Map() };
}

/** The number of the term called `term`; undefined where the calendar has none of that name. */
export function numberOf(calendar: Calendar, term: TermId): number | undefined {
  const known = calendar.numbers.get(term);
  if (known !== undefined) return known;
  const steps = termsAfter(lastNamed(calendar), term, calendar.months);
  const number = calendar.named.length - 1 + steps;
  return steps > 0 && number < termsMax ? number : undefined;
}

export function nameOf(calendar: Calendar, number: number): TermId {
  const named = calendar.named[number];
  return named?.term ?? nameAfter(lastNamed(calendar), number - calendar.named.length + 1, calendar.months);
}

/**
 * The terms from the first on, as many as `enough` wants and the horizon has. They tile time: each begins where
 * the one before ends. A changed end moves the terms after it; first days that were published stand as long as
 * they still come after.
 */
export function spansUntil(calendar: Calendar, enough: (span: Span) => boolean): Span[] {
  const spans: Span[] = [];
  let startsOn = calendar.named[0]?.startsOn ?? lastStart;
  let anchor = { number: 0, startsOn };
  for (let number = 0; number < termsMax && startsOn < lastStart; number += 1) {
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

function lastNamed({ named }: Calendar): TermId {
  return named.at(-1)?.term ?? "";
}
