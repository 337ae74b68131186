import { objectionToDate } from "../kernel/decision.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import type { BlocRejection, NamedUnit } from "./messages.ts";
import { covers, currentMembership, daysOf, isMemberOn, latestOf } from "./roster.ts";
import type { BlocFacts, Member, Members, Membership } from "./state.ts";

/** More members than any known bloc has had. */
const membersMax = 200;

/** What a command changes in the list of members from one day on. Every command on members is such a change. */
export type RosterChange = {
  on: CivilDate;
  /** The first day on which the change can hold; by default the first day of the bloc. */
  earliest?: CivilDate;
  joining?: readonly NamedUnit[];
  leaving?: readonly UnitId[];
  renaming?: readonly NamedUnit[];
  /** Members for whom something else than their name changes. */
  touching?: readonly UnitId[];
  /** Members that the change needs but does not alter. */
  staying?: readonly UnitId[];
};

type Change = Required<RosterChange>;

/** What stands against a change of the list of members: the first of all reasons. */
export function objectionToChange(bloc: BlocFacts, rosterChange: RosterChange): BlocRejection | undefined {
  const change: Change = {
    earliest: bloc.constitution.constitutedOn,
    joining: [],
    leaving: [],
    renaming: [],
    touching: [],
    staying: [],
    ...rosterChange,
  };
  return (
    objectionToRepetition(change) ??
    objectionToMembership(bloc.members, change) ??
    objectionToDay(bloc.members, change) ??
    objectionToNames(bloc.members, change) ??
    objectionToSize(bloc.members, change)
  );
}

/** What stands against a list of members: the first unit or name that is in it twice. */
export function objectionToList(members: readonly NamedUnit[]): BlocRejection | undefined {
  const [units, names] = [new Set<UnitId>(), new Map<OrganisationName, UnitId>()];
  for (const { unit, name } of members) {
    if (units.has(unit)) return { type: "MemberNamedTwice", data: { unit } };
    const other = names.get(name);
    if (other !== undefined) return { type: "MemberNameTaken", data: { name, unit: other } };
    units.add(unit);
    names.set(name, unit);
  }
  return undefined;
}

function objectionToRepetition(change: Change): BlocRejection | undefined {
  const { joining, leaving, renaming, staying } = change;
  const units = [...[...joining, ...renaming].map(({ unit }) => unit), ...leaving, ...staying];
  const unit = units.find((one, at) => units.indexOf(one) !== at);
  return unit === undefined ? undefined : { type: "MemberNamedTwice", data: { unit } };
}

/** Only members leave, change or stay, and only other units join. */
function objectionToMembership(members: Members, change: Change): BlocRejection | undefined {
  const { on, joining, leaving, renaming, touching, staying } = change;
  for (const unit of [...leaving, ...touching, ...renaming.map((one) => one.unit), ...staying]) {
    if (!currentMembership(members.get(unit))) return { type: "NotMemberOfBloc", data: { unit, date: on } };
  }
  for (const { unit } of joining) {
    const current = currentMembership(members.get(unit));
    if (current) return { type: "MemberAlready", data: { unit, since: current.from } };
  }
  return undefined;
}

/** The past stays as it was: nothing changes before the last fact of a unit, nor before the bloc exists. */
function objectionToDay(members: Members, change: Change): BlocRejection | undefined {
  const { on, earliest, joining, leaving, renaming, touching, staying } = change;
  const changing = [...leaving, ...touching, ...[...renaming, ...joining].map((one) => one.unit)];
  const days = [
    ...changing.flatMap((unit) => daysKnownOf(members, unit)),
    ...leaving.flatMap((unit) => mergersInto(members, unit)),
  ];
  const absent = staying.find((unit) => !isMember(members, unit, on));
  return (
    objectionToDate(on, { earliest: latestOf(earliest, ...days) }) ??
    (absent === undefined ? undefined : { type: "NotMemberOfBloc", data: { unit: absent, date: on } })
  );
}

/** From the day of the change on, no two members have the same name. */
function objectionToNames(members: Members, change: Change): BlocRejection | undefined {
  const { on, joining, leaving, renaming } = change;
  // A unit that leaves or takes another name has its old name only before that day.
  const changing = new Set([...leaving, ...renaming.map(({ unit }) => unit)]);
  const others = [...members.values()].filter(({ unit }) => !changing.has(unit));
  const taken = new Map<OrganisationName, UnitId>();
  for (const { unit, name } of [...renaming, ...joining]) {
    const other = taken.get(name) ?? others.find((one) => isNamedFrom(one, name, on))?.unit;
    if (other !== undefined) return { type: "MemberNameTaken", data: { name, unit: other } };
    taken.set(name, unit);
  }
  return undefined;
}

/** Whether a unit is a member under that name on `date` or on any day after it. */
function isNamedFrom({ names, memberships }: Member, name: OrganisationName, date: CivilDate): boolean {
  return names.some((dated, at) => {
    if (dated.name !== name) return false;
    const until = names[at + 1]?.from;
    return memberships.some((membership) => {
      const first = latestOf(date, dated.from, membership.from);
      return covers(membership, first) && (until === undefined || first < until);
    });
  });
}

/** A bloc never has more members than `membersMax`, and always has one. */
function objectionToSize(members: Members, change: Change): BlocRejection | undefined {
  const { on, joining, leaving } = change;
  const gone = new Set(leaving);
  const times: Membership[] = joining.map(() => ({ from: on }));
  for (const { unit, memberships } of members.values())
    times.push(...memberships.map((one) => (gone.has(unit) ? { until: on, ...one } : one)));
  const size = times.filter(({ until }) => until === undefined).length;
  if (size > membersMax && joining.length > 0) return { type: "TooManyMembers", data: { membersMax } };

  // There was a member on the first day, so only a day on which a member leaves can be the first without any.
  const days = times.flatMap(({ until }) => (until ? [until] : []));
  const date = days.find((day) => !times.some((time) => covers(time, day)));
  return date === undefined ? undefined : { type: "BlocLeftEmpty", data: { date } };
}

function daysKnownOf(members: Members, unit: UnitId): CivilDate[] {
  const member = members.get(unit);
  return member ? daysOf(member) : [];
}

/** The days on which other members were merged into one, or will be: it does not leave before. */
const mergersInto = (members: Members, unit: UnitId): CivilDate[] =>
  [...members.values()].flatMap(({ memberships }) =>
    memberships.flatMap(({ ground, until, successors = [] }) =>
      ground === "merged" && until !== undefined && successors.includes(unit) ? [until] : [],
    ),
  );

function isMember(members: Members, unit: UnitId, date: CivilDate): boolean {
  const member = members.get(unit);
  return member !== undefined && isMemberOn(member, date);
}
