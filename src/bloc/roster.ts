import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { standingMembership } from "./membership.ts";
import type { NamedUnit } from "./messages.ts";
import type { Members, Membership } from "./state.ts";

/** How a membership ends. */
type Ending = Omit<Membership, "from" | "origins" | "until"> & { until: CivilDate };

// How the list of members is kept. These edit what they are given: the state that a fold or a draft owns.

/** A unit becomes a member from `on`, for the first time or again. */
export function admit(
  members: Members,
  { unit, name }: NamedUnit,
  on: CivilDate,
  origins?: readonly UnitId[],
) {
  const membership: Membership = origins ? { from: on, origins } : { from: on };
  const known = members.get(unit);
  if (!known) {
    members.set(unit, { unit, names: [{ name, from: on }], memberships: [membership], suspensions: [] });
    return;
  }
  known.memberships.push(membership);
  known.names.push({ name, from: on });
}

/** A member is one no longer from `until`; a suspension ends with the membership. */
export function release(members: Members, unit: UnitId, end: Ending) {
  const member = members.get(unit);
  const membership = standingMembership(member);
  if (membership) Object.assign(membership, end);
  liftSuspension(members, unit, end.until);
}

export function rename(members: Members, { unit, name }: NamedUnit, from: CivilDate) {
  members.get(unit)?.names.push({ name, from });
}

export function liftSuspension(members: Members, unit: UnitId, until: CivilDate) {
  const last = members.get(unit)?.suspensions.at(-1);
  if (last && last.until === undefined) last.until = until;
}

/** What a member is called once all that is known of it holds; undefined for a unit that is no member. */
export function standingName(members: Members, unit: UnitId) {
  const member = members.get(unit);
  return standingMembership(member) ? member?.names.at(-1)?.name : undefined;
}

/** Whether a unit is a member since that very day, under that name. */
export function hasJoined(
  members: Members,
  part: NamedUnit,
  on: CivilDate,
  origins?: readonly UnitId[],
): boolean {
  const membership = standingMembership(members.get(part.unit));
  if (membership?.from !== on || !bears(members, part, on)) return false;
  return origins === undefined || same(membership.origins, origins);
}

/** Whether a unit's last membership ended just so. */
export function hasLeft(members: Members, unit: UnitId, end: Partial<Membership>): boolean {
  const { until, ground, successors } = members.get(unit)?.memberships.at(-1) ?? {};
  return until !== undefined && same({ until, ground, successors }, end);
}

export function hasMerged(members: Members, units: readonly UnitId[], into: UnitId, on: CivilDate): boolean {
  const end: Partial<Membership> = { until: on, ground: "merged", successors: [into] };
  return units.every((unit) => hasLeft(members, unit, end));
}

export function hasSplit(members: Members, unit: UnitId, into: readonly NamedUnit[], on: CivilDate): boolean {
  const successors = into.map((part) => part.unit);
  if (!successors.includes(unit) && !hasLeft(members, unit, { until: on, ground: "split", successors }))
    return false;
  return into.every((part) =>
    part.unit === unit ? bears(members, part, on) : hasJoined(members, part, on, [unit]),
  );
}

function bears(members: Members, { unit, name }: NamedUnit, on: CivilDate): boolean {
  return members.get(unit)?.names.findLast(({ from }) => from <= on)?.name === name;
}
