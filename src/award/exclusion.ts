import { type Honour, type HonourKind, sameHonour } from "../vocabulary/honour.ts";

/**
 * Which honours exclude each other for one achievement. It is a graph and not an order: one achievement earns
 * one award (Law on Emulation and Commendation 2022), and yet the Government's flag is chosen among the winners
 * of the province's.
 */
export type Exclusions = readonly (readonly [HonourKind, HonourKind])[];

/** Flag and certificate of one authority: who gets the one does not get the other. */
export const usualExclusions: Exclusions = [["emulationFlag", "certificateOfMerit"]];

/**
 * Which of `held` stand against `honour`: those of the same authority that exclude it. An honour does not
 * exclude itself.
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
