import type { ChairRotationEvent } from "../messages.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Citation, Counterfactual, Explanation, Seat } from "./explanation.ts";
import { forecast, forecastOf } from "./forecast.ts";
import { removeOverlays } from "./overlays.ts";

/**
 * Why a unit has a term, as coded data: the step of the rule and the events that decide it. For a term that has not
 * begun it also says, for each event, who would have the term without it. Undefined where the calendar has no such
 * term.
 */
export function explain(rotation: OpenedRotation, term: TermId): Explanation | undefined {
  const row = forecastOf(rotation, term);
  if (!row) return undefined;
  const { number, chair } = row;
  const because = [...(rotation.served[number]?.because ?? []), ...row.because];
  const isServed = number <= runningNumber(rotation);
  const events = because.flatMap((one) => (one.kind === "event" ? [one.event] : []));
  const otherwise = isServed ? [] : events.flatMap((event) => withoutIt(rotation, number, event));
  return { term, chair, isServed, because, otherwise };
}

/** The seat that follows from the citations alone, one after the other: they explain every chair of a forecast. */
export function seatFrom(because: readonly Citation[], term: TermId): Seat {
  return because.reduce<Seat>(
    (seat, one) => (one.kind === "rule" ? one.gives : seatAfter(seat, one.event, term)),
    {
      kind: "vacant",
    },
  );
}

function seatAfter(seat: Seat, event: ChairRotationEvent, term: TermId): Seat {
  switch (event.type) {
    case "ChairDesignated":
    case "ChairInstalled":
    case "SubstituteNamed":
      return { kind: "unit", unit: event.data.chair };
    case "RotationOpened":
      return event.data.chair === undefined ? seat : { kind: "unit", unit: event.data.chair };
    case "ChairHandedOver":
      return { kind: "unit", unit: event.data.to };
    case "OwedTurnClaimed":
      return { kind: "unit", unit: event.data.unit };
    case "SwapProposed":
      return { kind: "unit", unit: event.data.a.term === term ? event.data.b.unit : event.data.a.unit };
    case "TermVacated":
    case "VacantTermBegun":
      return { kind: "vacant" };
    default:
      return seat;
  }
}

/** The seat if the event had not happened: without its overlay, and without its decision about the order. */
function withoutIt(rotation: OpenedRotation, number: number, event: ChairRotationEvent): Counterfactual[] {
  const overlays = new Map(rotation.overlays);
  const decisions = new Map(rotation.decisions);
  removeOverlays(overlays, 0, (one) => one.event === event);
  for (const [at, decided] of decisions)
    decisions.set(
      at,
      decided.filter((one) => one.event !== event),
    );
  const row = forecast({ ...rotation, overlays, decisions }, { number })[number];
  return row ? [{ without: event, chair: row.chair }] : [];
}
