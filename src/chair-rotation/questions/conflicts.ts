import type { Id } from "../../kernel/ids.ts";
import { addDays } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf } from "../calendar.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import { rosterOn, rosterWalk } from "../roster-on.ts";
import { runningNumber } from "../state.ts";
import { objectionToSide } from "../swaps.ts";
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
 * neither of them chairs `there` at that time. Undefined where there is no such swap up to `until`. It costs about one
 * forecast of each rotation.
 */
export function resolvingSwap(
  here: KnownRotation,
  there: KnownRotation,
  { conflict, swap, until }: { conflict: Conflict; swap: Id; until: Until },
): { swap: Id; a: SwapSide; b: SwapSide } | undefined {
  const coming = heldIn(here, until).filter(({ number }) => number > runningNumber(here));
  const mine = coming.find(({ term }) => term === conflict.here);
  if (!mine) return undefined;
  const a = { term: mine.term, unit: conflict.unit };
  const isFree = freeIn(heldIn(there, until));
  const roster = rosterOn(here, dayOf(here, mine));
  const fits = ({ row, unit }: Held) =>
    row.number !== mine.number &&
    unit !== a.unit &&
    isFree(a.unit, row) &&
    isFree(unit, mine) &&
    objectionToSide(mine, { side: a, taker: unit, roster }) === undefined;
  const away = ({ row }: Held) => Math.abs(row.number - mine.number);
  const nearest = givenTo(a.unit, here, coming)
    .sort((one, other) => away(one) - away(other) || one.row.number - other.row.number)
    .find(fits);
  return nearest && { swap, a, b: { term: nearest.row.term, unit: nearest.unit } };
}

type Held = { row: ForecastTerm; unit: UnitId };

/** The coming terms that their chairs could give to the unit, by the members of each day. */
function givenTo(taker: UnitId, here: KnownRotation, coming: readonly ForecastTerm[]): Held[] {
  const rosterOf = rosterWalk(here);
  return coming.flatMap((row): Held[] => {
    const roster = rosterOf(dayOf(here, row));
    const unit = unitIn(row.chair);
    if (unit === undefined) return [];
    return objectionToSide(row, { side: { term: row.term, unit }, taker, roster }) ? [] : [{ row, unit }];
  });
}

/** The day on which a coming term is reckoned. */
const dayOf = ({ doneOn }: KnownRotation, { startsOn }: ForecastTerm) => laterOf(startsOn, doneOn ?? "");

/** Whether a unit chairs none of these terms while another term lasts. */
function freeIn(rows: readonly ForecastTerm[]): (unit: UnitId, row: ForecastTerm) => boolean {
  const held = new Map<UnitId | undefined, ForecastTerm[]>();
  for (const row of rows) {
    const unit = unitIn(row.chair);
    const others = held.get(unit);
    if (others) others.push(row);
    else held.set(unit, [row]);
  }
  return (unit, { startsOn, endsOn }) =>
    !held.get(unit)?.some((one) => one.startsOn < endsOn && startsOn < one.endsOn);
}
