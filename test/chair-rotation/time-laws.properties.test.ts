import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedHistory, drawn, expectLaw, handover } from "./dated-histories.ts";
import { drawnFacts, expectSameInAnyOrder, factsAfter } from "./facts-in-any-order.ts";
import { type History, lived } from "./histories.ts";
import { beginsNothingAnew, snapshotIsSafe } from "./laws-of-cost.ts";
import { actsOnItsDay, oneChain, oneHolder, pastIsClosed, suspensionsAreFacts } from "./laws-of-days.ts";
import { debtsAreHonoured } from "./laws-of-debts.ts";
import { acceptedHasEffect, nobodyTwiceRunning } from "./laws-of-effect.ts";
import { forecastsAgree, lapsAreFair, tenuresTile } from "./laws-of-terms.ts";
import { areEligible, partOfATerm, speakersAreMembers, wordsLead } from "./laws-of-turns.ts";
import { voidsAreNamed } from "./laws-of-voids.ts";

const roster = ["join", "leave", "rename", "suspend", "reinstate", "merge", "split", "dissolve"] as const;

/** One swap lies on another, which falls because a unit leaves before its second term. */
const swapOnASwap: History = {
  flag: false,
  units: 2,
  policy: { succession: { kind: "cycle" }, leaver: "finish", handover },
  deeds: [
    { deed: "swap", x: 0, y: 2, z: 5, days: 0 },
    { deed: "swap", x: 0, y: 8, z: 1, days: 0 },
    { deed: "advance", x: 0, y: 0, z: 0, days: 0 },
    { deed: "leave", x: 0, y: 0, z: 4, days: 0 },
    { deed: "advance", x: 0, y: 0, z: 0, days: 0 },
    { deed: "advance", x: 0, y: 0, z: 0, days: 0 },
    { deed: "advance", x: 0, y: 0, z: 0, days: 0 },
  ],
};

describe("when a fact counts, in histories whose facts are recorded early, late and in any order", () => {
  it("a fact changes no answer for a day, and no turn reckoned on a day, before its own (L38)", () => {
    expectLaw(38, actsOnItsDay, { often: roster }, [swapOnASwap]);
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

describe("a turn and what is agreed about it, in histories whose facts come early, late and in any order", () => {
  const agreeing = ["swap", "substitute", "vacate", "elect", "holdOver", "skip", "leave", "merge"] as const;

  it("goes to units that are members and not suspended on the day of reckoning, and of the handover (L44)", () => {
    const often = [
      "merge",
      "merge",
      "split",
      "suspend",
      "substitute",
      "advance",
      "advance",
      "advance",
    ] as const;
    expectLaw(44, areEligible, { often, unitsMax: 4, aheadMax: 1, days: [0, 0, 0, -1, -9, -45, 9, 250] });
  });

  it("has a chair to whom a chain of standing words leads, and a swap lies on both its terms (L45)", () => {
    expectLaw(45, wordsLead, { often: agreeing });
  });

  it("is given by what is agreed unless a void event behind its cause names it, and nothing is void twice (L46)", () => {
    expectLaw(46, voidsAreNamed, { often: [...agreeing, "proposeOnly", "claim", "reorder"] });
  });

  it("is spoken for by members of that day and by heirs of the parties (L47)", () => {
    expectLaw(47, speakersAreMembers, { often: ["swap", "decline", "merge", "leave", "join", "giveFlag"] });
  });

  it("is given for a turn that is owed in the first term possible, first come, first served (L48)", () => {
    expectLaw(48, debtsAreHonoured, { often: ["skip", "skip", "decline", "claim", "suspend"] });
  });

  it("is another by everything that is accepted (L49)", () => {
    expectLaw(49, acceptedHasEffect, { often: ["skip", "holdOver", "claim", "substitute", "extend"] });
  });

  it("is nobody's twice running but by exception, and a designated unit has it (L50)", () => {
    const often = ["elect", "elect", "skip", "suspend", "join"] as const;
    expectLaw(50, nobodyTwiceRunning, { often, unitsMax: 4, aheadMax: 2 });
  });

  it("is the chair's though a part of the term is vacant, and only that part is lost (L52)", () => {
    expectLaw(52, partOfATerm, { often: ["vacate", "advance"], aheadMax: 2, days: [0, 9, 45, 250] });
  });
});

describe("the terms one after the other, in histories whose facts come early, late and in any order", () => {
  it("have tenures without a gap, each from the day of its handover on (L51)", () => {
    expectLaw(51, tenuresTile, {
      often: ["advance", "advance", "vacateNow", "installNow", "leave", "merge"],
    });
  });

  it("go round in laps where chairs are elected in rotation: nobody twice, and nobody never (L54)", () => {
    const policy = { succession: { kind: "electedInRotation" } } as const;
    expectLaw(54, lapsAreFair, { often: ["advance", "advance", "advance"], policy, unitsMax: 4 });
  });

  it("are forecast alike however far one looks, and certainty changes no seat (L55)", () => {
    expectLaw(55, forecastsAgree, { often: ["swap", "proposeOnly", "elect", "substitute"] });
  });

  it("go on from what is kept of the running term as if all were reckoned from the beginning (L58)", () => {
    expectLaw(58, snapshotIsSafe, { often: ["advance", "advance", "skip", "swap"] });
  });

  it("are decided on without a look at a row of a term that has begun (L58)", () => {
    expectLaw(58, beginsNothingAnew, { often: ["advance", "advance", "reorder", "place"] });
  });
});
