import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection } from "./messages.ts";
import { objectionToVoter, presenceOf, principalsOf, type Roll } from "./roll.ts";
import type { Terms } from "./terms.ts";

// What stands against a proxy by the terms, whoever says that it was given.

/** What stands against a proxy between these two, whatever else is so: both take part, and are not the same. */
export function objectionToPair(
  terms: Terms,
  principal: UnitId,
  holder: UnitId,
): BallotRejection | undefined {
  const stranger = objectionToVoter(terms, principal) ?? objectionToVoter(terms, holder);
  if (stranger) return stranger;
  return principal === holder ? { type: "ProxyToSelf", data: { unit: principal } } : undefined;
}

/** What stands against a proxy with this holder: a proxy goes one hop, and a holder has at most `proxiesMax`. */
export function objectionToHolder(
  { terms, roll }: { terms: Terms; roll: Roll },
  principal: UnitId,
  holder: UnitId,
): BallotRejection | undefined {
  if (presenceOf(roll, holder).holder !== undefined || principalsOf(roll, principal).length > 0)
    return { type: "ProxyChained", data: { principal, holder } };
  const { proxiesMax } = terms.voting;
  if (principalsOf(roll, holder).length >= proxiesMax)
    return { type: "TooManyProxies", data: { holder, proxiesMax } };
  return undefined;
}
