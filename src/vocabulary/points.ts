import type * as z from "zod/mini";
import { integer } from "../kernel/numbers.ts";

/** Points in whole hundredths, so that they add up exactly: 9750 is 97.50 points. 0 to 10,000.00 points. */
export const Points = integer({ min: 0, max: 1_000_000 });
export type Points = z.infer<typeof Points>;
