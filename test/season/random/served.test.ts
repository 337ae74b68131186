import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Weather } from "../simulator/world.ts";
import { endsOf } from "./ends.ts";
import { anySeed, judgeSeason } from "./judged.ts";
import { served } from "./served.ts";

const timeout = 3_600_000;
const stormy: Weather = { fails: 0.003, twice: 0.003, lost: 0.003, crashes: 0.0003 };

describe("a random season over servers that crash and a store that fails", () => {
  it("ends as it does where nothing goes wrong", { timeout }, async () => {
    let crashes = 0;
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const { base } = judgeSeason(seed);
        const disturbed = await served(base, seed, stormy);
        crashes += disturbed.crashes;
        expect(endsOf(disturbed)).toEqual(endsOf(base));
      }),
      { numRuns: 1 },
    );
    expect(crashes).toBeGreaterThan(0);
  });
});
