import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { BlocRejection } from "./messages.ts";

/** Whether a time from `from` on, before `until`, holds `date`. */
export function covers({ from, until }: { from: CivilDate; until?: CivilDate }, date: CivilDate): boolean {
  return from <= date && (until === undefined || date < until);
}

/** The latest of some days; the first day of the calendar where there is none. */
export function latestOf(dates: readonly CivilDate[]): CivilDate {
  return dates.toSorted().at(-1) ?? "0001-01-01";
}

export function tooEarly(date: CivilDate, earliest: CivilDate): BlocRejection | undefined {
  return date < earliest ? { type: "BlocDateTooEarly", data: { date, earliest } } : undefined;
}

/** Membership may be decided ahead of its day; a document or an adoption of tomorrow is a mistake. */
export function future(
  metadata: CommandMetadata | undefined,
  ...dates: readonly CivilDate[]
): BlocRejection | undefined {
  if (!metadata) return undefined;
  const today = civilDateOf(metadata.now);
  const date = dates.find((one) => one > today);
  return date === undefined ? undefined : { type: "BlocDateInFuture", data: { date, today } };
}
