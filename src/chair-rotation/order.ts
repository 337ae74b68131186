import type { UnitId } from "../vocabulary/unit.ts";
import { byCodePoint, placeOfLastKey, placesUpTo } from "./policies/alphabetical.ts";
import type { RotationPolicy } from "./policies/policy.ts";
import { goesRound } from "./policies/succession.ts";
import type { Hindrance, Turn } from "./policies/turn.ts";
import type { Place } from "./words.ts";

/** What one term's own facts ask for. */
export type Wishes = {
  skipped: Set<UnitId>;
  designated?: { chair: UnitId; deputy?: UnitId | undefined };
  deputy?: UnitId;
  released: Set<UnitId>;
  owed?: UnitId;
  isHeldOver: boolean;
};

/** Where a rotation stands between two terms, while its terms are worked out: one mutable value of one computation. */
export type Standing = {
  policy: RotationPolicy;
  order: UnitId[];
  /** The place of who had the last turn; -1 before the first. */
  at: number;
  lastKey: string | undefined;
  /** The order was laid down by a decision, so the alphabet no longer says who is next. */
  isLaidDown: boolean;
  keys: Map<UnitId, string>;
  /** The first term in which each member may chair. */
  memberFrom: Map<UnitId, number>;
  suspended: Set<UnitId>;
  waiting: Map<UnitId, number>;
  groups: UnitId[][];
  groupAt: number;
  /** Takes the next terms before the order begins. */
  prefix: UnitId[];
  /** Had a turn before the order came to them; it passes them over once. */
  ahead: Set<UnitId>;
  lapJoiners: UnitId[];
  nextOrder?: { order: readonly UnitId[]; prefix: readonly UnitId[] } | undefined;
  /** Designations recorded before this are undone by a new order. */
  designationsFrom: number;
  /** Who took over from units that merged or split. */
  successors: Map<UnitId, UnitId>;
  previous?: UnitId | undefined;
  deputy?: UnitId | undefined;
  wishes: Wishes;
};

/** Since when somebody waits who came in, or was passed, with a term: a moment before whoever has that term. */
export const waitFrom = (number: number): number => 2 * number;
export const waitAfter = (number: number): number => 2 * number + 1;

export const noWishes = (): Wishes => ({ skipped: new Set(), released: new Set(), isHeldOver: false });

export function hindranceOf(standing: Standing, unit: UnitId, number: number): Hindrance | undefined {
  const from = standing.memberFrom.get(unit);
  if (from === undefined || from > number) return "notMember";
  if (standing.suspended.has(unit)) return "suspended";
  return standing.wishes.skipped.has(unit) ? "skipped" : undefined;
}

/** A sort key of its own: of two units with one key, the lesser id comes first, so that the pointer passes neither. */
export const keyFor = (unit: UnitId, sortKey: string): string => `${sortKey}\0${unit}`;

export const keyOf = (standing: Standing, unit: UnitId): string => standing.keys.get(unit) ?? unit;

/** The unit that stands now where `unit` stood. */
export function resolved({ successors }: Standing, unit: UnitId): UnitId {
  let now = unit;
  for (let steps = successors.size; steps > 0; steps -= 1) now = successors.get(now) ?? now;
  return now;
}

/** Whether the order is the alphabet's and not a decision's. */
export const isSorted = ({ policy, isLaidDown }: Standing): boolean =>
  policy.succession.kind === "alphabetical" && !isLaidDown;

export function pointerOf(standing: Standing): number {
  if (!isSorted(standing)) return standing.at;
  return placeOfLastKey({ ...standing, keyOf: (unit) => keyOf(standing, unit) });
}

/** What the rules may look at for term `number`; `except` is passed over, as for its own deputy. */
export function turnOf(standing: Standing, number: number, except?: UnitId): Turn {
  const isRound = goesRound(standing.policy.succession);
  return {
    order: standing.order,
    at: standing.at,
    lastKey: standing.lastKey,
    keyOf: (unit) => keyOf(standing, unit),
    hindrance: (unit) => {
      if (unit === except) return "turnTaken";
      return (
        hindranceOf(standing, unit, number) ?? (isRound && standing.ahead.has(unit) ? "turnTaken" : undefined)
      );
    },
    waitingSince: (unit) => standing.waiting.get(unit) ?? 0,
    deputy: standing.deputy,
    groups: standing.groups,
    groupAt: standing.groupAt,
  };
}

export function placeUnit(standing: Standing, unit: UnitId, place: Place) {
  takeOut(standing, unit);
  insertAt(standing, unit, indexOf(standing, unit, place));
}

function indexOf(standing: Standing, unit: UnitId, place: Place): number {
  const { order } = standing;
  if (isSorted(standing)) return placesUpTo(order, (one) => keyOf(standing, one), keyOf(standing, unit));
  if (place.kind === "end") return order.length;
  if (place.kind === "first") return 0;
  if (place.kind === "after") {
    const index = order.indexOf(place.unit);
    return index < 0 ? order.length : index + 1;
  }
  const key = keyOf(standing, unit);
  const index = order.findIndex((one) => byCodePoint(keyOf(standing, one), key) > 0);
  return index < 0 ? order.length : index;
}

function insertAt(standing: Standing, unit: UnitId, index: number) {
  standing.order.splice(index, 0, unit);
  if (index <= standing.at) standing.at += 1;
}

export function takeOut(standing: Standing, unit: UnitId) {
  standing.lapJoiners = standing.lapJoiners.filter((one) => one !== unit);
  const index = standing.order.indexOf(unit);
  if (index < 0) return;
  standing.order.splice(index, 1);
  if (index <= standing.at) standing.at -= 1;
}

/** One stands where another stood, in the order, in its group and in what is to come. */
export function putInPlaceOf(standing: Standing, unit: UnitId, former: UnitId) {
  const replace = (one: UnitId) => (one === former ? unit : one);
  standing.order = standing.order.map(replace);
  standing.prefix = standing.prefix.map(replace);
  standing.lapJoiners = standing.lapJoiners.map(replace);
}

/** How many come before `unit` if nothing hinders anybody; without end for one that has no place. */
export function turnsBefore(standing: Standing, unit: UnitId): number {
  const { order } = standing;
  const index = order.indexOf(unit);
  if (index < 0) return Number.POSITIVE_INFINITY;
  if (!goesRound(standing.policy.succession)) {
    const since = (one: UnitId) => standing.waiting.get(one) ?? 0;
    return order.filter((one, at) => since(one) < since(unit) || (since(one) === since(unit) && at < index))
      .length;
  }
  return (index - pointerOf(standing) - 1 + 2 * order.length) % order.length;
}

/** Whether nobody of the running lap is left to have a turn. A lap that has not begun is over. */
export function lapIsOver(standing: Standing, number: number): boolean {
  if (!goesRound(standing.policy.succession)) return true;
  const at = pointerOf(standing);
  const { hindrance } = turnOf(standing, number);
  return at < 0 || standing.order.slice(at + 1).every((unit) => hindrance(unit) !== undefined);
}

export function layDown(
  standing: Standing,
  { order, prefix }: { order: readonly UnitId[]; prefix: readonly UnitId[] },
) {
  standing.order = [...order];
  standing.prefix = [...prefix];
  standing.at = -1;
  standing.isLaidDown = true;
  standing.ahead.clear();
  standing.nextOrder = undefined;
}

export function sortOrder(standing: Standing) {
  if (!isSorted(standing)) return;
  standing.order.sort((a, b) => byCodePoint(keyOf(standing, a), keyOf(standing, b)));
}
