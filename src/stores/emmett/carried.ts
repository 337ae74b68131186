import type { Message } from "../../kernel/messages.ts";
import type { Recorded } from "../../kernel/recorded.ts";
import type { Cause } from "../recording.ts";

/**
 * An event with what caused it, as Emmett takes it. `thidua` is the text of the event, of which Emmett's parser changes
 * nothing: texts of many digits stay texts, and fields stay in their order.
 */
export type Caused<E extends Message> = E & { metadata: Cause & { thidua: string } };

/** A message as a store of Emmett gives it. */
export type EmmettRead = { type: string; data: unknown; metadata: object };

/** A message of Emmett's is none of this library's: it has no envelope, and no text of one. */
export class ForeignEvent extends Error {
  override readonly name = "ForeignEvent";
  readonly stream: string;
  readonly version: number;

  constructor({ stream, version }: { stream: string; version: number }) {
    super(
      `${stream}, version ${version}: another program wrote this; give streams of their own to what thidua does not decide`,
    );
    this.stream = stream;
    this.version = version;
  }
}

/** An event with its own text in its metadata. */
export function carrying<E extends { metadata: object }>(event: E): E & { metadata: { thidua: string } } {
  return { ...event, metadata: { ...event.metadata, thidua: JSON.stringify(event) } };
}

/** An event as its text tells it. Its place is in it only where a store of this library wrote it. */
type Told = Message & { metadata: Cause & { stream?: string } };

/** The event that is told in metadata, or undefined where no event is: other programs may have a `thidua` of their own. */
export function toldIn({ metadata }: { metadata?: unknown }): Told | undefined {
  const { thidua } = (metadata ?? {}) as { thidua?: unknown };
  if (typeof thidua !== "string") return undefined;
  try {
    const told = JSON.parse(thidua) as Partial<Told> | null;
    const isEvent = typeof told?.type === "string" && isObject(told.data) && isObject(told.metadata);
    return isEvent ? (told as Told) : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/**
 * The stored event in a message of Emmett's. What a decider of `emmettDecider` decided over a store of Emmett's own has
 * no place in its text yet: its place is the one that Emmett gave it.
 * @throws {ForeignEvent} for a message that something else wrote
 */
export function recordedIn(read: EmmettRead, event = toldIn(read)): Recorded {
  const { streamName, streamPosition, messageId } = read.metadata as Record<string, unknown>;
  const place = { eventId: String(messageId), stream: String(streamName), version: Number(streamPosition) };
  // Who answers an event may hand its metadata on to a stream of another program.
  if (event === undefined || (event.metadata.stream ?? place.stream) !== place.stream)
    throw new ForeignEvent(place);
  // It was given as an event, and it comes back as it was given.
  if ("eventId" in event.metadata) return event as unknown as Recorded;
  return { ...event, metadata: { ...place, ...event.metadata } };
}
