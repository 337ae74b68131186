import { decider } from "../kernel/decider.ts";
import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { decideAssignments, evolveAssignments } from "./assignments.ts";
import { decideCorrection, evolveCorrection } from "./correction.ts";
import { ScoreboardCommand, ScoreboardEvent, ScoreboardRejection } from "./messages.ts";
import { findingsInForce, resultsOf } from "./results.ts";
import { objectionToScale } from "./scale.ts";
import { decideSheets, evolveSheets, objectionToFinalising } from "./sheets.ts";
import { expectUnit, objectionToUnit, type Scoreboard, type Scoring, scoringOf, sheetOf } from "./state.ts";

const unitsMax = 50;

/**
 * The scoreboard (bảng điểm): a scale is adopted, the units score themselves on sheets that others review, and all
 * sheets are finalised together. Units are ranked by their share of the points that were assigned to them. After the
 * end only a correction changes the results.
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
    ...decideAssignments,
    ...decideSheets,
    ...decideCorrection,

    OpenScoreboard: during(["blank"], {
      already: ({ opened }, roster) => same(roster, opened),
      otherwise: ({ bloc, season }) => ({ type: "ScoreboardTaken", data: { bloc, season } }),
      decide: (_, roster) => accept({ type: "ScoreboardOpened", data: roster }),
    }),

    EnterUnit: during(["open", "scoring"], {
      already: ({ units }, { unit }) => units.includes(unit),
      decide: ({ units }, { unit }) =>
        units.length < unitsMax
          ? accept({ type: "UnitEntered", data: { unit } })
          : reject({ type: "TooManyUnits", data: { unitsMax } }),
    }),

    AdoptScale: during(["open", "scoring"], {
      already: (state, scale) => same(scale, scoringOf(state)?.scale),
      done: ({ adoptedOn, document }) => [adoptedOn, document?.issuedOn],
      decide(state, scale) {
        if (state.status === "scoring" && state.sheets.length > 0) {
          const { name, version } = state.scale;
          return reject({ type: "ScaleInUse", data: { name, version } });
        }
        return unless(objectionToScale(scale), { type: "ScaleAdopted", data: scale });
      },
    }),

    ExcludeUnit: during(["open", "scoring"], {
      already: ({ exclusions }, exclusion) => exclusions.some((other) => same(other, exclusion)),
      decide: (state, exclusion) =>
        unless(objectionToUnit(state, exclusion.unit), { type: "UnitExcluded", data: exclusion }),
    }),

    ReinstateUnit: during(["open", "scoring"], {
      decide(state, { unit, reason }) {
        const objection = objectionToUnit(state, unit);
        if (objection) return reject(objection);
        if (!state.exclusions.some((exclusion) => exclusion.unit === unit)) return accept();
        return accept({ type: "UnitReinstated", data: { unit, reason } });
      },
    }),

    FinaliseScoreboard: during(["scoring"], {
      already: (state, { finalisedOn }) => state.status === "finalised" && state.finalisedOn === finalisedOn,
      done: ({ finalisedOn }) => finalisedOn,
      decide(state, { finalisedOn }) {
        const findings = findingsInForce(state);
        const objection =
          objectionToFinalising(state, findings.ranked) ??
          objectionToDate(finalisedOn, { earliest: lastStep(state, findings.ranked) });
        if (objection) return reject(objection);
        const data = { finalisedOn, results: resultsOf(state, findings), excluded: state.exclusions };
        return accept({ type: "ScoreboardFinalised", data });
      },
    }),
  },

  evolve: {
    ...evolveAssignments,
    ...evolveSheets,
    ...evolveCorrection,

    ScoreboardOpened: from(["blank"], (_, opened) => {
      const { bloc, season, units } = opened;
      return { status: "open", opened, bloc, season, units: [...units], exclusions: [] };
    }),
    UnitEntered: from(["open", "scoring"], ({ units }, { unit }) => {
      if (units.includes(unit)) contradiction(`unit ${JSON.stringify(unit)} is on the scoreboard already`);
      units.push(unit);
    }),
    ScaleAdopted: from(["open", "scoring"], (state, scale) => {
      if (state.status === "scoring" && state.sheets.length > 0)
        contradiction("a unit has scored by the scale before");
      if (same(scoringOf(state)?.scale, scale)) contradiction("the scale is adopted already");
      const { opened, bloc, season, units, exclusions } = state;
      const board = { opened, bloc, season, units, exclusions, scale };
      // Assignments belong to a scale: another scale begins without any.
      return { status: "scoring", ...board, targets: [], withheld: [], sheets: [] };
    }),
    UnitExcluded: from(["open", "scoring"], (state, exclusion) => {
      expectUnit(state, exclusion.unit);
      if (state.exclusions.some((other) => same(other, exclusion)))
        contradiction(`unit ${JSON.stringify(exclusion.unit)} is excluded already`);
      state.exclusions = [...state.exclusions.filter(({ unit }) => unit !== exclusion.unit), exclusion];
    }),
    UnitReinstated: from(["open", "scoring"], (state, { unit }) => {
      const others = state.exclusions.filter((exclusion) => exclusion.unit !== unit);
      if (others.length === state.exclusions.length)
        contradiction(`unit ${JSON.stringify(unit)} is not excluded`);
      state.exclusions = others;
    }),
    ScoreboardFinalised: from(["scoring"], (state, { finalisedOn, results, excluded }) => {
      for (const { unit } of [...results, ...excluded]) expectUnit(state, unit);
      return { ...state, status: "finalised", finalisedOn, asOf: finalisedOn, results };
    }),
  },
});

/** The day of the last step of all the sheets; the day of the scale where no sheet has a step. */
function lastStep(board: Scoring, units: readonly UnitId[]): CivilDate {
  const { adoptedOn } = board.scale;
  const days = units.map((unit) => sheetOf(board, unit)?.asOf ?? adoptedOn);
  return [adoptedOn, ...days].sort().at(-1) ?? adoptedOn;
}
