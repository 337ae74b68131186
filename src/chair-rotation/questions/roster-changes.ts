import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { copyOf, enter, type Roster, type RosterFact } from "../members.ts";
import type { OpenedRotation } from "../state.ts";

/**
 * A change of the roster, for a picture. `units` join, leave, cease, merge or are split up. `into` are the units that
 * go on after a merger or a split, a split unit itself among them where it is its own heir; `begun` are those that were
 * no members before. `on` is the day on which it acts: the day of the document or, where that is closed, the first open day after it.
 */
export type RosterChange = {
  kind: "joined" | "left" | "ended" | "merged" | "split";
  units: readonly UnitId[];
  into: readonly UnitId[];
  begun: readonly UnitId[];
  on: CivilDate;
};

/** The changes of the roster, in the order of their days. */
export function rosterChanges({ firstRoster, facts }: OpenedRotation): RosterChange[] {
  const roster = copyOf(firstRoster);
  return facts.flatMap((fact) => {
    const changes = changesIn(fact, roster);
    enter(roster, fact);
    return changes;
  });
}

function changesIn({ on, event }: RosterFact, { members }: Roster): RosterChange[] {
  const isNew = (unit: UnitId) => !members.has(unit);
  switch (event.type) {
    case "UnitExpected":
    case "UnitJoinedRotation": {
      const units = [event.data.unit];
      return [{ kind: "joined", units, into: [], begun: units, on }];
    }
    case "UnitLeftRotation": {
      const { unit, ceases } = event.data;
      return [{ kind: ceases ? "ended" : "left", units: [unit], into: [], begun: [], on }];
    }
    case "UnitsMergedInRotation": {
      const { units, into } = event.data;
      return [{ kind: "merged", units, into: [into], begun: [into].filter(isNew), on }];
    }
    case "UnitSplitInRotation": {
      const { unit, heir, others } = event.data;
      const into = [heir, ...others];
      return [{ kind: "split", units: [unit], into, begun: into.filter(isNew), on }];
    }
    default:
      return [];
  }
}
