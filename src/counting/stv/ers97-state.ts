import { fixedPoint } from "./arithmetic.ts";
import type { Preferences } from "./papers.ts";
import { type StvField, type StvState, stvStatus, withStatus } from "./stv.ts";

/** Two decimals. */
export const arithmetic = fixedPoint(2);

export type Ers = { readonly field: StvField; readonly preferences: Preferences };

/** Papers of one value that a nominee received together. */
export type Batch = { readonly value: bigint; readonly papers: bigint; readonly ballots: Int32Array };

export type ErsState = StvState<bigint> & {
  /** By nominee, in the order in which they came. */
  readonly batches: (readonly Batch[])[];
  /** Figures at the first stage and after each batch since. */
  readonly history: (readonly bigint[])[];
  /** How many papers are counted. */
  papers: bigint;
  begun: boolean;
  /** What the lot decided, to be done first. */
  decided?: Choice;
};

/** What happens to papers in a stage. Several are excluded together, or one; one surplus is transferred. */
export type Choice = { readonly action: "exclude" | "transfer"; readonly nominees: readonly number[] };

export const votesOf = ({ votes }: ErsState, nominee: number): bigint => votes[nominee] ?? 0n;

export const continuing = ({ status }: ErsState): number[] => withStatus(status, stvStatus.continuing);

/** The votes divided by one more than the seats, rounded up to two decimals (5.1.6). */
export function quotaFor({ field }: Ers, votes: bigint): bigint {
  const parts = BigInt(field.seats + 1);
  return (votes + parts - 1n) / parts;
}
