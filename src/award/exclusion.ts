import { type Honour, type HonourKind, sameHonour } from "../vocabulary/honour.ts";

/**
 * Pairs of honours that exclude each other for one achievement. One achievement earns one award (Law on Emulation
 * and Commendation 2022). The pairs are a graph, not an order: the Government's flag is chosen among the winners of
 * the province's flag, so these two do not exclude each other.
 */
export type Exclusions = readonly (readonly [HonourKind, HonourKind])[];

/** Flag and certificate of one authority: a unit gets only one of them. */
export const usualExclusions: Exclusions = [["emulationFlag", "certificateOfMerit"]];

/**
 * The honours of `held` that exclude `honour`: they are of the same authority, and one of `exclusions` pairs them. An
 * honour does not exclude itself.
 *
 * @example
 * excludedBy({ kind: "certificateOfMerit", authority: "UBND tỉnh" }, [], usualExclusions) // []
 */
export function excludedBy(honour: Honour, held: readonly Honour[], exclusions: Exclusions): Honour[] {
  return held.filter(
    (other) =>
      !sameHonour(other, honour) &&
      other.authority === honour.authority &&
      exclusions.some((pair) => pair.includes(other.kind) && pair.includes(honour.kind)),
  );
}
