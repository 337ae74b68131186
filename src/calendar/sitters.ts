import type { AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** A unit that has an office in a term; with the day since when, where that is not the term's first day. */
export type Sitter = { unit: UnitId; since?: CivilDate };

/** Who chairs a term, one after the other; in a coming term who is to. Nobody, where the chair is vacant or open. */
export function chairsOf({ tenures, chair }: AgendaTerm): Sitter[] {
  if (tenures.length > 0) return sittersOf(tenures, tenures[0]?.from);
  return chair.kind === "unit" ? [{ unit: chair.unit }] : [];
}

/** The deputies of a term, one after the other; in a coming term who is to be. */
export function deputiesOf({ tenures, deputies, deputy }: AgendaTerm): Sitter[] {
  if (tenures.length > 0) return sittersOf(deputies, tenures[0]?.from);
  return deputy === undefined ? [] : [{ unit: deputy }];
}

const sittersOf = (
  spans: readonly { unit?: UnitId | undefined; from: CivilDate }[],
  begunOn: CivilDate | undefined,
): Sitter[] =>
  spans.flatMap(({ unit, from }) =>
    unit === undefined ? [] : [{ unit, ...(from !== begunOn && { since: from }) }],
  );
