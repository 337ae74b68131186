import { derivedId } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import { answer } from "../process/answer.ts";
import type { Addressed } from "../process/messages.ts";
import type { Process } from "../process/pure-process.ts";
import { expectSame, frozen } from "./expect-same.ts";

/** What a process wants of the last event of a scenario, and its state after it. */
export type Wanted<S> = {
  /** The process wants exactly these commands of the last event, in this order. */
  wants(...commands: Addressed[]): void;
  readonly wanted: readonly Addressed[];
  readonly state: S;
};

/** What a process wants, given what has happened. The history is frozen first. */
export function givenProcess<S, E extends Message>(
  process: Process<S, E>,
  history: readonly Recorded<E>[],
): Wanted<S> {
  const events = frozen([...history]);
  const before = process.fold(events.slice(0, -1));
  const last = events.at(-1);
  const { wants, state } = last ? answer(process, before, last) : { wants: [], state: before };
  return { wanted: wants, state, wants: (...commands) => expectSame(wants, commands) };
}

/**
 * A log as a store would give it, of several streams: each event with its stream. All of it was recorded at one moment,
 * by one office.
 *
 * @example
 * logOf(["Pledge-police", PledgeEvent.create.TargetDropped({ target: "x" })])[0]?.metadata.version // 1
 */
export function logOf<E extends Message>(
  ...events: readonly (readonly [stream: StreamName, event: E])[]
): Recorded<E>[] {
  const versions = new Map<StreamName, number>();
  return events.map(([stream, event]) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const commandId = derivedId("scenario", stream, String(version));
    const ids = { correlationId: "scenario", causationId: commandId, commandId, digest: commandId };
    const eventId = derivedId(stream, commandId, String(version));
    const recordedAt = "9999-12-31T16:59:59.999Z";
    const place = { eventId, stream, version, recordedAt, actor: "scenario" };
    return { ...event, metadata: { ...place, ...ids, schemaVersion: 1 } };
  });
}
