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

/** How a unit ended after one day and by another; nothing where it is a member. */
export function endingBy(
  bloc: BlocKnown | undefined,
  unit: UnitId,
  { on, day }: { on: CivilDate; day: CivilDate },
): Ending | undefined {
  const known = bloc?.members.get(unit);
  const ending = known?.ending;
  const isBack = known?.spells.some(({ from, until }) => from <= day && (until === undefined || until > day));
  return ending && !isBack && ending.on > on && ending.on <= day ? ending : undefined;
}
