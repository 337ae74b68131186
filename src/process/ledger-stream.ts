import { derivedId, type Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { known } from "../kernel/reading.ts";
import type { EventMetadata, Recorded, StreamName } from "../kernel/recorded.ts";
import type { Instant } from "../kernel/time.ts";
import type { EventStore, Write } from "../stores/event-store.ts";
import { ProcessEvent } from "./messages.ts";
import { type Ledger, ledgerApart, ledgerWith, processLedger } from "./process.ts";

/** What an application gave with the first command, and finds again on all that follows from it. */
type Context = NonNullable<EventMetadata["context"]>;

/** What is known of an answer beside its data: when it was given, and what it belongs to. */
type Answered = { recordedAt: Instant; correlationId: Id; context?: Context | undefined };

/** What the envelope of a new event of the ledger says. */
export type Envelope = Answered & { causationId: Id; actor?: Id };

/** The ledger of one process in a store, as far as it was read. */
export type LedgerStream = {
  readonly name: StreamName;
  /** The next event changes it: read what is needed, and keep nothing of it. */
  state(): Ledger;
  version(): number;
  /** Of each event that was answered. */
  answer(event: Id): Answered | undefined;
  /** The version of the process that has answered an event. */
  answeredIn(event: Id): number | undefined;
  /** What a person decided by a command of this id. */
  byHand(command: Id): Recorded<ProcessEvent> | undefined;
  /**
   * Reads what was stored meanwhile, as far as this version can read it.
   * @throws {NewerEvent} for an event or a form that only a newer version knows
   */
  refresh(): Promise<void>;
  /** The write that goes on with these events after what was read. */
  write(events: readonly ProcessEvent[], envelope: Envelope): Write;
  /** Takes in what was stored by a write of its own. */
  take(write: Write): void;
  /** Stores these events, where nobody else has stored anything meanwhile; else it reads that. */
  append(events: readonly ProcessEvent[], envelope: Envelope): Promise<boolean>;
  /** The same ledger in another store, as far as it was read. From now on the two know nothing of each other. */
  fork(store: EventStore): LedgerStream;
};

/** What was read of a ledger. */
type Read = {
  answers: Map<Id, Answered>;
  versions: Map<Id, number>;
  byHand: Map<Id, Recorded<ProcessEvent>>;
  state: Ledger;
  version: number;
};

/** The ledger of the process of this name. */
export function ledgerStream(store: EventStore, process: Id): LedgerStream {
  const state = processLedger.initialState();
  const read = { answers: new Map(), versions: new Map(), byHand: new Map(), state, version: 0 };
  return ledgerFrom(read, store, process);
}

function ledgerFrom(read: Read, store: EventStore, process: Id): LedgerStream {
  const stream = `${processLedger.name}-${process}`;
  const { answers, versions, byHand } = read;
  let { state, version } = read;

  function take(events: readonly Recorded<ProcessEvent>[]) {
    // Two that read at once bring the same events.
    const news = events.filter(({ metadata }) => metadata.version > version);
    for (const event of news) {
      const { type, data, metadata } = event;
      state = ledgerWith(state, event);
      version += 1;
      if (isByHand(event)) byHand.set(metadata.causationId, event);
      if (type !== "EventAnswered") continue;
      answers.set(data.event, metadata);
      versions.set(data.event, state.status === "running" ? state.version : 0);
    }
  }

  async function refresh() {
    const { events, fault } = readable(await store.read(stream, { from: version + 1 }));
    take(events);
    if (fault) throw fault.error;
  }

  const self: LedgerStream = {
    name: stream,
    state: () => state,
    version: () => version,
    answer: (event) => answers.get(event),
    answeredIn: (event) => versions.get(event),
    byHand: (command) => byHand.get(command),
    refresh,
    // It was made by `write`.
    take: ({ events }) => take(events as readonly Recorded<ProcessEvent>[]),
    write(events, { recordedAt, correlationId, causationId, context, actor = process }) {
      const recorded = events.map((event, index) => {
        const place = version + index + 1;
        const commandId = derivedId("step", process, causationId, String(version + 1));
        const eventId = derivedId(stream, commandId, String(place));
        const ids = { actor, correlationId, causationId, commandId, digest: commandId, schemaVersion: 1 };
        return {
          ...checked(ProcessEvent, event),
          metadata: { eventId, stream, version: place, recordedAt, ...ids, ...(context && { context }) },
        };
      });
      return { stream, expectedVersion: version, events: recorded };
    },
    async append(events, envelope) {
      const write = self.write(events, envelope);
      const { ok } = await store.append([write]);
      if (ok) self.take(write);
      else await refresh();
      return ok;
    },
    fork: (other) =>
      ledgerFrom(
        {
          answers: new Map(answers),
          versions: new Map(versions),
          byHand: new Map(byHand),
          state: ledgerApart(state),
          version,
        },
        other,
        process,
      ),
  };
  return self;
}

/** The events that this version knows, up to the first that it cannot read. */
function readable(stored: readonly Recorded[]): {
  events: Recorded<ProcessEvent>[];
  fault?: { error: unknown };
} {
  const events: Recorded<ProcessEvent>[] = [];
  for (const one of stored) {
    try {
      events.push(known<ProcessEvent>(processLedger, one));
    } catch (error) {
      return { events, fault: { error } };
    }
  }
  return { events };
}

const wordsOfPeople: ReadonlySet<string> = new Set<ProcessEvent["type"]>([
  "EventSkipped",
  "WantReopened",
  "MatterSettled",
  "MatterReopened",
]);

/** A runner settles no want as skipped: a person does. */
function isByHand({ type, data }: ProcessEvent): boolean {
  if (type === "WantSettled") return data.outcome.kind === "skipped";
  return wordsOfPeople.has(type);
}

/** Whether a process has caused an event itself: the id of its want is known to all, so anybody may have used it. */
export function isEffectOf(
  process: { name: Id },
  ledger: Ledger,
  { commandId, actor }: EventMetadata,
): boolean {
  return ledger.status === "running" && ledger.wants.has(commandId) && actor === process.name;
}

/** The clocks of two servers differ: nothing that follows is recorded before its cause. */
export function laterOf(now: Instant, cause: Instant): Instant {
  return [now, cause].sort().at(-1) ?? now;
}
