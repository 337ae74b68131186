import type { StreamName } from "../kernel/recorded.ts";
import type { Write } from "./event-store.ts";

/** Writes that no caller can mean; nothing of them is stored. */
export class BrokenWrite extends Error {
  override readonly name = "BrokenWrite";
  readonly stream: StreamName | undefined;

  constructor(reason: string, stream?: StreamName) {
    super(stream === undefined ? reason : `${stream}: ${reason}`);
    this.stream = stream;
  }
}

/**
 * What each store looks at before it stores anything.
 * @throws {BrokenWrite} for no writes; for a write without events; for a stream that comes twice; for a version that is
 * no count; for an envelope that names another stream or version than its place has; for an event id that comes twice
 */
export function expectSound(writes: readonly Write[]): void {
  if (writes.length === 0) throw new BrokenWrite("there is nothing to append");
  const [streams, ids] = [new Set<string>(), new Set<string>()];
  for (const { stream, expectedVersion, events } of writes) {
    if (streams.has(stream)) throw new BrokenWrite("the stream comes twice", stream);
    streams.add(stream);
    if (!(Number.isSafeInteger(expectedVersion) && expectedVersion >= 0))
      throw new BrokenWrite(`the expected version is ${expectedVersion}`, stream);
    if (events.length === 0) throw new BrokenWrite("there are no events", stream);
    for (const [index, { metadata }] of events.entries()) {
      const place = { stream, version: expectedVersion + index + 1 };
      if (metadata.stream !== place.stream || metadata.version !== place.version)
        throw new BrokenWrite(`an envelope says ${metadata.stream}, version ${metadata.version}`, stream);
      if (ids.has(metadata.eventId)) throw new BrokenWrite(`event ${metadata.eventId} comes twice`, stream);
      ids.add(metadata.eventId);
    }
  }
}
