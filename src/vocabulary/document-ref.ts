import * as z from "zod/mini";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { OrganisationName } from "./unit.ts";

/** Chỉ thị, kế hoạch, quyết định, tờ trình, công văn, quy chế, biên bản, báo cáo, and any other document. */
export const DocumentKind = z.enum([
  "directive",
  "plan",
  "decision",
  "submission",
  "officialLetter",
  "bylaws",
  "minutes",
  "report",
  "other",
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A document by number, date and issuer. The number is as the document writes it: `12/CT-UBND` of 29/12/2021. */
export const DocumentRef = z.strictObject({
  kind: DocumentKind,
  number: text({ max: 50 }),
  issuedOn: CivilDate,
  issuer: OrganisationName,
  /** What it is about (trích yếu). */
  title: z.optional(text({ max: 500 })),
});
export type DocumentRef = z.infer<typeof DocumentRef>;
