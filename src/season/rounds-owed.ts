import type { Id } from "../kernel/ids.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import { blocOfBallot, firstOf, isRunOff, resultsInForce } from "./results-known.ts";
import { termsOf } from "./round-terms.ts";
import type { RoundsKnown, Terms } from "./rounds-known.ts";
import { ballotsBeside } from "./rounds-near.ts";

/** Whether a ballot is there: somebody opened it, or this process did. */
export function isHeld(known: RoundsKnown, id: Id): boolean {
  return known.votes.get(id)?.terms !== undefined || known.calls.has(id) || isRoundOwed(known, id);
}

/**
 * C7: a round is owed once the one before has a result that counts, while somebody is left and nobody votes on the honour
 * apart. Of two results that no re-vote links one counts, and only that has a round.
 */
export function isRoundOwed(known: RoundsKnown, id: Id): boolean {
  const round = known.rounds.get(id);
  if (!round) return false;
  if (known.votes.get(id)?.begun) return true;
  const data = termsOf(known, id);
  return (
    data !== undefined &&
    data.nominees.length > 0 &&
    countedBeside(known, round.before) === undefined &&
    !isVotedApart(known, id, data)
  );
}

/** The ballot that counts, where the result of this one is in force beside it. */
export function countedBeside(known: RoundsKnown, ballot: Id): Id | undefined {
  const { record } = known.results.ballots.get(ballot) ?? {};
  const bloc = record && blocOfBallot(known.results, record);
  if (!record || bloc === undefined) return undefined;
  const { season, purpose } = record;
  const all = resultsInForce(known.results, { bloc, season, purpose }, ballotsBeside(known, record));
  return all.some((one, at) => at > 0 && one.ballot === ballot) ? all[0]?.ballot : undefined;
}

/**
 * Whether people opened a ballot for the honour of this round themselves: a first ballot of the season, which is nobody's
 * round, or one that follows the same round before. One that was set aside before it had a paper is none.
 */
function isVotedApart(known: RoundsKnown, id: Id, held: Terms): boolean {
  const { results, rounds } = known;
  const { purpose, season } = held;
  const before = rounds.get(id)?.before;
  const bloc = blocOfBallot(results, held);
  return [...ballotsBeside(known, held)].some((other) => {
    const { terms: set, openedOn } = known.votes.get(other) ?? {};
    if (!set || other === id || set.season !== season || blocOfBallot(results, set) !== bloc) return false;
    const isSame =
      purpose.kind === "honour" &&
      set.purpose.kind === "honour" &&
      sameHonour(set.purpose.honour, purpose.honour);
    const { annulled, record } = results.ballots.get(other) ?? {};
    const isSetAside = annulled !== undefined && record === undefined && openedOn === undefined;
    const follows = results.ballots.get(firstOf(results.ballots, other))?.follows;
    const isApart =
      follows === undefined ||
      (follows.kind === "round" && other === firstOf(results.ballots, other) && follows.ballot === before);
    return isSame && !isSetAside && isApart && !isRunOff(results, other);
  });
}
