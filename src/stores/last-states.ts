import type { Decider } from "../kernel/decider.ts";
import type { State } from "../kernel/during.ts";
import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import { known } from "../kernel/reading.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { EventStore } from "./event-store.ts";

/** Who used a command's id, for what, and in which versions of the stream its events are. */
export type Used = { actor: Id; digest: Id; from: number; to: number };

/** An aggregate as it is at a version of its stream, with the ids of the commands that have changed it. */
export type Loaded<S> = { state: S; version: number; used: ReadonlyMap<Id, Used> };

type Folding<S extends State, E extends Message> = Pick<
  Decider<S, never, E, never>,
  "name" | "events" | "forms" | "initialState" | "evolve" | "fold"
>;

type Kept<S> = { state: S; version: number; used: Map<Id, Used> };

const [streamsMax, stepsMax] = [200, 8];

/**
 * The last states of the streams that were used last. Each call reads what the stream has more than that, so a state
 * is never older than its store; but what was read once is neither read nor folded again.
 */
export function lastStates<S extends State, E extends Message>({
  store,
  decider,
  trusted,
}: {
  store: Pick<EventStore, "read">;
  decider: Folding<S, E>;
  trusted: boolean;
}): (stream: StreamName) => Promise<Loaded<S>> {
  const states = new Map<StreamName, Kept<S>>();
  return async (stream) => {
    const kept = states.get(stream) ?? { state: decider.initialState(), version: 0, used: new Map() };
    const stored = await store.read(stream, { from: kept.version + 1 });
    const events = trusted ? (stored as readonly Recorded<E>[]) : stored.map((one) => known(decider, one));
    const state = gone(decider, kept.state, events);
    for (const { metadata } of events) use(kept.used, metadata);
    const loaded = { ...kept, state, version: kept.version + events.length };
    // The stream that was used last stands last.
    states.delete(stream);
    states.set(stream, loaded);
    const [oldest] = states.keys();
    if (states.size > streamsMax && oldest !== undefined) states.delete(oldest);
    return loaded;
  };
}

/** A fold copies the whole state, and a step does not: a few events are gone step by step. */
function gone<S extends State, E extends Message>(decider: Folding<S, E>, state: S, events: readonly E[]): S {
  if (events.length > stepsMax) return decider.fold(events, state);
  return events.reduce((before, event) => decider.evolve(before, event), state);
}

function use(used: Map<Id, Used>, { commandId, actor, digest, version }: Recorded["metadata"]) {
  const earlier = used.get(commandId);
  if (earlier) earlier.to = version;
  else used.set(commandId, { actor, digest, from: version, to: version });
}
