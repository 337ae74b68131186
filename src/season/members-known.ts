import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import { type CivilDate, earlierOf } from "../kernel/time.ts";
import type { ExclusionGround } from "../scoreboard/messages.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import { defaultPolicies, type Policies } from "../vocabulary/policies.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** The process that follows the members of a bloc: others know by this name what it did. */
export const membersFollower = "follow-members";

/** From its first day on, and until the first day without it. */
type Spell = { from: CivilDate; until?: CivilDate };
/** A time without part in the work of the bloc, and on which day it was stated. */
type Suspension = Spell & { statedOn: CivilDate; event: Id };
/** A membership, and how it ended; an heir came into being, and into the bloc, in place of other units. */
type Membership = Spell & { isHeir?: boolean; ending?: Ending };
/** How a membership ended; a unit may be a member again later. */
export type Ending = {
  on: CivilDate;
  /** The day on which that was stated, before it or after it. */
  statedOn: CivilDate;
  how: keyof Policies["pledgeOf"];
  /** The units in which it lives on; none where it has no successor in the bloc. */
  heirs: readonly UnitId[];
  decision: DocumentRef;
  event: Id;
};
/** Each list is in the order of the days. */
type Member = { spells: Membership[]; suspensions: Suspension[] };
/** A change of the members as a rotation records it. */
export type Change = { event: Id; on: CivilDate; unit: UnitId; command: ChairRotationCommand };

export type PledgeKnown = {
  unit: UnitId;
  season: Season;
  campaign: Id | undefined;
  dueOn: CivilDate;
  /** A day on which its unit had it: of several times of membership it belongs to the one of that day. */
  heldOn: CivilDate;
  /** The last day that is known of it: nothing about it is dated before. */
  lastOn?: CivilDate;
  isSigned: boolean;
  /** The day of its verdict, and the event. */
  assessedOn?: CivilDate;
  assessedBy?: Id;
  /** The heir that had it by then, and when and by which decision it passed on. */
  passed?: { to: UnitId; on: CivilDate; decision: DocumentRef };
  isOpen: boolean;
};
/** A scoreboard, as far as it names units. */
export type BoardKnown = {
  season: Season;
  /** Those that people, or other processes, put on it. */
  units: Set<UnitId>;
  /** Those that people list apart. */
  apart: Map<UnitId, { ground: ExclusionGround; reason: string }>;
  /** Until when a unit joins to be scored, by the bylaws that held when it became final. */
  joinedUntil?: number;
};
type Discipline = { unit: UnitId; season: Season; on: CivilDate };
/** What a season begins with. */
export type Preparation = "directive" | "plan" | "scale";
export type CampaignKnown = {
  season: Season;
  /** The first day after it. */
  closesOn: CivilDate;
  /** Where all members sign a pledge: since when, and the first day after the last one for it. */
  enrolled?: { since: CivilDate; closesOn: CivilDate; event: Id };
  cancelledOn?: CivilDate;
  summedUpOn?: CivilDate;
  summedUpBy?: Id;
};
/** What takes effect on a day to come, and whom it befalls. */
export type Coming = { on: CivilDate; units: readonly UnitId[] };
/** Bylaws, as far as they say what follows from what. */
type BylawsKnown = { from: CivilDate; policies: Policies };
type Invited = { heldOn: CivilDate; host: UnitId; entitled: readonly UnitId[] };
export type ConferenceKnown = Invited & {
  /** The day on which it was convened, by the record. */
  knownOn: CivilDate;
  status: "awaited" | "open" | "over";
  /** Who was entitled when it opened: from then on the list stays. */
  settled?: Pick<Invited, "host" | "entitled">;
  /** The season that it sums up, where it does. */
  sumsUp?: Season;
  closedOn?: CivilDate;
  closedBy?: Id;
  /** The event that called it to its day. */
  calledBy: Id;
};
export type RotationKnown = {
  startsOn: CivilDate;
  roster: ReadonlySet<UnitId>;
  /** The day on which people closed it: nothing later is carried into it. */
  closedOn?: CivilDate;
  lastOn: CivilDate;
};

/** What is known of one bloc, and of what its members have to do with. */
export type BlocKnown = {
  /** The last day on which anything of it was recorded; the empty text before anything was. */
  today: CivilDate;
  /** What is stated and has not taken effect yet. */
  coming: readonly Coming[];
  /** The event with which something took effect last. */
  turnedWith?: Id;
  members: Map<UnitId, Member>;
  changes: Change[];
  /** In the order of their versions. */
  bylaws: BylawsKnown[];
  dissolved?: { on: CivilDate; reason: string; decision: DocumentRef };
  /** Those that are not lifted. */
  disciplines: Map<Id, Discipline>;
  /** The unit of each investigation that is open. */
  investigations: Map<Id, UnitId>;
  pledges: Map<Id, PledgeKnown>;
  campaigns: Map<Id, CampaignKnown>;
  boards: Map<Id, BoardKnown>;
  prepared: Map<Season, Set<Preparation>>;
  conferences: Map<Id, ConferenceKnown>;
  rotations: Map<Id, RotationKnown>;
};

export type MembersKnown = {
  blocs: Map<Id, BlocKnown>;
  /** The bloc of every other stream. */
  blocOf: Map<string, Id>;
};

export const nobodyKnown: MembersKnown = { blocs: new Map(), blocOf: new Map() };

export function blocOf({ blocs }: MembersKnown, id: Id): BlocKnown {
  const known = blocs.get(id) ?? {
    today: "",
    coming: [],
    members: new Map(),
    changes: [],
    bylaws: [],
    disciplines: new Map(),
    investigations: new Map(),
    pledges: new Map(),
    campaigns: new Map(),
    boards: new Map(),
    prepared: new Map(),
    conferences: new Map(),
    rotations: new Map(),
  };
  blocs.set(id, known);
  return known;
}

/** The units entitled and the host, as they have to be on the day of a conference; nothing where nobody could host. */
export function invitedTo(bloc: BlocKnown, { heldOn, host, entitled }: Invited) {
  const members = [...bloc.members.keys()].filter((unit) => isActive(bloc, unit, heldOn));
  const kept = entitled.filter((unit) => members.includes(unit));
  const all = [...kept, ...members.filter((unit) => !kept.includes(unit)).sort(byCodePoints)];
  const hosts = members.includes(host)
    ? host
    : heirsOf(bloc, host, { on: heldOn, by: heldOn }).find((heir) => members.includes(heir));
  return hosts === undefined ? undefined : { entitled: all, host: hosts };
}

/** Whether a unit is a member on a day and takes part. */
export function isActive(bloc: BlocKnown, unit: UnitId, day: CivilDate): boolean {
  const suspensions = bloc.members.get(unit)?.suspensions ?? [];
  return isMember(bloc, unit, day) && !suspensions.some((spell) => holdsOn(spell, day));
}

/** Whether a unit is a member on a day, suspended or not. */
export function isMember({ members, dissolved }: BlocKnown, unit: UnitId, day: CivilDate): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some((spell) => holdsOn(spell, day)) && !(dissolved && dissolved.on <= day);
}

/** A bloc when it votes on a day: if it is dissolved on that very day, it is so after the vote. */
export function atVote(bloc: BlocKnown, day: CivilDate): BlocKnown {
  const { dissolved, ...before } = bloc;
  return dissolved?.on === day ? before : bloc;
}

const holdsOn = ({ from, until }: Spell, day: CivilDate) =>
  from <= day && (until === undefined || day < until);

/** Since when a unit is disciplined for a season, where nobody has lifted it. */
export const disciplinedOn = (
  { disciplines }: BlocKnown,
  unit: UnitId,
  season: Season,
): CivilDate | undefined =>
  [...disciplines.values()]
    .flatMap((one) => (one.unit === unit && one.season === season ? [one.on] : []))
    .sort()
    .at(0);

/** What the bylaws say that are in force on a day: the last version that has taken effect by then. */
export const policiesOn = ({ bylaws }: BlocKnown, day: CivilDate): Policies =>
  bylaws.findLast(({ from }) => from <= day)?.policies ?? defaultPolicies;

/** A day to which something of a unit belongs, and the day by which it is asked. That is today, if no other is given. */
type Asked = { on: CivilDate; by?: CivilDate };

/**
 * How the membership ended by a day that something of another day belongs to: the one of that day; if the unit was no member
 * then, the one before it, or else the first. Admission again is a new membership, and revives nothing of an earlier one.
 */
export function endingOf(
  { members, today }: BlocKnown,
  unit: UnitId,
  { on, by = today }: Asked,
): Ending | undefined {
  const spells = members.get(unit)?.spells ?? [];
  const { ending } = spells.findLast(({ from }) => from <= on) ?? spells[0] ?? {};
  return ending && ending.on <= by ? ending : undefined;
}

/** Since when a unit takes no part on a day: as a member that ended or is suspended. It may have been stated before. */
export function absentSince(
  bloc: BlocKnown,
  unit: UnitId,
  day: CivilDate,
): { since: CivilDate; event: Id } | undefined {
  const suspension = bloc.members.get(unit)?.suspensions.find((spell) => holdsOn(spell, day));
  const ending = endingOf(bloc, unit, { on: day, by: day });
  const on = ending?.on ?? suspension?.from;
  const { statedOn, event } = ending ?? suspension ?? {};
  if (on === undefined || statedOn === undefined || event === undefined) return undefined;
  return { since: earlierOf(statedOn, on), event };
}

/** Since when a unit is suspended today. */
export const suspendedSince = ({ members, today }: BlocKnown, unit: UnitId): CivilDate | undefined =>
  members.get(unit)?.suspensions.find((spell) => holdsOn(spell, today))?.from;

/** The units in which one lives on by a day, through whatever befell those in turn. */
export function heirsOf(bloc: BlocKnown, unit: UnitId, { on, by = bloc.today }: Asked): readonly UnitId[] {
  const seen = new Set<UnitId>([unit]);
  const found: UnitId[] = [];
  const first = endingOf(bloc, unit, { on, by });
  const next = (first?.heirs ?? []).map((heir) => ({ heir, since: first?.on ?? on }));
  for (let one = next.shift(); one !== undefined; one = next.shift()) {
    const { heir, since } = one;
    if (seen.has(heir)) continue;
    seen.add(heir);
    const ending = endingOf(bloc, heir, { on: since, by });
    if (ending) next.push(...ending.heirs.map((other) => ({ heir: other, since: ending.on })));
    else found.push(heir);
  }
  return found;
}
