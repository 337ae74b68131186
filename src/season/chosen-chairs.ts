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
import { endingOf, isActive, policiesOn } from "./members-known.ts";
import {
  type BallotKnown,
  blocOfBallot,
  isRunOff,
  type Result,
  resultsInForce,
  type Voted,
} from "./results-known.ts";

/** A season of a bloc, and the rotation that its vote is for. */
type Voting = { rotation: Id; bloc: Id; season: Season; office: Office };

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

/**
 * Whom a season chooses for the chair of a term that is still to come: by a decision of the authority, else by the vote.
 * A unit that has ended or is suspended by now holds no choice, and none before the rotation takes it back, too.
 */
export function votedChair(facts: ChairsKnown, voting: Omit<Voting, "office">): Choice | undefined {
  const rotation = facts.rotations.get(voting.rotation);
  const choice = votedFor(facts, { ...voting, office: "chair" });
  if (!rotation || !choice || rotation.named.get(choice.term)?.decision) return undefined;
  const { unit } = choice;
  const isHere = goneOn(facts, voting.bloc, choice) === undefined && !isSuspendedIn(facts, rotation, unit);
  return isHere && canServe(facts, voting.bloc, { unit, on: todayIn(facts, voting.bloc) })
    ? choice
    : undefined;
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

/** Whom people named for a term, or its heir where the rotation lets heirs take over; void where neither can serve. */
export function namedIn(facts: ChairsKnown, rotation: RotationKnown, term: string): Named | undefined {
  const named = rotation.named.get(term);
  if (!named || named.isVoid || !rotation.isHeirs) return named;
  const bloc = facts.members.blocs.get(rotation.bloc);
  const { unit, ending } = lineOf(bloc, named.unit, {
    on: named.namedOn,
    day: todayIn(facts, rotation.bloc),
  });
  if (!ending) return { ...named, unit };
  return named.decision && { ...named, isVoid: true };
}

/** What the bylaws of a bloc leave open, as those in force on a day say it, or as the library has it. */
export function policiesIn({ members }: ChairsKnown, bloc: Id, day?: CivilDate): Policies {
  const known = members.blocs.get(bloc);
  return known ? policiesOn(known, day ?? known.today) : defaultPolicies;
}
