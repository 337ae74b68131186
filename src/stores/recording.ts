import { canonicalText } from "../kernel/canonical.ts";
import type { Decider } from "../kernel/decider.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { type CommandMetadata, type EventMetadata, type Recorded, StreamName } from "../kernel/recorded.ts";
import { instantOf } from "../kernel/time.ts";

/** The stream of one aggregate: its name, a hyphen, and its id. */
export function streamOf({ name }: { name: string }, id: Id): StreamName {
  return checked(StreamName, `${name}-${id}`);
}

/**
 * What a command says, as an id: two commands have the same digest if they have the same name and the same data. An
 * absent field is like one that is not there, so that fields may be added.
 */
export function digestOf(type: string, data: object): Id {
  return derivedId("command", type, canonicalText(data));
}

/** The part of an envelope that is known before it is known where the event is stored. */
export type Cause = Omit<EventMetadata, "eventId" | "stream" | "version">;

/** Events with what caused them, in the order in which they follow. */
export function caused<E extends Message>(
  decider: Pick<Decider<never, never, E, never>, "events" | "forms">,
  events: readonly E[],
  { metadata, digest }: { metadata: CommandMetadata; digest: Id },
): (E & { metadata: Cause })[] {
  const { now, commandId, actor, correlationId = commandId, causationId = commandId, context } = metadata;
  const recordedAt = instantOf(now);
  return events.map((event) => {
    const cause = { recordedAt, actor, correlationId, causationId, commandId, digest };
    const schemaVersion = decider.forms.formOf(event.type) ?? 1;
    return {
      // Read by its schema, as it will be after the store: the same fields in the same order.
      ...checked(decider.events, event),
      metadata: { ...cause, schemaVersion, ...(context && { context }) },
    };
  });
}

/** An event with its place in a stream. */
export function placed<E extends Message>(
  event: E & { metadata: Cause },
  { stream, version }: { stream: StreamName; version: number },
): Recorded<E> {
  // Derived, so that a command that two machines carry out gives its events the same ids.
  const eventId = derivedId(stream, event.metadata.commandId, String(version));
  return { ...event, metadata: { eventId, stream, version, ...event.metadata } };
}

/** Events in their envelopes, as they follow on a version of their stream. */
export function recorded<E extends Message>(
  decider: Pick<Decider<never, never, E, never>, "events" | "forms">,
  events: readonly E[],
  {
    stream,
    version,
    ...cause
  }: { stream: StreamName; version: number; metadata: CommandMetadata; digest: Id },
): Recorded<E>[] {
  return caused(decider, events, cause).map((event, index) =>
    placed<E>(event, { stream, version: version + index + 1 }),
  );
}
