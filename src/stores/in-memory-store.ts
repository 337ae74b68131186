import { freeze } from "immer";
import { excerpt, InvalidInput } from "../kernel/problem.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { Appended, EventStore, Position, Write } from "./event-store.ts";
import { BrokenWrite, expectSound } from "./writes.ts";

/**
 * A store that lives as long as the program: for tests, examples and small tools. It may begin with events from
 * another store, in the order of that log. It keeps frozen copies of its own.
 * @throws {BrokenWrite} where the events to begin with are no log: a version is missing, or an id comes twice
 */
export function inMemoryStore(history: Iterable<Recorded> = []): EventStore {
  const log: Recorded[] = [];
  const streams = new Map<StreamName, Recorded[]>();
  const ids = new Set<string>();
  const listeners = new Set<() => void>();

  function keep(event: Recorded) {
    const own = freeze(structuredClone(event), true);
    const { stream, eventId } = own.metadata;
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    events.push(own);
    ids.add(eventId);
    log.push(own);
  }

  function objectionTo(writes: readonly Write[]): Extract<Appended, { ok: false }> | undefined {
    for (const { stream, expectedVersion } of writes) {
      const actualVersion = streams.get(stream)?.length ?? 0;
      if (actualVersion !== expectedVersion) return { ok: false, reason: "conflict", stream, actualVersion };
    }
    const known = writes.flatMap(({ events }) => events).find(({ metadata }) => ids.has(metadata.eventId));
    return known && { ok: false, reason: "duplicate", eventId: known.metadata.eventId };
  }

  for (const event of history) {
    const write = { ...event.metadata, expectedVersion: event.metadata.version - 1, events: [event] };
    expectSound([write]);
    const objection = objectionTo([write]);
    if (objection)
      throw new BrokenWrite(`the log cannot go on with version ${event.metadata.version}`, write.stream);
    keep(event);
  }

  return {
    read: async (stream, { from = 1 } = {}) => (streams.get(stream) ?? []).slice(Math.max(0, from - 1)),
    async append(writes) {
      expectSound(writes);
      const objection = objectionTo(writes);
      if (objection) return objection;
      for (const { events } of writes) events.forEach(keep);
      for (const wake of listeners) queueMicrotask(wake);
      return { ok: true };
    },
    async readAll({ after, limit }) {
      const first = placeAfter(after);
      return log.slice(first, first + limit).map((event, at) => ({ position: String(first + at), event }));
    },
    changed(wake) {
      // The same function may be given twice, and each is taken back by itself.
      const listener = () => wake();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function placeAfter(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (!/^\d+$/.test(position))
    throw new InvalidInput([{ field: "after", rule: "position", value: excerpt(position) }]);
  return Number(position) + 1;
}
