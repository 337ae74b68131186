import { accept, type Decision, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type CommandRule, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { expectAssigned } from "./assignments.ts";
import type { ScoreboardEvent, ScoreboardRejection, SheetStatus } from "./messages.ts";
import { isAssignable } from "./scale.ts";
import {
  type CommandData,
  type CommandSlice,
  criterionOf,
  type EventSlice,
  inForce,
  isWithheld,
  knownSheet,
  objectionToDraft,
  objectionToScore,
  objectionToSheet,
  objectionToUnit,
  type Score,
  type Scoreboard,
  type Scoring,
  type Sheet,
  scoringOf,
  sheetOf,
} from "./state.ts";

// The sheets: each unit scores itself, others review it, it explains what they dispute, and they review it again.

type Review = CommandData<"ReviewSheet">;

export const decideSheets: CommandSlice<
  "EnterSelfScore" | "SubmitSheet" | "ReviewSheet" | "ExplainScore" | "ReviewSheetAgain"
> = {
  EnterSelfScore: during(["scoring"], {
    already(state, entry) {
      const board = scoringOf(state);
      const sheet = board && sheetOf(board, entry.unit);
      return same(entry, sheet?.scores.get(entry.criterion)?.self);
    },
    done: ({ evidence }) => evidence.map(({ issuedOn }) => issuedOn),
    decide: (state, entry) =>
      unless(objectionToDraft(state, entry.unit) ?? objectionToScore(state, entry), {
        type: "SelfScoreEntered",
        data: entry,
      }),
  }),

  SubmitSheet: duringSheet(["draft"], {
    already: (sheet, { submittedOn }) => sheet.submittedOn === submittedOn,
    done: ({ submittedOn }) => submittedOn,
    decide(board, sheet, submission) {
      const { unit } = submission;
      const criteria = unscored(board, sheet);
      if (criteria.length > 0) return reject({ type: "ScoresMissing", data: { unit, criteria } });
      return accept({ type: "SheetSubmitted", data: submission });
    },
  }),

  ReviewSheet: duringSheet(["submitted", "reviewed"], {
    already: (sheet, review) => sheet.status === "reviewed" && same(review, sheet.lastReview),
    done: ({ reviewedOn }) => reviewedOn,
    decide: (board, sheet, review) =>
      unless(
        objectionToReview(board, review) ?? objectionToDate(review.reviewedOn, { earliest: sheet.asOf }),
        { type: "SheetReviewed", data: review },
      ),
  }),

  ExplainScore: duringSheet(["reviewed", "explained"], {
    already: (sheet, explanation) => same(explanation, sheet.scores.get(explanation.criterion)?.explanation),
    done: ({ explainedOn, evidence }) => [explainedOn, ...evidence.map(({ issuedOn }) => issuedOn)],
    decide(board, sheet, explanation) {
      const { unit, criterion, explainedOn } = explanation;
      if (!criterionOf(board, criterion)) return reject({ type: "CriterionUnknown", data: { criterion } });
      if (isWithheld(board, unit, criterion))
        return reject({ type: "CriterionNotAssigned", data: { unit, criterion } });
      if (!isDisputed(sheet, criterion))
        return reject({ type: "ScoreNotDisputed", data: { unit, criterion } });
      const objection = objectionToDate(explainedOn, { earliest: sheet.asOf });
      return unless(objection, { type: "ScoreExplained", data: explanation });
    },
  }),

  ReviewSheetAgain: duringSheet(["reviewed", "explained", "reviewedAgain"], {
    already: (sheet, review) => sheet.status === "reviewedAgain" && same(review, sheet.lastReview),
    done: ({ reviewedOn }) => reviewedOn,
    decide: (board, sheet, review) =>
      unless(
        objectionToReview(board, review) ??
          objectionToSecondReview(sheet, review) ??
          objectionToDate(review.reviewedOn, { earliest: sheet.asOf }),
        { type: "SheetReviewedAgain", data: review },
      ),
  }),
};

export const evolveSheets: EventSlice<
  "SelfScoreEntered" | "SheetSubmitted" | "SheetReviewed" | "ScoreExplained" | "SheetReviewedAgain"
> = {
  SelfScoreEntered: from(["scoring"], (state, entry) => {
    const { unit, criterion } = entry;
    expectAssigned(state, entry);
    if (same(sheetOf(state, unit)?.scores.get(criterion)?.self, entry))
      contradiction("the score is entered already");
    if (!sheetOf(state, unit)) state.sheets.push({ unit, status: "draft", scores: new Map() });
    score(knownSheet(state, unit, ["draft"]), criterion, { self: entry });
  }),
  SheetSubmitted: from(["scoring"], (state, { unit, submittedOn }) => {
    const sheet = knownSheet(state, unit, ["draft"]);
    Object.assign(sheet, { status: "submitted", submittedOn, asOf: submittedOn });
  }),
  SheetReviewed: from(["scoring"], (state, review) => {
    const sheet = knownSheet(state, review.unit, ["submitted", "reviewed"]);
    if (sheet.status === "reviewed" && same(sheet.lastReview, review))
      contradiction("the review is recorded already");
    for (const { criterion } of review.findings) expectAssigned(state, { unit: review.unit, criterion });
    Object.assign(sheet, { status: "reviewed", lastReview: review, asOf: review.reviewedOn });
    for (const { criterion, finding } of review.findings) score(sheet, criterion, { first: finding });
  }),
  ScoreExplained: from(["scoring"], (state, explanation) => {
    const { unit, criterion, explainedOn } = explanation;
    const sheet = knownSheet(state, unit, ["reviewed", "explained"]);
    if (!isDisputed(sheet, criterion))
      contradiction(`the score of criterion ${JSON.stringify(criterion)} is not disputed`);
    if (same(sheet.scores.get(criterion)?.explanation, explanation))
      contradiction("the explanation is recorded already");
    Object.assign(sheet, { status: "explained", asOf: explainedOn });
    score(sheet, criterion, { explanation });
  }),
  SheetReviewedAgain: from(["scoring"], (state, review) => {
    const sheet = knownSheet(state, review.unit, ["reviewed", "explained", "reviewedAgain"]);
    if (sheet.status === "reviewedAgain" && same(sheet.lastReview, review))
      contradiction("the review is recorded already");
    for (const { criterion } of review.findings) expectAssigned(state, { unit: review.unit, criterion });
    Object.assign(sheet, { status: "reviewedAgain", lastReview: review, asOf: review.reviewedOn });
    for (const { criterion, finding } of review.findings) score(sheet, criterion, { second: finding });
  }),
};

/**
 * The grammar of a step of a sheet: the scoreboard is being scored, the unit has a sheet, and the sheet is in one of
 * the statuses `allowed`. `decide` answers with the scoreboard and the sheet.
 */
function duringSheet<D extends { unit: UnitId }>(
  allowed: readonly SheetStatus[],
  {
    already,
    done,
    decide,
  }: {
    already: (sheet: Sheet, data: NoInfer<D>) => boolean;
    done: (data: NoInfer<D>) => CivilDate | readonly CivilDate[];
    decide: (
      board: Scoring,
      sheet: Sheet,
      data: NoInfer<D>,
    ) => Decision<ScoreboardEvent, ScoreboardRejection>;
  },
): CommandRule<Scoreboard, D, ScoreboardEvent, ScoreboardRejection> {
  return during(["scoring"], {
    already(state, data) {
      const board = scoringOf(state);
      const sheet = board && sheetOf(board, data.unit);
      return sheet !== undefined && already(sheet, data);
    },
    done,
    decide(state, data) {
      const { unit } = data;
      const stranger = objectionToUnit(state, unit);
      if (stranger) return reject(stranger);
      const sheet = sheetOf(state, unit);
      if (!sheet) return reject({ type: "SheetsMissing", data: { units: [unit] } });
      const objection = objectionToSheet(sheet, allowed);
      return objection ? reject(objection) : decide(state, sheet, data);
    },
  });
}

/** What stands against finalising the sheets of these units: one is not submitted, or a dispute is open. */
export function objectionToFinalising(
  board: Scoring,
  units: readonly UnitId[],
): ScoreboardRejection | undefined {
  const missing = units.filter((unit) => (sheetOf(board, unit)?.status ?? "draft") === "draft");
  if (missing.length > 0) return { type: "SheetsMissing", data: { units: missing } };
  for (const unit of units) {
    const criteria = unanswered(sheetOf(board, unit));
    if (criteria.length > 0) return { type: "DisputesUnreviewed", data: { unit, criteria } };
  }
  return undefined;
}

/** The first review found otherwise than the unit. */
function isDisputed({ scores }: Sheet, criterion: Id): boolean {
  const { self, first } = scores.get(criterion) ?? {};
  return first !== undefined && !same(first, self?.finding);
}

/**
 * The explained criteria that no second review has answered. A second review answers all of them: where it lists no
 * finding, the finding of the first review stays in force.
 */
function unanswered(sheet: Sheet | undefined): Id[] {
  if (sheet?.status !== "explained") return [];
  const open = [...sheet.scores].filter(([, score]) => score.explanation && !score.corrected);
  return open.map(([criterion]) => criterion);
}

/** The criteria that are assigned to the unit and have no score. Bonuses and deductions need none. */
function unscored(board: Scoring, { unit, scores }: Sheet): Id[] {
  return board.scale.criteria
    .filter(({ criterion, measure }) => isAssignable(measure) && !isWithheld(board, unit, criterion))
    .map(({ criterion }) => criterion)
    .filter((criterion) => !inForce(scores.get(criterion) ?? {}));
}

function objectionToReview(
  board: Scoring,
  { unit, reviewer, capacity, findings }: Review,
): ScoreboardRejection | undefined {
  if (reviewer === unit) return { type: "ReviewerIsReviewed", data: { unit } };
  // An authority reviews from outside the bloc; a peer or the chair is one of the units.
  const stranger = capacity === "authority" ? undefined : objectionToUnit(board, reviewer);
  if (stranger) return stranger;
  const seen = new Set<Id>();
  for (const { criterion, finding } of findings) {
    if (seen.has(criterion)) return { type: "FindingRepeated", data: { criterion } };
    seen.add(criterion);
    const objection = objectionToScore(board, { unit, criterion, finding });
    if (objection) return objection;
  }
  return undefined;
}

function objectionToSecondReview(sheet: Sheet, { unit, findings }: Review): ScoreboardRejection | undefined {
  const settled = findings.find(({ criterion }) => !isDisputed(sheet, criterion));
  return settled && { type: "ScoreNotDisputed", data: { unit, criterion: settled.criterion } };
}

function score(sheet: Sheet, criterion: Id, said: Score) {
  sheet.scores.set(criterion, { ...sheet.scores.get(criterion), ...said });
}
