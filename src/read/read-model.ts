import type { Decider } from "../kernel/decider.ts";
import type { Message } from "../kernel/messages.ts";
import { known } from "../kernel/reading.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { type Clock, pauseBefore, pauseUntilWoken, pollEvery } from "../process/clock.ts";
import { systemClock } from "../process/system-clock.ts";
import type { EventStore, Placed, Position } from "../stores/event-store.ts";
import type { Projection } from "./projection.ts";

/** A projection as it was after an event: what a program keeps of it. */
export type Kept<S> = { name: string; version: number; position: Position; state: S };

/** A projection of a store, as far as it was read. */
export type ReadModel<S> = {
  state(): S;
  /** Of the last event that it has read; undefined at the beginning. */
  position(): Position | undefined;
  /** Reads what is new, to the end of the log. */
  refresh(): Promise<S>;
  /** Stays up to date until `signal` is aborted. A store that is away is waited for; what cannot be kept ends it. */
  follow(options: { signal: AbortSignal; clock?: Clock }): Promise<void>;
};

type Reader = Pick<Decider<never, never, Message, never>, "name" | "events" | "forms">;

/**
 * Keeps a projection up to date with a store. Each event is read by the schema of its aggregate: what an older version
 * wrote comes in today's form, and fields that only a newer version knows are left out.
 *
 * `load` gives what was kept the last time, and `save` keeps it after each page: the state and its position in one
 * transaction, so that no event counts twice. What was kept of a projection of another name or version is made anew.
 * @throws {NewerEvent} from `refresh` and `follow`, where the projection reads an event that only a newer version knows
 * @throws {DamagedEvent} from the same, where such an event has not its form
 */
export function readModel<S, E extends Message>({
  store,
  projection,
  readers,
  load = async () => undefined,
  save = async () => undefined,
  limit = 500,
}: {
  store: Pick<EventStore, "readAll" | "changed">;
  projection: Projection<S, E>;
  /** The aggregates whose events it reads; those of others are passed over. */
  readers: readonly Reader[];
  load?: () => Promise<Kept<S> | undefined>;
  save?: (kept: Kept<S>) => Promise<void>;
  limit?: number;
}): ReadModel<S> {
  const { name, version } = projection;
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  let state = projection.initial();
  let position: Position | undefined;
  const begun = once(async () => {
    const kept = await load();
    if (kept?.name !== name || kept.version !== version) return;
    ({ state, position } = kept);
  });

  async function take(page: readonly Placed[]): Promise<void> {
    const last = page.at(-1);
    if (!last) return;
    const events = page.flatMap(({ event }) => read(event));
    const next = events.length > 0 ? projection.fold(events, state) : state;
    await save({ name, version, position: last.position, state: next });
    state = next;
    position = last.position;
  }

  function read(event: Recorded): Recorded<E>[] {
    if (!projection.reads(event)) return [];
    const { stream } = event.metadata;
    const reader = byName.get(stream.slice(0, stream.indexOf("-")));
    return reader ? [known(reader, event) as Recorded<E>] : [];
  }

  /** What the store has thrown: it is away, and comes back. */
  const away = new WeakSet<object>();
  const pageAfter = (after: Position | undefined) =>
    store.readAll({ after, limit }).catch((error: unknown) => {
      if (error instanceof Object) away.add(error);
      throw error;
    });

  const refresh = inTurn(async () => {
    await begun();
    for (;;) {
      const page = await pageAfter(position);
      if (page.length === 0) return state;
      await take(page);
    }
  });

  return {
    state: () => state,
    position: () => position,
    refresh,
    async follow({ signal, clock = systemClock }) {
      for (let attempt = 0; !signal.aborted; ) {
        try {
          await refresh();
          attempt = 0;
        } catch (error) {
          if (!(error instanceof Object && away.has(error))) throw error;
          attempt += 1;
        }
        const milliseconds = attempt === 0 ? pollEvery : pauseBefore(attempt, clock);
        await pauseUntilWoken(milliseconds, { store, clock, signal });
      }
    },
  };
}

/** Two who ask at once are answered by the same work. */
function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** What has succeeded is not done again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return;
    await work();
    isDone = true;
  };
}
