import type {
  ExclusionGround,
  Finding,
  FindingKind,
  MeasureKind,
  Result,
  ReviewCapacity,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection,
  SheetStatus,
} from "../../scoreboard/messages.ts";
import { grounded, quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const grounds: Record<ExclusionGround, string> = {
  disciplined: "disciplined",
  notRegistered: "not registered",
  underInvestigation: "under investigation",
  leftBloc: "no longer in the bloc",
  other: "another ground",
};

const capacities: Record<ReviewCapacity, string> = {
  peer: "as a peer",
  chair: "as the chair",
  authority: "as the verifying authority",
};

const findingKinds: Record<FindingKind, string> = {
  actual: "an actual figure",
  passed: "a pass or a fail",
  items: "a number of items",
  points: "points",
};

const measureKinds: Record<MeasureKind, string> = {
  group: "a group",
  quantitative: "a quantitative criterion",
  passFail: "a pass-or-fail criterion",
  perItem: "a criterion by items",
  graded: "a graded criterion",
  bonus: "a bonus",
  deduction: "a deduction",
};

export const scoreboardStatusesEn = {
  blank: "not yet opened",
  open: "without a scale",
  scoring: "being scored",
  finalised: "finalised",
};

const sheetStatuses: Record<SheetStatus, string> = {
  draft: "still being scored by the unit",
  submitted: "submitted",
  reviewed: "reviewed",
  explained: "explained",
  reviewedAgain: "reviewed again",
};

function found(say: Say, finding: Finding): string {
  switch (finding.kind) {
    case "actual":
      return `actual ${say.decimal(finding.actual)}`;
    case "passed":
      return finding.passed ? "passed" : "not passed";
    case "items":
      return `${say.count(finding.items)} items`;
    case "points":
      return `${say.points(finding.points)} points`;
  }
}

const ranked = (say: Say, results: readonly Result[]) =>
  results
    .map(({ unit, rank, points, assigned, tiedWith }) => {
      const tied = tiedWith.length > 0 ? `, tied with ${say.units(tiedWith)}` : "";
      const share = say.percent({ votes: points, base: assigned });
      return `rank ${say.count(rank)}: ${say.unit(unit)}, ${say.points(points)} of ${say.points(assigned)} points (${share})${tied}`;
    })
    .join("; ") || "no unit is ranked";

const apart = (say: Say, excluded: readonly { unit: string; ground: ExclusionGround }[]) =>
  excluded.length === 0
    ? ""
    : ` Not ranked: ${say.list(excluded.map(({ unit, ground }) => `${say.unit(unit)} (${grounds[ground]})`))}.`;

const disputed = (say: Say, findings: readonly { criterion: string; finding: Finding; reason: string }[]) =>
  findings.length === 0
    ? "no score was disputed"
    : findings
        .map(
          ({ criterion, finding, reason }) => `criterion “${criterion}”: ${found(say, finding)} (${reason})`,
        )
        .join("; ");

export const scoreboardEventsEn: Phrases<ScoreboardEvent> = {
  ScoreboardOpened: ({ season, units }, say) =>
    `The scoreboard of ${season} was opened for ${say.count(units.length)} ${units.length === 1 ? "unit" : "units"}: ${say.units(units)}.`,
  UnitEntered: ({ unit }, say) => `${say.unit(unit)} was added to the scoreboard.`,
  ScaleAdopted: ({ name, version, total, criteria, document, adoptedOn }, say) =>
    `The scoring scale “${name}” (version ${say.count(version)}) was adopted on ${say.date(adoptedOn)}${document ? ` by ${say.document(document)}` : ""}: ${say.points(total)} points; criteria: ${say.count(criteria.length)}.`,
  TargetAssigned: ({ unit, criterion, target }, say) =>
    `${say.unit(unit)} was assigned a target of ${say.decimal(target)} for criterion “${criterion}”.`,
  CriterionWithheld: ({ unit, criterion, reason }, say) =>
    `Criterion “${criterion}” is not assigned to ${say.unit(unit)}; reason: ${reason}.`,
  CriterionAssigned: ({ unit, criterion }, say) =>
    `Criterion “${criterion}” is assigned to ${say.unit(unit)} after all.`,
  UnitExcluded: ({ unit, ground, reason }, say) =>
    `${say.unit(unit)} is not ranked (${grounded(grounds[ground], reason)}).`,
  UnitReinstated: ({ unit, reason }, say) => `${say.unit(unit)} is ranked again; reason: ${reason}.`,
  SelfScoreEntered: ({ unit, criterion, finding, evidence }, say) =>
    `${say.unit(unit)} scored itself on criterion “${criterion}”: ${found(say, finding)}${evidence.length > 0 ? ` (${say.documents(evidence)})` : ""}.`,
  SheetSubmitted: ({ unit, submittedOn }, say) =>
    `${say.unit(unit)} submitted its scores on ${say.date(submittedOn)}.`,
  SheetReviewed: ({ unit, reviewer, capacity, findings, reviewedOn }, say) =>
    `${say.unit(reviewer)} (${capacities[capacity]}) reviewed the scores of ${say.unit(unit)} on ${say.date(reviewedOn)}: ${disputed(say, findings)}.`,
  ScoreExplained: ({ unit, criterion, explanation, evidence, explainedOn }, say) =>
    `${say.unit(unit)} explained criterion “${criterion}” on ${say.date(explainedOn)}: “${explanation}”${evidence.length > 0 ? ` (${say.documents(evidence)})` : ""}.`,
  SheetReviewedAgain: ({ unit, reviewer, capacity, findings, reviewedOn }, say) =>
    `${say.unit(reviewer)} (${capacities[capacity]}) reviewed the scores of ${say.unit(unit)} again on ${say.date(reviewedOn)}: ${disputed(say, findings)}.`,
  ScoreboardFinalised: ({ finalisedOn, results, excluded }, say) =>
    `The scoreboard was finalised on ${say.date(finalisedOn)}: ${ranked(say, results)}.${apart(say, excluded)}`,
  ScoreboardCorrected: ({ reason, document, correctedOn, results, excluded }, say) =>
    `The scoreboard was corrected on ${say.date(correctedOn)}${document ? ` by ${say.document(document)}` : ""}, superseding the earlier results; reason: ${reason}. Results: ${ranked(say, results)}.${apart(say, excluded)}`,
};

export const scoreboardRejectionsEn: OwnPhrases<ScoreboardRejection> = {
  ScoreboardTaken: ({ season }) =>
    `This scoreboard has already been opened for ${season} with different contents.`,
  TooManyUnits: ({ unitsMax }, say) => `A scoreboard has at most ${say.count(unitsMax)} units.`,
  ScaleInUse: ({ name, version }, say) =>
    `Scores were given by the scale “${name}” (version ${say.count(version)}), so it can no longer be replaced.`,
  ScaleDoesNotAddUp: ({ criterion, stated, parts }, say) =>
    `The parts of ${criterion === undefined ? "the scale" : `group “${criterion}”`} add up to ${say.points(parts)}, not to ${say.points(stated)}.`,
  CriterionRepeated: ({ criterion }) => `Criterion “${criterion}” appears twice.`,
  ParentUnknown: ({ criterion, parent }) =>
    `Criterion “${criterion}” belongs to group “${parent}”, but there is no such group above it.`,
  GroupEmpty: ({ criterion }) => `Group “${criterion}” has no criterion.`,
  CriterionUnknown: ({ criterion }) => `The scale has no criterion “${criterion}”.`,
  CriterionOfWrongKind: ({ criterion, kind }) =>
    `This cannot be done to “${criterion}”, because it is ${measureKinds[kind]}.`,
  TargetNotPositive: ({ criterion, target }, say) =>
    `The target of criterion “${criterion}” must be above 0, and is ${say.decimal(target)}.`,
  UnitNotOnScoreboard: ({ unit }, say) => `${say.unit(unit)} is not on the scoreboard.`,
  CriterionNotAssigned: ({ unit, criterion }, say) =>
    `Criterion “${criterion}” is not assigned to ${say.unit(unit)}.`,
  LastCriterionOfUnit: ({ unit, criterion }, say) =>
    `“${criterion}” is the last criterion assigned to ${say.unit(unit)}; without it the unit cannot be compared.`,
  SheetInWrongState: ({ unit, status, allowed }, say) =>
    `The sheet of ${say.unit(unit)} is ${sheetStatuses[status]}; this can only be done while it is ${say.either(allowed.map((one) => sheetStatuses[one]))}.`,
  FindingOfWrongKind: ({ criterion, asked, given }) =>
    `Criterion “${criterion}” asks for ${findingKinds[asked]}, not for ${findingKinds[given]}.`,
  ScoreAboveMaximum: ({ criterion, points, max }, say) =>
    `Criterion “${criterion}” is worth at most ${say.points(max)} points, not ${say.points(points)}.`,
  ActualNegative: ({ criterion, actual }, say) =>
    `The actual figure of criterion “${criterion}” must not be below 0 (it is ${say.decimal(actual)}).`,
  FindingRepeated: ({ criterion }) => `Criterion “${criterion}” is named twice.`,
  ScoresMissing: ({ unit, criteria }, say) =>
    `${say.unit(unit)} has not scored: ${say.list(criteria.map(quoted))}.`,
  ReviewerIsReviewed: ({ unit }, say) => `${say.unit(unit)} may not review its own scores.`,
  ScoreNotDisputed: ({ unit, criterion }, say) =>
    `The score of ${say.unit(unit)} for criterion “${criterion}” is not disputed.`,
  SheetsMissing: ({ units }, say) => `Scores are not submitted yet: ${say.units(units)}.`,
  DisputesUnreviewed: ({ unit, criteria }, say) =>
    `The explanations of ${say.unit(unit)} for ${say.list(criteria.map(quoted))} have not been reviewed again.`,
};

/** What each command does, as what somebody is to do. */
export const scoreboardCommandsEn: Phrases<ScoreboardCommand> = {
  OpenScoreboard: ({ season }) => `open the scoreboard of ${season}`,
  EnterUnit: ({ unit }, say) => `enter ${say.unit(unit)} on the scoreboard`,
  AdoptScale: ({ name }) => `adopt the scale ${quoted(name)}`,
  AssignTarget: ({ unit }, say) => `assign a target to ${say.unit(unit)}`,
  WithholdCriterion: ({ unit }, say) => `leave a criterion out for ${say.unit(unit)}`,
  AssignCriterion: ({ unit }, say) => `assign a criterion to ${say.unit(unit)}`,
  ExcludeUnit: ({ unit }, say) => `exclude ${say.unit(unit)} from the scoreboard`,
  ReinstateUnit: ({ unit }, say) => `reinstate ${say.unit(unit)} on the scoreboard`,
  EnterSelfScore: ({ unit }, say) => `enter what ${say.unit(unit)} gives itself`,
  SubmitSheet: ({ unit }, say) => `hand in the sheet of ${say.unit(unit)}`,
  ReviewSheet: ({ unit }, say) => `review the sheet of ${say.unit(unit)}`,
  ExplainScore: ({ unit }, say) => `let ${say.unit(unit)} explain its score`,
  ReviewSheetAgain: ({ unit }, say) => `review the sheet of ${say.unit(unit)} again`,
  FinaliseScoreboard: () => "finalise the scoreboard",
  CorrectScoreboard: () => "correct the scoreboard",
};
