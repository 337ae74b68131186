import type { CivilDate } from "../kernel/time.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { covers, latestOf } from "./dates.ts";
import type { Bloc, BlocFacts, DatedName, Member, Membership } from "./state.ts";

/**
 * The units that are members on `date`, the suspended among them, in order of first admission. Nobody before the
 * bloc is constituted and from the day on which it is dissolved.
 */
export function membersOn(bloc: Bloc, date: CivilDate): UnitId[] {
  if (!exists(bloc, date)) return [];
  return [...bloc.members.values()].filter((member) => isMemberOn(member, date)).map(({ unit }) => unit);
}

/** The members on `date` that are not suspended then: those who take part and vote. */
export function activeMembersOn(bloc: Bloc, date: CivilDate): UnitId[] {
  if (!exists(bloc, date)) return [];
  const isSuspended = ({ suspensions }: Member) => suspensions.some((one) => covers(one, date));
  return [...bloc.members.values()]
    .filter((member) => isMemberOn(member, date) && !isSuspended(member))
    .map(({ unit }) => unit);
}

/**
 * What a unit that is or was a member is called on `date`; what it was called last, once it has left. Undefined
 * before its first day in the bloc, and for a unit that was never in it.
 */
export function nameOn(bloc: Bloc, unit: UnitId, date: CivilDate): OrganisationName | undefined {
  if (bloc.status === "blank") return undefined;
  return lastName(bloc.members.get(unit)?.names ?? [], date);
}

/** What the bloc itself is called on `date`; undefined before it is constituted. */
export function blocNameOn(bloc: Bloc, date: CivilDate): OrganisationName | undefined {
  return bloc.status === "blank" ? undefined : lastName(bloc.names, date);
}

/** Whether a unit is a member on `date`. */
export function isMemberOn({ memberships }: Member, date: CivilDate): boolean {
  return memberships.some((membership) => covers(membership, date));
}

/** The membership that has no end yet. */
export function standingMembership(member: Member | undefined): Membership | undefined {
  const last = member?.memberships.at(-1);
  return last?.until === undefined ? last : undefined;
}

/** The last day of which anything is known of a unit; later facts may not be dated before it. */
export function latestFactOf({ names, memberships, suspensions }: Member): CivilDate {
  const times = [...names, ...memberships, ...suspensions];
  return latestOf(times.flatMap((time) => ("until" in time && time.until ? [time.until] : [time.from])));
}

/** The last day on which the bloc took a name. */
export function lastNamedOn({ names, constitution }: BlocFacts): CivilDate {
  return names.at(-1)?.from ?? constitution.constitutedOn;
}

/** The last day of which anything is known of the bloc. */
export function latestFactOfAll(bloc: BlocFacts): CivilDate {
  const members = [...bloc.members.values()].map(latestFactOf);
  return latestOf([lastNamedOn(bloc), ...members, ...bloc.bylaws.map(({ adoptedOn }) => adoptedOn)]);
}

function lastName(names: readonly DatedName[], date: CivilDate): OrganisationName | undefined {
  return names.findLast(({ from }) => from <= date)?.name;
}

function exists(bloc: Bloc, date: CivilDate): bloc is Exclude<Bloc, { status: "blank" }> {
  if (bloc.status === "blank") return false;
  return bloc.status === "constituted" || date < bloc.dissolvedOn;
}
