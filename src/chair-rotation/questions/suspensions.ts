import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { copyOf, enter, type Roster, type RosterFact } from "../members.ts";
import type { OpenedRotation } from "../state.ts";

/**
 * A unit is suspended from one day on. `until` is the first day on which it is so no longer, because it is reinstated or
 * is no member any more; without it nothing is recorded that ends the suspension.
 */
export type SuspendedSpan = { unit: UnitId; from: CivilDate; until?: CivilDate };

/** When units are suspended, in the order in which the suspensions begin. */
export function suspendedSpans({ firstRoster, facts }: OpenedRotation): SuspendedSpan[] {
  const roster = copyOf(firstRoster);
  const spans: SuspendedSpan[] = [];
  const open = new Map<UnitId, SuspendedSpan>();
  for (const fact of facts) {
    enter(roster, fact);
    for (const unit of unitsOf(fact)) {
      const isSuspended = suspendedIn(roster, unit);
      const span = open.get(unit);
      if (isSuspended && !span) {
        const begun = { unit, from: fact.on };
        open.set(unit, begun);
        spans.push(begun);
      } else if (!isSuspended && span) {
        span.until = fact.on;
        open.delete(unit);
      }
    }
  }
  return spans.filter(({ from, until }) => until === undefined || from < until);
}

const suspendedIn = ({ members }: Roster, unit: UnitId): boolean =>
  members.get(unit)?.suspension !== undefined;

/** The units whose suspension a fact may begin or end. */
function unitsOf({ event: { type, data } }: RosterFact): UnitId[] {
  if (type === "UnitsMergedInRotation") return [...data.units, data.into];
  return type === "UnitSplitInRotation" ? [data.unit, data.heir, ...data.others] : [data.unit];
}
