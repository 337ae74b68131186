import { expect } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { describeLaws } from "../support/laws.ts";
import { expectLawful } from "./lawful.ts";
import { paths } from "./life.ts";

describeLaws({
  decider: chairRotation,
  paths,
  invariant(state, history) {
    if (state.status === "blank") return expect(history).toEqual([]);
    expect(history.filter(({ type }) => type === "RotationOpened")).toHaveLength(1);
    expect(history.findIndex(({ type }) => type === "RotationClosed")).toBe(
      state.status === "closed" ? history.length - 1 : -1,
    );
    expectLawful(state);
  },
  numRuns: 60,
});
