import { type ChairRotationCommand, termAfterSeason } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, type Choice, isComing, type RotationKnown, rotationsFor } from "./chairs-known.ts";
import { againstVote, electedOf, namedIn, votedChair, votedDeputy } from "./chosen-chairs.ts";
import { deputyMatters } from "./deputy-matters.ts";
import { seasonsChosenIn } from "./due-seats.ts";
import { handoverMatters } from "./handover-matters.ts";
import { disciplinedOn } from "./members-known.ts";
import { matterText } from "./messages.ts";
import { flagMatters, officeMatters, oneByOne } from "./office-matters.ts";
import {
  countedResult,
  fallenOf,
  goneOn,
  isVacated,
  policiesIn,
  resultsOf,
  seasonsOf,
} from "./office-votes.ts";
import { brokenOff, leftVacant, votedAgain } from "./offices-voted-again.ts";
import { matter, type OpenMatter } from "./open-matter.ts";

/** What is open about the chair of a rotation, and what only people settle. */
export function chairMatters(facts: ChairsKnown, id: Id): OpenMatter[] {
  const rotation = facts.rotations.get(id);
  if (!rotation || rotation.closedOn !== undefined) return [];
  return [
    ...seasonsChosenIn(facts, id, rotation).flatMap((season) => ofSeason(facts, { id, rotation, season })),
    ...handoverMatters(facts, id, rotation),
    ...officeMatters(facts, id, rotation),
    ...flagMatters(facts, id, rotation),
  ];
}

type Of = { id: Id; rotation: RotationKnown };
type OfSeason = Of & { season: string };
type AgainstVote = NonNullable<ReturnType<typeof againstVote>>;

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
    ...deputyMatters(facts, of, { term: term.term, isNext }),
    ...twice(facts, of),
  ];
}

/** C13: the bloc elected one unit, and a decision names another, or people did without one. */
function overVote(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc } = rotation;
  const byHand = namedIn(facts, rotation, term);
  if (byHand?.decision && byHand.isVoid) {
    const { unit, decision, namedOn } = byHand;
    const what = matterText("NamedCannotServe", { unit, term, decision });
    return [matter(`decision/${id}/${bloc}/${season}`, "C13", what, namedOn)];
  }
  const against = againstVote(facts, { rotation: id, bloc, season });
  if (against) return [overNoVote({ id, rotation, season }, term, against)];
  const elected = electedOf(facts, { rotation: id, bloc, season, office: "chair" });
  if (!byHand?.decision || elected === undefined || elected === byHand.unit) return [];
  const { unit, decision, namedOn } = byHand;
  const what = matterText("DecisionOverVote", { elected, named: unit, term, decision });
  return [matter(`decision/${id}/${bloc}/${season}`, "C13", what, namedOn)];
}

/** Only a decision of the authority goes before a vote: until there is one, neither unit takes the chair. */
function overNoVote(
  { id, rotation, season }: OfSeason,
  term: string,
  { named: { unit: named, namedOn }, elected: { unit: elected, basis, chosenOn } }: AgainstVote,
): OpenMatter {
  const what = matterText("NamedAgainstVote", { elected, named, term });
  const since = laterOf(namedOn, chosenOn);
  // The designation is taken back from whom it names, which may live on as its heir.
  const chair = rotation.named.get(term)?.unit ?? named;
  const commands: ChairRotationCommand[] = [
    { type: "UndesignateChair", data: { term, chair, code: "byBloc", undesignatedOn: since } },
    { type: "DesignateChair", data: { term, chair: elected, basis, designatedOn: chosenOn } },
  ];
  return matter(`decision/${id}/${rotation.bloc}/${season}`, "C13", what, since, oneByOne(id, commands));
}

/** C11, C12: a bloc has voted, and nobody is to chair the term. */
function withoutChair(facts: ChairsKnown, { id, rotation, season }: OfSeason, term: string): OpenMatter[] {
  const { bloc } = rotation;
  const voting = { rotation: id, bloc, season, office: "chair" as const };
  if (namedIn(facts, rotation, term)) return [];
  const result = countedResult(facts, voting);
  const choice = votedChair(facts, voting);
  if (choice) return leftVacant(facts, voting, { choice, since: rotation.aside.get(choice.key ?? "") });
  const fallen = fallenOf(facts, voting);
  const law = fallen.length > 0 ? "C12" : "C11";
  const [unit] = result?.outcome.elected ?? [];
  if (result && unit !== undefined) {
    const since = laterOf(result.certifiedOn, goneOn(facts, bloc, { unit, chosenOn: result.certifiedOn }));
    const again = votedAgain(facts, voting, { result, since });
    const what = matterText("ElectedCannotServe", { office: "chair", unit, term, ...again?.said });
    return [matter(`serve/${id}/${bloc}/${season}`, law, what, since, again?.by)];
  }
  const annulledOn = fallen
    .flatMap(({ annulled }) => annulled?.annulledOn ?? [])
    .sort()
    .at(-1);
  const since = annulledOn ?? result?.certifiedOn;
  if (since === undefined) return brokenOff(facts, voting);
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

const unlessAside = (choice: Choice | undefined, aside: RotationKnown["aside"]) =>
  choice && !aside.has(choice.key ?? "") ? choice.unit : undefined;

/** X12: two results that no re-vote links. The first one counts. */
function twice(facts: ChairsKnown, { id, rotation: { bloc }, season }: OfSeason): OpenMatter[] {
  return (["chair", "deputy"] as const).flatMap((office) => {
    const voting = { rotation: id, bloc, season, office };
    const [, second] = resultsOf(facts, voting).filter((result) => !isVacated(facts, voting, result));
    if (!second) return [];
    const what = matterText("TwoResults", { purpose: second.purpose, season });
    return [matter(`results/${id}/${bloc}/${season}/${office}`, "X12", what, second.certifiedOn)];
  });
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
