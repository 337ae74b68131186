import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { text } from "../kernel/text.ts";

/**
 * A public draw or figure that nobody in the bloc controls. It is named before its result is known:
 * `"Xổ số Tây Ninh, giải đặc biệt, 12/01/2023"`.
 */
export const LotSource = text({ max: 200 });
export type LotSource = z.infer<typeof LotSource>;

/** The result of each announced source of a lot: whole numbers as digits, without leading zeros. */
export const Drawn = list(
  z.strictObject({
    source: LotSource,
    values: list(z.string().check(z.regex(/^(0|[1-9]\d{0,29})$/)), { min: 1, max: 50 }),
  }),
  { min: 1, max: 20 },
);
export type Drawn = z.infer<typeof Drawn>;
