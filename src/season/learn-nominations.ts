import { awardIdOf } from "../award/messages.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { dayComes } from "./days-of-blocs.ts";
import { pauseNameOf } from "./eligibility.ts";
import { learnOfAwards } from "./learn-awards.ts";
import { learnOfBars } from "./learn-bars.ts";
import type { SeasonEvent } from "./messages.ts";
import { nominationsIn, owedBy, resultsOf } from "./nomination.ts";
import { befell, bumped } from "./nomination-days.ts";
import {
  type AwardKnown,
  blocAt,
  type HonoursKnown,
  honoursOf,
  type NominationsKnown,
  newAward,
  scopeOf,
  scopesAt,
} from "./nominations-known.ts";
import { learnOfResults, type Result } from "./results-known.ts";

type Opened = DataOf<BallotEvent, "BallotOpened">;
type Learn = ClaimingSpec<NominationsKnown, SeasonEvent>["evolve"];
/** The ballots of a season, or those that belong to none yet. */
type Ballots = Pick<HonoursKnown, "results" | "votedOn">;

/** What ballots and conferences tell of who is elected to which honour. */
const learnOfBallots: Learn = {
  ConferenceConvened(facts, { bloc }, { id }) {
    facts.conferences.set(id, { bloc, scopes: new Set() });
    for (const [ballot, { conference }] of facts.unplaced.of)
      if (conference === id) place(facts, ballot, { conference: id, bloc });
  },
  ConferenceClosed({ conferences }, { closedOn }, { id }) {
    const known = conferences.get(id);
    if (known) conferences.set(id, { ...known, closedOn });
  },
  BallotOpened: opened,
  BallotRevised: opened,
  VotingOpened: voted,
  VotingDayCorrected: voted,
  BallotCertified(facts, record, at) {
    enter(facts, record, at);
    const known = ballotsOf(facts, at);
    if (!known) return;
    const learn = () => learnOfResults.BallotCertified(known.results, record, at);
    const season = seasonOfBallot(facts, at);
    if (season) counting(facts, season, { ballot: at.id, day: record.certifiedOn, learn });
    else learn();
  },
  BallotAnnulled(facts, data, at) {
    const known = ballotsOf(facts, at);
    if (!known) return;
    const learn = () => learnOfResults.BallotAnnulled(known.results, data, at);
    const season = seasonOfBallot(facts, at);
    if (season) counting(facts, season, { ballot: at.id, day: data.annulledOn, learn });
    else learn();
  },
  ResultFinalised(facts, data, at) {
    const known = ballotsOf(facts, at);
    if (known) learnOfResults.ResultFinalised(known.results, data, at);
  },
};

/** What each fact tells of honours and awards. */
export const learnOfNominations: Learn = Object.fromEntries(
  Object.entries({ ...learnOfBars, ...learnOfAwards, ...learnOfBallots }).map(([type, learn]) => [
    type,
    (facts: NominationsKnown, data: never, at: At) => {
      turn(facts, at);
      (learn as (facts: NominationsKnown, data: never, at: At) => void)(facts, data, at);
      turn(facts, at);
      for (const scope of scopesAt(facts, at)) {
        forgetLed(facts, scope);
        forgetResumed(facts, scope);
      }
    },
  ]),
);

/** What was stated for the day of an event, or for one before it, befalls its units. */
function turn(facts: NominationsKnown, at: At): void {
  const bloc = blocAt(facts, at);
  if (bloc === undefined) return;
  for (const { on: day, units } of dayComes(facts.members.blocs.get(bloc), at))
    befell(facts, bloc, { units, day });
}

/** What people proposed themselves is taken back once it is not owed, and from then on the process proposes it. */
function forgetLed(facts: NominationsKnown, scope: string): void {
  const season = facts.seasons.get(scope);
  const led = [...(season?.awards ?? [])].filter(([, known]) => known.led !== undefined);
  if (!season || led.length === 0) return;
  const { all } = nominationsIn(facts, season);
  for (const [award, known] of led) {
    const one = all.get(award);
    if (!one || owedBy(one)?.ballot !== known.led) season.awards.set(award, { ...known, led: undefined });
  }
}

/** Once the pause is over that people did not mind, or is another one, it is forgotten that they did not. */
function forgetResumed(facts: NominationsKnown, scope: string): void {
  const season = facts.seasons.get(scope);
  for (const [award, known] of season?.awards ?? [])
    if (season && known.resumedFrom !== undefined && pauseNameOf(facts, season, known) !== known.resumedFrom)
      season.awards.set(award, { ...known, resumedFrom: undefined });
}

function opened(facts: NominationsKnown, terms: Opened, at: At): void {
  enter(facts, terms, at);
  const known = ballotsOf(facts, at);
  if (known) learnOfResults.BallotOpened(known.results, terms, at);
}

function voted(
  facts: NominationsKnown,
  { openedOn }: { openedOn?: CivilDate | undefined },
  at: Pick<At, "id" | "stream">,
): void {
  if (openedOn !== undefined) ballotsOf(facts, at)?.votedOn.set(at.id, openedOn);
}

/** A ballot for an honour belongs to the bloc of its conference, once that is convened, or to the one that it names. */
function enter(
  facts: NominationsKnown,
  {
    purpose,
    conference,
    bloc: named,
    season,
    bylawsVersion: version,
  }: Pick<Opened, "purpose" | "conference" | "bloc" | "season" | "bylawsVersion">,
  { id, stream }: At,
): void {
  if (purpose.kind !== "honour") return;
  const placed = facts.seasons.get(facts.scopeOf.get(stream) ?? "");
  if (placed) {
    const isNamed = named === undefined || named === placed.bloc;
    const isThere = conference === undefined ? isNamed : placed.results.blocs.has(conference);
    if (placed.season === season && isThere) return;
    takeOut(facts, placed, { id, stream });
  }
  facts.unplaced.of.set(id, { conference, season, version });
  const bloc = conference === undefined ? named : facts.conferences.get(conference)?.bloc;
  if (bloc !== undefined) place(facts, id, { conference, bloc });
}

/** The terms of a ballot were revised, and name another season or conference: it is placed anew. */
function takeOut(
  { unplaced, scopeOf: scopes }: NominationsKnown,
  { results, votedOn }: HonoursKnown,
  { id, stream }: Pick<At, "id" | "stream">,
): void {
  const [known, day] = [results.ballots.get(id), votedOn.get(id)];
  if (known) unplaced.results.ballots.set(id, known);
  if (day !== undefined) unplaced.votedOn.set(id, day);
  results.ballots.delete(id);
  votedOn.delete(id);
  scopes.delete(stream);
}

function place(
  facts: NominationsKnown,
  ballot: Id,
  { conference, bloc }: { conference: Id | undefined; bloc: Id },
) {
  const { unplaced } = facts;
  const of = unplaced.of.get(ballot);
  if (!of) return;
  const season = honoursOf(facts, { bloc, season: of.season }, `Ballot-${ballot}`);
  season.version = Math.min(of.version, season.version ?? of.version);
  if (conference !== undefined) season.results.blocs.set(conference, bloc);
  facts.conferences.get(conference ?? "")?.scopes.add(scopeOf(season));
  const known = unplaced.results.ballots.get(ballot);
  const votedOn = unplaced.votedOn.get(ballot);
  unplaced.of.delete(ballot);
  unplaced.results.ballots.delete(ballot);
  unplaced.votedOn.delete(ballot);
  if (votedOn !== undefined) season.votedOn.set(ballot, votedOn);
  if (!known) return;
  const day = known.annulled?.annulledOn ?? known.record?.certifiedOn ?? "";
  counting(facts, season, { ballot, day, learn: () => season.results.ballots.set(ballot, known) });
}

/** Where what a ballot tells is kept; nothing of one that is for no honour. */
function ballotsOf(facts: NominationsKnown, { id, stream }: Pick<At, "id" | "stream">): Ballots | undefined {
  const season = facts.seasons.get(facts.scopeOf.get(stream) ?? "");
  if (season) return season;
  return facts.unplaced.of.has(id) ? facts.unplaced : undefined;
}

const seasonOfBallot = (facts: NominationsKnown, { stream }: Pick<At, "stream">) =>
  facts.seasons.get(facts.scopeOf.get(stream) ?? "");

/** What a fact of a ballot changes in what counts befalls the awards of all whom it concerns, on its day. */
function counting(
  facts: NominationsKnown,
  season: HonoursKnown,
  { ballot, day, learn }: { ballot: Id; day: CivilDate; learn: () => unknown },
): void {
  const before = countedIn(season);
  for (const [award, known] of season.awards) {
    const result = [...before.values()].find((one) => elects(one, known));
    const lastOn = result && laterOf(result.certifiedOn, known.lastOn);
    if (lastOn !== undefined) season.awards.set(award, { ...known, lastOn });
  }
  learn();
  const after = countedIn(season);
  const isTurned = (one: Result) => one.ballot === ballot || before.has(one.ballot) !== after.has(one.ballot);
  for (const { outcome, certifiedOn } of [...before.values()].filter(isTurned))
    for (const unit of outcome.elected) bumped(facts, season, { unit, day: laterOf(day, certifiedOn) });
  for (const { outcome } of [...after.values()].filter(isTurned))
    for (const unit of outcome.elected) bumped(facts, season, { unit, day });
  elected(facts, season, ballot);
  for (const [award, known] of season.awards) {
    const behind = [...after.values()].find((one) => elects(one, known))?.ballot;
    const changed = turnedTo(known, behind);
    if (changed) season.awards.set(award, { ...known, ...changed });
  }
}

/** What people did with an award, once another ballot is behind it, or none. */
function turnedTo({ basis, restsFrom }: AwardKnown, behind: Id | undefined): Partial<AwardKnown> | undefined {
  // Whom another ballot elects, or the same one anew, is proposed anew though people withdrew the proposal.
  if (restsFrom !== undefined && restsFrom !== behind) return { restsFrom: undefined };
  // What people proposed ahead of the result rests on it from now on.
  const isAhead = basis?.kind === "ballot" && basis.ballot === behind;
  return isAhead ? { basis: undefined, led: behind } : undefined;
}

/** The results that count, by ballot. */
const countedIn = (season: HonoursKnown): ReadonlyMap<Id, Result> =>
  new Map(resultsOf(season).flatMap(({ all: [first] }) => (first ? [[first.ballot, first]] : [])));

const elects = ({ purpose, outcome }: Result, { of, honour }: AwardKnown) =>
  purpose.kind === "honour" && sameHonour(purpose.honour, honour) && outcome.elected.includes(of);

/** A record elects units: each has an award from then on, of which it is known what led to it. */
function elected(facts: NominationsKnown, season: HonoursKnown, ballot: Id): void {
  const { purpose, outcome } = season.results.ballots.get(ballot)?.record ?? {};
  if (purpose?.kind !== "honour" || !outcome) return;
  const { honour } = purpose;
  for (const unit of outcome.elected) {
    const award = awardIdOf({ bloc: season.bloc, season: season.season, unit, honour });
    facts.scopeOf.set(`Award-${award}`, scopeOf(season));
    const known = season.awards.get(award) ?? newAward({ unit, honour });
    if (known.ballots.includes(ballot)) continue;
    season.awards.set(award, { ...known, ballots: [...known.ballots, ballot] });
  }
}
