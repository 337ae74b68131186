import type { CivilDate } from "../../kernel/time.ts";
import { laterOf, type Span } from "../calendar.ts";
import { copyOf, type Roster, type RosterFact } from "../members.ts";
import { placeAfter, rosterWalk, rosterWalkFrom } from "../roster-on.ts";
import type { NominalTerm } from "./nominal-term.ts";
import { comingSpans, reckonComing, type Source } from "./reckoning.ts";
import { copyOfStanding, type Standing } from "./standing.ts";

/** The order and the members before a term is reckoned. */
type Mark = { standing: Standing; roster: Roster };

/**
 * The terms that an event may move: none before number `from`, and beyond `to` only what follows from the terms before.
 * A fact about the members moves none that begins before the day `on`. The terms up to `until` are read in any case.
 */
export type Moved = { from: number; to: number; until?: number; on?: CivilDate; isCalendar: boolean };

/** Two marks are so many terms apart: near to the running term, and further away. */
type Apart = { near: number; far: number };

/** The marks are closer near the running term: most terms begin as they were planned, and move nothing. */
const isMarked = (number: number, next: number, { near, far }: Apart): boolean =>
  number % far === 0 || (number % near === 0 && number <= next + far / 2);

/**
 * The coming terms up to number `last` while the events of a rotation come in. After each event they are reckoned anew
 * from the mark before the first term that it may move, and up to the mark from which on all is as it was. `read` gets
 * those terms; the others are as they were. Two marks are so many terms `apart`.
 */
export function replanning(
  last: number,
  apart: Apart = { near: 6, far: 96 },
): (source: Source, moved: Moved, read: (term: NominalTerm) => void) => void {
  const marks = new Map<number, Mark>();
  let spans: readonly Span[] = [];
  let doneOn = "";
  return (source, given, read) => {
    const next = source.served.length;
    if (next > last) return;
    for (const number of marks.keys()) if (number <= next) marks.delete(number);
    const moved = doneOn === source.doneOn ? given : withOverdue(given, spans, source);
    doneOn = source.doneOn ?? "";
    if (moved.isCalendar) spans = comingSpans(source, ({ number }) => number >= last);
    const first = spans[0]?.number ?? next;
    const { from, to, until } = rangeOf(moved, spans);
    const start = startFor(marks, { next, from });
    const { standing, roster, pending } = stateAt(source, marks.get(start), { spans, at: start - first });
    let now: Roster | undefined;
    let isAsBefore = false;
    for (let at = start - first; at < spans.length; at += 1) {
      const span = spans[at];
      if (!span) return;
      const { number } = span;
      if (now && !isAsBefore && isMarked(number, next, apart)) {
        const old = marks.get(number);
        const isSameMark = old !== undefined && isSame(old, { standing, roster: now });
        isAsBefore = isSameMark && number > to;
        if (!isSameMark) marks.set(number, { standing: copyOfStanding(standing), roster: copyOf(now) });
      }
      if (isAsBefore && number > until) return;
      const day = laterOf(span.startsOn, doneOn);
      now = roster(day);
      read(reckonComing(source, { standing, span, day, roster: now, pending }));
    }
  };
}

/** Once something is done on a later day, the coming terms that should have begun by then are reckoned on that day. */
function withOverdue(moved: Moved, spans: readonly Span[], { served, doneOn = "" }: Source): Moved {
  const next = served.length;
  const isOverdue = ({ number, startsOn }: Span) => number >= next && startsOn < doneOn;
  const overdue = spans[next - (spans[0]?.number ?? next)];
  if (!overdue || !isOverdue(overdue)) return moved;
  const last = spans.findLast(isOverdue) ?? overdue;
  return { ...moved, from: next, to: Math.max(moved.to, last.number) };
}

function rangeOf({ from, to, until = to, on }: Moved, spans: readonly Span[]) {
  const first = on === undefined ? undefined : spans.find(({ startsOn }) => startsOn >= on);
  if (!first) return { from, to, until };
  const { number } = first;
  return { from: Math.max(from, number), to: Math.max(to, number), until: Math.max(until, number) };
}

/** The last mark that the event does not move; the next term where there is none. */
function startFor(marks: ReadonlyMap<number, Mark>, { next, from }: { next: number; from: number }): number {
  let start = next;
  for (const number of marks.keys()) if (number <= from && number > start) start = number;
  return start;
}

/** From a mark on, or after the running term: the order, the members, and the facts that the order does not have. */
function stateAt(
  source: Source,
  mark: Mark | undefined,
  { spans, at }: { spans: readonly Span[]; at: number },
): { standing: Standing; roster: (day: CivilDate) => Roster; pending: RosterFact[] } {
  const { facts, pending, doneOn = "" } = source;
  const before = at > 0 ? spans[at - 1] : undefined;
  if (!mark || !before) {
    const roster = rosterWalkFrom(source, laterOf(spans[at]?.startsOn ?? "", doneOn));
    return { standing: copyOfStanding(source.standing), roster, pending: [...pending] };
  }
  const day = laterOf(before.startsOn, doneOn);
  return {
    standing: copyOfStanding(mark.standing),
    roster: rosterWalk({ roster: mark.roster, rosterFacts: placeAfter(facts, day), facts }),
    pending: pending.slice(placeAfter(pending, day)),
  };
}

/** Whether two values of plain data, Maps and Sets are equal. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Set) return b instanceof Set && hasSame(a, b);
  if (a instanceof Map) return b instanceof Map && mapsSame(a, b);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  const others: Record<string, unknown> = b as Record<string, unknown>;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], others[key]))
  );
}

function hasSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}

function mapsSame(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, one] of a) if (!b.has(key) || !isSame(one, b.get(key))) return false;
  return true;
}
