import type { StreamStore } from "../event-store.ts";
import { expectSound } from "../writes.ts";
import { carrying, type EmmettRead, recordedIn } from "./carried.ts";
import { errorCodes } from "./error-codes.ts";

/** What is asked of a store of Emmett's: its public functions for one stream. */
export type EmmettStreams = {
  readStream(streamName: string): Promise<{ events: readonly EmmettRead[] }>;
  appendToStream(
    streamName: string,
    events: { type: string; data: never; metadata: never }[],
    options: { expectedStreamVersion: bigint },
  ): Promise<unknown>;
};

/** Emmett's public functions append to one stream at a time. Nothing was stored. */
export class OneStreamOnly extends Error {
  override readonly name = "OneStreamOnly";

  constructor(streams: readonly string[]) {
    super(`a store of Emmett's cannot append to ${streams.join(" and ")} at once, all or nothing`);
  }
}

/**
 * Any store of Emmett's whose stream versions count from 1, by its public functions: the one in memory, and those over
 * PostgreSQL, SQLite and MongoDB. A command handler runs on it. No season runner does, and says so when it is made:
 * there is no log of all streams, and no append to several. An event id of another stream is not noticed.
 *
 * @example
 * "readAll" in emmettStreams({ readStream: async () => ({ events: [] }), appendToStream: async () => {} }) // false
 */
export function emmettStreams(eventStore: EmmettStreams): StreamStore {
  return {
    async read(stream, { from = 1 } = {}) {
      // Emmett's stores do not agree on the first event of `from`, so the whole stream is asked for.
      const { events } = await eventStore.readStream(stream);
      return events.slice(Math.max(0, from - 1)).map((read) => recordedIn(read));
    },
    async append(writes) {
      expectSound(writes);
      const [write, ...others] = writes;
      if (write === undefined || others.length > 0)
        throw new OneStreamOnly(writes.map(({ stream }) => stream));
      const { stream, expectedVersion } = write;
      const events = write.events.map(carrying) as Parameters<EmmettStreams["appendToStream"]>[1];
      try {
        // A number, also for a new stream: Emmett does not check what it calls STREAM_DOES_NOT_EXIST.
        const expectedStreamVersion = BigInt(expectedVersion);
        await eventStore.appendToStream(stream, events, { expectedStreamVersion });
        return { ok: true };
      } catch (error) {
        if (!isConflict(error)) throw error;
        const actualVersion = (await eventStore.readStream(stream)).events.length;
        // A conflict without another version is something else, such as a projection that failed.
        if (actualVersion === expectedVersion) throw error;
        return { ok: false, reason: "conflict", stream, actualVersion };
      }
    },
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && "errorCode" in error && error.errorCode === errorCodes.concurrency;
}
