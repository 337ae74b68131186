import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { PledgeEvent } from "../pledge/messages.ts";
import { pledge } from "../pledge/pledge.ts";
import type { Pledge } from "../pledge/state.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Projection, statesOf } from "./projection.ts";

/** The pledges of a store, by their ids. */
export type Pledges = ReadonlyMap<Id, Pledge>;

/** The projection of all pledges. */
export const pledges: Projection<Pledges, PledgeEvent> = /* @__PURE__ */ statesOf(pledge);

/** What a list of pledges shows of one. */
export type PledgeRow = {
  pledge: Id;
  bloc: Id;
  /** Whose pledge it is now: after a transfer, the successor. */
  unit: UnitId;
  season: Season;
  status: Exclude<Pledge["status"], "blank">;
  /** The last day of the promise. */
  dueOn: CivilDate;
  signedOn?: CivilDate;
  /** How many targets were promised. */
  targets: number;
  /** The honours for which the unit has registered. */
  titles: readonly Honour[];
};

/**
 * The pledges of a season, of a bloc, or all of them, by unit and then by id.
 *
 * @example
 * pledgeRows(pledges.initial(), { season: "2022" }) // []
 */
export function pledgeRows(all: Pledges, { season, bloc }: { season?: Season; bloc?: Id } = {}): PledgeRow[] {
  const rows = [...all].flatMap(([id, one]) => rowOf(id, one) ?? []);
  const wanted = rows.filter(
    (row) => (season === undefined || row.season === season) && (bloc === undefined || row.bloc === bloc),
  );
  return wanted.sort((a, b) => byCodePoints(a.unit, b.unit) || byCodePoints(a.pledge, b.pledge));
}

function rowOf(id: Id, one: Pledge): PledgeRow | undefined {
  if (one.status === "blank") return undefined;
  const { status, bloc, unit, season, dueOn, targets, titles } = one;
  const signed = "signedOn" in one ? { signedOn: one.signedOn } : {};
  return { pledge: id, bloc, unit, season, status, dueOn, ...signed, targets: targets.length, titles };
}
