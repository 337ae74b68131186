import type { UnitId } from "../vocabulary/unit.ts";
import { copyOf, enter } from "./roster-on.ts";
import type { OpenedRotation } from "./state.ts";

/** The last name of each unit that has one, of former units too. */
export function namesOf({ firstRoster, facts }: OpenedRotation): Map<UnitId, string> {
  const names = new Map<UnitId, string>();
  const roster = copyOf(firstRoster);
  for (const [unit, { name }] of roster.members) if (name !== undefined) names.set(unit, name);
  for (const fact of facts) {
    enter(roster, fact);
    const { data } = fact.event;
    const unit = "into" in data ? data.into : "unit" in data ? data.unit : undefined;
    const name = unit === undefined ? undefined : roster.members.get(unit)?.name;
    if (unit !== undefined && name !== undefined) names.set(unit, name);
  }
  return names;
}
