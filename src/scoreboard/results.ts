import { compare, dividedBy, type Fraction, fractionOf, zero } from "../kernel/fraction.ts";
import type { Id } from "../kernel/ids.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { pointsBy } from "./formulas.ts";
import type { Criterion, Finding, Measure, Result } from "./messages.ts";
import { placesOf } from "./ranking.ts";
import { linesOf } from "./scale.ts";
import { assignedTo, inForce, isWithheld, type Scoring, sheetOf } from "./state.ts";

/** The units that are ranked, and the finding of each criterion of a unit: in force now, or after a correction. */
export type Findings = {
  ranked: readonly UnitId[];
  findingOf(unit: UnitId, criterion: Id): Finding | undefined;
};

/** The findings of the sheets that are in force now. */
export function findingsInForce(board: Scoring): Findings {
  const excluded = new Set(board.exclusions.map(({ unit }) => unit));
  return {
    ranked: board.units.filter((unit) => !excluded.has(unit)),
    findingOf(unit, criterion) {
      const score = sheetOf(board, unit)?.scores.get(criterion);
      return score && inForce(score);
    },
  };
}

/**
 * The results of all units at once, best first. The points of a quantitative criterion depend on the bloc's leader,
 * so no unit has a result alone. Only a unit that is ranked can lead.
 */
export function resultsOf(board: Scoring, findings: Findings): Result[] {
  const best = leadsOf(board, findings);
  const totals = findings.ranked.map((unit) => {
    const leaves = new Map<Id, number>();
    for (const { criterion, measure } of board.scale.criteria) {
      if (measure.kind === "group" || isWithheld(board, unit, criterion)) continue;
      const finding = findings.findingOf(unit, criterion);
      const share = shareOfTarget(board, unit, { criterion, measure }, finding);
      leaves.set(criterion, pointsOf(measure, finding, { share, best: best.get(criterion) ?? zero }));
    }
    const { lines, sum } = linesOf(board.scale.criteria, leaves);
    return { unit, points: Math.max(0, sum), assigned: assignedTo(board, unit), lines };
  });
  const byUnit = new Map(totals.map((total) => [total.unit, total]));
  return placesOf(totals).flatMap((place) => {
    const total = byUnit.get(place.unit);
    return total ? [{ ...total, rank: place.rank, tiedWith: place.tiedWith }] : [];
  });
}

/** By criterion, the greatest share of its target that a ranked unit has reached. */
function leadsOf(board: Scoring, { ranked, findingOf }: Findings): Map<Id, Fraction> {
  const best = new Map<Id, Fraction>();
  for (const { criterion, measure } of board.scale.criteria) {
    for (const unit of ranked) {
      if (isWithheld(board, unit, criterion)) continue;
      const share = shareOfTarget(board, unit, { criterion, measure }, findingOf(unit, criterion));
      if (compare(share, best.get(criterion) ?? zero) > 0) best.set(criterion, share);
    }
  }
  return best;
}

function shareOfTarget(
  { targets }: Scoring,
  unit: UnitId,
  { criterion, measure }: Pick<Criterion, "criterion" | "measure">,
  finding: Finding | undefined,
): Fraction {
  if (measure.kind !== "quantitative" || finding?.kind !== "actual") return zero;
  const own = targets.find((other) => other.unit === unit && other.criterion === criterion);
  return dividedBy(fractionOf(finding.actual), fractionOf(own?.target ?? measure.target));
}

function pointsOf(
  measure: Measure,
  finding: Finding | undefined,
  shares: { share: Fraction; best: Fraction },
): number {
  if (!finding) return 0;
  const { max } = measure;
  switch (finding.kind) {
    case "actual":
      return measure.kind === "quantitative" ? pointsBy(measure.formula, { max, ...shares }) : 0;
    case "passed":
      return finding.passed ? max : 0;
    case "items":
      return measure.kind === "perItem" ? Math.min(max, finding.items * measure.each) : 0;
    case "points":
      return measure.kind === "deduction" ? 0 - finding.points : finding.points;
  }
}
