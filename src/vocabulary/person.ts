import * as z from "zod/mini";
import { text } from "../kernel/text.ts";
import { OrganisationName } from "./unit.ts";

/** The name of a person as documents write it, without a title such as "ông" or "bà". At most 100 characters. */
export const PersonName = text({ max: 100 });
export type PersonName = z.infer<typeof PersonName>;

/** Somebody in an office: `{ name: "Nguyễn Đài Thy", position: "Phó Chủ tịch Thường trực HĐND tỉnh" }`. */
export const Person = z.strictObject({
  name: PersonName,
  position: z.optional(text({ max: 300 })),
  organisation: z.optional(OrganisationName),
});
export type Person = z.infer<typeof Person>;
