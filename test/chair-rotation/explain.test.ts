import { describe, expect, it } from "vitest";
import type { Explanation } from "../../src/chair-rotation/forecast/explanation.ts";
import {
  type ChairRotationEvent,
  ChairRotationCommand as Command,
} from "../../src/chair-rotation/messages.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { en } from "../../src/minutes/en.ts";
import { explained } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { consent, decision, flag, hand, install, opening, propose } from "./life.ts";
import { done } from "./once.ts";

const { create } = Command;
const reason = "theo nghị quyết";

function told(events: readonly ChairRotationEvent[], term: string): Explanation {
  const explanation = explain(events, term);
  if (!explanation) throw new Error("the calendar has the term");
  return explanation;
}

/** What is cited besides beginnings, and who would have the term without each. */
const cited = ({ because }: Explanation) =>
  because.flatMap((one) => (one.kind === "event" ? [one.event.type] : []));
const otherwise = ({ otherwise: all }: Explanation) =>
  all.map(({ without, chair }) => [without.event.type, chair.kind === "unit" ? chair.unit : chair.kind]);

const begun = [opening("abcdef"), install("2022", "a")];

describe("a coming term is explained by", () => {
  it("the last beginning, from which one counts, and the step of the rule", () => {
    const explanation = told(done(...begun), "2023");
    expect(explanation).toMatchObject({
      chair: { unit: "b" },
      isServed: false,
      from: { position: 2, on: "2022-01-01", document: decision.document, event: { type: "ChairInstalled" } },
      because: [{ kind: "rule", rule: "cycle", after: "a", gives: { unit: "b" } }],
      since: [],
      otherwise: [],
    });
    expect(explain(done(...begun), "never")).toBeUndefined();
    expect(explain([], "2023")).toBeUndefined();
  });

  it("who left, joined and was suspended", () => {
    const events = done(
      ...begun,
      create.LeaveRotation({ unit: "b", leftOn: "2022-06-30", reason }),
      create.JoinRotation({ unit: "x", joinedOn: "2022-07-01" }),
      create.SuspendFromRotation({ unit: "c", suspendedOn: "2022-08-01", reason }),
    );
    expect(cited(told(events, "2023"))).toEqual(["UnitLeftRotation", "UnitSuspendedFromRotation"]);
    expect(otherwise(told(events, "2023"))).toEqual([
      ["UnitLeftRotation", "b"],
      ["UnitSuspendedFromRotation", "c"],
    ]);
    expect(otherwise(told(events, "2026"))).toEqual([
      ["UnitLeftRotation", "f"],
      ["UnitJoinedRotation", "a"],
      ["UnitSuspendedFromRotation", "f"],
    ]);
  });

  it("an act about the flag that closed the day of a leave that was recorded after it", () => {
    const flagged = create.OpenRotation({ ...opening("abcdef").data, flag });
    const lost = create.ReportFlagLost({ custodian: { kind: "issuer" }, lostOn: "2023-01-08", reason });
    const leave = create.LeaveRotation({ unit: "b", leftOn: "2022-06-30", reason });
    const explanation = told(done(flagged, install("2022", "a"), lost, leave), "2023");
    expect(explanation.chair).toEqual({ kind: "unit", unit: "b" });
    expect(otherwise(explanation)).toEqual([["FlagLost", "c"]]);
  });

  it("a merger, also one that was long before the last beginning", () => {
    const events = done(
      ...begun,
      create.MergeInRotation({ units: ["c"], into: "f", mergedOn: "2022-07-01" }),
      hand("2023", "a", "b"),
    );
    expect(otherwise(told(events, "2024"))).toEqual([["UnitsMergedInRotation", "c"]]);
    expect(otherwise(told(events, "2027"))).toEqual([["UnitsMergedInRotation", "f"]]);
  });

  it("a new order, a place in it, and other rules", () => {
    const events = done(
      ...begun,
      create.ReplaceOrder({
        term: "2024",
        order: ["f", "e", "d", "c", "b", "a"],
        effective: "atOnce",
        reason,
      }),
      create.PlaceInOrder({ term: "2025", unit: "a", place: { kind: "after", unit: "f" }, reason }),
    );
    expect(otherwise(told(events, "2024"))).toEqual([["OrderReplaced", "c"]]);
    expect(cited(told(events, "2025"))).toEqual(["OrderReplaced", "UnitPlacedInOrder"]);
  });

  it("a turn that is owed, and only by events that are in the log", () => {
    const events = done(
      opening("abcdef", { skip: { kind: "defer", terms: 2 } }),
      install("2022", "a"),
      create.SkipTurn({ term: "2023", unit: "b", reason }),
    );
    expect(told(events, "2025")).toMatchObject({ because: [{ event: events[2] }, { rule: "owed" }] });
    expect(otherwise(told(events, "2025"))).toEqual([["TurnSkipped", "d"]]);
  });

  it("the leave of a unit to which the turn was owed: without it the turn would still be owed", () => {
    const events = done(
      opening("abcd", { skip: { kind: "defer", terms: 2 } }),
      install("2022", "a"),
      create.SkipTurn({ term: "2023", unit: "b", reason }),
      hand("2023", "a", "c"),
      create.LeaveRotation({ unit: "b", leftOn: "2023-06-30", reason }),
    );
    expect(events.at(-1)?.type).toBe("ObligationBroken");
    expect(cited(told(events, "2025"))).toEqual(["UnitLeftRotation"]);
    expect(otherwise(told(events, "2025"))).toEqual([["UnitLeftRotation", "b"]]);
  });

  it("the words of a swap, and what became of it", () => {
    const swapped = [...begun, propose("b2023", "c2024"), consent("c")];
    const agreed = told(done(...swapped), "2023");
    expect(agreed.chair).toEqual({ kind: "unit", unit: "c" });
    expect(cited(agreed)).toEqual(["SwapProposed", "SwapConsented"]);
    expect(otherwise(agreed)).toEqual([["SwapProposed", "b"]]);
    const ended = done(...swapped, create.LeaveRotation({ unit: "c", leftOn: "2022-12-31", reason }));
    expect(cited(told(ended, "2023"))).toEqual([
      "SwapProposed",
      "SwapConsented",
      "UnitLeftRotation",
      "SwapVoided",
    ]);
    expect(otherwise(told(ended, "2023"))).toEqual([["UnitLeftRotation", "c"]]);
  });
});

describe("a term that has begun is explained by", () => {
  const swapped = done(...begun, propose("b2023", "c2024"), consent("c"), hand("2023", "a", "c"));

  it("what was so when it began, and its beginning", () => {
    const explanation = told(swapped, "2023");
    expect(explanation).toMatchObject({ isServed: true, turn: { unit: "b" }, chair: { unit: "c" } });
    expect(cited(explanation)).toEqual(["SwapProposed", "SwapConsented"]);
    expect(explanation.begun?.event.type).toBe("ChairHandedOver");
    expect(otherwise(explanation)).toEqual([["SwapProposed", "b"]]);
  });

  it("what was done in it, and the facts that changed its office", () => {
    const events = done(
      ...begun,
      create.MergeInRotation({ units: ["a"], into: "d", mergedOn: "2022-03-01" }),
      create.RenameInRotation({ unit: "e", name: "E", renamedOn: "2022-04-01" }),
      create.RecordVacancy({ term: "2022", from: "2022-05-01", reason }),
    );
    const types = told(events, "2022").since.map(({ event }) => event.type);
    expect(types).toEqual(["UnitsMergedInRotation", "TermVacated"]);
  });
});

describe("an explanation is told", () => {
  const events = done(
    create.OpenRotation({
      ...opening("abcdef").data,
      roster: [..."abcdef"].map((unit) => ({ unit, name: `Sở ${unit.toUpperCase()}` })),
    }),
    install("2022", "a"),
    propose("b2023", "c2024", "0b7c-uuid"),
    consent("c", "0b7c-uuid"),
    create.RenameInRotation({ unit: "d", name: "Sở Mới", renamedOn: "2022-06-01" }),
    create.LeaveRotation({ unit: "c", leftOn: "2022-12-31", reason }),
  );

  it("in Vietnamese, by the names and days of an office, with no code", () => {
    expect(explained(vi, told(events, "2024"))).toEqual([
      "Ngày 01/01/2022, Sở A nhận nhiệm vụ Khối trưởng nhiệm kỳ 2022 (theo Quyết định số 05/QĐ-KNC ngày 05/01/2022 của Khối thi đua Nội chính).",
      "Sở D đổi tên thành Sở Mới từ ngày 01/06/2022.",
      "Sở C thôi tham gia luân phiên sau ngày 31/12/2022; lý do: theo nghị quyết.",
      "Nguyên tắc: theo vòng luân phiên, sau Sở B: Sở Mới.",
      "Ngày 01/03/2022, Sở B đề nghị hoán đổi: đổi nhiệm kỳ 2023 của Sở B lấy nhiệm kỳ 2024 của Sở C; trả lời đến hết ngày 31/12/2022.",
      "Ngày 02/03/2022, Sở C đồng ý hoán đổi nhiệm kỳ 2023 (Sở B) và 2024 (Sở C).",
      "Việc hoán đổi nhiệm kỳ 2023 (Sở B) và 2024 (Sở C) không còn giá trị từ nhiệm kỳ 2023 do một đơn vị thôi tham gia luân phiên.",
      "Vì vậy nhiệm kỳ 2024: Sở Mới.",
      "Nếu không có việc Sở D đổi tên thì đơn vị vẫn mang tên Sở D.",
      "Nếu không có việc Sở C thôi tham gia luân phiên thì Khối trưởng là Sở B.",
    ]);
  });

  it("in English", () => {
    expect(explained(en, told(events, "2024"))).toEqual([
      "On 1 January 2022, Sở A took the chair for 2022 (under Decision 05/QĐ-KNC of 5 January 2022 by Khối thi đua Nội chính).",
      "Sở D is called Sở Mới from 1 June 2022.",
      "Sở C leaves the rotation after 31 December 2022; reason: theo nghị quyết.",
      "Rule: the next in the order, after Sở B: Sở Mới.",
      "On 1 March 2022, Sở B proposed a swap: term 2023, held by Sở B, in exchange for term 2024, held by Sở C; open until 31 December 2022.",
      "On 2 March 2022, Sở C consented to the swap of 2023 (Sở B) and 2024 (Sở C).",
      "The swap of 2023 (Sở B) and 2024 (Sở C) is void from 2023 on, because one of its units left.",
      "So term 2024: Sở Mới.",
      "Without the new name of Sở D the unit would still be called Sở D.",
      "Without the leaving of Sở C the chair would be Sở B.",
    ]);
  });

  it("with the day on which an event was recorded that has no day of its own", () => {
    const stored = [
      ...done(...begun),
      {
        ...create.SkipTurn({ term: "2023", unit: "b", reason }),
        type: "TurnSkipped" as const,
        metadata: { recordedAt: "2022-09-09T20:00:00.000Z" },
      },
    ];
    expect(explained(vi, told(stored, "2023"))).toEqual([
      "Ngày 01/01/2022, a nhận nhiệm vụ Khối trưởng nhiệm kỳ 2022 (theo Quyết định số 05/QĐ-KNC ngày 05/01/2022 của Khối thi đua Nội chính).",
      "Bỏ qua lượt Khối trưởng nhiệm kỳ 2023 của b; lý do: theo nghị quyết; lượt này không được bù (ghi nhận ngày 10/09/2022).",
      "Nguyên tắc: theo vòng luân phiên, sau a: c; không tính b (đã quyết định cho qua lượt).",
      "Vì vậy nhiệm kỳ 2023: c.",
      "Nếu không có việc bỏ qua lượt nhiệm kỳ 2023 của b thì Khối trưởng là b.",
    ]);
  });
});
