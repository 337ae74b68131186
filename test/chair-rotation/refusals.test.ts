import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { refusals } from "./refusals.ts";

describe("a rotation refuses", () => {
  it.each(refusals)("%s", (type, before, command, data) => {
    const history = historyOf(chairRotation, before);
    const { decision: answer, state } = given(chairRotation, history).when(command);
    expect(answer).toMatchObject({ ok: false, rejection: { type, data } });
    expect(state).toEqual(chairRotation.fold(history));
  });
});
