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

/** One reason for a seat: a step of the rule and the seat that it gives, or an event that says so. */
export type Citation =
  | {
      kind: "rule";
      rule: Succession["kind"] | "prefix" | "owed";
      after?: UnitId | undefined;
      passed: readonly Passed[];
      gives: Seat;
    }
  | { kind: "event"; event: ChairRotationEvent };

/** The chair of the term if one of its events had not happened. */
export type Counterfactual = { without: ChairRotationEvent; chair: Seat };

/** Why a unit has a term: the reasons in their order, the result, and the result without each event. */
export type Explanation = {
  term: TermId;
  chair: Seat;
  /** Whether the term has begun; then its chair is a fact. */
  isServed: boolean;
  because: readonly Citation[];
  otherwise: readonly Counterfactual[];
};
