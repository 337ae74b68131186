import type { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { CommandMetadata, type StreamName } from "../kernel/recorded.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import type { Carrier, Decided } from "./carrier.ts";
import { type Clock, pauseBefore } from "./clock.ts";
import { isLasting, ProcessNameTaken, TooManyConsequences, UnknownAggregate } from "./faults.ts";
import { type Follower, follower } from "./follower.ts";
import { type Carried, type Consequences, consequencesOf } from "./ledger-walk.ts";
import { type Matter, mattersIn } from "./matters.ts";
import { type Addressed, ProcessCommand } from "./messages.ts";
import { processLedger } from "./process.ts";
import type { AnyProcess } from "./pure-process.ts";

/** Where a process cannot go on until its next version, or until a person skips what it cannot do. */
export type Stopped = { process: Id; eventId: Id; stream: StreamName; error: Error };

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

export type Runner = {
  /**
   * Carries out a command, and follows the log until the processes have passed what it caused, and what that caused. Past
   * `timeLimit` milliseconds (10,000) it answers `complete: false`; nothing is lost, and any runner goes on.
   * @throws {UnknownAggregate} where nobody handles the command
   * @throws {TooManyConsequences} where more than `wantsMax` wants follow
   */
  send(
    addressed: Addressed,
    metadata: CommandMetadata,
    options?: { timeLimit?: number },
  ): Promise<SendResult>;
  /** Follows the log until `signal` is aborted: for a worker. */
  follow(options: { signal: AbortSignal }): Promise<void>;
  /** What people have to look at, the same on every runner; with `void` also what was so already. */
  matters(options?: { void?: boolean }): Promise<Matter[]>;
  status(): { process: Id; version: number; answered: number; standsBy: boolean; stopped?: Stopped }[];
  /** A want is not to be carried out, or the event is passed over at which a process stopped. */
  skip(
    what: { process: Id; reason: string } & ({ want: Id } | { event: Id }),
    metadata: CommandMetadata,
  ): Promise<Decided>;
  /** A want that came to nothing is tried again. */
  reopen(what: { process: Id; want: Id; reason: string }, metadata: CommandMetadata): Promise<Decided>;
};

/** How often a worker looks for something new where the store does not wake it. */
const pollEvery = 1_000;
const commandsKept = 10_000;

/**
 * Runs processes over a store: what each wants is stored before it is done, and what came of it together with what it
 * caused. Any number of runners help each other, each want is carried out once, and a restart adds nothing.
 * @throws {ProcessNameTaken} where two processes have one name
 */
export function processRunner({
  store,
  handlers,
  processes,
  clock,
  wantsMax = 1_000,
  patience = { min: 50, max: 200 },
}: {
  store: EventStore;
  handlers: ReadonlyMap<string, Carrier>;
  processes: readonly AnyProcess[];
  clock: Clock;
  wantsMax?: number;
  patience?: { min: number; max: number };
}): Runner {
  const mine = new Set<Id>();
  const around = { store, handlers, clock, wantsMax, patience, mine };
  const names = processes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ProcessNameTaken(twice);
  const followers = processes
    .filter(({ answers }) => answers.length > 0)
    .map((process) => follower(process, around));

  async function advance(): Promise<void> {
    const results = await Promise.allSettled(followers.map((one) => one.advance()));
    for (const result of results) if (result.status === "rejected") throw result.reason;
  }

  /** Goes on until what followed is complete, or cannot be, or it is late. */
  async function followed(
    events: Parameters<typeof consequencesOf>[0],
    isLate: () => boolean,
  ): Promise<Consequences> {
    let known: Consequences = { carried: [], behind: new Set(followers) };
    for (let attempt = 0; !isLate(); attempt += 1) {
      try {
        await advance();
        known = await consequencesOf(events, { store, followers });
        if ([...known.behind].every((one) => one.halted())) break;
      } catch (error) {
        if (isLasting(error)) throw error;
        // The store is away. It comes back.
      }
      await clock.wait(pauseBefore(attempt, clock));
    }
    return known;
  }

  async function send(
    addressed: Addressed,
    metadata: CommandMetadata,
    { timeLimit = 10_000 }: { timeLimit?: number } = {},
  ): Promise<SendResult> {
    const { aggregate, id, command } = addressed;
    const handler = handlers.get(aggregate);
    if (!handler) throw new UnknownAggregate(aggregate);
    if (mine.size > commandsKept) mine.clear();
    mine.add(metadata.commandId);
    const outcome = await handler(id, { ...command, metadata });
    if (!outcome.ok || followers.length === 0)
      return { outcome, consequences: [], complete: true, stopped: [] };

    const ending = new AbortController();
    let late = false;
    const limit = clock.wait(timeLimit, ending.signal).then(
      () => {
        late = true;
      },
      () => undefined,
    );
    const work = followed(outcome.events, () => late);
    const known = await Promise.race([work, limit]).finally(() => ending.abort());
    // What goes on in the background may fail, and is then tried again by the next one.
    work.catch(() => undefined);
    const { carried, behind } = known ?? { carried: [], behind: new Set(followers) };
    const last = carried.find(({ outcome: { kind } }) => kind === "stopped");
    if (last) throw new TooManyConsequences({ wantsMax, chain: chainTo(last, carried) });
    return { outcome, consequences: carried, complete: behind.size === 0, stopped: stoppedNow() };
  }

  function stoppedNow(): Stopped[] {
    return followers.flatMap((one) => stoppedIn(one) ?? []);
  }

  async function follow({ signal }: { signal: AbortSignal }): Promise<void> {
    for (let attempt = 0; !signal.aborted; ) {
      try {
        await advance();
        attempt = 0;
        await pause(pollEvery, signal);
      } catch (error) {
        if (isLasting(error)) throw error;
        await pause(pauseBefore(attempt, clock), signal);
        attempt += 1;
      }
    }
  }

  /** Ends after so long, or where the store wakes it, or where the signal is aborted. */
  async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const ending = new AbortController();
    const end = () => ending.abort();
    signal.addEventListener("abort", end);
    let unsubscribe: (() => void) | undefined;
    const woken = new Promise<void>((resolve) => {
      ending.signal.addEventListener("abort", () => resolve());
      unsubscribe = store.changed?.(resolve);
    });
    await Promise.race([clock.wait(milliseconds, ending.signal).catch(() => undefined), woken]);
    unsubscribe?.();
    signal.removeEventListener("abort", end);
    ending.abort();
  }

  function known(process: Id): Follower {
    const found = followers.find((one) => one.process.name === process);
    if (!found) throw new RangeError(`no process is named ${JSON.stringify(process)}`);
    return found;
  }

  async function told(process: Id, command: ProcessCommand, metadata: CommandMetadata): Promise<Decided> {
    const { ledger } = known(process);
    const {
      now,
      actor,
      commandId: causationId,
      correlationId = causationId,
    } = checked(CommandMetadata, metadata);
    const envelope = { recordedAt: instantOf(now), correlationId, causationId, actor };
    for (;;) {
      await ledger.refresh();
      const decision = processLedger.decide(checked(ProcessCommand, command), ledger.state());
      if (!decision.ok) return decision;
      const { events } = ledger.write(decision.events, envelope);
      if (events.length === 0 || (await ledger.append(decision.events, envelope)))
        return { ok: true, events };
    }
  }

  return {
    send,
    follow,
    matters: async ({ void: withVoid = false } = {}) => {
      for (const { ledger } of followers) await ledger.refresh();
      return followers.flatMap(({ process, ledger }) =>
        mattersIn(process.name, ledger.state(), { withVoid }),
      );
    },
    status: () =>
      followers.map((one) => {
        const { process, ledger } = one;
        const state = ledger.state();
        const stopped = stoppedIn(one);
        const answered = state.status === "running" ? state.answered.size : 0;
        const standsBy = one.standing() === "standsBy";
        return {
          process: process.name,
          version: process.version,
          answered,
          standsBy,
          ...(stopped && { stopped }),
        };
      }),
    skip({ process, reason, ...what }, metadata) {
      const by = metadata.actor;
      if ("want" in what)
        return told(process, { type: "SkipWant", data: { want: what.want, by, reason } }, metadata);
      const halt = known(process).halted();
      if (halt?.eventId !== what.event)
        throw new RangeError(`${process} has not stopped at event ${JSON.stringify(what.event)}`);
      const { stream, root } = halt;
      const data = { event: what.event, stream, root, by, reason };
      return told(process, { type: "SkipEvent", data }, metadata);
    },
    reopen: ({ process, want, reason }, metadata) =>
      told(process, { type: "ReopenWant", data: { want, by: metadata.actor, reason } }, metadata),
  };
}

function stoppedIn(one: Follower): Stopped | undefined {
  const halt = one.halted();
  if (!halt) return undefined;
  const { eventId, stream, error } = halt;
  return { process: one.process.name, eventId, stream, error };
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
