import type { Id } from "../kernel/ids.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { chairRotation } from "./chair-rotation.ts";
import type { ChairRotationCommand } from "./commands.ts";
import { refusedSides } from "./decide-swap.ts";
import type { Seat } from "./explanation.ts";
import { type ForecastTerm, forecast, type Until } from "./forecast.ts";
import type { ChairRotationRejection } from "./rejections.ts";
import { type ChairRotation, type OpenedRotation, runningNumber } from "./state.ts";
import type { TermId } from "./words.ts";

/**
 * The next term that a unit chairs, or undefined when there is none up to `until`. Terms that have begun do not
 * count; `nominal` tells whether it is its own turn or somebody else's, taken by swap or as a substitute.
 */
export function whenIsTurn(rotation: OpenedRotation, unit: UnitId, until: Until): ForecastTerm | undefined {
  const running = runningNumber(rotation);
  return forecast(rotation, until).find(({ number, chair }) => number > running && isIn(chair, unit));
}

/** Who moves: from which terms to which, and by how many terms its next one comes later (earlier when negative). */
export type Move = { unit: UnitId; from: TermId[]; to: TermId[]; laterBy?: number };

/** What a command would do to the terms to come. */
export type ForecastDifference =
  | { ok: false; rejection: ChairRotationRejection }
  | { ok: true; terms: { term: TermId; before: Seat; after: Seat }[]; moves: Move[] };

/** A dry run: which terms would change hands if the command were given, who moves, and by how much. Changes nothing. */
export function diffForecast(
  rotation: ChairRotation,
  command: ChairRotationCommand,
  until: Until,
): ForecastDifference {
  const decision = chairRotation.decide(command, rotation);
  if (!decision.ok) return decision;
  const after = chairRotation.fold(decision.events, rotation);
  const was = rotation.status === "blank" ? [] : forecast(rotation, until);
  // A handover begins a term: terms that have not begun are those that had not before.
  const last = "terms" in until && was.length > 0 ? { number: was.length - 1 } : until;
  const is = after.status === "blank" ? [] : forecast(after, last);
  const terms = is.flatMap(({ term, chair }, at) => {
    const before: Seat = was[at]?.chair ?? { kind: "vacant" };
    return sameSeat(before, chair) ? [] : [{ term, before, after: chair }];
  });
  return { ok: true, terms, moves: movesOf(was, is, terms) };
}

function movesOf(
  was: readonly ForecastTerm[],
  is: readonly ForecastTerm[],
  changed: readonly { before: Seat; after: Seat }[],
): Move[] {
  const units = new Set(changed.flatMap(({ before, after }) => [before, after].flatMap(unitIn)));
  const [before, after] = [turnsByUnit(was, units), turnsByUnit(is, units)];
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

const unitIn = (seat: Seat): UnitId[] => (seat.kind === "unit" ? [seat.unit] : []);
const isIn = (seat: Seat, unit: UnitId): boolean => seat.kind === "unit" && seat.unit === unit;

function sameSeat(a: Seat, b: Seat): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== "unit" || b.kind !== "unit" || a.unit === b.unit;
}

/** Terms in which one unit would chair two rotations at once, with the terms of each. */
export type Conflict = { unit: UnitId; here: TermId; there: TermId };

/** Where a unit chairs both at once, by the dates of the terms to come. */
export function conflicts(here: OpenedRotation, there: OpenedRotation, until: Until): Conflict[] {
  const [running, others] = [runningNumber(here), forecast(there, until)];
  const found: Conflict[] = [];
  let from = 0;
  for (const row of forecast(here, until)) {
    while ((others[from]?.endsOn ?? "9999") <= row.startsOn) from += 1;
    if (row.number <= running || row.chair.kind !== "unit") continue;
    for (let at = from; at < others.length; at += 1) {
      const other = others[at];
      if (!other || other.startsOn >= row.endsOn) break;
      if (isIn(other.chair, row.chair.unit))
        found.push({ unit: row.chair.unit, here: row.term, there: other.term });
    }
  }
  return found;
}

/**
 * The nearest swap in `here` that resolves a conflict: the other term closest to it whose chair is free in both
 * rotations then, and for which the unit is too; both may take the other's term. Undefined where there is none up to `until`.
 */
export function resolvingSwap(
  here: OpenedRotation,
  there: OpenedRotation,
  { conflict, swap, until }: { conflict: Conflict; swap: Id; until: Until },
): { swap: Id; a: { term: TermId; unit: UnitId }; b: { term: TermId; unit: UnitId } } | undefined {
  const rows = forecast(here, until);
  const others = forecast(there, until);
  const mine = rows.find(({ term }) => term === conflict.here);
  if (!mine) return undefined;
  const own = { term: mine.term, unit: conflict.unit };
  const isFree = (unit: UnitId, row: ForecastTerm) =>
    !others.some((one) => isIn(one.chair, unit) && one.startsOn < row.endsOn && row.startsOn < one.endsOn);
  const nearest = rows
    .filter(({ number }) => number > runningNumber(here) && number !== mine.number)
    .sort(
      (a, b) => Math.abs(a.number - mine.number) - Math.abs(b.number - mine.number) || a.number - b.number,
    )
    .find(
      (row) =>
        row.chair.kind === "unit" &&
        row.chair.unit !== conflict.unit &&
        isFree(conflict.unit, row) &&
        isFree(row.chair.unit, mine) &&
        refusedSides(here, own, { term: row.term, unit: row.chair.unit }) === undefined,
    );
  if (nearest?.chair.kind !== "unit") return undefined;
  return {
    swap,
    a: own,
    b: { term: nearest.term, unit: nearest.chair.unit },
  };
}
