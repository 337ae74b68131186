import type { ChairRotation, OpenedRotation } from "../state.ts";

/** Whether two rotations in which the same term has just begun will go on alike, whatever is recorded next. */
export function isSameFuture(a: ChairRotation, b: ChairRotation): boolean {
  if (a === b) return true;
  if (a.status !== "open" || b.status !== "open") return a.status === b.status;
  return futureOf(a) === futureOf(b);
}

/** All that a coming term, or a later decision, depends on; not the numbers by which events are counted. */
function futureOf(rotation: OpenedRotation): string {
  const { standing, roster, facts, rosterFacts, calendar, doneOn, policies, served } = rotation;
  const { decisions, overlays, swaps, obligations, lots } = rotation;
  const coming = <T>(map: ReadonlyMap<number, T>) =>
    [...map].filter(([number]) => number >= served.length).sort();
  return JSON.stringify(
    [
      standing,
      roster,
      facts.slice(rosterFacts).map(({ on, event }) => [on, event]),
      [calendar.ends, calendar.base, doneOn, policies],
      coming(decisions).map(([number, all]) => [number, all.map(({ event }) => event)]),
      coming(overlays),
      [...swaps.values()].map(({ seq: _, ...swap }) => swap),
      obligations,
      lots,
    ],
    (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value),
  );
}
