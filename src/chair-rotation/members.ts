import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairRotationRejection, RosterEvent } from "./messages.ts";

// The members of a day, and what each fact changes of them.

/** A unit of the opening's roster that becomes a member on a later day; it has its place in the order already. */
type Expected = {
  type: "UnitExpected";
  data: { unit: UnitId; name?: string | undefined; sortKey?: string | undefined };
};

/**
 * A fact about the members. It acts from `on`: the day that its document gives or, where something was done in the
 * office since, the day after that. Of two facts of one day the one with the lower `seq` was recorded first.
 */
export type RosterFact = { on: CivilDate; seq: number; event: RosterEvent | Expected };

type Member = {
  name?: string | undefined;
  /** The key that it was given; undefined where it has that of a unit that it is the heir of. */
  sortKey?: string | undefined;
  suspension?: RosterFact["event"] | undefined;
};

/** The members at the end of a day with their names, and the units that have ended with their heirs. */
export type KeptRoster = {
  members: Map<UnitId, Member>;
  /** Units that merged, were split up or were dissolved: their heir, and from which day on. They never join again. */
  ended: Map<UnitId, { into: UnitId | undefined; on: CivilDate }>;
  /** Units that left, as they were: when they rejoin they have that name, and are suspended if nobody lifted it. */
  left: Map<UnitId, Member>;
};

/** A roster to read. It may be one that is kept, so that the next event may change it. */
export type Roster = {
  readonly members: ReadonlyMap<UnitId, Readonly<Member>>;
  readonly ended: ReadonlyMap<UnitId, Readonly<{ into: UnitId | undefined; on: CivilDate }>>;
  readonly left: ReadonlyMap<UnitId, Readonly<Member>>;
};

export const copyOf = ({ members, ended, left }: Roster): KeptRoster => ({
  members: new Map(members),
  ended: new Map(ended),
  left: new Map(left),
});

/** The unit itself or, from the day of a merger or split on, its heir. */
export function heirIn({ ended }: Pick<Roster, "ended">, unit: UnitId): UnitId {
  let now = unit;
  for (let end = ended.get(now); end?.into !== undefined; end = ended.get(now)) now = end.into;
  return now;
}

/** What stands against the unit in an office or a turn: it is no member, or it is suspended. */
export function objectionIn(roster: Roster, unit: UnitId): ChairRotationRejection | undefined {
  const member = roster.members.get(unit);
  if (!member) return strangerIn(roster, unit);
  return member.suspension ? { type: "UnitSuspended", data: { unit } } : undefined;
}

/** The unit is no member: since when, where it has ended, and which unit stands for it. */
export function strangerIn(roster: Roster, unit: UnitId): ChairRotationRejection {
  const end = roster.ended.get(unit);
  const into = heirIn(roster, unit);
  const since = end && { since: end.on, ...(into !== unit && { into }) };
  return { type: "UnitNotInRotation", data: { unit, ...since } };
}

type Refusal = { unit: UnitId; rejection: ChairRotationRejection };

const stranger = (roster: Roster, unit: UnitId): Refusal => ({ unit, rejection: strangerIn(roster, unit) });
const known = (unit: UnitId): Refusal => ({
  unit,
  rejection: { type: "UnitInRotationAlready", data: { unit } },
});
function ended(roster: Roster, unit: UnitId): Refusal {
  const heir = heirIn(roster, unit);
  return { unit, rejection: { type: "UnitEnded", data: { unit, ...(heir !== unit && { into: heir }) } } };
}

/** Changes the roster by a fact. The refusal says why the fact does not fit. */
export function enter(roster: KeptRoster, { event, on }: RosterFact): Refusal | undefined {
  const { members } = roster;
  switch (event.type) {
    // A unit that is expected joins on its day; until then it is no member, and nobody joins under its id.
    case "UnitExpected":
    case "UnitJoinedRotation":
      return join(roster, event.data);
    case "UnitLeftRotation":
      return leave(roster, event.data, on);
    case "UnitRenamedInRotation":
      return rename(roster, event.data);
    case "UnitsMergedInRotation":
      return merge(roster, event.data, on);
    case "UnitSplitInRotation":
      return split(roster, event.data, on);
    case "UnitSuspendedFromRotation": {
      const member = members.get(event.data.unit);
      if (!member) return stranger(roster, event.data.unit);
      // A unit that is suspended already keeps its first suspension as the reason. One reinstatement lifts all of them.
      members.set(event.data.unit, { ...member, suspension: member.suspension ?? event });
      return undefined;
    }
    case "UnitReinstatedInRotation": {
      const { unit } = event.data;
      const member = members.get(unit);
      if (!member?.suspension) return { unit, rejection: { type: "UnitNotSuspended", data: { unit } } };
      members.set(unit, { ...member, suspension: undefined });
      return undefined;
    }
  }
}

type Data<T extends RosterEvent["type"]> = Extract<RosterEvent, { type: T }>["data"];

function join(roster: KeptRoster, { unit, name, sortKey }: Expected["data"]): Refusal | undefined {
  if (roster.members.has(unit)) return known(unit);
  if (roster.ended.has(unit)) return ended(roster, unit);
  const before = comingBack(roster, unit);
  const key = sortKey ?? name ?? before.sortKey;
  roster.members.set(unit, { ...before, name: name ?? before.name, sortKey: key });
  return undefined;
}

/** A unit that becomes a member, as it was when it left; a new one has nothing yet. */
function comingBack({ left }: KeptRoster, unit: UnitId): Member {
  const before = left.get(unit) ?? {};
  left.delete(unit);
  return before;
}

function leave(
  roster: KeptRoster,
  { unit, ceases }: Data<"UnitLeftRotation">,
  on: CivilDate,
): Refusal | undefined {
  const member = roster.members.get(unit);
  if (!member) return stranger(roster, unit);
  roster.members.delete(unit);
  roster.left.set(unit, member);
  if (ceases) roster.ended.set(unit, { into: undefined, on });
  return undefined;
}

function rename(
  roster: KeptRoster,
  { unit, name, sortKey }: Data<"UnitRenamedInRotation">,
): Refusal | undefined {
  const { members } = roster;
  const member = members.get(unit);
  if (!member) return stranger(roster, unit);
  if (member.name === name && (sortKey === undefined || sortKey === member.sortKey))
    return { unit, rejection: { type: "WithoutEffect", data: {} } };
  members.set(unit, { ...member, name, ...(sortKey !== undefined && { sortKey }) });
  return undefined;
}

/** A member keeps its own suspension, or has none, whoever merges into it. A new unit is suspended if all its parts are. */
function merge(
  roster: KeptRoster,
  { units, into, name }: Data<"UnitsMergedInRotation">,
  on: CivilDate,
): Refusal | undefined {
  const { members } = roster;
  const absent = units.find((unit) => !members.has(unit));
  if (absent !== undefined && !units.some((unit) => members.has(unit))) return stranger(roster, absent);
  if (!members.has(into) && roster.ended.has(into)) return ended(roster, into);
  const parts = units.flatMap((unit) => members.get(unit) ?? []);
  const suspension = parts.every((part) => part.suspension) ? parts[0]?.suspension : undefined;
  const refusal = absent === undefined ? undefined : stranger(roster, absent);
  const heir = members.get(into) ?? withSuspension(comingBack(roster, into), suspension);
  for (const unit of units) if (members.delete(unit)) roster.ended.set(unit, { into, on });
  // It keeps the key of the place that it keeps, which may be another's.
  members.set(into, { ...heir, sortKey: undefined, ...(name !== undefined && { name }) });
  return refusal;
}

const withSuspension = (member: Member, suspension: Member["suspension"]): Member => ({
  ...member,
  suspension: member.suspension ?? suspension,
});

function split(
  roster: KeptRoster,
  { unit, heir, others }: Data<"UnitSplitInRotation">,
  on: CivilDate,
): Refusal | undefined {
  const { members } = roster;
  const member = members.get(unit);
  if (!member) return stranger(roster, unit);
  const isSucceeded = heir !== unit;
  const joining = isSucceeded ? [heir, ...others] : others;
  const present = joining.find((one) => members.has(one));
  if (present !== undefined) return known(present);
  const gone = joining.find((one) => roster.ended.has(one));
  if (gone !== undefined) return ended(roster, gone);
  if (isSucceeded) {
    members.set(heir, { ...withSuspension(comingBack(roster, heir), member.suspension), sortKey: undefined });
    members.delete(unit);
    roster.ended.set(unit, { into: heir, on });
  }
  for (const other of others) members.set(other, comingBack(roster, other));
  return undefined;
}

/** Whether a unit becomes a member by this fact. */
export function joins({ type, data }: RosterFact["event"], unit: UnitId): boolean {
  if (type === "UnitJoinedRotation" || type === "UnitExpected") return data.unit === unit;
  if (type === "UnitsMergedInRotation") return data.into === unit;
  return type === "UnitSplitInRotation" && [data.heir, ...data.others].includes(unit);
}

/** The units that a fact is about: it changes them and asks of no others. */
export function unitsNamedIn({ type, data }: RosterFact["event"]): UnitId[] {
  if (type === "UnitsMergedInRotation") return [...data.units, data.into];
  return type === "UnitSplitInRotation" ? [data.unit, data.heir, ...data.others] : [data.unit];
}
