import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConferenceEvent, ConferenceRejection } from "../../src/conference/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { conferenceEventsEn, conferenceRejectionsEn } from "../../src/minutes/en/conference.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { scoreboardEventsEn, scoreboardRejectionsEn } from "../../src/minutes/en/scoreboard.ts";
import { sharedRejectionsEn } from "../../src/minutes/en/shared.ts";
import type { Phrases, Say } from "../../src/minutes/language.ts";
import { conferenceEventsVi, conferenceRejectionsVi } from "../../src/minutes/vi/conference.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { scoreboardEventsVi, scoreboardRejectionsVi } from "../../src/minutes/vi/scoreboard.ts";
import { sharedRejectionsVi } from "../../src/minutes/vi/shared.ts";
import { ScoreboardEvent, ScoreboardRejection } from "../../src/scoreboard/messages.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";

const [vi, en] = [sayVi(() => undefined), sayEn(() => undefined)];

/** The sentence for one message, whichever of the union it is. */
function sentence<M extends Message>(phrases: Phrases<M>, { type, data }: M, say: Say): string {
  const phrase = phrases[type as M["type"]] as (data: object, say: Say) => string;
  return phrase(data, say);
}

const broken = /undefined|\[object|NaN|\bnull\b| {2}| [.;,]|\(\)|: [.;]/;

function expectSentences<M extends Message>(
  schema: Parameters<typeof arbitraryOf<M>>[0],
  inVi: Phrases<M>,
  inEn: Phrases<M>,
) {
  fc.assert(
    fc.property(arbitraryOf(schema), (message) => {
      for (const text of [sentence(inVi, message, vi), sentence(inEn, message, en)]) {
        expect(text.endsWith(".")).toBe(true);
        expect(text).not.toMatch(broken);
      }
      expect(sentence(inVi, message, vi)).not.toBe(sentence(inEn, message, en));
    }),
    { numRuns: 400 },
  );
}

describe("the sentences in both languages are whole, and never hold a hole", () => {
  it("for what happens at a conference", () => {
    expectSentences(ConferenceEvent, conferenceEventsVi, conferenceEventsEn);
  });
  it("for what a conference refuses", () => {
    expectSentences(
      ConferenceRejection,
      { ...sharedRejectionsVi, ...conferenceRejectionsVi },
      { ...sharedRejectionsEn, ...conferenceRejectionsEn },
    );
  });
  it("for what happens on a scoreboard", () => {
    expectSentences(ScoreboardEvent, scoreboardEventsVi, scoreboardEventsEn);
  });
  it("for what a scoreboard refuses", () => {
    expectSentences(
      ScoreboardRejection,
      { ...sharedRejectionsVi, ...scoreboardRejectionsVi },
      { ...sharedRejectionsEn, ...scoreboardRejectionsEn },
    );
  });
});

describe("a sentence", () => {
  const names = new Map([
    ["police", "Công an tỉnh"],
    ["procuracy", "Viện Kiểm sát nhân dân tỉnh"],
  ]);
  const say = sayVi((id) => names.get(id));

  it("says who was there and how many had to be", () => {
    const data = { date: "2023-01-09", present: ["police", "procuracy"], entitled: 8, needed: 6 };
    expect(conferenceEventsVi.QuorumAbsent(data, say)).toBe(
      "Ngày 09/01/2023 hội nghị chưa tiến hành được: 2 đơn vị (Công an tỉnh và Viện Kiểm sát nhân dân tỉnh) có mặt trên tổng số 8, yêu cầu ít nhất 6.",
    );
  });

  it("gives a show of hands with its figures and the bar that they met", () => {
    const by = {
      kind: "showOfHands",
      hands: { for: 6, against: 1, abstain: 1 },
      threshold: { numerator: 2, denominator: 3, strict: false, base: "present" },
      base: 8,
    } as const;
    expect(conferenceEventsVi.DraftAdopted({ draft: "quy-che", by }, say)).toBe(
      "Hội nghị biểu quyết giơ tay thông qua dự thảo “quy-che”: 6 tán thành, 1 không tán thành, 1 không có ý kiến; đạt 75,00% của 8, yêu cầu ít nhất 2/3 số đơn vị có mặt.",
    );
  });

  it("gives ranks with points, shares and ties, and who is apart on what ground", () => {
    const result = (unit: string, tiedWith: string) => {
      return { unit, rank: 1, points: 51_300, assigned: 68_400, lines: [], tiedWith: [tiedWith] };
    };
    const results = [result("police", "procuracy"), result("procuracy", "police")];
    const excluded = [{ unit: "court", ground: "disciplined", reason: "Bị khiển trách" } as const];
    expect(
      scoreboardEventsVi.ScoreboardFinalised({ finalisedOn: "2022-12-20", results, excluded }, say),
    ).toBe(
      "Chốt bảng điểm ngày 20/12/2022: hạng 1: Công an tỉnh, 513,00/684,00 điểm (75,00%), đồng hạng với Viện Kiểm sát nhân dân tỉnh; hạng 1: Viện Kiểm sát nhân dân tỉnh, 513,00/684,00 điểm (75,00%), đồng hạng với Công an tỉnh. Không xếp hạng: court (bị kỷ luật).",
    );
  });
});
