import type { Recorded } from "../kernel/recorded.ts";
import type { EventStore, Position } from "./event-store.ts";

const pageSize = 1_000;

/** All events of a store, page by page, in the order of its log: to export them, or to fold over all of them. */
export async function wholeLog(store: Pick<EventStore, "readAll">): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for (let after: Position | undefined; ; ) {
    const page = await store.readAll({ after, limit: pageSize });
    for (const { event } of page) events.push(event);
    after = page.at(-1)?.position;
    if (after === undefined) return events;
  }
}
