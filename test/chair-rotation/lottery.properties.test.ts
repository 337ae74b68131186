import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnOrder } from "../../src/chair-rotation/policies/lottery.ts";

const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
const value = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);

describe("a lot for the order", () => {
  it("is a pure function of the list, in whatever order, and of what its sources came to (L37)", () => {
    fc.assert(
      fc.property(list, value, (units, drawn) => {
        const order = drawnOrder(units, [{ source: "Xổ số", values: [drawn] }]);
        expect([...order].sort()).toEqual([...units].sort());
        expect(drawnOrder(units.toReversed(), [{ source: "Xổ số", values: [drawn] }])).toEqual(order);
      }),
    );
  });
});
