import { meets, votesNeeded } from "../vocabulary/bar.ts";
import type { Bylaws } from "../vocabulary/bylaws.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import type { BlocRejection } from "./messages.ts";

/** How many units a bloc has on a day: all members, and those of them that are not suspended and so vote. */
export type Strength = { members: number; electors: number };

/**
 * What makes bylaws useless to a bloc of that strength: a quorum or a threshold that nobody can reach, more seats
 * than members, an honour or a rung of the tie ladder named twice. Undefined when nothing does.
 *
 * Where no unit may vote for itself, the best share is (n-1)/n: 90 % is out of reach below 10 units, 80 % below 5.
 */
export function faultIn(bylaws: Bylaws, strength: Strength): BlocRejection | undefined {
  return faultInBars(bylaws, strength) ?? faultInHonours(bylaws, strength) ?? faultInTieLadder(bylaws);
}

function faultInBars({ voting }: Bylaws, { electors }: Strength): BlocRejection | undefined {
  const { quorum, threshold, selfVote } = voting;
  if (votesNeeded(quorum, electors) === undefined)
    return { type: "BylawsQuorumUnreachable", data: { quorum, electors } };
  const votesMax = selfVote ? electors : electors - 1;
  if (meets(threshold, { votes: votesMax, base: electors })) return undefined;
  return { type: "BylawsThresholdUnreachable", data: { threshold, selfVote, electors, votesMax } };
}

function faultInHonours({ honours }: Bylaws, { members }: Strength): BlocRejection | undefined {
  for (const [at, { honour, seats }] of honours.entries()) {
    if (honours.findIndex((other) => sameHonour(other.honour, honour)) !== at)
      return { type: "BylawsHonourRepeated", data: { honour } };
    if (seats > members) return { type: "BylawsSeatsBeyondMembers", data: { honour, seats, members } };
  }
  return undefined;
}

function faultInTieLadder({ voting: { tieLadder } }: Bylaws): BlocRejection | undefined {
  const kinds = new Set<TieStep["kind"]>();
  for (const [at, { kind: step }] of tieLadder.entries()) {
    const data = { step, rung: at + 1 };
    if (kinds.has(step)) return { type: "BylawsTieStepRepeated", data };
    if (kinds.has("vacantSeat")) return { type: "BylawsTieStepAfterVacantSeat", data };
    kinds.add(step);
  }
  return undefined;
}
