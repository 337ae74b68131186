import type { Arithmetic, Rounding } from "./arithmetic.ts";
import type { Bundle } from "./keeping.ts";
import type { EqualRanks, Routes } from "./routes.ts";
import type { StvField, StvState } from "./stv.ts";

/** A count by Meek's method, in what it depends on besides the papers. */
export type Meek<V> = {
  readonly name: string;
  readonly field: StvField;
  readonly arithmetic: Arithmetic<V>;
  readonly omega: V;
  /** How the part that a nominee keeps is rounded; keep factors are rounded up. */
  readonly rounding: Rounding;
  readonly equalRanks: EqualRanks;
  readonly keeps: "part" | "price";
  /** The routes of the papers with these statuses. */
  readonly routesAt: (status: Uint8Array) => Routes;
  /** Whether figures are taken once more after the last seat is filled. */
  readonly recounts: boolean;
  readonly sureLosers: boolean;
  readonly papers: bigint;
};

export type MeekState<V> = StvState<V> & {
  readonly keep: V[];
  /** By nominee, the papers that came to it when figures were last taken, and what they had left. */
  came: readonly (readonly Bundle<V>[])[];
  excluding?: Exclusion;
  begun: boolean;
};

export type Exclusion = { readonly nominees: readonly number[]; readonly ground: "lowest" | "sureLosers" };
export type Tied = { readonly tied: readonly number[] };
