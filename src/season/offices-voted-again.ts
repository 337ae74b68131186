import { addDays, type CivilDate } from "../kernel/time.ts";
import type { ChairsKnown, Choice } from "./chairs-known.ts";
import { matterText } from "./messages.ts";
import { brokenOffOn, countedResult, isVacated, policiesIn, type Voting } from "./office-votes.ts";
import { matter, type OpenMatter } from "./open-matter.ts";
import type { Result } from "./results-known.ts";

// What is to be voted on again for an office of a term.

/** X12: the vote was annulled before anybody was elected, and is to be held again. */
export function brokenOff(facts: ChairsKnown, voting: Voting): OpenMatter[] {
  const { rotation, bloc, season, office } = voting;
  const annulledOn = brokenOffOn(facts, voting);
  if (annulledOn === undefined || facts.members.blocs.get(bloc)?.dissolved) return [];
  const what = matterText("RevoteAwaited", { purpose: purposes[office], season, annulledOn });
  const due = addDays(annulledOn, policiesIn(facts, bloc, annulledOn).awaited.revote);
  const key = `revote/${rotation}/${bloc}/${season}${office === "deputy" ? "/deputy" : ""}`;
  return [matter(key, "X12", what, annulledOn, { due })];
}

/** By bylaws that say so a seat that fell vacant is voted on again, within the days of a re-vote. */
export function votedAgain(
  facts: ChairsKnown,
  voting: Voting,
  { result, since }: { result: Result; since: CivilDate },
): { said: { isVotedAgain: true }; by: Partial<OpenMatter> } | undefined {
  if (!isVacated(facts, voting, result)) return undefined;
  const due = addDays(since, policiesIn(facts, voting.bloc, since).awaited.revote);
  return { said: { isVotedAgain: true }, by: { due } };
}

/** X12: people took whom the vote elected out of the seat, and it is to be voted on again. */
export function leftVacant(
  facts: ChairsKnown,
  voting: Voting,
  { choice: { unit }, since }: { choice: Choice; since: CivilDate | undefined },
): OpenMatter[] {
  const result = countedResult(facts, voting);
  const again = result && since !== undefined && votedAgain(facts, voting, { result, since });
  if (!again || since === undefined) return [];
  const { rotation, bloc, season, office } = voting;
  const what = matterText("SeatToVoteAgain", { purpose: purposes[office], season, unit });
  return [matter(`vacated/${rotation}/${bloc}/${season}/${office}`, "X12", what, since, again.by)];
}

const purposes = { chair: { kind: "chair" }, deputy: { kind: "deputyChair" } } as const;
