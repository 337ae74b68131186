import { freeze } from "immer";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { EventStore } from "./event-store.ts";

/**
 * A store that lives as long as the program: for tests, examples and small tools. It may begin with events from
 * another store, in the order of `readAll`. Its events are frozen.
 */
export function inMemoryStore(history: Iterable<Recorded> = []): EventStore {
  const all: Recorded[] = [];
  const streams = new Map<StreamName, Recorded[]>();

  const keep = (event: Recorded) => {
    const { stream } = event.metadata;
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    events.push(freeze(event, true));
    all.push(event);
  };
  for (const event of history) keep(event);

  return {
    read: async (stream) => [...(streams.get(stream) ?? [])],
    readAll: async () => [...all],
    async append(stream, expectedVersion, events) {
      const actualVersion = streams.get(stream)?.length ?? 0;
      if (actualVersion !== expectedVersion) return { ok: false, actualVersion };
      events.forEach(keep);
      return { ok: true };
    },
  };
}
