import { reject } from "../../kernel/decision.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { nameOf, numberOf } from "../calendar.ts";
import type { ChairRotationRejection } from "../messages.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Seat } from "./explanation.ts";
import { type ForecastTerm, plannedIn } from "./forecast.ts";
import type { NominalTerm } from "./nominal-term.ts";
import { comingTerms } from "./reckoning.ts";

/** The result of a search, or the refusal of the command that needs it. */
type Found<T> = ({ ok: true } & T) | { ok: false; rejection: ChairRotationRejection };

/** A term that has not begun: its forecast, the day that it is reckoned on, and by which step it has its turn. */
export type Coming = ForecastTerm & Pick<NominalTerm, "by" | "debt" | "day">;

/** The coming terms up to number `number`, as they are asked on `askedOn`. */
export function comingRows(state: OpenedRotation, number: number, askedOn?: CivilDate): Coming[] {
  const planned = plannedIn(state);
  const enough = (span: { number: number }) => span.number >= number;
  return comingTerms(state, { enough, askedOn }, (term) => {
    const { by, debt, day } = term;
    return { ...planned(term), by, debt, day };
  });
}

/** The coming term with number `number`, as it is asked on `askedOn`; undefined where the calendar has none. */
export function comingRowAt(state: OpenedRotation, number: number, askedOn?: CivilDate): Coming | undefined {
  const planned = plannedIn(state);
  const enough = (span: { number: number }) => span.number >= number;
  const rows = comingTerms(state, { enough, askedOn }, (term) => {
    if (term.number !== number) return undefined;
    const { by, debt, day } = term;
    return { ...planned(term), by, debt, day };
  });
  return rows.at(-1);
}

/** A term that has not begun, with its forecast; or why there is none. */
export function comingTerm(state: OpenedRotation, term: TermId, askedOn?: CivilDate): Found<{ row: Coming }> {
  const number = numberOf(state.calendar, term);
  if (number === undefined) return reject({ type: "TermUnknown", data: { term } });
  const running = runningNumber(state);
  if (number <= running)
    return reject({ type: "TermBegunAlready", data: { term, running: nameOf(state.calendar, running) } });
  const row = comingRowAt(state, number, askedOn);
  return row ? { ok: true, row } : reject({ type: "TermUnknown", data: { term } });
}

/** The running term, or a coming one with its forecast. */
export function runningOrComingTerm(
  state: OpenedRotation,
  term: TermId,
  askedOn?: CivilDate,
): Found<{ number: number; row?: Coming }> {
  if (isRunning(state, term)) return { ok: true, number: runningNumber(state) };
  const coming = comingTerm(state, term, askedOn);
  return coming.ok ? { ok: true, number: coming.row.number, row: coming.row } : coming;
}

/** The forecast of a term that has not begun; undefined for any other. */
export function comingRow(state: OpenedRotation, term: TermId): Coming | undefined {
  const coming = comingTerm(state, term);
  return coming.ok ? coming.row : undefined;
}

export function isRunning(state: OpenedRotation, term: TermId): boolean {
  const running = runningNumber(state);
  return running >= 0 && numberOf(state.calendar, term) === running;
}

/** The unit in a seat; undefined for an open or a vacant seat. */
export const unitIn = (seat: Seat): UnitId | undefined => (seat.kind === "unit" ? seat.unit : undefined);

/** The field of a rejection that names a holder where there is one. */
export const holderField = (holder: UnitId | undefined) => (holder === undefined ? {} : { holder });
