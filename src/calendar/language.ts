import type { AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { RosterChange } from "../chair-rotation/questions/roster-changes.ts";
import type { Say, UnitNames } from "../minutes/language.ts";

/** How a language writes the calendar of a rotation: the lines for a term and for a handover. */
export type CalendarLanguage = {
  /** A language tag of BCP 47. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** The name of the calendar of a bloc. */
  readonly title: (bloc: string) => string;
  readonly term: (term: AgendaTerm, say: Say) => Entry;
  readonly handover: (handover: AgendaHandover, say: Say) => Entry;
  /** The category of an entry, by which a diary groups and colours it. */
  readonly categories: Readonly<Record<"term" | "handover", string>>;
  /** What an alarm says before the chair of this coming term is taken. */
  readonly reminder: (term: AgendaTerm, say: Say) => string;
  /** One line for a change of the roster. */
  readonly change: (change: RosterChange, say: Say) => string;
};

/** The line of an entry, and the facts below it, one on each line. */
export type Entry = { summary: string; details: readonly string[] };
