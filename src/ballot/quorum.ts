import type { DataOf } from "../kernel/messages.ts";
import type { BallotEvent } from "./messages.ts";
import { eligibleCount, inVotes, quorumNeeded, type Roll, rollCount } from "./roll.ts";
import type { Terms } from "./terms.ts";

/**
 * Whether the votes of a roll make the quorum, and its figures. Nobody votes where nobody is present or asked in writing,
 * even if the quorum is 0.
 */
export function quorumOf(
  terms: Terms,
  roll: Roll,
): { isReached: boolean; figures: DataOf<BallotEvent, "QuorumNotReached"> } {
  const { present, byProxy, consulted } = rollCount({ terms, roll });
  const eligible = eligibleCount(terms);
  const needed = quorumNeeded(terms.voting.quorum, eligible) ?? eligible;
  const { quorumInRoom } = terms.procedure;
  const form = terms.voting.selection === "consensus" ? "consensus" : terms.voting.form;
  const makeQuorum = quorumInRoom ? present - (byProxy ?? 0) : present;
  return {
    isReached: makeQuorum >= needed && present + consulted > 0,
    figures: {
      ...{ eligible, present, needed },
      ...(quorumInRoom && { quorumInRoom }),
      ...(byProxy !== undefined && { byProxy }),
      ...(consulted > 0 && { consulted }),
      ...inVotes(terms),
      ...(form !== "secret" && { form }),
    },
  };
}
