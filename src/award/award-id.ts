import { derivedId, type Id } from "../kernel/ids.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** What makes an award this one and no other: an honour that a unit of a bloc has in a season. */
export type AwardSubject = { bloc: Id; season: Season; unit: UnitId; honour: Honour };

/**
 * The id of the award of `honour` for `unit`, the one that the bloc elected or the authority named. It does not depend on
 * the ballot: a re-vote that elects the unit again leads to the same award, and not to a second one. Texts are compared
 * in NFC, as in every message.
 *
 * @example
 * const honour = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
 * awardIdOf({ bloc: "b", season: "2022", unit: "police", honour }) === awardIdOf({ bloc: "b", season: "2022", unit: "court", honour }) // false
 */
export function awardIdOf({ bloc, season, unit, honour }: AwardSubject): Id {
  const { kind, authority } = honour;
  const parts = [bloc, season, unit, kind, authority].map((part) => part.normalize("NFC"));
  return derivedId("award", ...parts);
}
