import type { Ground } from "../award/messages.ts";
import type { DisciplineForm } from "../bloc/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { Bylaws, HonourNeeds } from "../vocabulary/bylaws.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { atVote, type Ending, endingOf, isMember, suspendedSince } from "./members-known.ts";
import { lastDayOf } from "./nomination-days.ts";
import type { AwardKnown, HonoursKnown, NominationsKnown } from "./nominations-known.ts";
import { type Result, resultInForce } from "./results-known.ts";

/** Why a unit that is elected is not eligible. */
export type Bar = "notMember" | "notRegistered" | "verdictTooLow" | "honourNotHeld" | "disciplined";

/**
 * What speaks against a unit that is elected (C6, C31). Of a bloc whose members nobody has recorded, nothing is known
 * against any unit as a member. Whom people propose themselves they answer for, but for one that is disciplined.
 */
export function barsAgainst(
  facts: NominationsKnown,
  {
    season,
    bylaws,
    known,
    result,
  }: {
    season: HonoursKnown;
    bylaws: Pick<Bylaws, "honours">;
    known: AwardKnown;
    result: Result | undefined;
  },
): Bar[] {
  const { of: unit, honour } = known;
  if (!result && !known.basis) return [];
  const isDisciplined = disciplinesOf(facts, season, known.unit).length > 0;
  const disciplined: Bar[] = isDisciplined ? ["disciplined"] : [];
  if (!result) return disciplined;
  const bloc = facts.members.blocs.get(season.bloc);
  const votedOn = season.votedOn.get(result.ballot) ?? result.certifiedOn;
  const isGone =
    bloc !== undefined && bloc.members.size > 0 && !isMember(atVote(bloc, votedOn), unit, votedOn);
  const needs = bylaws.honours.find((rule) => sameHonour(rule.honour, honour))?.needs ?? {};
  return [
    ...(isGone ? (["notMember"] as const) : []),
    ...unmetNeeds(season, { needs, unit, honour }),
    ...disciplined,
  ];
}

function unmetNeeds(
  { pledges, awards }: HonoursKnown,
  {
    needs: { registered, verdictAtLeast, holds = [] },
    unit,
    honour,
  }: { needs: HonourNeeds; unit: UnitId; honour: AwardKnown["honour"] },
): Bar[] {
  const theirs = [...pledges.values()].filter((one) => one.unit === unit && one.status === "signed");
  const isRegistered = theirs.some(({ titles }) => titles.some((title) => sameHonour(title, honour)));
  const enough = verdictAtLeast === "partly" ? ["partly", "fulfilled"] : ["fulfilled"];
  const isGoodEnough = theirs.some(({ verdict }) => verdict !== undefined && enough.includes(verdict));
  const held = [...awards.values()].filter(
    ({ unit: holder, stage }) => holder === unit && (stage === "decided" || stage === "conferred"),
  );
  const hasAll = holds.every((other) => held.some((one) => sameHonour(one.honour, other)));
  return [
    ...(registered && !isRegistered ? (["notRegistered"] as const) : []),
    ...(verdictAtLeast && !isGoodEnough ? (["verdictTooLow"] as const) : []),
    ...(hasAll ? [] : (["honourNotHeld"] as const)),
  ];
}

/** A discipline as somebody recorded it: the bloc, or whoever keeps the scoreboard. */
type DisciplineFound = { source: string; on: CivilDate; form?: DisciplineForm };

/** The disciplines of a unit that count for a season, the first of them first. */
export function disciplinesOf(
  { blocs }: NominationsKnown,
  { bloc, season, apart }: HonoursKnown,
  unit: UnitId,
): DisciplineFound[] {
  const byBloc = [...(blocs.get(bloc)?.disciplines ?? [])].flatMap(([source, one]) =>
    one.unit === unit && one.season === season && one.liftedOn === undefined
      ? [{ source, on: one.on, form: one.form }]
      : [],
  );
  const byBoard = [...apart].flatMap(([source, units]) => {
    const one = units.get(unit);
    return one?.ground === "disciplined" && !one.isFollowed ? [{ source, on: one.on }] : [];
  });
  return [...byBloc, ...byBoard].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Why nobody goes on with an undecided award, and since when. */
type Pause = { ground: Extract<Ground, "unitEnded" | "underInvestigation" | "other">; on: CivilDate };

/** An award, and the result that elects its unit, where one does. */
type Elected = { known: AwardKnown; result?: Result };

/** What suspends the consideration of an award: of several grounds the one that lasts longest. */
export function pauseOf(facts: NominationsKnown, season: HonoursKnown, one: Elected): Pause | undefined {
  const { unit } = one.known;
  const bloc = facts.members.blocs.get(season.bloc);
  const ending = endingUnder(facts, season, one);
  if (ending) return { ground: "unitEnded", on: ending.on };
  const since = underInvestigationSince(facts, season, unit);
  if (since !== undefined) return { ground: "underInvestigation", on: since };
  const suspendedOn = bloc && suspendedSince(bloc, unit);
  return suspendedOn === undefined ? undefined : { ground: "other", on: suspendedOn };
}

/**
 * How the membership has ended in which a unit got its award: by the vote, by a proposal or by a transfer. Where it is
 * admitted again, that revives nothing.
 */
export function endingUnder(
  { members }: NominationsKnown,
  season: HonoursKnown,
  { known: { unit, of, heldOn }, result }: Elected,
): Ending | undefined {
  const bloc = members.blocs.get(season.bloc);
  const votedOn = result && (season.votedOn.get(result.ballot) ?? result.certifiedOn);
  const on = unit === of ? (votedOn ?? heldOn) : heldOn;
  return bloc && endingOf(bloc, unit, { on: on ?? bloc.today });
}

/** A pause by its name: its ground, and what the award rests on. People who resume it decide against that one. */
export function pauseNameOf(facts: NominationsKnown, season: HonoursKnown, known: AwardKnown) {
  const result = resultOf(season, known);
  const pause = pauseOf(facts, season, { known, ...(result && { result }) });
  return pause && `${pause.ground}/${result?.ballot ?? ""}`;
}

/** Whether nobody goes on with an undecided award: people say so, or something stands in its way and they do not mind. */
export const isPaused = (facts: NominationsKnown, season: HonoursKnown, known: AwardKnown): boolean => {
  const pause = pauseNameOf(facts, season, known);
  return known.suspended !== undefined || (pause !== undefined && pause !== known.resumedFrom);
};

/** The ballot that counts, where it elects the unit. */
export const electing = (season: HonoursKnown, known: AwardKnown): Id | undefined =>
  resultOf(season, known)?.ballot;

function resultOf({ results, bloc, season }: HonoursKnown, { of, honour }: AwardKnown): Result | undefined {
  const result = resultInForce(results, { bloc, season, purpose: { kind: "honour", honour } });
  return result?.outcome.elected.includes(of) ? result : undefined;
}

function underInvestigationSince({ blocs }: NominationsKnown, { bloc, apart }: HonoursKnown, unit: UnitId) {
  const byBloc = [...(blocs.get(bloc)?.investigations.values() ?? [])].filter((one) => one.unit === unit);
  const byBoard = [...apart.values()].flatMap((units) => {
    const one = units.get(unit);
    return one?.ground === "underInvestigation" && !one.isFollowed ? [one] : [];
  });
  return [...byBloc, ...byBoard]
    .map(({ on }) => on)
    .sort()
    .at(0);
}

/**
 * The day of a step of an award: that of its cause, and none before what befell the unit and the award, nor before the
 * result that it rests on.
 */
export function stepDayOf(
  facts: NominationsKnown,
  season: HonoursKnown,
  {
    known: { of, unit, lastOn },
    ballot,
    cause = "",
  }: { known: AwardKnown; ballot?: Id | undefined; cause?: CivilDate | undefined },
): CivilDate {
  const certifiedOn = season.results.ballots.get(ballot ?? "")?.record?.certifiedOn;
  const days = [lastOn, certifiedOn, lastDayOf(facts, season, of), lastDayOf(facts, season, unit)];
  return days.reduce<CivilDate>((day, other) => laterOf(day, other), cause);
}
