import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Runs, repeatable } from "./repeatable.ts";
import { seed, times } from "./runs.ts";

const fastCheck = await vi.importActual<typeof fc>("fast-check");
const test = () => ({ file: "test/pledge/pledge.test.ts", name: "a pledge is signed (once)" });
const assertOf = (runs: Partial<Runs>) => repeatable(fastCheck, { seed: 7, times: 1, test, ...runs });

/** The numbers that a property draws. */
function drawn(assert: typeof fc.assert, parameters?: fc.Parameters<[number]>): number[] {
  const numbers: number[] = [];
  assert(
    fc.property(fc.nat(), (number) => void numbers.push(number)),
    parameters,
  );
  return numbers;
}

describe("a property", () => {
  it("runs TIMES as often, whether or not it gives a number of its own", () => {
    expect(drawn(assertOf({ times: 1 }))).toHaveLength(100);
    expect(drawn(assertOf({ times: 3 }))).toHaveLength(300);
    expect(drawn(assertOf({ times: 3 }), { numRuns: 7 })).toHaveLength(21);
  });

  it("draws the same with the same SEED and something else with another", () => {
    expect(drawn(assertOf({ seed: 8 }))).toEqual(drawn(assertOf({ seed: 8 })));
    expect(drawn(assertOf({ seed: 8 }))).not.toEqual(drawn(assertOf({ seed: 9 })));
  });

  it("draws first what it draws with fewer TIMES", () => {
    expect(drawn(assertOf({ times: 3 })).slice(0, 100)).toEqual(drawn(assertOf({ times: 1 })));
  });

  it("has in every test file the SEED and the TIMES of this run", () => {
    expect(drawn(fc.assert)).toEqual(drawn(assertOf({ seed, times })));
    expect(drawn(fc.assert, { numRuns: 7 })).toHaveLength(7 * times);
    expect(drawn(fc.default.assert, { numRuns: 7 })).toHaveLength(7 * times);
  });
});

describe("a property that fails", () => {
  const assert = assertOf({ times: 2 });
  const failure = {
    message: expect.stringMatching(
      /seed: 7, path: "[\d:]+"[\s\S]*SEED=7 TIMES=2 npm run test:only -- test\/pledge\/pledge\.test\.ts -t "a pledge is signed \.once\."/,
    ),
    cause: new Error("too large"),
  };
  const refuseLarge = (number: number) => {
    if (number > 50) throw new Error("too large");
  };

  it("prints its seed, its path, how to run it again and what went wrong", () => {
    expect(() => assert(fc.property(fc.nat(), refuseLarge))).toThrow(expect.objectContaining(failure));
  });

  it("prints the same where it is asynchronous", async () => {
    const property = fc.asyncProperty(fc.nat(), async (number) => refuseLarge(number));
    await expect(assert(property)).rejects.toMatchObject(failure);
  });

  it("fails at the same place with the seed that it prints", () => {
    const message = () => {
      try {
        assert(fc.property(fc.nat(), refuseLarge));
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
      return "";
    };
    expect(message()).toContain("Counterexample: [51]");
    expect(message()).toBe(message());
  });
});
