import { derivedId, type Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { EventMetadata, Recorded } from "../kernel/recorded.ts";
import type { Instant } from "../kernel/time.ts";
import type { EventStore, Write } from "../stores/event-store.ts";
import { ProcessEvent } from "./messages.ts";
import { type Ledger, processLedger } from "./process.ts";

/** What an application gave with the first command, and finds again on all that follows from it. */
type Context = NonNullable<EventMetadata["context"]>;

/** What is known of an answer beside its data: when it was given, and what it belongs to. */
type Answered = { recordedAt: Instant; correlationId: Id; context?: Context | undefined };

/** What the envelope of a new event of the ledger says. */
export type Envelope = Answered & { causationId: Id; actor?: Id };

/** The ledger of one process in a store, as far as it was read. */
export type LedgerStream = {
  state(): Ledger;
  version(): number;
  /** Of each event that was answered. */
  answer(event: Id): Answered | undefined;
  /** Reads what was stored meanwhile. */
  refresh(): Promise<void>;
  /** The write that goes on with these events after what was read. */
  write(events: readonly ProcessEvent[], envelope: Envelope): Write;
  /** Takes in what was stored by a write of its own. */
  take(write: Write): void;
  /** Stores these events, where nobody else has stored anything meanwhile; else it reads that. */
  append(events: readonly ProcessEvent[], envelope: Envelope): Promise<boolean>;
};

/** The ledger of the process of this name. */
export function ledgerStream(store: EventStore, process: Id): LedgerStream {
  const stream = `${processLedger.name}-${process}`;
  const answers = new Map<Id, Answered>();
  let state = processLedger.initialState();
  let version = 0;

  function take(events: readonly Recorded[]) {
    // Two that read at once bring the same events.
    const news = events.filter(({ metadata }) => metadata.version > version) as Recorded<ProcessEvent>[];
    if (news.length === 0) return;
    state =
      news.length === 1 && news[0] ? processLedger.evolve(state, news[0]) : processLedger.fold(news, state);
    version += news.length;
    for (const { type, data, metadata } of news)
      if (type === "EventAnswered") answers.set(data.event, metadata);
  }

  const self: LedgerStream = {
    state: () => state,
    version: () => version,
    answer: (event) => answers.get(event),
    refresh: async () => take(await store.read(stream, { from: version + 1 })),
    take: ({ events }) => take(events),
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
      if (ok) take(write.events);
      else await self.refresh();
      return ok;
    },
  };
  return self;
}

/** The clocks of two servers differ: nothing that follows is recorded before its cause. */
export function laterOf(now: Instant, cause: Instant): Instant {
  return [now, cause].sort().at(-1) ?? now;
}
