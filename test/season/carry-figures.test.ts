import { describe, expect, it } from "vitest";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import { carryFigures } from "../../src/season/carry-figures.ts";
import type { MatterText, SeasonEvent } from "../../src/season/messages.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";

type Fact = readonly [stream: string, event: SeasonEvent];
const on = (event: SeasonEvent): Fact => ["Scoreboard-b", event];
const of = (unit: string, event: SeasonEvent): Fact => [`Pledge-${unit}`, event];
const { create } = ScoreboardEvent;
const report = { kind: "report", number: "1/BC", issuedOn: "2022-12-15", issuer: "Công an tỉnh" } as const;

const drafted = (unit: string, bloc = "a", season = "2022") =>
  of(unit, PledgeEvent.create.PledgeDrafted({ bloc, unit, season, dueOn: "2022-12-31" }));
const reached = (unit: string, value: string, observedOn = "2022-12-15") =>
  of(unit, PledgeEvent.create.ProgressReported({ target: "cases", value, observedOn, evidence: [report] }));
const assessed = (unit: string) =>
  of(
    unit,
    PledgeEvent.create.PledgeAssessed({
      ...{ assessor: "council", assessedOn: "2022-12-20", verdict: "fulfilled" },
      verdicts: [{ target: "cases", verdict: "fulfilled" }],
    }),
  );
const pledge = (unit = "police") => [drafted(unit), reached(unit, "81"), assessed(unit)];

const opened = on(create.ScoreboardOpened({ bloc: "a", season: "2022", units: ["police", "court"] }));
const scale = on(
  create.ScaleAdopted({
    ...{ name: "Thang điểm", version: 1, total: 20_000, adoptedOn: "2022-06-01" },
    criteria: [
      {
        criterion: "cases",
        name: "Án đã xử",
        measure: { kind: "quantitative", max: 10_000, target: "100", formula: "proportional.v1" },
      },
      { criterion: "conduct", name: "Nội bộ", measure: { kind: "graded", max: 10_000 } },
    ],
  }),
);
const wrote = (actual: string, unit = "police") =>
  on(
    create.SelfScoreEntered({ unit, criterion: "cases", finding: { kind: "actual", actual }, evidence: [] }),
  );
const handedIn = on(create.SheetSubmitted({ unit: "police", submittedOn: "2022-12-28" }));
const board = [opened, scale];

const given = (...facts: Fact[]) => givenProcess(carryFigures, logOf<SeasonEvent>(...facts));
const entered = (...facts: Fact[]) => given(...facts).wanted.map(({ id, command }) => [id, command]);
const listed = (...facts: Fact[]) =>
  carryFigures.matters(given(...facts).state.facts, "b").map(({ what }) => what.data);
const entry = (actual: string) => [
  "b",
  {
    type: "EnterSelfScore",
    data: {
      ...{ unit: "police", criterion: "cases", finding: { kind: "actual", actual } },
      evidence: [report],
    },
  },
];
const differ = (pledged: string, scored: string) => ({
  ...{ unit: "police", criterion: "Án đã xử" },
  ...{ pledged, scored },
});

describe("the assessed figure of a target that a criterion names (C29)", () => {
  it.each<[string, Fact[]]>([
    ["once it is assessed", [...board, ...pledge()]],
    ["once the scoreboard has its scale", [...pledge(), opened, scale]],
    ["in place of what the unit wrote before", [...board, wrote("72"), ...pledge()]],
    [
      "by the report of the last day",
      [
        ...board,
        drafted("police"),
        reached("police", "81"),
        reached("police", "60", "2022-06-30"),
        assessed("police"),
      ],
    ],
    [
      "to the unit that took the pledge over",
      [
        ...board,
        drafted("army"),
        of(
          "army",
          PledgeEvent.create.PledgeTransferred({ from: "army", to: "police", transferredOn: "2022-06-15" }),
        ),
        reached("army", "81"),
        assessed("army"),
      ],
    ],
  ])("goes to the draft of the unit's sheet %s", (_, facts) => {
    expect(entered(...facts)).toEqual([entry("81")]);
    expect(listed(...facts)).toEqual([]);
  });

  it.each<[string, Fact[]]>([
    ["before it is assessed", [...board, drafted("police"), reached("police", "81")]],
    ["of a unit that is not on the scoreboard", [...board, ...pledge("army")]],
    ["of another bloc", [...board, drafted("police", "z"), reached("police", "81"), assessed("police")]],
    [
      "of another season",
      [...board, drafted("police", "a", "2021"), reached("police", "81"), assessed("police")],
    ],
    [
      "for a criterion that is withheld from the unit",
      [
        ...board,
        on(create.CriterionWithheld({ unit: "police", criterion: "cases", reason: "Không giao" })),
        ...pledge(),
      ],
    ],
  ])("goes nowhere %s", (_, facts) => {
    expect(entered(...facts)).toEqual([]);
  });

  it("is not written again over what people wrote in its place, and the difference is listed", () => {
    expect(entered(...board, ...pledge(), wrote("72"))).toEqual([]);
    expect(listed(...board, ...pledge(), wrote("72"))).toEqual([differ("81", "72")]);
    expect(listed(...board, ...pledge(), wrote("72"), handedIn)).toEqual([differ("81", "72")]);
    expect(listed(...board, ...pledge(), wrote("72"), wrote("81"))).toEqual([]);
  });

  it("is only listed where the sheet was handed in before, until a review finds it", () => {
    const facts = [...board, wrote("72"), handedIn, ...pledge()];
    expect(entered(...facts)).toEqual([]);
    expect(listed(...facts)).toEqual([differ("81", "72")]);
    const review = (actual: string) =>
      on(
        create.SheetReviewed({
          ...{ unit: "police", reviewer: "court", capacity: "peer", reviewedOn: "2022-12-29" },
          findings: [{ criterion: "cases", finding: { kind: "actual", actual }, reason: "Theo giao ước" }],
        }),
      );
    expect(listed(...facts, review("81"))).toEqual([]);
    expect(listed(...board, ...pledge(), handedIn, review("70"))).toEqual([differ("81", "70")]);
  });

  it("differs since the assessment, or since a review or a correction found another figure after it", () => {
    const since = (...facts: Fact[]) =>
      carryFigures.matters(given(...facts).state.facts, "b").map((matter) => matter.since);
    const findings = (actual: string) => [
      { unit: "police", criterion: "cases", finding: { kind: "actual" as const, actual } },
    ];
    const correct = (actual: string, correctedOn: string) =>
      on(
        create.ScoreboardCorrected({
          ...{ findings: findings(actual), exclusions: [], reinstated: [], reason: "Chấm sai", correctedOn },
          ...{ results: [], excluded: [] },
        }),
      );
    expect(since(...board, wrote("72"), handedIn, ...pledge())).toEqual(["2022-12-20"]);
    expect(since(...board, ...pledge(), handedIn, correct("70", "2023-01-08"))).toEqual(["2023-01-08"]);
    const again = [correct("70", "2023-01-08"), correct("70", "2023-01-14")];
    expect(since(...board, ...pledge(), handedIn, ...again)).toEqual(["2023-01-08"]);
    expect(since(...board, wrote("72"), handedIn, correct("70", "2022-12-10"), ...pledge())).toEqual([
      "2022-12-20",
    ]);
  });

  it.each<[MatterText, string, string]>([
    [
      { type: "FiguresDiffer", data: differ("81", "72") },
      "Số liệu của Công an tỉnh về “Án đã xử”: giao ước 81, bảng điểm 72.",
      "Công an tỉnh, “Án đã xử”: the pledge says 81, the scoreboard 72.",
    ],
    [
      { type: "FigureNotCarried", data: { unit: "police", season: "2022", actual: "81" } },
      "Chưa đưa số liệu đã đánh giá (81) từ giao ước của Công an tỉnh vào bảng điểm năm 2022.",
      "The assessed figure (81) of the pledge of Công an tỉnh is not on its sheet for 2022.",
    ],
  ])("is told of in both languages, and without an id: %o", (what, inVietnamese, inEnglish) => {
    const names = (unit: string) => (unit === "police" ? "Công an tỉnh" : undefined);
    expect([sentence(vi, what, names), sentence(en, what, names)]).toEqual([inVietnamese, inEnglish]);
  });
});
