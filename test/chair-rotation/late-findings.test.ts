import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { conflicts } from "../../src/chair-rotation/questions/conflicts.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { conference, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const begun = (units: string, policy: Parameters<typeof opening>[1] = {}) => [
  opening(units, policy),
  install("2022", "a"),
];
const placeAfter = (unit: string, after: string, term = "2025") =>
  create.PlaceInOrder({ term, unit, place: { kind: "after", unit: after }, reason });
const remove = (unit: string, term = "2024") => create.RemoveFromOrder({ term, unit, reason });
const chairs = (...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number: 7 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : "-"))
    .join("");

describe("a place after another unit", () => {
  const voided = {
    type: "AgreementVoided",
    data: { what: "placement", term: "2025", unit: "b", because: "notInOrder" },
  };

  it("is void, with a word, when that unit is taken out of the order before the term (L46)", () => {
    const events = done(...begun("abcd"), placeAfter("b", "c"), remove("c"));
    expect(events.at(-1)).toEqual(voided);
    expect(chairs(...begun("abcd"), placeAfter("b", "c"), remove("c"))).toBe("abdabdab");
    const [told] = events.slice(-1);
    expect(told && sentence(vi, told, (unit) => `Sở ${unit.toUpperCase()}`)).toBe(
      "Nhiệm kỳ 2025: việc xếp lại vị trí của Sở B không còn hiệu lực do đơn vị đứng liền trước đã không còn vị trí trong thứ tự luân phiên.",
    );
    expect(told && sentence(en, told, (unit) => `Dept ${unit.toUpperCase()}`)).toBe(
      "For 2025, the new place of Dept B in the order is void, because the unit that it was to stand after has no place in the order by then.",
    );
  });

  it("is void when that unit leaves, or stands in no place of a new order", () => {
    const leave = create.LeaveRotation({ unit: "c", leftOn: "2023-12-31", reason });
    expect(done(...begun("abcd"), placeAfter("b", "c"), leave).at(-1)).toEqual(voided);
    const order = create.ReplaceOrder({ term: "2024", order: ["d", "b", "a"], effective: "atOnce", reason });
    expect(done(...begun("abcd"), placeAfter("b", "c"), order).at(-1)).toEqual(voided);
  });

  it("stands after the heir of that unit", () => {
    const merge = create.MergeInRotation({ units: ["c"], into: "n", mergedOn: "2023-06-01" });
    expect(done(...begun("abcd"), placeAfter("b", "c"), merge).at(-1)?.type).toBe("UnitsMergedInRotation");
  });

  it("leaves the last word about the unit as it was when an earlier one is void", () => {
    const events = done(...begun("abcd"), placeAfter("b", "c"), placeAfter("b", "d"), remove("c"));
    expect(events.at(-1)?.type).toBe("UnitRemovedFromOrder");
  });
});

it("A fairness report counts no term of a rotation that was closed before its first day", () => {
  const opened = create.OpenRotation({ ...opening("ab").data, chair: "a" });
  const close = create.CloseRotation({ reason, closedOn: "2021-06-01" });
  const state = chairRotation.fold(done(opened, close));
  const { elapsed, ownTurns, units } = state.status === "blank" ? expect.fail("open") : fairnessOf(state);
  expect([elapsed, ownTurns, units[0]?.turns, units[0]?.chaired]).toEqual([0, 0, 0, 0]);
});

describe("units that chair two rotations in a coming term", () => {
  const there = (...commands: ChairRotationCommand[]) => once(...begun("abcd"), ...commands);
  const here = (units: string) => {
    const { data } = opening(units);
    return once(create.OpenRotation({ ...data, bloc: "here" }), install("2022", units[0] ?? ""));
  };
  const mergedOn = "2023-07-01";

  it("are heirs of its chair, from the day of the merger on", () => {
    const merge = create.MergeInRotation({ units: ["b"], into: "d", mergedOn });
    expect(conflicts(here("adc"), there(), { number: 1 })).toEqual([]);
    expect(conflicts(here("adc"), there(merge), { number: 1 })).toEqual([
      { unit: "d", here: "2023", there: "2023" },
    ]);
  });

  it("are both of two that have the same two terms, one after the other", () => {
    const merge = create.MergeInRotation({ units: ["b"], into: "d", mergedOn });
    const { data } = opening("abdc");
    const both = once(create.OpenRotation({ ...data, bloc: "here" }), install("2022", "a"), merge);
    expect(conflicts(there(merge), both, { number: 1 })).toEqual([
      { unit: "b", here: "2023", there: "2023" },
      { unit: "d", here: "2023", there: "2023" },
    ]);
  });

  it("are no units that leave the chair before the other term begins", () => {
    const half = create.OpenRotation({
      ...opening("ab").data,
      bloc: "here",
      calendar: { term: "2022-H1", startsOn: "2022-01-01", months: 6 },
      chair: "a",
    });
    const state = once(half);
    const leave = create.LeaveRotation({ unit: "b", leftOn: "2023-06-30", ceases: true, reason });
    const found = (...commands: ChairRotationCommand[]) =>
      conflicts(state, there(...commands), { number: 3 }).map((one) => one.here);
    expect(found()).toEqual(["2023-H2"]);
    expect(found(leave)).toEqual([]);
  });
});

describe("what would be without an event", () => {
  const inRotation = { succession: { kind: "electedInRotation" }, skip: { kind: "forfeit" } } as const;
  const elected = create.OpenRotation({ ...opening("abcd", inRotation).data, chair: "a" });
  const designate = create.DesignateChair({
    term: "2023",
    chair: "c",
    basis: conference,
    designatedOn: "2022-02-01",
  });

  it("is told once of a lot", () => {
    const drawn = [{ source: "Xổ số", values: ["7"] }];
    const lot = [
      create.AnnounceOrderLot({
        lot: "lot",
        term: "2023",
        units: ["a", "b", "c"],
        sources: ["Xổ số"],
        announcedOn: "2022-02-01",
      }),
      create.DrawOrder({ lot: "lot", drawn, drawnOn: "2022-02-02" }),
    ];
    const told = explain(done(...begun("abc"), ...lot), "2023");
    expect(told?.otherwise.map(({ without }) => without.event.type)).toEqual(["OrderDrawn"]);
  });

  it("lets a unit stand that was skipped only since it had been elected", () => {
    const skip = create.SkipTurn({ term: "2023", unit: "c", reason });
    const told = explain(done(elected, designate, skip), "2023");
    const [first] = told?.otherwise ?? [];
    expect(first?.without.event.type).toBe("ChairDesignated");
    expect(first?.chair).toEqual({ kind: "open", among: ["b", "c", "d"] });
  });

  it("keeps who is skipped where the rule names the chair", () => {
    const skip = create.SkipTurn({ term: "2023", unit: "b", reason });
    const told = explain(done(...begun("abc"), skip), "2023");
    expect(told?.otherwise.map(({ chair }) => chair)).toEqual([{ kind: "unit", unit: "b" }]);
  });
});
