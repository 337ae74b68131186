import type { CivilDate } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { covers, daysOf, isMemberOn, isSuspendedOn, latestOf } from "./roster.ts";
import type { Bloc, BlocFacts, DatedName, Discipline, Investigation } from "./state.ts";

/**
 * The units that are members on `date`, in order of first admission; a suspended unit is one of them. Nobody is a
 * member before the bloc is constituted, or from the day on which it is dissolved.
 */
export function membersOn(bloc: Bloc, date: CivilDate): UnitId[] {
  if (!exists(bloc, date)) return [];
  return [...bloc.members.values()].filter((member) => isMemberOn(member, date)).map(({ unit }) => unit);
}

/** The members that are not suspended on `date`: they take part and vote. */
export function activeMembersOn(bloc: Bloc, date: CivilDate): UnitId[] {
  if (!exists(bloc, date)) return [];
  return [...bloc.members.values()]
    .filter((member) => isMemberOn(member, date) && !isSuspendedOn(member, date))
    .map(({ unit }) => unit);
}

/**
 * The name of a unit on `date`, if it is or was a member; its last name, if it has left. Undefined before its first
 * day in the bloc, and for a unit that was never a member.
 */
export function nameOn(bloc: Bloc, unit: UnitId, date: CivilDate): OrganisationName | undefined {
  if (bloc.status === "blank") return undefined;
  return lastName(bloc.members.get(unit)?.names ?? [], date);
}

/** The name of the bloc itself on `date`; undefined before it is constituted. */
export function blocNameOn(bloc: Bloc, date: CivilDate): OrganisationName | undefined {
  return bloc.status === "blank" ? undefined : lastName(bloc.names, date);
}

/**
 * The disciplines of a unit that count for a season on `date`: decided by then, and not set aside by then. They bar the
 * unit from the honours of that season, whether it is a member or has left.
 */
export function disciplinesFor(
  bloc: Bloc,
  unit: UnitId,
  { season, date }: { season: Season; date: CivilDate },
): Discipline[] {
  if (bloc.status === "blank") return [];
  return [...bloc.disciplines.values()].filter(
    (one) =>
      one.unit === unit &&
      one.season === season &&
      covers({ from: one.disciplinedOn, ...untilOf(one.lifting?.liftedOn) }, date),
  );
}

/** The investigations against a unit that are open on `date`. While there is one, no honour of it is considered. */
export function investigationsOn(bloc: Bloc, unit: UnitId, date: CivilDate): Investigation[] {
  if (bloc.status === "blank") return [];
  return [...bloc.investigations.values()].filter(
    (one) => one.unit === unit && covers({ from: one.openedOn, ...untilOf(one.end?.closedOn) }, date),
  );
}

const untilOf = (until: CivilDate | undefined) => (until === undefined ? {} : { until });

/** The last day on which the bloc took a name. */
export function lastNamedOn({ names, constitution }: BlocFacts): CivilDate {
  return latestOf(constitution.constitutedOn, ...names.map(({ from }) => from));
}

/** The day of the last known fact of the bloc. It may lie ahead. */
export function lastDayOf(bloc: BlocFacts): CivilDate {
  const memberDays = [...bloc.members.values()].flatMap(daysOf);
  const bylawsDays = bloc.bylaws.map(({ adoptedOn }) => adoptedOn);
  return latestOf(lastNamedOn(bloc), ...memberDays, ...bylawsDays);
}

function lastName(names: readonly DatedName[], date: CivilDate): OrganisationName | undefined {
  return names.findLast(({ from }) => from <= date)?.name;
}

function exists(bloc: Bloc, date: CivilDate): bloc is Exclude<Bloc, { status: "blank" }> {
  if (bloc.status === "blank") return false;
  return bloc.status === "constituted" || date < bloc.dissolvedOn;
}
