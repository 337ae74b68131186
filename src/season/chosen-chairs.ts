import type { NumberedTerm } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { defaultPolicies, type Policies } from "../vocabulary/policies.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { inSeason } from "./by-season.ts";
import {
  type ChairsKnown,
  type Choice,
  type Named,
  type Office,
  type RotationKnown,
  rotationsFor,
  termAfter,
} from "./chairs-known.ts";
import { lineOf } from "./lines-of-units.ts";
import { isActive } from "./members-known.ts";
import {
  type BallotKnown,
  blocOfBallot,
  isRunOff,
  isVoteAnnulled,
  type Result,
  resultsInForce,
  type Voted,
} from "./results-known.ts";

/** A season of a bloc, and the rotation that its vote is for. */
export type Voting = { rotation: Id; bloc: Id; season: Season; office: Office };

/** The day after all that is known. */
export const lastDay = "9999-12-31";

const kinds: Record<Office, "chair" | "deputyChair"> = { chair: "chair", deputy: "deputyChair" };

/** The seasons in which a bloc voted on an office, in their order. */
export function seasonsOf(
  { results, seasons }: ChairsKnown,
  bloc: Id,
  isAsked: (season: Season) => boolean = () => true,
): Season[] {
  const isVoted = (season: Season, ballots: ReadonlySet<Id>) =>
    [...ballots].some((ballot) => {
      const record = results.ballots.get(ballot)?.record;
      return record?.season === season && blocOfBallot(results, record) === bloc;
    });
  return [...(seasons.get(bloc) ?? [])]
    .flatMap(([season, { ballots }]) => (isAsked(season) && isVoted(season, ballots) ? [season] : []))
    .sort();
}

/** Which terms are asked for: there may be many, and few are of interest at a time. */
export type Asked = (term: NumberedTerm | undefined) => boolean;

/** The seasons whose vote is for this rotation and for no other. */
export function seasonsFor(
  facts: ChairsKnown,
  id: Id,
  { bloc, calendar }: RotationKnown,
  isAsked: Asked = () => true,
): Season[] {
  return seasonsOf(facts, bloc, (season) => isAsked(termAfter(calendar, season))).filter((season) => {
    const rotations = rotationsFor(facts, bloc, season);
    return rotations.length === 1 && rotations[0] === id;
  });
}

/** The results of a vote that are in force; the first one counts. */
export const resultsOf = (facts: ChairsKnown, voting: Voting): readonly Result[] =>
  resultsInForce(facts.results, votedOn(voting), certifiedIn(facts, voting));

const certifiedIn = ({ seasons }: ChairsKnown, voting: Voting): Iterable<Id> =>
  inSeason(seasons, voting)?.ballots ?? [];

const votedOn = ({ bloc, season, office }: Voting): Voted => ({
  bloc,
  season,
  purpose: { kind: kinds[office] },
});

/** The ballots of a vote that were certified once and whose result is void or is another one by now. */
export function fallenOf(facts: ChairsKnown, voting: Voting): BallotKnown[] {
  const { results } = facts;
  const { bloc, season, office } = voting;
  return [...certifiedIn(facts, voting)].flatMap((id) => {
    const ballot = results.ballots.get(id);
    if (!ballot) return [];
    const { record, annulled } = ballot;
    const isOfVote =
      record?.season === season &&
      record.purpose.kind === kinds[office] &&
      blocOfBallot(results, record) === bloc &&
      !isRunOff(results, id);
    return isOfVote && (annulled || record.certification > 1) ? [ballot] : [];
  });
}

/** The last day on which a vote was annulled before its record was signed, so that it is to be held again. */
export function brokenOffOn(facts: ChairsKnown, voting: Voting): CivilDate | undefined {
  const days = [...certifiedIn(facts, voting)].flatMap((id) => {
    const { record, annulled } = facts.results.ballots.get(id) ?? {};
    const { season, office, conference } = facts.opened.get(id) ?? {};
    const isOfVote =
      season === voting.season &&
      office === voting.office &&
      blocOfBallot(facts.results, { conference }) === voting.bloc &&
      !isRunOff(facts.results, id) &&
      !facts.meetings.get(conference ?? "")?.isCancelled;
    return isOfVote && !record && annulled && isVoteAnnulled(annulled) ? [annulled.annulledOn] : [];
  });
  return days.sort().at(-1);
}

/** The last day on which a result of a vote was annulled, or gave way to another one. */
export const voteFellOn = (facts: ChairsKnown, voting: Voting): CivilDate | undefined =>
  fallenOf(facts, voting).reduce<CivilDate | undefined>(
    (day, { annulled, record }) => laterOf(annulled?.annulledOn ?? record?.certifiedOn ?? "", day),
    undefined,
  );

/** The unit that a vote elects; nobody, where there is no result or it is empty. */
export const electedOf = (facts: ChairsKnown, voting: Voting): UnitId | undefined =>
  resultsOf(facts, voting)[0]?.outcome.elected[0];

/** Whom the vote of a season chooses, if that unit can serve. Each ballot and unit has a key of its own. */
export function votedFor(facts: ChairsKnown, voting: Voting): Choice | undefined {
  const { rotation: id, bloc, season, office } = voting;
  const rotation = facts.rotations.get(id);
  const term = rotation && termAfter(rotation.calendar, season)?.term;
  const [result] = resultsOf(facts, voting);
  const unit = result?.outcome.elected[0];
  if (!result?.conference || unit === undefined || term === undefined) return undefined;
  if (!canServe(facts, bloc, { unit, on: result.certifiedOn })) return undefined;
  return {
    season,
    term,
    unit,
    basis: { kind: "conference", conference: result.conference, ballot: result.ballot },
    chosenOn: fallenOf(facts, voting).reduce(
      (day, { annulled }) => laterOf(day, annulled?.annulledOn),
      result.certifiedOn,
    ),
    key: `${office}/${id}/${bloc}/${season}/${result.ballot}/${unit}`,
  };
}

/** Whether a unit is a member that takes part, as far as anybody tells of members. */
export function canServe(
  { members }: ChairsKnown,
  bloc: Id,
  { unit, on }: { unit: UnitId; on: CivilDate },
): boolean {
  const known = members.blocs.get(bloc);
  return !known || known.members.size === 0 || isActive(known, unit, on);
}

/** The day on which a unit ceased to be a member for good, as far as is known. */
export function goneOn({ members }: ChairsKnown, bloc: Id, unit: UnitId): CivilDate | undefined {
  const known = members.blocs.get(bloc);
  const member = known?.members.get(unit);
  if (!known || !member) return undefined;
  const isGone = member.spells.every(({ until }) => until !== undefined);
  return isGone ? member.ending?.on : known.dissolved?.on;
}

/**
 * Whom a season chooses for the chair of a term that is still to come: by a decision of the authority, else by the vote.
 * A unit that has ended or is suspended by now holds no choice, and none before the rotation takes it back, too.
 */
export function votedChair(facts: ChairsKnown, voting: Omit<Voting, "office">): Choice | undefined {
  const choice = ableChoice(facts, voting);
  const isDecided =
    facts.rotations.get(voting.rotation)?.named.get(choice?.term ?? "")?.decision !== undefined;
  return isDecided || againstVote(facts, voting) ? undefined : choice;
}

function ableChoice(facts: ChairsKnown, voting: Omit<Voting, "office">): Choice | undefined {
  const rotation = facts.rotations.get(voting.rotation);
  const choice = votedFor(facts, { ...voting, office: "chair" });
  if (!rotation || !choice) return undefined;
  const { unit } = choice;
  const isHere = goneOn(facts, voting.bloc, unit) === undefined && !rotation.suspended.has(unit);
  return isHere && canServe(facts, voting.bloc, { unit, on: lastDay }) ? choice : undefined;
}

/**
 * Whom people named for a term without a decision of the authority, though a vote that is in force elects another unit. Of
 * these neither takes the place of the other by itself.
 */
export function againstVote(
  facts: ChairsKnown,
  voting: Omit<Voting, "office">,
): { named: Named; elected: Choice } | undefined {
  const elected = ableChoice(facts, voting);
  const rotation = facts.rotations.get(voting.rotation);
  const named = rotation && elected && namedIn(facts, rotation, elected.term);
  if (!named || named.decision || named.isVoid || named.isPassed || named.unit === elected.unit)
    return undefined;
  return { named, elected };
}

/** Whom the vote chooses as deputy; nobody, where that unit is the chair itself. */
export function votedDeputy(facts: ChairsKnown, voting: Omit<Voting, "office">): Choice | undefined {
  const rotation = facts.rotations.get(voting.rotation);
  const choice = votedFor(facts, { ...voting, office: "deputy" });
  if (!rotation || !choice) return undefined;
  return choice.unit === chairOf(facts, rotation, { ...voting, term: choice.term }) ? undefined : choice;
}

/** Who chairs a term, or is to chair it. */
export function chairOf(
  facts: ChairsKnown,
  rotation: RotationKnown,
  { term, ...voting }: Omit<Voting, "office"> & { term: string },
): UnitId | undefined {
  const seat = rotation.seats.find((one) => one.term === term);
  const named = namedIn(facts, rotation, term);
  return seat?.chair ?? (named?.isVoid ? undefined : named?.unit) ?? votedChair(facts, voting)?.unit;
}

/** Whom people named for a term, or its heir, by whatever policy for a chair; void where neither can serve. */
export function namedIn(facts: ChairsKnown, rotation: RotationKnown, term: string): Named | undefined {
  const named = rotation.named.get(term);
  if (!named || named.isVoid) return named;
  if (!named.decision && isOnVoidVote(facts, named)) return undefined;
  const bloc = facts.members.blocs.get(rotation.bloc);
  const { unit, ending } = lineOf(bloc, named.unit, { on: named.namedOn, day: lastDay });
  if (!ending) return { ...named, unit };
  return named.decision && { ...named, isVoid: true };
}

/** Whether it names the winner of a ballot whose result holds no more. */
function isOnVoidVote({ results }: ChairsKnown, { basis, unit }: Named): boolean {
  const ballot = basis.kind === "conference" ? results.ballots.get(basis.ballot ?? "") : undefined;
  if (!ballot?.record) return false;
  return ballot.annulled !== undefined || ballot.record.outcome.elected[0] !== unit;
}

/** What the bylaws of a bloc leave open, as they say it or as the library has it. */
export const policiesIn = ({ members }: ChairsKnown, bloc: Id): Policies =>
  members.blocs.get(bloc)?.policies ?? defaultPolicies;
