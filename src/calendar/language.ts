import type { AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { Say, UnitNames } from "../minutes/language.ts";

/** How a language writes the calendar of a rotation: what is said of a term and of a handover, as plain lines. */
export type CalendarLanguage = {
  /** BCP 47. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** The name of the calendar of a bloc. */
  readonly title: (bloc: string) => string;
  readonly term: (term: AgendaTerm, say: Say) => Entry;
  readonly handover: (handover: AgendaHandover, say: Say) => Entry;
};

/** An entry's line and what is told beneath it, a fact each line. */
export type Entry = { summary: string; details: readonly string[] };
