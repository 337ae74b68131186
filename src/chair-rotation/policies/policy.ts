import * as z from "zod/mini";
import { integer } from "../../kernel/numbers.ts";
import { Succession } from "./succession.ts";

/**
 * The place of a unit that joins.
 * - `end`: at the end of the order.
 * - `byKey`: where its sort key puts it.
 * - `nextLap`: at the end, once the running lap has ended.
 * - `notEligible`: nowhere until it is given a place; it is a member without a turn.
 *
 * An alphabetical order stays sorted in any case.
 */
export const JoinerPlacement = z.enum(["end", "byKey", "nextLap", "notEligible"]);
export type JoinerPlacement = z.infer<typeof JoinerPlacement>;

/** What is owed for a skipped or declined turn: nothing, a turn some terms later, or a turn when the unit is ready. */
export const SkipPolicy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("forfeit") }),
  z.strictObject({ kind: z.literal("defer"), terms: integer({ min: 1, max: 100 }) }),
  z.strictObject({ kind: z.literal("whenReady") }),
]);
export type SkipPolicy = z.infer<typeof SkipPolicy>;

/**
 * A chair that leaves in its term finishes the term, or its deputy acts, or the chair is vacant and filled again. A
 * unit that ceases cannot finish: then its deputy acts.
 */
export const LeaverPolicy = z.enum(["finish", "deputyActs", "reassign"]);
export type LeaverPolicy = z.infer<typeof LeaverPolicy>;

/**
 * When the chair merges or is split up in its term, its heir takes over to the end of the term; or it has left like
 * any other unit that ceases.
 */
export const MergedChairPolicy = z.enum(["takesOver", "asLeaver"]);
export type MergedChairPolicy = z.infer<typeof MergedChairPolicy>;

/** Who may be a substitute: a member that is not suspended; or anybody, also who is suspended or no member. */
export const SubstitutePolicy = z.enum(["members", "anybody"]);
export type SubstitutePolicy = z.infer<typeof SubstitutePolicy>;

/** Of two coming turns a merged unit keeps the earlier or the later; its served turns are the sum or the greatest. */
export const MergePolicy = z.strictObject({
  place: z.enum(["earlier", "later"]),
  turns: z.enum(["sum", "max"]),
});
export type MergePolicy = z.infer<typeof MergePolicy>;

/**
 * The deputy: there is none, it is designated, it is the next chair by the rule, or the unit that has waited
 * longest.
 */
export const DeputyPolicy = z.enum(["none", "designated", "nextChair", "longestWaiting"]);
export type DeputyPolicy = z.infer<typeof DeputyPolicy>;

/** A handover needs the outgoing unit, or both signatures. It is at most so many days before or after the first day. */
export const HandoverPolicy = z.strictObject({
  consent: z.enum(["outgoing", "both"]),
  daysBeforeMax: integer({ min: 0, max: 366 }),
  daysAfterMax: integer({ min: 0, max: 366 }),
});
export type HandoverPolicy = z.infer<typeof HandoverPolicy>;

/** A swap needs the consent of both units, or the assembly has to ratify it as well. */
export const SwapPolicy = z.enum(["bothUnits", "ratified"]);
export type SwapPolicy = z.infer<typeof SwapPolicy>;

/**
 * A suspended unit keeps its place and is passed over, or loses it and gets the last place when it is reinstated. A new
 * order that begins in between and names it gives it a place too; once reinstated it has the last one all the same.
 */
export const SuspensionPolicy = z.enum(["keepsPlace", "losesPlace"]);
export type SuspensionPolicy = z.infer<typeof SuspensionPolicy>;

/** How a chair rotates, as data. Real bodies differ in every field; no field is prescribed by law. */
export const RotationPolicy = z.strictObject({
  succession: Succession,
  joiner: JoinerPlacement,
  skip: SkipPolicy,
  leaver: LeaverPolicy,
  /** Unless given, the heir takes over. */
  merged: z.optional(MergedChairPolicy),
  /** Unless given, only members are. */
  substitutes: z.optional(SubstitutePolicy),
  merge: MergePolicy,
  suspension: SuspensionPolicy,
  deputy: DeputyPolicy,
  handover: HandoverPolicy,
  swap: SwapPolicy,
  /** The number of terms after the running one that a forecast calls `nominal`; later terms are `conditional`. */
  horizonTerms: integer({ min: 1, max: 2_400 }),
});
export type RotationPolicy = z.infer<typeof RotationPolicy>;
