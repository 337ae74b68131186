import * as z from "zod/mini";
import { OrganisationName } from "./unit.ts";

/**
 * Danh hiệu thi đua and hình thức khen thưởng: the emulation flag, the certificate of merit, the letter of
 * commendation, the excellent and the advanced labour collective.
 */
export const HonourKind = z.enum([
  "emulationFlag",
  "certificateOfMerit",
  "letterOfCommendation",
  "excellentLabourCollective",
  "advancedLabourCollective",
]);
export type HonourKind = z.infer<typeof HonourKind>;

/**
 * An honour and the authority that gives it: Cờ thi đua của UBND tỉnh Tây Ninh. A unit keeps it; the chair's
 * rotating flag goes on to the next chair.
 */
export const Honour = z.strictObject({ kind: HonourKind, authority: OrganisationName });
export type Honour = z.infer<typeof Honour>;

/** Whether two values name the same honour of the same authority. */
export function sameHonour(a: Honour, b: Honour): boolean {
  return a.kind === b.kind && a.authority === b.authority;
}
