import * as z from "zod";
import { integer } from "../kernel/numbers.ts";
import { Honour } from "./honour.ts";
import { VotingRules } from "./voting-rules.ts";

/**
 * The rules that a bloc gives itself (quy chế). They come in versions, and every ballot, scoreboard and rotation
 * records the version that it ran under.
 */
export const Bylaws = z.strictObject({
  voting: VotingRules,
  /** The honours that the bloc may propose for, and how many of each: mostly one flag and two certificates. */
  honours: z.array(z.strictObject({ honour: Honour, seats: integer({ min: 1, max: 50 }) })).max(20),
  chair: z.strictObject({
    /** Length of a term in months; mostly 12. */
    termMonths: integer({ min: 1, max: 120 }),
    /** Elected in rotation at the year-end conference, assigned by the authority's decision, or by a fixed cycle. */
    selection: z.enum(["elected", "assigned", "cycle"]),
    /** Whether the deputy is the next chair without more ado. In most provinces it is not. */
    deputySucceeds: z.boolean(),
  }),
});
export type Bylaws = z.infer<typeof Bylaws>;

/** A version of the bylaws: 1, 2, 3 ... */
export const BylawsVersion = integer({ min: 1, max: 10_000 });
export type BylawsVersion = z.infer<typeof BylawsVersion>;
