import type { Recorded } from "../../src/kernel/recorded.ts";
import type { Appended, EventStore, Write } from "../../src/stores/event-store.ts";
import { expectSound } from "../../src/stores/writes.ts";

type Row = { position: number; event: Recorded };
type Refused = Extract<Appended, { ok: false }> | undefined;

/** What a store is made of; a fault is another part in the place of the right one. */
export type Parts = {
  sound(writes: readonly Write[]): void;
  versions(rows: readonly Row[], writes: readonly Write[]): Refused;
  ids(rows: readonly Row[], writes: readonly Write[]): Refused;
  /** Between the look at the rows and the place of the first new one, as a database takes a while. */
  beforePlace(): Promise<void>;
  /** Between the place of a row and the moment at which others see it. */
  beforeCommit(): Promise<void>;
  insert(rows: Row[], row: Row): void;
  kept(event: Recorded): Recorded;
  given(event: Recorded): Recorded;
  order(one: Row, other: Row): number;
  isAfter(position: number, after: number): boolean;
  page(rows: readonly Row[], limit: number): readonly Row[];
  wake(listeners: ReadonlySet<() => void>): void;
  forget(listeners: Set<() => void>, wake: () => void): void;
};

const right: Parts = {
  sound: expectSound,
  versions(rows, writes) {
    for (const { stream, expectedVersion } of writes) {
      const actualVersion = versionOf(rows, stream);
      if (actualVersion !== expectedVersion) return { ok: false, reason: "conflict", stream, actualVersion };
    }
  },
  ids(rows, writes) {
    const stored = new Set(rows.map(({ event }) => event.metadata.eventId));
    const events = writes.flatMap((write) => write.events);
    const known = events.find(({ metadata }) => stored.has(metadata.eventId));
    return known && { ok: false, reason: "duplicate", eventId: known.metadata.eventId };
  },
  beforePlace: async () => {},
  beforeCommit: async () => {},
  insert: (rows, row) => void rows.push(row),
  kept: (event) => structuredClone(event),
  given: (event) => structuredClone(event),
  order: (one, other) => one.position - other.position,
  isAfter: (position, after) => position > after,
  page: (rows, limit) => rows.slice(0, limit),
  wake: (listeners) => {
    for (const wake of listeners) wake();
  },
  forget: (listeners, wake) => void listeners.delete(wake),
};

/** A slow and plain store, which is right as long as none of its parts is replaced. */
export function toyStore(faults: Partial<Parts> = {}): EventStore {
  const parts = { ...right, ...faults };
  const rows: Row[] = [];
  const listeners = new Set<() => void>();
  let places = 0;
  // What is right here does nothing between its look and its rows, and does not wait even for itself.
  const slow = faults.beforePlace !== undefined || faults.beforeCommit !== undefined;
  return {
    read: async (stream, { from = 1 } = {}) =>
      rows
        .map(({ event }) => event)
        .filter(({ metadata }) => metadata.stream === stream && metadata.version >= from)
        .map(parts.given),
    async append(writes) {
      parts.sound(writes);
      const refused = parts.versions(rows, writes) ?? parts.ids(rows, writes);
      if (refused) return refused;
      if (slow) await parts.beforePlace();
      const events = writes.flatMap((write) => write.events).map(parts.kept);
      const placed = events.map((event): Row => ({ position: places++, event }));
      if (slow) await parts.beforeCommit();
      for (const row of placed) parts.insert(rows, row);
      parts.wake(listeners);
      return { ok: true };
    },
    async readAll({ after, limit }) {
      const there = rows.filter(
        ({ position }) => after === undefined || parts.isAfter(position, Number(after)),
      );
      return parts
        .page(there.sort(parts.order), limit)
        .map(({ position, event }) => ({ position: String(position), event: parts.given(event) }));
    },
    changed(wake) {
      listeners.add(wake);
      return () => parts.forget(listeners, wake);
    },
  };
}

export function versionOf(rows: readonly Row[], stream: string): number {
  return rows.filter(({ event }) => event.metadata.stream === stream).length;
}
