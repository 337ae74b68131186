import * as z from "zod/mini";
import { CommandIdReused } from "../kernel/errors.ts";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { InvalidInput } from "../kernel/problem.ts";
import { CommandMetadata } from "../kernel/recorded.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Decided } from "./carrier.ts";
import { UnknownProcess } from "./faults.ts";
import type { Follower } from "./follower.ts";
import { ProcessCommand, type ProcessEvent, Reason } from "./messages.ts";
import { processLedger } from "./process.ts";
import { skippable } from "./skippable.ts";

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
   * A want that came to nothing is tried again.
   * @throws {UnknownProcess} where the runner has no process of this name
   * @throws {CommandIdReused} where the id is that of another such command
   */
  reopen(what: { process: Id; want: Id; reason: string }, metadata: CommandMetadata): Promise<Decided>;
};

const Asked = z.strictObject({
  process: Id,
  reason: Reason,
  want: z.optional(Id),
  event: z.optional(Id),
});

/** What a person said, by the word for it and what it is about. */
type Said = { word: "skipEvent" | "skipWant" | "reopen"; about: Id; by: Id; reason: string };

export function byHand(
  followers: readonly Follower[],
  { store, refuse }: { store: EventStore; refuse: (actor: Id) => void },
): ByHand {
  /** Reads what came, and does it on the process that it is about. */
  async function decided(received: unknown, receivedMetadata: unknown, isReopened: boolean) {
    const { process, reason, want, event } = checked(Asked, received);
    const metadata = checked(CommandMetadata, receivedMetadata);
    refuse(metadata.actor);
    const about = want ?? event;
    if (about === undefined)
      throw new InvalidInput([{ field: "event", rule: "required", value: "undefined" }]);
    const found = followers.find((one) => one.process.name === process);
    if (!found) throw new UnknownProcess(process);
    const word = isReopened ? "reopen" : want === undefined ? "skipEvent" : "skipWant";
    return told(found, { said: { word, about, by: metadata.actor, reason }, metadata, store });
  }
  return {
    skip: (what, metadata) => decided(what, metadata, false),
    reopen: (what, metadata) => decided(what, metadata, true),
  };
}

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
  { word, about, by, reason }: Said,
  one: Follower,
  store: EventStore,
): Promise<{ command: ProcessCommand; version: number }> {
  const at = word === "skipEvent" ? await skippable(one, about, store) : undefined;
  const command = at
    ? ProcessCommand.create.SkipEvent({ event: about, ...at, by, reason })
    : ProcessCommand.create[word === "reopen" ? "ReopenWant" : "SkipWant"]({ want: about, by, reason });
  return { command, version: one.ledger.version() };
}

/** Whether an event of the ledger is what came of just this. */
function isSaidBy({ word, about, by, reason }: Said, { type, data }: ProcessEvent): boolean {
  const isSame = (one: { by: Id; reason: string }) => one.by === by && one.reason === reason;
  if (type === "EventSkipped") return word === "skipEvent" && data.event === about && isSame(data);
  if (type === "WantReopened") return word === "reopen" && data.want === about && isSame(data);
  if (type !== "WantSettled" || data.outcome.kind !== "skipped") return false;
  return word === "skipWant" && data.want === about && isSame(data.outcome);
}
