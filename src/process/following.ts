import type { EventStore } from "../stores/event-store.ts";
import { type Clock, pauseBefore, pauseUntilWoken, pollEvery } from "./clock.ts";
import { isLasting, VersionTaken } from "./faults.ts";
import type { Follower } from "./follower.ts";

/**
 * Leads every process to the end of the log, and says whether one has passed an event: what it caused may lie behind the
 * end that another one saw. One that cannot go on keeps no other from going on.
 */
export async function advanceAll(followers: readonly Follower[]): Promise<boolean> {
  const results = await Promise.allSettled(followers.map((one) => one.advance()));
  for (const result of results) if (result.status === "rejected") throw result.reason;
  return results.some((result) => result.status === "fulfilled" && result.value);
}

/**
 * Follows the log until `signal` is aborted. A store that is away is waited for.
 * @throws {VersionTaken} where the program was put together wrongly: it tells that at its start
 */
export async function followLog(
  followers: readonly Follower[],
  { store, clock, signal }: { store: EventStore; clock: Clock; signal: AbortSignal },
): Promise<void> {
  for (let attempt = 0; !signal.aborted; ) {
    try {
      const hasPassed = await advanceAll(followers);
      attempt = 0;
      const taken = followers.find((one) => one.halted()?.error instanceof VersionTaken);
      if (taken) throw taken.halted()?.error;
      if (!hasPassed) await pauseUntilWoken(pollEvery, { store, clock, signal });
    } catch (error) {
      if (isLasting(error)) throw error;
      await pauseUntilWoken(pauseBefore(attempt, clock), { store, clock, signal });
      attempt += 1;
    }
  }
}
