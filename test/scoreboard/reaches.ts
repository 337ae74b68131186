import { type Criterion, type Finding, ScoreboardCommand } from "../../src/scoreboard/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  actual,
  assign,
  correction,
  evidence,
  exclude,
  explain,
  finalise,
  items,
  openBoard,
  points,
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
const begun = [openBoard, scale];
const submitted = [...begun, ...sheet("police")];
const reviewed = [...submitted, review];
const adopting = (...other: Criterion[]) => create.AdoptScale({ ...scale.data, criteria: other });
const criterion = (id: string, measure: Criterion["measure"], parent?: string): Criterion => {
  return { criterion: id, name: "Tiêu chí", measure, ...(parent !== undefined && { parent }) };
};
const graded = { kind: "graded", max: 10_000 } as const;
const scoring = (name: string, finding: Finding) =>
  create.EnterSelfScore({ unit: "police", criterion: name, finding, evidence: [] });
const finding = { criterion: "models", finding: { kind: "items", items: 2 }, reason: "Có căn cứ" } as const;

/** What the lives of a scoreboard do not reach. */
export const reaches: Scenario<ScoreboardCommand>[] = [
  ["nothing is open", [], scale],
  ["the scale was adopted tomorrow", [openBoard], sentOn(scale, "2022-03-01")],
  [
    "a sheet is reviewed before it is submitted",
    submitted,
    create.ReviewSheet({ ...review.data, reviewedOn: "2022-11-30" }),
  ],
  [
    "a score is explained before it is reviewed",
    reviewed,
    create.ExplainScore({ ...explain.data, explainedOn: "2022-12-04" }),
  ],
  [
    "a second review is before the first",
    reviewed,
    create.ReviewSheetAgain({ ...reviewAgain.data, reviewedOn: "2022-12-04" }),
  ],
  ["the end is before the last step", scored, create.FinaliseScoreboard({ finalisedOn: "2022-11-30" })],
  [
    "a correction is before the end",
    [...scored, finalise],
    create.CorrectScoreboard({ ...correction.data, correctedOn: "2022-12-19" }),
  ],
  ["it is another season's", [openBoard], create.OpenScoreboard({ ...openBoard.data, season: "2023" })],
  [
    "there are as many units as there may be",
    [create.OpenScoreboard({ ...openBoard.data, units: Array.from({ length: 50 }, (_, at) => `u${at}`) })],
    create.EnterUnit({ unit: "police" }),
  ],
  [
    "a unit has scored by the scale",
    [...begun, items("police", 1)],
    create.AdoptScale({ ...scale.data, version: 2 }),
  ],
  ["the parts do not add up", [openBoard], adopting(criterion("a", { ...graded, max: 9_000 }))],
  ["a criterion is there twice", [openBoard], adopting(criterion("a", graded), criterion("a", graded))],
  ["a parent is not there", [openBoard], adopting(criterion("a", graded, "b"))],
  ["a group is empty", [openBoard], adopting(criterion("a", { kind: "group", max: 10_000 }))],
  ["a target is zero", begun, create.AssignTarget({ ...target.data, target: "0" })],
  ["a criterion is not known", begun, scoring("other", { kind: "items", items: 1 })],
  ["a group is scored", begun, scoring("tasks", { kind: "points", points: 1 })],
  ["a finding is of another kind", begun, scoring("models", { kind: "points", points: 1 })],
  ["there are more points than the maximum", begun, points("police", "movement", 2_001)],
  ["a figure is negative", begun, actual("police", "-1")],
  ["a unit is not on the scoreboard", begun, items("military", 1)],
  ["a withheld criterion is scored", [...begun, withhold], actual("court", "80")],
  [
    "a withheld criterion has a target",
    [...begun, withhold],
    create.AssignTarget({ ...target.data, unit: "court" }),
  ],
  ["a unit keeps no criterion", [openBoard, adopting(criterion("cases", graded))], withhold],
  ["a submitted sheet is scored", submitted, items("police", 1)],
  ["scores are missing", [...begun, items("police", 1)], submit("police")],
  ["a unit reviews itself", submitted, create.ReviewSheet({ ...review.data, reviewer: "police" })],
  [
    "a review names a criterion twice",
    submitted,
    create.ReviewSheet({ ...review.data, findings: [finding, finding] }),
  ],
  ["a score is not disputed", reviewed, create.ExplainScore({ ...explain.data, criterion: "cases" })],
  ["a sheet is missing", begun, review],
  [
    "a dispute is open",
    [...begun, ...sheet("police"), ...sheet("procuracy"), ...sheet("court"), review, explain],
    finalise,
  ],
  [
    "a scale is adopted under a document",
    [openBoard],
    create.AdoptScale({ ...scale.data, document: { ...evidence[0], kind: "decision" } }),
  ],
  [
    "a correction is under a document",
    [...scored, finalise],
    create.CorrectScoreboard({ ...correction.data, document: { ...evidence[0], kind: "decision" } }),
  ],
  [
    "a score has evidence",
    begun,
    create.EnterSelfScore({ ...items("police", 1).data, evidence: [...evidence] }),
  ],
  ["a withheld criterion is assigned again", [...begun, withhold], assign],
  [
    "a unit is excluded on another ground",
    [...begun, exclude],
    create.ExcludeUnit({ ...exclude.data, ground: "underInvestigation" }),
  ],
];
