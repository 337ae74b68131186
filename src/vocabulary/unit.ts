import type * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { text } from "../kernel/text.ts";

/** The id of a member unit (đơn vị thành viên). The application chooses it. It stays the same when the name changes. */
export const UnitId = Id;
export type UnitId = z.infer<typeof UnitId>;

/** The name of an organisation, as its own documents write it. At most 200 characters. */
export const OrganisationName = text({ max: 200 });
export type OrganisationName = z.infer<typeof OrganisationName>;
