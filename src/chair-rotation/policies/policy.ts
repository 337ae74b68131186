import * as z from "zod";
import { integer } from "../../kernel/numbers.ts";
import { Succession } from "./succession.ts";

/**
 * Where a joiner stands: at the end of the order; where its sort key puts it; at the end, but only once the running
 * lap has ended; or nowhere before it is given a place (a member that is not eligible yet). An alphabetical order
 * stays sorted in any case.
 */
export const JoinerPlacement = z.enum(["end", "byKey", "nextLap", "notEligible"]);
export type JoinerPlacement = z.infer<typeof JoinerPlacement>;

/** What a skipped or declined turn leaves behind: nothing; a turn owed some terms later; a turn owed when the unit is ready. */
export const SkipPolicy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("forfeit") }),
  z.strictObject({ kind: z.literal("defer"), terms: integer({ min: 1, max: 100 }) }),
  z.strictObject({ kind: z.literal("whenReady") }),
]);
export type SkipPolicy = z.infer<typeof SkipPolicy>;

/** A chair that leaves in its term finishes it, or its deputy acts, or the chair falls vacant to be filled again. */
export const LeaverPolicy = z.enum(["finish", "deputyActs", "reassign"]);
export type LeaverPolicy = z.infer<typeof LeaverPolicy>;

/** Of two pending turns a merged unit keeps the earlier or the later; its served turns are the sum or the greater. */
export const MergePolicy = z.strictObject({
  place: z.enum(["earlier", "later"]),
  turns: z.enum(["sum", "max"]),
});
export type MergePolicy = z.infer<typeof MergePolicy>;

/** Where deputies come from: there are none; each is designated; the next chair by the rule; who has waited longest. */
export const DeputyPolicy = z.enum(["none", "designated", "nextChair", "longestWaiting"]);
export type DeputyPolicy = z.infer<typeof DeputyPolicy>;

/** A handover needs the outgoing unit's word or both signatures, and stays within so many days of the term's first. */
export const HandoverPolicy = z.strictObject({
  consent: z.enum(["outgoing", "both"]),
  daysBeforeMax: integer({ min: 0, max: 366 }),
  daysAfterMax: integer({ min: 0, max: 366 }),
});
export type HandoverPolicy = z.infer<typeof HandoverPolicy>;

/** A swap needs both units, or the assembly as well. */
export const SwapPolicy = z.enum(["bothUnits", "ratified"]);
export type SwapPolicy = z.infer<typeof SwapPolicy>;

/** A suspended unit keeps its place and is passed over, or stands at the end once it is back. */
export const SuspensionPolicy = z.enum(["keepsPlace", "losesPlace"]);
export type SuspensionPolicy = z.infer<typeof SuspensionPolicy>;

/** How a chair rotates, as data. Real bodies differ in every field; none of them is law. */
export const RotationPolicy = z.strictObject({
  succession: Succession,
  joiner: JoinerPlacement,
  skip: SkipPolicy,
  leaver: LeaverPolicy,
  merge: MergePolicy,
  suspension: SuspensionPolicy,
  deputy: DeputyPolicy,
  handover: HandoverPolicy,
  swap: SwapPolicy,
  /** How many terms ahead of the running one are taken for settled; those after them are conditional. */
  horizonTerms: integer({ min: 1, max: 2_400 }),
});
export type RotationPolicy = z.infer<typeof RotationPolicy>;
