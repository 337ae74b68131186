import type { CivilDate } from "../kernel/time.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { copyOf, enter, type RosterFact } from "./members.ts";
import type { ChairRotationEvent } from "./messages.ts";
import type { OpenedRotation } from "./state.ts";

/** The name of a unit from a day on. */
export type DatedName = { name: OrganisationName; from: CivilDate };

/** The names of each unit that the events name, one after the other by their days; of former units too. */
export function namesOf({ firstRoster, facts, opening }: OpenedRotation): Map<UnitId, DatedName[]> {
  const names = new Map<UnitId, DatedName[]>();
  const roster = copyOf(firstRoster);
  const note = (unit: UnitId, from: CivilDate) => {
    const name = roster.members.get(unit)?.name;
    if (name === undefined) return;
    const before = names.get(unit) ?? [];
    if (before.at(-1)?.name !== name) names.set(unit, [...before, { name, from }]);
  };
  for (const unit of roster.members.keys()) note(unit, opening.calendar.startsOn);
  for (const fact of facts) {
    enter(roster, fact);
    note(namedBy(fact.event.data), fact.on);
  }
  return names;
}

/** The unit that a fact may give a name. */
const namedBy = (data: RosterFact["event"]["data"]): UnitId => ("into" in data ? data.into : data.unit);

type Names = ReadonlyMap<UnitId, readonly DatedName[]>;

/** The names after one more event of the rotation, and the units that it gives a name. */
export function namesAfter(
  rotation: OpenedRotation,
  { type, data }: ChairRotationEvent,
  names: Names,
): { named: UnitId[]; names: Names } {
  if (type === "RotationOpened") return { named: [], names: namesOf(rotation) };
  const isNaming =
    type === "UnitJoinedRotation" || type === "UnitRenamedInRotation" || type === "UnitsMergedInRotation";
  if (!isNaming || data.name === undefined) return { named: [], names };
  return { named: [namedBy(data)], names: namesOf(rotation) };
}

/** The name on `day`: the last one up to that day, or the first one where none is so early. */
export const nameFrom = (names: readonly DatedName[], day: CivilDate): OrganisationName | undefined =>
  (names.findLast(({ from }) => from <= day) ?? names[0])?.name;

/**
 * The name of a unit on `day` by the events: its last name up to that day, its first one before. Undefined for a unit
 * that they do not name. The units of a row of a forecast have the names of its first day or, of a term that has begun,
 * of the day on which the chair was taken.
 */
export const nameOn = (
  rotation: OpenedRotation,
  unit: UnitId,
  day: CivilDate,
): OrganisationName | undefined => nameFrom(namesOf(rotation).get(unit) ?? [], day);
