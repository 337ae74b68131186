import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/kernel/fraction.ts";
import { type Contender, placesOf, shareOf } from "../../src/scoreboard/ranking.ts";
import { hostileNames } from "../../src/testing/arbitraries/arbitrary-of.ts";

// Few figures, so that there are ties, and equal shares of unequal maxima.
const contenders = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...hostileNames), fc.string({ minLength: 1 })), { maxLength: 14 })
  .chain((units) =>
    fc.tuple(
      ...units.map((unit) =>
        fc.record({
          unit: fc.constant(unit),
          points: fc.constantFrom(0, 171, 342, 350, 684, 700),
          assigned: fc.constantFrom(342, 684, 700),
        }),
      ),
    ),
  );

const ranks = (all: readonly Contender[]) =>
  new Map(placesOf(all).map(({ unit, rank }) => [unit, rank] as const));

describe("a ranking", () => {
  it.each([
    { figures: [9, 8, 8, 7], ranks: [1, 2, 2, 4] },
    { figures: [8, 9, 9, 9], ranks: [1, 1, 1, 4] },
    { figures: [5, 5, 5], ranks: [1, 1, 1] },
    { figures: [5], ranks: [1] },
    { figures: [], ranks: [] },
  ])("of $figures is $ranks (standard competition ranking)", ({ figures, ranks }) => {
    const all = figures.map((points, index) => ({ unit: `u${index}`, points, assigned: 10 }));
    expect(placesOf(all).map(({ rank }) => rank)).toEqual(ranks);
  });

  it("compares by share of what was assigned: 650 of 684 is more than 660 of 700", () => {
    const full = { unit: "full", points: 66_000, assigned: 70_000 };
    const part = { unit: "part", points: 65_000, assigned: 68_400 };
    expect(placesOf([full, part]).map(({ unit }) => unit)).toEqual(["part", "full"]);
  });

  it("takes shares exactly: a hundred-millionth apart is apart", () => {
    const all = [
      { unit: "a", points: 999_998, assigned: 999_999 },
      { unit: "b", points: 999_999, assigned: 1_000_000 },
    ];
    expect(placesOf(all).map(({ unit, rank }) => [unit, rank])).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
  });

  it("is a weak order that agrees with the shares", () => {
    fc.assert(
      fc.property(contenders, (all) => {
        const rankOf = ranks(all);
        expect(rankOf.size).toBe(all.length);
        for (const a of all) {
          for (const b of all) {
            const [first, second] = [rankOf.get(a.unit) ?? 0, rankOf.get(b.unit) ?? 0];
            expect(Math.sign(first - second)).toBe(0 - compare(shareOf(a), shareOf(b)) + 0);
          }
        }
      }),
    );
  });

  it("names the tied, each to each, and ranks below them by how many they are", () => {
    fc.assert(
      fc.property(contenders, (all) => {
        const places = placesOf(all);
        for (const { unit, rank, tiedWith } of places) {
          expect(rank).toBe(1 + places.filter((other) => other.rank < rank).length);
          const level = places.filter((other) => other.rank === rank && other.unit !== unit);
          expect(tiedWith).toEqual(level.map((other) => other.unit));
        }
      }),
    );
  });

  it("does not mind in which order the units come", () => {
    fc.assert(
      fc.property(
        contenders.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          expect(placesOf(shuffled)).toEqual(placesOf(all));
        },
      ),
    );
  });

  it("does not mind the scale of a unit's sheet", () => {
    fc.assert(
      fc.property(contenders, fc.integer({ min: 1, max: 1_000 }), (all, factor) => {
        const scaled = all.map((one, index) =>
          index % 2 === 0 ? { ...one, points: one.points * factor, assigned: one.assigned * factor } : one,
        );
        expect(ranks(scaled)).toEqual(ranks(all));
      }),
    );
  });
});
