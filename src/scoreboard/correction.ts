import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { expectAssigned } from "./assignments.ts";
import type { ScoreboardRejection } from "./messages.ts";
import { type Findings, findingsInForce, resultsOf } from "./results.ts";
import { objectionToFinalising } from "./sheets.ts";
import {
  type CommandData,
  type CommandSlice,
  type EventSlice,
  type Exclusion,
  expectUnit,
  knownSheet,
  objectionToScore,
  objectionToUnit,
  type Scoring,
  sheetOf,
} from "./state.ts";

// The correction: a finalised scoreboard is wrong, so all results are computed again and supersede the earlier ones.

type Correction = CommandData<"CorrectScoreboard">;

export const decideCorrection: CommandSlice<"CorrectScoreboard"> = {
  CorrectScoreboard: during(["finalised"], {
    done: ({ correctedOn, document }) => [correctedOn, document?.issuedOn],
    decide(state, correction) {
      const objection = objectionToCorrection(state, correction);
      if (objection) return reject(objection);
      const excluded = exclusionsAfter(state, correction);
      if (changesNothing(state, correction, excluded)) return accept();
      const findings = findingsAfter(state, correction, excluded);
      const openSheet = objectionToFinalising(state, findings.ranked);
      if (openSheet) return reject(openSheet);
      const data = { ...correction, results: resultsOf(state, findings), excluded };
      const outside = objectionToDate(correction.correctedOn, { earliest: state.asOf });
      return unless(outside, { type: "ScoreboardCorrected", data });
    },
  }),
};

export const evolveCorrection: EventSlice<"ScoreboardCorrected"> = {
  ScoreboardCorrected: from(["finalised"], (state, correction) => {
    const { findings, excluded, results, correctedOn } = correction;
    if (changesNothing(state, correction, excluded)) contradiction("it corrects nothing");
    for (const { unit } of [...results, ...excluded]) expectUnit(state, unit);
    for (const { unit, criterion, finding } of findings) {
      expectAssigned(state, { unit, criterion });
      const { scores } = knownSheet(state, unit);
      scores.set(criterion, { ...scores.get(criterion), corrected: finding });
    }
    state.exclusions = [...excluded];
    state.results = results;
    state.asOf = correctedOn;
  }),
};

function objectionToCorrection(
  board: Scoring,
  { findings, exclusions, reinstated }: Correction,
): ScoreboardRejection | undefined {
  const named = [...findings, ...exclusions].map(({ unit }) => unit);
  const stranger = [...named, ...reinstated].find((unit) => !board.units.includes(unit));
  if (stranger !== undefined) return objectionToUnit(board, stranger);
  for (const [at, { unit, criterion, finding }] of findings.entries()) {
    const earlier = findings.slice(0, at);
    if (earlier.some((other) => other.unit === unit && other.criterion === criterion))
      return { type: "FindingRepeated", data: { criterion } };
    if (!sheetOf(board, unit)) return { type: "SheetsMissing", data: { units: [unit] } };
    const objection = objectionToScore(board, { unit, criterion, finding });
    if (objection) return objection;
  }
  return undefined;
}

function changesNothing(board: Scoring, { findings }: Correction, excluded: readonly Exclusion[]): boolean {
  const { findingOf } = findingsInForce(board);
  const isInForce = findings.every(({ unit, criterion, finding }) =>
    same(findingOf(unit, criterion), finding),
  );
  return isInForce && same(excluded, board.exclusions);
}

/** The exclusions after the correction. A unit that it both reinstates and excludes is excluded. */
function exclusionsAfter(board: Scoring, { exclusions, reinstated }: Correction): Exclusion[] {
  const current = new Map<UnitId, Exclusion>(
    board.exclusions.map((exclusion) => [exclusion.unit, exclusion]),
  );
  for (const unit of reinstated) current.delete(unit);
  for (const exclusion of exclusions) {
    const { unit } = exclusion;
    // The same exclusion again keeps its place in the list, so that it changes nothing.
    if (!same(current.get(unit), exclusion)) current.set(unit, exclusion);
  }
  return [...current.values()];
}

function findingsAfter(board: Scoring, correction: Correction, excluded: readonly Exclusion[]): Findings {
  const apart = new Set(excluded.map(({ unit }) => unit));
  const current = findingsInForce(board);
  return {
    ranked: board.units.filter((unit) => !apart.has(unit)),
    findingOf: (unit, criterion) =>
      correction.findings.find((other) => other.unit === unit && other.criterion === criterion)?.finding ??
      current.findingOf(unit, criterion),
  };
}
