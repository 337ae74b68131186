import { objectionToDate, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { earliestDayFor, laterOf, spanOf } from "./calendar.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { firstTermComing } from "./forecast/coming-terms.ts";
import { changeMembers, isIn, knownMember, objectionToUnit } from "./membership.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { acceptMovingTurns, voidedSwapsOf } from "./moved-turns.ts";
import { earliestChange, isRecorded, says } from "./roster-facts.ts";
import {
  actingNow,
  type CommandSlice,
  type EventSlice,
  isMemberFrom,
  type OpenedRotation,
  policyAt,
  runningNumber,
} from "./state.ts";
import { unitsMax } from "./words.ts";

/** No unit may leave in or after this year. */
const endOfCalendar = "7000";

/** Units join, leave, are renamed and are suspended: each change has a day, and a first term in which it has effect. */
export const decideRoster: CommandSlice<
  "JoinRotation" | "LeaveRotation" | "RenameInRotation" | "SuspendFromRotation" | "ReinstateInRotation"
> = {
  JoinRotation: during(["open"], {
    already: (state, data) => isRecorded(state, "UnitJoinedRotation", data),
    decide(state, data) {
      const { unit, joinedOn, place } = data;
      const first = firstTermComing(state, joinedOn);
      if (!first.ok) return first;
      const { number, term } = first.span;
      if (isMemberFrom(state, unit, number)) return reject({ type: "UnitInRotationAlready", data: { unit } });
      if (!state.members.has(unit) && state.members.size >= unitsMax)
        return reject({ type: "TooManyUnitsInRotation", data: { unitsMax } });
      if (place?.kind === "after" && !isMemberFrom(state, place.unit, number))
        return reject({ type: "UnitNotInRotation", data: { unit: place.unit } });
      return acceptMovingTurns(state, { type: "UnitJoinedRotation", data: { ...data, from: term } });
    },
  }),

  LeaveRotation: during(["open"], {
    already: (state, data) => isRecorded(state, "UnitLeftRotation", data),
    decide(state, data) {
      const { unit, leftOn } = data;
      if (!isIn(state, unit)) return reject({ type: "UnitNotInRotation", data: { unit } });
      if (leftOn >= endOfCalendar) return reject({ type: "DateBeyondCalendar", data: { date: leftOn } });
      const first = firstTermComing(state, addDays(leftOn, 1));
      if (!first.ok) return first;
      const { number, term } = first.span;
      const earliest = earliestChange(state, { units: [unit], number });
      // The day on which a unit leaves is its last day.
      const objection = objectionToDate(leftOn, { earliest: earliest && addDays(earliest, -1) });
      if (objection) return reject(objection);
      return acceptMovingTurns(
        state,
        { type: "UnitLeftRotation", data: { ...data, from: term } },
        ...voidedSwapsOf(state, { units: [unit], from: number, because: "unitLeft" }),
        ...chairLeft(state, unit, leftOn),
      );
    },
  }),

  RenameInRotation: during(["open"], {
    already({ facts }, data) {
      const last = facts.findLast(
        ({ event }) => event.type === "UnitRenamedInRotation" && event.data.unit === data.unit,
      );
      return last !== undefined && says(last.event, data);
    },
    decide(state, data) {
      const { unit, renamedOn } = data;
      const first = firstTermComing(state, renamedOn);
      if (!first.ok) return first;
      if (!isMemberFrom(state, unit, runningNumber(state)))
        return reject({ type: "UnitNotInRotation", data: { unit } });
      const { term } = first.span;
      return acceptMovingTurns(state, { type: "UnitRenamedInRotation", data: { ...data, from: term } });
    },
  }),

  SuspendFromRotation: during(["open"], {
    already: (state, data) => isRecorded(state, "UnitSuspendedFromRotation", data),
    decide(state, data) {
      const { unit, suspendedOn } = data;
      if (state.members.get(unit)?.suspendedFrom !== undefined)
        return reject({ type: "UnitSuspended", data: { unit } });
      const first = firstTermComing(state, suspendedOn);
      if (!first.ok) return first;
      const { number, term } = first.span;
      const objection = objectionToUnit(state, unit, number);
      if (objection) return reject(objection);
      return acceptMovingTurns(
        state,
        { type: "UnitSuspendedFromRotation", data: { ...data, from: term } },
        ...voidedSwapsOf(state, { units: [unit], from: number, because: "unitSuspended" }),
      );
    },
  }),

  ReinstateInRotation: during(["open"], {
    already: (state, data) =>
      state.members.get(data.unit)?.suspendedFrom === undefined &&
      isRecorded(state, "UnitReinstatedInRotation", data),
    decide(state, data) {
      const { unit, reinstatedOn } = data;
      const first = firstTermComing(state, reinstatedOn);
      if (!first.ok) return first;
      const { number, term } = first.span;
      const suspendedFrom = state.members.get(unit)?.suspendedFrom;
      if (suspendedFrom === undefined) return reject({ type: "UnitNotSuspended", data: { unit } });
      const earliest = number < suspendedFrom ? earliestDayFor(state.calendar, suspendedFrom) : undefined;
      const objection = objectionToDate(reinstatedOn, { earliest });
      if (objection) return reject(objection);
      return acceptMovingTurns(state, { type: "UnitReinstatedInRotation", data: { ...data, from: term } });
    },
  }),
};

export const evolveRoster: EventSlice<
  | "UnitJoinedRotation"
  | "UnitLeftRotation"
  | "UnitRenamedInRotation"
  | "UnitSuspendedFromRotation"
  | "UnitReinstatedInRotation"
> = {
  UnitJoinedRotation: from(["open"], (state, data) => {
    changeMembers(state, { type: "UnitJoinedRotation", data });
    keepFacts(state, { type: "UnitJoinedRotation", data });
  }),
  UnitLeftRotation: from(["open"], (state, data) => {
    changeMembers(state, { type: "UnitLeftRotation", data });
    keepFacts(state, { type: "UnitLeftRotation", data });
  }),
  UnitRenamedInRotation: from(["open"], (state, data) => {
    knownMember(state, data.unit).name = data.name;
    keepFacts(state, { type: "UnitRenamedInRotation", data });
  }),
  UnitSuspendedFromRotation: from(["open"], (state, data) => {
    const member = knownMember(state, data.unit);
    if (member.suspendedFrom !== undefined)
      contradiction(`unit ${JSON.stringify(data.unit)} is suspended already`);
    member.suspendedFrom = numberIn(state, data.from);
    keepFacts(state, { type: "UnitSuspendedFromRotation", data });
  }),
  UnitReinstatedInRotation: from(["open"], (state, data) => {
    const member = knownMember(state, data.unit);
    if (member.suspendedFrom === undefined)
      contradiction(`unit ${JSON.stringify(data.unit)} is not suspended`);
    member.suspendedFrom = undefined;
    keepFacts(state, { type: "UnitReinstatedInRotation", data });
  }),
};

/** A chair that leaves before its term has ended finishes the term, or its deputy acts, or the chair is vacant. */
function chairLeft(state: OpenedRotation, unit: UnitId, leftOn: CivilDate): ChairRotationEvent[] {
  const running = state.served.at(-1);
  const span = running && spanOf(state.calendar, running.number);
  const policy = policyAt(state, runningNumber(state)).leaver;
  if (!running || !span || state.holder !== unit || policy === "finish" || leftOn >= span.endsOn) return [];
  const { term, deputy, begunOn } = running;
  const fact = { term, from: laterOf(addDays(leftOn, 1), begunOn), reason: `leaver: ${policy}` };
  const vacated: ChairRotationEvent = { type: "TermVacated", data: fact };
  if (policy === "reassign" || deputy === undefined || actingNow(state)) return [vacated];
  return [vacated, { type: "ActingChairAppointed", data: { ...fact, unit: deputy } }];
}
