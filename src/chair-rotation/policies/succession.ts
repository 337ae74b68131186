import * as z from "zod";
import { UnitId } from "../../vocabulary/unit.ts";

/** Round the order, one after the other. */
export const Cycle = z.strictObject({ kind: z.literal("cycle") });

/** The next greater frozen sort key after the last chair's, and from the least again (ASEAN Charter, article 31). */
export const Alphabetical = z.strictObject({ kind: z.literal("alphabetical") });

/** Whoever has waited longest since its last turn or, before its first one, since it joined. */
export const LongestWaiting = z.strictObject({ kind: z.literal("longestWaiting") });

/** The deputy of the term before; who has waited longest, or whoever is designated, where there is none. */
export const DeputySucceeds = z.strictObject({
  kind: z.literal("deputySucceeds"),
  otherwise: z.enum(["longestWaiting", "designated"]),
});

/** A group has the turn; within it, whoever has waited longest, or whoever it agrees upon (G20). */
export const GroupRotation = z.strictObject({
  kind: z.literal("group"),
  groups: z.array(z.array(UnitId).min(1).max(50)).min(1).max(50),
  within: z.enum(["longestWaiting", "designated"]),
});

/** Elected for each term, at the conference that sums up the one before. */
export const Elected = z.strictObject({ kind: z.literal("elected") });

/** Named for each term by a decision of the authority. */
export const Assigned = z.strictObject({ kind: z.literal("assigned") });

/** Round an order that was drawn by a lot which anybody can draw again. */
export const Lottery = z.strictObject({ kind: z.literal("lottery") });

/** Who chairs the next term, as a rule. */
export const Succession = z.discriminatedUnion("kind", [
  Cycle,
  Alphabetical,
  LongestWaiting,
  DeputySucceeds,
  GroupRotation,
  Elected,
  Assigned,
  Lottery,
]);
export type Succession = z.infer<typeof Succession>;
