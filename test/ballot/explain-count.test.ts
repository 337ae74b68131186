import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { explainCount } from "../../src/ballot/explain-count.ts";
import { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import { publishedCount, recountPublished } from "../../src/ballot/publish.ts";
import { checked } from "../../src/kernel/input.ts";
import { stepSentence } from "../../src/minutes/counting/step-sentence.ts";
import { countStepsEn } from "../../src/minutes/en/count-steps.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { countStepsVi } from "../../src/minutes/vi/count-steps.ts";
import { vi } from "../../src/minutes/vi.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  bothSubmit,
  certify,
  clear,
  clearTally,
  electors,
  kept,
  openBox,
  type Papers,
  ranked,
  tally,
  voted,
} from "./life.ts";

const { create } = BallotCommand;
const names = (unit: string) => unit;
const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;

const steps = (commands: readonly BallotCommand[]) => explainCount(ballot.fold(historyOf(ballot, commands)));
const said = (commands: readonly BallotCommand[], language = countStepsEn) =>
  steps(commands)?.map((step) => stepSentence(language, step, names));

const rankings: Papers = [
  [4, ranked("procuracy", "military", "police")],
  [3, ranked("police", "military", "procuracy")],
  [1, ranked("military", "police", "procuracy")],
];
const byRanking = (method: "instantRunoff" | "twoRound", papers: Papers = rankings) => [
  ...voted({ method: { kind: method }, voting: { threshold: noBar } }),
  openBox(...papers),
  ...bothSubmit(
    tally(8, [
      ["procuracy", 4, 0],
      ["police", 3, 0],
      ["military", 1, 0],
    ]),
  ),
];

describe("the explanation of a count", () => {
  it("is none before the papers are counted, by consensus, and after annulment", () => {
    expect(explainCount(ballot.initialState())).toBeUndefined();
    expect(steps([...voted(), openBox(...clear)])).toBeUndefined();
    expect(
      steps([
        ...assembled({ voting: { selection: "consensus" } }),
        create.AcclaimNominees({ elected: ["procuracy"] }),
      ]),
    ).toBeUndefined();
    const counted = [...voted(), openBox(...clear), ...bothSubmit(clearTally), certify];
    expect(steps(counted)).toHaveLength(6);
    expect(steps([...counted, annul("irregularity")])).toBeUndefined();
  });

  it("names the base that the terms name", () => {
    const threshold = { numerator: 2, denominator: 3, strict: false, base: "present" } as const;
    expect(
      said([...voted({ voting: { threshold } }), openBox(...clear), ...bothSubmit(clearTally)])?.[0],
    ).toBe("A nominee needs at least 2/3 of the units present (8); valid papers: 8; votes needed: 6.");
  });

  it("of a secret ballot tells the papers of the box", () => {
    expect(said([...voted(), openBox(...clear), ...bothSubmit(clearTally)])).toEqual([
      "A nominee needs more than 1/2 of the valid papers (8); valid papers: 8; votes needed: 5.",
      "procuracy: for 5, against 3, no opinion 0: the threshold is met.",
      "police: for 3, against 5, no opinion 0: the threshold is not met.",
      "military: for 0, against 8, no opinion 0: the threshold is not met.",
      "Figures: procuracy 5, police 3 and military 0; seats: 1.",
      "Elected: procuracy; not elected: police and military.",
    ]);
  });

  it("of a roll-call tells the calls", () => {
    expect(
      said([
        ...assembled({ voting: { form: "rollCall" } }),
        ...electors.map((unit, at) =>
          create.RecordCalledVote({ unit, vote: at < 3 ? kept("police") : kept("procuracy") }),
        ),
        create.CloseRollCall({}),
      ])?.slice(1, 3),
    ).toEqual([
      "procuracy: for 5, against 3, no opinion 0: the threshold is met.",
      "police: for 3, against 5, no opinion 0: the threshold is not met.",
    ]);
  });

  it("of a show of hands tells the hands that were counted, and the bar", () => {
    expect(said([...assembled({ voting: { form: "showOfHands" } }), ...bothSubmit(clearTally)])).toEqual([
      "Votes needed: 5; votes: procuracy 5, police 3 and military 0; passed: procuracy; seats: 1.",
      "Elected: procuracy; not elected: police and military.",
    ]);
  });

  it("of names under a bar ends with the seats over the bar", () => {
    expect(
      said([
        ...voted({
          method: { kind: "plurality" },
          voting: { threshold: { numerator: 3, denominator: 4, strict: false, base: "validPapers" } },
        }),
        openBox(...clear),
        ...bothSubmit(
          tally(8, [
            ["procuracy", 5, 0],
            ["police", 3, 0],
            ["military", 0, 0],
          ]),
        ),
      ]),
    ).toEqual([
      "Figures: procuracy 5, police 3 and military 0; seats: 1.",
      "Votes needed: 6; votes: procuracy 5, police 3 and military 0; passed: –; seats: 1.",
      "Nobody is elected; not elected: procuracy, police and military; seats vacant: 1.",
    ]);
  });

  it("of a count in rounds goes round by round, in Vietnamese too", () => {
    expect(said(byRanking("instantRunoff"), countStepsVi)?.slice(1)).toEqual([
      "Số phiếu của vòng: procuracy 4, police 3 và military 1; phiếu hết lựa chọn: 0; quá nửa tính trên 8.",
      "Bị loại: military (ít phiếu nhất).",
      "Số phiếu của vòng: procuracy 4 và police 4; phiếu hết lựa chọn: 0; quá nửa tính trên 8; đã bị loại, gần nhất trước: military.",
      "Hai đơn vị cuối cùng bằng phiếu: procuracy và police.",
      "Không có đơn vị nào được bầu chọn; bằng phiếu cho 1 suất: procuracy và police; không được bầu chọn: military.",
    ]);
  });
});

describe("the record of a count in rounds", () => {
  const counted = (commands: readonly BallotCommand[]) =>
    historyOf(ballot, commands).find(({ type }) => type === "BallotCounted");

  it("keeps figures and conclusions of each round, and reads by its schema", () => {
    const event = counted(byRanking("instantRunoff"));
    const figures = (...votes: string[]) =>
      votes.map((one, place) => ({ nominee: ["procuracy", "police", "military"][place], votes: one }));
    expect(event).toMatchObject({
      data: {
        rounds: [
          {
            figures: figures("4", "3", "1"),
            exhausted: "0",
            conclusions: [{ type: "NomineesExcluded", data: { nominees: ["military"], ground: "lowest" } }],
          },
          {
            figures: figures("4", "4"),
            exhausted: "0",
            conclusions: [{ type: "LastTwoTied", data: { tied: ["procuracy", "police"] } }],
          },
        ],
      },
    });
    expect(checked(BallotEvent, event)).toEqual(event);
  });

  it("prints its rounds in the minutes of both languages", () => {
    const event = counted(byRanking("twoRound"));
    if (event === undefined) throw new Error("not counted");
    expect(sentence(en, event, names)).toContain(
      "Round 1: procuracy 4, police 3 and military 1; exhausted: 0. Nobody has more than half; the run-off is between procuracy and police. Round 2: procuracy 4 and police 4; exhausted: 0. The run-off goes to procuracy or police; tied for the most votes: procuracy and police. ",
    );
    expect(sentence(vi, event, names)).toContain(
      "Vòng 1: procuracy 4, police 3 và military 1; phiếu hết lựa chọn: 0. Không có đơn vị nào quá nửa số phiếu; vào vòng hai: procuracy và police. Vòng 2: procuracy 4 và police 4; phiếu hết lựa chọn: 0. Kết quả vòng hai: procuracy hoặc police; cùng nhiều phiếu nhất: procuracy và police. ",
    );
  });

  it("keeps no round where the papers are so few or so alike that a vote is known", () => {
    const alike = byRanking("instantRunoff", [[8, ranked("procuracy", "police")]]).slice(0, -2);
    const eight = tally(8, [
      ["procuracy", 8, 0],
      ["police", 0, 0],
      ["military", 0, 0],
    ]);
    const event = counted([...alike, ...bothSubmit(eight)]);
    expect(event?.data).toMatchObject({ secrecyImpossible: ["unanimous"] });
    expect(event?.data).not.toHaveProperty("rounds");
  });

  it("is checked by whoever counts the published papers again", () => {
    const clearRankings: Papers = [
      [5, ranked("procuracy", "police")],
      [3, ranked("police", "procuracy")],
    ];
    const five = tally(8, [
      ["procuracy", 5, 0],
      ["police", 3, 0],
      ["military", 0, 0],
    ]);
    const commands = [...byRanking("twoRound", clearRankings).slice(0, -2), ...bothSubmit(five), certify];
    const published = publishedCount(historyOf(ballot, commands));
    expect(published?.result.figures.rounds).toHaveLength(1);
    const papers = clearRankings.flatMap(([count, paper]) => Array.from({ length: count }, () => paper));
    expect(recountPublished({ terms: published?.terms, facts: published?.facts, papers })).toEqual(
      published?.result,
    );
  });
});
