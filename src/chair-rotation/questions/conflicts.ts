import type { Id } from "../../kernel/ids.ts";
import { same } from "../../kernel/same.ts";
import { addDays, earlierOf } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf } from "../calendar.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import { rosterOn, rosterWalk } from "../roster-on.ts";
import { runningNumber } from "../state.ts";
import { objectionToSide } from "../swaps.ts";
import type { SwapSide, TermId } from "../words.ts";
import type { KnownRotation } from "./entries.ts";
import { plannedTenures, sittingsWalk } from "./tenures.ts";

/** Two terms, one of each rotation, that one unit would chair at the same time. */
export type Conflict = { unit: UnitId; here: TermId; there: TermId };

/**
 * The terms to come in which one unit would chair two rotations at the same time. A term that has begun is chaired by
 * who has the office on each day, by all that is recorded: an heir, or who was installed, and by nobody while it is
 * vacant. So is one to come, by the facts that are recorded ahead.
 */
export function conflicts(here: KnownRotation, there: KnownRotation, until: Until): Conflict[] {
  const [running, others] = [runningNumber(here), heldIn(there, until)];
  const found: Conflict[] = [];
  let from = 0;
  for (const row of heldIn(here, until)) {
    while ((others[from]?.endsOn ?? "9999") <= row.startsOn) from += 1;
    if (row.number <= running || row.unit === undefined) continue;
    for (let at = from; at < others.length; at += 1) {
      const other = others[at];
      if (!other || other.startsOn >= row.endsOn) break;
      const conflict = { unit: row.unit, here: row.term, there: other.term };
      if (other.unit === row.unit && !same(found.at(-1), conflict)) found.push(conflict);
    }
  }
  return found;
}

/** The days on which a unit, or nobody, has the chair of a term. */
type Stretch = Pick<ForecastTerm, "number" | "term" | "startsOn" | "endsOn"> & { unit: UnitId | undefined };

/** Who chairs a rotation from when to when; a closed one has no coming terms, and none lasts longer than it. */
function heldIn(rotation: KnownRotation, until: Until): Stretch[] {
  const { closedOn } = rotation;
  const sittings = sittingsWalk(rotation);
  const planned = plannedTenures(rotation);
  const held = forecast(rotation, until).flatMap((row): Stretch[] => {
    const { number, term } = row;
    if (row.certainty === "served") {
      // The next term is shown from its first day on, though the chair stays in office up to the handover.
      const end = number === runningNumber(rotation) ? row.endsOn : "9999";
      return sittings(number).tenures.flatMap(({ unit, from, until: last }) => {
        const endsOn = earlierOf(last, end);
        return from < endsOn ? [{ number, term, startsOn: from, endsOn, unit }] : [];
      });
    }
    if (closedOn !== undefined) return [];
    return planned(row).map(({ unit, from, until: endsOn }) => ({
      number,
      term,
      startsOn: from,
      endsOn,
      unit,
    }));
  });
  if (closedOn === undefined) return held;
  const end = addDays(closedOn, 1);
  return held
    .filter(({ startsOn }) => startsOn < end)
    .map((one) => (one.endsOn < end ? one : { ...one, endsOn: end }));
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
  if (here.closedOn !== undefined) return undefined;
  const coming = forecast(here, until).filter(({ number }) => number > runningNumber(here));
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

/** Whether a unit has none of these stretches while a term lasts. */
function freeIn(rows: readonly Stretch[]): (unit: UnitId, row: ForecastTerm) => boolean {
  const held = new Map<UnitId | undefined, Stretch[]>();
  for (const row of rows) {
    const others = held.get(row.unit);
    if (others) others.push(row);
    else held.set(row.unit, [row]);
  }
  return (unit, { startsOn, endsOn }) =>
    !held.get(unit)?.some((one) => one.startsOn < endsOn && startsOn < one.endsOn);
}
