import type { Decider } from "../kernel/decider.ts";
import type { State } from "../kernel/during.ts";
import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import { known } from "../kernel/reading.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { idAsked } from "./asked.ts";
import type { EventStore } from "./event-store.ts";
import { streamOf } from "./recording.ts";

/**
 * The state of one aggregate, from its events in a store.
 *
 * @throws {ImpossibleEvent} when the stream holds an event that cannot have happened; it names stream and version
 * @throws {NewerEvent} when the stream holds an event that only a newer version knows
 * @throws {DamagedEvent} when an event of the stream has not its form; it names stream, version, field and rule
 */
export async function loaded<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
  id,
}: {
  store: Pick<EventStore, "read">;
  decider: Decider<S, C, E, R>;
  id: Id;
}): Promise<S> {
  return decider.fold(await eventsOf({ store, decider, id }));
}

/**
 * The events of one aggregate in their envelopes, from a store: to publish them, or to hand them to a verifier. There are
 * none for an id that has no stream. Each is as this version knows it.
 *
 * @throws {NewerEvent} when the stream holds an event that only a newer version knows
 * @throws {DamagedEvent} when an event of the stream has not its form; it names stream, version, field and rule
 */
export async function eventsOf<S extends State, C extends Message, E extends Message, R extends Message>({
  store,
  decider,
  id,
}: {
  store: Pick<EventStore, "read">;
  decider: Decider<S, C, E, R>;
  id: Id;
}): Promise<readonly Recorded<E>[]> {
  const stored = await store.read(streamOf(decider, idAsked(id)));
  return stored.map((one) => known<E>(decider, one));
}
