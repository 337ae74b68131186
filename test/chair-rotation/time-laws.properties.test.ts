import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedHistory, drawn, expectLaw } from "./dated-histories.ts";
import { drawnFacts, expectSameInAnyOrder, factsAfter } from "./facts-in-any-order.ts";
import { lived } from "./histories.ts";
import { actsOnItsDay, oneChain, oneHolder, pastIsClosed, suspensionsAreFacts } from "./laws-of-days.ts";

const roster = ["join", "leave", "rename", "suspend", "reinstate", "merge", "split", "dissolve"] as const;

describe("when a fact counts, in histories whose facts are recorded early, late and in any order", () => {
  it("a fact changes no answer for a day, and no turn reckoned on a day, before its own (L38)", () => {
    expectLaw(38, actsOnItsDay, { often: roster });
  });

  it("nothing recorded later changes a closed day, nor the row of a term that has begun (L39)", () => {
    expectLaw(39, pastIsClosed, { often: ["leave", "suspend", "merge"] });
  });

  it("the order in which facts are recorded changes no answer, where it voids nothing (L40)", () => {
    let cases = 0;
    fc.assert(
      fc.property(datedHistory({ deedsMax: 12 }), drawnFacts, (one, { facts, order }) => {
        const { state } = lived(one);
        if ("closedOn" in state) return;
        cases += expectSameInAnyOrder(state, factsAfter(state, facts), order);
      }),
      drawn(40),
    );
    expect(cases).toBeGreaterThan(50);
  });

  it("a unit is suspended just while some suspension has not been lifted (L41)", () => {
    expectLaw(41, suspensionsAreFacts, { often: ["suspend", "reinstate", "merge"], unitsMax: 4 });
  });

  it("there is one holder or one named reason, of members that are not suspended (L42)", () => {
    expectLaw(42, oneHolder, { often: ["leave", "suspend", "merge", "acting", "vacateNow"] });
  });

  it("the custody of the flag is one chain that ends with a member, the issuer, or a loss (L43)", () => {
    expectLaw(43, oneChain, { often: ["leave", "merge", "split", "giveFlag", "loseFlag"] });
  });
});
