import type { Agenda } from "../chair-rotation/questions/agenda.ts";
import { canonicalLine } from "../kernel/text.ts";
import type { UnitNames } from "../minutes/language.ts";

/**
 * What a unit or a bloc is called in a calendar or a picture: by the application's names, by the name in the events, or
 * by its id. The one resolver for both.
 */
export function namesIn(agenda: Pick<Agenda, "names">, names: UnitNames | undefined): (id: string) => string {
  return (id) => printable(names?.(id) ?? agenda.names.get(id) ?? id);
}

/**
 * A line that any calendar or picture can hold: canonical, well-formed, without control and format characters. The
 * library's own texts are so already, but names come from the application.
 */
export function printable(line: string): string {
  return canonicalLine(line.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " "));
}
