import * as z from "zod";
import { integer } from "../kernel/numbers.ts";
import { UnitId } from "../vocabulary/unit.ts";

const names = z.array(UnitId).max(200);

/**
 * Why a paper is invalid: it is not one of those issued; it keeps too many names; it adds a name; it cannot be
 * read; it is for and against the same, ranks one twice, or gives points that there are not.
 */
export const InvalidReason = z.enum([
  "notIssued",
  "tooManyNames",
  "addedName",
  "unreadable",
  "contradictory",
]);
export type InvalidReason = z.infer<typeof InvalidReason>;

const paperKinds = [
  /** For some, against some, no opinion on the rest. */
  z.strictObject({ kind: z.literal("opinions"), for: names, against: names }),
  /** The names that the paper votes for, where nothing else counts. */
  z.strictObject({ kind: z.literal("names"), names }),
  /** From the most to the least wanted; a group of several ranks them equal. */
  z.strictObject({ kind: z.literal("ranking"), ranking: z.array(names).max(200) }),
  z.strictObject({
    kind: z.literal("scores"),
    scores: z.array(z.strictObject({ nominee: UnitId, points: integer({ min: 0, max: 1_000 }) })).max(200),
  }),
  z.strictObject({ kind: z.literal("blank") }),
  /** What an invalid paper says is not kept: it could be somebody's mark. */
  z.strictObject({ kind: z.literal("invalid"), reason: InvalidReason }),
] as const;

/** What one paper says, in its canonical form: names in order, each once. */
export const Paper = z.discriminatedUnion("kind", paperKinds);
export type Paper = z.infer<typeof Paper>;

/** What one paper says, as it is read. It may also name those that it keeps, or those that it strikes out: the others are the reverse. */
export const PaperRead = z.discriminatedUnion("kind", [
  ...paperKinds,
  z.strictObject({ kind: z.literal("kept"), kept: names }),
  z.strictObject({ kind: z.literal("struck"), struck: names }),
]);
export type PaperRead = z.infer<typeof PaperRead>;

const papers = integer({ min: 1, max: 100_000 });

/** Equal papers, and how many of them. */
export const PaperGroup = z.strictObject({ papers, paper: Paper });
export type PaperGroup = z.infer<typeof PaperGroup>;

export const PaperGroupRead = z.strictObject({ papers, paper: PaperRead });
export type PaperGroupRead = z.infer<typeof PaperGroupRead>;

const fields = ["kind", "for", "against", "names", "ranking", "scores", "nominee", "points", "reason"];

/** What a paper says, as a text by which papers are compared and sorted, whatever order a store gives its fields. */
export function keyOf(paper: Paper): string {
  return JSON.stringify(paper, fields);
}
