import type { AnyDecider, Decider } from "../kernel/decider.ts";
import type { State } from "../kernel/during.ts";
import { derivedId, Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { CommandMetadata, type Recorded, StreamName } from "../kernel/recorded.ts";
import { sent } from "../kernel/sent.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore } from "./event-store.ts";

/** The result of a command: the events as they are stored, or the rejection. */
export type Handled<E extends Message, R extends Message> =
  | { ok: true; events: readonly Recorded<E>[]; version: number }
  | { ok: false; rejection: R };

/** Others appended to the stream at each attempt. The command was not carried out and may be sent again. */
export class ConcurrencyConflict extends Error {
  override readonly name = "ConcurrencyConflict";
  readonly stream: StreamName;

  constructor(stream: StreamName) {
    super(`${stream} changed ${attemptsMax} times while a command was being decided`);
    this.stream = stream;
  }
}

const attemptsMax = 5;

/**
 * Carries out the commands of one kind of aggregate: reads the command by its schema, folds the stream, decides and
 * appends. A command whose id is in the stream already gives the same events again and adds nothing.
 *
 * @throws {InvalidInput} when the command or its metadata does not have its form; nothing is stored
 * @throws {ImpossibleEvent} when the stream holds an event that cannot have happened; it names stream and version
 * @throws {ConcurrencyConflict} when others appended to the stream at each attempt
 */
export function commandHandler<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
}: {
  store: EventStore;
  decider: Decider<S, C, E, R>;
}): (id: Id, command: C & { metadata: CommandMetadata }) => Promise<Handled<E, R>> {
  return async (id, received) => {
    const { metadata: rawMetadata, ...rawCommand } = received ?? {};
    const command = checked(decider.commands, rawCommand);
    const metadata = checked(CommandMetadata, rawMetadata);
    const stream = streamOf(decider, id);

    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      // The store gives back what this handler stored: events of this aggregate.
      const history = (await store.read(stream)) as readonly Recorded<E>[];
      const earlier = history.filter((event) => event.metadata.commandId === metadata.commandId);
      if (earlier.length > 0) return { ok: true, events: earlier, version: history.length };

      const decision = decider.decide(sent<C>(command, metadata), decider.fold(history));
      if (!decision.ok) return decision;
      const events = decision.events.map((event, index) =>
        // Read by its schema, as it will be after the store: the same fields in the same order.
        recorded(checked(decider.events, event), { stream, version: history.length + index + 1, metadata }),
      );
      const appended =
        events.length === 0 || (await store.append([{ stream, expectedVersion: history.length, events }])).ok;
      if (appended) return { ok: true, events, version: history.length + events.length };
    }
    throw new ConcurrencyConflict(stream);
  };
}

/** The command handlers of several aggregates, by name: what runs a season. */
export function commandHandlers({
  store,
  deciders,
}: {
  store: EventStore;
  deciders: readonly AnyDecider[];
}): ReadonlyMap<string, AnyHandler> {
  return new Map(deciders.map((decider) => [decider.name, commandHandler({ store, decider }) as AnyHandler]));
}

/**
 * The state of one aggregate, from its events in a store.
 *
 * @throws {ImpossibleEvent} when the stream holds an event that cannot have happened; it names stream and version
 */
export async function loaded<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
  id,
}: {
  store: EventStore;
  decider: Decider<S, C, E, R>;
  id: Id;
}): Promise<S> {
  return decider.fold(await eventsOf({ store, decider, id }));
}

/**
 * The events of one aggregate in their envelopes, from a store: to publish them, or to hand them to a verifier. There are
 * none for an id that has no stream.
 */
export async function eventsOf<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
  id,
}: {
  store: EventStore;
  decider: Decider<S, C, E, R>;
  id: Id;
}): Promise<readonly Recorded<E>[]> {
  // The store gives back what a handler of this aggregate stored.
  return (await store.read(streamOf(decider, id))) as readonly Recorded<E>[];
}

type AnyHandler = (
  id: Id,
  command: Message & { metadata: CommandMetadata },
) => Promise<Handled<Message, Message>>;

function streamOf({ name }: { name: string }, id: Id): StreamName {
  return checked(StreamName, `${name}-${checked(Id, id)}`);
}

function recorded<E extends Message>(
  event: E,
  { stream, version, metadata }: { stream: StreamName; version: number; metadata: CommandMetadata },
): Recorded<E> {
  const { now, commandId, actor, correlationId = commandId, causationId = commandId } = metadata;
  const recordedAt = instantOf(now);
  // Derived, so that a command that two machines carry out gives its events the same ids.
  const eventId = derivedId(stream, commandId, String(version));
  return {
    ...event,
    metadata: { eventId, stream, version, recordedAt, actor, correlationId, causationId, commandId },
  };
}
