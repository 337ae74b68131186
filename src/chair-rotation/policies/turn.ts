import type { UnitId } from "../../vocabulary/unit.ts";

/** Why a unit is passed over: not (or no longer) a member, suspended, skipped or declined, or its turn was taken ahead. */
export type Hindrance = "notMember" | "suspended" | "skipped" | "turnTaken";

export type Passed = { unit: UnitId; hindrance: Hindrance };

/** What a rule of succession may look at when a term is to be given. */
export type Turn = {
  readonly order: readonly UnitId[];
  /** The place in the order of who had the last turn; -1 before the first. */
  readonly at: number;
  /** Whether the order is kept sorted by key, and the key of who had the last turn. */
  readonly lastKey: string | undefined;
  keyOf(unit: UnitId): string;
  hindrance(unit: UnitId): Hindrance | undefined;
  /** Since when it waits, on a scale of its own; less is longer. */
  waitingSince(unit: UnitId): number;
  /** The deputy of the term before. */
  readonly deputy: UnitId | undefined;
  readonly groups: readonly (readonly UnitId[])[];
  /** The group that had the last turn; -1 before the first. */
  readonly groupAt: number;
};

/** Whom the rule gives the term: a unit, nobody yet (to be chosen among some), or nobody at all. */
export type Choice =
  | { kind: "unit"; unit: UnitId; passed: Passed[]; at?: number; groupAt?: number }
  | { kind: "open"; among: UnitId[] }
  | { kind: "nobody"; passed: Passed[] };

/** A rule of succession: pure, and the same on every machine. */
export type SuccessionRule<P> = (turn: Turn, policy: P) => Choice;
