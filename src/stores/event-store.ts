import type { Recorded, StreamName } from "../kernel/recorded.ts";

/** The result of an append: done, or refused because others had appended before. */
export type Appended = { ok: true } | { ok: false; actualVersion: number };

/**
 * The port of an event store. An implementation appends all events or none, never changes one, and gives them back as
 * it got them.
 */
export type EventStore = {
  /** The events of one stream, in order of version; none where the stream does not exist. */
  read(stream: StreamName): Promise<readonly Recorded[]>;
  /** Appends when the stream is at `expectedVersion` (0 where it does not exist), and else nothing. */
  append(stream: StreamName, expectedVersion: number, events: readonly Recorded[]): Promise<Appended>;
  /** The events of all streams in the order in which they were appended. */
  readAll(): Promise<readonly Recorded[]>;
};
