import type { Decider } from "./decider.ts";
import type { State } from "./during.ts";
import { type EventPlace, ImpossibleEvent } from "./errors.ts";
import { check } from "./input.ts";
import type { Message } from "./messages.ts";
import type { Problem } from "./problem.ts";

/**
 * What is wrong with an event of a history: its schema does not read it, its envelope has another stream or version
 * than the next one of the history, or it cannot have happened.
 */
export type HistoryFault =
  | { kind: "unreadable"; problems: Problem[] }
  | { kind: "misplaced"; expected: { stream: string; version: number } }
  | { kind: "impossible"; type: string; status: string; reason: string };

export type Audit<S> =
  | { ok: true; state: S; events: number }
  /** The first wrong event is at `place`; `state` is the state before it. */
  | { ok: false; state: S; place: EventPlace & { position: number }; fault: HistoryFault };

/**
 * Says whether the aggregate can have this history; if not, it names the first event that is wrong. Each event is
 * read by its schema and then folded. Recorded events must be of one stream, with versions from 1 without a gap: so a
 * lost, repeated or moved event is found, whatever it says. `audit` never throws, whatever the events are.
 *
 * @example
 * const signature = { signatory: { name: "An" }, signedOn: "2022-02-10" };
 * audit(pledge, [{ type: "PledgeSigned", data: signature }]).ok // false
 */
export function audit<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history: Iterable<unknown>,
): Audit<S> {
  const events: E[] = [];
  let streamOfAll: string | undefined;
  for (const recorded of history) {
    const { event, place } = partsOf(recorded);
    const position = events.length + 1;
    streamOfAll ??= place.stream;
    const read = check(decider.events, event);
    const fault = read.ok
      ? misplaced(place, { stream: streamOfAll, version: position })
      : ({ kind: "unreadable", problems: read.problems } as const);
    if (fault !== undefined) {
      const before = folded(decider, events);
      return before.ok ? { ok: false, state: before.state, place: { ...place, position }, fault } : before;
    }
    if (read.ok) events.push({ ...read.value, metadata: place });
  }
  return folded(decider, events);
}

/** Whether the envelope of an event has another place than the next one; an event without an envelope has none. */
function misplaced(
  { stream, version }: EventPlace,
  next: { stream: string | undefined; version: number },
): HistoryFault | undefined {
  if (next.stream === undefined || stream === undefined) return undefined;
  if (stream === next.stream && version === next.version) return undefined;
  return { kind: "misplaced", expected: { stream: next.stream, version: next.version } };
}

/** The state after `events`, or the first of them that cannot have happened. */
function folded<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  events: readonly E[],
): Audit<S> {
  try {
    return { ok: true, state: decider.fold(events), events: events.length };
  } catch (error) {
    if (!(error instanceof ImpossibleEvent)) throw error;
    const { type, status, reason, place } = error;
    const position = place.position ?? events.length;
    const state = decider.fold(events.slice(0, position - 1));
    const fault = { kind: "impossible", type, status, reason } as const;
    return { ok: false, state, place: { ...place, position }, fault };
  }
}

/** The event without its envelope, and its stream and version where the envelope names them. */
function partsOf(recorded: unknown): { event: unknown; place: EventPlace } {
  try {
    if (typeof recorded !== "object" || recorded === null || !("metadata" in recorded))
      return { event: recorded, place: {} };
    const { metadata, ...event } = recorded;
    const { stream, version } = { ...(metadata as { stream?: unknown; version?: unknown }) };
    const isPlaced = typeof stream === "string" && typeof version === "number";
    return { event, place: isPlaced ? { stream, version } : {} };
  } catch {
    // A getter or a proxy threw while it was read. No schema reads such an event.
    return { event: undefined, place: {} };
  }
}
