import { numberOf } from "../calendar.ts";
import type { Moved } from "../forecast/replan.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { effectiveDay, ownDay } from "../record.ts";
import type { OpenedRotation } from "../state.ts";
import type { TermId } from "../words.ts";

const everything = Number.POSITIVE_INFINITY;

/** The coming terms that an event, which the rotation has now, may move. */
export function movedBy(rotation: OpenedRotation, event: ChairRotationEvent): Moved {
  const next = rotation.served.length;
  const within = (from: number, to: number): Moved => {
    return { from: Math.max(from, next), to: Math.max(to, next), isCalendar: false };
  };
  const about = (term: TermId): Moved => {
    const number = numberOf(rotation.calendar, term) ?? next;
    return within(number, number);
  };
  switch (event.type) {
    case "TurnSkipped":
    case "TurnDeclined":
    case "OwedTurnClaimed":
    case "ChairDesignated":
    case "ChairUndesignated":
    case "DeputyDesignated":
    case "DeputyReleased":
    case "ChairHeldOver":
    case "UnitPlacedInOrder":
    case "UnitRemovedFromOrder":
    case "RotationPolicyAdopted":
    case "OrderDrawn":
    case "SubstituteNamed":
    case "TermVacated":
    case "AgreementVoided":
      return about(event.data.term);
    case "SwapProposed":
    case "SwapConsented":
    case "SwapRatified":
    case "SwapExpired": {
      const { a, b } = rotation.swaps.get(event.data.swap)?.at ?? { a: next, b: everything };
      return within(Math.min(a, b), Math.max(a, b));
    }
    case "UnitJoinedRotation":
    case "UnitLeftRotation":
    case "UnitRenamedInRotation":
    case "UnitSuspendedFromRotation":
    case "UnitReinstatedInRotation":
    case "UnitsMergedInRotation":
    case "UnitSplitInRotation":
      return { ...within(next, next), on: effectiveDay(rotation, ownDay(event)) };
    case "OrderReplaced": {
      const { from } = about(event.data.term);
      return within(from, event.data.keepSwaps ? everything : from);
    }
    case "ChairHandedOver":
    case "ChairInstalled":
    case "VacantTermBegun":
    case "RotationIncidentNoted":
    case "OrderLotAnnounced":
      return within(next, next);
    default: {
      const isCalendar = event.type === "RotationOpened" || event.type === "TermEndChanged";
      return { from: next, to: everything, isCalendar };
    }
  }
}
