import { compare, fractionOf, zero } from "../kernel/fraction.ts";
import type { Id } from "../kernel/ids.ts";
import type { Decimal } from "../kernel/numbers.ts";
import type { Points } from "../vocabulary/points.ts";
import type {
  Criterion,
  Finding,
  FindingKind,
  Measure,
  MeasureKind,
  ScoreboardRejection,
} from "./messages.ts";

/** The kind of finding that each kind of criterion needs. A group needs none: it is the sum of its parts. */
const asked: Record<MeasureKind, FindingKind | undefined> = {
  group: undefined,
  quantitative: "actual",
  passFail: "passed",
  perItem: "items",
  graded: "points",
  bonus: "points",
  deduction: "points",
};

/** The points that a criterion adds to a maximum. Bonuses and deductions add nothing to it. */
function worthOf({ kind, max }: Measure): Points {
  return kind === "bonus" || kind === "deduction" ? 0 : max;
}

/** Only a criterion that is scored itself and is part of the maximum can be assigned or withheld. */
export function isAssignable({ kind }: Measure): boolean {
  return kind !== "group" && kind !== "bonus" && kind !== "deduction";
}

export function isPositive(value: Decimal): boolean {
  return compare(fractionOf(value), zero) > 0;
}

/** What stands against the scale: its criteria are not a tree, or the parts do not add up to their total. */
export function objectionToScale({
  total,
  criteria,
}: {
  total: Points;
  criteria: readonly Criterion[];
}): ScoreboardRejection | undefined {
  const groups = new Map<Id, number>();
  const known = new Set<Id>();
  let roots = 0;
  for (const { criterion, parent, measure } of criteria) {
    if (known.has(criterion)) return { type: "CriterionRepeated", data: { criterion } };
    const partsBefore = parent === undefined ? roots : groups.get(parent);
    if (parent !== undefined && partsBefore === undefined)
      return { type: "ParentUnknown", data: { criterion, parent } };
    if (measure.kind === "quantitative" && !isPositive(measure.target))
      return { type: "TargetNotPositive", data: { criterion, target: measure.target } };
    const parts = (partsBefore ?? 0) + worthOf(measure);
    if (parent === undefined) roots = parts;
    else groups.set(parent, parts);
    if (measure.kind === "group") groups.set(criterion, 0);
    known.add(criterion);
  }
  return objectionToGroups(criteria, groups) ?? objectionToSum({ stated: total, parts: roots });
}

function objectionToGroups(
  criteria: readonly Criterion[],
  parts: ReadonlyMap<Id, number>,
): ScoreboardRejection | undefined {
  const parents = new Set(criteria.map(({ parent }) => parent));
  for (const { criterion, measure } of criteria) {
    if (measure.kind !== "group") continue;
    if (!parents.has(criterion)) return { type: "GroupEmpty", data: { criterion } };
    const objection = objectionToSum({ criterion, stated: measure.max, parts: parts.get(criterion) ?? 0 });
    if (objection) return objection;
  }
  return undefined;
}

function objectionToSum(data: {
  criterion?: Id;
  stated: Points;
  parts: number;
}): ScoreboardRejection | undefined {
  return data.stated === data.parts ? undefined : { type: "ScaleDoesNotAddUp", data };
}

/** What stands against the finding as one of this criterion: it is of another kind, or out of range. */
export function objectionToFinding(
  { criterion, measure }: Criterion,
  finding: Finding,
): ScoreboardRejection | undefined {
  const { kind, max } = measure;
  const expected = asked[kind];
  if (expected === undefined) return { type: "CriterionOfWrongKind", data: { criterion, kind } };
  if (finding.kind !== expected)
    return { type: "FindingOfWrongKind", data: { criterion, asked: expected, given: finding.kind } };
  if (finding.kind === "points" && finding.points > max)
    return { type: "ScoreAboveMaximum", data: { criterion, points: finding.points, max } };
  if (finding.kind === "actual" && compare(fractionOf(finding.actual), zero) < 0)
    return { type: "ActualNegative", data: { criterion, actual: finding.actual } };
  return undefined;
}

/**
 * The points of every criterion, computed from the points of the leaves: a group has the sum of its parts. A withheld
 * leaf is not in `leaves`, and has no line.
 */
export function linesOf(
  criteria: readonly Criterion[],
  leaves: ReadonlyMap<Id, number>,
): { lines: { criterion: Id; points: number }[]; sum: number } {
  const points = new Map(leaves);
  let sum = 0;
  // A criterion comes after its parent: from the end, every group is complete before it is added to its parent.
  for (const { criterion, parent } of criteria.toReversed()) {
    const own = points.get(criterion) ?? 0;
    if (parent === undefined) sum += own;
    else points.set(parent, (points.get(parent) ?? 0) + own);
  }
  const lines = criteria
    .filter(({ criterion, measure }) => measure.kind === "group" || leaves.has(criterion))
    .map(({ criterion }) => ({ criterion, points: points.get(criterion) ?? 0 }));
  return { lines, sum };
}
