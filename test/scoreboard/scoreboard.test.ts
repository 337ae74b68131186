import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Criterion, type Result, ScoreboardCommand } from "../../src/scoreboard/messages.ts";
import { scoreboard } from "../../src/scoreboard/scoreboard.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  actual,
  assign,
  correction,
  criteria,
  exclude,
  explain,
  finalise,
  items,
  openBoard,
  passed,
  points,
  reinstate,
  review,
  reviewAgain,
  scale,
  scored,
  sheet,
  submit,
  target,
  withhold,
} from "./life.ts";

const { create } = ScoreboardCommand;

/** What has happened once these were accepted. */
const done = (...commands: ScoreboardCommand[]) => historyOf(scoreboard, commands);
const once = (...commands: ScoreboardCommand[]) => given(scoreboard, done(...commands));

/** The results once these were accepted. */
function resultsOf(...commands: ScoreboardCommand[]): Result[] {
  const { state } = once(...commands);
  if (state.status !== "finalised") throw new Error(state.status);
  return [...state.results];
}
const pointsOf = (results: readonly Result[]) =>
  results.map(({ unit, rank, points }) => [unit, rank, points]);
const lineOf = (results: readonly Result[], unit: string, criterion: string) =>
  results.find((one) => one.unit === unit)?.lines.find((line) => line.criterion === criterion)?.points;

describe("a scoreboard", () => {
  it("belongs to one bloc and one season", () => {
    once(openBoard).when(openBoard).thenNothing();
    once(openBoard)
      .when(create.OpenScoreboard({ ...openBoard.data, season: "2023" }))
      .thenRejected("ScoreboardTaken", { bloc: "internal-affairs", season: "2022" });
  });

  it("takes no score before a scale is adopted", () => {
    for (const command of [
      actual("police", "80"),
      submit("police"),
      target,
      withhold,
      assign,
      review,
      finalise,
    ]) {
      once(openBoard)
        .when(command)
        .thenRejected("WrongState", { aggregate: "Scoreboard", status: "open", allowed: ["scoring"] });
    }
  });

  it("takes in a unit that joins in the course of the season, up to fifty", () => {
    const { state } = once(...scored).when(create.EnterUnit({ unit: "military" }));
    expect(state).toMatchObject({ units: ["police", "procuracy", "court", "military"] });
    const units = Array.from({ length: 50 }, (_, index) => `u${index}`);
    once(create.OpenScoreboard({ ...openBoard.data, units }))
      .when(create.EnterUnit({ unit: "military" }))
      .thenRejected("TooManyUnits", { unitsMax: 50 });
  });

  it("knows its units", () => {
    const strangers = [
      actual("constructor", "80"),
      submit("constructor"),
      create.AssignTarget({ ...target.data, unit: "constructor" }),
      create.ExcludeUnit({ ...exclude.data, unit: "constructor" }),
      create.ReinstateUnit({ ...reinstate.data, unit: "constructor" }),
    ];
    for (const command of strangers)
      once(openBoard, scale).when(command).thenRejected("UnitNotOnScoreboard", { unit: "constructor" });
  });
});

describe("a scale", () => {
  const adopting = (changed: readonly Criterion[], total = scale.data.total) =>
    once(openBoard).when(create.AdoptScale({ ...scale.data, criteria: [...changed], total }));
  const [tasks, cases, ...others] = criteria as [Criterion, Criterion, ...Criterion[]];

  it("may have any total that its criteria add up to: 100, 200, 700 or 1,000 points", () => {
    for (const total of [10_000, 20_000, 70_000, 100_000]) {
      const measure = { kind: "graded", max: total } as const;
      const { decision } = adopting([{ criterion: "all", name: "Tất cả", measure }], total);
      expect(decision).toMatchObject({ ok: true, events: [{ type: "ScaleAdopted" }] });
    }
  });

  it("is refused when its criteria do not add up to its total", () => {
    adopting(criteria, 10_001).thenRejected("ScaleDoesNotAddUp", { stated: 10_001, parts: 10_000 });
    adopting([{ ...tasks, measure: { kind: "group", max: 5_999 } }, cases, ...others], 9_999).thenRejected(
      "ScaleDoesNotAddUp",
      { criterion: "tasks", stated: 5_999, parts: 6_000 },
    );
  });

  it("is a tree: each criterion once, after a parent that is a group, and no group empty", () => {
    adopting([...criteria, cases]).thenRejected("CriterionRepeated", { criterion: "cases" });
    adopting([cases, tasks, ...others]).thenRejected("ParentUnknown", {
      criterion: "cases",
      parent: "tasks",
    });
    adopting([tasks, { ...cases, parent: "__proto__" }, ...others]).thenRejected("ParentUnknown", {
      criterion: "cases",
      parent: "__proto__",
    });
    adopting([...criteria, { ...tasks, criterion: "empty" }]).thenRejected("GroupEmpty", {
      criterion: "empty",
    });
  });

  it("asks for targets above zero", () => {
    const measure = { kind: "quantitative", max: 4_000, target: "0", formula: "halfAtTarget.v1" } as const;
    adopting([tasks, { ...cases, measure }, ...others]).thenRejected("TargetNotPositive", {
      criterion: "cases",
      target: "0",
    });
    once(openBoard, scale)
      .when(create.AssignTarget({ ...target.data, target: "-1" }))
      .thenRejected("TargetNotPositive", { criterion: "cases", target: "-1" });
  });

  it("may be replaced until somebody has scored by it, and takes what was assigned by it along", () => {
    const second = create.AdoptScale({ ...scale.data, version: 2 });
    const { state } = once(openBoard, scale, target, withhold).when(second);
    expect(state).toMatchObject({ scale: { version: 2 }, targets: [], withheld: [] });
    once(openBoard, scale, actual("police", "80"))
      .when(second)
      .thenRejected("ScaleInUse", { name: scale.data.name, version: 1 });
  });
});

describe("a sheet", () => {
  const begun = [openBoard, scale];

  it.each([
    {
      what: "an unknown criterion",
      command: points("police", "toString", 1),
      rejection: { type: "CriterionUnknown", data: { criterion: "toString" } },
    },
    {
      what: "points for a group",
      command: points("police", "tasks", 1),
      rejection: { type: "CriterionOfWrongKind", data: { criterion: "tasks", kind: "group" } },
    },
    {
      what: "points where a figure is asked for",
      command: points("police", "cases", 1),
      rejection: {
        type: "FindingOfWrongKind",
        data: { criterion: "cases", asked: "actual", given: "points" },
      },
    },
    {
      what: "more points than the maximum",
      command: points("police", "movement", 2_001),
      rejection: {
        type: "ScoreAboveMaximum",
        data: { criterion: "movement", points: 2_001, max: 2_000 },
      },
    },
    {
      what: "a bonus above its bound",
      command: points("police", "bonus", 501),
      rejection: { type: "ScoreAboveMaximum", data: { criterion: "bonus", points: 501, max: 500 } },
    },
    {
      what: "a figure below zero",
      command: actual("police", "-0.5"),
      rejection: { type: "ActualNegative", data: { criterion: "cases", actual: "-0.5" } },
    },
  ] as const)("takes no score for $what", ({ command, rejection }) => {
    once(...begun)
      .when(command)
      .thenRejected(rejection.type, rejection.data);
  });

  it("lets a unit change its own scores until it submits them", () => {
    const { state } = once(...begun, items("police", 1)).when(items("police", 2));
    expect(state).toMatchObject({ sheets: [{ status: "draft" }] });
    once(...begun, ...sheet("police"))
      .when(items("police", 2))
      .thenNothing();
    once(...begun, ...sheet("police"))
      .when(items("police", 3))
      .thenRejected("SheetInWrongState", { unit: "police", status: "submitted", allowed: ["draft"] });
  });

  it("is submitted when everything assigned is scored; bonuses and deductions may be left out", () => {
    once(...begun, actual("police", "80"))
      .when(submit("police"))
      .thenRejected("ScoresMissing", { unit: "police", criteria: ["models", "reports", "movement"] });
    once(...begun)
      .when(submit("police"))
      .thenRejected("SheetsMissing", { units: ["police"] });
    once(...begun, ...sheet("police"))
      .when(submit("police"))
      .thenNothing();
  });

  it("has no line for a criterion that is not assigned to the unit", () => {
    once(...begun, withhold)
      .when(actual("court", "80"))
      .thenRejected("CriterionNotAssigned", { unit: "court", criterion: "cases" });
    once(...begun, withhold)
      .when(create.AssignTarget({ ...target.data, unit: "court" }))
      .thenRejected("CriterionNotAssigned", { unit: "court", criterion: "cases" });
    once(...begun, withhold)
      .when(create.WithholdCriterion({ ...withhold.data, reason: "Lý do khác" }))
      .thenRejected("CriterionNotAssigned", { unit: "court", criterion: "cases" });
    const { decision } = once(
      ...begun,
      withhold,
      items("court", 1),
      passed("court"),
      points("court", "movement", 9),
    ).when(submit("court"));
    expect(decision).toMatchObject({ ok: true, events: [{ type: "SheetSubmitted" }] });
    const { state } = once(...begun, actual("court", "80"), withhold).when(assign);
    expect(state).toMatchObject({ withheld: [], sheets: [{ scores: new Map() }] });
  });

  it("keeps its assignments once it is submitted", () => {
    for (const command of [withhold, assign])
      once(...begun, ...sheet("court"))
        .when(command)
        .thenRejected("SheetInWrongState", { unit: "court", status: "submitted", allowed: ["draft"] });
  });

  it("is left at least one criterion, and groups and bonuses are not assigned", () => {
    const withheld = (criterion: string) => create.WithholdCriterion({ ...withhold.data, criterion });
    const most = ["cases", "models", "reports"].map(withheld);
    once(...begun, ...most)
      .when(withheld("movement"))
      .thenRejected("LastCriterionOfUnit", { unit: "court", criterion: "movement" });
    once(...begun)
      .when(withheld("bonus"))
      .thenRejected("CriterionOfWrongKind", { criterion: "bonus", kind: "bonus" });
    once(...begun)
      .when(withheld("valueOf"))
      .thenRejected("CriterionUnknown", { criterion: "valueOf" });
    once(...begun)
      .when(create.AssignTarget({ ...target.data, criterion: "reports" }))
      .thenRejected("CriterionOfWrongKind", { criterion: "reports", kind: "passFail" });
  });
});

describe("a review", () => {
  it("is not of oneself, and a peer or the chair is of the bloc", () => {
    once(...scored)
      .when(create.ReviewSheet({ ...review.data, reviewer: "police" }))
      .thenRejected("ReviewerIsReviewed", { unit: "police" });
    once(...scored)
      .when(create.ReviewSheet({ ...review.data, reviewer: "council" }))
      .thenRejected("UnitNotOnScoreboard", { unit: "council" });
    const authority = create.ReviewSheet({ ...review.data, reviewer: "council", capacity: "authority" });
    expect(once(...scored).when(authority).decision).toMatchObject({ ok: true });
  });

  it("comes after the submission, and not before it", () => {
    once(openBoard, scale, items("police", 1))
      .when(review)
      .thenRejected("SheetInWrongState", {
        unit: "police",
        status: "draft",
        allowed: ["submitted", "reviewed"],
      });
    once(...scored)
      .when(create.ReviewSheet({ ...review.data, reviewedOn: "2022-11-30" }))
      .thenRejected("DateOutside", { date: "2022-11-30", earliest: "2022-12-01" });
  });

  it("says one thing of a criterion, and what can be said of it", () => {
    const [finding] = review.data.findings;
    if (!finding) throw new Error("the review of these tests finds something");
    const finds = (...findings: (typeof finding)[]) => create.ReviewSheet({ ...review.data, findings });
    once(...scored)
      .when(finds(finding, finding))
      .thenRejected("FindingRepeated", { criterion: "models" });
    once(...scored)
      .when(finds({ ...finding, criterion: "reports" }))
      .thenRejected("FindingOfWrongKind", { criterion: "reports", asked: "passed", given: "items" });
    once(...scored)
      .when(finds({ ...finding, criterion: "nothing" }))
      .thenRejected("CriterionUnknown", { criterion: "nothing" });
  });

  it("makes a score disputed that it finds otherwise, and only such a one is explained", () => {
    once(...scored, review)
      .when(create.ExplainScore({ ...explain.data, criterion: "cases" }))
      .thenRejected("ScoreNotDisputed", { unit: "police", criterion: "cases" });
    once(...scored)
      .when(explain)
      .thenRejected("SheetInWrongState", {
        unit: "police",
        status: "submitted",
        allowed: ["reviewed", "explained"],
      });
    once(...scored, review, explain)
      .when(explain)
      .thenNothing();
  });

  it("a second time is of what is disputed", () => {
    const finding = { kind: "passed", passed: false } as const;
    const findings = [{ criterion: "reports", finding, reason: "Báo cáo chậm" }];
    once(...scored, review)
      .when(create.ReviewSheetAgain({ ...reviewAgain.data, findings }))
      .thenRejected("ScoreNotDisputed", { unit: "police", criterion: "reports" });
    once(...scored)
      .when(reviewAgain)
      .thenRejected("SheetInWrongState", {
        unit: "police",
        status: "submitted",
        allowed: ["reviewed", "explained", "reviewedAgain"],
      });
    once(...scored, review, explain, reviewAgain)
      .when(reviewAgain)
      .thenNothing();
  });

  it.each([
    // practice.md: "In force: second review, else first, else self." Two models are 10 points, one is 5.
    { steps: [], models: 1_000 },
    { steps: [review], models: 500 },
    { steps: [review, explain, reviewAgain], models: 1_000 },
  ])("leaves the score of the last one in force: $models after $steps.length steps", ({ steps, models }) => {
    expect(lineOf(resultsOf(...scored, ...steps, finalise), "police", "models")).toBe(models);
  });
});

describe("the results", () => {
  it("depend on each other: the leader has all, the others by their excess over the target", () => {
    // Target 80: the leader has 100, another 90 (half of the excess), the third 40 (half of the target).
    const results = resultsOf(...scored, finalise);
    const cases = results.map(({ unit }) => [unit, lineOf(results, unit, "cases")]);
    expect(cases).toEqual([
      ["police", 4_000],
      ["procuracy", 3_000],
      ["court", 1_000],
    ]);
    expect(pointsOf(results)).toEqual([
      ["police", 1, 8_500],
      ["procuracy", 2, 7_500],
      ["court", 3, 5_500],
    ]);
  });

  it("compare excesses in shares of the unit's own target", () => {
    // 100 of 100 is the target and no more; 90 of 80 leads.
    const own = create.AssignTarget({ unit: "police", criterion: "cases", target: "100" });
    const [opening, adoption, ...sheets] = scored;
    if (!opening || !adoption) throw new Error("the scored scoreboard begins with its scale");
    const results = resultsOf(opening, adoption, own, ...sheets, finalise);
    expect(lineOf(results, "police", "cases")).toBe(2_000);
    expect(lineOf(results, "procuracy", "cases")).toBe(4_000);
  });

  it("cap items, and add bonuses and deductions up with the rest", () => {
    const results = resultsOf(
      ...[openBoard, scale, items("police", 9), actual("police", "80"), passed("police", false)],
      ...[
        points("police", "movement", 2_000),
        points("police", "bonus", 500),
        points("police", "deduction", 300),
      ],
      ...[submit("police"), ...sheet("procuracy"), ...sheet("court"), finalise],
    );
    // 20.00 at the target + 20.00 capped + 0 + 20.00 + 5.00 - 3.00
    expect(results.find(({ unit }) => unit === "police")).toMatchObject({ points: 6_200, assigned: 10_000 });
    expect(lineOf(results, "police", "deduction")).toBe(-300);
    expect(lineOf(results, "police", "tasks")).toBe(4_000);
  });

  it("are never below zero", () => {
    const nothing = [
      actual("court", "0"),
      items("court", 0),
      passed("court", false),
      points("court", "movement", 0),
    ];
    const results = resultsOf(
      ...[openBoard, scale, ...nothing, points("court", "deduction", 1_000), submit("court")],
      ...[...sheet("police"), ...sheet("procuracy"), finalise],
    );
    expect(results.at(-1)).toMatchObject({ unit: "court", points: 0, rank: 3 });
  });

  it("are ranked by share of what was assigned, ties named", () => {
    // Without the 40.00 of `cases`, the court has 45.00 of 60.00; 3/4 each, to the hundredth.
    const results = resultsOf(
      ...[openBoard, scale, withhold, items("court", 2), passed("court"), points("court", "movement", 1_500)],
      ...[
        submit("court"),
        ...sheet("procuracy", { cases: "90" }),
        ...sheet("police", { cases: "100" }),
        finalise,
      ],
    );
    expect(
      results.map(({ unit, rank, points, assigned, tiedWith }) => [unit, rank, points, assigned, tiedWith]),
    ).toEqual([
      ["police", 1, 8_500, 10_000, []],
      ["court", 2, 4_500, 6_000, ["procuracy"]],
      ["procuracy", 2, 7_500, 10_000, ["court"]],
    ]);
  });

  it("do not mind in which order the units are named or scored", () => {
    const of = (units: readonly string[]) => {
      const figures = new Map([
        ["police", "100"],
        ["procuracy", "90"],
        ["court", "40"],
      ]);
      const sheets = units.flatMap((unit) => sheet(unit, { cases: figures.get(unit) ?? "0" }));
      return resultsOf(
        create.OpenScoreboard({ ...openBoard.data, units: [...units] }),
        scale,
        ...sheets,
        finalise,
      );
    };
    const units = ["police", "procuracy", "court"];
    fc.assert(
      fc.property(fc.shuffledSubarray(units, { minLength: 3 }), (shuffled) => {
        expect(of(shuffled)).toEqual(of(units));
      }),
      { numRuns: 12 },
    );
  });
});

describe("a unit that is excluded", () => {
  it("is listed apart with the ground, needs no sheet and leads nothing", () => {
    const without = create.ExcludeUnit({ ...exclude.data, unit: "police" });
    const { decision } = once(...scored, without).when(finalise);
    expect(decision).toMatchObject({
      ok: true,
      events: [{ data: { excluded: [without.data], results: [{ unit: "procuracy" }, { unit: "court" }] } }],
    });
    // 90 leads now that 100 is apart.
    expect(lineOf(resultsOf(...scored, without, finalise), "procuracy", "cases")).toBe(4_000);
    const [opening, adoption] = scored;
    if (!opening || !adoption) throw new Error("the scored scoreboard begins with its scale");
    const rest = [...sheet("police"), ...sheet("procuracy")];
    expect(resultsOf(opening, adoption, exclude, ...rest, finalise)).toHaveLength(2);
  });

  it("may be reinstated, or excluded on another ground", () => {
    once(...scored, exclude)
      .when(exclude)
      .thenNothing();
    expect(once(...scored, exclude).when(reinstate).state).toMatchObject({ exclusions: [] });
    const other = create.ExcludeUnit({ ...exclude.data, ground: "notRegistered" });
    expect(once(...scored, exclude).when(other).state).toMatchObject({ exclusions: [other.data] });
  });
});

describe("finalising", () => {
  it("waits for every sheet", () => {
    once(openBoard, scale, ...sheet("police"), items("court", 1))
      .when(finalise)
      .thenRejected("SheetsMissing", { units: ["procuracy", "court"] });
  });

  it("follows a second review that lets stand what was explained", () => {
    const asFound = create.ReviewSheetAgain({ ...reviewAgain.data, findings: [] });
    const results = resultsOf(...scored, review, explain, asFound, finalise);
    expect(lineOf(results, "police", "models")).toBe(500);
  });

  it("waits for a second review of what was explained", () => {
    once(...scored, review, explain)
      .when(finalise)
      .thenRejected("DisputesUnreviewed", { unit: "police", criteria: ["models"] });
  });

  it("is not dated before the last step", () => {
    once(...scored, review)
      .when(create.FinaliseScoreboard({ finalisedOn: "2022-12-04" }))
      .thenRejected("DateOutside", { date: "2022-12-04", earliest: "2022-12-05" });
  });

  it("is the end of every change but a correction", () => {
    const history = done(...scored, finalise);
    for (const command of [finalise, submit("police"), actual("police", "100")])
      given(scoreboard, history).when(command).thenNothing();
    const late = create.SubmitSheet({ unit: "police", submittedOn: "2022-12-02" });
    for (const command of [actual("police", "1"), late, review, explain, reviewAgain])
      given(scoreboard, history)
        .when(command)
        .thenRejected("WrongState", { aggregate: "Scoreboard", status: "finalised", allowed: ["scoring"] });
    const second = create.AdoptScale({ ...scale.data, version: 2 });
    for (const command of [second, exclude, reinstate, create.EnterUnit({ unit: "military" })])
      given(scoreboard, history)
        .when(command)
        .thenRejected("WrongState", {
          aggregate: "Scoreboard",
          status: "finalised",
          allowed: ["open", "scoring"],
        });
  });
});

describe("a correction", () => {
  const ended = [...scored, finalise];

  it("comes after the end only", () => {
    once(...scored)
      .when(correction)
      .thenRejected("WrongState", { aggregate: "Scoreboard", status: "scoring", allowed: ["finalised"] });
    once(...ended)
      .when(create.CorrectScoreboard({ ...correction.data, correctedOn: "2022-12-19" }))
      .thenRejected("DateOutside", { date: "2022-12-19", earliest: "2022-12-20" });
  });

  it("computes everybody anew, since scores depend on each other", () => {
    // 70 of 80 is below the target; 90 leads.
    expect(pointsOf(resultsOf(...ended, correction))).toEqual([
      ["procuracy", 1, 8_500],
      ["police", 2, 6_250],
      ["court", 3, 5_500],
    ]);
    once(...ended, correction)
      .when(correction)
      .thenNothing();
  });

  it("excludes a unit that is disciplined later, and reinstates one", () => {
    const { findings: _, ...rest } = correction.data;
    const exclusions = [{ unit: "police", ground: "disciplined", reason: "Bị cảnh cáo" } as const];
    const strike = create.CorrectScoreboard({ ...rest, findings: [], exclusions });
    expect(pointsOf(resultsOf(...ended, strike))).toEqual([
      ["procuracy", 1, 8_500],
      ["court", 2, 5_500],
    ]);
    const back = create.CorrectScoreboard({ ...rest, findings: [], reinstated: ["police"] });
    expect(resultsOf(...ended, strike, back)).toEqual(resultsOf(...ended));
  });

  it("asks of whom it reinstates what finalising asks", () => {
    const [opening, adoption] = scored;
    if (!opening || !adoption) throw new Error("the scored scoreboard begins with its scale");
    const history = [opening, adoption, exclude, ...sheet("police"), ...sheet("procuracy"), finalise];
    once(...history)
      .when(create.CorrectScoreboard({ ...correction.data, reinstated: ["court"] }))
      .thenRejected("SheetsMissing", { units: ["court"] });
  });

  it("is of units and criteria that are there, once each", () => {
    const [finding] = correction.data.findings;
    if (!finding) throw new Error("the correction of these tests corrects something");
    const corrects = (...findings: (typeof finding)[]) =>
      create.CorrectScoreboard({ ...correction.data, findings });
    once(...ended)
      .when(corrects(finding, finding))
      .thenRejected("FindingRepeated", { criterion: "cases" });
    once(...ended)
      .when(corrects({ ...finding, unit: "__proto__" }))
      .thenRejected("UnitNotOnScoreboard", { unit: "__proto__" });
    once(...ended)
      .when(corrects({ ...finding, criterion: "__proto__" }))
      .thenRejected("CriterionUnknown", { criterion: "__proto__" });
  });
});
