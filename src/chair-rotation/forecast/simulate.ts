import { countedFromFirst } from "../calendar.ts";
import { copyOf } from "../members.ts";
import type { RotationPolicy } from "../policies/policy.ts";
import type { OpenedRotation } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Seat } from "./explanation.ts";
import { comingTerms, type Source } from "./reckoning.ts";
import { firstStanding } from "./standing.ts";
import { isLastIn, type Until } from "./until.ts";

/** One term, with its seat under each of the policies, in the order of the policies. */
export type SimulatedTerm = { term: TermId; seats: readonly Seat[] };

/**
 * Whose turn each term would be if the rotation had been opened under each of `policies`, with the same roster, order
 * and facts. A policy that was adopted later in the history still replaces the first one. Swaps, substitutes and
 * vacancies are left out, but that an open term which stays vacant takes nobody's turn.
 */
export function simulate(
  rotation: OpenedRotation,
  policies: readonly RotationPolicy[],
  until: Until,
): SimulatedTerm[] {
  const enough = isLastIn(rotation, until);
  const [first = [], ...others] = policies.map((policy) =>
    comingTerms(fromTheFirst(rotation, policy), { enough }, ({ term, seat }) => ({ term, seat })),
  );
  return first.map(({ term, seat }, at) => ({
    term,
    seats: [seat, ...others.flatMap((terms) => terms[at]?.seat ?? [])],
  }));
}

/** The rotation as if no term had begun, with all that was recorded about its turns. */
function fromTheFirst(rotation: OpenedRotation, policy: RotationPolicy): Source {
  const opening = { ...rotation.opening, policy };
  const begun = rotation.served.map(({ number, decided }) => [number, decided] as const);
  return {
    ...rotation,
    opening,
    calendar: countedFromFirst(rotation.calendar),
    served: [],
    overlays: new Map(),
    decisions: new Map([...begun, ...rotation.decisions]),
    standing: firstStanding(opening),
    roster: copyOf(rotation.firstRoster),
    rosterFacts: 0,
    pending: rotation.facts,
  };
}
