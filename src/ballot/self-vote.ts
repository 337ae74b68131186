import type { UnitId } from "../vocabulary/unit.ts";
import { supportedBy } from "./opinion.ts";
import type { Paper } from "./paper.ts";
import type { Discrepancy, Tally } from "./result.ts";
import { presenceOf, principalsOf, type Roll, rollCount, voters, votesOf } from "./roll.ts";
import type { Terms } from "./terms.ts";

type Registered = { terms: Terms; roll: Roll };

// Votes for oneself, where the terms do not allow them.

/**
 * The first of `units` that a vote called aloud supports, though no unit may vote for itself: the unit whose vote it is,
 * and the one that holds it by proxy. Any place in a ranking supports a nominee against those that have none.
 */
export function selfVoteIn({ voting }: Terms, vote: Paper, units: readonly UnitId[]): UnitId | undefined {
  if (voting.selfVote) return undefined;
  const supported = supportedBy(vote);
  return units.find((unit) => supported.includes(unit));
}

/**
 * A forbidden vote for oneself shows only in one way: a unit took part, and has more votes than all were issued papers
 * that are neither its own nor its principals'. The papers prove this and nothing else. The answer does not name the
 * unit: no message of a secret ballot holds a unit beside its choice.
 */
export function selfVoteOn({ terms, roll }: Registered, tally: Tally): Discrepancy | undefined {
  if (terms.voting.selfVote) return undefined;
  const { issued, present, consulted } = rollCount({ terms, roll });
  const all = terms.voting.form === "secret" ? issued : present + consulted;
  const isForced = tally.lines.some(({ nominee, for: votes }) => {
    const own = ownVotes({ terms, roll }, nominee);
    return own > 0 && votes > all - own;
  });
  return isForced ? { kind: "selfVote" } : undefined;
}

/** The votes that a unit gives itself or for others: its own, and those of the principals whose papers it received. */
function ownVotes({ terms, roll }: Registered, unit: UnitId): number {
  const isSecret = terms.voting.form === "secret";
  const own = [unit, ...principalsOf(roll, unit)].filter((voter) => {
    const { paper, takesPart } = presenceOf(roll, voter);
    if (!voters(terms).includes(voter) || (isSecret ? paper : takesPart) === undefined) return false;
    // A principal that was asked in writing got its paper itself.
    return voter === unit || (isSecret ? paper === "inRoom" : takesPart === "byProxy");
  });
  return votesOf(terms, own);
}
