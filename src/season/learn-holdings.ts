import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { Season } from "../vocabulary/season.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { recordedDayOf } from "./days-of-blocs.ts";
import {
  type BlocKnown,
  type BoardKnown,
  blocOf,
  type CampaignKnown,
  type ConferenceKnown,
  invitedTo,
  type MembersKnown,
  type Preparation,
  type RotationKnown,
} from "./members-known.ts";
import type { SeasonEvent } from "./messages.ts";
import { joinerScoredUntil } from "./scoreboards-followed.ts";

/** What facts tell of what a bloc has and its members have to do with: campaigns, conferences, scoreboards, rotations. */
export const learnOfHoldings: ClaimingSpec<MembersKnown, SeasonEvent>["evolve"] = {
  CampaignDrafted(facts, { bloc, season, closesOn }, { id, stream }) {
    facts.blocOf.set(stream, bloc);
    blocOf(facts, bloc).campaigns.set(id, { season, closesOn });
  },
  CampaignLaunched(facts, { launchedOn: since, enrolment: { who, closesOn } }, at) {
    campaign(facts, at, (one) => {
      prepared(facts, at, one.season, "directive");
      if (who === "allMembers") one.enrolled = { since, closesOn, event: at.metadata.eventId };
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
    campaign(facts, at, (one) => Object.assign(one, { summedUpOn, summedUpBy: at.metadata.eventId }));
  },
  ConferenceConvened(facts, { bloc, season, kind, heldOn, host, entitled }, at) {
    facts.blocOf.set(at.stream, bloc);
    const sumsUp = kind === "yearEnd" ? { sumsUp: season } : {};
    const known = {
      heldOn,
      host,
      entitled,
      knownOn: recordedDayOf(at),
      status: "awaited" as const,
      calledBy: at.metadata.eventId,
      ...sumsUp,
    };
    blocOf(facts, bloc).conferences.set(at.id, known);
  },
  ConferenceClosed(facts, { closedOn }, at) {
    conference(facts, at, (one) => Object.assign(one, { closedOn, closedBy: at.metadata.eventId }));
  },
  InvitationRevised(facts, { host, entitled }, at) {
    conference(facts, at, (one) => Object.assign(one, { host, entitled }));
  },
  ConferenceAdjourned(facts, { to: heldOn }, at) {
    const called = { heldOn, status: "awaited", calledBy: at.metadata.eventId };
    conference(facts, at, (one) => Object.assign(one, { ...called, settled: undefined }));
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
    const bloc = blocOf(facts, facts.blocOf.get(at.stream) ?? "");
    board(facts, at, (one) => Object.assign(one, { joinedUntil: joinerScoredUntil(bloc, one) }));
  },
  UnitEntered: (facts, { unit }, at) => board(facts, at, ({ units }) => units.add(unit)),
  UnitExcluded: (facts, { unit, ground, reason }, at) =>
    board(facts, at, ({ apart }) => apart.set(unit, { ground, reason })),
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
