import type { Id } from "../kernel/ids.ts";
import { addDays } from "../kernel/time.ts";
import { defaultPolicies } from "../vocabulary/policies.ts";
import { policiesOn } from "./members-known.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import {
  blocOfBallot,
  isRunOff,
  isVoteAnnulled,
  resultInForce,
  roundsBefore,
  seriesOf,
} from "./results-known.ts";
import { termsOf } from "./round-terms.ts";
import type { RoundsKnown, Terms } from "./rounds-known.ts";
import { ballotsBeside } from "./rounds-near.ts";

/**
 * X12: a vote that was annulled is to be held again, until what it was on has a result. People settle the matter where they
 * give that up. A vote on the chair or the deputy is for the term of a rotation, and listed there.
 */
export function revotesAwaited(known: RoundsKnown, scope: string, id: Id): OpenMatter[] {
  const since = known.results.ballots.get(id)?.annulled?.annulledOn;
  const voted = termsOf(known, id);
  if (since === undefined || !voted || isOfOffice(voted)) return [];
  const bloc = blocOfBallot(known.results, voted);
  const members = known.members.blocs.get(bloc ?? "");
  if (bloc === undefined || members?.dissolved || !isToBeRepeated(known, id, voted)) return [];
  const { purpose, season } = voted;
  if (resultInForce(known.results, { bloc, season, purpose }, ballotsBeside(known, voted))) return [];
  const { revote } = (members ? policiesOn(members, since) : defaultPolicies).awaited;
  const what = matterText("RevoteAwaited", { purpose, season, annulledOn: since });
  const due = addDays(since, revote);
  return [{ key: `revote/${scope}/${id}`, law: "X12", what, since, due, ready: [] }];
}

const isOfOffice = ({ purpose: { kind } }: Terms) => kind === "chair" || kind === "deputyChair";

/** Whether a vote leaves another to be held; where it was repeated and that was annulled, too, the later one does. */
function isToBeRepeated(known: RoundsKnown, id: Id, voted: Terms): boolean {
  if (!leavesVote(known, id)) return false;
  const { ballots } = known.results;
  return ![...ballotsBeside(known, voted)].some(
    (one) => one !== id && seriesOf(ballots, one).includes(id) && leavesVote(known, one),
  );
}

/**
 * A run-off is held again for the ballot that called it (C9). A round of a round that counts no more is one of what will be
 * voted instead (C10), and what a cancelled conference was to hold is voted nowhere (C18d).
 */
function leavesVote(known: RoundsKnown, id: Id): boolean {
  const { ballots } = known.results;
  const annulled = ballots.get(id)?.annulled;
  if (!annulled || !isVoteAnnulled(annulled) || isRunOff(known.results, id)) return false;
  const { conference } = termsOf(known, id) ?? {};
  if (conference !== undefined && known.cancelled.has(conference)) return false;
  return !roundsBefore(known.results, id).some((one) => ballots.get(one)?.annulled);
}
