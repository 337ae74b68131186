import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { byMethod } from "../ballot/by-method.ts";
import { assembled, type Changes, certify, half, open, tied } from "../ballot/life.ts";

const { create } = BallotCommand;
const names = (unit: string) => unit;
const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;

const said = (event: BallotEvent | undefined, language = vi) =>
  event === undefined ? "" : sentence(language, event, names);
const opened = (changes: Changes = {}, language = vi) =>
  said(historyOf(ballot, [open(changes)])[0], language);

describe("the sentence of an opening", () => {
  it("names the method, the quorum, the bar, the rules of the papers and the tellers", () => {
    expect(opened()).toBe(
      "Tổ chức bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh Tây Ninh năm 2022 bằng hình thức bỏ phiếu kín: chọn 1 trong số 3 đơn vị (procuracy, police và military); 8 đơn vị có quyền bỏ phiếu; " +
        "cách tính: đồng ý, không đồng ý với từng đơn vị (mỗi phiếu đồng ý với nhiều nhất 1 đơn vị); phải có mặt ít nhất 2/3 tổng số đơn vị có quyền bỏ phiếu; được bầu chọn khi đạt trên 1/2 số phiếu hợp lệ; " +
        "đơn vị được bỏ phiếu cho chính mình; phiếu trắng được tính là hợp lệ; khi bằng phiếu: bầu chọn lại tối đa 2 vòng, rồi xét điểm thi đua, rồi Khối trưởng quyết định; tổ kiểm phiếu: Trần Thị B (tổ trưởng), Lê Văn C và Phạm D.",
    );
    expect(opened({}, en)).toBe(
      "A secret ballot was opened for the Emulation Flag of UBND tỉnh Tây Ninh for 2022: 1 to be elected out of 3 (procuracy, police and military); units entitled to vote: 8; " +
        "method: for and against each nominee (for at most 1 on a paper); quorum: at least 2/3 of all units entitled to vote; to be elected, a nominee needs more than 1/2 of the valid papers; " +
        "units may vote for themselves; blank papers count as valid; in a tie: up to 2 run-offs, then the emulation scores, then the chair's decision; tellers: Trần Thị B (head), Lê Văn C and Phạm D.",
    );
  });

  it("tells every method and variant from every other", () => {
    for (const language of [vi, en]) {
      const all = byMethod.map(([method]) => opened({ method, voting: { threshold: noBar } }, language));
      expect(new Set(all).size).toBe(byMethod.length);
    }
  });

  it("names what is rare where it is so", () => {
    const rare = opened({
      recused: ["border"],
      weights: [{ unit: "court", votes: 3 }],
      voting: { selfVote: false, proxiesMax: 0, quorum: { numerator: 0, denominator: 1, strict: false } },
      procedure: { blankPapers: "invalid", sealed: true, writtenVotes: true },
    });
    for (const words of [
      "không tham gia do có liên quan: border;",
      "đơn vị có nhiều phiếu: court 3 phiếu;",
      "không quy định số đơn vị phải có mặt;",
      "đơn vị không được bỏ phiếu cho chính mình; không nhận ủy quyền; đơn vị vắng mặt được lấy ý kiến bằng văn bản; phiếu trắng được tính là không hợp lệ; niêm phong hòm phiếu trước khi mở;",
    ])
      expect(rare).toContain(words);
  });

  it("says that a ballot is a run-off, whose ties go back to the ballot that called it", () => {
    const runOff: Changes = {
      nominees: ["procuracy", "police"],
      voting: { threshold: half, tieLadder: [] },
      follows: { kind: "runOff", ballot: "flag-2022", step: 1, round: 1 },
    };
    expect(opened(runOff)).toMatch(
      /^Tổ chức bình chọn lại vòng 1 giữa các đơn vị bằng phiếu để chọn đơn vị đề nghị tặng Cờ thi đua/,
    );
    expect(opened(runOff)).toContain("; khi vẫn bằng phiếu: chuyển lại cuộc bầu chọn trước để xử lý tiếp; ");
    expect(opened(runOff)).not.toContain("để khuyết");
    expect(opened(runOff, en)).toMatch(
      /^A secret ballot was opened as run-off no\. 1 among those tied for .*; in a tie: the ballot that called this run-off goes on; /,
    );
    expect(opened(runOff, en)).not.toContain("vacant");
  });

  it("says that a ballot repeats one that was annulled", () => {
    const again: Changes = { follows: { kind: "revote", ballot: "flag-2022", annulledOn: "2023-01-08" } };
    expect(opened(again)).toMatch(
      /^Tổ chức lại việc bình chọn .* thay cuộc bình chọn đã bị hủy ngày 08\/01\/2023, bằng hình thức bỏ phiếu kín: /,
    );
    expect(opened(again, en)).toMatch(
      /^A secret ballot was opened in place of the ballot that was annulled on 8 January 2023, for /,
    );
  });
});

describe("the sentences of a consensus", () => {
  const log = historyOf(ballot, [
    ...assembled({ voting: { selection: "consensus" } }),
    create.AcclaimNominees({ elected: ["procuracy"] }),
    certify,
  ]);
  const told = (language = vi) => log.map((event) => said(event, language)).join("\n");

  it("speak of hiệp thương, and of no vote, paper or count", () => {
    expect(told()).toContain("Bắt đầu hiệp thương ngày 09/01/2023: có mặt 8/8 đơn vị");
    expect(told()).toContain("Hội nghị đã hiệp thương. Thống nhất chọn: procuracy.");
    expect(told()).toMatch(/Biên bản hiệp thương số 1 do .* ký .* Thống nhất chọn: procuracy\.$/);
    expect(told()).not.toMatch(/kiểm phiếu|[Bb]ắt đầu bỏ phiếu|được bầu/);
    expect(told(en)).toContain("The search for a consensus began on 9 January 2023");
    expect(told(en)).toMatch(/Consensus record no\. 1 was signed by .* Agreed on: procuracy\.$/);
    expect(told(en)).not.toMatch(/Voting began|[Cc]ount|[Ee]lected:/);
  });
});

describe("the sentence of a decision by a unit named for the chair", () => {
  it("says that it was named to decide, and not that it is in the chair", () => {
    const log = historyOf(ballot, [
      ...tied({ kind: "chairDecision" }).map((command) =>
        command.type === "OpenBallot"
          ? create.OpenBallot({ ...command.data, tieData: { ...command.data.tieData, chair: "police" } })
          : command,
      ),
      create.NameChair({ chair: "court", namedOn: "2023-01-10" }),
      create.DecideTie({ step: 1, elected: ["procuracy"], chair: "court", decidedOn: "2023-01-10" }),
    ]);
    expect(said(log.at(-1))).toBe(
      "Xử lý trường hợp bằng phiếu theo quyết định ngày 10/01/2023 của court, đơn vị được giao quyết định khi bằng phiếu. Được bầu chọn: procuracy.",
    );
    expect(said(log.at(-1), en)).toBe(
      "The tie was handled by the decision of court, named to decide in a tie, on 10 January 2023. Elected: procuracy.",
    );
  });
});
