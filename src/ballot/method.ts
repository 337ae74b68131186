import * as z from "zod";
import { integer } from "../kernel/numbers.ts";

const namesMax = integer({ min: 1, max: 200 });

/** How papers are counted, with the options of the rule: frozen with the rest of the ballot's terms. */
export const Method = z.discriminatedUnion("kind", [
  /**
   * Nominee by nominee: the names kept are for, those struck out are against; whoever has the threshold passes,
   * and among those the seats go to the most votes. `namesMax`: how many a paper may be for; absent, as many as seats.
   */
  z.strictObject({ kind: z.literal("forAndAgainst"), namesMax: namesMax.optional() }),
  /** One name a paper. */
  z.strictObject({ kind: z.literal("plurality") }),
  /** As many names as seats. */
  z.strictObject({ kind: z.literal("block") }),
  /** At most `namesMax` names. */
  z.strictObject({ kind: z.literal("limited"), namesMax }),
  /** As many names as one likes. */
  z.strictObject({ kind: z.literal("approval") }),
]);
export type Method = z.infer<typeof Method>;
