import type { Message } from "../kernel/messages.ts";
import type { Recorded } from "../kernel/recorded.ts";
import type { Addressed } from "./messages.ts";
import type { Process } from "./pure-process.ts";

/**
 * What a process wants of an event, and its state after it. Every runner, every test and every replay asks here, so a
 * process cannot want one thing in a test and another in a store.
 */
export function answer<S, E extends Message>(
  process: Process<S, E>,
  state: S,
  event: Recorded<E>,
): { wants: readonly Addressed[]; state: S } {
  return { wants: process.want(state, event), state: process.evolve(state, event) };
}
