import { describe, expect, it } from "vitest";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { membersOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import { install, opening } from "./life.ts";
import { once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

describe("a chair that has left to finish its term, and joins again", () => {
  const again = [
    opening("abcd", { leaver: "finish" }),
    install("2022", "a"),
    create.LeaveRotation({ unit: "a", leftOn: "2022-03-31", reason }),
    create.JoinRotation({ unit: "a", joinedOn: "2022-06-01" }),
  ];
  const last = "2022-08-01";
  const day = "2022-08-02";

  it("is a chair like any other: it has nothing to finish", () => {
    expect(officeOn(once(...again), "2022-05-31")).toMatchObject({ holder: "a", isFinishing: true });
    expect(officeOn(once(...again), "2022-06-01")).toMatchObject({ holder: "a", isFinishing: false });
  });

  it("has an heir when it merges", () => {
    const merged = once(...again, create.MergeInRotation({ units: ["a"], into: "n", mergedOn: last }));
    expect(officeOn(merged, last)).toMatchObject({ holder: "n", isFinishing: false });
    expect([...membersOn(merged, last).keys()].sort()).toEqual(["b", "c", "d", "n"]);
  });

  it("leaves the chair when it is dissolved", () => {
    const gone = once(...again, create.LeaveRotation({ unit: "a", leftOn: last, ceases: true, reason }));
    expect(officeOn(gone, day)).toMatchObject({ holder: undefined, why: "left" });
    expect([...membersOn(gone, day).keys()]).toEqual(["b", "c", "d"]);
  });

  it("has no chair while it is suspended", () => {
    const suspended = once(...again, create.SuspendFromRotation({ unit: "a", suspendedOn: last, reason }));
    expect(officeOn(suspended, last)).toMatchObject({ holder: undefined, why: "suspended" });
  });

  it("may leave and finish once more", () => {
    const twice = once(...again, create.LeaveRotation({ unit: "a", leftOn: last, reason }));
    expect(officeOn(twice, day)).toMatchObject({ holder: "a", isFinishing: true });
  });
});
