import type { Agenda, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { canonicalLine } from "../kernel/text.ts";
import type { CivilDate } from "../kernel/time.ts";

/** The application's names of units and blocs: of an id, on a day. It may leave the day unread. */
export type NamesByDay = (id: string, day: CivilDate) => string | undefined;

/**
 * What a unit or a bloc is called on a day, in a calendar or a picture: by the application's names, by the name that it
 * had by the events, or by its id. The one resolver for both.
 */
export function namesIn(
  agenda: Pick<Agenda, "names">,
  names: NamesByDay | undefined,
): (day: CivilDate) => (id: string) => string {
  return (day) => (id) => {
    const known = agenda.names.get(id) ?? [];
    const then = known.findLast(({ from }) => from <= day) ?? known[0];
    return printable(names?.(id, day) ?? then?.name ?? id);
  };
}

/** The day whose names a term has: the day on which the chair was taken or, of a coming term, its first day. */
export const dayOfNames = ({ tenures, startsOn }: Pick<AgendaTerm, "tenures" | "startsOn">): CivilDate =>
  tenures[0]?.from ?? startsOn;

/**
 * A line that any calendar or picture can hold: canonical, well-formed, without control and format characters. The
 * library's own texts are so already, but names come from the application.
 */
export function printable(line: string): string {
  return canonicalLine(line.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " "));
}
