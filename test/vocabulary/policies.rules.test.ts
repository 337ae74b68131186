import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LeavingGround } from "../../src/bloc/messages.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { areExclusive } from "../../src/vocabulary/bylaws.ts";
import { BylawsPolicies, defaultPolicies, ownPoliciesOf, policiesOf } from "../../src/vocabulary/policies.ts";

describe("the policies under bylaws", () => {
  it("are the library's defaults where the bylaws say nothing", () => {
    expect(policiesOf({})).toEqual(defaultPolicies);
    expect(policiesOf({ policies: {} })).toEqual(defaultPolicies);
  });

  it("are what the bylaws say, field by field", () => {
    const policies = {
      handover: "byHand",
      awaited: { recovery: 45 },
      pledgeOf: { split: "transfer" },
    } as const;
    expect(policiesOf({ policies })).toEqual({
      ...defaultPolicies,
      handover: "byHand",
      awaited: { ...defaultPolicies.awaited, recovery: 45 },
      pledgeOf: { ...defaultPolicies.pledgeOf, split: "transfer" },
    });
  });

  it("have the bylaws' own part, which says the same as the whole and repeats no default", () => {
    fc.assert(
      fc.property(arbitraryOf(BylawsPolicies), (policies) => {
        const own = ownPoliciesOf({ policies });
        expect(policiesOf({ policies: own })).toEqual(policiesOf({ policies }));
        expect(ownPoliciesOf({ policies: own })).toEqual(own);
      }),
    );
    expect(ownPoliciesOf({ policies: defaultPolicies })).toEqual({ pledgeOf: {}, awaited: {} });
  });

  it("have a default for every field that bylaws can have", () => {
    const { pledgeOf, awaited } = BylawsPolicies.shape;
    expect(Object.keys(defaultPolicies).toSorted()).toEqual(Object.keys(BylawsPolicies.shape).toSorted());
    for (const [form, defaults] of [
      [pledgeOf, defaultPolicies.pledgeOf],
      [awaited, defaultPolicies.awaited],
    ] as const)
      expect(Object.keys(defaults).toSorted()).toEqual(Object.keys(form.def.innerType.shape).toSorted());
  });
});

describe("the course of a pledge", () => {
  it("is said for every way in which a unit of a bloc can end or leave", () => {
    const ways = [...LeavingGround.options, "merged", "consolidated", "split"];
    expect(Object.keys(defaultPolicies.pledgeOf).toSorted()).toEqual(ways.toSorted());
  });
});

describe("honours of bylaws", () => {
  const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
  const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;
  const letter = { kind: "letterOfCommendation", authority: "UBND tỉnh" } as const;
  const honours = [
    { honour: flag, seats: 1, excludes: [certificate] },
    { honour: certificate, seats: 2 },
    { honour: letter, seats: 3 },
  ];

  it("exclude each other both ways, whichever names the other", () => {
    expect(areExclusive({ honours }, flag, certificate)).toBe(true);
    expect(areExclusive({ honours }, certificate, flag)).toBe(true);
    expect(areExclusive({ honours }, flag, letter)).toBe(false);
    expect(areExclusive({ honours }, flag, flag)).toBe(false);
  });
});
