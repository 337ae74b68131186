import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import { defaultPolicies, type Policies } from "../vocabulary/policies.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** The process that follows the members of a bloc: others know by this name what it did. */
export const membersFollower = "follow-members";

/** From its first day on, and until the first day without it. */
type Spell = { from: CivilDate; until?: CivilDate };
type Suspension = Spell & { event: Id };
/** A membership; an heir came into being, and into the bloc, in place of other units. */
type Membership = Spell & { isHeir?: boolean };
/** How a membership ended; a unit may be a member again later. */
export type Ending = {
  on: CivilDate;
  how: keyof Policies["pledgeOf"];
  /** The units in which it lives on; none where it has no successor in the bloc. */
  heirs: readonly UnitId[];
  decision: DocumentRef;
  /** What becomes of its open pledges, by the bylaws that held: new ones change nothing that has begun (C32). */
  pledge: "transfer" | "void" | "choose";
  event: Id;
};
type Member = { spells: Membership[]; suspensions: Suspension[]; ending?: Ending };
/** A change of the members as a rotation records it. */
export type Change = { event: Id; on: CivilDate; unit: UnitId; command: ChairRotationCommand };

export type PledgeKnown = {
  unit: UnitId;
  season: Season;
  campaign: Id | undefined;
  dueOn: CivilDate;
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
  /** Those of which people said whether they are ranked. */
  byHand: Set<UnitId>;
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
type Invited = { heldOn: CivilDate; host: UnitId; entitled: readonly UnitId[] };
export type ConferenceKnown = Invited & {
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
  members: Map<UnitId, Member>;
  changes: Change[];
  policies: Policies;
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
    members: new Map(),
    changes: [],
    policies: defaultPolicies,
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
  const hosts = members.includes(host) ? host : heirsOf(bloc, host).find((heir) => members.includes(heir));
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

/** How a unit ended, where it is no member any more. */
export function endingOf({ members }: BlocKnown, unit: UnitId): Ending | undefined {
  const known = members.get(unit);
  const isGone = known?.spells.every(({ until }) => until !== undefined);
  return isGone ? known?.ending : undefined;
}

/** The units in which one lives on, through whatever befell those in turn. */
export function heirsOf(bloc: BlocKnown, unit: UnitId): readonly UnitId[] {
  const seen = new Set<UnitId>([unit]);
  const found: UnitId[] = [];
  const next = [...(bloc.members.get(unit)?.ending?.heirs ?? [])];
  for (let heir = next.shift(); heir !== undefined; heir = next.shift()) {
    if (seen.has(heir)) continue;
    seen.add(heir);
    const ending = endingOf(bloc, heir);
    if (ending) next.push(...ending.heirs);
    else found.push(heir);
  }
  return found;
}
