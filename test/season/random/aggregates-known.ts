import { aggregates } from "../../../src/aggregates.ts";
import type {
  CommandOf as CommandOfDecider,
  StateOf as StateOfDecider,
} from "../../../src/kernel/decider.ts";

// The aggregates by name, for whoever sends a command or asks how far something has come.

export { aggregates };
export type AggregateName = keyof typeof aggregates;
export type CommandOf<A extends AggregateName> = CommandOfDecider<(typeof aggregates)[A]>;
export type StateOf<A extends AggregateName> = StateOfDecider<(typeof aggregates)[A]>;
