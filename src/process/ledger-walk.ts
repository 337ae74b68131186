import type { Id } from "../kernel/ids.ts";
import type { Recorded } from "../kernel/recorded.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Follower } from "./follower.ts";
import { isEffectOf } from "./ledger-stream.ts";
import { isAfter } from "./log-memory.ts";
import type { Addressed, Outcome } from "./messages.ts";
import type { Want } from "./process.ts";

/** A command that a process wanted, and what came of it. */
export type Carried = Addressed & {
  process: Id;
  want: Id;
  /** The event that it answers. */
  event: Id;
  outcome: Outcome;
  /** The events that it caused; none where it was refused or changed nothing. */
  events: readonly Recorded[];
};

/** What followed from some events, as far as the ledgers have it. */
export type Consequences = {
  carried: Carried[];
  /** The processes that have not passed all of it. */
  behind: Set<Follower>;
};

/**
 * What followed from these events, and from what followed from them, and so on. It asks the ledgers as they were read
 * last, and nothing else that a runner keeps in memory: so it sees what another server did, too.
 */
export async function consequencesOf(
  events: readonly Recorded[],
  { store, followers }: { store: EventStore; followers: readonly Follower[] },
): Promise<Consequences> {
  const carried: Carried[] = [];
  const behind = new Set<Follower>();
  // The list grows during the loop, and the loop visits each event once.
  const causes = [...events];
  for (const event of causes) {
    for (const follower of followers) {
      const wants = await wantsAnswering(event, follower, store);
      if (wants === undefined) behind.add(follower);
      for (const { want, event: cause, aggregate, id, command, claim, outcome } of wants ?? []) {
        if (!outcome) {
          behind.add(follower);
          continue;
        }
        const caused = outcome.kind === "carried" ? await eventsBetween(store, outcome) : [];
        causes.push(...caused);
        const process = follower.process.name;
        const wanted = { aggregate, id, command, ...(claim && { claim }) };
        carried.push({ ...wanted, process, want, event: cause, outcome, events: caused });
      }
    }
  }
  return { carried, behind };
}

/** What a process wants of an event; undefined while it has not answered it. */
async function wantsAnswering(
  { type, metadata }: Recorded,
  { ledger, process }: Follower,
  store: EventStore,
): Promise<Want[] | undefined> {
  const state = ledger.state();
  if (state.status === "blank") return undefined;
  const { eventId } = metadata;
  const isPassed =
    !state.since.has(type) || isEffectOf(process, state, metadata) || state.skipped.has(eventId);
  const answered = state.answered.get(eventId);
  if (answered) return answered.flatMap((want) => state.wants.get(want) ?? []);
  if (isPassed) return [];
  const after = state.since.get(type);
  return after && !(await isAfter(store, after, eventId)) ? [] : undefined;
}

async function eventsBetween(
  store: EventStore,
  { stream, from, to }: { stream: string; from: number; to: number },
): Promise<readonly Recorded[]> {
  const events = await store.read(stream, { from });
  return events.slice(0, to - from + 1);
}
