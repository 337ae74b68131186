import type { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { CommandMetadata } from "../kernel/recorded.ts";
import { instantOf } from "../kernel/time.ts";
import type { Decided } from "./carrier.ts";
import type { Follower } from "./follower.ts";
import { ProcessCommand } from "./messages.ts";
import { processLedger } from "./process.ts";

/** What a person decides about a process, by its name: the command goes to the ledger of the process. */
export type ByHand = {
  /** A want is not to be carried out, or the event is passed over at which a process stopped. */
  skip(
    what: { process: Id; reason: string } & ({ want: Id } | { event: Id }),
    metadata: CommandMetadata,
  ): Promise<Decided>;
  /** A want that came to nothing is tried again. */
  reopen(what: { process: Id; want: Id; reason: string }, metadata: CommandMetadata): Promise<Decided>;
};

export function byHand(followers: readonly Follower[]): ByHand {
  function known(process: Id): Follower {
    const found = followers.find((one) => one.process.name === process);
    if (!found) throw new RangeError(`no process is named ${JSON.stringify(process)}`);
    return found;
  }

  return {
    async skip({ process, reason, ...what }, metadata) {
      const by = metadata.actor;
      const { ledger, halted } = known(process);
      if ("want" in what)
        return told(ledger, { type: "SkipWant", data: { want: what.want, by, reason } }, metadata);
      const halt = halted();
      if (halt?.eventId !== what.event)
        throw new RangeError(`${process} has not stopped at event ${JSON.stringify(what.event)}`);
      const { stream, root } = halt;
      return told(
        ledger,
        { type: "SkipEvent", data: { event: what.event, stream, root, by, reason } },
        metadata,
      );
    },
    async reopen({ process, want, reason }, metadata) {
      const data = { want, by: metadata.actor, reason };
      return told(known(process).ledger, { type: "ReopenWant", data }, metadata);
    },
  };
}

/** Decides the command on the ledger as it is now, and stores what follows. Where another was quicker it decides anew. */
async function told(
  ledger: Follower["ledger"],
  command: ProcessCommand,
  metadata: CommandMetadata,
): Promise<Decided> {
  const {
    now,
    actor,
    commandId: causationId,
    correlationId = causationId,
    context,
  } = checked(CommandMetadata, metadata);
  const envelope = { recordedAt: instantOf(now), correlationId, causationId, actor, context };
  for (;;) {
    await ledger.refresh();
    const decision = processLedger.decide(checked(ProcessCommand, command), ledger.state());
    if (!decision.ok) return decision;
    const { events } = ledger.write(decision.events, envelope);
    if (events.length === 0 || (await ledger.append(decision.events, envelope))) return { ok: true, events };
  }
}
