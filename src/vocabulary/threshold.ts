import * as z from "zod";
import { integer } from "../kernel/numbers.ts";

/**
 * The base of a share. Each of these is in use somewhere: all who are entitled to vote; those present; those present
 * together with those absent and consulted in writing; papers issued; papers returned; valid papers.
 */
export const Base = z.enum([
  "allEligible",
  "present",
  "presentOrConsulted",
  "papersIssued",
  "papersReturned",
  "validPapers",
]);
export type Base = z.infer<typeof Base>;

/** At least (`strict`: more than) `numerator / denominator`. From 0/1 to 1/1, the denominator at most 10,000. */
const share = {
  numerator: integer({ min: 0, max: 10_000 }),
  denominator: integer({ min: 1, max: 10_000 }),
  strict: z.boolean(),
};

const atMostAll = ({
  value,
  issues,
}: z.core.ParsePayload<{ numerator: number; denominator: number; strict: boolean }>) => {
  const { numerator, denominator, strict } = value;
  // Nobody can pass a bar of more than all.
  if (numerator > denominator || (strict && numerator === denominator)) {
    issues.push({ code: "custom", input: value, params: { rule: "reachableShare" } });
  }
};

/** A bar for votes. Absolute majority is `{ numerator: 1, denominator: 2, strict: true, base: "validPapers" }`. */
export const Threshold = z.strictObject({ ...share, base: Base }).check(atMostAll);
export type Threshold = z.infer<typeof Threshold>;

/**
 * A bar for attendance, as a share of all who are entitled. Two thirds is
 * `{ numerator: 2, denominator: 3, strict: false }`.
 */
export const Quorum = z.strictObject(share).check(atMostAll);
export type Quorum = z.infer<typeof Quorum>;
