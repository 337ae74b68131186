import type { BlocEvent } from "../bloc/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { learnOfPledges } from "./learn-pledges.ts";
import {
  type BlocKnown,
  type BoardKnown,
  blocOf,
  type CampaignKnown,
  type Change,
  type ConferenceKnown,
  type Ending,
  invitedTo,
  type MembersKnown,
  type Preparation,
  type RotationKnown,
} from "./members-known.ts";
import type { SeasonEvent } from "./messages.ts";

type Ended = Pick<Ending, "on" | "how" | "heirs" | "decision">;
type Data<K extends BlocEvent["type"]> = DataOf<BlocEvent, K>;
type Learn = ClaimingSpec<MembersKnown, SeasonEvent>["evolve"];

/** What each fact of a bloc tells of its members. */
export const learnOfBlocs: Learn = {
  BlocConstituted(facts, { members, constitutedOn }, { id }) {
    const bloc = blocOf(facts, id);
    for (const { unit } of members) joined(bloc, unit, constitutedOn);
  },
  MemberAdmitted(facts, { unit, name, admittedOn: joinedOn }, at) {
    const bloc = blocOf(facts, at.id);
    joined(bloc, unit, joinedOn);
    changed(bloc, at, {
      on: joinedOn,
      unit,
      command: { type: "JoinRotation", data: { unit, name, joinedOn } },
    });
  },
  MemberLeft(facts, { unit, ground, leftOn, decision }, at) {
    const bloc = blocOf(facts, at.id);
    ended(bloc, [unit], at, { on: leftOn, how: ground, heirs: [], decision });
    const ceases = ground === "dissolved" ? ({ ceases: true } as const) : {};
    const data = { unit, leftOn: addDays(leftOn, -1), ...ceases, reason: reasons[ground] };
    changed(bloc, at, { on: leftOn, unit, command: { type: "LeaveRotation", data } });
  },
  MembersMerged(facts, { units, into, mergedOn, decision }, at) {
    const bloc = blocOf(facts, at.id);
    ended(bloc, units, at, { on: mergedOn, how: "merged", heirs: [into], decision });
    merged(bloc, at, { units, into, mergedOn });
  },
  MembersConsolidated(facts, { units, into: { unit: into, name }, consolidatedOn, decision }, at) {
    const bloc = blocOf(facts, at.id);
    ended(bloc, units, at, { on: consolidatedOn, how: "consolidated", heirs: [into], decision });
    joined(bloc, into, consolidatedOn, { isHeir: true });
    merged(bloc, at, { units, into, name, mergedOn: consolidatedOn });
  },
  MemberSplit(facts, { unit, into, splitOn, decision }, at) {
    const bloc = blocOf(facts, at.id);
    const parts = into.map((one) => one.unit);
    const heir = parts.includes(unit) ? unit : (parts[0] ?? unit);
    if (heir !== unit) ended(bloc, [unit], at, { on: splitOn, how: "split", heirs: parts, decision });
    for (const part of parts) if (part !== unit) joined(bloc, part, splitOn, { isHeir: true });
    const data = { unit, heir, others: parts.filter((part) => part !== heir), splitOn };
    changed(bloc, at, { on: splitOn, unit, command: { type: "SplitInRotation", data } });
  },
  MemberRenamed(facts, { unit, name, renamedOn }, at) {
    const command = { type: "RenameInRotation", data: { unit, name, renamedOn } } as const;
    changed(blocOf(facts, at.id), at, { on: renamedOn, unit, command });
  },
  MemberSuspended(facts, { unit, reason, suspendedOn }, at) {
    const bloc = blocOf(facts, at.id);
    bloc.members.get(unit)?.suspensions.push({ from: suspendedOn });
    const command = { type: "SuspendFromRotation", data: { unit, suspendedOn, reason } } as const;
    changed(bloc, at, { on: suspendedOn, unit, command });
  },
  MemberReinstated(facts, { unit, reinstatedOn }, at) {
    const bloc = blocOf(facts, at.id);
    for (const spell of bloc.members.get(unit)?.suspensions ?? []) spell.until ??= reinstatedOn;
    const command = { type: "ReinstateInRotation", data: { unit, reinstatedOn } } as const;
    changed(bloc, at, { on: reinstatedOn, unit, command });
  },
  UnitDisciplined(facts, { discipline, unit, season, disciplinedOn: on }, { id }) {
    blocOf(facts, id).disciplines.set(discipline, { unit, season, on });
  },
  DisciplineLifted(facts, { discipline }, { id }) {
    blocOf(facts, id).disciplines.delete(discipline);
  },
  InvestigationOpened(facts, { investigation, unit }, { id }) {
    blocOf(facts, id).investigations.set(investigation, unit);
  },
  InvestigationClosed(facts, { investigation }, { id }) {
    blocOf(facts, id).investigations.delete(investigation);
  },
  BylawsAdopted(facts, { bylaws }, { id }) {
    blocOf(facts, id).policies = policiesOf(bylaws);
  },
  BlocDissolved(facts, { dissolvedOn: on, reason, decision }, { id }) {
    blocOf(facts, id).dissolved = { on, reason, decision };
  },
};

/** In the language of the documents, because the reason is stored and printed with them. */
const reasons: Record<Data<"MemberLeft">["ground"], string> = {
  dissolved: "Đơn vị giải thể",
  transferred: "Đơn vị chuyển sang khối khác",
  withdrawn: "Đơn vị rút khỏi khối",
  mergedElsewhere: "Đơn vị sáp nhập vào đơn vị ngoài khối",
  reconstituted: "Kiện toàn khối",
};

function joined({ members }: BlocKnown, unit: UnitId, from: CivilDate, as: { isHeir?: boolean } = {}): void {
  const known = members.get(unit);
  if (known) known.spells.push({ from, ...as });
  else members.set(unit, { spells: [{ from, ...as }], suspensions: [] });
}

function ended(bloc: BlocKnown, units: readonly UnitId[], { metadata }: At, ending: Ended): void {
  const { members, policies } = bloc;
  for (const unit of units) {
    const known = members.get(unit);
    const last = known?.spells.at(-1);
    if (!known || !last) continue;
    last.until = ending.on;
    // Who comes back is a member like any other.
    for (const spell of known.suspensions) spell.until ??= ending.on;
    known.ending = { ...ending, pledge: policies.pledgeOf[ending.how], event: metadata.eventId };
  }
}

function merged(bloc: BlocKnown, at: At, data: DataOf<ChairRotationCommand, "MergeInRotation">): void {
  const [unit = data.into] = data.units;
  changed(bloc, at, { on: data.mergedOn, unit, command: { type: "MergeInRotation", data } });
}

function changed({ changes }: BlocKnown, { metadata }: At, change: Omit<Change, "event">): void {
  changes.push({ event: metadata.eventId, ...change });
}

/** What other facts tell of what the members of a bloc have to do with. */
const learnOfOthers: Learn = {
  CampaignDrafted(facts, { bloc, season, closesOn }, { id, stream }) {
    facts.blocOf.set(stream, bloc);
    blocOf(facts, bloc).campaigns.set(id, { season, closesOn });
  },
  CampaignLaunched(facts, { launchedOn: since, enrolment: { who, closesOn } }, at) {
    campaign(facts, at, (one) => {
      prepared(facts, at, one.season, "directive");
      if (who === "allMembers") one.enrolled = { since, closesOn };
    });
  },
  CampaignPlanIssued: (facts, _, at) =>
    campaign(facts, at, ({ season }) => prepared(facts, at, season, "directive", "plan")),
  CampaignExtended(facts, { closesOn }, at) {
    campaign(facts, at, (one) => Object.assign(one, { closesOn }));
  },
  CampaignCancelled(facts, { cancelledOn }, at) {
    campaign(facts, at, (one) => Object.assign(one, { cancelledOn }));
  },
  CampaignSummedUp(facts, { summedUpOn }, at) {
    campaign(facts, at, (one) => Object.assign(one, { summedUpOn }));
  },
  ConferenceConvened(facts, { bloc, season, kind, heldOn, host, entitled }, { id, stream }) {
    facts.blocOf.set(stream, bloc);
    const sumsUp = kind === "yearEnd" ? { sumsUp: season } : {};
    blocOf(facts, bloc).conferences.set(id, { heldOn, host, entitled, status: "awaited", ...sumsUp });
  },
  ConferenceClosed(facts, { closedOn }, at) {
    conference(facts, at, (one) => Object.assign(one, { closedOn }));
  },
  InvitationRevised(facts, { host, entitled }, at) {
    conference(facts, at, (one) => Object.assign(one, { host, entitled }));
  },
  ConferenceAdjourned(facts, { to: heldOn }, at) {
    conference(facts, at, (one) => Object.assign(one, { heldOn, status: "awaited", settled: undefined }));
  },
  ConferenceOpened(facts, _, at) {
    const bloc = blocOf(facts, facts.blocOf.get(at.stream) ?? "");
    conference(facts, at, (one) => Object.assign(one, { status: "open", settled: invitedTo(bloc, one) }));
  },
  ConferenceCancelled(facts, _, at) {
    conference(facts, at, (one) => Object.assign(one, { status: "over" }));
  },
  ScoreboardOpened(facts, { bloc, season, units }, { id, stream }) {
    facts.blocOf.set(stream, bloc);
    blocOf(facts, bloc).boards.set(id, { season, units: new Set(units), apart: new Map() });
  },
  ScoreboardFinalised(facts, _, at) {
    const { policies } = blocOf(facts, facts.blocOf.get(at.stream) ?? "");
    board(facts, at, (one) => Object.assign(one, { joinedUntil: policies.joinerScoredUntil }));
  },
  UnitEntered: (facts, { unit }, at) => board(facts, at, ({ units }) => units.add(unit)),
  UnitExcluded: (facts, { unit, ...word }, at) => board(facts, at, ({ apart }) => apart.set(unit, word)),
  UnitReinstated: (facts, { unit }, at) => board(facts, at, ({ apart }) => apart.delete(unit)),
  ScoreboardCorrected(facts, { exclusions, reinstated }, at) {
    board(facts, at, ({ apart }) => {
      for (const { unit, ground, reason } of exclusions) apart.set(unit, { ground, reason });
      for (const unit of reinstated) apart.delete(unit);
    });
  },
  ScaleAdopted: (facts, _, at) => board(facts, at, ({ season }) => prepared(facts, at, season, "scale")),
  RotationOpened(facts, { bloc, roster, calendar: { startsOn } }, { id, stream }) {
    facts.blocOf.set(stream, bloc);
    const units = new Set(roster.map(({ unit }) => unit));
    blocOf(facts, bloc).rotations.set(id, { startsOn, roster: units, lastOn: startsOn });
  },
  ChairHandedOver: (facts, { handedOverOn }, at) => done(facts, at, handedOverOn),
  ChairInstalled: (facts, { installedOn }, at) => done(facts, at, installedOn),
  RotationClosed(facts, { closedOn }, at) {
    rotation(facts, at, (one) => Object.assign(one, { closedOn }));
  },
};

/** What each fact tells. */
export const learnOfMembers: Learn = { ...learnOfBlocs, ...learnOfPledges, ...learnOfOthers };

function known<T>(
  facts: MembersKnown,
  { stream, id }: At,
  of: (bloc: BlocKnown) => Map<Id, T>,
  learn: (one: T) => void,
) {
  const bloc = facts.blocOf.get(stream);
  const one = bloc === undefined ? undefined : of(blocOf(facts, bloc)).get(id);
  if (one) learn(one);
}

const campaign = (facts: MembersKnown, at: At, learn: (one: CampaignKnown) => void) =>
  known(facts, at, ({ campaigns }) => campaigns, learn);
const board = (facts: MembersKnown, at: At, learn: (one: BoardKnown) => void) =>
  known(facts, at, ({ boards }) => boards, learn);
const conference = (facts: MembersKnown, at: At, learn: (one: ConferenceKnown) => void) =>
  known(facts, at, ({ conferences }) => conferences, learn);
const rotation = (facts: MembersKnown, at: At, learn: (one: RotationKnown) => void) =>
  known(facts, at, ({ rotations }) => rotations, learn);

/** A season of a bloc has these. */
function prepared(facts: MembersKnown, { stream }: At, season: Season, ...what: Preparation[]): void {
  const bloc = blocOf(facts, facts.blocOf.get(stream) ?? "");
  bloc.prepared.set(season, new Set([...(bloc.prepared.get(season) ?? []), ...what]));
}

const done = (facts: MembersKnown, at: At, day: CivilDate): void =>
  rotation(facts, at, (one) => Object.assign(one, { lastOn: laterOf(day, one.lastOn) }));
