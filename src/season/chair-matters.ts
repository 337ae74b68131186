import { termAfterSeason } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, type Choice, isComing, type RotationKnown, rotationsFor } from "./chairs-known.ts";
import {
  canServe,
  electedOf,
  fallenOf,
  goneOn,
  namedIn,
  policiesIn,
  resultsOf,
  seasonsOf,
  votedChair,
  votedDeputy,
  votedFor,
} from "./chosen-chairs.ts";
import { type Awaited, awaitedSeats, seasonsChosenIn, seatingOf } from "./due-seats.ts";
import { disciplinedOn } from "./members-known.ts";
import { matterText } from "./messages.ts";
import { flagMatters, officeMatters } from "./office-matters.ts";
import type { OpenMatter } from "./open-matter.ts";
import { isVoteAnnulled } from "./results-known.ts";

/** What is open about the chair of a rotation, and what only people settle. */
export function chairMatters(facts: ChairsKnown, id: Id): OpenMatter[] {
  const rotation = facts.rotations.get(id);
  if (!rotation || rotation.closedOn !== undefined) return [];
  return [
    ...seasonsChosenIn(facts, id, rotation).flatMap((season) => ofSeason(facts, { id, rotation, season })),
    ...awaitedSeats(facts, id).flatMap((one) => ofAwaited(facts, { id, rotation }, one)),
    ...officeMatters(facts, id, rotation),
    ...flagMatters(facts, id, rotation),
  ];
}

type Of = { id: Id; rotation: RotationKnown };
type OfSeason = Of & { season: string };

const matter = (
  key: string,
  law: string,
  what: OpenMatter["what"],
  since: CivilDate,
  more: Partial<OpenMatter> = {},
): OpenMatter => ({ key, law, what, since, ready: [], ...more });

function ofSeason(facts: ChairsKnown, of: OfSeason): OpenMatter[] {
  const term = termAfterSeason(of.rotation.calendar, of.season);
  const seat = of.rotation.seats.at(-1);
  const running = seat?.isOpening ? undefined : seat?.term;
  if (!term || (!isComing(of.rotation, term) && term.term !== running)) return [];
  const isNext = isComing(of.rotation, term);
  return [
    ...(isNext
      ? [
          ...overVote(facts, of, term.term),
          ...withoutChair(facts, of, term.term),
          ...disciplined(facts, of, term.term),
        ]
      : []),
    ...deputyless(facts, of, term.term),
    ...withoutDeputy(facts, of, term.term),
    ...twice(facts, of),
  ];
}

/** C13: the bloc elected one unit, and a decision names another. */
function overVote(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc } = rotation;
  const byHand = namedIn(facts, rotation, term);
  if (byHand?.decision && byHand.isVoid) {
    const { unit, decision, namedOn } = byHand;
    const what = matterText("NamedCannotServe", { unit, term, decision });
    return [matter(`decision/${id}/${bloc}/${season}`, "C13", what, namedOn)];
  }
  const elected = electedOf(facts, { rotation: id, bloc, season, office: "chair" });
  if (!byHand?.decision || elected === undefined || elected === byHand.unit) return [];
  const { unit, decision, namedOn } = byHand;
  const what = matterText("DecisionOverVote", { elected, named: unit, term, decision });
  return [matter(`decision/${id}/${bloc}/${season}`, "C13", what, namedOn)];
}

/** C11, C12: a bloc has voted, and nobody is to chair the term. */
function withoutChair(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc, named } = rotation;
  const voting = { rotation: id, bloc, season, office: "chair" as const };
  if (named.has(term) || votedChair(facts, voting)) return [];
  const [result] = resultsOf(facts, voting);
  const fallen = fallenOf(facts, voting);
  const law = fallen.length > 0 ? "C12" : "C11";
  const [unit] = result?.outcome.elected ?? [];
  if (result && unit !== undefined) {
    const what = matterText("ElectedCannotServe", { office: "chair", unit, term });
    const since = laterOf(result.certifiedOn, goneOn(facts, bloc, { unit, chosenOn: result.certifiedOn }));
    return [matter(`serve/${id}/${bloc}/${season}`, law, what, since)];
  }
  const annulledOn = fallen
    .flatMap(({ annulled }) => annulled?.annulledOn ?? [])
    .sort()
    .at(-1);
  const since = annulledOn ?? result?.certifiedOn;
  if (since === undefined) return [];
  const what = matterText("NoChairForTerm", { term, ...(annulledOn !== undefined && { annulledOn }) });
  const due = addDays(since, policiesIn(facts, bloc, since).awaited.revote);
  return [matter(`revote/${id}/${bloc}/${season}`, law, what, since, { due })];
}

/** C31: whoever is to take an office was disciplined for the season. Whether that stands in its way, people say. */
function disciplined(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc, aside } = rotation;
  const known = facts.members.blocs.get(bloc);
  const voting = { rotation: id, bloc, season };
  const byHand = namedIn(facts, rotation, term);
  const voted = { chair: votedChair(facts, voting), deputy: votedDeputy(facts, voting) };
  const chosen = {
    chair: byHand ? (byHand.isVoid ? undefined : byHand.unit) : unlessAside(voted.chair, aside),
    deputy: unlessAside(voted.deputy, aside),
  };
  return (["chair", "deputy"] as const).flatMap((office) => {
    const unit = chosen[office];
    const since = unit === undefined || !known ? undefined : disciplinedOn(known, unit, season);
    if (unit === undefined || since === undefined) return [];
    const what = matterText("ChosenThoughDisciplined", { office, unit, term, disciplinedOn: since });
    return [matter(`disciplined/${id}/${bloc}/${season}/${office}`, "C31", what, since)];
  });
}

const unlessAside = (choice: Choice | undefined, aside: ReadonlySet<string>) =>
  choice && !aside.has(choice.key ?? "") ? choice.unit : undefined;

/** C11d: the elected deputy is the chair itself, or cannot serve. */
function deputyless(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc, deputed, seats } = rotation;
  const voting = { rotation: id, bloc, season, office: "deputy" as const };
  const [result] = resultsOf(facts, voting);
  const [unit] = result?.outcome.elected ?? [];
  if (!result || unit === undefined || deputed.has(term)) return [];
  const chair =
    seats.find((one) => one.term === term)?.chair ??
    namedIn(facts, rotation, term)?.unit ??
    votedFor(facts, { ...voting, office: "chair" })?.unit;
  const key = `deputy/${id}/${bloc}/${season}`;
  if (unit === chair)
    return [matter(key, "C11d", matterText("ElectedToBoth", { unit, term }), result.certifiedOn)];
  if (canServe(facts, bloc, { unit, on: result.certifiedOn })) return [];
  const what = matterText("ElectedCannotServe", { office: "deputy", unit, term });
  return [matter(key, "C11d", what, result.certifiedOn)];
}

/** X12: the vote on the deputy of a term was annulled, and is to be held again while nobody is named otherwise. */
function withoutDeputy(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc, deputed } = rotation;
  const voting = { rotation: id, bloc, season, office: "deputy" as const };
  const isDissolved = facts.members.blocs.get(bloc)?.dissolved !== undefined;
  if (isDissolved || deputed.has(term) || resultsOf(facts, voting).length > 0) return [];
  const annulledOn = fallenOf(facts, voting)
    .flatMap(({ annulled, record }) => {
      const isMet = !facts.meetings.get(record?.conference ?? "")?.isCancelled;
      return annulled && isMet && isVoteAnnulled(annulled) ? [annulled.annulledOn] : [];
    })
    .sort()
    .at(-1);
  if (annulledOn === undefined) return [];
  const what = matterText("NoDeputyForTerm", { term, annulledOn });
  const due = addDays(annulledOn, policiesIn(facts, bloc, annulledOn).awaited.revote);
  return [matter(`revote/${id}/${bloc}/${season}/deputy`, "X12", what, annulledOn, { due })];
}

/** X12: two results that no re-vote links. The first one counts. */
function twice(facts: ChairsKnown, { id, rotation: { bloc }, season }: OfSeason): OpenMatter[] {
  return (["chair", "deputy"] as const).flatMap((office) => {
    const [, second] = resultsOf(facts, { rotation: id, bloc, season, office });
    if (!second) return [];
    const what = matterText("TwoResults", { purpose: second.purpose, season });
    return [matter(`results/${id}/${bloc}/${season}/${office}`, "X12", what, second.certifiedOn)];
  });
}

/** C14: the conference is closed, and the handover waits for an answer, or for people. */
function ofAwaited(facts: ChairsKnown, { id, rotation }: Of, awaited: Awaited): OpenMatter[] {
  const { choice, closed, held, readyOn, isByHand } = awaited;
  const { bloc } = rotation;
  const { unit, term, season } = choice;
  const key = `held/${id}/${bloc}/${season}`;
  if (!closed) return [];
  const { closedOn: since } = closed;
  if (held) {
    const { raisedOn, upheldOn } = held;
    const { awaited: days } = policiesIn(facts, bloc, upheldOn);
    const stated = upheldOn === undefined ? {} : { upheldOn };
    const due = upheldOn === undefined ? {} : { due: addDays(upheldOn, days.remedy) };
    const what = matterText("HandoverHeld", { unit, term, raisedOn, ...stated });
    return [matter(key, "C14", what, laterOf(since, raisedOn), due)];
  }
  if (!isByHand || readyOn === undefined) return [];
  const ready = [{ aggregate: "ChairRotation", id, command: seatingOf(awaited, closed, readyOn) }];
  return [matter(key, "C14", matterText("HandoverAwaited", { unit, term }), since, { ready })];
}

/** The seasons of a bloc whose vote is for no rotation, or for two. */
export function unclearRotations(facts: ChairsKnown, bloc: Id): OpenMatter[] {
  if (facts.members.blocs.get(bloc)?.dissolved) return [];
  return seasonsOf(facts, bloc).flatMap((season) => {
    const rotations = rotationsFor(facts, bloc, season);
    const [result] = resultsOf(facts, { rotation: "", bloc, season, office: "chair" });
    const [unit] = result?.outcome.elected ?? [];
    if (!result || unit === undefined || rotations.length === 1 || hasBegun(facts, bloc, season)) return [];
    const what = matterText("RotationUnclear", { unit, season, isNone: rotations.length === 0 });
    return [matter(`rotation/${bloc}/${season}`, "C11", what, result.certifiedOn)];
  });
}

/** Whether the term after a season has begun or passed in any rotation of the bloc. */
const hasBegun = ({ rotations }: ChairsKnown, bloc: Id, season: string): boolean =>
  [...rotations.values()].some((one) => {
    const term = one.bloc === bloc ? termAfterSeason(one.calendar, season) : undefined;
    return term !== undefined && !isComing(one, term);
  });
