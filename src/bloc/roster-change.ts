import type { CivilDate } from "../kernel/time.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { covers, latestOf, tooEarly } from "./dates.ts";
import { isMemberOn, latestFactOf, standingMembership } from "./membership.ts";
import type { BlocRejection, NamedUnit } from "./messages.ts";
import type { BlocFacts, Member, Members, Membership } from "./state.ts";

/** More than any bloc ever had; a limit all the same. */
const membersMax = 200;

/** What a command would change in the list of members from one day on; every such command is one of these. */
export type RosterChange = {
  on: CivilDate;
  joining?: readonly NamedUnit[];
  leaving?: readonly UnitId[];
  renaming?: readonly NamedUnit[];
  /** Members of whom something else than their name is to change. */
  touching?: readonly UnitId[];
  /** Members that the change needs and leaves as they are. */
  staying?: readonly UnitId[];
};

type Change = Required<RosterChange>;

/** What stands against a change of the members, the first of all reasons; undefined when nothing does. */
export function objectionTo(bloc: BlocFacts, rosterChange: RosterChange): BlocRejection | undefined {
  const change: Change = {
    joining: [],
    leaving: [],
    renaming: [],
    touching: [],
    staying: [],
    ...rosterChange,
  };
  const { constitutedOn } = bloc.constitution;
  return (
    tooEarly(change.on, constitutedOn) ??
    repeatedUnit(change) ??
    objectionToUnits(bloc.members, change) ??
    takenName(bloc.members, change) ??
    wrongSize(bloc.members, change)
  );
}

/** The first unit or name that stands twice in a list of members. */
export function repetitionIn(members: readonly NamedUnit[]): BlocRejection | undefined {
  const [units, names] = [new Set<UnitId>(), new Map<OrganisationName, UnitId>()];
  for (const { unit, name } of members) {
    if (units.has(unit)) return { type: "MemberNamedTwice", data: { unit } };
    const bearer = names.get(name);
    if (bearer !== undefined) return { type: "MemberNameTaken", data: { name, unit: bearer } };
    units.add(unit);
    names.set(name, unit);
  }
  return undefined;
}

function repeatedUnit({ joining, leaving, renaming, staying }: Change): BlocRejection | undefined {
  const units = [...[...joining, ...renaming].map(({ unit }) => unit), ...leaving, ...staying];
  const unit = units.find((one, at) => units.indexOf(one) !== at);
  return unit === undefined ? undefined : { type: "MemberNamedTwice", data: { unit } };
}

function objectionToUnits(members: Members, change: Change): BlocRejection | undefined {
  const { on, joining, leaving, renaming, touching, staying } = change;
  for (const unit of [...leaving, ...touching, ...renaming.map((one) => one.unit), ...staying]) {
    if (!standingMembership(members.get(unit))) return { type: "NotMemberOfBloc", data: { unit, date: on } };
  }
  for (const { unit } of joining) {
    const standing = standingMembership(members.get(unit));
    if (standing) return { type: "MemberAlready", data: { unit, since: standing.from } };
  }
  const changing = [...leaving, ...touching, ...[...renaming, ...joining].map((one) => one.unit)];
  const absent = staying.find((unit) => !memberOn(members, unit, on));
  return (
    tooEarly(on, latestOf(changing.map((unit) => latestOn(members, unit)))) ??
    (absent === undefined ? undefined : { type: "NotMemberOfBloc", data: { unit: absent, date: on } })
  );
}

function takenName(members: Members, { on, joining, leaving, renaming }: Change): BlocRejection | undefined {
  // Those who leave or take another name bear their old one only before that day.
  const changing = new Set([...leaving, ...renaming.map(({ unit }) => unit)]);
  const others = [...members.values()].filter(({ unit }) => !changing.has(unit));
  const taken = new Map<OrganisationName, UnitId>();
  for (const { unit, name } of [...renaming, ...joining]) {
    const bearer = taken.get(name) ?? others.find((other) => bearsFrom(other, name, on))?.unit;
    if (bearer !== undefined) return { type: "MemberNameTaken", data: { name, unit: bearer } };
    taken.set(name, unit);
  }
  return undefined;
}

/** Whether a unit bears a name as a member on any day from `on` on. */
function bearsFrom({ names, memberships }: Member, name: OrganisationName, on: CivilDate): boolean {
  return names.some((borne, at) => {
    if (borne.name !== name) return false;
    const until = names[at + 1]?.from;
    return memberships.some((membership) => {
      const first = latestOf([on, borne.from, membership.from]);
      return covers(membership, first) && (until === undefined || first < until);
    });
  });
}

function wrongSize(members: Members, change: Change): BlocRejection | undefined {
  const { on, joining, leaving } = change;
  const gone = new Set(leaving);
  const times: Membership[] = joining.map(() => ({ from: on }));
  for (const { unit, memberships } of members.values())
    times.push(...memberships.map((one) => (gone.has(unit) ? { until: on, ...one } : one)));
  const standing = times.filter(({ until }) => until === undefined).length;
  if (standing > membersMax && joining.length > 0) return { type: "TooManyMembers", data: { membersMax } };

  // There was somebody on the first day, so the bloc gets empty only on a day on which somebody leaves.
  const days = times.flatMap(({ until }) => (until ? [until] : []));
  const date = days.find((day) => !times.some((time) => covers(time, day)));
  return date === undefined ? undefined : { type: "BlocLeftEmpty", data: { date } };
}

function latestOn(members: Members, unit: UnitId): CivilDate {
  const member = members.get(unit);
  return member ? latestFactOf(member) : "0001-01-01";
}

function memberOn(members: Members, unit: UnitId, date: CivilDate): boolean {
  const member = members.get(unit);
  return member !== undefined && isMemberOn(member, date);
}
