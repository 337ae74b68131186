import { areExclusive, type Bylaws } from "./bylaws.ts";
import { type Honour, HonourKind, sameHonour } from "./honour.ts";

/**
 * Pairs of honours that exclude each other for one achievement. One achievement earns one award (Law on Emulation
 * and Commendation 2022). The pairs are a graph, not an order: the Government's flag is chosen among the winners of
 * the province's flag, so these two do not exclude each other.
 */
export type Exclusions = readonly (readonly [HonourKind, HonourKind])[];

/** Flag and certificate of one authority: a unit gets only one of them. */
export const usualExclusions: Exclusions = [["emulationFlag", "certificateOfMerit"]];

/** Whether two honours of one authority are one of the pairs. */
export function isPair(a: Honour, b: Honour, exclusions: Exclusions): boolean {
  return (
    !sameHonour(a, b) &&
    a.authority === b.authority &&
    exclusions.some((pair) => pair.includes(a.kind) && pair.includes(b.kind))
  );
}

/**
 * Whether a unit cannot have both honours for one season. The bylaws say so; where no honour of theirs has `excludes`,
 * they say nothing about it, and `usualExclusions` hold.
 *
 * @example
 * const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
 * const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;
 * excludeEachOther({ honours: [] }, flag, certificate) // true
 * excludeEachOther({ honours: [{ honour: flag, seats: 1, excludes: [] }] }, flag, certificate) // false
 */
export function excludeEachOther(bylaws: Pick<Bylaws, "honours">, a: Honour, b: Honour): boolean {
  const areSaid = bylaws.honours.some(({ excludes }) => excludes !== undefined);
  return areSaid ? areExclusive(bylaws, a, b) : isPair(a, b, usualExclusions);
}

/**
 * The place of an honour, the highest first: that in the list of the bylaws. What the list does not have comes after it,
 * in the order of the kinds.
 *
 * @example
 * const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
 * rankOf({ honours: [] }, flag) < rankOf({ honours: [] }, { ...flag, kind: "certificateOfMerit" }) // true
 */
export function rankOf({ honours }: Pick<Bylaws, "honours">, honour: Honour): number {
  const at = honours.findIndex((rule) => sameHonour(rule.honour, honour));
  return at >= 0 ? at : honours.length + HonourKind.options.indexOf(honour.kind);
}
