import type { AnyDecider, Decider } from "../kernel/decider.ts";
import type { Decision } from "../kernel/decision.ts";
import type { State } from "../kernel/during.ts";
import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import { known } from "../kernel/reading.ts";
import type { CommandMetadata, Recorded, StreamName } from "../kernel/recorded.ts";
import { sent } from "../kernel/sent.ts";
import { asked } from "./asked.ts";
import { type Attempts, CommandIdReused, ConcurrencyConflict, waitAtRandom } from "./attempts.ts";
import type { StreamStore, Write } from "./event-store.ts";
import { type Loaded, lastStates, type Used } from "./last-states.ts";
import { inTurn } from "./queue.ts";
import { digestOf, recorded, streamOf } from "./recording.ts";

/**
 * The result of a command: the events as they are stored, or the rejection. `repeated` says that the command was carried
 * out before, and these are the events that it caused then.
 */
export type Handled<E extends Message, R extends Message> =
  | { ok: true; events: readonly Recorded<E>[]; version: number; repeated?: true }
  | { ok: false; rejection: R };

/** What a process writes down about a command in its own stream, in the same append as the command's events. */
export type Trace<E extends Message, R extends Message> = (outcome: Handled<E, R>) => Write;

/** The result of a command that is traced. `overtaken`: the stream of the trace has moved, and nothing was stored. */
export type Traced<E extends Message, R extends Message> = Handled<E, R> | { ok: false; overtaken: true };

/** Carries out the commands of one kind of aggregate. */
export type CommandHandler<C extends Message, E extends Message, R extends Message> = {
  (id: Id, command: C & { metadata: CommandMetadata }): Promise<Handled<E, R>>;
  /** The same for a command from outside, such as the body of a request: it is read once, by its schema. */
  json(id: unknown, command: unknown, metadata: CommandMetadata): Promise<Handled<E, R>>;
  /**
   * The same, with a trace that is stored together with the events, or alone where there are none. It is written anew
   * for each attempt.
   */
  traced(id: Id, command: C & { metadata: CommandMetadata }, trace: Trace<E, R>): Promise<Traced<E, R>>;
  /** A stored event in today's form, as the handler reads it: for whoever follows the log beside it. */
  known(stored: Recorded): Recorded<E>;
};

/** What a handler works with. `trusted`: stored events are not read by their schemas again, which takes most of the time. */
export type HandlerOptions = Attempts & { trusted?: boolean };

/**
 * Makes the handler of one kind of aggregate for a store. A command is read by its schema, waits for its turn on the
 * stream, and is decided on the state of the stream; its events are appended. Where another program was quicker, it is
 * decided anew. The states of the last 200 streams are kept.
 *
 * A command whose id is used already, by the same account and with the same contents, gives the events of then and adds
 * nothing. An id is used up by the events of its command: a command that was refused, or changed nothing, left no trace.
 * Sent again, it is decided by the state of then.
 *
 * @throws {InvalidInput} when the id, the command or its metadata does not have its form; nothing is stored
 * @throws {CommandIdReused} when the command's id is that of another command of the stream; nothing is stored
 * @throws {ImpossibleEvent} when the stream holds an event that cannot have happened; it names stream and version
 * @throws {NewerEvent} when the stream holds an event that only a newer version knows
 * @throws {DamagedEvent} when an event of the stream has not its form; it names stream, version, field and rule
 * @throws {ConcurrencyConflict} when others appended to the stream at each attempt
 */
export function commandHandler<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
  ...options
}: {
  store: StreamStore;
  decider: Decider<S, C, E, R>;
} & HandlerOptions): CommandHandler<C, E, R> {
  const { attemptsMax = 30, wait = waitAtRandom, trusted = false } = options;
  const load = lastStates<S, E>({ store, decider, trusted });

  async function answer(id: unknown, received: unknown, rawMetadata: unknown, trace?: Trace<E, R>) {
    const order = asked(decider, { id, command: received, metadata: rawMetadata });
    const stream = streamOf(decider, order.id);
    return inTurn(store, stream, async () => {
      for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
        if (attempt > 1) await wait(attempt);
        const answered = await attempted(stream, order, trace);
        if (answered) return answered;
      }
      throw new ConcurrencyConflict(stream, attemptsMax);
    });
  }

  type Order = ReturnType<typeof asked<C>>;

  async function attempted(stream: StreamName, { command, metadata }: Order, trace?: Trace<E, R>) {
    const loaded = await load(stream);
    const digest = digestOf(command.type, decider.digested(command, loaded.state));
    const used = loaded.used.get(metadata.commandId);
    if (used) return repeated(stream, { used, metadata, digest, loaded });
    const decision = decider.decide(sent<C>(command, metadata), loaded.state);
    const outcome = outcomeOf(decision, stream, { loaded, metadata, digest });
    const writes = [...writesOf(stream, loaded, outcome), ...(trace ? [trace(outcome)] : [])];
    if (writes.length === 0) return outcome;
    const appended = await store.append(writes);
    if (appended.ok) return outcome;
    const isOvertaken = appended.reason === "conflict" && appended.stream !== stream;
    return isOvertaken ? ({ ok: false, overtaken: true } as const) : undefined;
  }

  function outcomeOf(
    decision: Decision<E, R>,
    stream: StreamName,
    { loaded, metadata, digest }: { loaded: Loaded<S>; metadata: CommandMetadata; digest: Id },
  ): Handled<E, R> {
    if (!decision.ok) return decision;
    const { version } = loaded;
    const events = recorded(decider, decision.events, { stream, version, metadata, digest });
    return { ok: true, events, version: version + events.length };
  }

  async function repeated(
    stream: StreamName,
    {
      used,
      metadata,
      digest,
      loaded,
    }: { used: Used; metadata: CommandMetadata; digest: Id; loaded: Loaded<S> },
  ): Promise<Handled<E, R>> {
    if (used.digest !== digest || used.actor !== metadata.actor)
      throw new CommandIdReused(stream, metadata.commandId);
    const stored = await store.read(stream, { from: used.from });
    const events = stored.slice(0, used.to - used.from + 1).map(read);
    return { ok: true, events, version: loaded.version, repeated: true };
  }

  function read(stored: Recorded): Recorded<E> {
    return trusted ? (stored as Recorded<E>) : known<E>(decider, stored);
  }

  const whole = (command: C & { metadata: CommandMetadata }) => {
    const { metadata, ...rest } = command ?? {};
    return [rest, metadata] as const;
  };
  // Without a trace nothing can be overtaken.
  const handle = (id: unknown, command: unknown, metadata: unknown) =>
    answer(id, command, metadata) as Promise<Handled<E, R>>;
  return Object.assign(
    (id: Id, command: C & { metadata: CommandMetadata }) => handle(id, ...whole(command)),
    {
      json: handle,
      traced: (id: Id, command: C & { metadata: CommandMetadata }, trace: Trace<E, R>) =>
        answer(id, ...whole(command), trace),
      known: read,
    },
  );
}

function writesOf<E extends Message, R extends Message>(
  stream: StreamName,
  { version }: { version: number },
  outcome: Handled<E, R>,
): Write[] {
  if (!outcome.ok || outcome.events.length === 0) return [];
  return [{ stream, expectedVersion: version, events: outcome.events }];
}

type AnyHandler = CommandHandler<Message, Message, Message>;

/** The command handlers of several aggregates, by name: what runs a season. */
export function commandHandlers({
  store,
  deciders,
  ...options
}: {
  store: StreamStore;
  deciders: readonly AnyDecider[];
} & HandlerOptions): ReadonlyMap<string, AnyHandler> {
  return new Map(
    deciders.map((decider) => [decider.name, commandHandler({ store, decider, ...options }) as AnyHandler]),
  );
}
