import { describe, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { install, opening } from "./life.ts";
import { done } from "./once.ts";

const { create } = ChairRotationCommand;

describe("a unit of the first roster that joins on a later day", () => {
  const roster = [...[..."abc"].map((unit) => ({ unit })), { unit: "x", name: "X", joinedOn: "2024-01-01" }];
  const log = done(create.OpenRotation({ ...opening("abc").data, roster }), install("2022", "a"));
  const contradicted = { unit: "x", on: "2024-01-01", fact: "UnitJoinedRotation" } as const;

  it.each([
    ["joins", create.JoinRotation({ unit: "x", joinedOn: "2022-05-01" })],
    ["comes of a merger", create.MergeInRotation({ units: ["b"], into: "x", mergedOn: "2022-07-01" })],
    [
      "comes of a split",
      create.SplitInRotation({ unit: "b", heir: "x", others: ["y"], splitOn: "2022-07-01" }),
    ],
    ["is split off", create.SplitInRotation({ unit: "b", heir: "b", others: ["x"], splitOn: "2022-07-01" })],
  ])("is not a unit that %s before: its own day would no longer fit", (_, command) => {
    given(chairRotation, log).when(command).thenRejected("FactContradicted", contradicted);
  });

  it("is a member like any other from its day on", () => {
    given(chairRotation, log)
      .when(create.JoinRotation({ unit: "x", joinedOn: "2024-01-01" }))
      .thenRejected("UnitInRotationAlready", { unit: "x" });
    const merge = create.MergeInRotation({ units: ["x"], into: "c", mergedOn: "2024-01-01" });
    given(chairRotation, log).when(merge).thenEvents({ type: "UnitsMergedInRotation", data: merge.data });
  });
});
