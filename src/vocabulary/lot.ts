import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { rule } from "../kernel/rule.ts";
import { text } from "../kernel/text.ts";

/**
 * A public draw or figure that nobody in the bloc controls. It is named before its result is known:
 * `"Xổ số Tây Ninh, giải đặc biệt, 12/01/2023"`.
 */
export const LotSource = text({ max: 200 });
export type LotSource = z.infer<typeof LotSource>;

const digits = /^\d{1,30}$/;

/**
 * A whole number as a lottery prints it, in 1 to 30 digits. It is kept without leading zeros, as RFC 3797 (section 4)
 * writes it into the key of a lot: `"012345"` is read as `"12345"`. What is no whole number is refused.
 */
const DrawnValue = z.string().check(
  rule((value: string) => (digits.test(value) ? undefined : { rule: "wholeNumber" }), { pattern: digits }),
  z.overwrite((value) => value.replace(/^0+(?=\d)/, "")),
);

/** The result of each announced source of a lot. Its values are whole numbers. */
export const Drawn = list(
  z.strictObject({ source: LotSource, values: list(DrawnValue, { min: 1, max: 50 }) }),
  { min: 1, max: 20 },
);
export type Drawn = z.infer<typeof Drawn>;
