import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { remediesAwaited } from "./remedies-awaited.ts";
import { blocOfBallot, isRunOff, resultInForce, roundsBefore, seriesOf } from "./results-known.ts";
import { revotesAwaited } from "./revotes-awaited.ts";
import {
  barredFrom,
  boardOf,
  dayOf,
  electorsOf,
  takesPart,
  termsOf,
  termsOwed,
  winnersBefore,
} from "./round-terms.ts";
import type { RoundsKnown, Terms, Vote } from "./rounds-known.ts";
import { ballotsBeside } from "./rounds-near.ts";
import { countedBeside, isHeld } from "./rounds-owed.ts";
import { callOf } from "./run-offs-known.ts";
import { goneSince, voiding } from "./void-ballots.ts";

/** A ballot that counts, and what it was voted on. */
type Voted = { known: RoundsKnown; scope: string; id: Id; begun: Terms };

/** What is open about the ballots of a bloc and a season, and what only people can settle. */
export function mattersOfRounds(
  known: RoundsKnown,
  { scope, ballots }: { scope: string; ballots: readonly Id[] },
): OpenMatter[] {
  return ballots.flatMap((id) => {
    const { annulled } = known.results.ballots.get(id) ?? {};
    if (annulled) return revotesAwaited(known, scope, id);
    if (voiding(known, id)) return [];
    if (goneSince(known, id) !== undefined) return ofVoidBallot(known, scope, id);
    const left = ofDissolvedBloc(known, id);
    if (left) return [left];
    const remedies = remediesAwaited(known, scope, id);
    const { begun } = known.votes.get(id) ?? {};
    if (!begun) return [...remedies, ...underOldBylaws(known, scope, id)];
    const voted = { known, scope, id, begun };
    const lists = [...onOldList(voted), ...olderThanMembers(voted), ...byOldScores(voted)];
    return [...remedies, ...besideAnother(voted), ...lists];
  });
}

const of = ({ purpose, season }: Terms) => ({ purpose, season });

/** C26: a ballot without a record, of a bloc that is dissolved. */
function ofDissolvedBloc(known: RoundsKnown, id: Id): OpenMatter | undefined {
  const { members, results } = known;
  const set = isHeld(known, id) ? termsOf(known, id) : undefined;
  const bloc = set && members.blocs.get(blocOfBallot(results, set) ?? "");
  const since = bloc?.dissolved?.on;
  if (since === undefined || results.ballots.get(id)?.record) return undefined;
  const what = matterText("LeftByDissolvedBloc", { what: "ballot" });
  return { key: `dissolved/${id}`, law: "C26", what, since, ready: [] };
}

/** C10: a signed round of an annulled ballot, until the honour has a result again. */
function ofVoidBallot(known: RoundsKnown, scope: string, id: Id): OpenMatter[] {
  const since = goneSince(known, id);
  const voted = termsOf(known, id);
  if (since === undefined || !voted || callOf(known, id) !== undefined) return [];
  const bloc = blocOfBallot(known.results, voted);
  const among = ballotsBeside(known, voted);
  if (bloc !== undefined && resultInForce(known.results, { bloc, ...of(voted) }, among)) return [];
  const what = matterText("RoundOfVoidBallot", of(voted));
  return [{ key: `round/${scope}/${id}/next`, law: "C10", what, since, ready: [] }];
}

/** X12: another result counts, and no re-vote links the two. Those on an office are for the term of a rotation, and listed there. */
function besideAnother({ known, scope, id, begun }: Voted): OpenMatter[] {
  const { ballots } = known.results;
  const { record } = ballots.get(id) ?? {};
  const counted = countedBeside(known, id);
  const isOfOffice = begun.purpose.kind === "chair" || begun.purpose.kind === "deputyChair";
  if (!record || isOfOffice || counted === undefined || seriesOf(ballots, id).includes(counted)) return [];
  const what = matterText("TwoResults", of(begun));
  return [{ key: `results/${scope}/${id}`, law: "X12", what, since: record.certifiedOn, ready: [] }];
}

/** C8: whoever won before was nominated, or whoever won no more was not. */
function onOldList({ known, scope, id, begun }: Voted): OpenMatter[] {
  const before = roundsBefore(known.results, id);
  const since = known.results.ballots.get(before[0] ?? "")?.record?.certifiedOn;
  if (since === undefined) return [];
  const winners = winnersBefore(known, id);
  const couldBe = isNominable(known, id, begun);
  const won = begun.nominees.filter((unit) => winners.has(unit));
  const missing = [...onceElected(known, before)].filter(
    (unit) => !winners.has(unit) && !begun.nominees.includes(unit) && couldBe(unit),
  );
  if (won.length + missing.length === 0) return [];
  const what = matterText("RoundVotedOnOldList", { ...of(begun), won, missing });
  return [{ key: `round/${scope}/${id}`, law: "C8", what, since, ready: [] }];
}

/** Whom any record of these ballots elects, also one that is superseded. */
function onceElected({ votes }: RoundsKnown, ballots: readonly Id[]): ReadonlySet<UnitId> {
  const records = ballots.flatMap((one) => votes.get(one)?.records ?? []);
  return new Set(records.flatMap(({ outcome }) => outcome.elected));
}

function isNominable(known: RoundsKnown, id: Id, begun: Terms): (unit: UnitId) => boolean {
  const isIn = takesPart(known, id, begun);
  const barred = barredFrom(known, begun);
  return (unit) => isIn(unit) && !barred.has(unit);
}

/** C24: the lists are not the members of the day of the vote. */
function olderThanMembers({ known, scope, id, begun }: Voted): OpenMatter[] {
  const since = dayOf(known, id);
  if (since === undefined) return [];
  const electors = electorsOf(known, id, begun);
  const isIn = takesPart(known, id, begun);
  const listed = [...begun.electors, ...begun.nominees];
  const units = [
    ...new Set([
      ...listed.filter((unit) => !isIn(unit)),
      ...electors.filter((unit) => !begun.electors.includes(unit)),
    ]),
  ];
  if (units.length === 0) return [];
  const what = matterText("ListsOlderThanMembers", { ...of(begun), units });
  return [{ key: `lists/${scope}/${id}`, law: "C24", what, since, ready: [] }];
}

/** C30: the scores that decided have been corrected since. */
function byOldScores({ known, scope, id, begun }: Voted): OpenMatter[] {
  const since = boardOf(known, begun)?.scoredOn;
  const owed = termsOwed(known, id);
  const vote = known.votes.get(id);
  if (since === undefined || !owed || !vote) return [];
  const use = useOfScores(vote, begun, owed);
  if (!use) return [];
  const what = matterText("ScoresCorrectedAfterVote", { ...of(begun), use });
  return [{ key: `scores/${scope}/${id}`, law: "C30", what, since, ready: [] }];
}

function useOfScores(vote: Vote, begun: Terms, owed: Terms): "tie" | "nominees" | undefined {
  const now = new Map(owed.tieData.scores.map(({ unit, points }) => [unit, points]));
  const changed = begun.tieData.scores.filter(({ unit, points }) => (now.get(unit) ?? points) !== points);
  if (!changed.some(({ unit }) => begun.nominees.includes(unit) || owed.nominees.includes(unit)))
    return undefined;
  const isConfirmed = begun.voting.selection === "scoreThenConfirm";
  if (isConfirmed && owed.nominees.some((unit) => !begun.nominees.includes(unit))) return "nominees";
  const broken = vote.records.at(-1)?.brokenBy;
  const isByScore = broken?.some(({ kind }) => kind === "score") ?? vote.isByScore;
  return isByScore ? "tie" : undefined;
}

/** C32: a ballot without a paper, under bylaws that are not those of its day. A run-off is part of what has begun. */
function underOldBylaws(known: RoundsKnown, scope: string, id: Id): OpenMatter[] {
  const set = isRunOff(known.results, id) ? undefined : termsOf(known, id);
  const day = dayOf(known, id);
  const bloc = set && blocOfBallot(known.results, set);
  if (!set || day === undefined || bloc === undefined) return [];
  const since = newerThan(known, { bloc, version: set.bylawsVersion, day });
  if (since === undefined || !isHeld(known, id)) return [];
  const what = matterText("BylawsChangedMeanwhile", of(set));
  return [{ key: `bylaws/${scope}/${id}`, law: "C32", what, since, ready: [] }];
}

/** The day of the adoption of newer bylaws that are in force on a day. */
function newerThan(
  { bylaws }: RoundsKnown,
  { bloc, version, day }: { bloc: Id; version: number; day: CivilDate },
): CivilDate | undefined {
  const newer = [...(bylaws.get(bloc) ?? [])].filter(
    ([one, { effectiveFrom }]) => one > version && effectiveFrom <= day,
  );
  return newer.map(([, { adoptedOn }]) => adoptedOn).sort()[0];
}
