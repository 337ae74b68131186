import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import type { NamedUnit } from "./messages.ts";
import type { Member, Members, Membership, Suspension } from "./state.ts";

// The list of members: what it says of a unit, and how events edit it. A function that edits changes the list that
// it is given, which belongs to a fold or is a draft.

/** Whether `date` is in the time from `from` on and before `until`. */
export function covers({ from, until }: { from: CivilDate; until?: CivilDate }, date: CivilDate): boolean {
  return from <= date && (until === undefined || date < until);
}

export function latestOf(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return [first, ...others].toSorted().at(-1) ?? first;
}

/** Whether a unit is a member on `date`. */
export function isMemberOn({ memberships }: Member, date: CivilDate): boolean {
  return memberships.some((membership) => covers(membership, date));
}

export function isSuspendedOn({ suspensions }: Member, date: CivilDate): boolean {
  return suspensions.some((suspension) => covers(suspension, date));
}

/** The membership that has no end yet. */
export function currentMembership(member: Member | undefined): Membership | undefined {
  const last = member?.memberships.at(-1);
  return last?.until === undefined ? last : undefined;
}

/** The suspension that has no end yet. */
export function openSuspension(member: Member | undefined): Suspension | undefined {
  const last = member?.suspensions.at(-1);
  return last?.until === undefined ? last : undefined;
}

/** The name of a unit whose membership has no end yet; undefined for every other unit. */
export function currentName(members: Members, unit: UnitId): OrganisationName | undefined {
  const member = members.get(unit);
  return currentMembership(member) ? member?.names.at(-1)?.name : undefined;
}

/** The days on which something begins or ends for a unit. A later fact may not be dated before any of them. */
export function daysOf({ names, memberships, suspensions }: Member): CivilDate[] {
  return [...names, ...memberships, ...suspensions].flatMap((time) =>
    "until" in time && time.until !== undefined ? [time.from, time.until] : [time.from],
  );
}

/** Whether a unit has been a member since exactly that day, under that name. */
export function hasJoined(
  members: Members,
  joiner: NamedUnit,
  on: CivilDate,
  origins?: readonly UnitId[],
): boolean {
  const membership = currentMembership(members.get(joiner.unit));
  if (membership?.from !== on || !isNamed(members, joiner, on)) return false;
  return origins === undefined || same(membership.origins, origins);
}

/** Whether the last membership of a unit ended exactly like this. */
export function hasLeft(members: Members, unit: UnitId, end: Ending): boolean {
  const { until, ground, successors } = members.get(unit)?.memberships.at(-1) ?? {};
  return until !== undefined && same({ until, ground, successors }, end);
}

/** Whether a unit has that name on `date`. */
export function isNamed(members: Members, { unit, name }: NamedUnit, date: CivilDate): boolean {
  return members.get(unit)?.names.findLast(({ from }) => from <= date)?.name === name;
}

/** Whether a unit has taken that name by `date`, and keeps it from then on. */
export function isNamedSince(members: Members, { unit, name }: NamedUnit, date: CivilDate): boolean {
  const last = members.get(unit)?.names.at(-1);
  return currentName(members, unit) === name && last !== undefined && last.from <= date;
}

/** How a membership ends. */
type Ending = Omit<Membership, "from" | "origins" | "until"> & { until: CivilDate };

/** A unit becomes a member from `on` on, for the first time or again. */
export function admit(
  members: Members,
  { unit, name }: NamedUnit,
  on: CivilDate,
  origins?: readonly UnitId[],
) {
  const membership: Membership = origins ? { from: on, origins } : { from: on };
  const known = members.get(unit);
  if (currentMembership(known)) contradiction(`unit ${JSON.stringify(unit)} is a member already`);
  if (known) {
    known.memberships.push(membership);
    known.names.push({ name, from: on });
  } else {
    members.set(unit, { unit, names: [{ name, from: on }], memberships: [membership], suspensions: [] });
  }
}

/** A unit is not a member any more from `end.until` on. Its suspension ends with the membership. */
export function release(members: Members, unit: UnitId, end: Ending) {
  const member = members.get(unit);
  Object.assign(currentMembership(member) ?? notMember(unit), end);
  const suspension = openSuspension(member);
  if (suspension) suspension.until = end.until;
}

export function rename(members: Members, { unit, name }: NamedUnit, from: CivilDate) {
  memberOf(members, unit).names.push({ name, from });
}

export function suspend(members: Members, unit: UnitId, suspension: Suspension) {
  const member = memberOf(members, unit);
  if (openSuspension(member)) contradiction(`unit ${JSON.stringify(unit)} is suspended already`);
  member.suspensions.push(suspension);
}

export function reinstate(members: Members, unit: UnitId, until: CivilDate) {
  const suspension = openSuspension(memberOf(members, unit));
  if (suspension) suspension.until = until;
  else contradiction(`unit ${JSON.stringify(unit)} is not suspended`);
}

/** The member of an event: its membership has no end yet, or the event cannot have happened. */
export function memberOf(members: Members, unit: UnitId): Member {
  const member = members.get(unit);
  return member && currentMembership(member) ? member : notMember(unit);
}

function notMember(unit: UnitId): never {
  return contradiction(`unit ${JSON.stringify(unit)} is not a member`);
}
