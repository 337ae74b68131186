import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { decision, flag, hand } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const policyOf = (changes: Partial<RotationPolicy>): RotationPolicy => ({
  ...euCouncil,
  joiner: "end",
  horizonTerms: 5,
  ...changes,
});
const openWith = (changes: Partial<RotationPolicy>) =>
  create.OpenRotation({
    bloc: "bloc",
    roster: ["a", "b", "c", "d"].map((unit) => ({ unit })),
    policy: policyOf(changes),
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    chair: "a",
    deputy: "d",
    flag,
  });
const adopt = (changes: Partial<RotationPolicy>) =>
  create.AdoptRotationPolicy({ term: "2023", policy: policyOf(changes), basis: decision });

describe("a closed day under a policy that was adopted later", () => {
  it("keeps the flag where it was: with the issuer, because the chair left under the policy of its term", () => {
    const leave = create.LeaveRotation({ unit: "a", leftOn: "2022-06-30", reason: "giải thể" });
    const before = [openWith({ leaver: "deputyActs" }), leave, adopt({ leaver: "finish" })];
    const issuer = { custodian: { kind: "issuer" } };
    expect(custodyOn(once(...before), "2022-08-01")).toMatchObject(issuer);
    expect(custodyOn(once(...before, hand("2023", "d", "b")), "2022-08-01")).toMatchObject(issuer);
  });

  it("keeps the turns of a merged unit, which were counted by the policy of the term of the merger", () => {
    const merge = { merge: { place: "earlier", turns: "sum" } } as const;
    const history = [
      openWith(merge),
      hand("2023", "a", "b"),
      create.MergeInRotation({ units: ["a", "b"], into: "n", mergedOn: "2023-07-01" }),
      create.AdoptRotationPolicy({
        term: "2024",
        policy: policyOf({ merge: { place: "earlier", turns: "max" } }),
        basis: decision,
      }),
      hand("2024", "n", "c"),
    ];
    const turns = fairnessOf(once(...history)).units.find(({ unit }) => unit === "n")?.turns;
    expect(turns).toBe(2);
  });
});

describe("a rotation that is closed", () => {
  const leave = (leftOn: string) => create.LeaveRotation({ unit: "a", leftOn, reason: "chuyển khối" });
  const closeOn = (closedOn: string) => create.CloseRotation({ closedOn, reason: "sắp xếp lại các khối" });
  const custodyOf = (...commands: ChairRotationCommand[]) => {
    const rotation = chairRotation.fold(done(openWith({ leaver: "finish" }), ...commands));
    if (rotation.status !== "closed") throw new Error("closed");
    return (day: string) => custodyOn(rotation, day)?.custodian;
  };

  it("takes the flag from a chair that was finishing its term: after the last day there is none to finish", () => {
    const custody = custodyOf(leave("2022-05-31"), closeOn("2022-07-31"));
    expect(custody("2022-07-31")).toEqual({ kind: "unit", unit: "a" });
    expect(custody("2022-08-01")).toEqual({ kind: "issuer" });
  });

  it("takes the flag from its last chair on the day it leaves, if that is later", () => {
    const custody = custodyOf(leave("2022-09-30"), closeOn("2022-07-31"));
    expect(custody("2022-09-30")).toEqual({ kind: "unit", unit: "a" });
    expect(custody("2022-10-01")).toEqual({ kind: "issuer" });
  });

  it("has no deputy and no acting chair after its last day, in the agenda too", () => {
    const acting = create.AppointActingChair({
      term: "2022",
      unit: "b",
      from: "2022-03-02",
      reason: "khuyết",
    });
    const vacancy = create.RecordVacancy({ term: "2022", from: "2022-03-01", reason: "khuyết" });
    const events = done(openWith({}), vacancy, acting, closeOn("2022-07-31"));
    expect(agenda(events, { number: 0 }).terms[0]).toMatchObject({
      endsOn: "2022-08-01",
      tenures: [
        { unit: "a", until: "2022-03-01" },
        { unit: undefined, until: "2022-08-01" },
      ],
      deputies: [{ unit: "d", from: "2022-01-01", until: "2022-08-01" }],
      interims: [{ unit: "b", from: "2022-03-02" }],
    });
  });
});
