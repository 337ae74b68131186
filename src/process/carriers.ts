import type { AnyDecider } from "../kernel/decider.ts";
import { derivedId } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { CommandMetadata, type Recorded, StreamName } from "../kernel/recorded.ts";
import { sent } from "../kernel/sent.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Carrier, Decided } from "./carrier.ts";

/** Carriers of several aggregates over a store, by the name of the aggregate. */
export function carriers({
  store,
  deciders,
}: {
  store: EventStore;
  deciders: readonly AnyDecider[];
}): ReadonlyMap<string, Carrier> {
  return new Map(deciders.map((decider) => [decider.name, carrier({ store, decider })]));
}

/** A carrier of one aggregate: loads, looks whether the id is used, decides, and appends with the trace. */
export function carrier({ store, decider }: { store: EventStore; decider: AnyDecider }): Carrier {
  return {
    async carry(id, received, { trace } = {}) {
      const { metadata: rawMetadata, ...rawCommand } = received;
      const command = checked(decider.commands, rawCommand) as Message;
      const metadata = checked(CommandMetadata, rawMetadata);
      const stream = checked(StreamName, `${decider.name}-${id}`);
      for (;;) {
        const history = await store.read(stream);
        const earlier = history.filter((event) => event.metadata.commandId === metadata.commandId);
        const decided: Decided =
          earlier.length > 0
            ? { ok: true, events: earlier }
            : decide({ decider, command, metadata, history, stream });
        const isNew = decided.ok && earlier.length === 0 && decided.events.length > 0;
        const own = isNew ? [{ stream, expectedVersion: history.length, events: decided.events }] : [];
        const writes = [...own, ...(trace ? [trace(decided)] : [])];
        if (writes.length === 0) return decided;
        const appended = await store.append(writes);
        if (appended.ok) return decided;
        if (appended.reason === "conflict" && appended.stream !== stream)
          return { ok: false, reason: "trace" };
      }
    },
  };
}

function decide({
  decider,
  command,
  metadata,
  history,
  stream,
}: {
  decider: AnyDecider;
  command: Message;
  metadata: CommandMetadata;
  history: readonly Recorded[];
  stream: StreamName;
}): Decided {
  const decision = decider.decide(sent(command, metadata), decider.fold(history));
  if (!decision.ok) return decision;
  const { now, commandId, actor, correlationId = commandId, causationId = commandId } = metadata;
  const events = decision.events.map((event: Message, index: number) => {
    const version = history.length + index + 1;
    const eventId = derivedId(stream, commandId, String(version));
    const ids = { actor, correlationId, causationId, commandId };
    return {
      ...(checked(decider.events, event) as Message),
      metadata: { eventId, stream, version, recordedAt: instantOf(now), ...ids },
    };
  });
  return { ok: true, events };
}
