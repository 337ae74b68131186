import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReachable, meets, votesNeeded } from "../../src/vocabulary/bar.ts";

const thresholds = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.boolean()).chain(([denominator, strict]) =>
  fc.record({
    numerator: fc.integer({ min: 0, max: denominator }),
    denominator: fc.constant(denominator),
    strict: fc.constant(strict),
  }),
);
const counts = fc.bigInt({ min: 0n, max: 2n ** 70n });

describe("a threshold", () => {
  it("gives the same verdict when all counts are scaled", () => {
    fc.assert(
      fc.property(
        thresholds,
        counts,
        counts,
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (threshold, votes, base, by) => {
          expect(meets(threshold, { votes: votes * by, base: base * by })).toBe(
            meets(threshold, { votes, base }),
          );
        },
      ),
    );
  });

  it("gives the same verdict when the share is written in larger numbers", () => {
    fc.assert(
      fc.property(
        thresholds,
        counts,
        counts,
        fc.integer({ min: 1, max: 99 }),
        (threshold, votes, base, by) => {
          const { numerator, denominator, strict } = threshold;
          const expanded = { numerator: numerator * by, denominator: denominator * by, strict };
          expect(meets(expanded, { votes, base })).toBe(meets(threshold, { votes, base }));
        },
      ),
    );
  });

  it("that is met over a base is met over every smaller one, and with every more votes", () => {
    fc.assert(
      fc.property(thresholds, counts, counts, counts, counts, (threshold, votes, base, less, more) => {
        fc.pre(meets(threshold, { votes, base }) && less < base);
        expect(meets(threshold, { votes: votes + more, base: base - less })).toBe(true);
      }),
    );
  });

  it("is met by the votes needed and by no fewer", () => {
    fc.assert(
      fc.property(thresholds, fc.bigInt({ min: 1n, max: 2n ** 70n }), (threshold, base) => {
        const needed = votesNeeded(threshold, base);
        expect(meets(threshold, { votes: needed ?? base, base })).toBe(needed !== undefined);
        if (needed !== undefined && needed > 0n)
          expect(meets(threshold, { votes: needed - 1n, base })).toBe(false);
      }),
    );
  });

  it("is reachable exactly when some number of votes that a unit can have meets it", () => {
    fc.assert(
      fc.property(
        thresholds,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.boolean(),
        (threshold, electors, selfVote, baseExcludesSelf) => {
          const base = selfVote || !baseExcludesSelf ? electors : electors - 1;
          const votes = Array.from({ length: electors + 1 }, (_, count) => count).filter(
            (count) => selfVote || count < electors,
          );
          const met = votes.some((count) => meets(threshold, { votes: count, base }));
          expect(isReachable(threshold, { electors, selfVote, baseExcludesSelf })).toBe(met);
        },
      ),
    );
  });
});
