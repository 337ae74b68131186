import * as fc from "fast-check";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import { cferStv } from "../../../src/counting/stv/cfer.ts";
import { meek, referenceMeek, warren } from "../../../src/counting/stv/meek.ts";
import { minneapolisStv } from "../../../src/counting/stv/minneapolis.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount, StvOptions } from "../../../src/counting/stv/stv.ts";
import { referenceWigm, wigm } from "../../../src/counting/stv/wigm.ts";
import { type Fraction, fraction } from "../../../src/kernel/fraction.ts";

export type StvRule = (election: Election<RankedPaper>, options?: StvOptions) => StvCount;

/** The guarded decimals of Droop's rule "meek". */
export const guarded = { kind: "guarded", places: 18, guard: 9 } as const;

/** Half of the last place that counts: figures less than this apart are equal. */
export const guardOf = ({ places }: typeof guarded): Fraction => fraction(1n, 2n * 10n ** BigInt(places));

export const guardedMeek: StvRule = (election, options) =>
  meek(election, { ...options, arithmetic: guarded, omegaPlaces: 9, sureLosers: true });

const fixed = { kind: "fixed", places: 4 } as const;

/** Every rule of the family, by a name that a test prints. */
export const rules: readonly (readonly [string, StvRule])[] = [
  ["scottish", scottishStv],
  ["wigm", wigm],
  ["reference WIGM", referenceWigm],
  [
    "reference WIGM with sure losers",
    (election, options) => referenceWigm(election, { ...options, sureLosers: true }),
  ],
  [
    "WIGM, Droop's quota, surpluses together",
    (e, o) => wigm(e, { ...o, quota: "droop", surpluses: "together" }),
  ],
  ["WIGM, one by one", (e, o) => wigm(e, { ...o, quota: "step", surpluses: "oneByOne", arithmetic: fixed })],
  ["cfer", cferStv],
  ["cfer, defeated together", (election, options) => cferStv(election, { ...options, defeatTogether: true })],
  ["minneapolis", minneapolisStv],
  ["reference Meek", referenceMeek],
  ["Meek", meek],
  ["Meek, guarded, sure losers", guardedMeek],
  ["Warren, after Meek", warren],
];

/** `["A", "B"], 4`: four papers that want A, then B. */
export const paper = (ranking: readonly string[], weight = 1): RankedPaper => ({
  weight,
  ranking: ranking.map((nominee) => [nominee]),
});

/** Papers written as `4 A B` or `A C`, one a word group. */
export const papers = (...lines: readonly string[]): RankedPaper[] =>
  lines.map((line) => {
    const words = line.split(" ");
    const weight = Number(words[0]);
    return Number.isNaN(weight) ? paper(words) : paper(words.slice(1), weight);
  });

const names = ["A", "__proto__", "constructor", "D", "Đ"];

/** Small elections, where ties are the rule: up to five nominees, ten kinds of paper, four seats. */
export const elections = ({ sizeMin = 2, seatsMax = 4 } = {}) =>
  fc.integer({ min: sizeMin, max: names.length }).chain((size) => {
    const nominees = names.slice(0, size);
    const ranking = fc.shuffledSubarray(nominees, { minLength: 1 });
    const kind = fc
      .tuple(ranking, fc.integer({ min: 1, max: 4 }))
      .map(([order, weight]) => paper(order, weight));
    return fc.record({
      nominees: fc.constant(nominees),
      seats: fc.integer({ min: 1, max: seatsMax }),
      papers: fc.array(kind, { minLength: 1, maxLength: 10 }),
    });
  });
