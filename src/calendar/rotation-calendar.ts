import {
  escape as escaped,
  type ICalAlarmData,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Agenda, AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { addDays, type CivilDate, type Instant } from "../kernel/time.ts";
import type { CalendarLanguage, Entry } from "./language.ts";
import { dayOfNames, type NamesByDay, namesIn, printable } from "./printable.ts";

export type CalendarOptions = {
  language: CalendarLanguage;
  /** DTSTAMP: the time at which the calendar is made, in whole seconds. The library has no clock. */
  stampedAt: Instant;
  /** A name of the rotation that never changes. The default is the bloc's id. UIDs are derived from it. */
  rotation?: Id;
  /**
   * Who publishes the calendar. With it the file has METHOD:PUBLISH, which asks for an ORGANIZER in each entry (RFC
   * 5546, 3.2.1); without it the file has neither.
   */
  organizer?: { name: string; email: string };
  /**
   * How many whole days before a handover an alarm rings; 7 unless given, and none with 0. A coming term rings before
   * its first day, when its handover is due, unless nobody knows yet who chairs it.
   */
  alarmDays?: number;
  /** Names of the units and the bloc on a day. The default is the name in the events; without one, the id. */
  names?: NamesByDay;
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
  const { language, names, stampedAt, rotation = agenda.bloc, organizer, alarmDays = 7 } = options;
  const nameOf = namesIn(agenda, names);
  const sayOn = (day: CivilDate) => language.say(nameOf(day));
  const write = (kind: "term" | "handover", term: string, entry: Entry): ICalEventData => ({
    id: derivedId(rotation, kind, term),
    categories: [{ name: language.categories[kind] }],
    ...(organizer && { organizer: { ...organizer, name: inQuotes(organizer.name) } }),
    stamp: stampedAt,
    start: stampedAt,
    allDay: true,
    summary: entry.summary,
    description: entry.details.join("\n"),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  const calendar = new ICalCalendar({
    prodId: { company: "thidua", product: "chair rotation", language: language.code.toUpperCase() },
    ...(organizer && { method: ICalCalendarMethod.PUBLISH }),
    // ical-generator escapes all other texts, but not this one.
    name: escaped(language.title(nameOf(agenda.terms.at(-1)?.startsOn ?? "")(agenda.bloc)), false),
    events: [
      ...agenda.terms.map((term) => {
        const say = sayOn(dayOfNames(term));
        return {
          ...termEvent(term, write("term", term.term, language.term(term, say))),
          alarms: isDue(term) ? alarm(alarmDays, language.reminder(term, say)) : [],
        };
      }),
      ...agenda.handovers.map((handover) => {
        const entry = language.handover(handover, sayOn(handover.on));
        return {
          ...handoverEvent(handover, write("handover", handover.term, entry)),
          alarms: alarm(alarmDays, entry.summary),
        };
      }),
    ],
  });
  // Every line ends with CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

/** Somebody is to take the chair of a coming term. */
const isDue = ({ certainty, chair, isCancelled }: AgendaTerm) =>
  !isCancelled && chair.kind === "unit" && (certainty === "assigned" || certainty === "nominal");

const secondsOfDay = 86_400;

const alarm = (days: number, description: string): ICalAlarmData[] =>
  days > 0 ? [{ type: ICalAlarmType.display, trigger: days * secondsOfDay, description }] : [];

/** A term that has begun has the days of its tenures: from its handover to the next one. */
function termEvent(
  { startsOn, endsOn, tenures, revision, ...term }: AgendaTerm,
  data: ICalEventData,
): ICalEventData {
  const [start, end] = [tenures[0]?.from ?? startsOn, tenures.at(-1)?.until ?? endsOn];
  return { ...data, start, end, sequence: revision, status: statusOf(term) };
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

/** A name as the value of a parameter, which cannot hold a quotation mark as it is (RFC 6868). */
const inQuotes = (name: string): string => printable(name).replaceAll("^", "^^").replaceAll('"', "^'");
