import * as z from "zod";
import { integer } from "../kernel/numbers.ts";

const namesMax = integer({ min: 1, max: 200 });
const pointsMax = integer({ min: 1, max: 1_000 });
/** A victory counts by the votes for the winner, or by how many more they are. */
const strength = z.enum(["winning-votes", "margins"]);

/** How papers are counted, with the options of the rule: frozen with the rest of the ballot's terms. */
export const Method = z.discriminatedUnion("kind", [
  /**
   * Nominee by nominee: the names kept are for, those struck out are against; whoever has the threshold passes,
   * and among those the seats go to the most votes. `namesMax`: how many a paper may be for; absent:
   * as many as seats; a paper with more names is invalid.
   */
  z.strictObject({ kind: z.literal("forAndAgainst"), namesMax: namesMax.optional() }),
  /** One name a paper. */
  z.strictObject({ kind: z.literal("plurality") }),
  /** As many names as seats; a paper with more names is invalid. */
  z.strictObject({ kind: z.literal("block") }),
  /** At most `namesMax` names; a paper with more names is invalid. */
  z.strictObject({ kind: z.literal("limited"), namesMax }),
  /** As many names as one likes. */
  z.strictObject({ kind: z.literal("approval") }),
  /** Points from 0 to `pointsMax`, added up. */
  z.strictObject({ kind: z.literal("score"), pointsMax }),
  /** Points, then a run-off on paper between the two with the most. */
  z.strictObject({ kind: z.literal("star"), pointsMax }),
  // Rankings, one seat. The later rounds are counted on the same papers.
  z.strictObject({ kind: z.literal("twoRound") }),
  z.strictObject({ kind: z.literal("exhaustiveBallot") }),
  // Rankings, any seats.
  z.strictObject({ kind: z.literal("borda") }),
  z.strictObject({ kind: z.literal("instantRunoff") }),
  z.strictObject({
    kind: z.literal("stv"),
    variant: z.enum(["scottish", "wigm", "referenceWigm", "minneapolis", "meek", "referenceMeek"]),
  }),
  z.strictObject({ kind: z.literal("schulze"), strength }),
  z.strictObject({ kind: z.literal("rankedPairs"), strength }),
  z.strictObject({
    kind: z.literal("copeland"),
    variant: z.enum(["wins", "wins-minus-losses", "second-order"]),
  }),
  z.strictObject({
    kind: z.literal("minimax"),
    strength: z.enum(["winning-votes", "margins", "pairwise-opposition"]),
  }),
  // Names, in proportion to those who keep them.
  z.strictObject({ kind: z.literal("pav") }),
  z.strictObject({ kind: z.literal("sequentialPav") }),
  z.strictObject({ kind: z.literal("equalShares"), completion: z.enum(["seqphragmen", "approvals"]) }),
]);
export type Method = z.infer<typeof Method>;
