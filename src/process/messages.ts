import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer } from "../kernel/numbers.ts";
import { PlainData } from "../kernel/plain-data.ts";
import { StreamName } from "../kernel/recorded.ts";
import { prose, text } from "../kernel/text.ts";

// The messages of a process: what it wants of the events that it reads, and what came of it. They are stored, so names
// are never changed, only added.

const MessageName = text({ max: 100 });
const Fact = z.strictObject({ type: MessageName, data: PlainData });
export const Reason = prose({ max: 2_000 });
const reason = Reason;
const version = integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

/** Names what is owed, or what is open. */
const Key = text({ max: 500 });

/**
 * What a command is to bring about: what is owed, by its key, the law that it comes of, and what people read where the
 * command is refused. `takesBack`: it is not owed any more, and the command undoes what was done for it.
 */
const ClaimOf = z.strictObject({
  key: Key,
  law: text({ max: 10 }),
  unmet: Fact,
  takesBack: z.optional(z.literal(true)),
});

/** A command, and the aggregate that it is for. A process of claims says what it is to bring about. */
export const Addressed = z.strictObject({
  aggregate: MessageName,
  id: Id,
  command: Fact,
  claim: z.optional(ClaimOf),
});
export type Addressed = z.infer<typeof Addressed>;

/** A place in any log: a stream and a version of it. Positions do not survive an export, and this does. */
export const Place = z.strictObject({ stream: StreamName, version });
export type Place = z.infer<typeof Place>;

/** From where a process answers the events of one type: after an event, or from the beginning where there is none. */
const Since = z.strictObject({ type: MessageName, after: z.optional(Place) });

/** A problem of a command, as it is stored. */
export const Fault = z.strictObject({
  field: text({ min: 0, max: 500, symbols: true }),
  rule: text({ max: 100 }),
  value: text({ min: 0, max: 200, symbols: true }),
});

/** What came of a want. Where it is `refused`, `invalid`, `stopped` or `skipped`, it is an open matter for people. */
export const Outcome = z.discriminatedUnion("kind", [
  /** Events `from` to `to` of a stream. */
  z.strictObject({ kind: z.literal("carried"), stream: StreamName, from: version, to: version }),
  /** All was so already. */
  z.strictObject({ kind: z.literal("void") }),
  z.strictObject({ kind: z.literal("refused"), rejection: Fact }),
  /** The command does not have its form. */
  z.strictObject({ kind: z.literal("invalid"), problems: list(Fault, { max: 20 }) }),
  /** Too much follows from one command of a person: `wantsMax` wants are carried out, and this is one more. */
  z.strictObject({ kind: z.literal("stopped"), wantsMax: integer({ min: 0, max: 1_000_000 }) }),
  /** A person decided that it is not to be carried out. */
  z.strictObject({ kind: z.literal("skipped"), by: Id, reason }),
]);
export type Outcome = z.infer<typeof Outcome>;

export const ProcessCommand = /* @__PURE__ */ messages({
  /**
   * Lets a process pass over an event that it cannot read; it wants nothing of it and does not remember it. Where an
   * earlier version has answered it, `version` is the one that cannot remember it.
   */
  SkipEvent: {
    event: Id,
    stream: StreamName,
    root: Id,
    by: Id,
    reason,
    version: z.optional(integer({ min: 1, max: 1_000_000 })),
  },
  /** A want that is still to be carried out is not to be. */
  SkipWant: { want: Id, by: Id, reason },
  /** A want that came to nothing is to be tried again. */
  ReopenWant: { want: Id, by: Id, reason },
  /**
   * An open matter is settled by hand. `content` says as what it was seen, and `open` as what it is open under its key now.
   */
  SettleMatter: { key: Key, content: Id, open: list(Id, { max: 10_000 }), by: Id, reason },
  /** A matter that was settled by hand is open again. */
  ReopenMatter: { key: Key, content: Id, by: Id, reason },
});
export type ProcessCommand = z.infer<typeof ProcessCommand>;

export const ProcessEvent = /* @__PURE__ */ messages({
  /** A version of the process begins. It answers the events of these types, each from its own place in the log on. */
  ProcessBegun: {
    process: Id,
    version: integer({ min: 1, max: 1_000_000 }),
    since: list(Since, { min: 1, max: 200 }),
  },
  /**
   * What the process wants of an event, before any of it is carried out. `root` is the command of a person that all goes
   * back to.
   */
  EventAnswered: { event: Id, stream: StreamName, wants: list(Addressed, { max: 10_000 }), root: Id },
  /** A person let the process pass over an event that it cannot read. */
  EventSkipped: { event: Id, stream: StreamName, root: Id, by: Id, reason },
  /** What came of a want. It is stored together with the events that the want caused. */
  WantSettled: { want: Id, outcome: Outcome },
  /** A want that came to nothing is tried again. */
  WantReopened: { want: Id, by: Id, reason },
  /** A person settled an open matter. With another content it is open anew. */
  MatterSettled: { key: Key, content: Id, by: Id, reason },
  /** A matter that was settled by hand is open again. */
  MatterReopened: { key: Key, content: Id, by: Id, reason },
});
export type ProcessEvent = z.infer<typeof ProcessEvent>;

const status = z.enum(["blank", "running"]);

// No command of a process has a day.
const { WrongState } = /* @__PURE__ */ sharedRejections("Process", status);

export const ProcessRejection = /* @__PURE__ */ messages({
  WrongState,
  /** The process never wanted this. */
  WantUnknown: { want: Id },
  /** A want that is carried out, or that changed nothing, is not opened again. */
  WantDone: { want: Id },
  /** The process has answered the event. */
  EventTaken: { event: Id },
  /** Nothing is open under the key, or it is not any more what it was seen as. */
  MatterNotOpen: { key: Key },
  /** Nobody has settled the matter by hand. */
  MatterNotSettled: { key: Key },
});
export type ProcessRejection = z.infer<typeof ProcessRejection>;
