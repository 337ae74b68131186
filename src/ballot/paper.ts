import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { UnitId } from "../vocabulary/unit.ts";

const names = list(UnitId, { max: 200 });

/**
 * Why a paper is invalid: it was not issued; it keeps too many names; it adds a name; it cannot be read; it
 * contradicts itself, where it is for and against a nominee, ranks one twice, or gives more points than allowed; it
 * places several first, where the terms do not count such a paper.
 */
export const InvalidReason = z.enum([
  "notIssued",
  "tooManyNames",
  "addedName",
  "unreadable",
  "contradictory",
  "severalFirst",
]);
export type InvalidReason = z.infer<typeof InvalidReason>;

const paperKinds = [
  z.strictObject({ kind: z.literal("opinions"), for: names, against: names }),
  z.strictObject({ kind: z.literal("names"), names }),
  z.strictObject({ kind: z.literal("ranking"), ranking: list(names, { max: 200 }) }),
  z.strictObject({
    kind: z.literal("scores"),
    scores: list(z.strictObject({ nominee: UnitId, points: integer({ min: 0, max: 1_000 }) }), { max: 200 }),
  }),
  z.strictObject({ kind: z.literal("blank") }),
  z.strictObject({ kind: z.literal("invalid"), reason: InvalidReason }),
] as const;

/**
 * The contents of one paper, in canonical form: names in order, each once.
 *
 * - `opinions`: for some nominees, against some, and without an opinion on the others.
 * - `names`: the names that the paper votes for; nothing else counts.
 * - `ranking`: from the most to the least preferred; a group of several nominees ranks them equal.
 * - `scores`: points for each nominee; one that is left out has none.
 * - `blank`: no opinion on anybody.
 * - `invalid`: why. The contents of an invalid paper are not kept: they could be a mark of its voter.
 */
export const Paper = z.discriminatedUnion("kind", paperKinds);
export type Paper = z.infer<typeof Paper>;

/**
 * The contents of one paper as it is read: as `Paper`, or only the names that it keeps (`kept`), or only those that it
 * strikes out (`struck`). By opinions, all other nominees are then struck out, or kept.
 */
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
