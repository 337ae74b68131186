import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { eachOnce, list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { Decimal, integer, WholeNumber } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Points } from "../vocabulary/points.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";

// The messages of a scoreboard (bảng điểm). They are stored, so names are never changed, only added.

/** How a quantitative criterion turns an actual figure into points. A changed formula gets another version. */
export const Formula = z.enum(["halfAtTarget.v1", "proportional.v1"]);
export type Formula = z.infer<typeof Formula>;

/** The maximum of a criterion, in hundredths of a point: 0.01 to 10,000.00 points. */
const Maximum = integer({ min: 1, max: 1_000_000 });

/**
 * How a criterion is measured. A group is the sum of its parts, and its maximum is the sum of their maxima. Bonuses
 * and deductions come on top and are part of no maximum.
 */
export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("group"), max: Points }),
  /** An actual figure against a target (chỉ tiêu); units may be given targets of their own. */
  z.strictObject({ kind: z.literal("quantitative"), max: Maximum, target: Decimal, formula: Formula }),
  z.strictObject({ kind: z.literal("passFail"), max: Maximum }),
  /** `each` points for every item, at most `max` points. */
  z.strictObject({ kind: z.literal("perItem"), max: Maximum, each: Maximum }),
  /** From 0 to `max` points, as the reviewers judge. */
  z.strictObject({ kind: z.literal("graded"), max: Maximum }),
  z.strictObject({ kind: z.literal("bonus"), max: Maximum }),
  z.strictObject({ kind: z.literal("deduction"), max: Maximum }),
]);
export type Measure = z.infer<typeof Measure>;
export type MeasureKind = Measure["kind"];

/** One line of a scale. The list is a tree: a criterion comes after its parent; one without a parent is a root. */
export const Criterion = z.strictObject({
  criterion: Id,
  parent: z.optional(Id),
  name: text({ max: 500 }),
  measure: Measure,
});
export type Criterion = z.infer<typeof Criterion>;

/** What the unit itself or a review states of a criterion. The points follow from it. */
export const Finding = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("actual"), actual: Decimal }),
  z.strictObject({ kind: z.literal("passed"), passed: z.boolean() }),
  z.strictObject({ kind: z.literal("items"), items: WholeNumber }),
  z.strictObject({ kind: z.literal("points"), points: Points }),
]);
export type Finding = z.infer<typeof Finding>;
export type FindingKind = Finding["kind"];

/** Why a unit is not ranked: disciplined, not registered for a title, under investigation, gone, other. */
export const ExclusionGround = z.enum([
  "disciplined",
  "notRegistered",
  "underInvestigation",
  "leftBloc",
  "other",
]);
export type ExclusionGround = z.infer<typeof ExclusionGround>;

/** Who reviews: another unit (chấm chéo), the chair, or an authority outside the bloc. */
export const ReviewCapacity = z.enum(["peer", "chair", "authority"]);
export type ReviewCapacity = z.infer<typeof ReviewCapacity>;

const criteriaMax = 200;
const unitsMax = 50;
const reason = prose({ max: 2_000 });
const evidence = list(DocumentRef, { max: 20 });

/** Hundredths of a point, which may be below zero: a deduction is, and a sum with one may be. */
const SignedPoints = integer({ min: -200_000_000, max: 200_000_000 });

/** The result of one unit. Units are ranked by their share, `points / assigned`. */
export const Result = z.strictObject({
  unit: UnitId,
  /** One more than the number of units that are strictly better: 1, 2, 2, 4. */
  rank: integer({ min: 1, max: unitsMax }),
  /** The sum of the root criteria; 0 where the sum is below zero. */
  points: SignedPoints,
  /** The sum of the maxima of the criteria that were assigned to the unit: 684.00 of 700.00. */
  assigned: Maximum,
  /** The points of each assigned criterion and of each group, in the order of the scale. */
  lines: list(z.strictObject({ criterion: Id, points: SignedPoints }), { max: criteriaMax }),
  /** The other units with exactly the same share. */
  tiedWith: list(UnitId, { max: unitsMax }),
});
export type Result = z.infer<typeof Result>;

const board = {
  bloc: Id,
  season: Season,
  units: list(UnitId, { min: 1, max: unitsMax }).check(eachOnce),
};
const scale = {
  name: text({ max: 300 }),
  version: integer({ min: 1, max: 10_000 }),
  /** The sum of the root criteria: mostly 100, 200, 700 or 1,000 points. */
  total: Maximum,
  criteria: list(Criterion, { min: 1, max: criteriaMax }),
  document: z.optional(DocumentRef),
  adoptedOn: CivilDate,
};
const target = { unit: UnitId, criterion: Id, target: Decimal };
const withholding = { unit: UnitId, criterion: Id, reason };
const exclusion = { unit: UnitId, ground: ExclusionGround, reason };
const selfScore = { unit: UnitId, criterion: Id, finding: Finding, evidence };
const review = {
  unit: UnitId,
  reviewer: UnitId,
  capacity: ReviewCapacity,
  /** The criteria that the reviewer scores otherwise. A criterion that is not listed keeps its score. */
  findings: list(z.strictObject({ criterion: Id, finding: Finding, reason }), { max: criteriaMax }),
  reviewedOn: CivilDate,
};
const explanation = {
  unit: UnitId,
  criterion: Id,
  explanation: prose({ max: 5_000 }),
  evidence,
  explainedOn: CivilDate,
};
const results = list(Result, { max: unitsMax });
const exclusions = list(z.strictObject(exclusion), { max: unitsMax });
const correction = {
  findings: list(z.strictObject({ unit: UnitId, criterion: Id, finding: Finding }), { max: criteriaMax }),
  exclusions,
  /** Excluded units that are ranked after all. */
  reinstated: list(UnitId, { max: unitsMax }),
  reason,
  document: z.optional(DocumentRef),
  correctedOn: CivilDate,
};

export const ScoreboardCommand = /* @__PURE__ */ messages({
  /** Opens the scoreboard of a bloc's units for a season. */
  OpenScoreboard: board,
  /** Adds a unit to the scoreboard. */
  EnterUnit: { unit: UnitId },
  /** Adopts the scale; refused where its parts do not add up, or a unit has scored by another scale. */
  AdoptScale: scale,
  /** Gives a unit a target of its own for a quantitative criterion, while its sheet is a draft. */
  AssignTarget: target,
  /** Withholds a criterion from a unit; refused for the last criterion that the unit has. */
  WithholdCriterion: withholding,
  /** Assigns a withheld criterion again. */
  AssignCriterion: { unit: UnitId, criterion: Id },
  /** Takes a unit out of the ranking; it is listed apart. */
  ExcludeUnit: exclusion,
  /** Ranks an excluded unit again. */
  ReinstateUnit: { unit: UnitId, reason },
  /** The unit scores itself on one criterion, while its sheet is a draft. */
  EnterSelfScore: selfScore,
  /** Submits the sheet; refused while an assigned criterion has no score. */
  SubmitSheet: { unit: UnitId, submittedOn: CivilDate },
  /** First review; each finding that differs from the unit's own is disputed. Repeatable until the unit explains. */
  ReviewSheet: review,
  /** The unit explains a disputed score; a second review must follow before the scoreboard is finalised. */
  ExplainScore: explanation,
  /** Second review, of disputed scores only. It answers every explanation; a score that it does not list stays. */
  ReviewSheetAgain: review,
  /** Computes and ranks all units together; refused while a sheet is missing or an explanation is unanswered. */
  FinaliseScoreboard: { finalisedOn: CivilDate },
  /** Corrects a finalised scoreboard: all results are computed again and supersede the earlier ones. */
  CorrectScoreboard: correction,
});
export type ScoreboardCommand = z.infer<typeof ScoreboardCommand>;

export const ScoreboardEvent = /* @__PURE__ */ messages({
  /** The scoreboard of a bloc's units was opened for a season. */
  ScoreboardOpened: board,
  /** A unit joined the bloc during the season. */
  UnitEntered: { unit: UnitId },
  /** The scale (thang điểm) was adopted. Another scale may replace it until a unit has scored by it. */
  ScaleAdopted: scale,
  /** The unit has a target of its own, which replaces the target of the scale. */
  TargetAssigned: target,
  /** The criterion is not assigned to the unit (không giao chỉ tiêu): it is not in the unit's maximum. */
  CriterionWithheld: withholding,
  /** A withheld criterion was assigned again. */
  CriterionAssigned: { unit: UnitId, criterion: Id },
  /** The unit is listed apart without a rank, and leads no criterion. */
  UnitExcluded: exclusion,
  UnitReinstated: { unit: UnitId, reason },
  /** The unit scored itself on a criterion (tự chấm điểm); the latest entry counts. */
  SelfScoreEntered: selfScore,
  SheetSubmitted: { unit: UnitId, submittedOn: CivilDate },
  /** First review. A finding that differs from the unit's own makes the score disputed. */
  SheetReviewed: review,
  /** The unit explained (giải trình) a disputed score. A second review must follow. */
  ScoreExplained: explanation,
  /** Second review: its findings are in force, else those of the first review. It answers every explanation. */
  SheetReviewedAgain: review,
  /** All sheets were finalised together, because scores depend on each other. Excluded units are listed apart. */
  ScoreboardFinalised: { finalisedOn: CivilDate, results, excluded: exclusions },
  /** Findings or exclusions were wrong: these results supersede the earlier ones. */
  ScoreboardCorrected: { ...correction, results, excluded: exclusions },
});
export type ScoreboardEvent = z.infer<typeof ScoreboardEvent>;

const status = z.enum(["blank", "open", "scoring", "finalised"]);
const sheetStatus = z.enum(["draft", "submitted", "reviewed", "explained", "reviewedAgain"]);
export type SheetStatus = z.infer<typeof sheetStatus>;
const criteria = list(Id, { min: 1, max: criteriaMax });
const findingKind = z.enum(["actual", "passed", "items", "points"]);

export const ScoreboardRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Scoreboard", status),
  /** The scoreboard was opened for this bloc and season; the command names another bloc, season or list of units. */
  ScoreboardTaken: { bloc: Id, season: Season },
  TooManyUnits: { unitsMax: z.int() },
  /** A unit has scored by this scale. */
  ScaleInUse: { name: text({ max: 300 }), version: z.int() },
  /** The parts of `criterion`, or without it the root criteria, add up to `parts`, not to `stated`. */
  ScaleDoesNotAddUp: {
    criterion: z.optional(Id),
    stated: Points,
    parts: integer({ min: 0, max: 200_000_000 }),
  },
  CriterionRepeated: { criterion: Id },
  /** The parent is not a group that comes before the criterion. */
  ParentUnknown: { criterion: Id, parent: Id },
  GroupEmpty: { criterion: Id },
  CriterionUnknown: { criterion: Id },
  /** The command does not fit a criterion of this kind: only a quantitative one has a target, for example. */
  CriterionOfWrongKind: {
    criterion: Id,
    kind: z.enum(["group", "quantitative", "passFail", "perItem", "graded", "bonus", "deduction"]),
  },
  /** A target must be above zero. */
  TargetNotPositive: { criterion: Id, target: Decimal },
  UnitNotOnScoreboard: { unit: UnitId },
  CriterionNotAssigned: { unit: UnitId, criterion: Id },
  /** A unit without an assigned criterion cannot be compared. */
  LastCriterionOfUnit: { unit: UnitId, criterion: Id },
  SheetInWrongState: { unit: UnitId, status: sheetStatus, allowed: list(sheetStatus, { min: 1, max: 5 }) },
  /** The criterion asks for a finding of the kind `asked`. */
  FindingOfWrongKind: { criterion: Id, asked: findingKind, given: findingKind },
  ScoreAboveMaximum: { criterion: Id, points: Points, max: Points },
  ActualNegative: { criterion: Id, actual: Decimal },
  /** One list names the same criterion twice. */
  FindingRepeated: { criterion: Id },
  ScoresMissing: { unit: UnitId, criteria },
  /** No unit reviews itself. */
  ReviewerIsReviewed: { unit: UnitId },
  /** The first review agrees with the unit on this criterion. */
  ScoreNotDisputed: { unit: UnitId, criterion: Id },
  /** These units have submitted no sheet. */
  SheetsMissing: { units: list(UnitId, { min: 1, max: unitsMax }) },
  /** The unit has explained these scores, and no second review has followed. */
  DisputesUnreviewed: { unit: UnitId, criteria },
});
export type ScoreboardRejection = z.infer<typeof ScoreboardRejection>;
