import type { Id } from "../kernel/ids.ts";
import { addTo, type BlocAndSeason, inSeason, seasonWith } from "./by-season.ts";
import { blocOfBallot, firstOf, type OfBloc } from "./results-known.ts";
import type { RoundsKnown, Terms } from "./rounds-known.ts";

// Where the ballots of a bloc and a season are found, without a look at those of all others. A ballot that was once found
// in a season may be found there for ever: whoever reads asks what is so by now.

/** A tree of ballots is of the bloc and the season of its first one. Of an unknown conference the bloc is empty. */
export function seasonOf(known: RoundsKnown, ballot: Id): BlocAndSeason | undefined {
  const { ballots } = known.results;
  let first = firstOf(ballots, ballot);
  for (const seen = new Set<Id>(); !seen.has(first); ) {
    seen.add(first);
    const follows = ballots.get(first)?.follows;
    if (follows) first = firstOf(ballots, follows.ballot);
  }
  return ownSeason(known, first);
}

/** By its own terms. */
function ownSeason({ votes, results }: RoundsKnown, ballot: Id): BlocAndSeason | undefined {
  const set = votes.get(ballot)?.terms;
  return set && seasonOfTerms(results, set);
}

const seasonOfTerms = (
  results: RoundsKnown["results"],
  { season, ...of }: OfBloc & Pick<Terms, "season">,
): BlocAndSeason => ({ bloc: blocOfBallot(results, of) ?? "", season });

/** The ballots that belong to a season by their tree or by their own terms, and maybe others. */
export const ballotsNear = ({ seasons }: RoundsKnown, of: BlocAndSeason | undefined): Iterable<Id> =>
  (of && inSeason(seasons, of)?.ballots) ?? [];

/** Those to which the bloc and the season of some terms are the own ones, and maybe others. */
export const ballotsBeside = (known: RoundsKnown, terms: OfBloc & Pick<Terms, "season">): Iterable<Id> =>
  ballotsNear(known, seasonOfTerms(known.results, terms));

/** The seasons to which a ballot belongs, or what follows from it. */
export const seasonsAround = (known: RoundsKnown, ballot: Id): BlocAndSeason[] =>
  [seasonOf(known, ballot), ownSeason(known, ballot)].flatMap((one) => one ?? []);

/** A ballot and whatever follows it, the ballot first. */
export function treeFrom({ followers }: RoundsKnown, ballot: Id): readonly Id[] {
  const tree = new Set([ballot]);
  // The set grows during the loop, and the loop visits each ballot once.
  for (const one of tree) for (const next of followers.get(one) ?? []) tree.add(next);
  return [...tree];
}

/** Something was learnt of a ballot: it is found where it belongs by now, and so is whatever follows it. */
export function place(known: RoundsKnown, ballot: Id): void {
  const follows = known.results.ballots.get(ballot)?.follows;
  if (follows) addTo(known.followers, follows.ballot, ballot);
  for (const one of treeFrom(known, ballot))
    for (const season of seasonsAround(known, one)) near(known, season).ballots.add(one);
}

/** From now on there is more of a ballot than that it is owed: it comes after those of which there was before. */
export function placeLast(known: RoundsKnown, ballot: Id): void {
  for (const season of seasonsAround(known, ballot)) near(known, season).ballots.delete(ballot);
  place(known, ballot);
}

export const near = ({ seasons }: RoundsKnown, of: BlocAndSeason) =>
  seasonWith(seasons, of, () => ({ ballots: new Set<Id>(), boards: new Set<Id>() }));
