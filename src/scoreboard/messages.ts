import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count, Decimal, integer } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Points } from "../vocabulary/points.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";

// The words of a scoreboard (bảng điểm). They are stored: rename nothing, only add.

/** How a quantitative criterion turns an actual figure into points. A changed formula is another version. */
export const Formula = z.enum(["halfAtTarget.v1", "proportional.v1"]);
export type Formula = z.infer<typeof Formula>;

/** Points that something can be worth: 0.01 to 10,000.00, in hundredths. */
const Maximum = integer({ min: 1, max: 1_000_000 });

/**
 * What a criterion is measured by. A group is the sum of its parts, and states the maximum that they add up to;
 * bonuses and deductions come on top and are in nobody's maximum.
 */
export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("group"), max: Points }),
  /** An actual figure against a target (chỉ tiêu); units may be given targets of their own. */
  z.strictObject({ kind: z.literal("quantitative"), max: Maximum, target: Decimal, formula: Formula }),
  z.strictObject({ kind: z.literal("passFail"), max: Maximum }),
  /** So many items at `each` points, `max` points at most. */
  z.strictObject({ kind: z.literal("perItem"), max: Maximum, each: Maximum }),
  /** Points from 0 to `max`, as judged. */
  z.strictObject({ kind: z.literal("graded"), max: Maximum }),
  z.strictObject({ kind: z.literal("bonus"), max: Maximum }),
  z.strictObject({ kind: z.literal("deduction"), max: Maximum }),
]);
export type Measure = z.infer<typeof Measure>;
export type MeasureKind = Measure["kind"];

/** One line of a scale. The tree is a list: a criterion comes after its parent; without one it is a root. */
export const Criterion = z.strictObject({
  criterion: Id,
  parent: Id.optional(),
  name: text({ max: 500 }),
  measure: Measure,
});
export type Criterion = z.infer<typeof Criterion>;

/** What is said to be so of a criterion: by the unit itself, or found by a review. Points follow from it. */
export const Finding = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("actual"), actual: Decimal }),
  z.strictObject({ kind: z.literal("passed"), passed: z.boolean() }),
  z.strictObject({ kind: z.literal("items"), items: Count }),
  z.strictObject({ kind: z.literal("points"), points: Points }),
]);
export type Finding = z.infer<typeof Finding>;
export type FindingKind = Finding["kind"];

/** Why a unit is listed apart: disciplined, not registered for a title, under investigation, gone, other. */
export const ExclusionGround = z.enum([
  "disciplined",
  "notRegistered",
  "underInvestigation",
  "leftBloc",
  "other",
]);
export type ExclusionGround = z.infer<typeof ExclusionGround>;

/** In whose name a review is made: another unit (chấm chéo), the chair, or an authority outside the bloc. */
export const ReviewCapacity = z.enum(["peer", "chair", "authority"]);
export type ReviewCapacity = z.infer<typeof ReviewCapacity>;

const criteriaMax = 200;
const unitsMax = 50;
const reason = prose({ max: 2_000 });
const evidence = z.array(DocumentRef).max(20);

/** Points with a sign, in hundredths: a deduction, and what it pulls down, may be below zero. */
const SignedPoints = integer({ min: -200_000_000, max: 200_000_000 });

/** What a unit has in the end. Its share, `points / assigned`, is what it is ranked by. */
export const Result = z.strictObject({
  unit: UnitId,
  /** 1, 2, 2, 4: as many units as are strictly better, plus one. */
  rank: integer({ min: 1, max: unitsMax }),
  /** The sum of the root criteria, but not below zero. */
  points: SignedPoints,
  /** The maximum of the criteria that were assigned to the unit: 684.00 of 700.00. */
  assigned: Maximum,
  /** The points of each criterion assigned, groups included, in the order of the scale. */
  lines: z.array(z.strictObject({ criterion: Id, points: SignedPoints })).max(criteriaMax),
  /** The other units with exactly the same share. */
  tiedWith: z.array(UnitId).max(unitsMax),
});
export type Result = z.infer<typeof Result>;

const board = {
  bloc: Id,
  season: Season,
  units: z
    .array(UnitId)
    .min(1)
    .max(unitsMax)
    .check(({ value, issues }) => {
      if (new Set(value).size < value.length)
        issues.push({ code: "custom", input: value, params: { rule: "eachOnce" } });
    }),
};
const scale = {
  name: text({ max: 300 }),
  version: integer({ min: 1, max: 10_000 }),
  /** What the root criteria add up to: mostly 100, 200, 700 or 1,000 points. */
  total: Maximum,
  criteria: z.array(Criterion).min(1).max(criteriaMax),
  document: DocumentRef.optional(),
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
  /** Where the reviewer finds otherwise. What is not listed stands as it was; none listed, all of it stands. */
  findings: z.array(z.strictObject({ criterion: Id, finding: Finding, reason })).max(criteriaMax),
  reviewedOn: CivilDate,
};
const explanation = {
  unit: UnitId,
  criterion: Id,
  explanation: prose({ max: 5_000 }),
  evidence,
  explainedOn: CivilDate,
};
const results = z.array(Result).max(unitsMax);
const exclusions = z.array(z.strictObject(exclusion)).max(unitsMax);
const correction = {
  findings: z.array(z.strictObject({ unit: UnitId, criterion: Id, finding: Finding })).max(criteriaMax),
  exclusions,
  /** Excluded units that are ranked after all. */
  reinstated: z.array(UnitId).max(unitsMax),
  reason,
  document: DocumentRef.optional(),
  correctedOn: CivilDate,
};

export const ScoreboardCommand = /* @__PURE__ */ messages({
  /** Begins the scores of a bloc's units for a season. */
  OpenScoreboard: board,
  /** A unit is scored too, from now on. */
  EnterUnit: { unit: UnitId },
  /** Lays down the scale; refused where its parts do not add up, or somebody has scored by another. */
  AdoptScale: scale,
  /** Gives a unit a target of its own for a quantitative criterion, while its sheet is a draft. */
  AssignTarget: target,
  /** Does not assign a criterion to a unit; refused for the last one that it has. */
  WithholdCriterion: withholding,
  /** Assigns a withheld criterion after all. */
  AssignCriterion: { unit: UnitId, criterion: Id },
  /** Lists a unit apart, without a rank. */
  ExcludeUnit: exclusion,
  /** Ranks an excluded unit again. */
  ReinstateUnit: { unit: UnitId, reason },
  /** What the unit says of itself, while its sheet is a draft. */
  EnterSelfScore: selfScore,
  /** Hands the sheet in; refused while something assigned is not scored. */
  SubmitSheet: { unit: UnitId, submittedOn: CivilDate },
  /** First review, by another unit; what it finds otherwise is disputed. May be made anew until explained. */
  ReviewSheet: review,
  /** The unit explains a score that is disputed; a second review must follow before the end. */
  ExplainScore: explanation,
  /** Second review, of disputed scores only; what it does not list stands, and all explained is answered. */
  ReviewSheetAgain: review,
  /** Computes and ranks all at once; refused while a sheet is missing or an explanation is unanswered. */
  FinaliseScoreboard: { finalisedOn: CivilDate },
  /** Corrects what was finalised: everything is computed anew and supersedes the earlier results. */
  CorrectScoreboard: correction,
});
export type ScoreboardCommand = z.infer<typeof ScoreboardCommand>;

export const ScoreboardEvent = /* @__PURE__ */ messages({
  /** The units of a bloc are to be scored for a season. */
  ScoreboardOpened: board,
  /** A unit joined the bloc in the course of the season. */
  UnitEntered: { unit: UnitId },
  /** The scale (thang điểm). Another may take its place as long as nobody has scored by it. */
  ScaleAdopted: scale,
  /** The unit has a target of its own, in place of the scale's. */
  TargetAssigned: target,
  /** The criterion is not assigned to the unit (không giao chỉ tiêu), whose maximum is the lower for it. */
  CriterionWithheld: withholding,
  /** A criterion that was withheld is assigned after all. */
  CriterionAssigned: { unit: UnitId, criterion: Id },
  /** The unit is not ranked but listed apart, and leads no criterion. */
  UnitExcluded: exclusion,
  UnitReinstated: { unit: UnitId, reason },
  /** What the unit says of itself (tự chấm điểm); the latest entry counts. */
  SelfScoreEntered: selfScore,
  SheetSubmitted: { unit: UnitId, submittedOn: CivilDate },
  /** First review. A finding apart from the unit's own makes the score disputed. */
  SheetReviewed: review,
  /** The unit explains (giải trình) a score that is disputed. A second review must follow. */
  ScoreExplained: explanation,
  /** Second review: its findings are in force, else those of the first. It answers all that was explained. */
  SheetReviewedAgain: review,
  /** All sheets at once, since scores depend on each other. Units excluded are listed apart. */
  ScoreboardFinalised: { finalisedOn: CivilDate, results, excluded: exclusions },
  /** Findings and exclusions found wrong after the end: these results supersede the earlier ones. */
  ScoreboardCorrected: { ...correction, results, excluded: exclusions },
});
export type ScoreboardEvent = z.infer<typeof ScoreboardEvent>;

const status = z.enum(["blank", "open", "scoring", "finalised"]);
const sheetStatus = z.enum(["draft", "submitted", "reviewed", "explained", "reviewedAgain"]);
export type SheetStatus = z.infer<typeof sheetStatus>;
const criteria = z.array(Id).min(1).max(criteriaMax);
const findingKind = z.enum(["actual", "passed", "items", "points"]);

export const ScoreboardRejection = /* @__PURE__ */ messages({
  /** The command does not go with what the scoreboard is: it asks for one of `allowed`. */
  ScoreboardInWrongState: { status, allowed: z.array(status).min(1).max(4) },
  /** The scoreboard is another bloc's, another season's, or that of other units. */
  ScoreboardTaken: { bloc: Id, season: Season },
  TooManyUnits: { unitsMax: z.int() },
  /** Somebody has scored by the scale that was adopted. */
  ScaleInUse: { name: text({ max: 300 }), version: z.int() },
  /** The parts of `criterion`, or the root criteria, add up to `parts` and not to what is stated. */
  ScaleDoesNotAddUp: {
    criterion: Id.optional(),
    stated: Points,
    parts: integer({ min: 0, max: 200_000_000 }),
  },
  CriterionRepeated: { criterion: Id },
  /** The parent is no group that comes before its part. */
  ParentUnknown: { criterion: Id, parent: Id },
  GroupEmpty: { criterion: Id },
  CriterionUnknown: { criterion: Id },
  /** A group, a bonus or a deduction; or no quantity, where a target is assigned. */
  CriterionOfWrongKind: {
    criterion: Id,
    kind: z.enum(["group", "quantitative", "passFail", "perItem", "graded", "bonus", "deduction"]),
  },
  /** A target is above zero. */
  TargetNotPositive: { criterion: Id, target: Decimal },
  UnitNotOnScoreboard: { unit: UnitId },
  CriterionNotAssigned: { unit: UnitId, criterion: Id },
  /** A unit to which nothing is assigned cannot be compared. */
  LastCriterionOfUnit: { unit: UnitId, criterion: Id },
  SheetInWrongState: { unit: UnitId, status: sheetStatus, allowed: z.array(sheetStatus).min(1).max(5) },
  /** The criterion asks for a finding of the kind `asked`. */
  FindingOfWrongKind: { criterion: Id, asked: findingKind, given: findingKind },
  ScoreAboveMaximum: { criterion: Id, points: Points, max: Points },
  ActualNegative: { criterion: Id, actual: Decimal },
  /** One list says two things of one criterion. */
  FindingRepeated: { criterion: Id },
  ScoresMissing: { unit: UnitId, criteria },
  /** Nobody reviews itself. */
  ReviewerIsReviewed: { unit: UnitId },
  /** The first review does not find otherwise than the unit. */
  ScoreNotDisputed: { unit: UnitId, criterion: Id },
  /** These units have submitted no sheet. */
  SheetsMissing: { units: z.array(UnitId).min(1).max(unitsMax) },
  /** The unit has explained these scores, and no second review has answered. */
  DisputesUnreviewed: { unit: UnitId, criteria },
  /** The fact is dated before the one that it follows. */
  ScoreboardDateTooEarly: { date: CivilDate, from: CivilDate },
  /** The fact is dated after the day on which it is being recorded. */
  ScoreboardDateInFuture: { date: CivilDate, today: CivilDate },
});
export type ScoreboardRejection = z.infer<typeof ScoreboardRejection>;
