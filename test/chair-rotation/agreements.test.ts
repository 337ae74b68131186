import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { sent } from "../../src/kernel/sent.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
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

describe("an agreement that is recorded again once its turn has moved to another unit", () => {
  const on = (day: string, command: ChairRotationCommand) =>
    sent(command, { now: new Date(`${day}T05:00:00Z`), commandId: "again", actor: "office" });
  /** Unit b is suspended on the first day of 2023, and is no longer once that term should have begun. */
  const overdue = [
    ...running,
    create.SuspendFromRotation({ unit: "b", suspendedOn: "2022-12-01", reason }),
    create.ReinstateInRotation({ unit: "b", reinstatedOn: "2023-02-01" }),
  ];
  const rename = create.RenameInRotation({ unit: "c", name: "Đơn vị C", renamedOn: "2023-03-02" });
  const answers = (agreed: ChairRotationCommand) => {
    let state = chairRotation.initialState();
    const commands = [...overdue, agreed].map((one) => on("2022-12-31", one));
    return [...commands, on("2023-03-02", agreed), on("2023-03-02", agreed), on("2023-03-02", rename)]
      .map((command) => {
        const answer = chairRotation.decide(command, state);
        if (!answer.ok) expect.fail(JSON.stringify(answer));
        state = chairRotation.fold(answer.events, state);
        return answer.events;
      })
      .slice(-3);
  };

  it.each([
    ["who holds over", create.HoldOver({ term: "2024", reason }), "ChairHeldOver", ["c", "b"]],
    [
      "whose term stays vacant in part",
      create.RecordVacancy({ term: "2024", from: "2024-06-01", reason }),
      "TermVacated",
      ["d", "c"],
    ],
  ])("is of the unit that has the turn now: %s", (_, agreed, type, [before, now]) => {
    const [again, andAgain, later] = answers(agreed);
    expect(again).toMatchObject([
      { type, data: { unit: now } },
      { type: "AgreementVoided", data: { unit: before, because: "turnMoved" } },
    ]);
    expect(andAgain).toEqual([]);
    expect(later).toMatchObject([{ type: "UnitRenamedInRotation" }]);
  });

  it("is the same word where the unit that has the turn has become another one", () => {
    const stay = create.HoldOver({ term: "2023", reason });
    const merged = create.MergeInRotation({ units: ["a"], into: "b", mergedOn: "2022-03-01" });
    const history = historyOf(chairRotation, [...running, stay, merged]);
    given(chairRotation, history).when(stay).thenNothing();
  });
});
