import type { CivilDate } from "../../kernel/time.ts";
import { laterOf, type Span } from "../calendar.ts";
import { copyOf, type Roster } from "../members.ts";
import { placeAfter, rosterWalk } from "../roster-on.ts";
import type { NominalTerm } from "./nominal-term.ts";
import { comingSpans, reckonComing, type Source } from "./reckoning.ts";
import { copyOfStanding, type Standing } from "./standing.ts";

/** The order and the members before a term is reckoned. */
type Mark = { standing: Standing; roster: Roster };

/**
 * The terms that an event may move: none before number `from`, and beyond `to` only what follows from the terms before.
 * A fact about the members moves none that begins before the day `on`.
 */
export type Moved = { from: number; to: number; on?: CivilDate; isCalendar: boolean };

/**
 * The coming terms up to number `last` while the events of a rotation come in. After each event they are reckoned anew
 * from the mark before the first term that it may move, and up to the mark from which on all is as it was. `read` gets
 * those terms; the others are as they were. Two marks are so many terms `apart`.
 */
export function replanning(
  last: number,
  apart = 96,
): (source: Source, moved: Moved, read: (term: NominalTerm) => void) => void {
  const marks = new Map<number, Mark>();
  let spans: readonly Span[] = [];
  let doneOn = "";
  return (source, given, read) => {
    const next = source.served.length;
    if (next > last) return;
    const moved = doneOn === source.doneOn ? given : withOverdue(given, spans, source);
    doneOn = source.doneOn ?? "";
    if (moved.isCalendar) spans = comingSpans(source, ({ number }) => number >= last);
    const first = spans[0]?.number ?? next;
    const { from, to } = rangeOf(moved, spans);
    const start = startFor(marks, { next, from, apart });
    // A mark before the next term is of a plan; what was done since may be otherwise.
    const mark = start > next ? marks.get(start) : undefined;
    const { standing, roster, pending } = stateAt(source, mark, spans[start - first - 1]);
    let now: Roster | undefined;
    for (const span of spans.slice(start - first)) {
      const { number } = span;
      const day = laterOf(span.startsOn, doneOn);
      if (number % apart === 0 && now) {
        const old = marks.get(number);
        const isAsBefore = old && isSame(old, { standing, roster: now });
        if (isAsBefore && number > to) return;
        if (!isAsBefore) marks.set(number, { standing: copyOfStanding(standing), roster: copyOf(now) });
      }
      now = roster(day);
      read(reckonComing(source, { standing, span, day, roster: now, pending }));
    }
  };
}

/** Once something is done on a later day, the coming terms that should have begun by then are reckoned on that day. */
function withOverdue(moved: Moved, spans: readonly Span[], { served, doneOn = "" }: Source): Moved {
  const next = served.length;
  const overdue = spans.findLast(({ startsOn }) => startsOn < doneOn)?.number ?? -1;
  return overdue < next ? moved : { ...moved, from: next, to: Math.max(moved.to, overdue) };
}

function rangeOf({ from, to, on }: Moved, spans: readonly Span[]): { from: number; to: number } {
  const first = on === undefined ? undefined : spans.find(({ startsOn }) => startsOn >= on);
  return first ? { from: Math.max(from, first.number), to: Math.max(to, first.number) } : { from, to };
}

/** The last mark that the event does not move; the next term where there is none. */
function startFor(
  marks: ReadonlyMap<number, Mark>,
  { next, from, apart }: { next: number; from: number; apart: number },
): number {
  for (let at = from - (from % apart); at > next; at -= apart) if (marks.has(at)) return at;
  return next;
}

/** From a mark on, or after the running term: the order, the members, and the facts that the order does not have. */
function stateAt(source: Source, mark: Mark | undefined, before: Span | undefined) {
  if (!mark || !before) {
    const { standing, pending } = source;
    return { standing: copyOfStanding(standing), roster: rosterWalk(source), pending: [...pending] };
  }
  const { facts, pending, doneOn = "" } = source;
  const day = laterOf(before.startsOn, doneOn);
  const rosterFacts = placeAfter(facts, day);
  return {
    standing: copyOfStanding(mark.standing),
    roster: rosterWalk({ roster: mark.roster, rosterFacts, facts }),
    pending: pending.slice(placeAfter(pending, day)),
  };
}

/** Whether two values of plain data, Maps and Sets are equal. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, one]) => b.has(key) && isSame(one, b.get(key)));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const others: Record<string, unknown> = b as Record<string, unknown>;
  return left.length === right.length && left.every(([key, one]) => isSame(one, others[key]));
}
