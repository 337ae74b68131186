import { describe, expect, it } from "vitest";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { ScoreboardCommand, ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import { scoreboard } from "../../src/scoreboard/scoreboard.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { expectNotAhead } from "../support/not-ahead.ts";
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
const { create: happened } = ScoreboardEvent;
const done = (...commands: ScoreboardCommand[]) => historyOf(scoreboard, commands);

describe("the day of a step", () => {
  const paper = { ...evidence[0], issuedOn: "2023-03-01" };
  const documented = create.AdoptScale({ ...scale.data, document: paper });

  it.each<[string, ScoreboardCommand[], ScoreboardCommand, string]>([
    ["adoption", [openBoard], scale, "2022-03-02"],
    ["document of the scale", [openBoard], documented, "2023-03-01"],
    [
      "evidence",
      [openBoard, scale],
      create.EnterSelfScore({ ...items("police", 1).data, evidence: [paper] }),
      "2023-03-01",
    ],
    ["submission", [openBoard, scale, ...sheet("police").slice(0, -1)], submit("police"), "2022-12-01"],
    ["review", scored, review, "2022-12-05"],
    ["explanation", [...scored, review], explain, "2022-12-08"],
    [
      "evidence of an explanation",
      [...scored, review],
      create.ExplainScore({ ...explain.data, evidence: [paper] }),
      "2023-03-01",
    ],
    ["second review", [...scored, review, explain], reviewAgain, "2022-12-12"],
    ["end", scored, finalise, "2022-12-20"],
    ["correction", [...scored, finalise], correction, "2023-02-01"],
    [
      "document of a correction",
      [...scored, finalise],
      create.CorrectScoreboard({ ...correction.data, document: paper }),
      "2023-03-01",
    ],
  ])("does not lie ahead: %s", (_, history, command, date) => {
    expectNotAhead(scoreboard, done(...history), command, date);
  });
});

describe("a history of a scoreboard", () => {
  const selfScore = happened.SelfScoreEntered(items("police", 1).data);
  const submitted = happened.SheetSubmitted(submit("police").data);
  const reviewed = happened.SheetReviewed(review.data);
  const explained = happened.ScoreExplained(explain.data);
  const ended = happened.ScoreboardFinalised({ finalisedOn: "2022-12-20", results: [], excluded: [] });
  const begun = [openBoard, scale];

  it.each<[string, ScoreboardCommand[], ScoreboardEvent]>([
    ["opens once", [openBoard], happened.ScoreboardOpened(openBoard.data)],
    ["has each unit once", [openBoard], happened.UnitEntered({ unit: "police" })],
    [
      "keeps a scale that somebody scored by",
      [...begun, items("police", 1)],
      happened.ScaleAdopted(scale.data),
    ],
    [
      "has no target of an unknown unit",
      begun,
      happened.TargetAssigned({ ...target.data, unit: "constructor" }),
    ],
    [
      "has no target of an unknown criterion",
      begun,
      happened.TargetAssigned({ ...target.data, criterion: "constructor" }),
    ],
    ["withholds a criterion once", [...begun, withhold], happened.CriterionWithheld(withhold.data)],
    ["assigns again what was withheld", begun, happened.CriterionAssigned(assign.data)],
    ["excludes units that it has", begun, happened.UnitExcluded({ ...exclude.data, unit: "constructor" })],
    ["reinstates units that are excluded", begun, happened.UnitReinstated(reinstate.data)],
    ["scores by a scale", [openBoard], selfScore],
    [
      "has no score of a withheld criterion",
      [...begun, withhold],
      happened.SelfScoreEntered(actual("court", "1").data),
    ],
    ["has no self score after the submission", scored, selfScore],
    ["submits a sheet that there is", begun, submitted],
    ["submits a sheet once", scored, submitted],
    ["reviews after the submission", [...begun, items("police", 1)], reviewed],
    ["explains after a review", scored, explained],
    [
      "explains what is disputed",
      [...scored, review],
      happened.ScoreExplained({ ...explain.data, criterion: "cases" }),
    ],
    ["reviews again after a review", scored, happened.SheetReviewedAgain(reviewAgain.data)],
    ["adopts a scale once", begun, happened.ScaleAdopted(scale.data)],
    ["assigns a target once", [...begun, target], happened.TargetAssigned(target.data)],
    ["enters a self score once", [...begun, items("police", 1)], selfScore],
    ["excludes a unit once", [...begun, exclude], happened.UnitExcluded(exclude.data)],
    ["records a review once", [...scored, review], reviewed],
    ["records an explanation once", [...scored, review, explain], explained],
    [
      "records a second review once",
      [...scored, review, explain, reviewAgain],
      happened.SheetReviewedAgain(reviewAgain.data),
    ],
    [
      "reviews criteria of the scale",
      scored,
      happened.SheetReviewed({
        ...review.data,
        findings: review.data.findings.map((finding) => ({ ...finding, criterion: "x" })),
      }),
    ],
    [
      "corrects criteria of the scale",
      [...scored, finalise],
      happened.ScoreboardCorrected({
        ...correction.data,
        findings: correction.data.findings.map((finding) => ({ ...finding, criterion: "x" })),
        results: [],
        excluded: [],
      }),
    ],
    [
      "corrects something",
      [...scored, finalise],
      happened.ScoreboardCorrected({ ...correction.data, findings: [], results: [], excluded: [] }),
    ],
    [
      "excludes units that it has at its end",
      scored,
      happened.ScoreboardFinalised({ ...ended.data, excluded: [{ ...exclude.data, unit: "x" }] }),
    ],
    ["ends once", [...scored, finalise], ended],
    ["has no review after the end", [...scored, finalise], reviewed],
    [
      "is corrected after the end",
      scored,
      happened.ScoreboardCorrected({ ...correction.data, results: [], excluded: [] }),
    ],
  ])("%s", (_, history, event) => {
    expect(() => scoreboard.fold([...done(...history), event])).toThrow(ImpossibleEvent);
  });

  it("may repeat the first review as the second one", () => {
    const again = create.ReviewSheetAgain(review.data);
    expect(scoreboard.fold(done(...scored, review, again))).toMatchObject({ status: "scoring" });
  });

  it("has no correction of a sheet that is missing", () => {
    const [opening, adoption] = scored;
    if (!opening || !adoption) throw new Error("the scored scoreboard begins with its scale");
    const history = done(opening, adoption, exclude, ...sheet("police"), ...sheet("procuracy"), finalise);
    const findings = correction.data.findings.map((finding) => ({ ...finding, unit: "court" }));
    const event = happened.ScoreboardCorrected({ ...correction.data, findings, results: [], excluded: [] });
    expect(() => scoreboard.fold([...history, event])).toThrow('unit "court" has no sheet');
  });
});
