import { describe, expect, it } from "vitest";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import type { MatterText } from "../../src/season/messages.ts";

const names = (unit: string) => (unit === "police" ? "Công an tỉnh" : undefined);
const award = {
  unit: "police",
  honour: { kind: "emulationFlag", authority: "UBND tỉnh" },
  season: "2022",
} as const;
const other = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;

describe("what an office reads of what is open", () => {
  it.each<[MatterText, string, string]>([
    [
      { type: "FiguresDiffer", data: { unit: "police", criterion: "Án", pledged: "90.5", scored: "1200" } },
      "Số liệu của Công an tỉnh về “Án”: giao ước 90,5, bảng điểm 1.200.",
      "Công an tỉnh, “Án”: the pledge says 90.5, the scoreboard 1,200.",
    ],
    [
      { type: "FigureNotCarried", data: { unit: "police", season: "2022", actual: "90.5" } },
      "Chưa đưa số liệu đã đánh giá (90,5) từ giao ước của Công an tỉnh vào bảng điểm năm 2022.",
      "The assessed figure (90.5) of the pledge of Công an tỉnh is not on its sheet for 2022.",
    ],
    [
      { type: "AwardStepAwaited", data: { ...award, step: "dossier" } },
      "Chưa nộp hồ sơ đề nghị tặng Cờ thi đua của UBND tỉnh năm 2022 cho Công an tỉnh.",
      "The dossier for the Emulation Flag of UBND tỉnh (2022) for Công an tỉnh is awaited.",
    ],
    [
      { type: "AwardStepAwaited", data: { ...award, step: "recovery" } },
      "Chưa thu hồi hiện vật và tiền thưởng của Cờ thi đua của UBND tỉnh năm 2022 của Công an tỉnh.",
      "The recovery of the item and the money of the Emulation Flag of UBND tỉnh (2022) for Công an tỉnh is awaited.",
    ],
    [
      { type: "SeatLeftByExclusion", data: { ...award, other } },
      "Công an tỉnh được Cờ thi đua của UBND tỉnh năm 2022 nên không đề nghị Bằng khen của UBND tỉnh; còn trống 01 Bằng khen của UBND tỉnh: bỏ phiếu bổ sung hoặc để trống.",
      "Công an tỉnh has the Emulation Flag of UBND tỉnh (2022) and is not proposed for the Certificate of Merit of UBND tỉnh; one seat of this is vacant: vote again or leave it.",
    ],
    [
      { type: "SeasonNotPrepared", data: { what: "scale", season: "2023" } },
      "Chưa có thang điểm thi đua năm 2023.",
      "The scoring scale of 2023 is awaited.",
    ],
    [
      { type: "PledgeNotSigned", data: { heldOn: "2023-01-09", place: 2 } },
      "Biên bản hội nghị ngày 09/01/2023 ghi giao ước thứ 2 đã được ký nhưng chưa có giao ước đó.",
      "The minutes of the conference of 9 January 2023 say that pledge no. 2 was signed, and there is no such pledge.",
    ],
    [
      { type: "RoundNotOpened", data: { purpose: { kind: "chair" }, season: "2022" } },
      "Chưa mở được vòng bầu Khối trưởng nhiệm kỳ sau năm 2022 theo kết quả vòng trước.",
      "The round for the chair for the term after 2022 could not be opened by the result before it.",
    ],
    [
      { type: "BallotOfCancelledConference", data: { purpose: { kind: "deputyChair" }, season: "2022" } },
      "Hội nghị đã hủy nhưng cuộc bầu Khối phó nhiệm kỳ sau năm 2022 chưa hủy.",
      "The conference was cancelled, and the ballot for the deputy chair for the term after 2022 was not.",
    ],
  ])("is a sentence of its language: %o", (what, inVietnamese, inEnglish) => {
    expect([sentence(vi, what, names), sentence(en, what, names)]).toEqual([inVietnamese, inEnglish]);
  });

  it("says of an annulled ballot when that was, not of when it was held", () => {
    const annulled = {
      type: "BallotAnnulled" as const,
      data: { ground: "irregularity", reason: "Danh sách sai", annulledOn: "2023-01-12" } as const,
    };
    expect(sentence(vi, annulled, names)).toBe(
      "Ngày 12/01/2023, hủy cuộc bầu chọn (vi phạm quy chế); lý do: Danh sách sai.",
    );
  });

  it("says of a complaint when it was made, not of when the result was", () => {
    const challenged = {
      type: "ResultChallenged" as const,
      data: { challenge: "c1", challenger: "police", ground: "Sai số phiếu", raisedOn: "2023-01-12" },
    };
    expect(sentence(vi, challenged, names)).toBe(
      "Ngày 12/01/2023, Công an tỉnh khiếu nại kết quả: Sai số phiếu.",
    );
  });
});
