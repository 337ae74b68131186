import type { Id } from "../kernel/ids.ts";
import type { StreamName } from "../kernel/recorded.ts";
import type { EventStore } from "../stores/event-store.ts";
import { NotStopped } from "./faults.ts";
import type { Follower } from "./follower.ts";
import { isEffectOf } from "./ledger-stream.ts";
import { isAfter, placeInLog } from "./log-memory.ts";

/** Where an event is, the command of a person that it goes back to, and the version that cannot remember its own past. */
type Skippable = { stream: StreamName; root: Id; version?: number };

/**
 * Where the event is at which a process has stopped. A runner of the version in force finds that out itself: it goes on
 * to where it stops. One of an earlier version stands by; it may skip what nobody has answered yet.
 * @throws {NotStopped} where the process has not stopped there, or not yet
 */
export async function skippable(one: Follower, event: Id, store: EventStore): Promise<Skippable> {
  const { process, ledger } = one;
  if (!stoppedAt(one, event) && !isSkipped(one, event)) await one.advance();
  const known = stoppedAt(one, event);
  if (known) return known;
  const place = await placeInLog(store, event);
  if (!place) throw new NotStopped(process.name, event);
  const state = ledger.state();
  // Of what is skipped or answered the ledger itself says what is so.
  if (state.status === "running" && (state.skipped.has(event) || state.answered.has(event))) return place;
  if (one.standing() !== "standsBy" || !(await isDue(one, { event, stream: place.stream }, store)))
    throw new NotStopped(process.name, event);
  return place;
}

/** What the follower knows of the event at which it has stopped; undefined where it has not, or a newer version has begun. */
function stoppedAt(one: Follower, event: Id): Skippable | undefined {
  const halt = one.halted();
  const state = one.ledger.state();
  if (!halt?.at || halt.at.eventId !== event || halt.want !== undefined) return undefined;
  const { version } = one.process;
  if (state.status !== "running" || state.version !== version) return undefined;
  const { stream, at } = halt;
  const answeredIn = one.ledger.answeredIn(event);
  // What this version has answered it has remembered, too: another server can, or its code has changed.
  const isForgotten = answeredIn !== undefined && answeredIn < version;
  return { stream, root: at.root, ...(isForgotten && { version }) };
}

function isSkipped({ ledger }: Follower, event: Id): boolean {
  const state = ledger.state();
  return state.status === "running" && state.skipped.has(event);
}

/** Whether the process is to answer this event of the log, by the types of the version in force. */
async function isDue(
  { process, ledger }: Follower,
  { event, stream }: { event: Id; stream: StreamName },
  store: EventStore,
): Promise<boolean> {
  const state = ledger.state();
  const stored = (await store.read(stream)).find(({ metadata }) => metadata.eventId === event);
  if (state.status !== "running" || !stored || !state.since.has(stored.type)) return false;
  if (isEffectOf(process, state, stored.metadata)) return false;
  const after = state.since.get(stored.type);
  return after === undefined || (await isAfter(store, after, event));
}
