import type { Id } from "../../kernel/ids.ts";
import { addDays } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import { runningNumber } from "../state.ts";
import { objectionToSides } from "../swaps.ts";
import type { SwapSide, TermId } from "../words.ts";
import type { KnownRotation } from "./entries.ts";

/** Two terms, one of each rotation, that one unit would chair at the same time. */
export type Conflict = { unit: UnitId; here: TermId; there: TermId };

/** The terms to come in which one unit would chair two rotations at the same time. */
export function conflicts(here: KnownRotation, there: KnownRotation, until: Until): Conflict[] {
  const [running, others] = [runningNumber(here), heldIn(there, until)];
  const found: Conflict[] = [];
  let from = 0;
  for (const row of heldIn(here, until)) {
    while ((others[from]?.endsOn ?? "9999") <= row.startsOn) from += 1;
    if (row.number <= running || row.chair.kind !== "unit") continue;
    for (let at = from; at < others.length; at += 1) {
      const other = others[at];
      if (!other || other.startsOn >= row.endsOn) break;
      if (unitIn(other.chair) === row.chair.unit)
        found.push({ unit: row.chair.unit, here: row.term, there: other.term });
    }
  }
  return found;
}

/** The terms of a rotation; of a closed one those that had begun, and none lasts longer than the rotation. */
function heldIn(rotation: KnownRotation, until: Until): ForecastTerm[] {
  const { closedOn } = rotation;
  const rows = forecast(rotation, until);
  if (closedOn === undefined) return rows;
  const end = addDays(closedOn, 1);
  return rows
    .filter(({ certainty, startsOn }) => certainty === "served" && startsOn < end)
    .map((row) => (row.endsOn < end ? row : { ...row, endsOn: end }));
}

/**
 * The swap in `here` that resolves a conflict with the term nearest to it. Both units may take the other's term, and
 * neither of them chairs `there` at that time. Undefined where there is no such swap up to `until`.
 */
export function resolvingSwap(
  here: KnownRotation,
  there: KnownRotation,
  { conflict, swap, until }: { conflict: Conflict; swap: Id; until: Until },
): { swap: Id; a: SwapSide; b: SwapSide } | undefined {
  const rows = heldIn(here, until);
  const others = heldIn(there, until);
  const mine = rows.find(({ term }) => term === conflict.here);
  if (!mine) return undefined;
  const own = { term: mine.term, unit: conflict.unit };
  const isFree = (unit: UnitId, row: ForecastTerm) =>
    !others.some(
      (one) => unitIn(one.chair) === unit && one.startsOn < row.endsOn && row.startsOn < one.endsOn,
    );
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
        objectionToSides(here, { a: own, b: { term: row.term, unit: row.chair.unit } }) === undefined,
    );
  if (nearest?.chair.kind !== "unit") return undefined;
  return {
    swap,
    a: own,
    b: { term: nearest.term, unit: nearest.chair.unit },
  };
}
