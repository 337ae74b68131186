import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { defaultPolicies, type Policies } from "../vocabulary/policies.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { inSeason } from "./by-season.ts";
import { type ChairsKnown, type Choice, type Office, type RotationKnown, termAfter } from "./chairs-known.ts";
import { endingOf, isActive, policiesOn } from "./members-known.ts";
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
const lastDay = "9999-12-31";

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

/** The results of a vote that are in force; the first one counts. */
export const resultsOf = (facts: ChairsKnown, voting: Voting): readonly Result[] =>
  resultsInForce(facts.results, votedOn(voting), certifiedIn(facts, voting));

/** The result that counts: the first one. Where the bloc votes again on a seat that fell vacant, that vote counts then. */
export function countedResult(facts: ChairsKnown, voting: Voting): Result | undefined {
  const all = resultsOf(facts, voting);
  return all.find((result) => !isVacated(facts, voting, result)) ?? all[0];
}

/**
 * Whether the winner of a vote has left the seat, by bylaws under which the bloc votes again on it: the unit has ended, or
 * people took it out.
 */
export function isVacated(facts: ChairsKnown, voting: Voting, result: Result): boolean {
  const { bloc, rotation: id, season, office } = voting;
  const [unit] = result.outcome.elected;
  if (unit === undefined || policiesIn(facts, bloc).vacatedSeat !== "voteAgain") return false;
  const rotation = facts.rotations.get(id);
  const key = choiceKey(voting, result);
  const term = rotation && termAfter(rotation.calendar, season)?.term;
  const seat = rotation?.seats.find((one) => one.term === term);
  const deputed = rotation?.deputed.get(term ?? "");
  const isOut =
    office === "chair"
      ? rotation?.aside.has(key) || seat?.spent === spentKey(result)
      : deputed?.over === key && deputed.unit === undefined;
  return isOut || goneOn(facts, bloc, { unit, chosenOn: result.certifiedOn }) !== undefined;
}

/** Each ballot and unit has a key of its own. */
export const choiceKey = (
  { office, rotation, bloc, season }: Voting,
  { ballot, outcome: { elected } }: Result,
): string => `${office}/${rotation}/${bloc}/${season}/${ballot}/${elected[0]}`;

export const spentKey = ({ ballot, outcome: { elected } }: Result): string => `${ballot}/${elected[0]}`;

/** The keys of results whose seat fell vacant: what people decided against them stays decided. */
export const vacatedKeys = (facts: ChairsKnown, voting: Voting): string[] =>
  resultsOf(facts, voting).flatMap((result) =>
    isVacated(facts, voting, result) ? [choiceKey(voting, result)] : [],
  );

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
    const { season, office, conference, bloc } = facts.opened.get(id) ?? {};
    const isOfVote =
      season === voting.season &&
      office === voting.office &&
      blocOfBallot(facts.results, { conference, bloc }) === voting.bloc &&
      !isRunOff(facts.results, id) &&
      !facts.meetings.get(conference ?? "")?.isCancelled;
    return isOfVote && !record && annulled && isVoteAnnulled(annulled) ? [annulled.annulledOn] : [];
  });
  return days.sort().at(-1);
}

/** The last day on which a result of a vote was certified or annulled, or lost its winner. */
export function lastVoteOn(facts: ChairsKnown, voting: Voting): CivilDate | undefined {
  const fallen = fallenOf(facts, voting).map(
    ({ annulled, record }) => annulled?.annulledOn ?? record?.certifiedOn,
  );
  const inForce = resultsOf(facts, voting).map(({ certifiedOn, outcome: { elected } }) =>
    laterOf(certifiedOn, goneOn(facts, voting.bloc, { unit: elected[0] ?? "", chosenOn: certifiedOn })),
  );
  return [...fallen, ...inForce].reduce((day, other) => laterOf(day ?? "", other), undefined);
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

/** The day on which the membership ended in which a unit was chosen. Where it is admitted again, that gives back nothing. */
export function goneOn(
  { members }: ChairsKnown,
  bloc: Id,
  { unit, chosenOn: on }: Pick<Choice, "unit" | "chosenOn">,
): CivilDate | undefined {
  const known = members.blocs.get(bloc);
  if (!known?.members.has(unit)) return undefined;
  return endingOf(known, unit, { on })?.on ?? known.dissolved?.on;
}

/** The last day that is known of a bloc; of one that nothing is told of, the day after all others. */
export const todayIn = ({ members }: ChairsKnown, bloc: Id): CivilDate =>
  members.blocs.get(bloc)?.today ?? lastDay;

/** Whether a rotation has suspended a unit by today: it designates none such, whatever the bloc says. */
export const isSuspendedIn = (
  facts: ChairsKnown,
  { bloc, suspended }: RotationKnown,
  unit: UnitId,
): boolean => {
  const { from, until } = suspended.get(unit) ?? {};
  const today = todayIn(facts, bloc);
  return from !== undefined && from <= today && (until === undefined || until > today);
};

/** What the bylaws of a bloc leave open, as those in force on a day say it, or as the library has it. */
export function policiesIn({ members }: ChairsKnown, bloc: Id, day?: CivilDate): Policies {
  const known = members.blocs.get(bloc);
  return known ? policiesOn(known, day ?? known.today) : defaultPolicies;
}
