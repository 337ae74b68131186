import type { Begun } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { BallotRejection } from "./messages.ts";
import { rollCount } from "./roll.ts";
import type { Ballot } from "./state.ts";
import type { Terms } from "./terms.ts";

// Which terms of a ballot are fixed, and from when on.

/** From the first vote of any form on, the terms are fixed as a whole. */
export function rulesFrozen(state: Begun<Ballot>): BallotRejection | undefined {
  const issued = votesBegun(state);
  return issued > 0 ? { type: "RulesFrozen", data: { issued } } : undefined;
}

/**
 * How many papers are issued, votes called or tallies given. Hands that are retaken leave no tally, but they were
 * shown: each earlier reading counts as one.
 */
export function votesBegun(state: Begun<Ballot>): number {
  const { voting } = state;
  if (voting.form === "rollCall") return voting.calls.size;
  if (voting.form === "showOfHands") return voting.tallies.size + voting.reading - 1;
  return rollCount(state).issued;
}

/**
 * From its call on, a run-off has the terms of the ballot that called it, among exactly the tied. Only who counts, and
 * the sitting in which it is held, may be otherwise. No other ballot becomes a run-off by a revision.
 */
export function runOffTermsFixed(before: Terms, after: Terms): BallotRejection | undefined {
  const runOff = [before, after].map(({ follows }) => follows).find((follows) => follows?.kind === "runOff");
  if (runOff === undefined) return undefined;
  return same(fixedOf(before), fixedOf(after))
    ? undefined
    : { type: "RunOffTermsFixed", data: { ballot: runOff.ballot } };
}

function fixedOf({ tellers: _, conference: __, bloc: ___, ...fixed }: Terms): Partial<Terms> {
  return fixed;
}
