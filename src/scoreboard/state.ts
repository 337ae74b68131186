import type { Folds, Handlers } from "../kernel/decider.ts";
import { reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
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
import { isAssignable } from "./scale.ts";

type EventData<K extends ScoreboardEvent["type"]> = DataOf<ScoreboardEvent, K>;

export type Scale = EventData<"ScaleAdopted">;
export type Exclusion = EventData<"UnitExcluded">;

/** What was said of one criterion of one unit, by whom ever. */
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

/** Handlers of some of the scoreboard's commands, and of some of its events. */
export type Deciding<K extends ScoreboardCommand["type"]> = Pick<
  Handlers<Scoreboard, ScoreboardCommand, ScoreboardEvent, ScoreboardRejection>,
  K
>;
export type Evolving<K extends ScoreboardEvent["type"]> = Pick<Folds<Scoreboard, ScoreboardEvent>, K>;

export function sheetOf({ sheets }: Scoring, unit: UnitId): Sheet | undefined {
  return sheets.find((sheet) => sheet.unit === unit);
}

export function isWithheld({ withheld }: Scoring, unit: UnitId, criterion: Id): boolean {
  return withheld.some((other) => other.unit === unit && other.criterion === criterion);
}

/** The maximum of what is assigned to the unit. */
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

/** The criterion as it is scored for the unit, or why it is not. */
export function assignedCriterion(board: Scoring, unit: UnitId, id: Id) {
  const criterion = board.scale.criteria.find((other) => other.criterion === id);
  if (!criterion) return reject({ type: "CriterionUnknown", data: { criterion: id } } as const);
  if (isWithheld(board, unit, id))
    return reject({ type: "CriterionNotAssigned", data: { unit, criterion: id } } as const);
  const found: { ok: true; criterion: Criterion } = { ok: true, criterion };
  return found;
}

export function wrongState({ status }: Scoreboard, ...allowed: Scoreboard["status"][]) {
  return reject({ type: "ScoreboardInWrongState", data: { status, allowed } } as const);
}

export function wrongSheet({ unit, status }: Sheet, ...allowed: SheetStatus[]) {
  return reject({ type: "SheetInWrongState", data: { unit, status, allowed } } as const);
}

export function notOnScoreboard(unit: UnitId) {
  return reject({ type: "UnitNotOnScoreboard", data: { unit } } as const);
}

export function sheetMissing(unit: UnitId) {
  const units = [unit];
  return reject({ type: "SheetsMissing", data: { units } } as const);
}

/** The refusal of a fact that is dated before `from`, or after the day on which it is being recorded. */
export function misdated(
  date: CivilDate,
  metadata: CommandMetadata | undefined,
  from: CivilDate = "0001-01-01",
) {
  if (date < from) return reject({ type: "ScoreboardDateTooEarly", data: { date, from } } as const);
  const today = metadata && civilDateOf(metadata.now);
  if (today && date > today)
    return reject({ type: "ScoreboardDateInFuture", data: { date, today } } as const);
  return undefined;
}
