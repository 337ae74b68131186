import type * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { text } from "../kernel/text.ts";

/** A member unit (đơn vị thành viên), by the id that the application gave it. It stays through every renaming. */
export const UnitId = Id;
export type UnitId = z.infer<typeof UnitId>;

/** The name of an organisation, as its own documents write it. At most 200 characters. */
export const OrganisationName = text({ max: 200 });
export type OrganisationName = z.infer<typeof OrganisationName>;
