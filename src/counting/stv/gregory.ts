import type { Arithmetic } from "./arithmetic.ts";
import type { Preferences, SkippedRank } from "./papers.ts";
import type { Log, StvField, StvState } from "./stv.ts";

/** Papers of one value that one nominee received. */
export type Parcel<V> = {
  readonly value: V;
  readonly papers: bigint;
  readonly chunks: readonly Int32Array[];
};

/** A weighted inclusive Gregory count: papers lie with nominees in parcels of equal value. */
export type GregoryState<V> = StvState<V> & {
  readonly piles: (readonly Parcel<V>[])[];
  /** Figures at the end of each stage before this one. */
  readonly history: (readonly V[])[];
  /** What the lot decided, to be done first. */
  decided?: Action;
};

/** What happens to papers in a stage. */
export type Action = {
  readonly type: "transfer" | "exclude";
  readonly nominees: readonly number[];
  /** Why, where it is not for the lowest figure alone. */
  readonly ground?: "sureLosers" | "undeclared" | "lowest";
};

/** What the rule does next; `tied` when a lot must pick one for the action. */
export type Next =
  | Action
  | { readonly type: "tied"; readonly action: Action["type"]; readonly tied: readonly number[] }
  | { readonly type: "complete" };

export type GregoryRule<V> = {
  readonly name: string;
  readonly arithmetic: Arithmetic<V>;
  readonly skippedRank: SkippedRank;
  quota(papers: bigint, seats: number): V;
  /** Whether a figure elects. */
  reaches(votes: V, quota: V): boolean;
  /** What to do in a new round. It may elect and conclude; it moves no paper. */
  next(count: Gregory<V>, state: GregoryState<V>, log: Log): Next;
  /** Asked before the papers of the excluded are moved: whether the count ends without moving them. */
  endsOnExclusion(count: Gregory<V>, state: GregoryState<V>, action: Action, log: Log): boolean;
  /** Asked after papers were moved: whether the count is complete. It may elect and conclude. */
  endsAfter(count: Gregory<V>, state: GregoryState<V>, log: Log): boolean;
  /** Ties are looked back on through earlier stages before a lot is drawn. */
  readonly looksBack: boolean;
  /** Nominees whom the rule treats otherwise than the others. */
  readonly apart?: ReadonlySet<number>;
  /** Whether the part of a value that is passed on is cut off before the value is multiplied by it; by default after. */
  readonly roundedRatio?: boolean;
};

/** What does not change while a count runs. */
export type Gregory<V> = {
  readonly rule: GregoryRule<V>;
  readonly field: StvField;
  readonly preferences: Preferences;
};

/** The figure of one nominee. */
export const votesOf = <V>(state: GregoryState<V>, nominee: number): V => state.votes[nominee] as V;
