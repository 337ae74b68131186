import type { Sent } from "../../kernel/recorded.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import type { Seat } from "../forecast/explanation.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import type { ChairRotationCommand, ChairRotationRejection } from "../messages.ts";
import type { ChairRotation } from "../state.ts";
import type { TermId } from "../words.ts";
import { type DebtChange, debtChanges, type VoidedAgreement, voidedIn } from "./voided.ts";

/**
 * A unit that moves: its coming terms before and after, and by how many terms its next one is later (earlier when
 * negative).
 */
export type Move = { unit: UnitId; from: TermId[]; to: TermId[]; laterBy?: number };

type Days = Pick<ForecastTerm, "startsOn" | "endsOn">;

/** The effect of a command on the terms to come, or why it would be refused. */
export type ForecastDifference =
  | { ok: false; rejection: ChairRotationRejection }
  | {
      ok: true;
      /** The terms that another unit would have, or for which others would stand. */
      terms: { term: TermId; before: Seat; after: Seat }[];
      /** The terms that would have another deputy; undefined is none. */
      deputies: { term: TermId; before: UnitId | undefined; after: UnitId | undefined }[];
      /** The terms that would begin or end on another day; `endsOn` is the first day after the term. */
      days: { term: TermId; before: Days; after: Days }[];
      moves: Move[];
      /** What was agreed about turns and would be void, also about terms after `until`. */
      voided: VoidedAgreement[];
      /** The owed turns that would arise, be honoured, or be owed no longer. */
      debts: DebtChange[];
    };

/**
 * A dry run of a command: the terms that would change hands, their deputies and days, the units that would move and by
 * how many terms, the agreements that would be void, and what would become of owed turns. It changes nothing. The command is refused as
 * it would be if it were sent, also for a day after its `now`.
 */
export function diffForecast(
  rotation: ChairRotation,
  command: Sent<ChairRotationCommand>,
  until: Until,
): ForecastDifference {
  const decision = chairRotation.decide(command, rotation);
  if (!decision.ok) return decision;
  const after = chairRotation.fold(decision.events, rotation);
  const [oldRows, newRows] = rowsOf(rotation, after, until);
  const terms = newRows.flatMap(({ term, chair }, at) => {
    const before: Seat = oldRows[at]?.chair ?? { kind: "vacant" };
    return sameSeat(before, chair) ? [] : [{ term, before, after: chair }];
  });
  const begun = rotation.status === "blank" ? 0 : rotation.served.length;
  return {
    ok: true,
    terms,
    deputies: newRows.flatMap(({ term, deputy }, at) => {
      const before = oldRows[at]?.deputy;
      return before === deputy ? [] : [{ term, before, after: deputy }];
    }),
    days: newRows.flatMap((row, at) => daysChanged(oldRows[at], row)),
    moves: movesOf(oldRows.slice(begun), newRows.slice(begun), terms),
    voided: voidedIn(decision.events, after),
    debts: debtChanges(rotation, after),
  };
}

/** The same terms before and after. A day may lie in another term after the command. */
function rowsOf(before: ChairRotation, after: ChairRotation, until: Until): [ForecastTerm[], ForecastTerm[]] {
  const upTo = (state: ChairRotation, last: Until) => (state.status === "blank" ? [] : forecast(state, last));
  const old = upTo(before, until);
  // A handover begins a term. `terms` counts the terms that had not begun before it.
  const now = upTo(after, "terms" in until && old.length > 0 ? { number: old.length - 1 } : until);
  if (old.length === 0 || old.length === now.length) return [old, now];
  const last = { number: Math.max(old.length, now.length) - 1 };
  return [upTo(before, last), upTo(after, last)];
}

function daysChanged(old: ForecastTerm | undefined, row: ForecastTerm) {
  if (!old || (old.startsOn === row.startsOn && old.endsOn === row.endsOn)) return [];
  const daysOf = ({ startsOn, endsOn }: ForecastTerm): Days => ({ startsOn, endsOn });
  return [{ term: row.term, before: daysOf(old), after: daysOf(row) }];
}

function movesOf(
  oldRows: readonly ForecastTerm[],
  newRows: readonly ForecastTerm[],
  changed: readonly { before: Seat; after: Seat }[],
): Move[] {
  const units = new Set(
    changed.flatMap(({ before, after }) => [before, after].flatMap((seat) => unitIn(seat) ?? [])),
  );
  const [before, after] = [turnsByUnit(oldRows, units), turnsByUnit(newRows, units)];
  return [...units].map((unit) => {
    const [old, now] = [before.get(unit) ?? [], after.get(unit) ?? []];
    const moved = old.findIndex((row, at) => row.number !== now[at]?.number);
    const [from, to] = [old[moved], now[moved]];
    const name = ({ term }: ForecastTerm) => term;
    return {
      unit,
      from: old.map(name),
      to: now.map(name),
      ...(from && to && { laterBy: to.number - from.number }),
    };
  });
}

function turnsByUnit(rows: readonly ForecastTerm[], units: ReadonlySet<UnitId>): Map<UnitId, ForecastTerm[]> {
  const turns = new Map([...units].map((unit): [UnitId, ForecastTerm[]] => [unit, []]));
  for (const row of rows) if (row.chair.kind === "unit") turns.get(row.chair.unit)?.push(row);
  return turns;
}

function sameSeat(a: Seat, b: Seat): boolean {
  if (a.kind === "unit") return b.kind === "unit" && a.unit === b.unit;
  if (a.kind === "open") return b.kind === "open" && sameUnits(a.among, b.among);
  return b.kind === "vacant";
}

function sameUnits(a: readonly UnitId[], b: readonly UnitId[]): boolean {
  const others = new Set(b);
  return a.length === b.length && a.every((unit) => others.has(unit));
}
