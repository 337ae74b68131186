import * as z from "zod/mini";
import { integer } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";

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

const atMostAll = /* @__PURE__ */ rule(
  ({ numerator, denominator, strict }: { numerator: number; denominator: number; strict: boolean }) =>
    // Nobody can pass a bar of more than all.
    numerator > denominator || (strict && numerator === denominator)
      ? { rule: "reachableShare", value: `${strict ? "> " : ""}${numerator}/${denominator}` }
      : undefined,
);

/** A bar for votes. Absolute majority is `{ numerator: 1, denominator: 2, strict: true, base: "validPapers" }`. */
export const Threshold = z.strictObject({ ...share, base: Base }).check(atMostAll);
export type Threshold = z.infer<typeof Threshold>;

/**
 * More than half of `base` (quá bán): what most bodies ask for when nothing else is written down.
 *
 * @example
 * moreThanHalf("validPapers") // { numerator: 1, denominator: 2, strict: true, base: "validPapers" }
 */
export function moreThanHalf(base: Base): Threshold {
  return { numerator: 1, denominator: 2, strict: true, base };
}

/**
 * Two thirds of `base` or more: of the units of a cluster for the flag of the courts (circular 04/2016/TT-TANDTC,
 * article 17).
 *
 * @example
 * atLeastTwoThirds("allEligible") // { numerator: 2, denominator: 3, strict: false, base: "allEligible" }
 */
export function atLeastTwoThirds(base: Base): Threshold {
  return { numerator: 2, denominator: 3, strict: false, base };
}

/**
 * More than two thirds of `base`: where bylaws say "trên 2/3" and not "từ 2/3 trở lên".
 *
 * @example
 * moreThanTwoThirds("present") // { numerator: 2, denominator: 3, strict: true, base: "present" }
 */
export function moreThanTwoThirds(base: Base): Threshold {
  return { numerator: 2, denominator: 3, strict: true, base };
}

/**
 * `numerator / denominator` of `base` or more ("từ ... trở lên"): decree 98/2023/NĐ-CP, article 30(7), asks for the
 * votes of 80 % of all members of a council for a flag, and of 90 % for the highest titles.
 *
 * @example
 * atLeast(80, 100, "allEligible") // { numerator: 80, denominator: 100, strict: false, base: "allEligible" }
 */
export function atLeast(numerator: number, denominator: number, base: Base): Threshold {
  return { numerator, denominator, strict: false, base };
}

/**
 * A bar for attendance, as a share of all who are entitled. Two thirds is
 * `{ numerator: 2, denominator: 3, strict: false }`.
 */
export const Quorum = z.strictObject(share).check(atMostAll);
export type Quorum = z.infer<typeof Quorum>;
