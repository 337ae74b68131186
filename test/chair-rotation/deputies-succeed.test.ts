import { describe, expect, it } from "vitest";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { decision, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

describe("where the deputy succeeds, the deputy of the office does", () => {
  const opened = opening("abcde", {
    deputy: "designated",
    leaver: "deputyActs",
    succession: { kind: "deputySucceeds", otherwise: "longestWaiting" },
  });
  const begun = [opened, install("2022", "a")];
  const depute = (deputy: string, designatedOn: string) =>
    create.DesignateDeputy({ term: "2022", deputy, basis: decision, designatedOn });
  const merge = (unit: string, into: string, mergedOn: string) =>
    create.MergeInRotation({ units: [unit], into, mergedOn });
  const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
  const rejoin = (unit: string, joinedOn: string) => create.JoinRotation({ unit, joinedOn });

  /** The deputy of the last day of 2022, and who has the turn of 2023. */
  function outcome(...commands: ChairRotationCommand[]) {
    const state = once(...commands);
    const turn = forecast(state, { number: 1 })[1]?.nominal;
    return [officeOn(state, "2022-12-31").deputy, turn?.kind === "unit" ? turn.unit : turn?.kind];
  }

  it("by the days on which deputies were named, not by the order of recording", () => {
    expect(outcome(...begun, depute("d", "2022-07-02"), depute("e", "2022-03-01"))).toEqual(["d", "d"]);
  });

  it("and not one that left and joined again", () => {
    const again = [leave("d", "2022-03-31"), rejoin("d", "2022-06-01")];
    expect(outcome(...begun, depute("d", "2022-02-02"), ...again)).toEqual([undefined, "b"]);
    expect(outcome(...begun, depute("d", "2022-07-02"), ...again)).toEqual(["d", "d"]);
    const gone = [leave("d", "2022-06-30"), rejoin("d", "2022-09-01")];
    expect(outcome(...begun, depute("d", "2022-07-02"), ...gone)).toEqual([undefined, "b"]);
  });

  it("or its heir, also when the merger is recorded late", () => {
    expect(outcome(...begun, depute("d", "2022-07-02"), merge("d", "e", "2022-06-01"))).toEqual(["e", "e"]);
  });

  it("and not one that was released under the name of its heir", () => {
    const release = create.ReleaseDeputy({ term: "2022", deputy: "n", releasedOn: "2022-08-01", reason });
    const named = [depute("d", "2022-02-02"), merge("d", "n", "2022-06-01")];
    expect(outcome(...begun, ...named)).toEqual(["n", "n"]);
    expect(outcome(...begun, ...named, release)).toEqual([undefined, "b"]);
  });

  it("and not one that has become the chair itself, which is its own deputy no more", () => {
    const named = [...begun, depute("c", "2022-02-02")];
    const installed = create.InstallChair({
      term: "2022",
      chair: "c",
      installedOn: "2022-05-01",
      basis: decision,
    });
    expect(outcome(...named, leave("a", "2022-04-01"), installed)).toEqual([undefined, "b"]);
    expect(outcome(...named, merge("a", "c", "2022-04-01"))).toEqual([undefined, "b"]);
  });

  it("and an explanation says that nobody succeeded, but who has waited longest has the turn", () => {
    const named = done(...begun, depute("c", "2022-02-02"), merge("a", "c", "2022-04-01"));
    const rule = explain(named, "2023")?.because.find(({ kind }) => kind === "rule");
    expect(rule).toMatchObject({ rule: "longestWaiting", gives: { unit: "b" } });
  });

  it("in a coming term too: not a deputy that chairs by an agreement, is gone, or takes over from its chair", () => {
    const coming = create.DesignateDeputy({
      term: "2023",
      deputy: "e",
      basis: decision,
      designatedOn: "2022-02-02",
    });
    const named = [...begun, coming];
    const turns = (...commands: ChairRotationCommand[]) =>
      forecast(once(...commands), { number: 2 }).map(({ nominal, deputy }) => [
        nominal.kind === "unit" ? nominal.unit : nominal.kind,
        deputy,
      ]);
    const plan = (of2024: string, deputy?: string) => [
      ["a", undefined],
      ["b", deputy],
      [of2024, undefined],
    ];
    expect(turns(...named)).toEqual(plan("e", "e"));
    const vacancy = create.RecordVacancy({ term: "2023", from: "2023-01-01", reason });
    expect(turns(...named, vacancy)).toEqual(plan("c"));
    const late = create.RecordVacancy({ term: "2023", from: "2023-05-01", reason });
    expect(turns(...named, late)).toEqual(plan("e", "e"));
    expect(turns(...named, leave("e", "2023-03-31"), rejoin("e", "2023-06-01"))).toEqual(plan("c", "e"));
    expect(turns(...named, merge("b", "e", "2023-06-01"))).toEqual(plan("c", "e"));
  });
});
