import * as z from "zod";
import { Id } from "./ids.ts";
import type { Message } from "./messages.ts";
import { integer } from "./numbers.ts";
import { rule } from "./rule.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

/** Of the years 0001 to 9999, in UTC and on the calendar of Việt Nam, seven hours ahead. */
const firstNow = new Date("0001-01-01T00:00:00.000Z");
const lastNow = new Date("9999-12-31T16:59:59.999Z");

/**
 * What comes in with a command from outside the domain. `now` is the application's clock, stamped where the
 * command is received; the sender's word for the day of a fact is a civil date in the command's data.
 */
export const CommandMetadata = z.strictObject({
  now: z.date().min(firstNow).max(lastNow),
  /** Names the command: sent again with the same id, it adds nothing. */
  commandId: Id,
  /** Who sent it: an account, not a unit that votes. */
  actor: Id,
  /** What it belongs to, such as a season; by default the command itself. */
  correlationId: Id.optional(),
  /** The event or command that caused it. */
  causationId: Id.optional(),
});
export type CommandMetadata = z.infer<typeof CommandMetadata>;

/** A day has a name that ends with `On`, as `signedOn` does; a document has its day of issue. */
type DayFields<D> = {
  [K in keyof D]-?: undefined extends D[K]
    ? never
    : K extends `${string}On`
      ? K
      : D[K] extends { issuedOn: string }
        ? K
        : never;
}[keyof D];

/**
 * A command with, beside its data, what came in with it from outside: the time, the ids, who sent it. A command
 * that records a day needs the time, since nothing that was done may be dated after it.
 */
export type Sent<C extends Message> = {
  // By name, and not over the union: so an editor shows `Sent<PledgeCommand>` and not each member of it.
  [K in C["type"]]: SentOne<Extract<C, { type: K }>>;
}[C["type"]];

type SentOne<C extends Message> = C extends { data: infer D }
  ? C & ([DayFields<D>] extends [never] ? { metadata?: CommandMetadata } : { metadata: CommandMetadata })
  : never;

/** A command with its metadata, whatever the command is. */
export function sent<C extends Message>(command: C, metadata: CommandMetadata): Sent<C> {
  return { ...command, metadata } as unknown as Sent<C>;
}

const streamName = /^\p{L}+-\S+$/u;

/** `Pledge-police-2022`: the name of the aggregate, a hyphen, and the aggregate's id. At most 200 characters. */
export const StreamName = text({ max: 200 }).check(
  rule((value: string) => (streamName.test(value) ? undefined : { rule: "streamName" }), {
    pattern: streamName,
  }),
);
export type StreamName = z.infer<typeof StreamName>;

/** The envelope of a stored event. */
export const EventMetadata = z.strictObject({
  eventId: Id,
  stream: StreamName,
  /** Place in the stream, from 1, without gaps. */
  version: integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  recordedAt: Instant,
  actor: Id,
  correlationId: Id,
  causationId: Id,
  commandId: Id,
});
export type EventMetadata = z.infer<typeof EventMetadata>;

/** An event as it is stored: the event itself, and beside its data the envelope. It folds like any event. */
export type Recorded<E extends Message = Message> = E & {
  metadata: EventMetadata;
};
