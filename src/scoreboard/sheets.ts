import { accept, reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ScoreboardCommand, ScoreboardRejection } from "./messages.ts";
import { isAssignable, whyNoFinding } from "./scale.ts";
import {
  assignedCriterion,
  type Deciding,
  type Evolving,
  inForce,
  isWithheld,
  misdated,
  notOnScoreboard,
  type Score,
  type Scoreboard,
  type Scoring,
  type Sheet,
  sheetMissing,
  sheetOf,
  wrongSheet,
  wrongState,
} from "./state.ts";

type Review = DataOf<ScoreboardCommand, "ReviewSheet">;

/** A sheet's way: the unit's own scores, a first review, explanations of what is disputed, a second review. */
export const decideSheets: Deciding<
  "EnterSelfScore" | "SubmitSheet" | "ReviewSheet" | "ExplainScore" | "ReviewSheetAgain"
> = {
  EnterSelfScore(state, entry) {
    if (state.status !== "scoring") return wrongState(state, "scoring");
    const { unit, criterion, finding } = entry;
    if (!state.units.includes(unit)) return notOnScoreboard(unit);
    const sheet = sheetOf(state, unit);
    if (sheet && sheet.status !== "draft") return wrongSheet(sheet, "draft");
    const found = assignedCriterion(state, unit, criterion);
    if (!found.ok) return found;
    const refusal = whyNoFinding(found.criterion, finding);
    if (refusal) return reject(refusal);
    if (same(entry, sheet?.scores.get(criterion)?.self)) return accept();
    return accept({ type: "SelfScoreEntered", data: entry });
  },

  SubmitSheet(state, { unit, submittedOn }, metadata) {
    const found = standingSheet(state, unit);
    if (!found.ok) return found;
    const { board, sheet } = found;
    if (sheet.status === "submitted" && sheet.submittedOn === submittedOn) return accept();
    if (sheet.status !== "draft") return wrongSheet(sheet, "draft");
    const missing = unscored(board, sheet);
    if (missing.length > 0) return reject({ type: "ScoresMissing", data: { unit, criteria: missing } });
    return misdated(submittedOn, metadata) ?? accept({ type: "SheetSubmitted", data: { unit, submittedOn } });
  },

  ReviewSheet(state, review, metadata) {
    const found = standingSheet(state, review.unit);
    if (!found.ok) return found;
    const { board, sheet } = found;
    if (sheet.status === "reviewed" && same(review, sheet.lastReview)) return accept();
    if (sheet.status !== "submitted" && sheet.status !== "reviewed")
      return wrongSheet(sheet, "submitted", "reviewed");
    return (
      whyNoReview(board, review) ??
      misdated(review.reviewedOn, metadata, sheet.asOf) ??
      accept({ type: "SheetReviewed", data: review })
    );
  },

  ExplainScore(state, explanation, metadata) {
    const { unit, criterion, explainedOn } = explanation;
    const found = standingSheet(state, unit);
    if (!found.ok) return found;
    const { board, sheet } = found;
    if (sheet.status !== "reviewed" && sheet.status !== "explained")
      return wrongSheet(sheet, "reviewed", "explained");
    const known = assignedCriterion(board, unit, criterion);
    if (!known.ok) return known;
    const score = sheet.scores.get(criterion);
    if (!score || !isDisputed(score)) return reject({ type: "ScoreNotDisputed", data: { unit, criterion } });
    if (same(explanation, score.explanation)) return accept();
    return (
      misdated(explainedOn, metadata, sheet.asOf) ?? accept({ type: "ScoreExplained", data: explanation })
    );
  },

  ReviewSheetAgain(state, review, metadata) {
    const found = standingSheet(state, review.unit);
    if (!found.ok) return found;
    const { board, sheet } = found;
    if (sheet.status === "reviewedAgain" && same(review, sheet.lastReview)) return accept();
    if (sheet.status === "draft" || sheet.status === "submitted")
      return wrongSheet(sheet, "reviewed", "explained", "reviewedAgain");
    return (
      whyNoReview(board, review) ??
      whyNoSecondReview(sheet, review) ??
      misdated(review.reviewedOn, metadata, sheet.asOf) ??
      accept({ type: "SheetReviewedAgain", data: review })
    );
  },
};

export const evolveSheets: Evolving<
  "SelfScoreEntered" | "SheetSubmitted" | "SheetReviewed" | "ScoreExplained" | "SheetReviewedAgain"
> = {
  SelfScoreEntered(state, entry) {
    if (state.status !== "scoring") return;
    if (!sheetOf(state, entry.unit))
      state.sheets.push({ unit: entry.unit, status: "draft", scores: new Map() });
    score(sheetOf(state, entry.unit), entry.criterion, { self: entry });
  },
  SheetSubmitted(state, { unit, submittedOn }) {
    advance(state, unit, { status: "submitted", submittedOn, asOf: submittedOn });
  },
  SheetReviewed(state, review) {
    const { reviewedOn: asOf } = review;
    const sheet = advance(state, review.unit, { status: "reviewed", lastReview: review, asOf });
    for (const { criterion, finding } of review.findings) score(sheet, criterion, { first: finding });
  },
  ScoreExplained(state, explanation) {
    const sheet = advance(state, explanation.unit, { status: "explained", asOf: explanation.explainedOn });
    score(sheet, explanation.criterion, { explanation });
  },
  SheetReviewedAgain(state, review) {
    const { reviewedOn: asOf } = review;
    const sheet = advance(state, review.unit, { status: "reviewedAgain", lastReview: review, asOf });
    for (const { criterion, finding } of review.findings) score(sheet, criterion, { second: finding });
  },
};

/** Why the sheets of these units cannot be scored for good: one is not submitted, or a dispute is open. */
export function whyNotFinal(board: Scoring, units: readonly UnitId[]): ScoreboardRejection | undefined {
  const missing = units.filter((unit) => (sheetOf(board, unit)?.status ?? "draft") === "draft");
  if (missing.length > 0) return { type: "SheetsMissing", data: { units: missing } };
  for (const unit of units) {
    const criteria = unanswered(sheetOf(board, unit));
    if (criteria.length > 0) return { type: "DisputesUnreviewed", data: { unit, criteria } };
  }
  return undefined;
}

/** The first review found otherwise than the unit. */
function isDisputed({ self, first }: Score): boolean {
  return first !== undefined && !same(first, self?.finding);
}

/** A second review answers all that was explained: what it does not list stands as the first found it. */
function unanswered(sheet: Sheet | undefined): Id[] {
  if (sheet?.status !== "explained") return [];
  const open = [...sheet.scores].filter(([, score]) => score.explanation && !score.corrected);
  return open.map(([criterion]) => criterion);
}

function standingSheet(state: Scoreboard, unit: UnitId) {
  if (state.status !== "scoring") return wrongState(state, "scoring");
  if (!state.units.includes(unit)) return notOnScoreboard(unit);
  const sheet = sheetOf(state, unit);
  if (!sheet) return sheetMissing(unit);
  const found: { ok: true; board: Scoring; sheet: Sheet } = { ok: true, board: state, sheet };
  return found;
}

/** What is assigned to the unit and not scored by it. Bonuses and deductions need no word. */
function unscored(board: Scoring, { unit, scores }: Sheet): Id[] {
  return board.scale.criteria
    .filter(({ criterion, measure }) => isAssignable(measure) && !isWithheld(board, unit, criterion))
    .map(({ criterion }) => criterion)
    .filter((criterion) => !inForce(scores.get(criterion) ?? {}));
}

function whyNoReview(board: Scoring, { unit, reviewer, capacity, findings }: Review) {
  if (reviewer === unit) return reject({ type: "ReviewerIsReviewed", data: { unit } } as const);
  // An authority reviews from outside the bloc; a peer or the chair is one of the units.
  if (capacity !== "authority" && !board.units.includes(reviewer)) return notOnScoreboard(reviewer);
  const seen = new Set<Id>();
  for (const { criterion, finding } of findings) {
    if (seen.has(criterion)) return reject({ type: "FindingRepeated", data: { criterion } } as const);
    seen.add(criterion);
    const found = assignedCriterion(board, unit, criterion);
    if (!found.ok) return found;
    const refusal = whyNoFinding(found.criterion, finding);
    if (refusal) return reject(refusal);
  }
  return undefined;
}

function whyNoSecondReview({ unit, scores }: Sheet, { findings }: Review) {
  const settled = findings.find(({ criterion }) => !isDisputed(scores.get(criterion) ?? {}));
  if (!settled) return undefined;
  return reject({ type: "ScoreNotDisputed", data: { unit, criterion: settled.criterion } } as const);
}

function advance(state: Scoreboard, unit: UnitId, step: Partial<Sheet>): Sheet | undefined {
  const sheet = state.status === "scoring" ? sheetOf(state, unit) : undefined;
  return sheet && Object.assign(sheet, step);
}

function score(sheet: Sheet | undefined, criterion: Id, said: Score) {
  sheet?.scores.set(criterion, { ...sheet.scores.get(criterion), ...said });
}
