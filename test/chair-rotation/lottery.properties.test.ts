import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnOrder } from "../../src/chair-rotation/policies/lottery.ts";

describe("a lot for the order", () => {
  it("is a pure function of list and seed, over all of the list (L37)", () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.string(), (units, seed) => {
        const order = drawnOrder(units, seed);
        expect([...order].sort()).toEqual([...units].sort());
        expect(drawnOrder([...units], seed)).toEqual(order);
      }),
    );
  });
});
