import { byType } from "../../kernel/by-type.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { NominalEvent, NominalFact } from "../state.ts";
import {
  keyFor,
  keyOf,
  layDown,
  type NominalState,
  placeUnit,
  putInPlaceOf,
  sortOrder,
  takeOut,
  turnsBefore,
  waitFrom,
} from "./nominal-state.ts";

/** Changes the state by a fact that has effect from term `fact.at` on, before that term is given to a unit. */
export function applyFact(state: NominalState, { at, seq, event }: NominalFact) {
  effect(state, event, { number: at, seq });
}

const effect = /* @__PURE__ */ byType<NominalEvent, NominalState, { number: number; seq: number }, void>({
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
  TurnDeclined: (state, { unit }, { number }) => skip(state, unit, number),
  TurnSkipped: (state, { unit }, { number }) => skip(state, unit, number),
  OwedTurnClaimed({ wishes }, { unit }) {
    wishes.owed = unit;
  },
  ChairHeldOver({ wishes }) {
    wishes.isHeldOver = true;
  },

  UnitJoinedRotation(state, { unit, name, sortKey, place }, { number }) {
    state.keys.set(unit, keyFor(unit, sortKey ?? name ?? unit));
    join(state, unit, number);
    if (place) placeUnit(state, unit, place);
    else placeJoiner(state, unit);
  },
  UnitLeftRotation(state, { unit }) {
    takeOut(state, unit);
    state.memberFrom.delete(unit);
    state.suspended.delete(unit);
  },
  UnitRenamedInRotation(state, { unit, sortKey }) {
    if (sortKey === undefined) return;
    state.keys.set(unit, keyFor(unit, sortKey));
    sortOrder(state);
  },
  UnitsMergedInRotation: (state, { units, into }, { number }) => merge(state, { units, into, number }),
  UnitSplitInRotation(state, { unit, heir, others }, { number }) {
    if (heir !== unit) inherit(state, heir, unit);
    for (const other of others) {
      if (!state.keys.has(other)) state.keys.set(other, keyFor(other, other));
      join(state, other, number);
      placeJoiner(state, other);
    }
  },
  UnitSuspendedFromRotation(state, { unit }) {
    state.suspended.add(unit);
    if (state.policy.suspension === "losesPlace") takeOut(state, unit);
  },
  UnitReinstatedInRotation(state, { unit }) {
    state.suspended.delete(unit);
    if (!state.order.includes(unit) && state.policy.suspension === "losesPlace")
      placeUnit(state, unit, { kind: "end" });
  },
  UnitPlacedInOrder: (state, { unit, place }) => placeUnit(state, unit, place),
  UnitRemovedFromOrder: (state, { unit }) => takeOut(state, unit),
  OrderReplaced(state, { order, prefix = [], effective }, { seq }) {
    state.designationsFrom = Math.max(state.designationsFrom, seq);
    if (effective === "lapEnds") state.nextOrder = { order, prefix };
    else layDown(state, { order, prefix });
  },
  OrderDrawn(state, { order }) {
    layDown(state, { order, prefix: [] });
  },
  RotationPolicyAdopted(state, { policy }) {
    state.policy = policy;
    if (policy.succession.kind === "group") {
      state.groups = policy.succession.groups.map((group) => [...group]);
      state.groupAt = state.groups.findIndex((group) => group.includes(state.previous ?? ""));
    }
    if (policy.succession.kind === "lottery") state.isLaidDown = false;
    if (policy.succession.kind !== "alphabetical") return;
    state.isLaidDown = false;
    state.lastKey = state.previous && keyOf(state, state.previous);
    sortOrder(state);
  },
});

/** The turn is spent: the unit waits for its next one from now on. */
function skip(state: NominalState, unit: UnitId, number: number) {
  state.wishes.skipped.add(unit);
  state.waiting.set(unit, waitFrom(number));
}

function join(state: NominalState, unit: UnitId, number: number) {
  state.memberFrom.set(unit, number);
  state.waiting.set(unit, waitFrom(number));
  state.successors.delete(unit);
}

function placeJoiner(state: NominalState, unit: UnitId) {
  const { joiner } = state.policy;
  if (joiner === "nextLap") state.lapJoiners.push(unit);
  else if (joiner !== "notEligible") placeUnit(state, unit, { kind: joiner });
}

/** `unit` takes over the place, the sort key and the waiting time of `former`. */
function inherit(state: NominalState, unit: UnitId, former: UnitId) {
  putInPlaceOf(state, unit, former);
  state.successors.set(former, unit);
  state.groups = state.groups.map((group) => group.map((one) => (one === former ? unit : one)));
  state.keys.set(unit, keyOf(state, former));
  for (const values of [state.memberFrom, state.waiting]) {
    const value = values.get(former);
    if (value !== undefined) values.set(unit, value);
    values.delete(former);
  }
  for (const units of [state.suspended, state.ahead]) if (units.delete(former)) units.add(unit);
  if (state.previous === former) state.previous = unit;
  if (state.deputy === former) state.deputy = unit;
}

/** Units become one unit. It keeps one of their coming turns, the earlier or the later one, and loses the others. */
function merge(
  state: NominalState,
  { units, into, number }: { units: readonly UnitId[]; into: UnitId; number: number },
) {
  const { place } = state.policy.merge;
  const parties = [...units, ...(state.memberFrom.has(into) ? [into] : [])];
  const pending = parties
    .map((unit) => ({ unit, before: turnsBefore(state, unit) }))
    .filter(({ before }) => Number.isFinite(before))
    .sort((a, b) => (place === "earlier" ? a.before - b.before : b.before - a.before));
  const kept = pending[0]?.unit ?? units[0] ?? into;
  const waits = parties.flatMap((unit) => state.waiting.get(unit) ?? []);
  // A member keeps its own suspension or freedom; a new unit is suspended if all its parts were.
  const isSuspended = state.memberFrom.has(into)
    ? state.suspended.has(into)
    : parties.every((unit) => state.suspended.has(unit));
  const isLast = parties.includes(state.previous ?? "");
  for (const unit of parties) {
    if (unit === kept) continue;
    takeOut(state, unit);
    if (unit !== into) state.successors.set(unit, into);
    state.prefix = state.prefix.filter((one) => one !== unit);
    if (state.deputy === unit) state.deputy = kept;
    for (const units of [state.suspended, state.ahead]) units.delete(unit);
    for (const values of [state.memberFrom, state.waiting]) values.delete(unit);
    state.groups = state.groups.map((group) => group.filter((one) => one !== unit));
  }
  state.successors.delete(into);
  if (kept !== into) inherit(state, into, kept);
  state.memberFrom.set(into, state.memberFrom.get(into) ?? number);
  state.waiting.set(into, place === "earlier" ? Math.min(...waits, waitFrom(number)) : Math.max(...waits, 0));
  if (isSuspended) state.suspended.add(into);
  else state.suspended.delete(into);
  if (isLast) state.previous = into;
  sortOrder(state);
}
