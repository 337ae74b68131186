import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { conference, decision, install, opening } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const running = [opening("abcd"), install("2022", "a")];
const substitute = (unit: string, chair: string) =>
  create.NameSubstitute({ term: "2023", unit, chair, reason });
const leave = (unit: string) => create.LeaveRotation({ unit, leftOn: "2022-12-31", reason });
const voidsOf = (history: readonly ChairRotationEvent[]) =>
  history.flatMap(({ type, data }) => (type === "AgreementVoided" ? [data] : []));

describe("what was agreed about the turn of a unit says why it is void:", () => {
  const designate = create.DesignateChair({
    term: "2023",
    chair: "b",
    basis: decision,
    designatedOn: "2022-02-01",
  });
  const confirm = create.DesignateChair({ ...designate.data, basis: conference });
  const holdOver = create.HoldOver({ term: "2023", reason });
  const suspend = (unit: string) => create.SuspendFromRotation({ unit, suspendedOn: "2022-12-01", reason });
  const skip = create.SkipTurn({ term: "2023", unit: "b", reason });

  it.each([
    ["the designated unit has left", confirm, leave("b"), "unitLeft"],
    ["the unit that the authority named has left", designate, leave("b"), "unitLeft"],
    ["the designated unit is suspended", confirm, suspend("b"), "unitSuspended"],
    ["the turn went to another unit", confirm, skip, "turnMoved"],
    ["the unit that holds over has left", holdOver, leave("a"), "unitLeft"],
    ["the unit that holds over is suspended", holdOver, suspend("a"), "unitSuspended"],
  ])("%s", (_, agreed, cause, because) => {
    const voided = voidsOf(historyOf(chairRotation, [...running, agreed, cause]));
    expect(voided.map((one) => one.because)).toEqual([because]);
  });
});

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
