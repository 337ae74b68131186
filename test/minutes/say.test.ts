import { describe, expect, it } from "vitest";
import { BallotEvent, BallotRejection } from "../../src/ballot/messages.ts";
import { stepSentence } from "../../src/minutes/counting/step-sentence.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { countStepsVi } from "../../src/minutes/vi/count-steps.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { vi } from "../../src/minutes/vi.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";

const [inVi, inEn] = [sayVi(() => undefined), sayEn(() => undefined)];

describe("a list", () => {
  it("joins plain names with commas and a last “and”", () => {
    expect(inVi.list(["Công an tỉnh", "Sở Tư pháp", "Thanh tra tỉnh"])).toBe(
      "Công an tỉnh, Sở Tư pháp và Thanh tra tỉnh",
    );
  });

  it.each([
    ["Sở Văn hóa, Thể thao", "Sở Tư pháp"],
    ["Sở Tư pháp", "Sở Lao động và Xã hội"],
    ["Department of Culture and Sports", "Police"],
  ])("keeps names apart with semicolons where one holds a comma or an “and”: %s; %s", (...names) => {
    expect(inVi.list(names)).toBe(names.join("; "));
    expect(inEn.list(names)).toBe(names.join("; "));
  });

  it("of alternatives says “or”", () => {
    expect(inVi.either(["đang chuẩn bị", "đang bỏ phiếu"])).toBe("đang chuẩn bị hoặc đang bỏ phiếu");
    expect(inEn.either(["open", "closed", "final"])).toBe("open, closed or final");
  });
});

describe("what a tie goes through", () => {
  it("is said step by step", () => {
    expect(inVi.ladder(defaultVotingRules.tieLadder)).toBe(
      "bầu chọn lại tối đa 2 vòng, rồi xét điểm thi đua, rồi Khối trưởng quyết định",
    );
    expect(inEn.ladder(defaultVotingRules.tieLadder)).toBe(
      "up to 2 run-offs, then the emulation scores, then the chair's decision",
    );
    expect(inEn.ladder([{ kind: "runOff", roundsMax: 1 }, { kind: "vacantSeat" }])).toBe(
      "a run-off, then a vacant seat",
    );
  });

  it("is a vacant seat where the bylaws say nothing", () => {
    expect([inVi.ladder([]), inEn.ladder([])]).toEqual(["để khuyết suất", "a vacant seat"]);
  });
});

describe("a bar", () => {
  it("of the whole is 100%, not a fraction of one", () => {
    const whole = { numerator: 1, denominator: 1, strict: false, base: "present" } as const;
    expect([inVi.bar(whole), inEn.bar(whole)]).toEqual([
      "đủ 100% số đơn vị có mặt",
      "100% of the units present",
    ]);
  });
});

describe("a time that ends before a day", () => {
  it("is said to last until the day before", () => {
    expect([inVi.dayBefore("2023-02-01"), inEn.dayBefore("2023-01-01")]).toEqual([
      "31/01/2023",
      "31 December 2022",
    ]);
  });

  it("has no earlier day than the first of the calendar", () => {
    expect(inVi.dayBefore("0001-01-01")).toBe("01/01/0001");
  });
});

describe("a refusal in the wrong state", () => {
  it("says in which states it would go", () => {
    const refusal = BallotRejection.create.WrongState({
      aggregate: "Ballot",
      status: "final",
      allowed: ["preparing", "voting"],
    });
    expect(sentence(vi, refusal, () => undefined)).toBe(
      "Cuộc bầu chọn đã có kết quả chính thức; việc này chỉ thực hiện được khi cuộc bầu chọn đang chuẩn bị hoặc đang bỏ phiếu.",
    );
    expect(sentence(en, refusal, () => undefined)).toBe(
      "The ballot is final; this can only be done while it is in preparation or open for voting.",
    );
  });
});

describe("the id of a unit without a name", () => {
  const refusal = BallotRejection.create.NotAnElector({ unit: "zzz" });

  it("is written as it is, also where a sentence begins with it", () => {
    for (const names of [() => undefined, (unit: string) => unit]) {
      expect(sentence(en, refusal, names)).toBe("zzz is not entitled to vote.");
      expect(sentence(vi, refusal, names)).toBe("zzz không có quyền bỏ phiếu.");
      const step = { type: "NomineeNotElected", data: { nominee: "a", ground: "seatsFilled" } } as const;
      expect(stepSentence(countStepsVi, step, names)).toBe("a không được bầu chọn vì đã đủ số suất.");
    }
  });

  it("is kept where it begins an explanation, and in a list", () => {
    const left = BallotEvent.create.UnitLeft({ unit: "zzz" });
    expect(sentence(en, left, () => undefined)).toBe("zzz left.");
    const names = new Map([["police", "the provincial Police"]]);
    const tied = BallotRejection.create.NotACompletion({ elected: ["and", "b"] });
    expect(sentence(en, tied, (unit) => names.get(unit))).toBe(
      "By the method of this ballot these cannot be elected together: and; b.",
    );
    // A name is a word of the language, and begins a sentence as any word does.
    expect(sentence(en, BallotEvent.create.UnitLeft({ unit: "police" }), (unit) => names.get(unit))).toBe(
      "The provincial Police left.",
    );
  });
});

describe("the id of what has a name", () => {
  it("is not said", () => {
    const id = "0c6687fd-4b1a-4f0e-8f10-0a1b2c3d4e5f";
    const taken = BallotEvent.create.TieStepTaken({
      step: 1,
      by: { kind: "runOff", round: 1, ballot: id, elected: ["police"], tied: [] },
      outcome: { kind: "filled", elected: ["police"], notElected: [], vacant: 0 },
    });
    expect(sentence(vi, taken, () => "Công an tỉnh")).toBe(
      "Xử lý trường hợp bằng phiếu theo kết quả bầu chọn lại vòng 1. Được bầu chọn: Công an tỉnh.",
    );
    expect(sentence(en, taken, () => "the provincial Police")).toBe(
      "The tie was handled by run-off no. 1. Elected: the provincial Police.",
    );
    const designated = {
      type: "ChairDesignated",
      data: {
        term: "2023",
        chair: "police",
        basis: { kind: "conference", conference: id },
        designatedOn: "2023-01-09",
      },
    } as const;
    expect(sentence(vi, designated, () => "Công an tỉnh")).toBe(
      "Ngày 09/01/2023, Công an tỉnh được chọn làm Khối trưởng nhiệm kỳ 2023 (theo kết quả hội nghị).",
    );
  });
});
