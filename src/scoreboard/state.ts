import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Points } from "../vocabulary/points.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type {
  Criterion,
  Finding,
  Result,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection,
  SheetStatus,
} from "./messages.ts";
import { isAssignable, objectionToFinding } from "./scale.ts";

export type CommandData<K extends ScoreboardCommand["type"]> = DataOf<ScoreboardCommand, K>;
type EventData<K extends ScoreboardEvent["type"]> = DataOf<ScoreboardEvent, K>;

type Scale = EventData<"ScaleAdopted">;
export type Exclusion = EventData<"UnitExcluded">;

/** What the unit and its reviewers have said of one criterion of the unit. */
export type Score = {
  self?: EventData<"SelfScoreEntered">;
  first?: Finding;
  explanation?: EventData<"ScoreExplained">;
  second?: Finding;
  corrected?: Finding;
};

export type Sheet = {
  unit: UnitId;
  status: SheetStatus;
  scores: Map<Id, Score>;
  submittedOn?: CivilDate;
  lastReview?: EventData<"SheetReviewed">;
  /** The day of the last step. */
  asOf?: CivilDate;
};

type Roster = { bloc: Id; season: Season; units: UnitId[]; exclusions: Exclusion[] };

export type Scoring = Roster & {
  scale: Scale;
  /** Targets that units have of their own. */
  targets: EventData<"TargetAssigned">[];
  withheld: EventData<"CriterionWithheld">[];
  sheets: Sheet[];
};

/** The scoreboard of one bloc for one season. */
export type Scoreboard =
  | { status: "blank" }
  | ({ status: "open"; opened: EventData<"ScoreboardOpened"> } & Roster)
  | ({ status: "scoring"; opened: EventData<"ScoreboardOpened"> } & Scoring)
  | ({
      status: "finalised";
      opened: EventData<"ScoreboardOpened">;
      finalisedOn: CivilDate;
      /** The day of the finalising, or of the last correction. */
      asOf: CivilDate;
      results: Result[];
    } & Scoring);

/** The rules of some of the scoreboard's commands, and of some of its events. */
export type CommandSlice<K extends ScoreboardCommand["type"]> = Pick<
  CommandRules<Scoreboard, ScoreboardCommand, ScoreboardEvent, ScoreboardRejection>,
  K
>;
export type EventSlice<K extends ScoreboardEvent["type"]> = Pick<EventRules<Scoreboard, ScoreboardEvent>, K>;

/** The scoreboard with its scale; nothing while no scale is adopted. */
export function scoringOf(state: Begun<Scoreboard>): Scoring | undefined {
  return state.status === "open" ? undefined : state;
}

export function sheetOf({ sheets }: Scoring, unit: UnitId): Sheet | undefined {
  return sheets.find((sheet) => sheet.unit === unit);
}

export function isWithheld({ withheld }: Scoring, unit: UnitId, criterion: Id): boolean {
  return withheld.some((other) => other.unit === unit && other.criterion === criterion);
}

/** The sum of the maxima of the criteria that are assigned to the unit. */
export function assignedTo(board: Scoring, unit: UnitId): Points {
  return board.scale.criteria.reduce(
    (sum, { criterion, measure }) =>
      isAssignable(measure) && !isWithheld(board, unit, criterion) ? sum + measure.max : sum,
    0,
  );
}

/** The finding in force: of a correction, else of the second review, else of the first, else the unit's own. */
export function inForce({ self, first, second, corrected }: Score): Finding | undefined {
  return corrected ?? second ?? first ?? self?.finding;
}

export function criterionOf({ scale }: Scoring, id: Id): Criterion | undefined {
  return scale.criteria.find(({ criterion }) => criterion === id);
}

/** What stands against scoring the criterion of the unit with the finding. */
export function objectionToScore(
  board: Scoring,
  { unit, criterion, finding }: { unit: UnitId; criterion: Id; finding: Finding },
): ScoreboardRejection | undefined {
  const known = criterionOf(board, criterion);
  if (!known) return { type: "CriterionUnknown", data: { criterion } };
  if (isWithheld(board, unit, criterion)) return { type: "CriterionNotAssigned", data: { unit, criterion } };
  return objectionToFinding(known, finding);
}

export function objectionToUnit({ units }: Roster, unit: UnitId): ScoreboardRejection | undefined {
  return units.includes(unit) ? undefined : { type: "UnitNotOnScoreboard", data: { unit } };
}

/** What stands against changing how the unit is scored, or its own scores: its sheet is no draft any more. */
export function objectionToDraft(board: Scoring, unit: UnitId): ScoreboardRejection | undefined {
  const sheet = sheetOf(board, unit);
  return objectionToUnit(board, unit) ?? (sheet && objectionToSheet(sheet, ["draft"]));
}

export function objectionToSheet(
  { unit, status }: Sheet,
  allowed: readonly SheetStatus[],
): ScoreboardRejection | undefined {
  if (allowed.includes(status)) return undefined;
  return { type: "SheetInWrongState", data: { unit, status, allowed: [...allowed] } };
}

/** For events: the unit is on the scoreboard, or the event cannot have happened. */
export function expectUnit({ units }: Roster, unit: UnitId) {
  if (!units.includes(unit)) contradiction(`unit ${JSON.stringify(unit)} is not on the scoreboard`);
}

/** For events: the unit has a sheet, in one of these statuses, or the event cannot have happened. */
export function knownSheet(board: Scoring, unit: UnitId, allowed?: readonly SheetStatus[]): Sheet {
  const sheet = sheetOf(board, unit) ?? contradiction(`unit ${JSON.stringify(unit)} has no sheet`);
  if (allowed && !allowed.includes(sheet.status))
    contradiction(`the sheet of unit ${JSON.stringify(unit)} is "${sheet.status}"`);
  return sheet;
}
