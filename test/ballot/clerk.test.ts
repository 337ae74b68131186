import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import { publishedCount, recountPublished } from "../../src/ballot/publish.ts";
import { ballotEventsEn } from "../../src/minutes/en/ballot.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { ballotEventsVi } from "../../src/minutes/vi/ballot.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { recordFrom } from "./clerk.ts";
import {
  bothSubmit,
  certify,
  checkIn,
  closeBox,
  deposits,
  electors,
  finalise,
  issue,
  kept,
  open,
  openBox,
  particulars,
  tally,
} from "./life.ts";
import { create } from "./refusals.ts";

const names = new Map([
  ["procuracy", "Viện Kiểm sát nhân dân tỉnh"],
  ["police", "Công an tỉnh"],
  ["military", "Bộ Chỉ huy quân sự tỉnh"],
  ["justice", "Sở Tư pháp"],
  ["border", "Bộ đội Biên phòng tỉnh"],
]);
const present = electors.filter((unit) => unit !== "justice" && unit !== "border");
const papers = [
  [5, kept("procuracy")],
  [1, kept("police")],
  [1, kept("police", "military")],
] as const;

/** The order of a ballot, from its opening to its certificate: what a clerk sends. */
const assembly: BallotCommand[] = [
  open(),
  ...present.map(checkIn),
  create.AcceptProxy({ principal: "justice", holder: "court" }),
  create.OpenVoting({ openedOn: "2023-01-09" }),
];
const box: BallotCommand[] = [
  ...[...present, "justice"].map(issue),
  create.ReplacePaper({ unit: "court", spoiled: 1 }),
  closeBox,
  // The running count may be left out, and may come before the box is closed or after it.
  deposits(7),
  openBox(...papers),
];
const count: BallotCommand[] = bothSubmit(
  tally(
    6,
    [
      ["procuracy", 5, 1],
      ["police", 1, 5],
      ["military", 0, 6],
    ],
    { invalid: 1 },
  ),
);
const facts = create.RecordParticulars({ ...particulars.data, leftOver: 2 });
const history = historyOf(ballot, [...assembly, ...box, ...count, facts, certify]);

describe("the clerk of a ballot", () => {
  it("has in its events all that a record of the count says", () => {
    expect(recordFrom(history, names)).toEqual([
      "Số: 02/BB-KTĐ",
      "BIÊN BẢN KIỂM PHIẾU",
      "Bầu đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh Tây Ninh năm 2022",
      "Hồi 14 giờ 05, ngày 09/01/2023, tại Hội trường Viện Kiểm sát nhân dân tỉnh.",
      "Tổ kiểm phiếu: Trần Thị B, Lê Văn C, Phạm D.",
      "Tổng số 8; có mặt 7 (ủy quyền 1), yêu cầu ít nhất 6; lấy ý kiến bằng văn bản 0.",
      "Vắng mặt: Bộ đội Biên phòng tỉnh, lý do: đi công tác.",
      "Vắng mặt: Sở Tư pháp.",
      "Phiếu in ra 10: phát ra 7, hỏng đã đổi 1, chưa phát 2.",
      "Phiếu thu về 7, không thu về 0: hợp lệ 6, không hợp lệ 1, trắng 0.",
      "Không hợp lệ do để lại quá số tên quy định: 1.",
      "Bầu 1 trong số 3; cần 4 phiếu. Tỷ lệ trên số phiếu hợp lệ (6):",
      "1 | Viện Kiểm sát nhân dân tỉnh | 5 | 1 | 0 | 83,33%",
      "2 | Công an tỉnh | 1 | 5 | 0 | 16,67%",
      "3 | Bộ Chỉ huy quân sự tỉnh | 0 | 6 | 0 | 0,00%",
      "Được bầu chọn: Viện Kiểm sát nhân dân tỉnh.",
      "Nhận khiếu nại đến hết ngày 19/01/2023.",
      "Lập xong hồi 15 giờ 00, thành 2 bản, ngày 09/01/2023.",
      "Ký tên: Trần Thị B, Lê Văn C.",
    ]);
  });

  it("reads the particulars as a sentence in both languages", () => {
    expect(
      ballotEventsVi.ParticularsRecorded(
        facts.data,
        sayVi((unit) => names.get(unit)),
      ),
    ).toBe(
      "Thông tin của biên bản kiểm phiếu: số 02/BB-KTĐ; địa điểm: Hội trường Viện Kiểm sát nhân dân tỉnh; bắt đầu hồi 14 giờ 05 phút; kết thúc hồi 15 giờ; vắng mặt: Bộ đội Biên phòng tỉnh (đi công tác) và Sở Tư pháp; số phiếu in ra: 10; số phiếu chưa phát: 2; số phiếu không thu về: 0; lập thành 2 bản.",
    );
    expect(
      ballotEventsEn.ParticularsRecorded(
        facts.data,
        sayEn((unit) => unit),
      ),
    ).toBe(
      "Particulars of the count record: number 02/BB-KTĐ; place: Hội trường Viện Kiểm sát nhân dân tỉnh; begun at 14:05; ended at 15:00; absent: border (đi công tác) and justice; papers printed: 10; never handed out: 2; never returned: 0; originals: 2.",
    );
  });

  it("tells votes by proxy from bodies in the room", () => {
    const opened = history.find(({ type }) => type === "VotingOpened");
    if (opened?.type !== "VotingOpened") throw new Error("not opened");
    const data = { ...opened.data, consulted: 1 };
    expect(
      ballotEventsVi.VotingOpened(
        data,
        sayVi((unit) => unit),
      ),
    ).toContain("có mặt 7/8 đơn vị (trong đó ủy quyền 1), lấy ý kiến bằng văn bản 1, yêu cầu ít nhất 6");
    expect(
      ballotEventsEn.VotingOpened(
        data,
        sayEn((unit) => unit),
      ),
    ).toContain("7 of 8 units present (by proxy: 1), asked in writing: 1, at least 6 needed");
  });

  it("says in the count why a paper is invalid, and what the percentages are of", () => {
    const counted = history.find(({ type }) => type === "BallotCounted");
    if (counted?.type !== "BallotCounted") throw new Error("no count");
    expect(
      ballotEventsVi.BallotCounted(
        counted.data,
        sayVi((unit) => names.get(unit)),
      ),
    ).toContain(
      "không hợp lệ 1 (để lại quá số tên quy định: 1); trong số phiếu thu về có 0 phiếu trắng; phiếu hỏng đã đổi 1. Kết quả từng đơn vị, tỷ lệ tính trên số phiếu hợp lệ (6), cần ít nhất 4 phiếu đồng ý: ",
    );
    expect(
      ballotEventsEn.BallotCounted(
        counted.data,
        sayEn((unit) => unit),
      ),
    ).toContain(
      "invalid 1 (it keeps too many names: 1); blank among those returned: 0; spoiled and replaced: 1. Votes for each nominee, in percent of the valid papers (6), at least 4 needed: ",
    );
  });

  it("sets the particulars right until the record is signed, and takes them back", () => {
    const unsigned = history.slice(0, -1);
    const once = create.RecordParticulars({ place: "Phòng họp số 2" });
    given(ballot, unsigned).when(once).thenEvents({ type: "ParticularsRecorded", data: once.data });
    given(ballot, unsigned).when(facts).thenNothing();
    given(ballot, unsigned)
      .when(create.RecordParticulars({}))
      .thenEvents({ type: "ParticularsRecorded", data: {} });
    given(ballot, historyOf(ballot, assembly)).when(create.RecordParticulars({})).thenNothing();
  });

  it("needs none of them: a ballot without particulars is certified and final as before", () => {
    const bare = historyOf(ballot, [...assembly, ...box, ...count, certify, finalise]);
    expect(bare.at(-1)?.type).toBe("ResultFinalised");
    expect(bare.at(-2)?.data).not.toHaveProperty("particulars");
  });

  it("publishes a count that anybody counts again from the papers, with the votes by proxy", () => {
    const published = publishedCount(history);
    const read = papers.flatMap(([many, paper]) => Array.from({ length: many }, () => paper));
    expect(published?.result.figures).toMatchObject({
      ...{ present: 7, byProxy: 1, returned: 7 },
      invalidReasons: [{ reason: "tooManyNames", papers: 1 }],
    });
    expect(recountPublished({ terms: published?.terms, facts: published?.facts, papers: read })).toEqual(
      published?.result,
    );
  });
});
