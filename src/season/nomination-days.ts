import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { blocHonours, type HonoursKnown, type NominationsKnown } from "./nominations-known.ts";

// On which days steps of an award are dated: on that of their cause, and on none before the last step. The process does
// not learn of its own steps. But none of them is later than what befell the unit: its elections, and what bars it.

/** The last day of what befell a unit in a season; undefined where nothing did. */
export function lastDayOf(
  { blocs }: Pick<NominationsKnown, "blocs">,
  { bloc, days }: Pick<HonoursKnown, "bloc" | "days">,
  unit: UnitId,
): CivilDate | undefined {
  const [one, other] = [days.get(unit), blocs.get(bloc)?.days.get(unit)];
  return one === undefined ? other : laterOf(one, other);
}

/** Something befell a unit: no step of an award that it has already is dated before it. */
export function bumped(
  facts: NominationsKnown,
  season: HonoursKnown,
  { unit, day }: { unit: UnitId; day: CivilDate },
): void {
  const last = laterOf(day, lastDayOf(facts, season, unit));
  for (const [award, known] of season.awards)
    if ((known.unit === unit || known.of === unit) && known.lastOn !== undefined)
      season.awards.set(award, { ...known, lastOn: laterOf(known.lastOn, last) });
}

/** Something befell a unit in one season. */
export function befellInSeason(
  facts: NominationsKnown,
  season: HonoursKnown,
  { unit, day }: { unit: UnitId; day: CivilDate },
): void {
  season.days.set(unit, laterOf(day, season.days.get(unit)));
  bumped(facts, season, { unit, day });
}

/** Something befell a unit of a bloc, whatever the season. */
export function befell(
  facts: NominationsKnown,
  bloc: Id,
  { units, day }: { units: readonly UnitId[]; day: CivilDate },
): void {
  const { days, scopes } = blocHonours(facts, bloc);
  for (const unit of units) {
    days.set(unit, laterOf(day, days.get(unit)));
    for (const scope of scopes) {
      const season = facts.seasons.get(scope);
      if (season) bumped(facts, season, { unit, day });
    }
  }
}
