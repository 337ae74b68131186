import type { Id } from "../kernel/ids.ts";
import type { Recorded } from "../kernel/recorded.ts";
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
  /** Takes in an event of the ledger of another process. */
  learn(event: Recorded): void;
  rootOf(event: Recorded): Id;
  /** How many wants of this root the ledgers of other processes have, as far as the log was read. */
  wantsOf(root: Id): number;
};

/** `own` is the process that reads: what it wants itself is counted in its ledger. */
export function logMemory(own: Id): LogMemory {
  const roots = new Map<Id, Id>();
  const counts = new Map<Id, number>();
  return {
    learn(event) {
      const { type, data, metadata } = event as Recorded<ProcessEvent>;
      if (type !== "EventAnswered") return;
      const process = idOf(metadata.stream);
      for (const index of data.wants.keys())
        roots.set(wantId(process, { event: data.event, index }), data.root);
      if (process !== own) counts.set(data.root, (counts.get(data.root) ?? 0) + data.wants.length);
    },
    rootOf: ({ metadata }) => roots.get(metadata.commandId) ?? metadata.commandId,
    wantsOf: (root) => counts.get(root) ?? 0,
  };
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
