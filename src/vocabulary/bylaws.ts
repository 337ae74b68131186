import * as z from "zod/mini";
import { eachOnceBy, list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { Honour, sameHonour } from "./honour.ts";
import { BylawsPolicies } from "./policies.ts";
import { VotingRules } from "./voting-rules.ts";

const honours = list(Honour, { max: 20 }).check(
  eachOnceBy(({ kind, authority }: Honour) => `${kind}, ${authority}`),
);

/** What a unit needs to be proposed for an honour. What is absent is not asked for. */
export const HonourNeeds = z.strictObject({
  /** It registered for the honour in its pledge. That was law until 2023; since then it is for bylaws to say. */
  registered: z.optional(z.literal(true)),
  /** Its pledge was assessed, and so well: `partly` is met by a pledge that was fulfilled, too. */
  verdictAtLeast: z.optional(z.enum(["fulfilled", "partly"])),
  /**
   * It has each of these honours for the same season, as the Government's flag is chosen among winners of the
   * province's. They may be honours that others propose.
   */
  holds: z.optional(honours),
});
export type HonourNeeds = z.infer<typeof HonourNeeds>;

/** An honour that the bloc may propose. */
export const HonourRule = z.strictObject({
  honour: Honour,
  /** How many units get it. Most blocs have one flag and two certificates. */
  seats: integer({ min: 1, max: 50 }),
  /**
   * The honours of these bylaws that a unit cannot have beside this one, for the same season. It holds both ways,
   * whichever of the two names the other. Where no honour of the bylaws has this list, they say nothing about it.
   */
  excludes: z.optional(honours),
  needs: z.optional(HonourNeeds),
});
export type HonourRule = z.infer<typeof HonourRule>;

/**
 * The rules that a bloc gives itself (quy chế). They have versions. Every ballot, scoreboard and rotation records the
 * version that was in force.
 */
export const Bylaws = z.strictObject({
  voting: VotingRules,
  /**
   * The honours that the bloc may propose, the highest first: of two that exclude each other, a unit is proposed for
   * the one that stands first.
   */
  honours: list(HonourRule, { max: 20 }),
  chair: z.strictObject({
    /** The length of a term in months. For most blocs it is 12. */
    termMonths: integer({ min: 1, max: 120 }),
    /** The year-end conference elects the chair in rotation, the authority assigns it, or a fixed cycle decides. */
    selection: z.enum(["elected", "assigned", "cycle"]),
    /** Whether the deputy becomes the next chair without a decision. In most provinces it does not. */
    deputySucceeds: z.boolean(),
  }),
  /** What follows from what. Absent where all is as `defaultPolicies`. */
  policies: z.optional(BylawsPolicies),
});
export type Bylaws = z.infer<typeof Bylaws>;

/** A version of the bylaws: 1, 2, 3 ... */
export const BylawsVersion = integer({ min: 1, max: 10_000 });
export type BylawsVersion = z.infer<typeof BylawsVersion>;

/**
 * Whether two honours exclude each other by the bylaws: one of them names the other.
 *
 * @example
 * const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
 * const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;
 * const honours = [{ honour: flag, seats: 1, excludes: [certificate] }, { honour: certificate, seats: 2 }];
 * areExclusive({ honours }, certificate, flag) // true
 */
export function areExclusive({ honours }: Pick<Bylaws, "honours">, a: Honour, b: Honour): boolean {
  const names = (one: Honour, other: Honour) =>
    honours.some(
      ({ honour, excludes }) =>
        sameHonour(honour, one) && excludes?.some((excluded) => sameHonour(excluded, other)),
    );
  return names(a, b) || names(b, a);
}
