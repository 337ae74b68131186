import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BlocKnown, Ending } from "./members-known.ts";

/** A unit, or its heir, or the heir of that, since when, and how the last of them has ended where it has no heir. */
type Line = { unit: UnitId; since: CivilDate; ending?: Ending | undefined };

/** What a unit has become by a day, from a day on. */
export function lineOf(
  bloc: BlocKnown | undefined,
  unit: UnitId,
  { on, day }: { on: CivilDate; day: CivilDate },
): Line {
  const seen = new Set([unit]);
  let line: Line = { unit, since: on };
  for (;;) {
    const ending = endingBy(bloc, line.unit, { on, day });
    const [heir] = ending?.heirs ?? [];
    if (!ending || heir === undefined || seen.has(heir)) return { ...line, ending };
    seen.add(heir);
    line = { unit: heir, since: ending.on };
  }
}

/**
 * How a unit ended first after one day, and by another. Where it was admitted again, that is a new membership: it gives back
 * no office.
 */
export function endingBy(
  bloc: BlocKnown | undefined,
  unit: UnitId,
  { on, day }: { on: CivilDate; day: CivilDate },
): Ending | undefined {
  const spells = bloc?.members.get(unit)?.spells ?? [];
  return spells.find(({ ending }) => ending && ending.on > on && ending.on <= day)?.ending;
}
