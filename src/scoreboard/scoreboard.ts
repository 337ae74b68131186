import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { decideCorrection, evolveCorrection } from "./correction.ts";
import { type Measure, ScoreboardCommand, ScoreboardEvent, ScoreboardRejection } from "./messages.ts";
import { resultsOf, standingFindings } from "./results.ts";
import { isAssignable, isPositive, whyNoScale } from "./scale.ts";
import { decideSheets, evolveSheets, whyNotFinal } from "./sheets.ts";
import {
  assignedTo,
  isWithheld,
  misdated,
  notOnScoreboard,
  type Scoreboard,
  type Scoring,
  sheetOf,
  wrongSheet,
  wrongState,
} from "./state.ts";

const unitsMax = 50;

/**
 * The scoreboard (bảng điểm): a scale adopted, sheets scored by the units themselves and reviewed, all finalised
 * together and ranked by share of what was assigned. What was finalised changes by a superseding correction only.
 */
export const scoreboard = /* @__PURE__ */ decider<
  Scoreboard,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection
>({
  name: "Scoreboard",
  commands: ScoreboardCommand,
  events: ScoreboardEvent,
  rejections: ScoreboardRejection,
  initialState: { status: "blank" },

  decide: {
    ...decideSheets,
    ...decideCorrection,

    OpenScoreboard(state, roster) {
      if (state.status === "blank") return accept({ type: "ScoreboardOpened", data: roster });
      if (same(roster, state.opened)) return accept();
      const { bloc, season } = state;
      return reject({ type: "ScoreboardTaken", data: { bloc, season } });
    },

    EnterUnit(state, { unit }) {
      if (state.status !== "open" && state.status !== "scoring") return wrongState(state, "open", "scoring");
      if (state.units.includes(unit)) return accept();
      if (state.units.length >= unitsMax) return reject({ type: "TooManyUnits", data: { unitsMax } });
      return accept({ type: "UnitEntered", data: { unit } });
    },

    AdoptScale(state, scale, metadata) {
      if (state.status !== "open" && state.status !== "scoring") return wrongState(state, "open", "scoring");
      if (state.status === "scoring" && same(scale, state.scale)) return accept();
      if (state.status === "scoring" && state.sheets.length > 0) {
        const { name, version } = state.scale;
        return reject({ type: "ScaleInUse", data: { name, version } });
      }
      const refusal = whyNoScale(scale);
      if (refusal) return reject(refusal);
      return misdated(scale.adoptedOn, metadata) ?? accept({ type: "ScaleAdopted", data: scale });
    },

    AssignTarget(state, assignment) {
      const { unit, criterion, target } = assignment;
      const found = draftCriterion(state, unit, criterion);
      if (!found.ok) return found;
      const { board, measure } = found;
      if (isWithheld(board, unit, criterion))
        return reject({ type: "CriterionNotAssigned", data: { unit, criterion } });
      if (measure.kind !== "quantitative")
        return reject({ type: "CriterionOfWrongKind", data: { criterion, kind: measure.kind } });
      if (!isPositive(target)) return reject({ type: "TargetNotPositive", data: { criterion, target } });
      if (board.targets.some((other) => same(other, assignment))) return accept();
      return accept({ type: "TargetAssigned", data: assignment });
    },

    WithholdCriterion(state, withholding) {
      const { unit, criterion } = withholding;
      const found = draftCriterion(state, unit, criterion);
      if (!found.ok) return found;
      const { board, measure } = found;
      if (isWithheld(board, unit, criterion)) return accept();
      if (!isAssignable(measure))
        return reject({ type: "CriterionOfWrongKind", data: { criterion, kind: measure.kind } });
      if (assignedTo(board, unit) === measure.max)
        return reject({ type: "LastCriterionOfUnit", data: { unit, criterion } });
      return accept({ type: "CriterionWithheld", data: withholding });
    },

    AssignCriterion(state, { unit, criterion }) {
      const found = draftCriterion(state, unit, criterion);
      if (!found.ok) return found;
      if (!isWithheld(found.board, unit, criterion)) return accept();
      return accept({ type: "CriterionAssigned", data: { unit, criterion } });
    },

    ExcludeUnit(state, exclusion) {
      if (state.status !== "open" && state.status !== "scoring") return wrongState(state, "open", "scoring");
      if (!state.units.includes(exclusion.unit)) return notOnScoreboard(exclusion.unit);
      if (state.exclusions.some((other) => same(other, exclusion))) return accept();
      return accept({ type: "UnitExcluded", data: exclusion });
    },

    ReinstateUnit(state, { unit, reason }) {
      if (state.status !== "open" && state.status !== "scoring") return wrongState(state, "open", "scoring");
      if (!state.units.includes(unit)) return notOnScoreboard(unit);
      if (!state.exclusions.some((exclusion) => exclusion.unit === unit)) return accept();
      return accept({ type: "UnitReinstated", data: { unit, reason } });
    },

    FinaliseScoreboard(state, { finalisedOn }, metadata) {
      if (state.status === "finalised" && state.finalisedOn === finalisedOn) return accept();
      if (state.status !== "scoring") return wrongState(state, "scoring");
      const findings = standingFindings(state);
      const refusal = whyNotFinal(state, findings.ranked);
      if (refusal) return reject(refusal);
      const data = { finalisedOn, results: resultsOf(state, findings), excluded: state.exclusions };
      return (
        misdated(finalisedOn, metadata, lastStep(state, findings.ranked)) ??
        accept({ type: "ScoreboardFinalised", data })
      );
    },
  },

  evolve: {
    ...evolveSheets,
    ...evolveCorrection,

    ScoreboardOpened(_, opened) {
      const { bloc, season, units } = opened;
      return { status: "open", opened, bloc, season, units: [...units], exclusions: [] };
    },
    UnitEntered(state, { unit }) {
      if (state.status !== "blank") state.units.push(unit);
    },
    ScaleAdopted(state, scale) {
      if (state.status === "blank" || state.status === "finalised") return undefined;
      const { opened, bloc, season, units, exclusions } = state;
      const board = { opened, bloc, season, units, exclusions, scale };
      // What was assigned by another scale is not assigned by this one.
      return { status: "scoring", ...board, targets: [], withheld: [], sheets: [] };
    },
    TargetAssigned(state, target) {
      if (state.status === "scoring") state.targets = [...without(state.targets, target), target];
    },
    CriterionWithheld(state, withholding) {
      if (state.status !== "scoring") return;
      state.withheld.push(withholding);
      sheetOf(state, withholding.unit)?.scores.delete(withholding.criterion);
    },
    CriterionAssigned(state, assignment) {
      if (state.status === "scoring") state.withheld = without(state.withheld, assignment);
    },
    UnitExcluded(state, exclusion) {
      if (state.status === "blank") return;
      state.exclusions = [...state.exclusions.filter(({ unit }) => unit !== exclusion.unit), exclusion];
    },
    UnitReinstated(state, { unit }) {
      if (state.status === "blank") return;
      state.exclusions = state.exclusions.filter((exclusion) => exclusion.unit !== unit);
    },
    ScoreboardFinalised: (state, { finalisedOn, results }) =>
      state.status === "scoring"
        ? { ...state, status: "finalised", finalisedOn, asOf: finalisedOn, results }
        : undefined,
  },
});

/** A criterion of the scale, as long as the unit's sheet may still be drawn up otherwise. */
function draftCriterion(state: Scoreboard, unit: UnitId, id: Id) {
  if (state.status !== "scoring") return wrongState(state, "scoring");
  if (!state.units.includes(unit)) return notOnScoreboard(unit);
  const criterion = state.scale.criteria.find((other) => other.criterion === id);
  if (!criterion) return reject({ type: "CriterionUnknown", data: { criterion: id } } as const);
  const sheet = sheetOf(state, unit);
  if (sheet && sheet.status !== "draft") return wrongSheet(sheet, "draft");
  const { measure } = criterion;
  const found: { ok: true; board: Scoring; measure: Measure } = { ok: true, board: state, measure };
  return found;
}

/** The day of the last step of any of the sheets, and not before the scale was adopted. */
function lastStep(board: Scoring, units: readonly UnitId[]): CivilDate {
  const { adoptedOn } = board.scale;
  const days = units.map((unit) => sheetOf(board, unit)?.asOf ?? adoptedOn);
  return [adoptedOn, ...days].sort().at(-1) ?? adoptedOn;
}

function without<T extends { unit: UnitId; criterion: Id }>(
  items: readonly T[],
  { unit, criterion }: { unit: UnitId; criterion: Id },
): T[] {
  return items.filter((item) => item.unit !== unit || item.criterion !== criterion);
}
