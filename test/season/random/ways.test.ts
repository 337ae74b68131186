import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySeed, judgeSeason, otherwise } from "./judged.ts";
import { ways } from "./play.ts";

const timeout = 3_600_000;

describe("a random season in another order, with the other bloc first, by two runners, with restarts and by handlers", () => {
  it("comes to the same end", { timeout }, () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { findings } = judgeSeason(seed, { ways });
        const apart = findings.filter(({ law }) => /^X[6-9]/.test(law));
        expect([seed, otherwise(apart)]).toEqual([seed, []]);
      }),
      { numRuns: 16 },
    );
  });

  it("comes to the same end where nothing follows from anything", () => {
    const apart = [1, 2, 3, 4].flatMap((seed) =>
      judgeSeason(seed, { ways, processes: () => [] }).findings.filter(
        ({ law, ok }) => /^X[6-9]/.test(law) && !ok,
      ),
    );
    expect(apart).toEqual([]);
  });
});
