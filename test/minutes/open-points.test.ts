import { describe, expect, it } from "vitest";
import { en } from "../../src/minutes/en.ts";
import { foretold } from "../../src/minutes/foretold.ts";
import { whatIsOpen, whatWasSettled } from "../../src/minutes/open-points.ts";
import { commandText } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";

const names = (unit: string) => ({ army: "Quân sự", border: "Biên phòng" })[unit];
const draft = {
  what: {
    type: "DraftNotIssued",
    data: { title: "Quy chế", kind: "bylaws", adoptedOn: "2023-01-09" },
  },
  since: "2023-01-09",
  due: "2023-02-08",
  ready: [],
};
const day = "2022-06-15";
const decision = { kind: "decision", number: "1/QĐ", issuedOn: day, issuer: "UBND tỉnh" };
const pledge = {
  what: { type: "PledgeOfFormerMember", data: { unit: "army", season: "2022" } },
  refusal: { type: "PledgeEmpty", data: {} },
  since: day,
  ready: [
    { command: { type: "TransferPledge", data: { to: "border", transferredOn: day, decision } } },
    { command: { type: "VoidPledge", data: { ground: "unitEnded", voidedOn: day } } },
  ],
  cause: "e1",
};
const merged = { type: "MembersMerged", data: { units: ["army"], into: "border", mergedOn: day, decision } };
const award = {
  unit: "army",
  honour: { kind: "emulationFlag", authority: "UBND tỉnh" },
  season: "2022",
};
const dataOf: Record<string, object> = {
  SeatLeftByExclusion: { ...award, other: { kind: "certificateOfMerit", authority: "UBND tỉnh" } },
  ElectedNotEligible: { ...award, reasons: ["disciplined"] },
  RoundVotedOnOldList: { purpose: { kind: "chair" }, season: "2022", won: ["army"], missing: [] },
  FiguresDiffer: { unit: "army", criterion: "Án", pledged: "90.5", scored: "72" },
  HandoverHeld: { unit: "army", term: "2023", raisedOn: day },
  AwardStepAwaited: { ...award, step: "dossier" },
  RevoteAwaited: { purpose: { kind: "honour", honour: award.honour }, season: "2022", annulledOn: day },
  NoDeputyForTerm: { term: "2023", annulledOn: day },
};
const telling = { names, today: "2023-02-08", eventOf: (id: string) => (id === "e1" ? merged : undefined) };

describe("what is open, as it is printed", () => {
  it("is one sentence where nothing is", () => {
    expect(whatIsOpen(vi, [], telling)).toEqual(["Không có việc nào tồn đọng."]);
    expect(whatIsOpen(en, [], telling)).toEqual(["Nothing is open."]);
  });

  it("says what, since when, until when, why, and how it can be settled", () => {
    expect(whatIsOpen(vi, [draft, pledge], telling)).toEqual([
      "Dự thảo “Quy chế” đã thông qua ngày 09/01/2023, chưa ban hành. Tồn đọng từ ngày 09/01/2023, hạn 08/02/2023. Cách xử lý: ghi nhận việc còn thiếu, hoặc xử lý trực tiếp và nêu lý do.",
      "Giao ước năm 2022 của Quân sự chưa được xử lý (chuyển cho đơn vị kế thừa hoặc hủy). Tồn đọng từ ngày 15/06/2022. Nguyên nhân: Sáp nhập Quân sự vào Biên phòng từ ngày 15/06/2022 theo Quyết định số 1/QĐ ngày 15/06/2022 của UBND tỉnh. Chưa thực hiện được: Giao ước chưa có chỉ tiêu nào nên chưa ký kết được. Cách xử lý: chuyển giao ước cho Biên phòng; hoặc hủy giao ước vì đơn vị không còn là thành viên của khối thi đua.",
    ]);
    expect(whatIsOpen(en, [draft, pledge], telling)).toEqual([
      "The draft “Quy chế” was adopted on 9 January 2023 and is not issued. Open since 9 January 2023, due on 8 February 2023. To settle it: record what is missing, or settle it by hand with a reason.",
      "The pledge of Quân sự for 2022 is unsettled: it passes to a successor, or is void. Open since 15 June 2022. Cause: Quân sự merged into Biên phòng from 15 June 2022 under Decision 1/QĐ of 15 June 2022 by UBND tỉnh. It could not be done: The pledge has no target yet, so it cannot be signed. To settle it: pass the pledge to Biên phòng; or declare the pledge void because the unit is no longer a member unit of the bloc.",
    ]);
  });

  it("joins commands that are done one after the other otherwise than those of which one is enough", () => {
    const vacated = { type: "RecordVacancy", data: { term: "2023", from: day, reason: "Bầu lại" } };
    const installed = {
      type: "InstallChair",
      data: { term: "2023", chair: "army", installedOn: day, basis: { kind: "decision", decision } },
    };
    const point = {
      what: { type: "ChairNotAsElected", data: { unit: "border", elected: "army", term: "2023" } },
      ...{ since: day, ready: [{ command: vacated }, { command: installed }] },
    };
    const [inOrder, either] = [{ ...point, inOrder: true as const }, point];
    expect(whatIsOpen(vi, [inOrder, either], telling).map((text) => text.split("Cách xử lý: ")[1])).toEqual([
      "ghi nhận khuyết Khối trưởng nhiệm kỳ 2023; rồi giao Quân sự làm Khối trưởng nhiệm kỳ 2023.",
      "ghi nhận khuyết Khối trưởng nhiệm kỳ 2023; hoặc giao Quân sự làm Khối trưởng nhiệm kỳ 2023.",
    ]);
    expect(whatIsOpen(en, [inOrder, either], telling).map((text) => text.split("To settle it: ")[1])).toEqual(
      [
        "record that the chair of 2023 is vacant; then install Quân sự as chair for 2023.",
        "record that the chair of 2023 is vacant; or install Quân sự as chair for 2023.",
      ],
    );
  });

  it.each<[string, string, string]>([
    ["SeatLeftByExclusion", "xem xét, quyết định", "decide on it"],
    ["ElectedNotEligible", "xem xét, quyết định", "decide on it"],
    ["RoundVotedOnOldList", "xem xét, quyết định", "decide on it"],
    ["FiguresDiffer", "sửa lại cho khớp", "set right what does not match"],
    ["HandoverHeld", "chờ kết quả giải quyết khiếu nại", "wait for the answer to the complaint"],
    ["AwardStepAwaited", "ghi nhận việc còn thiếu", "record what is missing"],
    ["RevoteAwaited", "ghi nhận việc còn thiếu", "record what is missing"],
    ["NoDeputyForTerm", "ghi nhận việc còn thiếu", "record what is missing"],
  ])("asks to record what is missing only where something is: %s", (type, inVietnamese, inEnglish) => {
    const point = { what: { type, data: dataOf[type] ?? {} }, since: day, ready: [] };
    expect(whatIsOpen(vi, [point], telling)[0]).toContain(
      `Cách xử lý: ${inVietnamese}, hoặc xử lý trực tiếp và nêu lý do.`,
    );
    expect(whatIsOpen(en, [point], telling)[0]).toContain(
      `To settle it: ${inEnglish}, or settle it by hand with a reason.`,
    );
  });

  it("marks what is overdue, and leaves out a cause that nobody finds", () => {
    const late = { ...telling, today: "2023-02-09", eventOf: () => undefined };
    expect(whatIsOpen(vi, [draft], late)[0]).toContain("hạn 08/02/2023 (quá hạn).");
    expect(whatIsOpen(en, [draft], late)[0]).toContain("due on 8 February 2023 (overdue).");
    expect(whatIsOpen(en, [pledge], late)[0]).not.toContain("Cause");
  });

  it("says who has settled what by hand, when and why", () => {
    const settled = {
      ...draft,
      by: "thư-ký",
      reason: "Ban hành chung với kế hoạch",
      settledOn: "2023-01-20",
    };
    expect(whatWasSettled(vi, [settled], { names })).toEqual([
      "Dự thảo “Quy chế” đã thông qua ngày 09/01/2023, chưa ban hành. “thư-ký” đã xử lý trực tiếp ngày 20/01/2023; lý do: Ban hành chung với kế hoạch.",
    ]);
    expect(whatWasSettled(en, [settled], { names })[0]).toContain(
      "Settled by hand by “thư-ký” on 20 January 2023; reason: Ban hành chung với kế hoạch.",
    );
    expect(whatWasSettled(en, [], { names })).toEqual(["Nothing was settled by hand."]);
  });
});

describe("what would come of a command, as it is printed", () => {
  const said = { names, today: "2022-06-15" };
  const asked = { aggregate: "Bloc", id: "b" };
  const none = { asked, consequences: [], opens: [], closes: [], streams: [], complete: true };
  const at = { aggregate: "Pledge", id: "x" };
  const transferred = {
    type: "PledgeTransferred",
    data: { from: "army", to: "border", transferredOn: day, decision },
  };
  const [transfer, hold] = [pledge.ready[0]?.command ?? merged, pledge.ready[1]?.command ?? merged];

  it("is what is recorded, what follows, what cannot be done, and what will be open or not any more", () => {
    const all = {
      ...none,
      outcome: { ok: true as const, events: [merged] },
      consequences: [
        {
          ...at,
          command: transfer,
          outcome: { kind: "carried" as const, stream: "Pledge-x", from: 2, to: 2 },
          events: [transferred],
        },
        { ...at, command: transfer, outcome: { kind: "void" as const }, events: [] },
        {
          ...at,
          command: hold,
          outcome: { kind: "refused" as const, rejection: { type: "PledgeEmpty", data: {} } },
          events: [],
        },
        { ...at, command: hold, outcome: { kind: "stopped" as const, wantsMax: 3 }, events: [] },
      ],
      opens: [draft],
      closes: [pledge],
      complete: false,
    };
    expect(foretold(vi, all, said)).toEqual([
      "Nếu ghi nhận việc này:",
      "- Sáp nhập Quân sự vào Biên phòng từ ngày 15/06/2022 theo Quyết định số 1/QĐ ngày 15/06/2022 của UBND tỉnh.",
      "Các việc kéo theo:",
      expect.stringMatching(/^- .*Biên phòng/),
      "- Không thực hiện được: hủy giao ước vì đơn vị không còn là thành viên của khối thi đua. Giao ước chưa có chỉ tiêu nào nên chưa ký kết được.",
      "- Không thực hiện được: hủy giao ước vì đơn vị không còn là thành viên của khối thi đua.",
      "Sẽ tồn đọng:",
      expect.stringMatching(/^- Dự thảo “Quy chế”/),
      "Sẽ không còn tồn đọng:",
      "- Giao ước năm 2022 của Quân sự chưa được xử lý (chuyển cho đơn vị kế thừa hoặc hủy).",
      "Chưa tính được hết các việc kéo theo.",
    ]);
    expect(foretold(en, all, said)).toEqual([
      "If you record this:",
      "- Quân sự merged into Biên phòng from 15 June 2022 under Decision 1/QĐ of 15 June 2022 by UBND tỉnh.",
      "Then follows:",
      expect.stringMatching(/^- .*Biên phòng/),
      "- Not possible: declare the pledge void because the unit is no longer a member unit of the bloc. The pledge has no target yet, so it cannot be signed.",
      "- Not possible: declare the pledge void because the unit is no longer a member unit of the bloc.",
      "Will be open:",
      expect.stringMatching(/^- The draft “Quy chế”/),
      "Will not be open any more:",
      "- The pledge of Quân sự for 2022 is unsettled: it passes to a successor, or is void.",
      "Not all that follows could be worked out.",
    ]);
  });

  it("is one sentence where it would be refused, or would change nothing", () => {
    const refused = {
      ...none,
      outcome: { ok: false as const, rejection: { type: "PledgeEmpty", data: {} } },
    };
    expect(foretold(en, refused, said)).toEqual([
      "This would be refused: The pledge has no target yet, so it cannot be signed.",
    ]);
    expect(foretold(en, { ...none, outcome: { ok: true, events: [] } }, said)).toEqual([
      "This would change nothing: it is so already.",
    ]);
  });

  it("says where nothing follows", () => {
    const alone = { ...none, outcome: { ok: true as const, events: [merged] } };
    expect(foretold(vi, alone, said).at(-1)).toBe("Không kéo theo việc nào khác.");
  });
});

describe("what a command does, as it stands on a button", () => {
  it("begins with a capital and has no full stop", () => {
    expect(commandText(en, { type: "SignPledge", data: {} }, names)).toBe("Sign the pledge");
    expect(commandText(vi, pledge.ready[0]?.command ?? merged, names)).toBe("Chuyển giao ước cho Biên phòng");
  });
});

describe("a round that was voted with the old list", () => {
  it("is a whole sentence also where nobody is named", () => {
    const purpose = { kind: "chair" };
    const data = { purpose, season: "2022", won: [], missing: [] };
    const point = { what: { type: "RoundVotedOnOldList", data }, since: day, ready: [] };
    expect(whatIsOpen(en, [point], { names, today: day })[0]).toContain(
      "was voted with the old list. Settle the seats",
    );
    expect(whatIsOpen(vi, [point], { names, today: day })[0]).toContain(
      "đã bỏ phiếu với danh sách cũ. Xử lý suất",
    );
  });
});
