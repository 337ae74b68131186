import type { Clock } from "../../src/process/clock.ts";

/** A clock that stands still; a pause lets everything else go on first, and none is long. */
export function still(now = new Date("2023-01-20T03:00:00Z")): Clock {
  return {
    now: () => now,
    // A time limit never comes, and a short pause is over at once.
    wait: (milliseconds) =>
      milliseconds >= 1_000 ? new Promise(() => undefined) : new Promise((resolve) => setImmediate(resolve)),
    random: () => 0.5,
  };
}
