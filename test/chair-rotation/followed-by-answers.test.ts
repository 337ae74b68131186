import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { given } from "../../src/testing/scenario.ts";
import { decision, flag, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const skip = create.SkipTurn({ term: "2023", unit: "b", reason });
const vacate = (term: string) => create.RecordVacancy({ term, from: `${term}-01-01`, reason });
const beginVacant = (term: string) => create.BeginVacantTerm({ term, begunOn: `${term}-01-01` });
const suspend = (suspendedOn: string) => create.SuspendFromRotation({ unit: "d", suspendedOn, reason });
const depute = (term: string, deputy: string, designatedOn: string) =>
  create.DesignateDeputy({ term, deputy, basis: decision, designatedOn });

describe("a flag whose day of issue lies ahead", () => {
  const later = { ...flag, issuedOn: "2022-06-01" };
  const issuer = { kind: "issuer" } as const;
  const a = { kind: "unit", unit: "a" } as const;
  const with_ = (chair?: string) => create.OpenRotation({ ...opening("abc").data, chair, flag: later });

  it.each([
    [with_(), issuer],
    [with_("a"), a],
  ])("is not lost before that day, so it is neither found nor replaced", (opened, to) => {
    const log = done(opened);
    const found = create.ReportFlagFound({ to, foundOn: "2022-03-01" });
    given(chairRotation, log).when(found).thenRejected("FlagNotLost", { custodian: to });
    const other = create.ReplaceFlag({ flag: { ...flag, flag: "flag-2", issuedOn: "2022-03-01" }, to });
    given(chairRotation, log).when(other).thenRejected("FlagNotLost", { custodian: to });
  });
});

describe("where anybody may be a substitute", () => {
  it("a substitute whom no roster knows has a substitute too", () => {
    const name = (unit: string, chair: string) =>
      create.NameSubstitute({ term: "2023", unit, chair, reason });
    const named = once(
      opening("abcd", { substitutes: "anybody" }),
      install("2022", "a"),
      name("b", "x"),
      name("x", "y"),
    );
    expect(forecast(named, { number: 1 })[1]).toMatchObject({
      nominal: { unit: "b" },
      chair: { unit: "y" },
    });
  });
});

describe("the deputy of a vacant term, named before it began and in it,", () => {
  it("leaves the terms after it explained, elected in rotation", () => {
    const log = done(
      opening("abcd", { succession: { kind: "electedInRotation" } }),
      depute("2022", "b", "2021-12-01"),
      suspend("2021-12-02"),
      beginVacant("2022"),
      depute("2022", "c", "2022-05-01"),
    );
    expect(explain(log, "2023")?.turn).toEqual({ kind: "open", among: ["a", "b", "c"] });
  });

  it("leaves the terms after it explained, by cycle", () => {
    const before = [opening("abcd"), install("2022", "a"), skip, suspend("2022-03-01"), vacate("2023")];
    const log = done(...before, beginVacant("2023"), depute("2023", "b", "2023-05-01"));
    expect(explain(log, "2024")?.turn).toEqual({ kind: "unit", unit: "a" });
  });
});
