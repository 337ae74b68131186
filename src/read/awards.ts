import { award } from "../award/award.ts";
import type { AwardEvent, ProposalBasis } from "../award/messages.ts";
import type { Award } from "../award/state.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Projection, statesOf } from "./projection.ts";

/** The awards of a store, by their ids. */
export type Awards = ReadonlyMap<Id, Award>;

/** The projection of all awards. */
export const awards: Projection<Awards, AwardEvent> = /* @__PURE__ */ statesOf(award);

/** What a list of awards shows of one. */
export type AwardRow = {
  award: Id;
  bloc: Id;
  /** The unit that was proposed, or the heir that it passed on to. */
  unit: UnitId;
  season: Season;
  honour: Honour;
  status: Exclude<Award["status"], "blank">;
  /** A record of a ballot, the consensus of a conference, or a decision. */
  basis: ProposalBasis;
  /** Whether the result that it rests on no longer holds: it needs another basis, or is to be taken back. */
  isBasisVoid: boolean;
  /** The day of the last step. */
  lastOn: CivilDate;
  /** Whether its consideration is suspended. */
  isSuspended: boolean;
};

/**
 * The awards of a season, or of all, by unit and then by id. Those that were withdrawn are among them.
 *
 * @example
 * awardRows(awards.initial()) // []
 */
export function awardRows(all: Awards, { season }: { season?: Season } = {}): AwardRow[] {
  const rows = [...all].flatMap(([id, one]) => rowOf(id, one) ?? []);
  const wanted = rows.filter((row) => season === undefined || row.season === season);
  return wanted.sort((a, b) => byCodePoints(a.unit, b.unit) || byCodePoints(a.award, b.award));
}

function rowOf(id: Id, one: Award): AwardRow | undefined {
  if (one.status === "blank") return undefined;
  const { status, bloc, unit, season, honour, basis, lastOn, suspended, voided } = one;
  const [isBasisVoid, isSuspended] = [voided !== undefined, suspended !== undefined];
  return { award: id, bloc, unit, season, honour, status, basis, isBasisVoid, lastOn, isSuspended };
}
