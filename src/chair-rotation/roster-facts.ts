import { objectionToDate } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { spanOf } from "./calendar.ts";
import type { ChairRotationRejection } from "./messages.ts";
import type { NominalEvent, OpenedRotation } from "./state.ts";

/** Whether the last fact about the unit's membership says just this. */
export function isRecorded(
  { facts }: OpenedRotation,
  type: NominalEvent["type"],
  data: { unit?: UnitId; into?: UnitId },
): boolean {
  const last = facts.findLast(
    ({ event }) => event.type === type && same({ ...event.data, ...data }, event.data),
  );
  if (!last) return false;
  const unit = data.unit ?? data.into;
  return !facts.some(
    ({ seq, event }) =>
      seq > last.seq && rosterTypes.has(event.type) && "unit" in event.data && event.data.unit === unit,
  );
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

/** A unit that is to join, leave, merge or split in a later term, as was decided already, cannot do so before. */
export function objectionToEarlierDay(
  state: OpenedRotation,
  { units, number, date }: { units: readonly UnitId[]; number: number; date: CivilDate },
): ChairRotationRejection | undefined {
  const later = state.facts.filter(
    ({ at, event }) => at > number && units.some((unit) => concerns(event, unit)),
  );
  if (later.length === 0) return undefined;
  return objectionToDate(date, {
    earliest: spanOf(state.calendar, Math.max(...later.map(({ at }) => at)))?.startsOn,
  });
}

/** Whether the event changes who the unit is, or whether it is a member. */
function concerns({ type, data }: NominalEvent, unit: UnitId): boolean {
  if (type === "UnitJoinedRotation" || type === "UnitLeftRotation") return data.unit === unit;
  if (type === "UnitsMergedInRotation") return data.into === unit || data.units.includes(unit);
  return type === "UnitSplitInRotation" && [data.unit, data.heir, ...data.others].includes(unit);
}
