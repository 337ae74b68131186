import type { UnitId } from "../../vocabulary/unit.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { Succession } from "../policies/succession.ts";
import type { Passed } from "../policies/turn.ts";
import type { TermId } from "../words.ts";

/** The place of a chair: a unit in it; somebody still to be chosen among some; or nobody. */
export type Seat =
  | { kind: "unit"; unit: UnitId }
  | { kind: "open"; among: readonly UnitId[] }
  | { kind: "vacant" };

/** What a seat rests on: a step of the rule and what it gives, or an event that says so. */
export type Citation =
  | {
      kind: "rule";
      rule: Succession["kind"] | "prefix";
      after?: UnitId | undefined;
      passed: readonly Passed[];
      gives: Seat;
    }
  | { kind: "event"; event: ChairRotationEvent };

/** What the term would be if one of the events that it rests on had not happened. */
export type Counterfactual = { without: ChairRotationEvent; chair: Seat };

/** Why a term is whose it is: the steps in their order, the verdict, and what would be otherwise. */
export type Explanation = {
  term: TermId;
  chair: Seat;
  /** Whether the term has begun, so that it is a fact. */
  isServed: boolean;
  because: readonly Citation[];
  otherwise: readonly Counterfactual[];
};
