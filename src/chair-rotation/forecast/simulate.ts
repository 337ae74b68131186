import type { RotationPolicy } from "../policies/policy.ts";
import type { OpenedRotation } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Seat } from "./explanation.ts";
import { isLastIn, type Until } from "./forecast.ts";
import { nominalTerms } from "./nominal.ts";

/** One term, with its seat under each of the policies, in the order of the policies. */
export type SimulatedTerm = { term: TermId; seats: readonly Seat[] };

/**
 * Whose turn each term would be if the rotation had been opened under each of `policies`, with the same roster, order
 * and facts. A policy that was adopted later in the history still replaces the first one. Swaps, substitutes and
 * vacancies are left out.
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
