import type { Id } from "../kernel/ids.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";

/** Events to append to one stream, which is at `expectedVersion` now: 0 where it does not exist. */
export type Write = {
  stream: StreamName;
  expectedVersion: number;
  events: readonly Recorded[];
};

/**
 * The result of an append. It is done; or a stream is at another version, and the first such one is told; or an event id
 * is stored already, in another place. Where it is not done, nothing is stored.
 */
export type Appended =
  | { ok: true }
  | { ok: false; reason: "conflict"; stream: StreamName; actualVersion: number }
  | { ok: false; reason: "duplicate"; eventId: Id };

/** A place in the log of one store. It is opaque: it is passed back to the store that gave it, and means nothing elsewhere. */
export type Position = string;

/** An event and its place in the log. */
export type Placed = { position: Position; event: Recorded };

/**
 * The port of an event store: what a program asks of a database, an event store or a file. What a store must do is
 * written here, sentence by sentence, and `eventStoreContract` of `thidua/testing` tries it.
 *
 * - The versions of a stream are 1, 2, 3 and so on, and no event id comes twice.
 * - A stored event never changes and never goes. It comes back as it was given: the same fields in the same order, the
 *   same texts to the last character. The store keeps no object of the caller, and gives none that changes the log.
 * - The store is away, or an answer is lost: the call throws. An append that threw may be stored or not; sent again it
 *   answers `conflict`, or `ok` where the store knows it by its ids. It is stored once.
 *
 * A store does not promise:
 *
 * - that `readAll` gives an event at once after its append: it comes a little later;
 * - an order between streams, beyond this: what a writer could read before it appended comes before what it appended;
 * - to check the version of a stream to which it appends nothing.
 */
export type EventStore = {
  /** The events of one stream from version `from` on (1), in order of version; none where the stream does not exist. */
  read(stream: StreamName, options?: { from?: number }): Promise<readonly Recorded[]>;

  /**
   * Appends to all these streams or to none. Of several appends at the same expected version one is done. The version
   * is looked at before the ids.
   * @throws {BrokenWrite} before anything is stored, for writes that no caller can mean
   */
  append(writes: readonly Write[]): Promise<Appended>;

  /**
   * At most `limit` events of all streams, after a place or from the beginning. Each event comes once, the events of a
   * stream in the order of their versions, and the events of one append in their order. At the end there are none.
   * Whoever reads on from the last place that it was given misses no event, whoever writes meanwhile.
   */
  readAll(options: { after?: Position | undefined; limit: number }): Promise<readonly Placed[]>;

  /**
   * Calls `wake` when there may be something new, until the function that it gives back is called. It is a hint: it
   * may be lost, and may come for nothing. A store without it is asked now and then.
   */
  changed?(wake: () => void): () => void;
};

/**
 * A store that has streams and no log of all of them: a command handler runs on it, a season runner and read models do
 * not.
 */
export type StreamStore = Pick<EventStore, "read" | "append">;
