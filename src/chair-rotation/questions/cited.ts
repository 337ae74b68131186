import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Called, CitedEvent } from "../forecast/explanation.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { nameFrom, namesOf } from "../names.ts";
import type { OpenedRotation } from "../state.ts";
import { dayOfBasis } from "../words.ts";
import type { Entry } from "./replay.ts";

/** Cites an entry of the log. An event that has no day of its own has the names of the day `otherwise`. */
export function citing(rotation: OpenedRotation, otherwise: CivilDate): (entry: Entry) => CitedEvent {
  const called = namesByDay(rotation);
  return ({ position, event, recordedOn }) => {
    const on = dayOf(event);
    const document = documentOf(event);
    return {
      kind: "event",
      position,
      event,
      ...(on !== undefined && { on }),
      ...(recordedOn !== undefined && { recordedOn }),
      ...(document && { document }),
      names: called(dayBefore(on ?? recordedOn ?? otherwise)),
    };
  };
}

const dayBefore = (day: CivilDate): CivilDate => (day > "0001-01-01" ? addDays(day, -1) : day);

/** How each unit is called on a day; one that is not there yet by its first name, one that is gone by its last. */
export function namesByDay(rotation: OpenedRotation): (day: CivilDate) => Map<UnitId, string> {
  const names = [...namesOf(rotation)];
  return (day) => new Map(names.map(([unit, dated]) => [unit, nameFrom(dated, day) ?? unit]));
}

/** The day that an event gives itself. */
function dayOf({ type, data }: ChairRotationEvent): CivilDate | undefined {
  switch (type) {
    case "RotationOpened":
      return data.calendar.startsOn;
    case "ActingChairAppointed":
    case "TermVacated":
      return data.from;
    case "RotationPolicyAdopted":
      return dayOfBasis(data.basis);
    default: {
      const day = Object.entries(data).find(([field]) => field.endsWith("On") && !laterDays.has(field));
      return typeof day?.[1] === "string" ? day[1] : undefined;
    }
  }
}

/** Fields with a day that is not that of the event. */
const laterDays: ReadonlySet<string> = new Set(["startsOn", "endsOn", "expiresOn"]);

const documentOf = ({ data }: ChairRotationEvent): DocumentRef | undefined =>
  "basis" in data && data.basis.kind === "document" ? data.basis.document : undefined;

/** What the ids of swaps, owed turns and lots stand for. */
export function calledIn({ swaps, obligations, lots }: OpenedRotation): Map<string, Called> {
  const called = new Map<string, Called>();
  for (const { swap, a, b } of swaps.values()) called.set(swap, { terms: [a.term, b.term] });
  for (const { obligation, unit, passed } of obligations.values())
    called.set(obligation, { unit, terms: [passed] });
  for (const { lot, term } of lots.values()) called.set(lot, { terms: [term] });
  return called;
}
