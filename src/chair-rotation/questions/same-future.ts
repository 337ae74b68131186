import type { UnitId } from "../../vocabulary/unit.ts";
import { heirIn } from "../members.ts";
import type { RotationPolicy } from "../policies/policy.ts";
import { goesRound } from "../policies/succession.ts";
import type { ChairRotation, OpenedRotation, Swap } from "../state.ts";
import { textsIn } from "./last-said.ts";

/** What the rest of a log can ask of a rotation: whether it names an id, and whether a rule counts who waits how long. */
type Rest = { isSaid: (id: string) => boolean; countsWaiting: boolean };

/**
 * Whether two rotations in which the same term has just begun will go on alike through the rest of a log. What is over is
 * not compared, unless the rest of the log names it: units that are gone, swaps, owed turns and lots that have ended, and
 * policies that are no longer in force.
 */
export function isSameFuture(a: ChairRotation, b: ChairRotation, rest: Rest): boolean {
  if (a === b) return true;
  if (a.status !== "open" || b.status !== "open") return a.status === b.status;
  // The order is compared first: it is what differs most often.
  if (!isAlike(orderOf(a), orderOf(b)) || !isAlike(dayOf(a), dayOf(b))) return false;
  const [left, right] = [agreedIn(a, rest), agreedIn(b, rest)];
  if (!isAlike(left, right)) return false;
  const named = textsIn([right, b.standing.groups]);
  const isAsked = (unit: UnitId) => named.has(unit) || rest.isSaid(unit);
  return isAlike(unitsOf(a, isAsked, rest), unitsOf(b, isAsked, rest));
}

/** Whether a rule, or the choice of a deputy, goes by how long a unit has waited. */
export const isByWaiting = ({ succession, deputy }: RotationPolicy): boolean =>
  deputy === "longestWaiting" || !(goesRound(succession) || succession.kind === "electedInRotation");

function orderOf({ standing, served }: OpenedRotation): unknown {
  const { order, at, members, lastKey, previous, groupAt, opened, isPreviousOpen, isLaidDown } = standing;
  const { begunOn, chair, deputy, vacantFrom } = served.at(-1) ?? {};
  const office = [begunOn, chair, deputy, vacantFrom];
  return [order, at, members, lastKey, previous, office, groupAt, opened, isPreviousOpen, isLaidDown];
}

function dayOf({ doneOn, calendar, policies, served, standing }: OpenedRotation): unknown {
  const running = policies.findLastIndex(({ at }) => at < served.length);
  const ends = [...calendar.ends].filter(([number]) => number >= calendar.base.number);
  return [doneOn, calendar.base, ends, policies.slice(Math.max(running, 0)), standing.policy];
}

/** What is decided, owed and agreed about coming terms, and the facts that act later. */
function agreedIn(rotation: OpenedRotation, { isSaid }: Rest): unknown[] {
  const { standing, facts, rosterFacts, served, decisions, overlays, obligations, lots } = rotation;
  const coming = <T>(map: ReadonlyMap<number, T>) =>
    [...map].filter(([number]) => number >= served.length).sort(([a], [b]) => a - b);
  const { prefix, lapJoiners, displaced, nextOrder, debts, groups } = standing;
  const decided = coming(decisions).map(([number, all]) => [number, all.map(({ event }) => event)]);
  const swaps = [...rotation.swaps.values()].filter(
    (swap) => isSaid(swap.swap) || isOpen(swap, served.length),
  );
  const owed = [...obligations.values()].filter(
    ({ obligation, status }) => status === "open" || isSaid(obligation),
  );
  return [
    [prefix, lapJoiners, displaced, nextOrder, debts, groups],
    facts.slice(rosterFacts).map(({ on, event }) => [on, event]),
    decided,
    coming(overlays),
    swaps.map(({ seq: _, ...swap }) => swap),
    owed,
    [...lots.values()].filter(({ lot }) => isSaid(lot)),
  ];
}

/** A swap of which a term is still to begin, or that waits for a word. */
function isOpen({ at, status }: Swap, next: number): boolean {
  if (status === "expired" || status === "voided") return false;
  return status !== "inForce" || Math.max(at.a, at.b) >= next;
}

/** What is kept of each unit, of the members and of those that are still asked for. */
function unitsOf(
  { standing, roster }: OpenedRotation,
  isAsked: (unit: UnitId) => boolean,
  rest: Rest,
): unknown {
  const isKept = (unit: UnitId) => standing.members.has(unit) || isAsked(unit);
  const of = <T>(map: ReadonlyMap<UnitId, T>) => [...map].filter(([unit]) => isKept(unit));
  const among = (units: ReadonlySet<UnitId>) => [...units].filter(isKept);
  return [
    of(standing.keys),
    rest.countsWaiting && of(standing.waiting),
    [among(standing.had), among(standing.ahead)],
    roster.members,
    [...roster.ended.keys()].filter(isKept).map((unit) => [unit, heirIn(roster, unit)]),
    of(roster.left),
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
