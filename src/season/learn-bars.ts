import type { BlocEvent } from "../bloc/messages.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { ScoreboardEvent } from "../scoreboard/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { recordedDayOf } from "./days-of-blocs.ts";
import { learnOfBlocs } from "./learn-members.ts";
import { membersFollower } from "./members-known.ts";
import type { SeasonEvent } from "./messages.ts";
import { befell, befellInSeason } from "./nomination-days.ts";
import {
  type Apart,
  blocHonours,
  type HonoursKnown,
  honoursOf,
  type NominationsKnown,
  type PledgeKnown,
} from "./nominations-known.ts";

type Learn = ClaimingSpec<NominationsKnown, SeasonEvent>["evolve"];
type Data<K extends BlocEvent["type"]> = DataOf<BlocEvent, K>;

// What bears on whether a unit is eligible: that it is a member, was disciplined or is under investigation, what it
// pledged, and what became of the pledge.

/** What each fact of a bloc tells. */
const learnOfBlocFacts: Learn = {
  BlocConstituted: member("BlocConstituted"),
  MemberAdmitted: member("MemberAdmitted"),
  MemberLeft: member("MemberLeft", ({ unit, leftOn }) => ({ units: [unit], day: leftOn })),
  MembersMerged: member("MembersMerged", ({ units, mergedOn }) => ({ units, day: mergedOn })),
  MembersConsolidated: member("MembersConsolidated", ({ units, consolidatedOn }) => ({
    ...{ units, day: consolidatedOn },
  })),
  MemberSplit: member("MemberSplit", ({ unit, splitOn }) => ({ units: [unit], day: splitOn })),
  MemberSuspended: member("MemberSuspended", ({ unit, suspendedOn }) => ({
    ...{ units: [unit], day: suspendedOn },
  })),
  MemberRenamed: member("MemberRenamed"),
  MemberReinstated: member("MemberReinstated", ({ unit, reinstatedOn }) => ({
    ...{ units: [unit], day: reinstatedOn },
  })),
  BlocDissolved: member("BlocDissolved"),
  BylawsAdopted(facts, { version, bylaws }, { id }) {
    blocHonours(facts, id).bylaws.set(version, bylaws);
  },
  UnitDisciplined(facts, { discipline, unit, season, form, disciplinedOn: on }, { id }) {
    blocHonours(facts, id).disciplines.set(discipline, { unit, season, form, on });
    befell(facts, id, { units: [unit], day: on });
  },
  DisciplineLifted(facts, { discipline, unit, liftedOn }, at) {
    const { disciplines } = blocHonours(facts, at.id);
    const known = disciplines.get(discipline);
    if (known) disciplines.set(discipline, { ...known, liftedOn });
    befell(facts, at.id, { units: [unit], day: liftedOn });
  },
  InvestigationOpened(facts, { investigation, unit, openedOn: on }, { id }) {
    blocHonours(facts, id).investigations.set(investigation, { unit, on });
    befell(facts, id, { units: [unit], day: on });
  },
  InvestigationClosed(facts, { investigation, unit, closedOn }, at) {
    blocHonours(facts, at.id).investigations.delete(investigation);
    befell(facts, at.id, { units: [unit], day: closedOn });
  },
};

/**
 * What `follow-members` learns of members is learnt here, too, and on which day it befell whom. What is stated ahead befalls
 * them on its day.
 */
function member<K extends BlocEvent["type"]>(
  type: K,
  whom?: (data: Data<K>) => { units: readonly UnitId[]; day: CivilDate },
) {
  return (facts: NominationsKnown, data: Data<K>, at: At) => {
    const learn = learnOfBlocs[type] as
      | ((...of: [typeof facts.members, typeof data, At]) => void)
      | undefined;
    learn?.(facts.members, data, at);
    const { units = [], day = "" } = whom?.(data) ?? {};
    if (units.length > 0 && day <= recordedDayOf(at)) befell(facts, at.id, { units, day });
  };
}

/**
 * The scoreboard also lists apart whom its bloc takes for disciplined or under investigation. The facts of that are the
 * bloc's own; but a bloc may have recorded only what it did about them, and then no award goes on either. What a process
 * listed apart follows from those facts, and tells nothing new.
 */
const learnOfScoreboards: Learn = {
  ScoreboardOpened(facts, data, { id, stream }) {
    honoursOf(facts, data, stream).apart.set(id, new Map());
  },
  UnitExcluded(facts, { unit, ground }, at) {
    const season = seasonAt(facts, at);
    if (!season) return;
    const day = recordedDayOf(at);
    const units = new Map(season.apart.get(at.id));
    const isFollowed = at.metadata.actor === membersFollower;
    // Whatever a process made of it later, what people said of the unit bears on it until they take it back.
    if (isFollowed && units.get(unit)?.isFollowed === undefined && units.has(unit)) return;
    units.delete(unit);
    if (bears(ground)) units.set(unit, { ground, on: day, ...(isFollowed && { isFollowed }) });
    season.apart.set(at.id, units);
    befellInSeason(facts, season, { unit, day });
  },
  UnitReinstated(facts, { unit }, at) {
    const season = seasonAt(facts, at);
    const units = new Map(season?.apart.get(at.id));
    const isOfPeople = units.has(unit) && units.get(unit)?.isFollowed === undefined;
    if (isOfPeople && at.metadata.actor === membersFollower) return;
    if (!season || !units.delete(unit)) return;
    season.apart.set(at.id, units);
    befellInSeason(facts, season, { unit, day: recordedDayOf(at) });
  },
  ScoreboardCorrected(facts, { excluded, exclusions, correctedOn: on }, at) {
    const season = seasonAt(facts, at);
    if (!season) return;
    const before = season.apart.get(at.id) ?? new Map<UnitId, Apart>();
    const after = new Map<UnitId, Apart>();
    for (const { unit, ground } of excluded) {
      const known = exclusions.some((one) => one.unit === unit) ? undefined : before.get(unit);
      if (bears(ground)) after.set(unit, known?.ground === ground ? known : { ground, on });
    }
    season.apart.set(at.id, after);
    for (const unit of new Set([...before.keys(), ...after.keys()]))
      if (before.get(unit)?.ground !== after.get(unit)?.ground)
        befellInSeason(facts, season, { unit, day: on });
  },
};

type Grounds = DataOf<ScoreboardEvent, "UnitExcluded">["ground"];
const bears = (ground: Grounds): ground is Apart["ground"] =>
  ground === "disciplined" || ground === "underInvestigation";

/** What a unit registered for, and how it fulfilled its pledge. */
const learnOfPledges: Learn = {
  PledgeDrafted(facts, data, { id, stream }) {
    const season = honoursOf(facts, data, stream);
    season.pledges.set(id, { unit: data.unit, titles: [], status: "draft" });
  },
  TitleRegistered: (facts, { honour }, at) =>
    pledge(facts, at, undefined, ({ titles }) => ({ titles: [...titles, honour] })),
  PledgeSigned: (facts, { signedOn }, at) => pledge(facts, at, signedOn, () => ({ status: "signed" })),
  PledgeAssessed: (facts, { verdict, assessedOn }, at) => pledge(facts, at, assessedOn, () => ({ verdict })),
  PledgeTransferred: (facts, { to, transferredOn }, at) =>
    pledge(facts, at, transferredOn, () => ({ unit: to })),
  PledgeWithdrawn: (facts, { withdrawnOn }, at) =>
    pledge(facts, at, withdrawnOn, () => ({ status: "ended" })),
  PledgeVoided: (facts, { voidedOn }, at) => pledge(facts, at, voidedOn, () => ({ status: "ended" })),
  PledgeLapsed: (facts, { lapsedOn }, at) => pledge(facts, at, lapsedOn, () => ({ status: "ended" })),
};

function pledge(
  facts: NominationsKnown,
  at: At,
  day: CivilDate | undefined,
  change: (known: PledgeKnown) => Partial<PledgeKnown>,
): void {
  const season = seasonAt(facts, at);
  const known = season?.pledges.get(at.id);
  if (!season || !known) return;
  const changed = { ...known, ...change(known) };
  season.pledges.set(at.id, changed);
  if (day === undefined) return;
  for (const unit of new Set([known.unit, changed.unit])) befellInSeason(facts, season, { unit, day });
}

const seasonAt = (facts: NominationsKnown, { stream }: At): HonoursKnown | undefined =>
  facts.seasons.get(facts.scopeOf.get(stream) ?? "");

/** What each fact tells of who is eligible. */
export const learnOfBars: Learn = { ...learnOfBlocFacts, ...learnOfScoreboards, ...learnOfPledges };
