import { freeze } from "immer";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { Appended, EventStore, Placed, Position, Write } from "./event-store.ts";
import { expectSound } from "./writes.ts";

/** A store over another one: it reads through, and keeps in memory what is appended to it. */
export type OverlayStore = EventStore & {
  /** What was appended to it, in its order. */
  kept(): readonly Recorded[];
};

/** The prefix of the positions of its own, so that those of an overlay over an overlay are others. */
const prefixes = /* @__PURE__ */ new WeakMap<object, string>();

/**
 * Lays a store over another one, to try what would come of commands. The store below is only read, so nothing that is
 * appended ever gets there, and all of it is forgotten together with the overlay. What others append below meanwhile it
 * sees, but for the streams to which it has appended: there time stands still.
 *
 * It does as `EventStore` says, but for one thing: that an event id is stored below in another stream, it does not know.
 *
 * @example
 * overlayStore(inMemoryStore()).kept() // []
 */
export function overlayStore(below: EventStore): OverlayStore {
  const log: Recorded[] = [];
  const ids = new Set<string>();
  /** The version below of each stream to which somebody has wanted to append. */
  const pins = new Map<StreamName, number>();
  const streams = new Map<StreamName, Recorded[]>();
  const prefix = `over:${prefixes.get(below) ?? ""}`;
  const own = (stream: StreamName) => streams.get(stream) ?? [];
  const isSeen = ({ metadata: { stream, version } }: Recorded) => version <= (pins.get(stream) ?? version);

  async function pin({ stream, expectedVersion }: Write) {
    if (pins.has(stream)) return;
    const version = await versionOf(below, stream, expectedVersion);
    // Of two at once the first is right.
    if (!pins.has(stream)) pins.set(stream, version);
  }

  function objectionTo(writes: readonly Write[]): Extract<Appended, { ok: false }> | undefined {
    for (const { stream, expectedVersion } of writes) {
      const actualVersion = (pins.get(stream) ?? 0) + own(stream).length;
      if (actualVersion !== expectedVersion) return { ok: false, reason: "conflict", stream, actualVersion };
    }
    const known = writes.flatMap(({ events }) => events).find(({ metadata }) => ids.has(metadata.eventId));
    return known && { ok: false, reason: "duplicate", eventId: known.metadata.eventId };
  }

  function keep(event: Recorded) {
    const copy = freeze(structuredClone(event), true);
    const { stream, eventId } = copy.metadata;
    streams.set(stream, [...own(stream), copy]);
    ids.add(eventId);
    log.push(copy);
  }

  function ownAfter(at: number, limit: number): Placed[] {
    return log
      .slice(at, at + limit)
      .map((event, index) => ({ position: `${prefix}${at + index + 1}`, event }));
  }

  const store: OverlayStore = {
    kept: () => [...log],
    async read(stream, { from = 1 } = {}) {
      const stored = from > (pins.get(stream) ?? from) ? [] : await below.read(stream, { from });
      return [...stored.filter(isSeen), ...own(stream).filter(({ metadata }) => metadata.version >= from)];
    },
    async append(writes) {
      expectSound(writes);
      for (const write of writes) await pin(write);
      const objection = objectionTo(writes);
      if (objection) return objection;
      for (const { events } of writes) events.forEach(keep);
      return { ok: true };
    },
    async readAll({ after, limit }) {
      if (after?.startsWith(prefix)) return ownAfter(Number(after.slice(prefix.length)), limit);
      for (let position: Position | undefined = after; ; ) {
        const page: readonly Placed[] = await below.readAll({ after: position, limit });
        const seen = page.filter(({ event }) => isSeen(event));
        if (seen.length > 0) return seen;
        position = page.at(-1)?.position;
        if (position === undefined) return ownAfter(0, limit);
      }
    },
  };
  prefixes.set(store, prefix);
  return store;
}

/** The version of a stream, for whoever believes that it is at `expected`. */
async function versionOf(store: EventStore, stream: StreamName, expected: number): Promise<number> {
  const last = await store.read(stream, { from: Math.max(1, expected) });
  const version = last.at(-1)?.metadata.version;
  if (version !== undefined || expected <= 1) return version ?? 0;
  return (await store.read(stream)).length;
}
