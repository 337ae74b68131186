import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type BallotCommand, BallotEvent, type BallotRejection } from "../../src/ballot/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { ballotEventsEn } from "../../src/minutes/en/ballot.ts";
import { ballotRejectionsEn } from "../../src/minutes/en/ballot-refusals.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { sharedRejectionsEn } from "../../src/minutes/en/shared.ts";
import type { Say } from "../../src/minutes/language.ts";
import { ballotEventsVi } from "../../src/minutes/vi/ballot.ts";
import { ballotRejectionsVi } from "../../src/minutes/vi/ballot-refusals.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { sharedRejectionsVi } from "../../src/minutes/vi/shared.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { allRefusals } from "./all-refusals.ts";
import {
  assembled,
  bothSubmit,
  certify,
  clearTally,
  electors,
  half,
  kept,
  open,
  openBox,
  openVoting,
  submit,
  tally,
  voted,
} from "./life.ts";
import { paths } from "./paths.ts";
import { create } from "./refusals.ts";

const names = new Map([
  ["police", "Công an tỉnh"],
  ["procuracy", "Viện Kiểm sát nhân dân tỉnh"],
  ["military", "Bộ Chỉ huy quân sự tỉnh"],
]);
const nameOf = (unit: string) => names.get(unit);
const events = paths.flatMap((path) => historyOf(ballot, path));
const rows = Object.values(allRefusals).flat();
const rejections = rows.map(([, , , rejection]) => rejection);

type Sentences = { readonly [type: string]: (data: never, say: Say) => string };

function said(phrases: Sentences, { type, data }: Message, say: Say): string {
  return phrases[type]?.(data as never, say) ?? "";
}

describe.each([
  ["vi", sayVi(nameOf), ballotEventsVi, { ...sharedRejectionsVi, ...ballotRejectionsVi }],
  ["en", sayEn(nameOf), ballotEventsEn, { ...sharedRejectionsEn, ...ballotRejectionsEn }],
] as const)("the minutes of a ballot in %s", (_, say, ofEvents, ofRejections) => {
  it("say in whole sentences what happened, and what was refused and why", () => {
    const sentences = [
      ...events.map((event: BallotEvent) => said(ofEvents, event, say)),
      ...rejections.map((rejection: BallotRejection) => said(ofRejections, rejection, say)),
    ];
    expect(sentences.length).toBeGreaterThan(200);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{L}\d].*\.$/su);
      expect(sentence).not.toMatch(/undefined|\[object|NaN|\$\{|\.\.|\s\s/);
    }
  });
});

describe.each([
  ["vi", sayVi, { ...ballotEventsVi, ...sharedRejectionsVi, ...ballotRejectionsVi }],
  ["en", sayEn, { ...ballotEventsEn, ...sharedRejectionsEn, ...ballotRejectionsEn }],
] as const)("the names of units in %s", (_, sayIn, phrases) => {
  const say = sayIn((unit) => (electors.includes(unit) ? `«${unit.toUpperCase()}»` : undefined));

  it("stand in every sentence in place of their ids, as in those of a tie and of a final result", () => {
    const sentences = [...events, ...rejections].map((message) => said(phrases, message, say));
    const withId = new RegExp(`\\b(${electors.join("|")})\\b`);
    expect(sentences.filter((sentence) => withId.test(sentence))).toEqual([]);
    for (const type of ["TieStepTaken", "TieStepKept", "ResultFinalised"]) {
      const told = events.filter((event) => event.type === type).map((event) => said(phrases, event, say));
      expect(told.filter((sentence) => sentence.includes("«"))).toEqual(told);
      expect(told.length).toBeGreaterThan(0);
    }
  });
});

describe("the lives of ballots that the tests lead", () => {
  it("hold every event that there is", () => {
    const seen = new Set(events.map(({ type }) => type));
    expect(BallotEvent.types.filter((type) => !seen.has(type))).toEqual([]);
  });
});

/** The opening command of these, with the form that the votes are given in. */
const formOf = (commands: readonly BallotCommand[]) => {
  const [first] = commands;
  return first?.type === "OpenBallot" ? first.data.voting.form : undefined;
};
const isAloud = (commands: readonly BallotCommand[]) =>
  ["showOfHands", "rollCall"].includes(formOf(commands) ?? "");

describe("votes by hands and votes called aloud", () => {
  const bases = ["papersIssued", "papersReturned", "validPapers"] as const;
  const aloud = bases.flatMap((base) =>
    (["showOfHands", "rollCall"] as const).map((form) => {
      const voting = { form, threshold: { ...half, base } };
      const calls = electors.map((unit) => create.RecordCalledVote({ unit, vote: kept("procuracy") }));
      const revised = create.ReviseBallot({ ...open({ voting }).data, bylawsVersion: 2 });
      return [
        ...[...assembled({ voting }), revised, openVoting],
        ...(form === "rollCall" ? [...calls, create.CloseRollCall({})] : bothSubmit(clearTally)),
        certify,
      ];
    }),
  );
  const happened = [...paths.filter(isAloud), ...aloud].flatMap((path) => historyOf(ballot, path));
  const refused = rows
    .filter(([, before, command]) => isAloud(before) && command.type !== "IssuePaper")
    .map(([, , , rejection]) => rejection);

  it.each([
    ["vi", sayVi(nameOf), ballotEventsVi, ballotRejectionsVi, /phát ra|thu về|phát phiếu|đã phát|hòm phiếu/i],
    ["en", sayEn(nameOf), ballotEventsEn, ballotRejectionsEn, /issued|returned|\bbox\b/i],
  ] as const)(
    "hand out no papers, and no sentence in %s says so",
    (_, say, ofEvents, ofRejections, papers) => {
      const sentences = [
        ...happened.map((event) => said(ofEvents, event, say)),
        ...refused.map((rejection) => said(ofRejections, rejection, say)),
      ];
      expect(sentences.length).toBeGreaterThan(60);
      expect(sentences.filter((sentence) => papers.test(sentence))).toEqual([]);
    },
  );
});

describe("the sentence of a single tally", () => {
  const happened = historyOf(ballot, [
    ...voted({ procedure: { smallCells: "withhold" } }),
    openBox([8, kept("procuracy")]),
    submit(
      "Trần Thị B",
      tally(8, [
        ["procuracy", 7, 1],
        ["police", 1, 7],
        ["military", 0, 8],
      ]),
    ),
    submit(
      "Lê Văn C",
      tally(8, [
        ["procuracy", 8, 0],
        ["police", 0, 8],
        ["military", 0, 8],
      ]),
    ),
  ]);

  it("has no votes of a nominee: the count prints them, or withholds them, once both tellers agree", () => {
    const sentences = happened
      .filter(({ type }) => type === "TallySubmitted")
      .map((event) => said(ballotEventsVi, event, sayVi(nameOf)));
    expect(sentences).toEqual([
      "Trần Thị B đã kiểm phiếu: hợp lệ 8, không hợp lệ 0, phiếu trắng 0.",
      "Lê Văn C đã kiểm phiếu: hợp lệ 8, không hợp lệ 0, phiếu trắng 0.",
    ]);
  });

  it("is followed by how far the tellers are apart, and not by how many votes a nominee has", () => {
    const found = happened.find(({ type }) => type === "DiscrepancyFound");
    const sentence = found && said(ballotEventsVi, found, sayVi(nameOf));
    expect(sentence).toBe(
      "Kiểm phiếu không khớp nên chưa có kết quả: hai người kiểm phiếu ghi khác nhau " +
        "(phiếu đồng ý đối với Viện Kiểm sát nhân dân tỉnh: chênh lệch 1, phiếu không đồng ý đối với Viện Kiểm sát nhân dân tỉnh: chênh lệch 1, " +
        "phiếu đồng ý đối với Công an tỉnh: chênh lệch 1 và phiếu không đồng ý đối với Công an tỉnh: chênh lệch 1).",
    );
  });
});

describe("the record of a count", () => {
  it("states every figure with the share of its base", () => {
    const counted = events.find(({ type }) => type === "BallotCounted");
    const sentence = counted === undefined ? "" : said(ballotEventsVi, counted, sayVi(nameOf));
    expect(sentence).toBe(
      "Kết quả kiểm phiếu: phát ra 8, thu về 8, hợp lệ 8, không hợp lệ 0; trong số phiếu thu về có 0 phiếu trắng; phiếu hỏng đã đổi 1. " +
        "Kết quả từng đơn vị, tỷ lệ tính trên số phiếu hợp lệ (8), cần ít nhất 5 phiếu đồng ý: Viện Kiểm sát nhân dân tỉnh: đồng ý 5 (62,50%), không đồng ý 3, không có ý kiến 0; " +
        "Công an tỉnh: đồng ý 3 (37,50%), không đồng ý 5, không có ý kiến 0; " +
        "Bộ Chỉ huy quân sự tỉnh: đồng ý 0 (0,00%), không đồng ý 8, không có ý kiến 0. " +
        "Được bầu chọn: Viện Kiểm sát nhân dân tỉnh.",
    );
  });
});

describe("the sentences of a ballot", () => {
  const vi = sayVi(nameOf);
  const en = sayEn(nameOf);

  it.each<[string, BallotRejection, string, string]>([
    [
      "a signature that is missing, under a seal as under a record",
      { type: "HeadDidNotSign", data: { head: "Trần Thị B" } },
      "Tổ trưởng tổ kiểm phiếu Trần Thị B chưa ký.",
      "Trần Thị B, the head of the tellers, has not signed.",
    ],
    [
      "one seat",
      { type: "MethodFillsFewerSeats", data: { method: "twoRound", seatsMax: 1 } },
      "Cách tính “hai vòng” chỉ chọn được 1 đơn vị.",
      "The method “two rounds” fills fewer seats; the most that it fills: 1.",
    ],
    [
      "a consensus, which has no box, whatever its form",
      { type: "SealNeedsBox", data: { form: "secret", selection: "consensus" } },
      "Chỉ bỏ phiếu kín và kiểm phiếu mới có hòm phiếu để niêm phong; cuộc bầu chọn này chọn bằng hiệp thương.",
      "Only a secret ballot that counts papers has a box to seal; this ballot chooses by consensus.",
    ],
    [
      "hands, which have no box",
      { type: "SealNeedsBox", data: { form: "showOfHands", selection: "byVote" } },
      "Chỉ bỏ phiếu kín và kiểm phiếu mới có hòm phiếu để niêm phong; cuộc bầu chọn này tiến hành bằng hình thức biểu quyết giơ tay.",
      "Only a secret ballot that counts papers has a box to seal; this one is held by show of hands.",
    ],
    [
      "a run-off that nobody called",
      { type: "RunOffNotCalled", data: { round: 1 } },
      "Bầu chọn lại vòng 1 chưa được tổ chức hoặc đã tổ chức lại.",
      "No run-off of round 1 is open: it has not been called, or was called again.",
    ],
  ])("say what is so: %s", (_, rejection, sentenceVi, sentenceEn) => {
    expect(said(ballotRejectionsVi, rejection, vi)).toBe(sentenceVi);
    expect(said(ballotRejectionsEn, rejection, en)).toBe(sentenceEn);
  });

  it.each<[string, BallotEvent, string, string]>([
    [
      "papers that were read before, and that nobody counted into the box",
      {
        type: "DiscrepancyFound",
        data: { reading: 2, discrepancy: { kind: "deposits", deposited: 7, found: 8 } },
      },
      "Kiểm phiếu không khớp nên chưa có kết quả: lần trước đếm được 7 phiếu nhưng trong hòm có 8 phiếu.",
      "The figures do not agree, so there is no result: papers counted before: 7, papers found in the box: 8.",
    ],
    [
      "a place of a ranking that names nobody",
      {
        type: "VoteCalled",
        data: { unit: "police", vote: { kind: "ranking", ranking: [["military"], [], ["procuracy"]] } },
      },
      "Công an tỉnh biểu quyết: xếp thứ tự Bộ Chỉ huy quân sự tỉnh, một vị trí để trống và Viện Kiểm sát nhân dân tỉnh.",
      "Công an tỉnh voted: in the order Bộ Chỉ huy quân sự tỉnh, a place left empty and Viện Kiểm sát nhân dân tỉnh.",
    ],
  ])("say what was so: %s", (_, event, sentenceVi, sentenceEn) => {
    expect(said(ballotEventsVi, event, vi)).toBe(sentenceVi);
    expect(said(ballotEventsEn, event, en)).toBe(sentenceEn);
  });
});
