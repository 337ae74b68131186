import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { ChairRotationEvent } from "../messages.ts";

/**
 * A change of the roster, for a picture. `units` join, leave, cease, merge or are split up. `into` are the units that
 * go on after a merger or a split, a split unit itself among them where it is its own heir; `begun` are those that were
 * no members before. `on` is the first day on which it is so.
 */
export type RosterChange = {
  kind: "joined" | "left" | "ended" | "merged" | "split";
  units: readonly UnitId[];
  into: readonly UnitId[];
  begun: readonly UnitId[];
  on: CivilDate;
};

/** The changes of the roster, in the order in which they were recorded. */
export function rosterChanges(events: readonly ChairRotationEvent[]): RosterChange[] {
  const members = new Set<UnitId>();
  return events.flatMap((event) => {
    const changes = changesIn(event, members);
    for (const { kind, units, into } of changes) {
      for (const unit of units) kind === "joined" ? members.add(unit) : members.delete(unit);
      for (const unit of into) members.add(unit);
    }
    return changes;
  });
}

function changesIn(event: ChairRotationEvent, members: Set<UnitId>): RosterChange[] {
  const isNew = (unit: UnitId) => !members.has(unit);
  switch (event.type) {
    case "RotationOpened": {
      const { roster, calendar } = event.data;
      for (const { unit } of roster) members.add(unit);
      return roster.flatMap(({ unit, joinedOn }) =>
        joinedOn !== undefined && joinedOn > calendar.startsOn ? [joined(unit, joinedOn)] : [],
      );
    }
    case "UnitJoinedRotation":
      return [joined(event.data.unit, event.data.joinedOn)];
    case "UnitLeftRotation": {
      const { unit, leftOn, ...data } = event.data;
      const kind = "ceases" in data && data.ceases === true ? "ended" : "left";
      return [{ kind, units: [unit], into: [], begun: [], on: addDays(leftOn, 1) }];
    }
    case "UnitsMergedInRotation": {
      const { units, into, mergedOn: on } = event.data;
      const ended = units.filter((unit) => unit !== into);
      return [{ kind: "merged", units: ended, into: [into], begun: [into].filter(isNew), on }];
    }
    case "UnitSplitInRotation": {
      const { unit, heir, others, splitOn: on } = event.data;
      const into = [heir, ...others];
      return [{ kind: "split", units: [unit], into, begun: into.filter(isNew), on }];
    }
    default:
      return [];
  }
}

const joined = (unit: UnitId, on: CivilDate): RosterChange => ({
  kind: "joined",
  units: [unit],
  into: [],
  begun: [unit],
  on,
});
