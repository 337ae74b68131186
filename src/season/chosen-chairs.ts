import type { NumberedTerm } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { laterOf } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import {
  type ChairsKnown,
  type Choice,
  type Named,
  type RotationKnown,
  rotationsFor,
  termAfter,
} from "./chairs-known.ts";
import { lineOf } from "./lines-of-units.ts";
import {
  canServe,
  choiceKey,
  countedResult,
  fallenOf,
  goneOn,
  isSuspendedIn,
  seasonsOf,
  todayIn,
  type Voting,
} from "./office-votes.ts";
import type { Result } from "./results-known.ts";

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

/** The unit that a vote elects; nobody, where there is no result or it is empty. */
export const electedOf = (facts: ChairsKnown, voting: Voting): UnitId | undefined =>
  countedResult(facts, voting)?.outcome.elected[0];

/** What a choice by vote rests on: the conference that voted, or the ballot alone. */
export const basisOn = ({ conference, ballot }: Result): Choice["basis"] =>
  conference === undefined ? { kind: "ballot", ballot } : { kind: "conference", conference, ballot };

/** Whom the vote of a season chooses, if that unit can serve. */
export function votedFor(facts: ChairsKnown, voting: Voting): Choice | undefined {
  const { rotation: id, bloc, season } = voting;
  const rotation = facts.rotations.get(id);
  const term = rotation && termAfter(rotation.calendar, season)?.term;
  const result = countedResult(facts, voting);
  const unit = result?.outcome.elected[0];
  if (!result || unit === undefined || term === undefined) return undefined;
  if (!canServe(facts, bloc, { unit, on: result.certifiedOn })) return undefined;
  return {
    season,
    term,
    unit,
    basis: basisOn(result),
    chosenOn: fallenOf(facts, voting).reduce(
      (day, { annulled }) => laterOf(day, annulled?.annulledOn),
      result.certifiedOn,
    ),
    key: choiceKey(voting, result),
  };
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
  const isHere = goneOn(facts, voting.bloc, choice) === undefined && !isSuspendedIn(facts, rotation, unit);
  return isHere && canServe(facts, voting.bloc, { unit, on: todayIn(facts, voting.bloc) })
    ? choice
    : undefined;
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
  const { unit, ending } = lineOf(bloc, named.unit, {
    on: named.namedOn,
    day: todayIn(facts, rotation.bloc),
  });
  if (!ending) return { ...named, unit };
  return named.decision && { ...named, isVoid: true };
}

/** Whether it names the winner of a ballot whose result holds no more. */
function isOnVoidVote({ results }: ChairsKnown, { basis, unit }: Named): boolean {
  const ballot = basis.kind === "document" ? undefined : results.ballots.get(basis.ballot ?? "");
  if (!ballot?.record) return false;
  return ballot.annulled !== undefined || ballot.record.outcome.elected[0] !== unit;
}
