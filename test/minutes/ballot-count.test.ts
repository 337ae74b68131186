import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type CanonicalPapers, canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { explainCount } from "../../src/ballot/explain-count.ts";
import type { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import { stepSentence } from "../../src/minutes/counting/step-sentence.ts";
import { countStepsEn } from "../../src/minutes/en/count-steps.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { countStepsVi } from "../../src/minutes/vi/count-steps.ts";
import { vi } from "../../src/minutes/vi.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import {
  bothSubmit,
  type Changes,
  certify,
  kept,
  openBox,
  type Papers,
  ranked,
  terms,
  voted,
} from "../ballot/life.ts";

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const names = (unit: string) => ({ police: "Police", military: "Military", procuracy: "Procuracy" })[unit];

const points = (given: Record<string, number>): PaperRead => ({
  kind: "scores",
  scores: Object.entries(given).map(([nominee, of]) => ({ nominee, points: of })),
});

/** The events of a ballot with these papers, which the tellers count as they are. */
function counted(method: Method, papers: Papers, changes: Changes = {}, after: BallotCommand[] = []) {
  const held: Terms = { ...terms, ...changes, method, voting: terms.voting, procedure: terms.procedure };
  const read = papers.map(([many, paper]) => ({ papers: many, paper }));
  const box: CanonicalPapers = canonicalPapers(held, read);
  return historyOf(ballot, [
    ...voted({ ...changes, method, voting: { threshold: noBar, ...changes.voting } }),
    openBox(...papers),
    ...bothSubmit(tallyOf(held, box)),
    ...after,
  ]);
}

const said = (type: BallotEvent["type"], log: readonly BallotEvent[], language = vi) =>
  log
    .filter((event) => event.type === type)
    .map((event) => sentence(language, event, names))
    .join(" ");
const result = (log: readonly BallotEvent[], language = vi) =>
  said("BallotCounted", log, language).replace(/^.*?(?:phiếu trắng|returned: 0)\. /, "");

/** Police beats each of the others, and is first on the fewest papers. */
const between: Papers = [
  [3, ranked("military", "police", "procuracy")],
  [2, ranked("police", "procuracy", "military")],
  [3, ranked("procuracy", "police", "military")],
];

describe("the sentence of a count", () => {
  it("prints the points where points decide, so that the winner is seen to win", () => {
    const log = counted(
      { kind: "score", pointsMax: 10 },
      [
        [5, points({ police: 1 })],
        [3, points({ military: 10 })],
      ],
      {},
      [certify],
    );
    expect(result(log)).toBe(
      "Kết quả từng đơn vị: Procuracy: 0 điểm (0 phiếu cho điểm); Police: 5 điểm (5 phiếu cho điểm); Military: 30 điểm (3 phiếu cho điểm). Được bầu chọn: Military.",
    );
    expect(result(log, en)).toBe(
      "Points of each nominee, and on how many papers: Procuracy: 0 on 0; Police: 5 on 5; Military: 30 on 3. Elected: Military.",
    );
    expect(said("BallotCertified", log)).toMatch(/Được bầu chọn: Military \(30 điểm\)\.$/);
    expect(said("BallotCertified", log, en)).toMatch(/Elected: Military \(30 points\)\.$/);
  });

  it("tells by STAR how the two with the most points compare", () => {
    const log = counted({ kind: "star", pointsMax: 5 }, [
      [5, points({ police: 1 })],
      [3, points({ military: 5 })],
    ]);
    expect(result(log)).toContain("Police: 5 điểm (5 phiếu cho điểm); Military: 15 điểm (3 phiếu cho điểm)");
    expect(result(log)).toMatch(
      / Kết quả xét theo số phiếu cho điểm cao hơn khi so hai đơn vị cao điểm nhất: Military 3 và Police 5\. Được bầu chọn: Police\.$/,
    );
    expect(result(log, en)).toMatch(
      / What decides is the papers that place one of the two with the most points above the other: Military 3 and Police 5\. Elected: Police\.$/,
    );
  });

  it("tells rankings by who is first on them, and says what decides", () => {
    const log = counted({ kind: "borda" }, between);
    expect(result(log)).toBe(
      "Kết quả từng đơn vị, tỷ lệ tính trên số phiếu hợp lệ (8): Procuracy: đứng đầu 3 phiếu (37,50%); Police: đứng đầu 2 phiếu (25,00%); Military: đứng đầu 3 phiếu (37,50%). " +
        "Kết quả xét theo điểm Borda: Procuracy 8, Police 10 và Military 6. Được bầu chọn: Police.",
    );
    expect(result(log, en)).toBe(
      "First preferences of each nominee, in percent of the valid papers (8): Procuracy: 3 (37.50%); Police: 2 (25.00%); Military: 3 (37.50%). " +
        "What decides is the Borda points: Procuracy 8, Police 10 and Military 6. Elected: Police.",
    );
  });

  it.each<[Method, string]>([
    [
      { kind: "schulze", strength: "margins" },
      "how many others each is above: Procuracy 1, Police 2 and Military 0",
    ],
    [
      { kind: "rankedPairs", strength: "margins" },
      "how many others each is above: Procuracy 1, Police 2 and Military 0",
    ],
    [{ kind: "copeland", variant: "wins" }, "the score of the pairs: Procuracy 1, Police 2 and Military 0"],
    [
      { kind: "minimax", strength: "pairwise-opposition" },
      "the strongest opposition (the least is best): Procuracy 5, Police 3 and Military 5",
    ],
  ])("has the figures of pairs where pairs decide: $kind", (method, figures) => {
    expect(result(counted(method, between), en)).toContain(`What decides is ${figures}.`);
  });

  it("tells seat by seat what decided, where seats are filled one by one", () => {
    const papers: Papers = [
      [4, kept("procuracy", "police")],
      [1, kept("procuracy")],
      [3, kept("military")],
    ];
    const sequential = counted({ kind: "sequentialPav" }, papers, { seats: 2 });
    expect(result(sequential)).toContain(
      "Từng suất: suất 1, theo tổng phần phiếu (Procuracy 5 và Police 4): Procuracy; suất 2, theo tổng phần phiếu (Military 3 và Police 2): Military. Được bầu chọn:",
    );
    expect(result(sequential, en)).toContain(
      "Seat by seat: seat 1, by the sum of shares of papers (Procuracy 5 and Police 4): Procuracy; seat 2, by the sum of shares of papers (Military 3 and Police 2): Military. Elected:",
    );
    const level: Papers = [
      [4, kept("procuracy")],
      [2, kept("police")],
      [2, kept("military")],
    ];
    const tied = counted({ kind: "equalShares", completion: "approvals" }, level, { seats: 2 });
    expect(result(tied, en)).toContain(
      "seat 2, by the papers that keep it (Police 2 and Military 2): Police and Military are level.",
    );
    expect(result(tied)).toContain(
      "suất 2, theo số phiếu để lại tên (Police 2 và Military 2): Police và Military bằng nhau.",
    );
  });

  it("says in words what decides where the record has no figures of it", () => {
    const papers: Papers = [
      [4, kept("procuracy", "police")],
      [1, kept("procuracy")],
      [3, kept("military")],
    ];
    const log = counted({ kind: "pav" }, papers, { seats: 2 });
    expect(result(log)).toContain("Procuracy: 5 phiếu (62,50%)");
    expect(result(log)).toContain(
      "Các suất được chia theo tỷ lệ giữa các phiếu. Điểm cao nhất của một nhóm: 8.",
    );
    expect(result(log, en)).toContain(
      "The seats are shared out in proportion among the papers. The greatest score of a committee: 8.",
    );
    const few = counted({ kind: "borda" }, [[8, ranked("police", "military")]]);
    expect(result(few, en)).toContain("Points for each rank decide, and not first preferences alone.");
  });

  it("tells of each round by STV what happened, and then the votes at its end", () => {
    const log = counted({ kind: "stv", variant: "scottish" }, [
      [4, ranked("military", "police")],
      [3, ranked("police")],
      [1, ranked("procuracy", "police")],
    ]);
    expect(result(log, en)).toContain(
      "Round 1. The quota is 5; papers: 8, blank: 0, seats: 1. Votes at the end of the round: Procuracy 1, Police 3 and Military 4; exhausted: 0. " +
        "Round 2. Procuracy is excluded with 1 vote (the fewest votes). Votes at the end of the round: Procuracy 0, Police 4 and Military 4; exhausted: 0. ",
    );
    expect(result(log)).toContain(
      "Vòng 2. Procuracy bị loại với 1 phiếu (ít phiếu nhất). Số phiếu cuối vòng: Procuracy 0, Police 4 và Military 4; phiếu hết lựa chọn: 0. ",
    );
  });

  it("lists the elected from the most votes, and those level as the list of nominees does", () => {
    const all: Papers = [
      [5, kept("police")],
      [2, kept("procuracy")],
      [1, kept("military")],
    ];
    const log = counted({ kind: "approval" }, all, { seats: 2 }, [certify]);
    expect(result(log)).toMatch(/Được bầu chọn: Police và Procuracy\.$/);
    expect(said("BallotCertified", log)).toMatch(
      /Được bầu chọn: Police \(5 phiếu\) và Procuracy \(2 phiếu\)\.$/,
    );
    const level = counted(
      { kind: "approval" },
      [
        [4, kept("police")],
        [4, kept("procuracy")],
      ],
      { seats: 2 },
    );
    expect(result(level)).toMatch(/Được bầu chọn: Procuracy và Police\.$/);
  });

  it("says of points above the maximum that they may be what is wrong", () => {
    const log = counted({ kind: "star", pointsMax: 5 }, [
      [5, points({ police: 5, military: 1 })],
      [2, points({ military: 4 })],
      [1, points({ military: 10 })],
    ]);
    expect(said("BallotCounted", log)).toContain(
      "không hợp lệ 1 (tự mâu thuẫn hoặc cho điểm quá mức quy định: 1)",
    );
    expect(said("BallotCounted", log, en)).toContain(
      "invalid 1 (it contradicts itself or gives more points than allowed: 1)",
    );
    const twice = counted({ kind: "borda" }, [...between.slice(0, 2), [3, ranked("police", "police")]]);
    expect(said("BallotCounted", twice)).toContain("không hợp lệ 3 (tự mâu thuẫn: 3)");
  });
});

describe("the explanation of a count that fills seats one by one", () => {
  const star = (papers: Papers, language = countStepsVi) =>
    (explainCount(ballot.fold(counted({ kind: "star", pointsMax: 5 }, papers))) ?? []).map((step) =>
      stepSentence(language, step, names),
    );
  const clear: Papers = [
    [5, points({ police: 1 })],
    [3, points({ military: 5 })],
  ];

  it("names no branch and no group where there is one of each", () => {
    expect(star(clear).slice(-3)).toEqual([
      "Đã được bầu chọn: –. Suất tiếp theo thuộc về đơn vị hơn khi so hai đơn vị cao nhất: Police.",
      "Đơn vị tốt nhất: Police.",
      "Được bầu chọn: Police; không được bầu chọn: Procuracy và Military.",
    ]);
    expect(star(clear, countStepsEn).slice(-3, -1)).toEqual([
      "Elected so far: –. The next seat goes to the winner of the run-off: Police.",
      "The best: Police.",
    ]);
  });

  it("numbers the branches of a tie, and calls a single unit no group", () => {
    const tied: Papers = [
      [4, points({ police: 5 })],
      [4, points({ military: 5 })],
    ];
    expect(star(tied).slice(-3, -1)).toEqual([
      "Nhánh 0, đã được bầu chọn: –. Suất tiếp theo thuộc về đơn vị hơn khi so hai đơn vị cao nhất: Police (nhánh 1) hoặc Military (nhánh 2).",
      "Các đơn vị ngang nhau: Police; Military.",
    ]);
  });
});
