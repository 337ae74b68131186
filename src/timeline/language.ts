import type { CalendarLanguage } from "../calendar/language.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Say } from "../minutes/language.ts";

/** What is marked in the picture. */
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
  | "cancelled"
  | "handover"
  | "handoverWithFlag";

/** How a language writes the timeline: the calendar's sentences, and the words of the picture itself. */
export type TimelineLanguage = Pick<CalendarLanguage, "code" | "say" | "title" | "term" | "handover"> & {
  /** What the legend says of each mark. */
  readonly legend: Readonly<Record<Mark, string>>;
  /** The rows for nobody. */
  readonly nobody: Readonly<Record<"vacant" | "open", string>>;
  /** The short words within bars. */
  readonly bar: Readonly<
    Record<"chair" | "deputy" | "swap" | "substitute" | "interim" | "vacant" | "cancelled", string>
  >;
  /** What stands where facts end and plans begin. */
  readonly ahead: string;
  readonly subtitle: (
    figures: { from: CivilDate; to: CivilDate; terms: number; units: number },
    say: Say,
  ) => string;
  /** The picture of a rotation without any term. */
  readonly empty: string;
};
