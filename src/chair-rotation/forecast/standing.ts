import type { Id } from "../../kernel/ids.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { heirIn, type Roster } from "../members.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { byCodePoint, placeOfLastKey, placesUpTo } from "../policies/alphabetical.ts";
import type { RotationPolicy } from "../policies/policy.ts";
import { goesRound } from "../policies/succession.ts";
import type { Hindrance, Turn } from "../policies/turn.ts";
import type { Place } from "../words.ts";

/** A turn that is owed to a unit since term `passed`; it stands in line from term `due` on, or waits for a claim. */
export type Debt = { obligation: Id; unit: UnitId; passed: number; due?: number | undefined };

/** The order between two terms. The next term depends on this and on the roster of its day, and on nothing else. */
export type Standing = {
  policy: RotationPolicy;
  order: UnitId[];
  /** The pointer: the place in the order of the unit that had the last turn; -1 before the first turn. */
  at: number;
  lastKey: string | undefined;
  /** A decision laid down the order, so it is no longer sorted by key. */
  isLaidDown: boolean;
  keys: Map<UnitId, string>;
  /** The members that have been given a place, or that wait for one. */
  members: Set<UnitId>;
  /** The moment since which each unit waits, in thirds of a term: see `waitFrom`. */
  waiting: Map<UnitId, number>;
  groups: UnitId[][];
  /** The group that had the last turn; -1 before the first turn. */
  groupAt: number;
  /** The units that take the next terms before the order begins. */
  prefix: UnitId[];
  /**
   * The units that had a turn before their place was reached; they are passed over once, also when they have left and
   * rejoined since.
   */
  ahead: Set<UnitId>;
  /** The units that get a place once the running lap has ended. */
  lapJoiners: UnitId[];
  /** The units that lost a place by their suspension: in the order, or among the joiners of the next lap. */
  displaced: Map<UnitId, "order" | "nextLap">;
  /** The order that begins once the running lap has ended. */
  nextOrder?: { order: readonly UnitId[]; prefix: readonly UnitId[] } | undefined;
  /** Elected in rotation: who has had its turn in this lap, and how many terms of it are still open. */
  had: Set<UnitId>;
  opened: number;
  /** The last term before has no chair yet, so no unit can be named as the last one. */
  isPreviousOpen: boolean;
  /** The turns that are owed, in the order in which they arose. */
  debts: Debt[];
  /** The unit that had the last turn, who sat in that term, and its deputy. The office has those of the running term. */
  previous?: UnitId | undefined;
  sits?: UnitId | undefined;
  deputy?: UnitId | undefined;
};

/** The order before the first term. */
export function firstStanding({
  policy,
  roster,
  order,
  previousChair,
  calendar,
}: DataOf<ChairRotationEvent, "RotationOpened">): Standing {
  const first = roster.filter(({ joinedOn }) => joinedOn === undefined || joinedOn <= calendar.startsOn);
  const standing: Standing = {
    policy,
    order: [...order],
    at: previousChair === undefined ? -1 : order.indexOf(previousChair),
    lastKey: undefined,
    isLaidDown: false,
    keys: new Map(roster.map(({ unit, name, sortKey }) => [unit, keyFor(unit, sortKey ?? name ?? unit)])),
    members: new Set(first.map(({ unit }) => unit)),
    waiting: new Map(
      roster.map(({ unit }) => [unit, unit === previousChair ? waitAfter(-1) : waitJoined(0)]),
    ),
    groups: policy.succession.kind === "group" ? policy.succession.groups.map((group) => [...group]) : [],
    groupAt: -1,
    prefix: [],
    ahead: new Set(),
    lapJoiners: [],
    displaced: new Map(),
    had: new Set(),
    opened: 0,
    isPreviousOpen: false,
    debts: [],
    previous: previousChair,
  };
  standing.lastKey = previousChair === undefined ? undefined : keyOf(standing, previousChair);
  sortOrder(standing);
  return standing;
}

/** What is decided about one term alone. */
type Wishes = {
  /** Who is passed over, with the turn that is owed for it. */
  skipped: Map<UnitId, DataOf<ChairRotationEvent, "TurnSkipped">["owed"]>;
  designated?: { chair: UnitId; isAssigned: boolean };
  deputy?: UnitId | undefined;
  released: Set<UnitId>;
  isHeldOver: boolean;
  /** Who was to stand after a unit that has no place in the order. */
  unplaced: Set<UnitId>;
};

/** One term while it is reckoned: the standing before it, the roster of its day, and what is decided about it. */
export type Reckoning = { standing: Standing; roster: Roster; wishes: Wishes; number: number };

export function copyOfStanding(standing: Standing): Standing {
  return {
    ...standing,
    order: [...standing.order],
    keys: new Map(standing.keys),
    members: new Set(standing.members),
    waiting: new Map(standing.waiting),
    prefix: [...standing.prefix],
    ahead: new Set(standing.ahead),
    lapJoiners: [...standing.lapJoiners],
    displaced: new Map(standing.displaced),
    had: new Set(standing.had),
    debts: standing.debts.map((debt) => ({ ...debt })),
  };
}

/**
 * The moment since which a unit waits. A unit that is passed over in term `number` waits from its begin (`waitFrom`). The
 * unit that has the term waits from its end (`waitAfter`), so the other one has waited longer. A unit that joined before
 * term `number` (`waitJoined`) has waited longer than the chair of the term before, which was still in office then.
 */
export const waitFrom = (number: number): number => 3 * number;
export const waitAfter = (number: number): number => 3 * number + 2;
export const waitJoined = (number: number): number => 3 * number - 2;

/** Whether the unit had the term before this one. */
export const hasJustHad = ({ standing, number }: Reckoning, unit: UnitId): boolean =>
  standing.previous === unit && standing.waiting.get(unit) === waitAfter(number - 1);

export const newWishes = (): Wishes => ({
  skipped: new Map(),
  released: new Set(),
  isHeldOver: false,
  unplaced: new Set(),
});

/** Of a term about which nothing is decided. */
export const noWishes: Wishes = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ newWishes());

export function hindranceOf({ standing, roster, wishes }: Reckoning, unit: UnitId): Hindrance | undefined {
  const member = standing.members.has(unit) ? roster.members.get(unit) : undefined;
  if (!member) return "notMember";
  if (member.suspension) return "suspended";
  return wishes.skipped.has(unit) ? "skipped" : undefined;
}

/** The heir of a unit on the day of the term. */
export const heirOf = ({ roster }: Reckoning, unit: UnitId): UnitId => heirIn(roster, unit);

/** The sort key of one unit alone. Of two units with the same key the one with the lesser id comes first. */
export const keyFor = (unit: UnitId, sortKey: string): string => `${sortKey}\0${unit}`;

export const keyOf = (standing: Standing, unit: UnitId): string => standing.keys.get(unit) ?? unit;

/** Whether the order is sorted by key, and not laid down by a decision. */
export const isSorted = ({ policy, isLaidDown }: Standing): boolean =>
  policy.succession.kind === "alphabetical" && !isLaidDown;

export function pointerOf(standing: Standing): number {
  if (!isSorted(standing)) return standing.at;
  return placeOfLastKey({ ...standing, keyOf: (unit) => keyOf(standing, unit) });
}

/** What a rule may look at to give the term. `except` gets no turn: a chair is not its own deputy. */
export function turnOf(reckoning: Reckoning, except?: UnitId): Turn {
  const { standing } = reckoning;
  const isRound = goesRound(standing.policy.succession);
  return {
    order: standing.order,
    at: standing.at,
    lastKey: standing.lastKey,
    keyOf: (unit) => keyOf(standing, unit),
    hindrance: (unit) => {
      if (unit === except) return "turnTaken";
      return hindranceOf(reckoning, unit) ?? (isRound && standing.ahead.has(unit) ? "turnTaken" : undefined);
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
  standing.displaced.delete(unit);
  standing.lapJoiners = standing.lapJoiners.filter((one) => one !== unit);
  const index = standing.order.indexOf(unit);
  if (index < 0) return;
  standing.order.splice(index, 1);
  if (index <= standing.at) standing.at -= 1;
}

/** `unit` takes the place of `former` in the order, in a prefix, and among the joiners of the next lap. */
export function putInPlaceOf(standing: Standing, unit: UnitId, former: UnitId) {
  const replace = (one: UnitId) => (one === former ? unit : one);
  standing.order = standing.order.map(replace);
  standing.prefix = standing.prefix.map(replace);
  standing.lapJoiners = standing.lapJoiners.map(replace);
}

/**
 * The number of units that have a turn before `unit` if nobody is passed over; infinite without a place in
 * the order.
 */
export function turnsBefore(standing: Standing, unit: UnitId): number {
  const { order } = standing;
  const index = order.indexOf(unit);
  if (index < 0) return Number.POSITIVE_INFINITY;
  if (standing.policy.succession.kind === "electedInRotation") return index;
  if (!goesRound(standing.policy.succession)) {
    const since = (one: UnitId) => standing.waiting.get(one) ?? 0;
    return order.filter((one, at) => since(one) < since(unit) || (since(one) === since(unit) && at < index))
      .length;
  }
  return (index - pointerOf(standing) - 1 + 2 * order.length) % order.length;
}

/** The members of a new order on its day, each once. */
export const present = (reckoning: Reckoning, units: readonly UnitId[]): UnitId[] =>
  [...new Set(units.map((unit) => heirOf(reckoning, unit)))].filter((unit) =>
    reckoning.standing.members.has(unit),
  );

/** Whether every unit of the running lap has had its turn or is passed over. A lap that has not begun is over. */
export function lapIsOver(reckoning: Reckoning): boolean {
  const { standing } = reckoning;
  const { succession } = standing.policy;
  if (succession.kind === "electedInRotation")
    return hasNotBegun(standing) || standing.opened >= standLeft(reckoning).length;
  if (!goesRound(succession)) return true;
  const at = pointerOf(standing);
  const { hindrance } = turnOf(reckoning);
  return at < 0 || standing.order.slice(at + 1).every((unit) => hindrance(unit) !== undefined);
}

/** Elected in rotation: nobody has had a turn of this lap, or is to be chosen for one. */
export const hasNotBegun = ({ had, opened }: Standing): boolean => had.size === 0 && opened === 0;

/** Elected in rotation: who may be chosen and has had no turn in this lap. */
export function standLeft(reckoning: Reckoning): UnitId[] {
  const { order, had } = reckoning.standing;
  return order.filter((unit) => !had.has(unit) && hindranceOf(reckoning, unit) === undefined);
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
  // Who has a place in the new order waits for none.
  standing.lapJoiners = standing.lapJoiners.filter((unit) => !order.includes(unit));
  standing.nextOrder = undefined;
}

export function sortOrder(standing: Standing) {
  if (!isSorted(standing)) return;
  standing.order.sort((a, b) => byCodePoint(keyOf(standing, a), keyOf(standing, b)));
}
