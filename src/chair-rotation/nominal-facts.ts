import { byType } from "../kernel/by-type.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairRotationEvent } from "./events.ts";
import {
  keyFor,
  keyOf,
  layDown,
  placeUnit,
  putInPlaceOf,
  type Standing,
  sortOrder,
  takeOut,
  turnsBefore,
  waitFrom,
} from "./order.ts";

/** The events that say something about whose turn a term is. */
const nominalTypes = [
  "ChairDesignated",
  "DeputyDesignated",
  "DeputyReleased",
  "ChairHandedOver",
  "ChairInstalled",
  "TurnDeclined",
  "TurnSkipped",
  "OwedTurnClaimed",
  "ChairHeldOver",
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitRenamedInRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
  "OrderReplaced",
  "OrderDrawn",
  "RotationPolicyAdopted",
] as const;
type NominalType = (typeof nominalTypes)[number];
export type NominalEvent = Extract<ChairRotationEvent, { type: NominalType }>;

/** An event that takes effect with term `at`; `seq` tells what was recorded first. */
export type NominalFact = { at: number; seq: number; event: NominalEvent };

/** Lets a fact change how the rotation stands before term `fact.at` is given. */
export function applyFact(standing: Standing, { at, seq, event }: NominalFact) {
  effect(standing, event, { number: at, seq });
}

const effect = /* @__PURE__ */ byType<NominalEvent, Standing, { number: number; seq: number }, void>({
  ChairDesignated({ wishes, designationsFrom }, { chair, deputy }, { seq }) {
    if (seq < designationsFrom) return;
    wishes.designated = { chair, deputy };
    wishes.skipped.delete(chair);
  },
  ChairInstalled({ wishes }, { chair, deputy, turnOf }) {
    if (turnOf === undefined) wishes.designated = { chair, deputy };
    else if (deputy !== undefined) wishes.deputy = deputy;
  },
  ChairHandedOver({ wishes }, { deputy }) {
    if (deputy !== undefined) wishes.deputy = deputy;
  },
  DeputyDesignated({ wishes }, { deputy }) {
    wishes.deputy = deputy;
    wishes.released.delete(deputy);
  },
  DeputyReleased: ({ wishes }, { deputy }) => void wishes.released.add(deputy),
  TurnDeclined: (standing, { unit }, { number }) => skip(standing, unit, number),
  TurnSkipped: (standing, { unit }, { number }) => skip(standing, unit, number),
  OwedTurnClaimed({ wishes }, { unit }) {
    wishes.owed = unit;
  },
  ChairHeldOver({ wishes }) {
    wishes.isHeldOver = true;
  },

  UnitJoinedRotation(standing, { unit, name, sortKey, place }, { number }) {
    standing.keys.set(unit, keyFor(unit, sortKey ?? name ?? unit));
    join(standing, unit, number);
    if (place) placeUnit(standing, unit, place);
    else placeJoiner(standing, unit);
  },
  UnitLeftRotation(standing, { unit }) {
    takeOut(standing, unit);
    standing.memberFrom.delete(unit);
    standing.suspended.delete(unit);
  },
  UnitRenamedInRotation(standing, { unit, sortKey }) {
    if (sortKey === undefined) return;
    standing.keys.set(unit, keyFor(unit, sortKey));
    sortOrder(standing);
  },
  UnitsMergedInRotation: (standing, { units, into }, { number }) => merge(standing, { units, into, number }),
  UnitSplitInRotation(standing, { unit, heir, others }, { number }) {
    if (heir !== unit) inherit(standing, heir, unit);
    for (const other of others) {
      if (!standing.keys.has(other)) standing.keys.set(other, keyFor(other, other));
      join(standing, other, number);
      placeJoiner(standing, other);
    }
  },
  UnitSuspendedFromRotation(standing, { unit }) {
    standing.suspended.add(unit);
    if (standing.policy.suspension === "losesPlace") takeOut(standing, unit);
  },
  UnitReinstatedInRotation(standing, { unit }) {
    standing.suspended.delete(unit);
    if (!standing.order.includes(unit) && standing.policy.suspension === "losesPlace")
      placeUnit(standing, unit, { kind: "end" });
  },
  UnitPlacedInOrder: (standing, { unit, place }) => placeUnit(standing, unit, place),
  UnitRemovedFromOrder: (standing, { unit }) => takeOut(standing, unit),
  OrderReplaced(standing, { order, prefix = [], effective }, { seq }) {
    standing.designationsFrom = Math.max(standing.designationsFrom, seq);
    if (effective === "lapEnds") standing.nextOrder = { order, prefix };
    else layDown(standing, { order, prefix });
  },
  OrderDrawn(standing, { order }) {
    layDown(standing, { order, prefix: [] });
  },
  RotationPolicyAdopted(standing, { policy }) {
    standing.policy = policy;
    if (policy.succession.kind === "group") {
      standing.groups = policy.succession.groups.map((group) => [...group]);
      standing.groupAt = standing.groups.findIndex((group) => group.includes(standing.previous ?? ""));
    }
    if (policy.succession.kind === "lottery") standing.isLaidDown = false;
    if (policy.succession.kind !== "alphabetical") return;
    standing.isLaidDown = false;
    standing.lastKey = standing.previous && keyOf(standing, standing.previous);
    sortOrder(standing);
  },
});

/** The turn is spent: who waits for the next one waits from now. */
function skip(standing: Standing, unit: UnitId, number: number) {
  standing.wishes.skipped.add(unit);
  standing.waiting.set(unit, waitFrom(number));
}

function join(standing: Standing, unit: UnitId, number: number) {
  standing.memberFrom.set(unit, number);
  standing.waiting.set(unit, waitFrom(number));
  standing.successors.delete(unit);
}

function placeJoiner(standing: Standing, unit: UnitId) {
  const { joiner } = standing.policy;
  if (joiner === "nextLap") standing.lapJoiners.push(unit);
  else if (joiner !== "notEligible") placeUnit(standing, unit, { kind: joiner });
}

/** `unit` takes over the place of `former`, its key where it has none, and since when it has waited. */
function inherit(standing: Standing, unit: UnitId, former: UnitId) {
  putInPlaceOf(standing, unit, former);
  standing.successors.set(former, unit);
  standing.groups = standing.groups.map((group) => group.map((one) => (one === former ? unit : one)));
  standing.keys.set(unit, keyOf(standing, former));
  for (const values of [standing.memberFrom, standing.waiting]) {
    const value = values.get(former);
    if (value !== undefined) values.set(unit, value);
    values.delete(former);
  }
  for (const units of [standing.suspended, standing.ahead]) if (units.delete(former)) units.add(unit);
  if (standing.previous === former) standing.previous = unit;
  if (standing.deputy === former) standing.deputy = unit;
}

/** Units become one: it keeps the earlier (or the later) of their pending turns, never both. */
function merge(
  standing: Standing,
  { units, into, number }: { units: readonly UnitId[]; into: UnitId; number: number },
) {
  const { place } = standing.policy.merge;
  const parties = [...units, ...(standing.memberFrom.has(into) ? [into] : [])];
  const pending = parties
    .map((unit) => ({ unit, before: turnsBefore(standing, unit) }))
    .filter(({ before }) => Number.isFinite(before))
    .sort((a, b) => (place === "earlier" ? a.before - b.before : b.before - a.before));
  const kept = pending[0]?.unit ?? units[0] ?? into;
  const waits = parties.flatMap((unit) => standing.waiting.get(unit) ?? []);
  // Who is there already keeps its own suspension or freedom; a new unit is suspended if all its parts were.
  const isSuspended = standing.memberFrom.has(into)
    ? standing.suspended.has(into)
    : parties.every((unit) => standing.suspended.has(unit));
  const isLast = parties.includes(standing.previous ?? "");
  for (const unit of parties) {
    if (unit === kept) continue;
    takeOut(standing, unit);
    if (unit !== into) standing.successors.set(unit, into);
    standing.prefix = standing.prefix.filter((one) => one !== unit);
    if (standing.deputy === unit) standing.deputy = kept;
    for (const units of [standing.suspended, standing.ahead]) units.delete(unit);
    for (const values of [standing.memberFrom, standing.waiting]) values.delete(unit);
    standing.groups = standing.groups.map((group) => group.filter((one) => one !== unit));
  }
  standing.successors.delete(into);
  if (kept !== into) inherit(standing, into, kept);
  standing.memberFrom.set(into, standing.memberFrom.get(into) ?? number);
  standing.waiting.set(
    into,
    place === "earlier" ? Math.min(...waits, waitFrom(number)) : Math.max(...waits, 0),
  );
  if (isSuspended) standing.suspended.add(into);
  else standing.suspended.delete(into);
  if (isLast) standing.previous = into;
  sortOrder(standing);
}
