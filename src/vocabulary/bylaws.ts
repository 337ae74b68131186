import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { Honour } from "./honour.ts";
import { VotingRules } from "./voting-rules.ts";

/**
 * The rules that a bloc gives itself (quy chế). They have versions. Every ballot, scoreboard and rotation records the
 * version that was in force.
 */
export const Bylaws = z.strictObject({
  voting: VotingRules,
  /** The honours that the bloc may propose, and how many of each. Most blocs have one flag and two certificates. */
  honours: list(z.strictObject({ honour: Honour, seats: integer({ min: 1, max: 50 }) }), { max: 20 }),
  chair: z.strictObject({
    /** The length of a term in months. For most blocs it is 12. */
    termMonths: integer({ min: 1, max: 120 }),
    /** The year-end conference elects the chair in rotation, the authority assigns it, or a fixed cycle decides. */
    selection: z.enum(["elected", "assigned", "cycle"]),
    /** Whether the deputy becomes the next chair without a decision. In most provinces it does not. */
    deputySucceeds: z.boolean(),
  }),
});
export type Bylaws = z.infer<typeof Bylaws>;

/** A version of the bylaws: 1, 2, 3 ... */
export const BylawsVersion = integer({ min: 1, max: 10_000 });
export type BylawsVersion = z.infer<typeof BylawsVersion>;
