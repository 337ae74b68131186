import { accept, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { isAssignable, isPositive } from "./scale.ts";
import {
  assignedTo,
  type CommandSlice,
  criterionOf,
  type EventSlice,
  expectUnit,
  isWithheld,
  objectionToDraft,
  type Scoring,
  scoringOf,
  sheetOf,
} from "./state.ts";

// The assignments: while its sheet is a draft, a unit gets targets of its own, and criteria are withheld from it.

export const decideAssignments: CommandSlice<"AssignTarget" | "WithholdCriterion" | "AssignCriterion"> = {
  AssignTarget: during(["scoring"], {
    already: (state, assignment) =>
      scoringOf(state)?.targets.some((other) => same(other, assignment)) ?? false,
    decide(state, assignment) {
      const { unit, criterion, target } = assignment;
      const objection = objectionToDraft(state, unit);
      if (objection) return reject(objection);
      const known = criterionOf(state, criterion);
      if (!known) return reject({ type: "CriterionUnknown", data: { criterion } });
      if (isWithheld(state, unit, criterion))
        return reject({ type: "CriterionNotAssigned", data: { unit, criterion } });
      const { kind } = known.measure;
      if (kind !== "quantitative") return reject({ type: "CriterionOfWrongKind", data: { criterion, kind } });
      if (!isPositive(target)) return reject({ type: "TargetNotPositive", data: { criterion, target } });
      return accept({ type: "TargetAssigned", data: assignment });
    },
  }),

  WithholdCriterion: during(["scoring"], {
    already: (state, withholding) =>
      scoringOf(state)?.withheld.some((other) => same(other, withholding)) ?? false,
    decide(state, withholding) {
      const { unit, criterion } = withholding;
      const objection = objectionToDraft(state, unit);
      if (objection) return reject(objection);
      const known = criterionOf(state, criterion);
      if (!known) return reject({ type: "CriterionUnknown", data: { criterion } });
      const { kind, max } = known.measure;
      if (!isAssignable(known.measure))
        return reject({ type: "CriterionOfWrongKind", data: { criterion, kind } });
      if (isWithheld(state, unit, criterion))
        return reject({ type: "CriterionNotAssigned", data: { unit, criterion } });
      if (assignedTo(state, unit) === max)
        return reject({ type: "LastCriterionOfUnit", data: { unit, criterion } });
      return accept({ type: "CriterionWithheld", data: withholding });
    },
  }),

  AssignCriterion: during(["scoring"], {
    decide(state, { unit, criterion }) {
      const objection = objectionToDraft(state, unit);
      if (objection) return reject(objection);
      if (!criterionOf(state, criterion)) return reject({ type: "CriterionUnknown", data: { criterion } });
      if (!isWithheld(state, unit, criterion)) return accept();
      return accept({ type: "CriterionAssigned", data: { unit, criterion } });
    },
  }),
};

export const evolveAssignments: EventSlice<"TargetAssigned" | "CriterionWithheld" | "CriterionAssigned"> = {
  TargetAssigned: from(["scoring"], (state, target) => {
    expectAssigned(state, target);
    state.targets = [...without(state.targets, target), target];
  }),
  CriterionWithheld: from(["scoring"], (state, withholding) => {
    expectAssigned(state, withholding);
    state.withheld.push(withholding);
    sheetOf(state, withholding.unit)?.scores.delete(withholding.criterion);
  }),
  CriterionAssigned: from(["scoring"], (state, { unit, criterion }) => {
    if (!isWithheld(state, unit, criterion))
      contradiction(`criterion ${JSON.stringify(criterion)} is not withheld from it`);
    state.withheld = without(state.withheld, { unit, criterion });
  }),
};

type Assignment = { unit: UnitId; criterion: Id };

/** For events: the criterion is assigned to the unit, or the event cannot have happened. */
export function expectAssigned(board: Scoring, { unit, criterion }: Assignment) {
  expectUnit(board, unit);
  if (!criterionOf(board, criterion)) contradiction(`criterion ${JSON.stringify(criterion)} is unknown`);
  if (isWithheld(board, unit, criterion))
    contradiction(`criterion ${JSON.stringify(criterion)} is withheld from unit ${JSON.stringify(unit)}`);
}

function without<T extends Assignment>(items: readonly T[], { unit, criterion }: Assignment): T[] {
  return items.filter((item) => item.unit !== unit || item.criterion !== criterion);
}
