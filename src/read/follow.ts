import { type Clock, pauseBefore, pauseUntilWoken, pollEvery } from "../process/clock.ts";
import { systemClock } from "../process/system-clock.ts";
import type { EventStore, Placed, Position } from "../stores/event-store.ts";

/**
 * Gives a reader all events of a store, page by page and in the order of the store, until `signal` is aborted. It begins
 * after a position, or at the beginning. Each event comes at least once: where the reader keeps the position of the last
 * event of a page together with what it made of the page, it comes exactly once.
 *
 * A store that is away is waited for. What `handle` throws ends it: nothing is lost, it begins again after what was kept.
 * @throws whatever `handle` throws
 */
export async function follow({
  store,
  after,
  limit = 500,
  signal,
  clock = systemClock,
  handle,
}: {
  store: Pick<EventStore, "readAll" | "changed">;
  after?: Position | undefined;
  /** Events of a page, at most. */
  limit?: number;
  signal: AbortSignal;
  clock?: Clock;
  handle: (page: readonly Placed[]) => void | Promise<void>;
}): Promise<void> {
  let position = after;
  for (let attempt = 0; !signal.aborted; ) {
    const page = await store.readAll({ after: position, limit }).catch(() => undefined);
    const last = page?.at(-1);
    if (page && last) {
      await handle(page);
      position = last.position;
    } else {
      const milliseconds = page ? pollEvery : pauseBefore(attempt, clock);
      await pauseUntilWoken(milliseconds, { store, clock, signal });
    }
    attempt = page ? 0 : attempt + 1;
  }
}
