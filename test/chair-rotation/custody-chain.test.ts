import { describe, expect, it } from "vitest";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { flag, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

describe("a flag that is issued when its first chair is gone", () => {
  const opened = (leaver: RotationPolicy["leaver"]) =>
    create.OpenRotation({
      ...opening("abc", { leaver }).data,
      chair: "a",
      flag: { ...flag, issuedOn: "2022-06-01" },
    });
  const leave = create.LeaveRotation({ unit: "a", leftOn: "2022-03-01", reason });
  const merge = create.MergeInRotation({ units: ["a"], into: "c", mergedOn: "2022-03-01" });
  const stepsOf = (...commands: ChairRotationCommand[]) =>
    custodyOn(once(...commands), "2022-12-31")?.steps.map(({ from, to, on, event }) => [
      from.kind,
      to.kind === "unit" ? to.unit : to.kind,
      on,
      event,
    ]);
  const holdersOf = (...commands: ChairRotationCommand[]) =>
    agenda(done(...commands), { number: 0 }).flag.map(({ custodian, from }) => [custodian, from]);

  it("stays with its issuer when the chair has left", () => {
    expect(stepsOf(opened("deputyActs"), leave)).toEqual([]);
    expect(holdersOf(opened("deputyActs"), leave)).toEqual([]);
  });

  it("goes to the chair that finishes its term", () => {
    expect(stepsOf(opened("finish"), leave)).toEqual([["issuer", "a", "2022-06-01", "RotationOpened"]]);
  });

  it("goes to the heir of the chair, on the day of its issue", () => {
    expect(stepsOf(opened("finish"), merge)).toEqual([["issuer", "c", "2022-06-01", "RotationOpened"]]);
    expect(holdersOf(opened("finish"), merge)).toEqual([[{ kind: "unit", unit: "c" }, "2022-06-01"]]);
  });

  it("goes to the chair first when the merger comes on that day or later", () => {
    const later = create.MergeInRotation({ units: ["a"], into: "c", mergedOn: "2022-06-01" });
    expect(stepsOf(opened("finish"), later)).toEqual([
      ["issuer", "a", "2022-06-01", "RotationOpened"],
      ["unit", "c", "2022-06-01", "UnitsMergedInRotation"],
    ]);
  });
});
