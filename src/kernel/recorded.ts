import * as z from "zod/mini";
import { Id } from "./ids.ts";
import { eachOnceBy, list } from "./list.ts";
import type { Message } from "./messages.ts";
import { integer } from "./numbers.ts";
import { rule } from "./rule.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

/** Both ends are within the years 0001 to 9999, in UTC and in Việt Nam's time, seven hours ahead. */
const firstNow = new Date("0001-01-01T00:00:00.000Z");
const lastNow = new Date("9999-12-31T16:59:59.999Z");

/**
 * What an application hands on with a command and finds again on its events and on all that follows from them: a
 * tenant, a trace. At most 20 short texts by name. The library reads none of them.
 */
const Context = list(z.strictObject({ name: text({ max: 50 }), value: text({ max: 200 }) }), {
  max: 20,
}).check(eachOnceBy(({ name }) => name));

/**
 * What comes with a command from outside the domain. `now` is the application's clock when it receives the command.
 * The day of a fact is another thing: the sender states it as a civil date in the command's data.
 */
export const CommandMetadata = z.strictObject({
  now: z.date().check(z.minimum(firstNow), z.maximum(lastNow)),
  /** Identifies the command. When it is sent again with the same id, it adds nothing. */
  commandId: Id,
  /** The account that sent it. An account is not a unit that votes. */
  actor: Id,
  /** What the command belongs to, such as a season. By default it is the command's own id. */
  correlationId: z.optional(Id),
  /** The event or command that caused it. */
  causationId: z.optional(Id),
  context: z.optional(Context),
});
export type CommandMetadata = z.infer<typeof CommandMetadata>;

/**
 * A field is a day if its name ends with `On`, as `signedOn` does. A document, also in a list or as a basis, has its
 * day of issue.
 */
type DayFields<D> = {
  // Data without any field has an index signature, which names no field.
  [K in keyof D]-?: string extends K
    ? never
    : K extends `${string}On`
      ? undefined extends D[K]
        ? never
        : K
      : HoldsDocument<D[K]> extends false
        ? never
        : K;
}[keyof D];

type HoldsDocument<V> = V extends readonly (infer Item)[]
  ? HoldsDocument<Item>
  : V extends { issuedOn: string } | { document: { issuedOn: string } }
    ? true
    : false;

/**
 * A command with its metadata: the time, the ids, and who sent it. A command that records a day needs the time,
 * because the day of what was done cannot be after it. By the types, a command records a day if a field that it must
 * have has a name that ends with `On`, as `signedOn` does, or if any field holds a document.
 */
export type Sent<C extends Message> = {
  // By name, and not over the union: so an editor shows `Sent<PledgeCommand>` and not each member of it.
  [K in C["type"]]: SentOne<Extract<C, { type: K }>>;
}[C["type"]];

type SentOne<C extends Message> = C extends { data: infer D }
  ? C & ([DayFields<D>] extends [never] ? { metadata?: CommandMetadata } : { metadata: CommandMetadata })
  : never;

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
  /** Position in the stream, from 1, without gaps. */
  version: integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  recordedAt: Instant,
  actor: Id,
  correlationId: Id,
  causationId: Id,
  commandId: Id,
  /** Tells what the command said, so that its id is not taken for another command. */
  digest: Id,
  /** The form in which the event's data is stored, from 1. It rises only where older readers would be wrong. */
  schemaVersion: integer({ min: 1, max: 1_000 }),
  context: z.optional(Context),
});
export type EventMetadata = z.infer<typeof EventMetadata>;

/** An event as it is stored: the event with its envelope in `metadata`. It folds like any event. */
export type Recorded<E extends Message = Message> = E & {
  metadata: EventMetadata;
};
