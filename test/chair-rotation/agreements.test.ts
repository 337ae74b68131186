import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { install, opening } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const running = [opening("abcd"), install("2022", "a")];
const substitute = (unit: string, chair: string) =>
  create.NameSubstitute({ term: "2023", unit, chair, reason });
const leave = (unit: string) => create.LeaveRotation({ unit, leftOn: "2022-12-31", reason });
const voidsOf = (history: readonly ChairRotationEvent[]) =>
  history.flatMap(({ type, data }) => (type === "AgreementVoided" ? [data] : []));

describe("agreements that lie upon one turn", () => {
  const thrice = [substitute("b", "c"), substitute("c", "b"), substitute("b", "d")];

  it("are void one by one: the last one stands where it still finds the unit that it was made with", () => {
    const history = historyOf(chairRotation, [...running, ...thrice, leave("c")]);
    expect(voidsOf(history)).toEqual([
      { what: "substitute", term: "2023", unit: "b", layer: 1, because: "unitLeft" },
      { what: "substitute", term: "2023", unit: "c", layer: 1, because: "turnMoved" },
    ]);
    const state = chairRotation.fold(history);
    if (state.status !== "open") expect.fail();
    expect(forecast(state, { number: 1 }).at(-1)?.chair).toEqual({ kind: "unit", unit: "d" });
  });

  it.each([
    ["lies on no turn", { what: "substitute", term: "2023", unit: "b", layer: 4 }],
    ["is of another unit", { what: "substitute", term: "2023", unit: "c", layer: 1 }],
    ["is of another kind", { what: "vacancy", term: "2023", unit: "b", layer: 1 }],
    ["is not recorded", { what: "claim", term: "2023", unit: "b", obligation: "owed" }],
  ] as const)("cannot be void where the agreement %s", (_, data) => {
    const event = ChairRotationEvent.create.AgreementVoided({ ...data, because: "turnMoved" });
    const history = historyOf(chairRotation, [...running, ...thrice]);
    expect(audit(chairRotation, [...history, event])).toMatchObject({ ok: false });
  });
});
