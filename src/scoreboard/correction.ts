import { accept, reject } from "../kernel/decision.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ScoreboardCommand } from "./messages.ts";
import { type Findings, resultsOf, standingFindings } from "./results.ts";
import { whyNoFinding } from "./scale.ts";
import { whyNotFinal } from "./sheets.ts";
import {
  assignedCriterion,
  type Deciding,
  type Evolving,
  type Exclusion,
  misdated,
  notOnScoreboard,
  type Scoring,
  sheetMissing,
  sheetOf,
  wrongState,
} from "./state.ts";

type Correction = DataOf<ScoreboardCommand, "CorrectScoreboard">;

/** What was finalised is found wrong: everything is computed anew, and the new results supersede the old ones. */
export const decideCorrection: Deciding<"CorrectScoreboard"> = {
  CorrectScoreboard(state, correction, metadata) {
    if (state.status !== "finalised") return wrongState(state, "finalised");
    const refusal = whyNoCorrection(state, correction);
    if (refusal) return refusal;
    const excluded = exclusionsAfter(state, correction);
    const findings = findingsAfter(state, correction, excluded);
    const stands = standingFindings(state);
    const changesNothing =
      same(excluded, state.exclusions) &&
      correction.findings.every(({ unit, criterion, finding }) =>
        same(stands.findingOf(unit, criterion), finding),
      );
    if (changesNothing) return accept();
    const notFinal = whyNotFinal(state, findings.ranked);
    if (notFinal) return reject(notFinal);
    const results = resultsOf(state, findings);
    return (
      misdated(correction.correctedOn, metadata, state.asOf) ??
      accept({ type: "ScoreboardCorrected", data: { ...correction, results, excluded } })
    );
  },
};

export const evolveCorrection: Evolving<"ScoreboardCorrected"> = {
  ScoreboardCorrected(state, { findings, excluded, results, correctedOn }) {
    if (state.status !== "finalised") return;
    for (const { unit, criterion, finding } of findings) {
      const scores = sheetOf(state, unit)?.scores;
      scores?.set(criterion, { ...scores.get(criterion), corrected: finding });
    }
    state.exclusions = [...excluded];
    state.results = results;
    state.asOf = correctedOn;
  },
};

function whyNoCorrection(board: Scoring, { findings, exclusions, reinstated }: Correction) {
  const named = [...findings, ...exclusions].map(({ unit }) => unit);
  const stranger = [...named, ...reinstated].find((unit) => !board.units.includes(unit));
  if (stranger !== undefined) return notOnScoreboard(stranger);
  for (const [at, { unit, criterion, finding }] of findings.entries()) {
    const earlier = findings.slice(0, at);
    if (earlier.some((other) => other.unit === unit && other.criterion === criterion))
      return reject({ type: "FindingRepeated", data: { criterion } } as const);
    if (!sheetOf(board, unit)) return sheetMissing(unit);
    const found = assignedCriterion(board, unit, criterion);
    if (!found.ok) return found;
    const refusal = whyNoFinding(found.criterion, finding);
    if (refusal) return reject(refusal);
  }
  return undefined;
}

/** The last word on each unit counts; a unit named as excluded is not reinstated by the same correction. */
function exclusionsAfter(board: Scoring, { exclusions, reinstated }: Correction): Exclusion[] {
  const standing = new Map<UnitId, Exclusion>(
    board.exclusions.map((exclusion) => [exclusion.unit, exclusion]),
  );
  for (const unit of reinstated) standing.delete(unit);
  for (const exclusion of exclusions) {
    const { unit } = exclusion;
    // A ground that stands already keeps its place, so that saying it again changes nothing.
    if (!same(standing.get(unit), exclusion)) standing.set(unit, exclusion);
  }
  return [...standing.values()];
}

function findingsAfter(board: Scoring, correction: Correction, excluded: readonly Exclusion[]): Findings {
  const apart = new Set(excluded.map(({ unit }) => unit));
  const stands = standingFindings(board);
  return {
    ranked: board.units.filter((unit) => !apart.has(unit)),
    findingOf: (unit, criterion) =>
      correction.findings.find((other) => other.unit === unit && other.criterion === criterion)?.finding ??
      stands.findingOf(unit, criterion),
  };
}
