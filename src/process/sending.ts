import type { Id } from "../kernel/ids.ts";
import type { CommandMetadata, Recorded, StreamName } from "../kernel/recorded.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Carrier, Decided } from "./carrier.ts";
import { type Clock, pauseBefore } from "./clock.ts";
import { isLasting, OutcomeUnknown, TooManyConsequences, UnknownAggregate } from "./faults.ts";
import type { Follower } from "./follower.ts";
import { advanceAll } from "./following.ts";
import { type Carried, type Consequences, consequencesOf } from "./ledger-walk.ts";
import type { Addressed } from "./messages.ts";

/** Where a process cannot go on until its next version, or until a person skips what it cannot do. */
export type Stopped = {
  process: Id;
  /** The event that it cannot read, answer or remember; absent where that is its own ledger, which nobody can skip. */
  eventId?: Id;
  stream: StreamName;
  /** The want that it cannot carry out: this is what a person skips, and not the event. */
  want?: Id;
  /** The error as text, for what becomes JSON. */
  reason: string;
  error: Error;
};

/** What came of a command, and of all that follows from it. */
export type SendResult = {
  outcome: Decided;
  /** What the processes wanted, in the order of cause and effect, as far as it is done. */
  consequences: readonly Carried[];
  /** Whether every process has passed the command's events, and what followed from them, and so on. */
  complete: boolean;
  /** The processes that cannot go on. */
  stopped: readonly Stopped[];
};

type Around = {
  store: EventStore;
  handlers: ReadonlyMap<string, Carrier>;
  followers: readonly Follower[];
  clock: Clock;
  wantsMax: number;
};

/** Carries out a command, and follows the log until all that it caused is done, or it is late. */
export async function sendAndFollow(
  { aggregate, id, command }: Addressed,
  metadata: CommandMetadata,
  { timeLimit, ...around }: Around & { timeLimit: number },
): Promise<SendResult> {
  const { handlers, followers, clock, wantsMax } = around;
  const handler = handlers.get(aggregate);
  if (!handler) throw new UnknownAggregate(aggregate);
  const limit = limited(timeLimit, clock);
  try {
    const outcome = await limit.race(handler(id, { ...command, metadata }));
    if (outcome === late) throw new OutcomeUnknown(metadata.commandId, timeLimit);
    if (!outcome.ok || followers.length === 0)
      return { outcome, consequences: [], complete: true, stopped: [] };
    const known = await limit.race(followed(outcome.events, around, limit.isOver));
    const { carried, behind } = known === late ? { carried: [], behind: new Set(followers) } : known;
    const last = carried.find(({ outcome: { kind } }) => kind === "stopped");
    if (last) throw new TooManyConsequences({ wantsMax, chain: chainTo(last, carried) });
    const stopped = followers.flatMap((one) => stoppedIn(one) ?? []);
    return { outcome, consequences: carried, complete: behind.size === 0, stopped };
  } finally {
    limit.end();
  }
}

const late = Symbol("late");

/** A time limit that holds at every wait: what is waited for may go on in the background. */
function limited(milliseconds: number, clock: Clock) {
  const ending = new AbortController();
  let isOver = false;
  const over = clock.wait(milliseconds, ending.signal).then((): typeof late => {
    isOver = true;
    return late;
  });
  return {
    isOver: () => isOver,
    end: () => ending.abort(),
    race<T>(work: Promise<T>): Promise<T | typeof late> {
      // What fails in the background is tried again by the next one.
      work.catch(() => undefined);
      return Promise.race([work, over]);
    },
  };
}

/** Goes on until what followed is complete, or cannot be, or it is late. */
async function followed(
  events: readonly Recorded[],
  { store, followers, clock }: Around,
  isLate: () => boolean,
): Promise<Consequences> {
  let known: Consequences = { carried: [], behind: new Set(followers) };
  for (let attempt = 0; !isLate(); attempt += 1) {
    try {
      await advanceAll(followers);
      known = await consequencesOf(events, { store, followers });
      if ([...known.behind].every((one) => one.halted())) break;
    } catch (error) {
      // The command is stored, and its outcome is told whatever fails after it.
      if (isLasting(error)) break;
      // The store is away. It comes back.
    }
    await clock.wait(pauseBefore(attempt, clock));
  }
  return known;
}

export function stoppedIn(one: Follower): Stopped | undefined {
  const halt = one.halted();
  if (!halt) return undefined;
  const { at, stream, want, error } = halt;
  return {
    process: one.process.name,
    ...(at && { eventId: at.eventId }),
    stream,
    ...(want !== undefined && { want }),
    reason: String(error),
    error,
  };
}

const chainMax = 20;

/** How one want led to the next, up to this one. */
function chainTo(last: Carried, carried: readonly Carried[]): string[] {
  const cause = new Map(
    carried.flatMap((one) => one.events.map(({ metadata }) => [metadata.eventId, one] as const)),
  );
  const chain: string[] = [];
  for (let one: Carried | undefined = last; one && chain.length < chainMax; one = cause.get(one.event))
    chain.unshift(`${one.process}: ${one.command.type}`);
  return chain;
}
