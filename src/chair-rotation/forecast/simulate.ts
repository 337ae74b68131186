import type { RotationPolicy } from "../policies/policy.ts";
import type { OpenedRotation } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Seat } from "./explanation.ts";
import { isLastIn, type Until } from "./forecast.ts";
import { nominalTerms } from "./nominal.ts";

/** One term under each of the policies, in their order. */
export type SimulatedTerm = { term: TermId; seats: readonly Seat[] };

/**
 * Whose turn each term would have been and would be, had the rotation been opened under each of `policies`: the
 * same roster, order and facts, on the nominal layer, side by side. Policies adopted later in the history stand.
 */
export function simulate(
  rotation: OpenedRotation,
  policies: readonly RotationPolicy[],
  until: Until,
): SimulatedTerm[] {
  const [first = [], ...others] = policies.map((policy) => {
    const source = { ...rotation, opening: { ...rotation.opening, policy } };
    return nominalTerms(source, isLastIn(rotation, until));
  });
  return first.map(({ term, seat }, at) => ({
    term,
    seats: [seat, ...others.flatMap((terms) => terms[at]?.seat ?? [])],
  }));
}
