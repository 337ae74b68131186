import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotEvent, type BallotRejection } from "../../src/ballot/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { ballotEventsEn, ballotRejectionsEn } from "../../src/minutes/en/ballot.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { sharedRejectionsEn } from "../../src/minutes/en/shared.ts";
import type { Say } from "../../src/minutes/language.ts";
import { ballotEventsVi, ballotRejectionsVi } from "../../src/minutes/vi/ballot.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { sharedRejectionsVi } from "../../src/minutes/vi/shared.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { paths } from "./paths.ts";
import { afterTheCount, ties } from "./refusals-after.ts";
import { particularsThatCannotBe } from "./refusals-particulars.ts";
import { termsThatCannotBe } from "./refusals-terms.ts";
import { counts, roll, votes, wrongTimes } from "./refusals-voting.ts";

const names = new Map([
  ["police", "Công an tỉnh"],
  ["procuracy", "Viện Kiểm sát nhân dân tỉnh"],
  ["military", "Bộ Chỉ huy quân sự tỉnh"],
]);
const nameOf = (unit: string) => names.get(unit);
const events = paths.flatMap((path) => historyOf(ballot, path));
const rejections = [
  termsThatCannotBe,
  wrongTimes,
  roll,
  votes,
  counts,
  ties,
  afterTheCount,
  particularsThatCannotBe,
].flatMap((rows) => rows.map(([, , , rejection]) => rejection));

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

describe("the lives of ballots that the tests lead", () => {
  it("hold every event that there is", () => {
    const seen = new Set(events.map(({ type }) => type));
    expect(BallotEvent.types.filter((type) => !seen.has(type))).toEqual([]);
  });
});

describe("the record of a count", () => {
  it("states every figure with the share of its base", () => {
    const counted = events.find(({ type }) => type === "BallotCounted");
    const sentence = counted === undefined ? "" : said(ballotEventsVi, counted, sayVi(nameOf));
    expect(sentence).toBe(
      "Kết quả kiểm phiếu: phát ra 8, thu về 8, hợp lệ 8, không hợp lệ 0; trong số phiếu thu về có 0 phiếu trắng. " +
        "Kết quả từng đơn vị, tỷ lệ tính trên số phiếu hợp lệ (8), cần ít nhất 5 phiếu đồng ý: Viện Kiểm sát nhân dân tỉnh: đồng ý 5 (62,50%), không đồng ý 3, không có ý kiến 0; " +
        "Công an tỉnh: đồng ý 3 (37,50%), không đồng ý 5, không có ý kiến 0; " +
        "Bộ Chỉ huy quân sự tỉnh: đồng ý 0 (0,00%), không đồng ý 8, không có ý kiến 0. " +
        "Được bầu chọn: Viện Kiểm sát nhân dân tỉnh.",
    );
  });
});
