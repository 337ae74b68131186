import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { spanOf } from "./calendar.ts";
import type { ChairRotationEvent } from "./events.ts";
import {
  type Asked,
  type Decided,
  firstComing,
  isMemberFrom,
  laterOf,
  unlessMember,
  whileOpen,
} from "./guards.ts";
import { voidedSwap } from "./moved-turns.ts";
import type { NominalEvent } from "./nominal-facts.ts";
import { actingNow, isMemberIn, type OpenedRotation, policyAt, runningNumber } from "./state.ts";
import { unitsMax } from "./words.ts";

/** Who belongs to the rotation: each change has a day, and a first term that it has a say in. */
export const rosterDecisions = {
  JoinRotation: whileOpen((state, data: Asked<"JoinRotation">) => {
    const { unit, joinedOn, place } = data;
    if (isRecorded(state, "UnitJoinedRotation", data)) return accept();
    const first = firstComing(state, joinedOn);
    if (!first.ok) return first;
    const { number, term } = first.span;
    if (isMemberFrom(state, unit, number)) return reject({ type: "UnitInRotationAlready", data: { unit } });
    if (!state.members.has(unit) && state.members.size >= unitsMax)
      return reject({ type: "TooManyUnitsInRotation", data: { unitsMax } });
    if (place?.kind === "after" && !isMemberFrom(state, place.unit, number))
      return reject({ type: "UnitNotInRotation", data: { unit: place.unit } });
    return accept({ type: "UnitJoinedRotation", data: { ...data, from: term } });
  }),

  LeaveRotation: whileOpen((state, data: Asked<"LeaveRotation">) => {
    const { unit, leftOn } = data;
    if (isRecorded(state, "UnitLeftRotation", data)) return accept();
    const spell = state.members.get(unit)?.spells.at(-1);
    if (!spell || spell.until !== undefined) return reject({ type: "UnitNotInRotation", data: { unit } });
    if (leftOn >= "7000") return reject({ type: "DateBeyondCalendar", data: { date: leftOn } });
    const first = firstComing(state, addDays(leftOn, 1));
    if (!first.ok) return first;
    const { number, term } = first.span;
    const late = outOfOrder(state, { units: [unit], number, date: leftOn });
    if (late) return late;
    const left: ChairRotationEvent = { type: "UnitLeftRotation", data: { ...data, from: term } };
    const voided = voidedSwaps(state, { units: [unit], from: number, because: "unitLeft" });
    return accept(left, ...voided, ...leavingChair(state, unit, leftOn));
  }),

  RenameInRotation: whileOpen((state, data: Asked<"RenameInRotation">) => {
    const { unit, renamedOn } = data;
    const first = firstComing(state, renamedOn);
    if (!first.ok) return first;
    if (!isMemberFrom(state, unit, runningNumber(state)))
      return reject({ type: "UnitNotInRotation", data: { unit } });
    const last = state.facts.findLast(
      ({ event }) => event.type === "UnitRenamedInRotation" && event.data.unit === unit,
    );
    if (last && same({ ...last.event.data, ...data }, last.event.data)) return accept();
    return accept({ type: "UnitRenamedInRotation", data: { ...data, from: first.span.term } });
  }),

  MergeInRotation: whileOpen((state, data: Asked<"MergeInRotation">) => {
    const { units, into, mergedOn } = data;
    if (isRecorded(state, "UnitsMergedInRotation", data)) return accept();
    if (units.includes(into)) return reject({ type: "MergeIntoItself", data: { unit: into } });
    const twice = firstTwice(units);
    if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
    const first = firstComing(state, mergedOn);
    if (!first.ok) return first;
    const { number, term } = first.span;
    const late = outOfOrder(state, { units: [...units, into], number, date: mergedOn });
    if (late) return late;
    const stranger = units.find((unit) => !isMemberIn(state, unit, number) || !isOpenEnded(state, unit));
    if (stranger !== undefined) return reject({ type: "UnitNotInRotation", data: { unit: stranger } });
    if (isMemberFrom(state, into, number) && !isMemberIn(state, into, number))
      return reject({ type: "UnitNotInRotation", data: { unit: into } });
    const merged: ChairRotationEvent = { type: "UnitsMergedInRotation", data: { ...data, from: term } };
    const suspendedFrom = state.members.get(into)?.suspendedFrom;
    if (suspendedFrom === undefined) return accept(merged);
    // The heir that would take the terms of the units is suspended then.
    const from = Math.max(number, suspendedFrom);
    const voided = voidedSwaps(state, { units, from, because: "unitSuspended" });
    return accept(merged, ...voided);
  }),

  SplitInRotation: whileOpen((state, data: Asked<"SplitInRotation">) => {
    const { unit, heir, others, splitOn } = data;
    if (isRecorded(state, "UnitSplitInRotation", data)) return accept();
    const twice = firstTwice([heir, ...others]);
    if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
    if (others.includes(unit)) return reject({ type: "SplitIntoItself", data: { unit } });
    const first = firstComing(state, splitOn);
    if (!first.ok) return first;
    const { number, term } = first.span;
    const late = outOfOrder(state, { units: [unit], number, date: splitOn });
    if (late) return late;
    if (!isMemberIn(state, unit, number) || !isOpenEnded(state, unit))
      return reject({ type: "UnitNotInRotation", data: { unit } });
    const known = [...(heir === unit ? [] : [heir]), ...others].find((one) =>
      isMemberFrom(state, one, number),
    );
    if (known !== undefined) return reject({ type: "UnitInRotationAlready", data: { unit: known } });
    if (state.members.size + others.length + 1 > unitsMax)
      return reject({ type: "TooManyUnitsInRotation", data: { unitsMax } });
    return accept({ type: "UnitSplitInRotation", data: { ...data, from: term } });
  }),

  SuspendFromRotation: whileOpen((state, data: Asked<"SuspendFromRotation">) => {
    const { unit, suspendedOn } = data;
    const first = firstComing(state, suspendedOn);
    if (!first.ok) return first;
    const stranger = unlessMember(state, unit, first.span.number);
    if (stranger) return stranger;
    if (state.members.get(unit)?.suspendedFrom !== undefined) return accept();
    const { number, term } = first.span;
    const voided = voidedSwaps(state, { units: [unit], from: number, because: "unitSuspended" });
    return accept({ type: "UnitSuspendedFromRotation", data: { ...data, from: term } }, ...voided);
  }),

  ReinstateInRotation: whileOpen((state, data: Asked<"ReinstateInRotation">) => {
    const { unit, reinstatedOn } = data;
    const first = firstComing(state, reinstatedOn);
    if (!first.ok) return first;
    const from = state.members.get(unit)?.suspendedFrom;
    if (from === undefined)
      return isRecorded(state, "UnitReinstatedInRotation", data)
        ? accept()
        : reject({ type: "UnitNotSuspended", data: { unit } });
    const suspended = spanOf(state.calendar, from);
    if (first.span.number < from && suspended)
      return reject({
        type: "RotationDateOutOfOrder",
        data: { date: reinstatedOn, notBefore: suspended.startsOn },
      });
    return accept({ type: "UnitReinstatedInRotation", data: { ...data, from: first.span.term } });
  }),
};

/** Whether the last fact of that kind about the unit says just this. */
function isRecorded(
  state: OpenedRotation,
  type: NominalEvent["type"],
  data: { unit?: UnitId; into?: UnitId },
): boolean {
  const last = state.facts.findLast(
    ({ event }) => event.type === type && same({ ...event.data, ...data }, event.data),
  );
  if (!last) return false;
  const unit = data.unit ?? data.into;
  const later = state.facts.filter(
    ({ seq, event }) => seq > last.seq && "unit" in event.data && event.data.unit === unit,
  );
  return !later.some(({ event }) => rosterTypes.has(event.type));
}

/** What makes a fact about a unit's membership an old one. */
const rosterTypes = new Set([
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
]);

/** Who left, merged or split later, as was decided already, cannot do so before. */
function outOfOrder(
  state: OpenedRotation,
  { units, number, date }: { units: readonly UnitId[]; number: number; date: CivilDate },
): Extract<Decided, { ok: false }> | undefined {
  const later = state.facts.filter(
    ({ at, event }) => at > number && units.some((unit) => concerns(event, unit)),
  );
  const last = spanOf(state.calendar, Math.max(0, ...later.map(({ at }) => at)));
  if (later.length === 0 || !last) return undefined;
  return reject({ type: "RotationDateOutOfOrder", data: { date, notBefore: last.startsOn } });
}

/** Whether the event changes who the unit is, or whether it belongs. */
function concerns({ type, data }: NominalEvent, unit: UnitId): boolean {
  if (type === "UnitJoinedRotation" || type === "UnitLeftRotation") return data.unit === unit;
  if (type === "UnitsMergedInRotation") return data.into === unit || data.units.includes(unit);
  return type === "UnitSplitInRotation" && [data.unit, data.heir, ...data.others].includes(unit);
}

function isOpenEnded({ members }: OpenedRotation, unit: UnitId): boolean {
  return members.get(unit)?.spells.at(-1)?.until === undefined;
}

export function firstTwice(units: readonly UnitId[]): UnitId | undefined {
  const seen = new Set<UnitId>();
  for (const unit of units) {
    if (seen.has(unit)) return unit;
    seen.add(unit);
  }
  return undefined;
}

/**
 * Swaps of the units with a term that begins after they have left or were suspended. A swap names the heir of a unit that
 * is to merge later; until then the unit itself sits.
 */
function voidedSwaps(
  state: OpenedRotation,
  { units, from, because }: { units: readonly UnitId[]; from: number; because: "unitLeft" | "unitSuspended" },
): ChairRotationEvent[] {
  const isOpen = ({ status }: { status: string }) => status !== "expired" && status !== "voided";
  const sitting = new Set(
    [...state.overlays.values()]
      .flat()
      .flatMap((one) => (one.kind === "swap" && units.includes(one.unit) ? one.swap : [])),
  );
  return [...state.swaps.values()]
    .filter(({ swap, a, b }) => units.includes(a.unit) || units.includes(b.unit) || sitting.has(swap))
    .filter((swap) => isOpen(swap) && (swap.at.a >= from || swap.at.b >= from))
    .map(({ swap }) => voidedSwap(state, swap, because));
}

/** A chair that leaves before its term has ended finishes it, or leaves it to its deputy, or to nobody. */
function leavingChair(state: OpenedRotation, unit: UnitId, leftOn: CivilDate): ChairRotationEvent[] {
  const running = state.served.at(-1);
  const span = running && spanOf(state.calendar, running.number);
  const policy = policyAt(state, runningNumber(state)).leaver;
  if (!running || !span || state.holder !== unit || policy === "finish" || leftOn >= span.endsOn) return [];
  const from = laterOf(addDays(leftOn, 1), running.begunOn);
  const { term, deputy } = running;
  const reason = `leaver: ${policy}`;
  const vacated: ChairRotationEvent = { type: "TermVacated", data: { term, from, reason } };
  if (policy === "reassign" || deputy === undefined || actingNow(state)) return [vacated];
  return [vacated, { type: "ActingChairAppointed", data: { term, unit: deputy, from, reason } }];
}
