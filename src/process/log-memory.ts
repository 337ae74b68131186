import type { Id } from "../kernel/ids.ts";
import { known } from "../kernel/reading.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { EventStore, Position } from "../stores/event-store.ts";
import type { Place, ProcessEvent } from "./messages.ts";
import { processLedger } from "./process.ts";
import { idOf } from "./pure-process.ts";
import { wantId } from "./want-id.ts";

const pageSize = 500;

/** Whether an event is of the ledger of a process: no process answers these. */
export function isOfLedger({ metadata }: Recorded): boolean {
  return metadata.stream.startsWith(`${processLedger.name}-`);
}

/** What one reader of the log has learnt on its way: to which command of a person all goes back. */
type LogMemory = {
  /**
   * Takes in an event of the ledger of any process.
   * @throws {NewerEvent} for an answer in a form that only a newer version knows
   */
  learn(event: Recorded): void;
  rootOf(event: Recorded): Id;
  /** How many wants of this root the ledgers of other processes have, as far as the log was read. */
  wantsOf(root: Id): number;
  /** The same, and from now on a memory of its own. */
  fork(): LogMemory;
};

type Learnt = {
  /** By the id of a want, for what its process does under it. Anybody else may use the id, too. */
  roots: Map<Id, { process: Id; root: Id }>;
  counts: Map<Id, number>;
};

/** `own` is the process that reads: what it wants itself is counted in its ledger. */
export function logMemory(
  own: Id,
  { roots, counts }: Learnt = { roots: new Map(), counts: new Map() },
): LogMemory {
  return {
    learn(event) {
      if (event.type !== "EventAnswered") return;
      const { type, data, metadata } = known<ProcessEvent>(processLedger, event);
      if (type !== "EventAnswered") return;
      const process = idOf(metadata.stream);
      for (const index of data.wants.keys())
        roots.set(wantId(process, { event: data.event, index }), { process, root: data.root });
      if (process !== own) counts.set(data.root, (counts.get(data.root) ?? 0) + data.wants.length);
    },
    rootOf({ metadata: { commandId, actor } }) {
      const known = roots.get(commandId);
      return known?.process === actor ? known.root : commandId;
    },
    wantsOf: (root) => counts.get(root) ?? 0,
    fork: () => logMemory(own, { roots: new Map(roots), counts: new Map(counts) }),
  };
}

/** The stream of an event of the log, and the command of a person that it goes back to; undefined where it is not there. */
export async function placeInLog(
  store: EventStore,
  eventId: Id,
): Promise<{ stream: StreamName; root: Id } | undefined> {
  const memory = logMemory("");
  for await (const event of eventsIn(store)) {
    const { stream } = event.metadata;
    if (event.metadata.eventId === eventId) return { stream, root: memory.rootOf(event) };
    if (isOfLedger(event)) memory.learn(event);
  }
  return undefined;
}

/** The last place of the log; undefined where it is empty. */
export async function headOf(store: EventStore): Promise<Place | undefined> {
  let head: Place | undefined;
  for await (const { metadata } of eventsIn(store)) {
    const { stream, version } = metadata;
    head = { stream, version };
  }
  return head;
}

/** Whether an event comes after a place in the log of a store. */
export async function isAfter(store: EventStore, place: Place, eventId: Id): Promise<boolean> {
  for await (const { metadata } of eventsIn(store)) {
    if (metadata.eventId === eventId) return false;
    if (isAt(metadata, place)) return true;
  }
  return false;
}

export function isAt({ stream, version }: Recorded["metadata"], place: Place): boolean {
  return stream === place.stream && version === place.version;
}

async function* eventsIn(store: EventStore): AsyncGenerator<Recorded> {
  for (let after: Position | undefined; ; ) {
    const page = await store.readAll({ after, limit: pageSize });
    for (const { event } of page) yield event;
    after = page.at(-1)?.position;
    if (after === undefined) return;
  }
}
