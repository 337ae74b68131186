import { objectionToDate, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf } from "./calendar.ts";
import { custodySince, pass } from "./custody.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { firstTermComing } from "./forecast/coming-terms.ts";
import { changeMembers, isIn, knownMember } from "./membership.ts";
import { acceptMovingTurns, voidedSwapsOf } from "./moved-turns.ts";
import { firstTwice } from "./opening.ts";
import { earliestChange, isRecorded } from "./roster-facts.ts";
import {
  actingNow,
  type CommandSlice,
  type EventSlice,
  isMemberFrom,
  isMemberIn,
  isSuspendedIn,
  type OpenedRotation,
  policyAt,
  runningNumber,
} from "./state.ts";
import { unitsMax } from "./words.ts";

/** Units merge into one, or one is split up; an heir takes over what a unit that ends had. */
export const decideReorganisation: CommandSlice<"MergeInRotation" | "SplitInRotation"> = {
  MergeInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, "UnitsMergedInRotation", data),
    decide(state, data) {
      const { units, into, mergedOn } = data;
      if (units.includes(into)) return reject({ type: "MergeIntoItself", data: { unit: into } });
      const twice = firstTwice(units);
      if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
      const first = firstTermComing(state, mergedOn);
      if (!first.ok) return first;
      const { number, term } = first.span;
      const earliest = earliestChange(state, { units: [...units, into], number });
      const objection = objectionToDate(mergedOn, { earliest });
      if (objection) return reject(objection);
      const stranger = units.find((unit) => !isMemberIn(state, unit, number) || !isIn(state, unit));
      if (stranger !== undefined) return reject({ type: "UnitNotInRotation", data: { unit: stranger } });
      if (isMemberFrom(state, into, number) && !isMemberIn(state, into, number))
        return reject({ type: "UnitNotInRotation", data: { unit: into } });
      const merged = { type: "UnitsMergedInRotation", data: { ...data, from: term } } as const;
      const suspendedFrom = state.members.get(into)?.suspendedFrom;
      if (suspendedFrom === undefined) return acceptMovingTurns(state, merged);
      // The heir that would take the terms of the units is suspended then.
      const swaps = { units, from: Math.max(number, suspendedFrom), because: "unitSuspended" } as const;
      return acceptMovingTurns(state, merged, ...voidedSwapsOf(state, swaps));
    },
  }),

  SplitInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, "UnitSplitInRotation", data),
    decide(state, data) {
      const { unit, heir, others, splitOn } = data;
      const twice = firstTwice([heir, ...others]);
      if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
      if (others.includes(unit)) return reject({ type: "SplitIntoItself", data: { unit } });
      const first = firstTermComing(state, splitOn);
      if (!first.ok) return first;
      const { number, term } = first.span;
      const earliest = earliestChange(state, { units: [unit], number });
      const objection = objectionToDate(splitOn, { earliest });
      if (objection) return reject(objection);
      if (!isMemberIn(state, unit, number) || !isIn(state, unit))
        return reject({ type: "UnitNotInRotation", data: { unit } });
      const joining = heir === unit ? others : [heir, ...others];
      const known = joining.find((one) => isMemberFrom(state, one, number));
      if (known !== undefined) return reject({ type: "UnitInRotationAlready", data: { unit: known } });
      if (state.members.size + others.length + 1 > unitsMax)
        return reject({ type: "TooManyUnitsInRotation", data: { unitsMax } });
      return acceptMovingTurns(state, { type: "UnitSplitInRotation", data: { ...data, from: term } });
    },
  }),
};

export const evolveReorganisation: EventSlice<"UnitsMergedInRotation" | "UnitSplitInRotation"> = {
  UnitsMergedInRotation: from(["open"], (state, data) => {
    const { units, into, mergedOn } = data;
    const number = numberIn(state, data.from);
    const turns = [...units, into].map((unit) => turnsServed(state, unit));
    const isSum = policyAt(state, number).merge.turns === "sum";
    const merged = isSum ? turns.reduce((a, b) => a + b, 0) : Math.max(...turns);
    const inherited = merged - turnsServed(state, into);
    const isNew = !isMemberIn(state, into, number);
    const isSuspended = isNew && units.every((unit) => isSuspendedIn(state, unit, number));
    changeMembers(state, { type: "UnitsMergedInRotation", data });
    for (const unit of units) succeed(state, { unit, heir: into, from: number, on: mergedOn });
    const heir = knownMember(state, into);
    heir.inheritedTurns += inherited;
    if (isSuspended) heir.suspendedFrom = number;
    keepFacts(state, { type: "UnitsMergedInRotation", data });
  }),

  UnitSplitInRotation: from(["open"], (state, data) => {
    const { unit, splitOn } = data;
    const number = numberIn(state, data.from);
    const inherited = turnsServed(state, unit);
    const isSuspended = isSuspendedIn(state, unit, number);
    changeMembers(state, { type: "UnitSplitInRotation", data });
    if (data.heir !== unit) {
      succeed(state, { unit, heir: data.heir, from: number, on: splitOn });
      const heir = knownMember(state, data.heir);
      heir.inheritedTurns += inherited;
      if (isSuspended) heir.suspendedFrom = number;
    }
    keepFacts(state, { type: "UnitSplitInRotation", data });
  }),
};

type Succession = { unit: UnitId; heir: UnitId; from: number; on: CivilDate };

/** `heir` takes over what `unit` had: the running chair, the flag, and what was agreed for coming terms. */
function succeed(state: OpenedRotation, succession: Succession) {
  const { unit, heir, from: first } = succession;
  if (first === runningNumber(state) + 1) succeedInOffice(state, succession);
  for (const owed of state.obligations.values())
    if (owed.unit === unit && owed.status === "open") owed.unit = heir;
  for (const swap of state.swaps.values()) {
    for (const side of [swap.a, swap.b]) if (side.unit === unit) side.unit = heir;
    swap.consents = swap.consents.map((one) => (one === unit ? heir : one));
  }
  for (const [number, overlays] of state.overlays)
    for (const overlay of number < first ? [] : overlays)
      if (overlay.kind !== "vacant" && overlay.unit === unit) overlay.unit = heir;
}

function succeedInOffice(state: OpenedRotation, { unit, heir, on }: Succession) {
  if (state.holder === unit) state.holder = heir;
  const acting = actingNow(state);
  if (acting?.unit === unit) acting.unit = heir;
  const { custody } = state;
  if (custody?.custodian.kind !== "unit" || custody.custodian.unit !== unit) return;
  const step = { on: laterOf(on, custodySince(custody)), event: "UnitsMergedInRotation" } as const;
  pass(custody, { to: { kind: "unit", unit: heir }, ...step });
}

/** Turns that count as the unit's own: terms that it had by the rule or chaired, and what it inherited. */
function turnsServed({ served, members }: OpenedRotation, unit: UnitId): number {
  const own = served.filter(({ turnOf, chair }) => (turnOf ?? chair) === unit).length;
  return own + (members.get(unit)?.inheritedTurns ?? 0);
}
