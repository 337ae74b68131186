import type { Id } from "../kernel/ids.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import type { ChairsKnown, RotationKnown } from "./chairs-known.ts";
import { namedIn, votedDeputy, votedFor } from "./chosen-chairs.ts";
import { matterText } from "./messages.ts";
import { canServe, countedResult, fallenOf, goneOn, policiesIn, resultsOf } from "./office-votes.ts";
import { brokenOff, leftVacant, votedAgain } from "./offices-voted-again.ts";
import { matter, type OpenMatter } from "./open-matter.ts";
import { isVoteAnnulled } from "./results-known.ts";

type OfTerm = { term: string; isNext: boolean };
type Of = { id: Id; rotation: RotationKnown; season: string };

/** What is open about the deputy of a term. */
export const deputyMatters = (facts: ChairsKnown, of: Of, asked: OfTerm): OpenMatter[] => [
  ...deputyless(facts, of, asked),
  ...withoutDeputy(facts, of, asked.term),
];

/** C11d: the elected deputy is the chair itself, or cannot serve, or ended before the term began. */
function deputyless(
  facts: ChairsKnown,
  { id, rotation, season }: Of,
  { term, isNext }: OfTerm,
): OpenMatter[] {
  const { bloc, deputed, seats } = rotation;
  const voting = { rotation: id, bloc, season, office: "deputy" as const };
  const result = countedResult(facts, voting);
  const [unit] = result?.outcome.elected ?? [];
  if (!result || unit === undefined || deputed.get(term)?.unit !== undefined) return [];
  const chair =
    seats.find((one) => one.term === term)?.chair ??
    namedIn(facts, rotation, term)?.unit ??
    votedFor(facts, { ...voting, office: "chair" })?.unit;
  const key = `deputy/${id}/${bloc}/${season}`;
  if (unit === chair)
    return [matter(key, "C11d", matterText("ElectedToBoth", { unit, term }), result.certifiedOn)];
  const choice = votedDeputy(facts, voting);
  const released = deputed.get(term);
  if (choice && released?.over === choice.key)
    return leftVacant(facts, voting, { choice, since: released?.on });
  const { certifiedOn } = result;
  const ended = goneOn(facts, bloc, { unit, chosenOn: certifiedOn });
  const since = laterOf(certifiedOn, ended);
  const again = votedAgain(facts, voting, { result, since });
  const isEnded = isNext && ended !== undefined;
  if (!again && !isEnded && canServe(facts, bloc, { unit, on: certifiedOn })) return [];
  const what = matterText("ElectedCannotServe", { office: "deputy", unit, term, ...again?.said });
  return [matter(key, "C11d", what, again || isEnded ? since : certifiedOn, again?.by)];
}

/** X12: the vote on the deputy of a term was annulled, and is to be held again while nobody is named otherwise. */
function withoutDeputy(facts: ChairsKnown, { id, rotation, season }: Of, term: string): OpenMatter[] {
  const { bloc, deputed } = rotation;
  const voting = { rotation: id, bloc, season, office: "deputy" as const };
  const isDissolved = facts.members.blocs.get(bloc)?.dissolved !== undefined;
  if (isDissolved || deputed.get(term)?.unit !== undefined || resultsOf(facts, voting).length > 0) return [];
  const annulledOn = fallenOf(facts, voting)
    .flatMap(({ annulled, record }) => {
      const isMet = !facts.meetings.get(record?.conference ?? "")?.isCancelled;
      return annulled && isMet && isVoteAnnulled(annulled) ? [annulled.annulledOn] : [];
    })
    .sort()
    .at(-1);
  if (annulledOn === undefined) return brokenOff(facts, voting);
  const what = matterText("NoDeputyForTerm", { term, annulledOn });
  const due = addDays(annulledOn, policiesIn(facts, bloc, annulledOn).awaited.revote);
  return [matter(`revote/${id}/${bloc}/${season}/deputy`, "X12", what, annulledOn, { due })];
}
