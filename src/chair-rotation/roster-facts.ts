import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { earliestDayFor } from "./calendar.ts";
import type { NominalEvent, OpenedRotation } from "./state.ts";

/** Whether the last fact about the unit's membership says just this. */
export function isRecorded(
  { facts }: OpenedRotation,
  type: NominalEvent["type"],
  data: { unit?: UnitId; into?: UnitId },
): boolean {
  const last = facts.findLast(({ event }) => event.type === type && says(event, data));
  if (!last) return false;
  const unit = data.unit ?? data.into;
  return !facts.some(
    ({ seq, event }) =>
      seq > last.seq && rosterTypes.has(event.type) && "unit" in event.data && event.data.unit === unit,
  );
}

/** Whether the event says just what the command asks for; it adds the term from which it has effect. */
export function says({ data: fact }: NominalEvent, data: object): boolean {
  return same(fact, { ...data, from: "from" in fact ? fact.from : undefined });
}

/** A later fact of these makes an earlier one about the same unit out of date. */
const rosterTypes: ReadonlySet<string> = new Set([
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
]);

/**
 * The first day of a change of these units that has effect from term `number` on. What was decided already to join,
 * leave, merge or split in a later term cannot change before it. Undefined where nothing stands against the term.
 */
export function earliestChange(
  state: OpenedRotation,
  { units, number }: { units: readonly UnitId[]; number: number },
): CivilDate | undefined {
  const later = state.facts.filter(
    ({ at, event }) => at > number && units.some((unit) => concerns(event, unit)),
  );
  if (later.length === 0) return undefined;
  return earliestDayFor(state.calendar, Math.max(...later.map(({ at }) => at)));
}

/** Whether the event changes who the unit is, or whether it is a member. */
function concerns({ type, data }: NominalEvent, unit: UnitId): boolean {
  if (type === "UnitJoinedRotation" || type === "UnitLeftRotation") return data.unit === unit;
  if (type === "UnitsMergedInRotation") return data.into === unit || data.units.includes(unit);
  return type === "UnitSplitInRotation" && [data.unit, data.heir, ...data.others].includes(unit);
}
