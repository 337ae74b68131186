import { expect } from "vitest";
import { compare, fraction } from "../../src/kernel/fraction.ts";
import type { Criterion, Result } from "../../src/scoreboard/messages.ts";
import { scoreboard } from "../../src/scoreboard/scoreboard.ts";
import { assignedTo, type Scoreboard } from "../../src/scoreboard/state.ts";
import { describeLaws } from "../support/laws.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

const correctsNothing = "A correction that changes no finding and no exclusion corrects nothing.";

describeLaws({
  decider: scoreboard,
  paths,
  reaches,
  mayLieAhead: [],
  takenAsSo: {
    "CorrectScoreboard.correctedOn": correctsNothing,
    "CorrectScoreboard.document": correctsNothing,
    "CorrectScoreboard.exclusions[]": correctsNothing,
    "CorrectScoreboard.reason": correctsNothing,
    "ReinstateUnit.reason": "The unit is not excluded any more.",
  },
  invariant(state, history) {
    const types = history.map(({ type }) => type);
    if (state.status === "blank") return expect(history).toEqual([]);
    expect(new Set(state.units).size).toBe(state.units.length);
    for (const { unit } of state.exclusions) expect(state.units).toContain(unit);
    if (state.status === "open") return;
    expectSheets(state);
    const finalised = types.indexOf("ScoreboardFinalised");
    expect(state.status === "finalised").toBe(finalised >= 0);
    if (state.status !== "finalised") return;
    // After the end there are corrections and nothing else.
    expect(types.slice(finalised + 1).every((type) => type === "ScoreboardCorrected")).toBe(true);
    expectResults(state);
  },
});

type Scoring = Extract<Scoreboard, { status: "scoring" | "finalised" }>;
type Finalised = Extract<Scoreboard, { status: "finalised" }>;

function expectSheets(state: Scoring) {
  const { scale, sheets, units, withheld } = state;
  expect(scale.criteria.reduce((sum, { parent, measure }) => (parent ? sum : sum + worth(measure)), 0)).toBe(
    scale.total,
  );
  expect(new Set(sheets.map(({ unit }) => unit)).size).toBe(sheets.length);
  for (const unit of units) expect(assignedTo(state, unit)).toBeGreaterThan(0);
  for (const { unit, scores, status, lastReview } of sheets) {
    expect(units).toContain(unit);
    expect(lastReview?.reviewer).not.toBe(unit);
    for (const [criterion, score] of scores) {
      expect(withheld.some((other) => other.unit === unit && other.criterion === criterion)).toBe(false);
      if (score.explanation) expect(["explained", "reviewedAgain"]).toContain(status);
      if (score.second) expect(score.first).toBeDefined();
    }
  }
}

function expectResults({ results, exclusions, units, scale, ...rest }: Finalised) {
  const apart = exclusions.map(({ unit }) => unit);
  expect([...results.map(({ unit }) => unit), ...apart].sort()).toEqual([...units].sort());
  for (const { unit, points, assigned, lines, rank, tiedWith } of results) {
    expect(assigned).toBe(assignedTo({ units, exclusions, scale, ...rest }, unit));
    expectSums(scale.criteria, lines, points);
    // The rank is one more than the number of those strictly better; those level are named.
    const against = (other: Result) =>
      compare(fraction(other.points, other.assigned), fraction(points, assigned));
    expect(rank).toBe(1 + results.filter((other) => against(other) > 0).length);
    const level = results.filter((other) => other.unit !== unit && against(other) === 0);
    expect([...tiedWith].sort()).toEqual(level.map((other) => other.unit).sort());
  }
}

/** Parts add up to their parents and to the whole; no leaf is outside its bounds. */
function expectSums(criteria: readonly Criterion[], lines: Result["lines"], points: number) {
  const own = new Map(lines.map((line) => [line.criterion, line.points]));
  const sumOf = (parent: string | undefined) =>
    criteria
      .filter((part) => part.parent === parent)
      .reduce((sum, part) => sum + (own.get(part.criterion) ?? 0), 0);
  expect(points).toBe(Math.max(0, sumOf(undefined)));
  for (const { criterion, measure } of criteria) {
    const got = own.get(criterion);
    if (got === undefined) continue;
    if (measure.kind === "group") expect(got).toBe(sumOf(criterion));
    else if (measure.kind === "deduction") expect(-got >= 0 && -got <= measure.max).toBe(true);
    else expect(got >= 0 && got <= measure.max).toBe(true);
  }
}

function worth({ kind, max }: Criterion["measure"]): number {
  return kind === "bonus" || kind === "deduction" ? 0 : max;
}
