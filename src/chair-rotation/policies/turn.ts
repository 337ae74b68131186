import type { UnitId } from "../../vocabulary/unit.ts";

/** Why a unit is passed over: it is no member, is suspended, is skipped or declines, or has taken its turn ahead. */
export type Hindrance = "notMember" | "suspended" | "skipped" | "turnTaken";

export type Passed = { unit: UnitId; hindrance: Hindrance };

/** What a rule of succession may look at to give a term. */
export type Turn = {
  readonly order: readonly UnitId[];
  /** The place in the order of the unit that had the last turn; -1 before the first turn. */
  readonly at: number;
  /** The sort key of the unit that had the last turn; undefined before the first turn. */
  readonly lastKey: string | undefined;
  keyOf(unit: UnitId): string;
  hindrance(unit: UnitId): Hindrance | undefined;
  /** The moment since which the unit waits; a smaller number is a longer wait. */
  waitingSince(unit: UnitId): number;
  /** The deputy of the term before. */
  readonly deputy: UnitId | undefined;
  readonly groups: readonly (readonly UnitId[])[];
  /** The group that had the last turn; -1 before the first turn. */
  readonly groupAt: number;
};

/** What the rule gives: the term goes to a unit, or is open among some units, or goes to nobody. */
export type Choice =
  | { kind: "unit"; unit: UnitId; passed: Passed[]; at?: number; groupAt?: number }
  | { kind: "open"; among: UnitId[] }
  | { kind: "nobody"; passed: Passed[] };

/** A rule of succession: pure, and the same on every machine. */
export type SuccessionRule<P> = (turn: Turn, policy: P) => Choice;
