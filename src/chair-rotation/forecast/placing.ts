import { byType } from "../../kernel/by-type.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { heirIn, type Roster, type RosterFact } from "../members.ts";
import type { RosterEvent } from "../messages.ts";
import {
  keyFor,
  keyOf,
  placeUnit,
  putInPlaceOf,
  type Standing,
  sortOrder,
  takeOut,
  turnsBefore,
  waitJoined,
} from "./standing.ts";

/** What a fact about the members does to the order, in the first term that is reckoned with it, by the members of its day. */
export function place(
  standing: Standing,
  { event }: RosterFact,
  { number, roster }: { number: number; roster: Pick<Roster, "ended"> },
) {
  if (event.type === "UnitExpected") standing.members.add(event.data.unit);
  else effect(standing, afterHeir(event, standing, roster), number);
}

/** A unit that joins after one that has ended stands after its heir. */
function afterHeir(event: RosterEvent, { order }: Standing, roster: Pick<Roster, "ended">): RosterEvent {
  if (event.type !== "UnitJoinedRotation" || event.data.place?.kind !== "after") return event;
  const { unit } = event.data.place;
  if (order.includes(unit)) return event;
  return { ...event, data: { ...event.data, place: { kind: "after", unit: heirIn(roster, unit) } } };
}

const effect = /* @__PURE__ */ byType<RosterEvent, Standing, number, void>({
  UnitJoinedRotation(standing, { unit, name, sortKey, place: given }, number) {
    // A unit that comes back without another name has the key that it had.
    const key = sortKey ?? name;
    if (key !== undefined || !standing.keys.has(unit)) standing.keys.set(unit, keyFor(unit, key ?? unit));
    join(standing, unit, number);
    if (given) placeUnit(standing, unit, given);
    else placeJoiner(standing, unit);
  },
  UnitLeftRotation(standing, { unit }) {
    takeOut(standing, unit);
    standing.members.delete(unit);
    standing.prefix = standing.prefix.filter((one) => one !== unit);
    standing.debts = standing.debts.filter((debt) => debt.unit !== unit);
    for (const office of ["sits", "deputy"] as const)
      if (standing[office] === unit) standing[office] = undefined;
  },
  UnitRenamedInRotation(standing, { unit, sortKey }) {
    if (sortKey === undefined) return;
    standing.keys.set(unit, keyFor(unit, sortKey));
    sortOrder(standing);
  },
  UnitsMergedInRotation: merge,
  UnitSplitInRotation(standing, { unit, heir, others }, number) {
    if (heir !== unit) {
      inherit(standing, heir, unit);
      succeedIn(standing, [unit], heir);
    }
    for (const debt of standing.debts) if (debt.unit === unit) debt.unit = heir;
    for (const other of others) {
      if (!standing.keys.has(other)) standing.keys.set(other, keyFor(other, other));
      join(standing, other, number);
      placeJoiner(standing, other);
    }
  },
  UnitSuspendedFromRotation(standing, { unit }) {
    if (standing.policy.suspension === "losesPlace") displace(standing, unit);
  },
  UnitReinstatedInRotation: replace,
});

/** A unit loses its place; one that has none, because nobody gave it one or it was taken out, has none to lose. */
function displace(standing: Standing, unit: UnitId) {
  const isInOrder = standing.order.includes(unit);
  if (!isInOrder && !standing.lapJoiners.includes(unit)) return;
  takeOut(standing, unit);
  standing.displaced.set(unit, isInOrder ? "order" : "nextLap");
}

/** A unit that lost a place by its suspension gets the last one, whatever the policy says by now. */
function replace(standing: Standing, { unit }: { unit: UnitId }) {
  const lost = standing.displaced.get(unit);
  standing.displaced.delete(unit);
  if (lost === "order") placeUnit(standing, unit, { kind: "end" });
  else if (lost === "nextLap") standing.lapJoiners.push(unit);
}

function join(standing: Standing, unit: UnitId, number: number) {
  standing.members.add(unit);
  standing.waiting.set(unit, waitJoined(number));
}

function placeJoiner(standing: Standing, unit: UnitId) {
  const { joiner } = standing.policy;
  if (joiner === "nextLap") standing.lapJoiners.push(unit);
  else if (joiner !== "notEligible") placeUnit(standing, unit, { kind: joiner });
}

/** `unit` takes over the place, the sort key and the waiting time of `former`. */
function inherit(standing: Standing, unit: UnitId, former: UnitId) {
  putInPlaceOf(standing, unit, former);
  standing.groups = standing.groups.map((group) => group.map((one) => (one === former ? unit : one)));
  standing.keys.set(unit, keyOf(standing, former));
  const lost = standing.displaced.get(former);
  if (lost) standing.displaced.set(unit, lost);
  standing.displaced.delete(former);
  const since = standing.waiting.get(former);
  if (since !== undefined) standing.waiting.set(unit, since);
  standing.waiting.delete(former);
  for (const units of [standing.members, standing.ahead, standing.had])
    if (units.delete(former)) units.add(unit);
  if (standing.previous === former) standing.previous = unit;
}

/** The heir of the chair of the last term takes over, where the policy says so; the heir of its deputy is deputy then. */
function succeedIn(standing: Standing, ended: readonly UnitId[], heir: UnitId) {
  const { sits, deputy, policy } = standing;
  const heirOfChair = policy.merged === "asLeaver" ? undefined : heir;
  if (sits !== undefined && ended.includes(sits)) standing.sits = heirOfChair;
  if (deputy !== undefined && ended.includes(deputy)) standing.deputy = heir;
  if (standing.deputy === standing.sits) standing.deputy = undefined;
}

/** Units become one unit. It keeps one of their coming turns, the earlier or the later one, and loses the others. */
function merge(
  standing: Standing,
  { units, into }: { units: readonly UnitId[]; into: UnitId },
  number: number,
) {
  const isEarlier = standing.policy.merge.place === "earlier";
  const parties = [...units, into].filter((unit) => standing.members.has(unit));
  if (parties.length === 0) return;
  const pending = parties
    .map((unit) => ({ unit, before: turnsBefore(standing, unit) }))
    .filter(({ before }) => Number.isFinite(before))
    .sort((a, b) => (isEarlier ? a.before - b.before : b.before - a.before));
  const kept = pending[0]?.unit ?? parties[0] ?? into;
  const waits = parties.flatMap((unit) => standing.waiting.get(unit) ?? []);
  const hasHad = (unit: UnitId) => standing.had.has(unit);
  const had = isEarlier ? parties.every(hasHad) : parties.some(hasHad);
  const isLast = parties.includes(standing.previous ?? "");
  for (const unit of parties) standing.had.delete(unit);
  for (const debt of standing.debts) if (parties.includes(debt.unit)) debt.unit = into;
  for (const unit of parties) if (unit !== kept) remove(standing, unit);
  if (kept !== into) inherit(standing, into, kept);
  if (had) standing.had.add(into);
  standing.waiting.set(into, isEarlier ? Math.min(...waits, waitJoined(number)) : Math.max(...waits, 0));
  if (isLast) standing.previous = into;
  succeedIn(standing, units, into);
  sortOrder(standing);
}

function remove(standing: Standing, unit: UnitId) {
  takeOut(standing, unit);
  standing.prefix = standing.prefix.filter((one) => one !== unit);
  for (const units of [standing.members, standing.ahead]) units.delete(unit);
  standing.waiting.delete(unit);
  standing.groups = standing.groups.map((group) => group.filter((one) => one !== unit));
}
