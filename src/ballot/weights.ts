import type { UnitId } from "../vocabulary/unit.ts";
import type { Terms } from "./messages.ts";

/** The most votes that a ballot may have, all electors together: as many papers as a box may hold. */
export const votesMax = 100_000;

/** Says of figures that they are votes and not units, where some elector has more votes than one. */
export function inVotes({ weights = [] }: Pick<Terms, "weights">): { inVotes?: true } {
  return weights.some(({ votes }) => votes > 1) ? { inVotes: true } : {};
}

/** How many votes these units have together: one each, where the terms give no other weight. */
export function votesOf({ weights = [] }: Pick<Terms, "weights">, units: readonly UnitId[]): number {
  const votes = new Map(weights.map((weight) => [weight.unit, weight.votes]));
  return units.reduce((sum, unit) => sum + (votes.get(unit) ?? 1), 0);
}
