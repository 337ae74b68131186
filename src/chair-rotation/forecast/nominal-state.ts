import type { UnitId } from "../../vocabulary/unit.ts";
import { byCodePoint, placeOfLastKey, placesUpTo } from "../policies/alphabetical.ts";
import type { RotationPolicy } from "../policies/policy.ts";
import { goesRound } from "../policies/succession.ts";
import type { Hindrance, Turn } from "../policies/turn.ts";
import type { Place } from "../words.ts";

/** What the facts of one term say about that term alone. */
type Wishes = {
  skipped: Set<UnitId>;
  designated?: { chair: UnitId; deputy?: UnitId | undefined };
  deputy?: UnitId;
  released: Set<UnitId>;
  owed?: UnitId;
  isHeldOver: boolean;
};

/** The state of the nominal layer between two terms. One computation makes it and changes it; nobody else sees it. */
export type NominalState = {
  policy: RotationPolicy;
  order: UnitId[];
  /** The pointer: the place in the order of the unit that had the last turn; -1 before the first turn. */
  at: number;
  lastKey: string | undefined;
  /** A decision laid down the order, so it is no longer sorted by key. */
  isLaidDown: boolean;
  keys: Map<UnitId, string>;
  /** The first term in which each member may chair. */
  memberFrom: Map<UnitId, number>;
  suspended: Set<UnitId>;
  /** The moment since which each unit waits, in half terms: see `waitFrom`. */
  waiting: Map<UnitId, number>;
  groups: UnitId[][];
  /** The group that had the last turn; -1 before the first turn. */
  groupAt: number;
  /** The units that take the next terms before the order begins. */
  prefix: UnitId[];
  /** The units that had a turn before their place was reached; they are passed over once. */
  ahead: Set<UnitId>;
  /** The units that get a place once the running lap has ended. */
  lapJoiners: UnitId[];
  /** The order that begins once the running lap has ended. */
  nextOrder?: { order: readonly UnitId[]; prefix: readonly UnitId[] } | undefined;
  /** A new order undoes the designations that were recorded before this `seq`. */
  designationsFrom: number;
  /** The heirs of units that merged or split. */
  successors: Map<UnitId, UnitId>;
  /** The unit that had the last turn, and the deputy of that term. */
  previous?: UnitId | undefined;
  deputy?: UnitId | undefined;
  wishes: Wishes;
};

/**
 * The moment since which a unit waits. A unit that joins, or is passed over, with term `number` waits from its begin
 * (`waitFrom`). The unit that has the term waits from its end (`waitAfter`), so the other one has waited longer.
 */
export const waitFrom = (number: number): number => 2 * number;
export const waitAfter = (number: number): number => 2 * number + 1;

export const noWishes = (): Wishes => ({ skipped: new Set(), released: new Set(), isHeldOver: false });

export function hindranceOf(state: NominalState, unit: UnitId, number: number): Hindrance | undefined {
  const from = state.memberFrom.get(unit);
  if (from === undefined || from > number) return "notMember";
  if (state.suspended.has(unit)) return "suspended";
  return state.wishes.skipped.has(unit) ? "skipped" : undefined;
}

/** The sort key of one unit alone. Of two units with the same key the one with the lesser id comes first. */
export const keyFor = (unit: UnitId, sortKey: string): string => `${sortKey}\0${unit}`;

export const keyOf = (state: NominalState, unit: UnitId): string => state.keys.get(unit) ?? unit;

/** The unit itself, or the heir that has its place now. */
export function resolved({ successors }: NominalState, unit: UnitId): UnitId {
  let now = unit;
  for (let steps = successors.size; steps > 0; steps -= 1) now = successors.get(now) ?? now;
  return now;
}

/** Whether the order is sorted by key, and not laid down by a decision. */
const isSorted = ({ policy, isLaidDown }: NominalState): boolean =>
  policy.succession.kind === "alphabetical" && !isLaidDown;

export function pointerOf(state: NominalState): number {
  if (!isSorted(state)) return state.at;
  return placeOfLastKey({ ...state, keyOf: (unit) => keyOf(state, unit) });
}

/** What a rule may look at to give term `number`. `except` gets no turn: a chair is not its own deputy. */
export function turnOf(state: NominalState, number: number, except?: UnitId): Turn {
  const isRound = goesRound(state.policy.succession);
  return {
    order: state.order,
    at: state.at,
    lastKey: state.lastKey,
    keyOf: (unit) => keyOf(state, unit),
    hindrance: (unit) => {
      if (unit === except) return "turnTaken";
      return hindranceOf(state, unit, number) ?? (isRound && state.ahead.has(unit) ? "turnTaken" : undefined);
    },
    waitingSince: (unit) => state.waiting.get(unit) ?? 0,
    deputy: state.deputy,
    groups: state.groups,
    groupAt: state.groupAt,
  };
}

export function placeUnit(state: NominalState, unit: UnitId, place: Place) {
  takeOut(state, unit);
  insertAt(state, unit, indexOf(state, unit, place));
}

function indexOf(state: NominalState, unit: UnitId, place: Place): number {
  const { order } = state;
  if (isSorted(state)) return placesUpTo(order, (one) => keyOf(state, one), keyOf(state, unit));
  if (place.kind === "end") return order.length;
  if (place.kind === "first") return 0;
  if (place.kind === "after") {
    const index = order.indexOf(place.unit);
    return index < 0 ? order.length : index + 1;
  }
  const key = keyOf(state, unit);
  const index = order.findIndex((one) => byCodePoint(keyOf(state, one), key) > 0);
  return index < 0 ? order.length : index;
}

function insertAt(state: NominalState, unit: UnitId, index: number) {
  state.order.splice(index, 0, unit);
  if (index <= state.at) state.at += 1;
}

export function takeOut(state: NominalState, unit: UnitId) {
  state.lapJoiners = state.lapJoiners.filter((one) => one !== unit);
  const index = state.order.indexOf(unit);
  if (index < 0) return;
  state.order.splice(index, 1);
  if (index <= state.at) state.at -= 1;
}

/** `unit` takes the place of `former` in the order, in a prefix, and among the joiners of the next lap. */
export function putInPlaceOf(state: NominalState, unit: UnitId, former: UnitId) {
  const replace = (one: UnitId) => (one === former ? unit : one);
  state.order = state.order.map(replace);
  state.prefix = state.prefix.map(replace);
  state.lapJoiners = state.lapJoiners.map(replace);
}

/**
 * The number of units that have a turn before `unit` if nobody is passed over; infinite without a place in
 * the order.
 */
export function turnsBefore(state: NominalState, unit: UnitId): number {
  const { order } = state;
  const index = order.indexOf(unit);
  if (index < 0) return Number.POSITIVE_INFINITY;
  if (!goesRound(state.policy.succession)) {
    const since = (one: UnitId) => state.waiting.get(one) ?? 0;
    return order.filter((one, at) => since(one) < since(unit) || (since(one) === since(unit) && at < index))
      .length;
  }
  return (index - pointerOf(state) - 1 + 2 * order.length) % order.length;
}

/** Whether every unit of the running lap has had its turn or is passed over. A lap that has not begun is over. */
export function lapIsOver(state: NominalState, number: number): boolean {
  if (!goesRound(state.policy.succession)) return true;
  const at = pointerOf(state);
  const { hindrance } = turnOf(state, number);
  return at < 0 || state.order.slice(at + 1).every((unit) => hindrance(unit) !== undefined);
}

export function layDown(
  state: NominalState,
  { order, prefix }: { order: readonly UnitId[]; prefix: readonly UnitId[] },
) {
  state.order = [...order];
  state.prefix = [...prefix];
  state.at = -1;
  state.isLaidDown = true;
  state.ahead.clear();
  state.nextOrder = undefined;
}

export function sortOrder(state: NominalState) {
  if (!isSorted(state)) return;
  state.order.sort((a, b) => byCodePoint(keyOf(state, a), keyOf(state, b)));
}
