import type { CivilDate } from "../../kernel/time.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { Succession } from "../policies/succession.ts";
import type { Passed } from "../policies/turn.ts";
import type { TermId } from "../words.ts";

/** The chair of a term: a unit has it, or it is still to be chosen among some units, or nobody has it. */
export type Seat =
  | { kind: "unit"; unit: UnitId }
  | { kind: "open"; among: readonly UnitId[] }
  | { kind: "vacant" };

/**
 * A step of the rule: who had the last turn, who was passed over and why, and who has the turn. A term that is held over
 * goes to who has the turn before, so nobody is passed over.
 */
export type RuleStep = {
  kind: "rule";
  rule: Succession["kind"] | "prefix" | "owed" | "heldOver";
  after?: UnitId | undefined;
  passed: readonly Passed[];
  gives: Seat;
};

/** One reason for a seat: a step of the rule, or an event with the seat that it gives, if it gives one. */
export type Citation = RuleStep | { kind: "event"; event: ChairRotationEvent; gives?: Seat };

/** An event of the log, with what an office asks of it: its day, its document, and how its units were called. */
export type CitedEvent = {
  kind: "event";
  /** Its place in the log, counted from 1. */
  position: number;
  event: ChairRotationEvent;
  /** The day that the event gives itself. */
  on?: CivilDate | undefined;
  /** The day on which it was recorded; only a stored event has one. */
  recordedOn?: CivilDate | undefined;
  document?: DocumentRef | undefined;
  /** How the units were called before that day; a unit that came later by its first name. */
  names: ReadonlyMap<UnitId, string>;
};

/**
 * The term as it would be without an event and without what followed from it. The beginnings of earlier terms stay
 * as they were; what is no longer possible falls away.
 */
export type Counterfactual = {
  without: CitedEvent;
  /** What would differ. It has `turn` only where the chair is the same, and `name` only where nothing else differs. */
  differs: ReadonlySet<"chair" | "turn" | "firstDay" | "name">;
  turn: Seat;
  chair: Seat;
  startsOn: CivilDate;
  /** How the units are called on the first day of the term. */
  names: ReadonlyMap<UnitId, string>;
};

/** An owed turn, a swap or a lot of the log, by what an office calls it. */
export type Called = { unit?: UnitId; terms: readonly TermId[] };

/** Why a unit has a term. What is cited is in the log, and without it the answer would be another. */
export type Explanation = {
  term: TermId;
  startsOn: CivilDate;
  /** Whose turn the term is by order and roster. */
  turn: Seat;
  /** Who chairs it; in a term that has begun, who took the chair. */
  chair: Seat;
  /** Whether the term has begun; then its chair is a fact. */
  isServed: boolean;
  /** The last beginning of a term before: from there one counts. The first term has none. */
  from?: CitedEvent | undefined;
  /** What gives the turn, the step of the rule, and then what was agreed about the turn and what became of it. */
  because: readonly (RuleStep | CitedEvent)[];
  /** How the term began. */
  begun?: CitedEvent | undefined;
  /** What changed the office during the term. */
  since: readonly CitedEvent[];
  otherwise: readonly Counterfactual[];
  /** How the units are called on the first day of the term, or on the day it was begun. */
  names: ReadonlyMap<UnitId, string>;
  /** What the ids of owed turns, swaps and lots stand for. */
  called: ReadonlyMap<string, Called>;
};
