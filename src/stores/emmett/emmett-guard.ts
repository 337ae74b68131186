import { checked } from "../../kernel/input.ts";
import { InvalidInput } from "../../kernel/problem.ts";
import { type EventMetadata, type Recorded, StreamName } from "../../kernel/recorded.ts";
import { CommandIdReused } from "../attempts.ts";
import type { StreamStore } from "../event-store.ts";
import { type Cause, placed } from "../recording.ts";
import { carrying, toldIn } from "./carried.ts";
import { coded, errorCodes, valid } from "./error-codes.ts";

/** Which version a stream must be at: a version, or Emmett's words for any, for none and for some. */
type Expected = bigint | "NO_CONCURRENCY_CHECK" | "STREAM_DOES_NOT_EXIST" | "STREAM_EXISTS";

type AppendOptions = { expectedStreamVersion?: Expected; schema?: { versioning?: object } };
type ReadOptions = AppendOptions & { from?: bigint; to?: bigint; maxCount?: bigint };

/** The envelope as Emmett's readers find it, with the names that Emmett gives to the place. */
export type EmmettMetadata = EventMetadata & {
  thidua: string;
  messageId: string;
  streamName: string;
  streamPosition: bigint;
};

/** Emmett's `EventStore`, by its form. */
export type EmmettEventStore = {
  aggregateStream<S>(
    streamName: string,
    options: { evolve: (state: S, event: never) => S; initialState: () => S; read?: ReadOptions },
  ): Promise<{ currentStreamVersion: bigint; state: S; streamExists: boolean }>;
  readStream<E extends object>(
    streamName: string,
    options?: ReadOptions,
  ): Promise<{
    currentStreamVersion: bigint;
    events: (E & { kind: "Event"; metadata: EmmettMetadata })[];
    streamExists: boolean;
  }>;
  appendToStream(
    streamName: string,
    events: { type: string; data: object; metadata?: unknown }[],
    options?: AppendOptions,
  ): Promise<{ nextExpectedStreamVersion: bigint; createdNewStream: boolean }>;
  streamExists(streamName: string): Promise<boolean>;
};

/**
 * A stream is at another version than the one that was expected, and nothing was stored. Emmett knows it by its
 * `errorCode`: its handler decides anew where it was made with `retry: { onVersionConflict: 10 }`, and throws it where it
 * has no attempt left. Without `retry` it makes one attempt.
 */
export class StreamMoved extends Error {
  override readonly name = "StreamMoved";
  readonly errorCode = errorCodes.concurrency;
  readonly stream: StreamName;

  constructor(stream: StreamName, { current, expected }: { current: number; expected: Expected }) {
    super(`${stream} is at version ${current}, and not at ${expected}`);
    this.stream = stream;
  }
}

/** A command was carried out before. `events` are those that it caused then, and nothing was added. */
export class CommandRepeated extends Error {
  override readonly name = "CommandRepeated";
  readonly errorCode = errorCodes.illegalState;
  readonly events: readonly Recorded[];

  constructor(events: readonly Recorded[]) {
    const { stream, commandId } = events[0]?.metadata ?? {};
    super(`${stream}: command ${commandId} was carried out before; its events are in \`events\``);
    this.events = events;
  }
}

/**
 * An event store for Emmett's `DeciderCommandHandler` over a store of this library, such as `emmettStore`. It creates no
 * stream twice, keeps every text to the last character, adds nothing for a command that was carried out before, and
 * writes the envelope, so that `commandHandler` and `seasonRunner` read the same streams. The events to append come from
 * deciders of `emmettDecider`.
 *
 * `appendToStream` throws `StreamMoved` where another program was quicker, `CommandRepeated` for a command of before,
 * and `CommandIdReused` for another command with its id, also within one batch. Make the handler with
 * `retry: { onVersionConflict: 10 }`: without it Emmett makes one attempt, and of several commands that come at once one is
 * carried out. Projections that Emmett runs within its own append (`inline`) do not run.
 *
 * The guard sees what is to be appended, and nothing of a command that causes nothing. So a command that changes nothing
 * is accepted also under the id of another command, and one that was carried out before and is not allowed now is
 * refused. `commandHandler` looks at the id first: it throws `CommandIdReused`, and gives the events of then.
 *
 * @example
 * Object.keys(emmettGuard(inMemoryStore())) // ["aggregateStream", "readStream", "appendToStream", "streamExists"]
 */
export function emmettGuard(store: StreamStore): EmmettEventStore {
  const guard: EmmettEventStore = {
    async aggregateStream(streamName, { evolve, initialState, read }) {
      const { events, ...rest } = await guard.readStream(streamName, read);
      return {
        ...rest,
        state: events.reduce((state, event) => evolve(state, event as never), initialState()),
      };
    },
    async readStream<E extends object>(streamName: string, options: ReadOptions = {}) {
      const stored = await storedIn(store, streamName, options);
      const { from = 1n, to = stored.length, maxCount = stored.length } = options;
      const asked = stored.slice(Math.max(0, Number(from) - 1), Number(to)).slice(0, Number(maxCount));
      return {
        currentStreamVersion: BigInt(stored.length),
        // The caller says of which type its events are.
        events: asked.map(forEmmett) as unknown as (E & { kind: "Event"; metadata: EmmettMetadata })[],
        streamExists: stored.length > 0,
      };
    },
    async appendToStream(streamName, events, options = {}) {
      const stream = valid(() => checked(StreamName, streamName, "streamName"));
      const stored = await storedIn(store, stream, options);
      const version = stored.length;
      const following = events.map((event, at) =>
        placed(decidedIn(event), { stream, version: version + at + 1 }),
      );
      refuseRepeated(stored, following);
      if (following.length > 0) await append(store, { stream, expectedVersion: version, events: following });
      return {
        nextExpectedStreamVersion: BigInt(version + following.length),
        createdNewStream: version === 0 && following.length > 0,
      };
    },
    streamExists: async (streamName) => (await store.read(streamName)).length > 0,
  };
  return guard;
}

/** @throws {StreamMoved} where the stream is not as it is expected */
async function storedIn(store: StreamStore, stream: string, options: AppendOptions) {
  const { expectedStreamVersion: expected = "NO_CONCURRENCY_CHECK", schema } = options;
  // The decider reads older forms, and the store keeps each event as it was decided.
  if (schema?.versioning !== undefined)
    throw coded(
      new InvalidInput([{ field: "schema.versioning", rule: "absent", value: "object" }]),
      errorCodes.validation,
    );
  const stored = await store.read(stream);
  if (!fits(stored.length, expected)) throw new StreamMoved(stream, { current: stored.length, expected });
  return stored;
}

function fits(version: number, expected: Expected): boolean {
  if (expected === "NO_CONCURRENCY_CHECK") return true;
  if (expected === "STREAM_DOES_NOT_EXIST") return version === 0;
  if (expected === "STREAM_EXISTS") return version > 0;
  return BigInt(version) === expected;
}

function decidedIn(event: { type: string; metadata?: unknown }) {
  const told = toldIn(event);
  if (told) return told;
  const problem = { field: "metadata.thidua", rule: "required", value: "undefined" };
  throw coded(new InvalidInput([problem], event.type), errorCodes.validation);
}

/** An id is that of one command, among what is stored and within the batch. The events of a command follow each other. */
function refuseRepeated(stored: readonly Recorded[], following: readonly Recorded[]) {
  for (const [at, { metadata }] of following.entries()) {
    const previous = following[at - 1];
    if (previous && isOneCommand(previous.metadata, metadata)) continue;
    const { stream, commandId } = metadata;
    const hasId = (one: Recorded) => one.metadata.commandId === commandId;
    const before = stored.filter(hasId);
    const [first] = before;
    if (first && isOneCommand(first.metadata, metadata)) throw new CommandRepeated(before);
    if (first || following.slice(0, at).some(hasId))
      throw coded(new CommandIdReused(stream, commandId), errorCodes.illegalState);
  }
}

const isOneCommand = (one: Cause, other: Cause): boolean =>
  one.commandId === other.commandId && one.digest === other.digest && one.actor === other.actor;

async function append(store: StreamStore, write: Parameters<StreamStore["append"]>[0][number]) {
  const { stream, expectedVersion } = write;
  const appended = await store.append([write]);
  if (appended.ok) return;
  if (appended.reason === "duplicate")
    throw new Error(`${stream}: event ${appended.eventId} is stored elsewhere`);
  throw new StreamMoved(stream, { current: appended.actualVersion, expected: BigInt(expectedVersion) });
}

function forEmmett(stored: Recorded) {
  const { eventId, stream, version } = stored.metadata;
  const { metadata, ...event } = carrying(stored);
  const place = { messageId: eventId, streamName: stream, streamPosition: BigInt(version) };
  return { ...event, kind: "Event", metadata: { ...metadata, ...place } };
}
