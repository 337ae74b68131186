import { accept, type Decision, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { endOfCalendar } from "./asked.ts";
import { strangerIn } from "./members.ts";
import type { ChairRotationEvent, ChairRotationRejection, RosterEvent } from "./messages.ts";
import { objectionToPlace } from "./moves.ts";
import { effectiveDay, ownDay, recordFact } from "./record.ts";
import { objectionToFact, rosterOn } from "./roster-on.ts";
import type { CommandSlice, EventSlice, OpenedRotation } from "./state.ts";
import { unitsMax } from "./words.ts";

/**
 * Units join, leave, are renamed and are suspended. Each of these is a fact of a day: it may be recorded early or late,
 * and acts on its day. It is accepted if all facts, in the order of their days, still make sense with it.
 */
export const decideRoster: CommandSlice<
  "JoinRotation" | "LeaveRotation" | "RenameInRotation" | "SuspendFromRotation" | "ReinstateInRotation"
> = {
  JoinRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitJoinedRotation", data }),
    decide(state, data) {
      const answer = acceptFact(state, { type: "UnitJoinedRotation", data });
      const { place } = data;
      if (!answer.ok || place === undefined) return answer;
      const on = effectiveDay(state, data.joinedOn);
      const roster = rosterOn(state, on);
      if (place.kind === "after" && place.unit === data.unit)
        return reject({ type: "PlacedAfterItself", data: { unit: data.unit } });
      if (place.kind === "after" && !roster.members.has(place.unit))
        return reject(strangerIn(roster, place.unit));
      const objection = objectionToPlace(state, on, place);
      return objection ? reject(objection) : answer;
    },
  }),

  LeaveRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitLeftRotation", data }),
    decide: (state, data) => acceptFact(state, { type: "UnitLeftRotation", data }),
  }),

  RenameInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitRenamedInRotation", data }),
    decide: (state, data) => acceptFact(state, { type: "UnitRenamedInRotation", data }),
  }),

  SuspendFromRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitSuspendedFromRotation", data }),
    decide: (state, data) => acceptFact(state, { type: "UnitSuspendedFromRotation", data }),
  }),

  ReinstateInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitReinstatedInRotation", data }),
    decide: (state, data) => acceptFact(state, { type: "UnitReinstatedInRotation", data }),
  }),
};

export const evolveRoster: EventSlice<
  | "UnitJoinedRotation"
  | "UnitLeftRotation"
  | "UnitRenamedInRotation"
  | "UnitSuspendedFromRotation"
  | "UnitReinstatedInRotation"
> = {
  UnitJoinedRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitJoinedRotation", data }),
  ),
  UnitLeftRotation: from(["open"], (state, data) => recordFact(state, { type: "UnitLeftRotation", data })),
  UnitRenamedInRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitRenamedInRotation", data }),
  ),
  UnitSuspendedFromRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitSuspendedFromRotation", data }),
  ),
  UnitReinstatedInRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitReinstatedInRotation", data }),
  ),
};

/** Accepts a fact that fits on its day and lets the later ones fit. */
export function acceptFact(
  state: OpenedRotation,
  event: RosterEvent,
): Decision<ChairRotationEvent, ChairRotationRejection> {
  const date = event.type === "UnitLeftRotation" ? event.data.leftOn : ownDay(event);
  if (date >= endOfCalendar) return reject({ type: "DateBeyondCalendar", data: { date } });
  const fact = { on: effectiveDay(state, ownDay(event)), seq: state.seq + 1, event };
  const objection = objectionToFact(state, fact) ?? objectionToNumber(state, event);
  if (!objection) return accept(event);
  return reject(fact.on === ownDay(event) ? objection : actingLate(objection, fact.on));
}

/** Where the fact's own day is closed, the refusal tells the day on which it does not fit. */
function actingLate(objection: ChairRotationRejection, actsOn: CivilDate): ChairRotationRejection {
  switch (objection.type) {
    case "UnitNotInRotation":
      return { type: objection.type, data: { ...objection.data, actsOn } };
    case "UnitInRotationAlready":
      return { type: objection.type, data: { ...objection.data, actsOn } };
    case "UnitNotSuspended":
      return { type: objection.type, data: { ...objection.data, actsOn } };
    case "UnitEnded":
      return { type: objection.type, data: { ...objection.data, actsOn } };
    default:
      return objection;
  }
}

function objectionToNumber(state: OpenedRotation, event: RosterEvent): ChairRotationRejection | undefined {
  const joining = joiningIn(event);
  if (joining === 0) return undefined;
  return state.lastRoster.members.size + joining > unitsMax
    ? { type: "TooManyUnitsInRotation", data: { unitsMax } }
    : undefined;
}

function joiningIn({ type, data }: RosterEvent): number {
  if (type === "UnitJoinedRotation") return 1;
  return type === "UnitSplitInRotation" ? data.others.length : 0;
}

/** Whether the same fact is recorded, and nothing later about its unit. */
export function isRecorded({ facts }: OpenedRotation, event: RosterEvent): boolean {
  const isSame = (one: OpenedRotation["facts"][number]["event"]) =>
    one.type === event.type && same({ ...one.data, from: undefined }, { ...event.data, from: undefined });
  const last = facts.reduce((seq, one) => (isSame(one.event) ? Math.max(seq, one.seq) : seq), -1);
  if (last < 0) return false;
  const units = new Set(unitsOf(event));
  return !facts.some(
    (one) =>
      one.seq > last &&
      one.event.type !== "UnitExpected" &&
      isAbout(event, one.event) &&
      unitsOf(one.event).some((unit) => units.has(unit)),
  );
}

/** A later fact of another kind makes a fact about the same unit out of date; a name only another name. */
const isAbout = (event: RosterEvent, later: RosterEvent): boolean =>
  (event.type === "UnitRenamedInRotation") === (later.type === "UnitRenamedInRotation");

function unitsOf({ type, data }: RosterEvent): UnitId[] {
  if (type === "UnitsMergedInRotation") return [...data.units, data.into];
  return type === "UnitSplitInRotation" ? [data.unit, data.heir, ...data.others] : [data.unit];
}
