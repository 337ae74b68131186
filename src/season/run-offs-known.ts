import { derivedId, type Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import { seriesOf } from "./results-known.ts";
import { calledTerms } from "./round-terms.ts";
import type { Call, RoundsKnown, Terms } from "./rounds-known.ts";
import { ballotsNear, seasonOf } from "./rounds-near.ts";

// The run-offs that ballots call, and the ballots that they are held as: the one that was opened for it, one that people
// opened on the same terms, and the re-votes of these.

/** The id of the run-off that a ballot calls at a step of its tie ladder, in a round; `call` where it is called again. */
export function runOffId(
  ballot: Id,
  { step, round, call }: { step: number; round: number; call?: number | undefined },
): Id {
  return derivedId("run-off", ballot, ...[step, round, ...(call === undefined ? [] : [call])].map(String));
}

/** The run-off that a ballot is, or is the re-vote of, by the id of the call. */
export function callOf(known: RoundsKnown, ballot: Id): Id | undefined {
  const series = seriesOf(known.results.ballots, ballot);
  const first = series.at(-1) ?? ballot;
  const follows = known.results.ballots.get(first)?.follows;
  if (follows?.kind !== "runOff") return undefined;
  // The id could be worked out as well; that costs more than a look at the few calls that the ballot has.
  const isOfCall = ({ step, round, call }: Partial<Call> = {}) =>
    step === follows.step && round === follows.round && call === follows.call;
  const id = [...(known.called.get(follows.ballot) ?? [])].find((one) => isOfCall(known.calls.get(one)));
  const called = id === undefined ? undefined : calledTerms(known, id);
  const isHeld = called && series.every((one) => isAsCalled(known.votes.get(one)?.terms, called));
  return isHeld ? id : undefined;
}

/**
 * Whether a ballot keeps to the terms of the call, as all do that people did not open. Who counts and the sitting may be
 * others; of a re-vote, which is held later, also who votes.
 */
function isAsCalled(terms: Terms | undefined, called: Terms): boolean {
  if (!terms) return true;
  const fixed = terms.follows?.kind === "revote" ? fixedOfRevote : fixedOf;
  return same(fixed(terms), fixed(called));
}

const fixedOf = ({ tellers: _, conference: __, bloc: ___, ...fixed }: Terms): Partial<Terms> => fixed;

function fixedOfRevote({ purpose, seats, voting, method, nominees }: Terms): Partial<Terms> {
  return { purpose, seats, voting, method, nominees: nominees.toSorted() };
}

/**
 * The ballots that a run-off is held as, each with the re-votes that followed it. The one that the process opened is the
 * first; where another ballot has taken its place, it is none of them.
 */
export function ballotsOfCall(known: RoundsKnown, runOff: Id): readonly (readonly Id[])[] {
  const others = [...ballotsNear(known, seasonOf(known, runOff))].filter((one) => known.votes.has(one));
  const all = [runOff, ...others].filter((one) => callOf(known, one) === runOff);
  const series = new Map<Id, Set<Id>>();
  for (const one of all) {
    const first = seriesOf(known.results.ballots, one).at(-1) ?? one;
    series.set(first, (series.get(first) ?? new Set()).add(one));
  }
  const depth = (one: Id) => seriesOf(known.results.ballots, one).length;
  return [...series.values()].map((ballots) => [...ballots].sort((a, b) => depth(a) - depth(b)));
}
