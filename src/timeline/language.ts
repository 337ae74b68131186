import type { CalendarLanguage } from "../calendar/language.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Say } from "../minutes/language.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** The marks of the picture. */
export type Mark =
  | "served"
  | "assigned"
  | "nominal"
  | "conditional"
  | "deputy"
  | "swap"
  | "substitute"
  | "turnOf"
  | "interim"
  | "vacant"
  | "open"
  | "stands"
  | "cancelled"
  | "handover"
  | "handoverWithFlag"
  | "joined"
  | "left"
  | "ended"
  | "merged"
  | "absent"
  | "suspended"
  | "flag"
  | "flagLost";

/** How a language writes the timeline: the sentences of the calendar, and the words of the picture itself. */
export type TimelineLanguage = Pick<
  CalendarLanguage,
  "code" | "say" | "title" | "term" | "handover" | "change"
> & {
  /** The legend's text for each mark. */
  readonly legend: Readonly<Record<Mark, string>>;
  /** The names of the rows that belong to no unit. */
  readonly nobody: Readonly<Record<"vacant" | "open" | "flag", string>>;
  /** The name of the row for a unit that was renamed: its last name, and the one before. */
  readonly renamed: (name: string, former: string) => string;
  /** The name of the row for units of which the picture has nothing to show. */
  readonly others: (count: number, say: Say) => string;
  /** Who has the flag where no unit has it. */
  readonly flagWith: Readonly<Record<"issuer" | "lost", string>>;
  /** The short words in the bars. */
  readonly bar: Readonly<
    Record<"chair" | "deputy" | "swap" | "substitute" | "interim" | "vacant" | "cancelled", string>
  >;
  /** A unit is suspended on these days; `through` is the last one, where it is known. */
  readonly suspended: (
    span: { unit: UnitId; from: CivilDate; through: CivilDate | undefined },
    say: Say,
  ) => string;
  /** The text at the line where facts end and plans begin. */
  readonly ahead: string;
  readonly subtitle: (
    figures: { from: CivilDate; to: CivilDate; terms: number; units: number },
    say: Say,
  ) => string;
  /** The text of a picture without any term. */
  readonly empty: string;
};
