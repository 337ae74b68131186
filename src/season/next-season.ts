import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type BlocKnown, isMember, policiesOn } from "./members-known.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { holderOf } from "./pledge-holders.ts";

/**
 * C36: after the conference that sums up a season, the directive, the plan, the pledges and the scale of the next one are
 * awaited, each by the day of the bylaws, until that one is summed up itself.
 */
export function awaitedNext(bloc: BlocKnown, id: Id): OpenMatter[] {
  if (bloc.dissolved) return [];
  const closed = new Map(
    [...bloc.conferences.values()].flatMap(({ sumsUp, closedOn: on, closedBy: by }): [Season, Close][] =>
      sumsUp === undefined || on === undefined || by === undefined ? [] : [[sumsUp, { on, by }]],
    ),
  );
  return [...closed].flatMap(([season, { on: since, by: cause }]) => {
    const next = nextSeason(season);
    if (closed.has(next)) return [];
    return missingIn(bloc, next).map(({ what, units }): OpenMatter => {
      const key = `next/${id}/${next}/${what}`;
      const due = addDays(since, policiesOn(bloc, since).awaited[what]);
      const text = matterText("SeasonNotPrepared", { what, season: next, ...(units && { units }) });
      return { key, law: "C36", what: text, since, cause, due, ready: [] };
    });
  });
}

/** The close of a conference: its day, and the event. */
type Close = { on: CivilDate; by: Id };
type Missing = { what: "directive" | "plan" | "scale" | "pledge"; units?: UnitId[] };

function missingIn(bloc: BlocKnown, season: Season): Missing[] {
  const has = (what: "directive" | "plan" | "scale") => bloc.prepared.get(season)?.has(what) ?? false;
  const documents = (["directive", "plan", "scale"] as const).filter((what) => !has(what));
  const ofSeason = [...bloc.pledges.values()].filter((one) => one.season === season && one.isSigned);
  const signed = new Set(ofSeason.map((one) => holderOf(bloc, one)));
  const units = [...bloc.members.keys()]
    .filter((unit) => isMember(bloc, unit, bloc.today) && !signed.has(unit))
    .sort(byCodePoints);
  return [
    ...documents.map((what) => ({ what })),
    ...(units.length > 0 ? [{ what: "pledge" as const, units }] : []),
  ];
}
