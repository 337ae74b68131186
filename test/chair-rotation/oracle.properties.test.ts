import { describe, expect, it } from "vitest";
import { groups, playHistory } from "../oracle/rotation.ts";
import { modelOfRotation } from "../oracle/rotation-model.ts";
import { seed, times } from "../support/runs.ts";

const model = await modelOfRotation();

describe.skipIf(model === undefined)("the rotation beside the reference model of two times", () => {
  it("says the same on every day and of every term, whatever is recorded in whatever order", () => {
    const historiesEach = 26 * times;
    for (const group of groups)
      for (let at = 0; at < historiesEach; at += 1) {
        const result = model && playHistory(model, group, seed + at);
        expect(result, `${group.name}: ${JSON.stringify(result)}`).toBeTypeOf("number");
      }
  });
});
