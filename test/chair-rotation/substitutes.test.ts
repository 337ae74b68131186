import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { given } from "../../src/testing/scenario.ts";
import { consent, flag, hand, install, opening, propose, receipt } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

describe("where anybody may be a substitute", () => {
  const tolerance = { consent: "outgoing", daysBeforeMax: 60, daysAfterMax: 90 } as const;
  const opened = opening("abcd", { substitutes: "anybody", handover: tolerance });
  const begun = [opened, install("2022", "a")];
  const swapped = [...begun, propose("b2023", "c2024"), consent("c")];
  const substituted = [...begun, create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason })];
  const merge = (unit: string) =>
    create.MergeInRotation({ units: [unit], into: "m", mergedOn: "2022-12-31" });
  const suspend = (unit: string, suspendedOn: string) =>
    create.SuspendFromRotation({ unit, suspendedOn, reason });
  const early = (to: string) =>
    create.HandOverChair({ term: "2023", from: "a", to, handedOverOn: "2022-12-15" });

  it("a unit that has the term by swap does not take the chair before it exists", () => {
    given(chairRotation, done(...swapped, merge("c")))
      .when(early("m"))
      .thenRejected("UnitNotInRotation", { unit: "m" });
  });

  it("a unit that has the term by swap does not take the chair while it is suspended", () => {
    const begin = suspend("c", "2022-11-01");
    const end = create.ReinstateInRotation({ unit: "c", reinstatedOn: "2022-12-31" });
    const log = done(...begun, begin, end, propose("b2023", "c2024"), consent("c"));
    given(chairRotation, log).when(early("c")).thenRejected("UnitSuspended", { unit: "c" });
  });

  it("a unit that has the term by swap from a substitute has no chair while it is suspended", () => {
    const chairs = [...substituted, propose("d2023", "c2024"), consent("c"), hand("2023", "a", "c")];
    const state = once(...chairs, suspend("c", "2023-05-01"));
    expect(officeOn(state, "2023-05-01")).toMatchObject({ holder: undefined, why: "suspended" });
  });

  it("a substitute may be suspended, but its heir takes the chair from its own day on", () => {
    const log = done(...substituted, suspend("d", "2022-12-01"));
    expect(given(chairRotation, log).when(early("d")).decision.ok).toBe(true);
    given(chairRotation, done(...substituted, merge("d")))
      .when(early("m"))
      .thenRejected("UnitNotInRotation", { unit: "m" });
  });

  it("the flag goes with the chair to members only", () => {
    const withFlag = create.OpenRotation({ ...opened.data, chair: "a", flag });
    const outsider = create.NameSubstitute({ term: "2023", unit: "b", chair: "x", reason });
    const give = (to: string, first: ChairRotationCommand) =>
      given(chairRotation, done(withFlag, first)).when(
        create.HandOverChair({ term: "2023", from: "a", to, handedOverOn: "2023-01-01", flag: receipt }),
      );
    give("x", outsider).thenRejected("UnitNotInRotation", { unit: "x" });
  });
});
