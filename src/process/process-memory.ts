import type { Id } from "../kernel/ids.ts";
import type { Recorded } from "../kernel/recorded.ts";
import type { AnyProcess } from "./pure-process.ts";

/** So many events are evolved one by one; more are folded. */
const evolvedOneByOne = 8;

/** What a process remembers of the events that it has passed. */
type ProcessMemory = {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the process remembers, it reads it itself.
  state(): any;
  /** Takes in an event. It is folded later: a fold of many costs as much as one of one. */
  pass(event: Recorded): void;
  /** Folds what was passed, but for what a person had skipped; gives the first event that cannot be remembered. */
  remember(skipped: ReadonlySet<Id>): { event: Recorded; error: unknown } | undefined;
  /** The same, and from now on a memory of its own. */
  fork(): ProcessMemory;
};

/** The memory of a process, before anything has happened. */
export function processMemory(
  process: AnyProcess,
  // biome-ignore lint/suspicious/noExplicitAny: whatever the process remembers, it reads it itself.
  begun: { state: any; passed: Recorded[] } = { state: process.initialState(), passed: [] },
): ProcessMemory {
  let { state, passed } = begun;

  function oneByOne(events: readonly Recorded[]) {
    for (const [index, event] of events.entries()) {
      try {
        state = process.evolve(state, event);
      } catch (error) {
        passed = events.slice(index);
        return { event, error };
      }
    }
    passed = [];
    return undefined;
  }

  return {
    state: () => state,
    pass: (event) => void passed.push(event),
    remember(skipped) {
      const events = passed.filter(({ metadata }) => !skipped.has(metadata.eventId));
      // To fold copies the whole state once; for a few events that is more than they change.
      if (events.length <= evolvedOneByOne) return oneByOne(events);
      try {
        state = process.fold(events, state);
      } catch {
        return oneByOne(events);
      }
      passed = [];
      return undefined;
    },
    // What is remembered is frozen.
    fork: () => processMemory(process, { state, passed: [...passed] }),
  };
}
