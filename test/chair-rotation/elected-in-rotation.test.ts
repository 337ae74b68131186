import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { whenIsTurn } from "../../src/chair-rotation/forecast/when-is-turn.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { given } from "../../src/testing/scenario.ts";
import { conference, decision } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;

/** Five units a to e under the preset as it is; a chairs 2024. */
const open = create.OpenRotation({
  bloc: "bloc",
  roster: [..."abcde"].map((unit) => ({ unit })),
  policy: emulationBloc,
  calendar: { term: "2024", startsOn: "2024-01-01", months: 12 },
  chair: "a",
});
const elect = (term: string, chair: string) =>
  create.DesignateChair({ term, chair, basis: conference, designatedOn: "2024-02-01" });
const join = create.JoinRotation({ unit: "x", joinedOn: "2025-06-01" });

/** Each term with the units that may chair it. */
const rowsOf = (commands: readonly ChairRotationCommand[], number: number) =>
  forecast(once(...commands), { number }).map(({ term, chair, certainty }) => {
    const units = chair.kind === "unit" ? [chair.unit] : chair.kind === "open" ? chair.among : [];
    return `${term} ${units.join("")} ${certainty}`;
  });

describe("a chair elected in rotation", () => {
  it("is open among those who have had no turn in this lap, and then a new lap begins", () => {
    expect(rowsOf([open], 5)).toEqual([
      "2024 a served",
      "2025 bcde open",
      "2026 bcde open",
      "2027 bcde open",
      "2028 bcde open",
      "2029 abcde open",
    ]);
  });

  it("stands again only in the next lap, and a joiner stands at once", () => {
    expect(rowsOf([open, elect("2025", "d"), join], 6)).toEqual([
      "2024 a served",
      "2025 d assigned",
      "2026 bcex open",
      "2027 bcex open",
      "2028 bcex open",
      "2029 bcex open",
      "2030 abcdex open",
    ]);
  });

  it("is elected no longer where the authority gives it an earlier term of the lap, for it has its turn there", () => {
    const assign = create.DesignateChair({
      term: "2025",
      chair: "e",
      basis: decision,
      designatedOn: "2024-03-01",
    });
    const events = done(open, elect("2025", "d"), elect("2026", "e"), assign);
    expect(events.flatMap(({ type, data }) => (type === "AgreementVoided" ? [data] : []))).toEqual([
      { what: "designation", term: "2025", unit: "d", because: "superseded" },
      { what: "designation", term: "2026", unit: "e", because: "hadTurn" },
    ]);
  });

  it("has no second turn in a lap, and is elected term by term", () => {
    given(chairRotation, done(open, elect("2025", "d")))
      .when(elect("2026", "d"))
      .thenRejected("UnitHadItsTurn", { term: "2026", unit: "d" });
    given(chairRotation, done(open))
      .when(elect("2026", "d"))
      .thenRejected("EarlierTermOpen", { term: "2026", earlier: "2025" });
  });
});

describe("when a unit asks for its turn", () => {
  const asks = (unit: string, commands: readonly ChairRotationCommand[], number = 9) => {
    const turn = whenIsTurn(once(...commands), unit, { number });
    return turn && { unit: turn.unit, term: turn.term, upTo: turn.upTo, certainty: turn.certainty };
  };

  it("learns from which term to which it stands", () => {
    expect(asks("b", [open])).toEqual({ unit: "b", term: "2025", upTo: "2028", certainty: "open" });
    expect(asks("a", [open])).toEqual({ unit: "a", term: "2029", upTo: "2033", certainty: "open" });
  });

  it("learns the term once it is elected", () => {
    const turn = { unit: "d", term: "2025", upTo: undefined, certainty: "assigned" };
    expect(asks("d", [open, elect("2025", "d")])).toEqual(turn);
  });

  it("is told no last term where the lap goes on beyond the terms that it looks at", () => {
    expect(asks("b", [open], 2)).toMatchObject({ term: "2025", upTo: undefined });
    expect(asks("b", [open], 4)).toMatchObject({ term: "2025", upTo: "2028" });
    expect(asks("a", [open], 4)).toBeUndefined();
  });

  it("is answered for by its heir", () => {
    const merge = create.MergeInRotation({ units: ["b"], into: "c", mergedOn: "2024-07-01" });
    expect(asks("b", [open, merge])).toMatchObject({ unit: "c", term: "2025", upTo: "2027" });
    const later = create.MergeInRotation({ units: ["e"], into: "c", mergedOn: "2030-07-01" });
    expect(asks("e", [open, later])).toMatchObject({ unit: "e", term: "2025", upTo: "2028" });
  });

  it("has none where it has left or was dissolved", () => {
    const left = create.LeaveRotation({ unit: "b", leftOn: "2024-06-30", reason: "thôi tham gia" });
    const ended = create.LeaveRotation({ ...left.data, ceases: true });
    expect([asks("b", [open, left]), asks("b", [open, ended]), asks("z", [open])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("a range of terms", () => {
  const rotation = once(open);

  it.each([
    [{ number: -1 }, "until: number: min >= 0, got -1"],
    [{ number: 1.5 }, "until: number"],
    [{ number: 2_400 }, "until: number: max <= 2399, got 2400"],
    [{ terms: 0 }, "until: terms: min >= 1, got 0"],
    [{ terms: Number.NaN }, "until: terms"],
    [{ date: "2024-02-30" }, "until: date"],
    [{}, "until: "],
    [{ number: 1, terms: 1 }, "until: "],
  ])("is refused where it is %j", (until, said) => {
    expect(() => whenIsTurn(rotation, "b", until as { number: number })).toThrow(said);
    expect(() => forecast(rotation, until as { number: number })).toThrow(said);
  });
});
