import { describe, expect, it } from "vitest";
import type { Message } from "../../src/kernel/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { foretold } from "../../src/minutes/foretold.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { thingsIn } from "../../src/minutes/things.ts";
import { vi } from "../../src/minutes/vi.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";

const names = (unit: string) => ({ army: "Quân sự", court: "Tòa án" })[unit];
const honour = { kind: "emulationFlag", authority: "UBND tỉnh" };
const at = (stream: string, type: string, data: object): Message & { metadata: { stream: string } } => ({
  type,
  data,
  metadata: { stream },
});
const log = [
  at("Ballot-b1", "BallotOpened", { purpose: { kind: "honour", honour }, season: "2022" }),
  at("Ballot-b2", "BallotOpened", { purpose: { kind: "chair" }, season: "2022" }),
  at("Ballot-b2", "ResultChallenged", { challenge: "kn-1", challenger: "court", raisedOn: "2023-01-10" }),
  at("Conference-c", "DraftTabled", { draft: "bc", title: "Báo cáo năm 2022", kind: "report" }),
  at("Award-a", "AwardProposed", { unit: "army", honour, season: "2022" }),
  at("Pledge-p", "PledgeDrafted", { unit: "army", season: "2023" }),
  at("Pledge-p", "TargetPromised", { target: "t1", name: "Án đã xử" }),
];
const things = thingsIn(log);
const told = (event: Message, language: typeof vi = vi) =>
  sentence(language, event as SeasonEvent, names, things);

const annulled = (stream: string) =>
  at(stream, "BallotAnnulled", { ground: "irregularity", reason: "Sai", annulledOn: "2023-01-12" });
const withdrawn = at("Award-a", "AwardWithdrawn", { withdrawnOn: "2023-01-11", reason: "recounted" });

describe("what a sentence means by an id", () => {
  it("is named: a draft by its title, a target by its name, a complaint by who made it and when", () => {
    const adopted = at("Conference-c", "DraftAdopted", { draft: "bc", by: { kind: "consensus", votes: 5 } });
    expect(told(adopted)).toBe(
      "Hội nghị thống nhất cao thông qua dự thảo “Báo cáo năm 2022” (5 đơn vị, không có ý kiến khác).",
    );
    expect(told(adopted, en)).toMatch(/^Draft “Báo cáo năm 2022” was adopted/);
    expect(told(at("Pledge-p", "TargetDropped", { target: "t1" }))).toBe(
      "Bỏ chỉ tiêu “Án đã xử” khỏi dự thảo giao ước.",
    );
    const dismissed = { challenge: "kn-1", reason: "Không có cơ sở", decidedOn: "2023-01-15" };
    expect(told(at("Ballot-b2", "ChallengeDismissed", dismissed))).toBe(
      "Ngày 15/01/2023, bác khiếu nại của Tòa án nêu ngày 10/01/2023; lý do: Không có cơ sở.",
    );
    expect(told(at("Ballot-b2", "ChallengeDismissed", dismissed), en)).toBe(
      "The challenge of Tòa án of 10 January 2023 was dismissed on 15 January 2023; reason: Không có cơ sở.",
    );
  });

  it("is of its own conference: a draft of another one with the same id has another title", () => {
    const deferred = at("Conference-other", "DraftDeferred", { draft: "bc", reason: "Chưa đủ" });
    expect(told(deferred)).toBe("Gác lại dự thảo “bc”; lý do: Chưa đủ.");
  });

  it("is a word for both where nothing is known of it", () => {
    expect(sentence(vi, annulled("Ballot-b2") as SeasonEvent, names)).toBe(
      "Ngày 12/01/2023, hủy cuộc bầu chọn (vi phạm quy chế); lý do: Sai.",
    );
  });
});

describe("a ballot", () => {
  it("elects to an office and chooses for an honour, in what is said of its annulment, too", () => {
    expect(told(annulled("Ballot-b2"))).toBe(
      "Ngày 12/01/2023, hủy cuộc bầu Khối trưởng nhiệm kỳ sau năm 2022 (vi phạm quy chế); lý do: Sai.",
    );
    expect(told(annulled("Ballot-b1"))).toContain("hủy cuộc bình chọn đơn vị đề nghị tặng Cờ thi đua");
    expect(told(annulled("Ballot-b2"), en)).toMatch(/^The ballot for the chair for the term after 2022 was/);
  });

  it("is told without a ground that the reason says again", () => {
    const code = { ground: "roundVoid", reason: "roundVoid", annulledOn: "2023-01-12" };
    expect(told(at("Ballot-b1", "BallotAnnulled", code))).toMatch(/\(vòng bầu chọn trước đã bị hủy\)\.$/);
    expect(told(at("Ballot-b1", "BallotAnnulled", code), en)).toMatch(
      /\(the round before it was annulled\)\.$/,
    );
  });
});

describe("what would follow", () => {
  const asked = { aggregate: "Ballot", id: "b1" };
  const none = { asked, opens: [], closes: [], streams: log, complete: true };
  const outcome = { ok: true as const, events: [annulled("Ballot-b1")] };
  const withdraw = { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-11", reason: "recounted" } };
  const one = { aggregate: "Award", id: "a", command: withdraw };
  const lines = (language: typeof vi) =>
    foretold(
      language,
      {
        ...none,
        outcome,
        consequences: [
          { ...one, outcome: { kind: "carried", stream: "Award-a", from: 2, to: 2 }, events: [withdrawn] },
          {
            ...one,
            outcome: {
              kind: "refused",
              rejection: { type: "AwardNotSuspended", data: {} },
            },
            events: [],
          },
        ],
      },
      { names, today: "2023-01-12" },
    );

  it("says that it is the rotation that has a merger of the bloc", () => {
    const data = { units: ["army"], into: "court", mergedOn: "2023-01-18" };
    const merged = at("ChairRotation-r", "UnitsMergedInRotation", data);
    const streams = [at("ChairRotation-r", "RotationOpened", {}), ...log];
    const command = { type: "MergeInRotation", data };
    const found = { aggregate: "ChairRotation", id: "r", command, events: [merged] };
    const carried = { kind: "carried" as const, stream: "ChairRotation-r", from: 2, to: 2 };
    const all = { ...none, streams, outcome, consequences: [{ ...found, outcome: carried }] };
    expect(foretold(vi, all, { names, today: "2023-01-18" }).at(-1)).toBe(
      "- Danh sách luân phiên Khối trưởng: Quân sự sáp nhập vào Tòa án từ ngày 18/01/2023.",
    );
  });

  it("says whose award of what it is about, also where it could not be done", () => {
    expect(lines(vi).slice(2)).toEqual([
      "Các việc kéo theo:",
      "- Cờ thi đua của UBND tỉnh năm 2022 cho Quân sự: Khối rút đề nghị ngày 11/01/2023; lý do: kiểm phiếu lại cho kết quả khác.",
      "- Không thực hiện được (Cờ thi đua của UBND tỉnh năm 2022 cho Quân sự): rút đề nghị khen thưởng. Việc xét khen thưởng không bị tạm dừng.",
    ]);
    expect(lines(en).slice(2, 4)).toEqual([
      "Then follows:",
      "- The Emulation Flag of UBND tỉnh (2022) for Quân sự: The bloc withdrew its proposal on 11 January 2023; reason: a recount gave another result.",
    ]);
  });
});
