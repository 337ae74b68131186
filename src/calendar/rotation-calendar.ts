import {
  escape as escaped,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Agenda, AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { addDays, type Instant } from "../kernel/time.ts";
import type { UnitNames } from "../minutes/language.ts";
import type { CalendarLanguage, Entry } from "./language.ts";
import { namesIn } from "./printable.ts";

export type CalendarOptions = {
  language: CalendarLanguage;
  /** DTSTAMP: the time at which the calendar is made, in whole seconds. The library has no clock. */
  stampedAt: Instant;
  /** A name of the rotation that never changes. The default is the bloc's id. UIDs are derived from it. */
  rotation?: Id;
  /** Names of the units and the bloc. The default is the name in the events; without one, the id. */
  names?: UnitNames;
};

/**
 * The terms and handovers of a rotation as an iCalendar file (RFC 5545), in UTF-8. Entries are all-day events with an
 * exclusive end and a UID that never changes; SEQUENCE is counted from the events of the rotation. CONFIRMED is a term
 * that is served or assigned, TENTATIVE one that is expected, CANCELLED one that a closed rotation no longer reaches.
 * Nobody is shown as busy.
 *
 * Equal arguments give equal bytes. Another `names` function is not an event, so it does not raise a SEQUENCE.
 */
export function rotationCalendar(agenda: Agenda, options: CalendarOptions): string {
  const { language, names, stampedAt, rotation = agenda.bloc } = options;
  const nameOf = namesIn(agenda, names);
  const say = language.say(nameOf);
  const write = (key: readonly string[], entry: Entry): ICalEventData => ({
    id: derivedId(rotation, ...key),
    stamp: stampedAt,
    start: stampedAt,
    allDay: true,
    summary: entry.summary,
    description: entry.details.join("\n"),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  const calendar = new ICalCalendar({
    prodId: { company: "thidua", product: "chair rotation", language: language.code.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // ical-generator escapes all other texts, but not this one.
    name: escaped(language.title(nameOf(agenda.bloc)), false),
    events: [
      ...agenda.terms.map((term) => termEvent(term, write(["term", term.term], language.term(term, say)))),
      ...agenda.handovers.map((handover) =>
        handoverEvent(handover, write(["handover", handover.term], language.handover(handover, say))),
      ),
    ],
  });
  // Every line ends with CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

function termEvent({ startsOn, endsOn, revision, ...term }: AgendaTerm, data: ICalEventData): ICalEventData {
  return { ...data, start: startsOn, end: endsOn, sequence: revision, status: statusOf(term) };
}

function statusOf({
  isCancelled,
  certainty,
}: Pick<AgendaTerm, "isCancelled" | "certainty">): ICalEventStatus {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  const isSettled = certainty === "served" || certainty === "assigned";
  return isSettled ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

function handoverEvent({ on, place, revision }: AgendaHandover, data: ICalEventData): ICalEventData {
  return {
    ...data,
    start: on,
    end: addDays(on, 1),
    sequence: revision,
    status: ICalEventStatus.CONFIRMED,
    ...(place !== undefined && { location: place }),
  };
}
