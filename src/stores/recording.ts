import { canonicalText } from "../kernel/canonical.ts";
import type { Decider } from "../kernel/decider.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { type CommandMetadata, type Recorded, StreamName } from "../kernel/recorded.ts";
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

/** Events in their envelopes, as they follow on a version of their stream. */
export function recorded<E extends Message>(
  decider: Pick<Decider<never, never, E, never>, "events" | "forms">,
  events: readonly E[],
  {
    stream,
    version,
    metadata,
    digest,
  }: { stream: StreamName; version: number; metadata: CommandMetadata; digest: Id },
): Recorded<E>[] {
  const { now, commandId, actor, correlationId = commandId, causationId = commandId, context } = metadata;
  const recordedAt = instantOf(now);
  return events.map((event, index) => {
    const at = version + index + 1;
    // Derived, so that a command that two machines carry out gives its events the same ids.
    const eventId = derivedId(stream, commandId, String(at));
    const place = { eventId, stream, version: at, recordedAt };
    const cause = { actor, correlationId, causationId, commandId, digest };
    const schemaVersion = decider.forms.formOf(event.type) ?? 1;
    return {
      // Read by its schema, as it will be after the store: the same fields in the same order.
      ...checked(decider.events, event),
      metadata: { ...place, ...cause, schemaVersion, ...(context && { context }) },
    };
  });
}
