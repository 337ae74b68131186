import { reject } from "../../kernel/decision.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { firstTermFrom, nameOf, numberOf, type Span, spanOf } from "../calendar.ts";
import type { ChairRotationRejection } from "../messages.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Seat } from "./explanation.ts";
import { type ForecastTerm, forecast, forecastOf } from "./forecast.ts";

/** The result of a search, or the refusal of the command that needs it. */
type Found<T> = ({ ok: true } & T) | { ok: false; rejection: ChairRotationRejection };

/** A term that has not begun, with its forecast; or why there is none. */
export function comingTerm(state: OpenedRotation, term: TermId): Found<{ row: ForecastTerm }> {
  const number = numberOf(state.calendar, term);
  if (number === undefined) return reject({ type: "TermUnknown", data: { term } });
  const running = runningNumber(state);
  if (number <= running)
    return reject({ type: "TermBegunAlready", data: { term, running: nameOf(state.calendar, running) } });
  const row = forecast(state, { number })[number];
  return row ? { ok: true, row } : reject({ type: "TermUnknown", data: { term } });
}

/** The running term, or a coming one with its forecast. */
export function runningOrComingTerm(
  state: OpenedRotation,
  term: TermId,
): Found<{ number: number; row?: ForecastTerm }> {
  if (isRunning(state, term)) return { ok: true, number: runningNumber(state) };
  const coming = comingTerm(state, term);
  return coming.ok ? { ok: true, number: coming.row.number, row: coming.row } : coming;
}

/** The first term in which a fact of `date` has effect: it begins on that day or later, and has not begun. */
export function firstTermComing(state: OpenedRotation, date: CivilDate): Found<{ span: Span }> {
  const next = spanOf(state.calendar, runningNumber(state) + 1);
  const beyond = reject({ type: "DateBeyondCalendar", data: { date } } as const);
  if (next === undefined) return beyond;
  if (next.startsOn >= date) return { ok: true, span: next };
  const span = firstTermFrom(state.calendar, date);
  return span ? { ok: true, span } : beyond;
}

/** The forecast of a term that has not begun; undefined for any other. */
export function comingRow(state: OpenedRotation, term: TermId): ForecastTerm | undefined {
  const row = forecastOf(state, term);
  return row && row.number > runningNumber(state) ? row : undefined;
}

export function isRunning(state: OpenedRotation, term: TermId): boolean {
  const running = runningNumber(state);
  return running >= 0 && numberOf(state.calendar, term) === running;
}

/** The unit in a seat; undefined for an open or a vacant seat. */
export const unitIn = (seat: Seat): UnitId | undefined => (seat.kind === "unit" ? seat.unit : undefined);

/** The field of a rejection that names a holder where there is one. */
export const holderField = (holder: UnitId | undefined) => (holder === undefined ? {} : { holder });
