import type { ChairRotation, OpenedRotation } from "../state.ts";

/** Whether two rotations in which the same term has just begun will go on alike, whatever is recorded next. */
export function isSameFuture(a: ChairRotation, b: ChairRotation): boolean {
  if (a === b) return true;
  if (a.status !== "open" || b.status !== "open") return a.status === b.status;
  return isAlike(futureOf(a), futureOf(b));
}

/** All that a coming term, or a later decision, depends on; not the numbers by which events are counted. */
function futureOf(rotation: OpenedRotation): unknown {
  const { standing, roster, facts, rosterFacts, calendar, doneOn, policies, served } = rotation;
  const { decisions, overlays, swaps, obligations, lots } = rotation;
  const coming = <T>(map: ReadonlyMap<number, T>) =>
    [...map].filter(([number]) => number >= served.length).sort(([a], [b]) => a - b);
  return [
    standing,
    roster,
    facts.slice(rosterFacts).map(({ on, event }) => [on, event]),
    [calendar.ends, calendar.base, doneOn, policies],
    coming(decisions).map(([number, all]) => [number, all.map(({ event }) => event)]),
    coming(overlays),
    [...swaps.values()].map(({ seq: _, ...swap }) => swap),
    obligations,
    lots,
  ];
}

/**
 * Whether two values of plain data are equal, and their Maps and Sets also in their order: the order of the debts and of
 * the members may decide. A field that is undefined is as good as none.
 */
function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Map || a instanceof Set)
    return (b instanceof Map || b instanceof Set) && a.size === b.size && isAlike([...a], [...b]);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => isAlike(one, b[at]));
  return fieldsOf(a, b).every(([one, other]) => isAlike(one, other));
}

const fieldsOf = (a: object, b: object): [unknown, unknown][] => {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [left[key], right[key]]);
};
