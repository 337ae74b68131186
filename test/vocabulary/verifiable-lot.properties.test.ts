import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLot, type Lot, pickedBy } from "../../src/vocabulary/verifiable-lot.ts";
import { type LotFinding, verifyLot } from "../../src/vocabulary/verify-lot.ts";

const digits = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
const drawn = fc.array(
  fc.record({
    source: fc.string({ minLength: 1, maxLength: 8 }),
    values: fc.array(digits, { minLength: 1, maxLength: 7 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "e\u0301", "é", "\ud800", "𐐷", "ﬀ", "toString"),
  fc.string({ minLength: 1, maxLength: 6, unit: "binary" }),
);
const candidates = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });
const lots = fc.record({ candidates, drawn, seats: fc.integer({ min: 0, max: 13 }) });

describe("a lot", () => {
  it("falls the same in whatever order candidates, and the numbers of a source, are given", () => {
    fc.assert(
      fc.property(
        lots.chain((lot) =>
          fc.record({
            lot: fc.constant(lot),
            candidates: fc.shuffledSubarray(lot.candidates, { minLength: lot.candidates.length }),
            drawn: fc.tuple(
              ...lot.drawn.map(({ source, values }) =>
                fc.record({
                  source: fc.constant(source),
                  values: fc.shuffledSubarray(values, { minLength: values.length }),
                }),
              ),
            ),
          }),
        ),
        ({ lot, ...shuffled }) => {
          expect(drawLot({ ...lot, ...shuffled }).draws).toEqual(drawLot(lot).draws);
        },
      ),
    );
  });

  it("leaves the earlier draws as they were when one more is drawn", () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const more = drawLot({ ...lot, seats: lot.seats + 1 });
        expect(more.draws.slice(0, lot.seats)).toEqual(drawLot(lot).draws);
      }),
    );
  });

  it("draws each candidate at most once, and as many as asked for where there are so many", () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const picked = pickedBy(drawLot(lot));
        expect(new Set(picked).size).toBe(Math.min(lot.seats, lot.candidates.length));
        expect(picked.every((candidate) => lot.candidates.includes(candidate))).toBe(true);
      }),
    );
  });

  it.each([2, 3, 5, 7, 10])(
    "favours nobody: over 6,000 draws each of %i is drawn about equally often, first and last",
    (size) => {
      const pool = Array.from({ length: size }, (_, index) => `unit-${index}`);
      const [first, last] = [new Map<string, number>(), new Map<string, number>()];
      const count = (counts: Map<string, number>, one = "") => counts.set(one, (counts.get(one) ?? 0) + 1);
      for (let seed = 0; seed < 6_000; seed++) {
        const picked = pickedBy(
          drawLot({ candidates: pool, seats: size, drawn: [{ source: "draw", values: [String(seed)] }] }),
        );
        count(first, picked[0]);
        count(last, picked.at(-1));
      }
      // The 99.9 % points of chi-square with 1, 2, 4, 6 and 9 degrees of freedom.
      const critical = new Map([
        [2, 10.83],
        [3, 13.82],
        [5, 18.47],
        [7, 22.46],
        [10, 27.88],
      ]);
      for (const counts of [first, last]) {
        const expected = 6_000 / size;
        const chiSquare = pool.reduce(
          (sum, one) => sum + ((counts.get(one) ?? 0) - expected) ** 2 / expected,
          0,
        );
        expect(chiSquare).toBeLessThan(critical.get(size) ?? 0);
      }
    },
  );
});

const announced = {
  candidates: ["police", "court", "procuracy"],
  seats: 2,
  sources: ["Xổ số Tây Ninh", "Vietlott"],
};
const fair = drawLot({
  ...announced,
  drawn: [
    { source: "Xổ số Tây Ninh", values: ["093184"] },
    { source: "Vietlott", values: ["45", "9", "18"] },
  ],
});

describe("the verifier of a lot", () => {
  it("repeats what was drawn as announced", () => {
    expect(verifyLot({ announced, lot: fair })).toEqual({ ok: true, picked: pickedBy(fair) });
  });

  it("gives the seats to the first drawn where more were drawn than there are seats", () => {
    const lot = drawLot({ candidates: announced.candidates, drawn: fair.drawn });
    expect(lot.draws).toHaveLength(3);
    expect(verifyLot({ announced, lot })).toEqual({ ok: true, picked: pickedBy(fair) });
  });

  it("says yes to every lot drawn as announced, however the announcement is ordered", () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const sources = lot.drawn.map(({ source }) => source);
        const drawnLot = drawLot(lot);
        const verdict = verifyLot({
          announced: { candidates: lot.candidates.toReversed(), seats: lot.seats, sources },
          lot: drawnLot,
        });
        expect(verdict).toEqual({ ok: true, picked: pickedBy(drawnLot) });
      }),
    );
  });

  const [one, two] = fair.draws;
  const [lottery, other] = fair.drawn;
  if (!one || !two || !lottery || !other) throw new Error("two draws of two sources");
  it.each<[string, Partial<Lot>, LotFinding["type"][]]>([
    [
      "a number of a source altered",
      { drawn: [{ ...lottery, values: ["93185"] }, other] },
      ["KeyDiffers", "DrawDiffers", "DrawDiffers"],
    ],
    [
      "a source left out",
      { drawn: [lottery] },
      ["SourcesDiffer", "KeyDiffers", "DrawDiffers", "DrawDiffers"],
    ],
    [
      "sources in another order",
      { drawn: [other, lottery] },
      ["SourcesDiffer", "KeyDiffers", "DrawDiffers", "DrawDiffers"],
    ],
    [
      "another source in the place of one",
      { drawn: [{ ...lottery, source: "dice" }, other] },
      ["SourcesDiffer"],
    ],
    ["no numbers", { drawn: [{ ...lottery, values: [] }, other] }, ["ValuesUnusable"]],
    ["a candidate added", { candidates: [...fair.candidates, "zone"] }, ["CandidatesDiffer"]],
    ["a key of its own", { key: "1./" }, ["KeyDiffers"]],
    ["a draw left out", { draws: [one] }, ["DrawsMiscounted"]],
    ["more draws than candidates", { draws: [one, two, two, two] }, ["DrawsMiscounted", "DrawDiffers"]],
    ["a draw repeated", { draws: [one, two, two] }, ["DrawDiffers"]],
    ["draws exchanged", { draws: [two, one] }, ["DrawDiffers", "DrawDiffers"]],
    ["somebody else drawn", { draws: [one, { ...two, candidate: "zone" }] }, ["DrawDiffers"]],
    ["another hash", { draws: [{ ...one, hash: two.hash }, two] }, ["DrawDiffers"]],
  ])("names what is wrong: %s", (_, wrong, types) => {
    const verdict = verifyLot({ announced, lot: { ...fair, ...wrong } });
    expect(verdict.ok ? [] : verdict.findings.map(({ type }) => type)).toEqual(types);
  });
});
