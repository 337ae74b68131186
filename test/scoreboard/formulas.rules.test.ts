import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Fraction, fraction, times } from "../../src/kernel/fraction.ts";
import { pointsBy } from "../../src/scoreboard/formulas.ts";
import { Formula } from "../../src/scoreboard/messages.ts";

// "maximum M, actual A, target T: A < T -> M/2 x A/T; A = T -> M/2; the bloc's leader above target -> M; others
// above target -> M/2 + M/2 x (own excess / leader's excess)". The leader's actual figure is L.
describe("halfAtTarget.v1", () => {
  it.each([
    { clause: "A < T: M/2 x A/T", M: 2_000, A: 0, T: 80, L: 100, points: 0 },
    { clause: "A < T: M/2 x A/T", M: 2_000, A: 40, T: 80, L: 100, points: 500 },
    { clause: "A < T, half up at the leaf", M: 1_000, A: 1, T: 3, L: 1, points: 167 },
    { clause: "A < T, half up at the leaf", M: 1, A: 80, T: 80, L: 80, points: 1 },
    { clause: "A = T: M/2", M: 2_000, A: 80, T: 80, L: 100, points: 1_000 },
    { clause: "A = T, and nobody above", M: 2_000, A: 80, T: 80, L: 80, points: 1_000 },
    {
      clause: "others above: M/2 + M/2 x own excess / leader's",
      M: 2_000,
      A: 90,
      T: 80,
      L: 100,
      points: 1_500,
    },
    {
      clause: "others above: M/2 + M/2 x own excess / leader's",
      M: 2_000,
      A: 85,
      T: 80,
      L: 100,
      points: 1_250,
    },
    { clause: "the leader above target: M", M: 2_000, A: 100, T: 80, L: 100, points: 2_000 },
    { clause: "the leader, alone and barely above: M", M: 2_000, A: 81, T: 80, L: 81, points: 2_000 },
  ])("$clause (M $M, A $A, T $T, L $L): $points", ({ M, A, T, L, points }) => {
    const [share, best] = [fraction(A, T), fraction(L, T)];
    expect(pointsBy("halfAtTarget.v1", { max: M, share, best })).toBe(points);
  });
});

describe("proportional.v1", () => {
  it.each([
    { M: 2_000, A: 0, T: 80, points: 0 },
    { M: 2_000, A: 60, T: 80, points: 1_500 },
    { M: 2_000, A: 80, T: 80, points: 2_000 },
    { M: 2_000, A: 200, T: 80, points: 2_000 },
    { M: 100, A: 2, T: 3, points: 67 },
  ])("M $M, A $A, T $T: $points", ({ M, A, T, points }) => {
    const share = fraction(A, T);
    expect(pointsBy("proportional.v1", { max: M, share, best: share })).toBe(points);
  });
});

const max = fc.integer({ min: 1, max: 1_000_000 });
const figure = fc.integer({ min: 0, max: 1_000_000_000 });
const above = fc.integer({ min: 1, max: 1_000_000_000 });
const greatest = (...shares: Fraction[]) => shares.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

describe.each(Formula.options)("%s", (formula) => {
  it("gives more for more, and never less than nothing or more than the maximum", () => {
    fc.assert(
      fc.property(max, figure, figure, figure, above, (M, a, b, l, T) => {
        const [less, more] = [fraction(Math.min(a, b), T), fraction(Math.max(a, b), T)];
        const best = greatest(more, fraction(l, T));
        const [low, high] = [less, more].map((share) => pointsBy(formula, { max: M, share, best }));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low ?? Number.NaN);
        expect(high).toBeLessThanOrEqual(M);
      }),
    );
  });

  it("gives all to a leader that is above its target", () => {
    fc.assert(
      fc.property(max, above, above, (M, T, excess) => {
        const share = fraction(T + excess, T);
        expect(pointsBy(formula, { max: M, share, best: share })).toBe(M);
      }),
    );
  });

  it("does not mind the unit of measure", () => {
    fc.assert(
      fc.property(max, figure, figure, above, above, (M, A, l, T, scale) => {
        const share = fraction(A, T);
        const scaled = times(fraction(A, scale), fraction(scale, T));
        const best = greatest(share, fraction(l, T));
        expect(pointsBy(formula, { max: M, share: scaled, best })).toBe(
          pointsBy(formula, { max: M, share, best }),
        );
      }),
    );
  });
});
