import * as z from "zod/mini";
import { rule } from "./rule.ts";

/** An integer from `min` to `max`, both included. -0 is read as 0. */
export function integer({ min, max }: { min: number; max: number }): z.ZodMiniNumber<number> {
  return z.int().check(
    z.minimum(min),
    z.maximum(max),
    z.overwrite((value) => value + 0),
  );
}

/** How many of something: 0 to 1,000,000,000. */
export const WholeNumber = integer({ min: 0, max: 1_000_000_000 });
export type WholeNumber = z.infer<typeof WholeNumber>;

const decimal = /^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/;

/**
 * An exact decimal as text: `"97.5"`, at most 12 digits before the point and 6 after it. It is read into its shortest
 * form, so that equal numbers have equal texts: `"97.50"` becomes `"97.5"`. `"+097.50"` is refused.
 */
export const Decimal = z.string().check(
  // It comes before the shortening, and ends the reading: on a long text of another form, the search for zeros takes
  // quadratic time.
  rule((value: string) => (decimal.test(value) ? undefined : { rule: "decimal" }), { pattern: decimal }),
  z.overwrite((value) => {
    const shortest = value.includes(".") ? value.replace(/\.?0+$/, "") : value;
    return shortest === "-0" ? "0" : shortest;
  }),
);
export type Decimal = z.infer<typeof Decimal>;

/**
 * An exact number as text: `"7"`, `"-7"` or, in lowest terms, `"7/3"`. Numerator and denominator have at most 1,000
 * digits each.
 */
export const FractionText = z.string().check(z.regex(/^(0|-?[1-9]\d{0,999})(\/[1-9]\d{0,999})?$/));
export type FractionText = z.infer<typeof FractionText>;

/** A fraction as it is stored: two small integers that JSON keeps exactly. 0/1 to 1,000,000/1. */
export const Ratio = z.strictObject({
  numerator: integer({ min: 0, max: 1_000_000 }),
  denominator: integer({ min: 1, max: 1_000_000 }),
});
export type Ratio = z.infer<typeof Ratio>;
