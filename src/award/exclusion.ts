import { type Exclusions, isPair } from "../vocabulary/exclusions.ts";
import type { Honour } from "../vocabulary/honour.ts";

export { type Exclusions, usualExclusions } from "../vocabulary/exclusions.ts";

/**
 * The honours of `held` that exclude `honour`: they are of the same authority, and one of `exclusions` pairs them. An
 * honour does not exclude itself.
 *
 * @example
 * excludedBy({ kind: "certificateOfMerit", authority: "UBND tỉnh" }, [], usualExclusions) // []
 */
export function excludedBy(honour: Honour, held: readonly Honour[], exclusions: Exclusions): Honour[] {
  return held.filter((other) => isPair(honour, other, exclusions));
}
