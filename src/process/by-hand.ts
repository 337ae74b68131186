import * as z from "zod/mini";
import { CommandIdReused } from "../kernel/errors.ts";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { InvalidInput } from "../kernel/problem.ts";
import { CommandMetadata } from "../kernel/recorded.ts";
import { text } from "../kernel/text.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Decided } from "./carrier.ts";
import { UnknownProcess } from "./faults.ts";
import type { Follower } from "./follower.ts";
import { ProcessCommand, type ProcessEvent, Reason } from "./messages.ts";
import { openUnder } from "./open-under.ts";
import { processLedger } from "./process.ts";
import { skippable } from "./skippable.ts";

/** An open matter as a person saw it: `openPoints` of `thidua/read` gives it. */
type Seen = { key: string; content: Id };

/**
 * What a person decides about a process, by its name: the command goes to the ledger of the process. Any runner that has
 * the process can do it, and under one id it is done once.
 */
export type ByHand = {
  /**
   * A want is not to be carried out, or the event is passed over at which a process stopped.
   * @throws {UnknownProcess} where the runner has no process of this name
   * @throws {NotStopped} where the process has not stopped at the event
   * @throws {CommandIdReused} where the id is that of another such command
   */
  skip(
    what: { process: Id; reason: string } & ({ want: Id } | { event: Id }),
    metadata: CommandMetadata,
  ): Promise<Decided>;
  /**
   * An open matter is settled by hand: the want that came to nothing, or what no command settles. It is open anew once
   * its content is another. It is refused where the matter is not open any more as it was seen.
   * @throws {UnknownProcess} where the runner has no process of this name
   * @throws {CommandIdReused} where the id is that of another such command
   */
  settle(what: { process: Id; reason: string } & Seen, metadata: CommandMetadata): Promise<Decided>;
  /**
   * A want that came to nothing is tried again, or a matter that was settled by hand is open again.
   * @throws {UnknownProcess} where the runner has no process of this name
   * @throws {CommandIdReused} where the id is that of another such command
   */
  reopen(
    what: { process: Id; reason: string } & ({ want: Id } | Seen),
    metadata: CommandMetadata,
  ): Promise<Decided>;
};

const Asked = z.strictObject({
  process: Id,
  reason: Reason,
  want: z.optional(Id),
  event: z.optional(Id),
  key: z.optional(text({ max: 500 })),
  content: z.optional(Id),
});
type Asked = z.infer<typeof Asked>;

/** What a person said, by the word for it and what it is about. */
type Said = { by: Id; reason: string } & (
  | { word: "SkipEvent" | "SkipWant" | "ReopenWant"; about: Id }
  | { word: "SettleMatter" | "ReopenMatter"; about: Id; key: string }
);

/** The words of the runner, and which of what is asked each is about. */
const words = {
  skip: [
    ["want", "SkipWant"],
    ["event", "SkipEvent"],
  ],
  settle: [["content", "SettleMatter"]],
  reopen: [
    ["want", "ReopenWant"],
    ["content", "ReopenMatter"],
  ],
} as const;

export function byHand(
  followers: readonly Follower[],
  { store, refuse }: { store: EventStore; refuse: (actor: Id) => void },
): ByHand {
  /** Reads what came, and does it on the process that it is about. */
  const decided = (how: keyof typeof words) => async (received: unknown, receivedMetadata: unknown) => {
    const asked = checked(Asked, received);
    const metadata = checked(CommandMetadata, receivedMetadata);
    refuse(metadata.actor);
    const said = saidIn(how, asked, metadata.actor);
    const found = followers.find((one) => one.process.name === asked.process);
    if (!found) throw new UnknownProcess(asked.process);
    return told(found, { said, metadata, store });
  };
  return { skip: decided("skip"), settle: decided("settle"), reopen: decided("reopen") };
}

/** @throws {InvalidInput} naming what is missing */
function saidIn(how: keyof typeof words, { reason, key, ...asked }: Asked, by: Id): Said {
  const [field, word] = words[how].find(([one]) => asked[one] !== undefined) ?? words[how].at(-1) ?? [];
  const about = field && asked[field];
  if (word === undefined || about === undefined) throw missing(field ?? "content");
  if (word !== "SettleMatter" && word !== "ReopenMatter") return { word, about, by, reason };
  if (key === undefined) throw missing("key");
  return { word, about, key, by, reason };
}

const missing = (field: string) => new InvalidInput([{ field, rule: "required", value: "undefined" }]);

/**
 * Decides the command on the ledger as it is now, and stores what follows. Where another was quicker it decides anew.
 * What was stored by this id before is given again.
 */
async function told(
  one: Follower,
  { said, metadata, store }: { said: Said; metadata: CommandMetadata; store: EventStore },
): Promise<Decided> {
  const { ledger } = one;
  const { now, actor, commandId: causationId, correlationId = causationId, context } = metadata;
  const envelope = { recordedAt: instantOf(now), correlationId, causationId, actor, context };
  for (;;) {
    await ledger.refresh();
    const stored = ledger.byHand(causationId);
    if (stored) {
      if (!isSaidBy(said, stored)) throw new CommandIdReused(ledger.name, causationId);
      return { ok: true, events: [stored], version: ledger.version(), repeated: true };
    }
    const { command, version } = await commandOf(said, one, store);
    // It was true of the ledger at this version.
    if (version !== ledger.version()) continue;
    const decision = processLedger.decide(command, ledger.state());
    if (!decision.ok) return decision;
    const { events } = ledger.write(decision.events, envelope);
    if (events.length === 0 || (await ledger.append(decision.events, envelope)))
      return { ok: true, events, version: ledger.version() };
  }
}

/** What is said, as a command to the ledger, and the version of the ledger of which that is so. */
async function commandOf(
  said: Said,
  one: Follower,
  store: EventStore,
): Promise<{ command: ProcessCommand; version: number }> {
  const { create } = ProcessCommand;
  const { about, by, reason } = said;
  const command = async () => {
    if (said.word === "SkipEvent")
      return create.SkipEvent({ event: about, ...(await skippable(one, about, store)), by, reason });
    if (!("key" in said)) return create[said.word]({ want: about, by, reason });
    const matter = { key: said.key, content: about, by, reason };
    if (said.word === "ReopenMatter") return create.ReopenMatter(matter);
    return create.SettleMatter({ ...matter, open: await openUnder(one, matter) });
  };
  return { command: await command(), version: one.ledger.version() };
}

/** Whether an event of the ledger is what came of just this. */
function isSaidBy({ word, about, by, reason }: Said, { type, data }: ProcessEvent): boolean {
  const isSame = (one: { by: Id; reason: string }) => one.by === by && one.reason === reason;
  if (type === "EventSkipped") return word === "SkipEvent" && data.event === about && isSame(data);
  if (type === "WantReopened") return word === "ReopenWant" && data.want === about && isSame(data);
  if (type === "MatterSettled") return word === "SettleMatter" && data.content === about && isSame(data);
  if (type === "MatterReopened") return word === "ReopenMatter" && data.content === about && isSame(data);
  if (type !== "WantSettled" || data.outcome.kind !== "skipped") return false;
  return word === "SkipWant" && data.want === about && isSame(data.outcome);
}
