import { aggregates } from "../../src/aggregates.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import type { Decided } from "../../src/process/carrier.ts";
import type { Clock } from "../../src/process/clock.ts";
import { UnknownAggregate } from "../../src/process/faults.ts";
import type { Addressed } from "../../src/process/messages.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { consequencesOf, type Foreseen } from "../../src/read/consequences.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";

/** A clock whose day the office sets. No pause is long; whoever only waits for something new is told to `whenIdle`. */
export type OfficeClock = Clock & { today: Date; whenIdle: (() => void) | undefined };

const shortly = () => new Promise<void>((resolve) => setImmediate(resolve));

export function officeClock(): OfficeClock {
  return {
    today: new Date(0),
    whenIdle: undefined,
    now() {
      return this.today;
    },
    wait(milliseconds) {
      if (milliseconds < 1_000) return shortly();
      this.whenIdle?.();
      // A time limit never comes.
      return new Promise(() => undefined);
    },
    random: () => 0.5,
  };
}

/** A program over the store: it carries out commands, and all that follows from them. */
export type Server = {
  /** Carries out a command and what follows from it. */
  send(addressed: Addressed, metadata: CommandMetadata): Promise<Decided>;
  /** Carries out a command alone. */
  handle(addressed: Addressed, metadata: CommandMetadata): Promise<Decided>;
  /** Tells what a command would lead to. */
  ask(addressed: Addressed, metadata: CommandMetadata): Promise<Foreseen>;
  followToEnd(): Promise<void>;
};

export function server({
  store,
  processes,
  clock,
}: {
  store: EventStore;
  processes: readonly AnyProcess[];
  clock: OfficeClock;
}): Server {
  // All events of the store are of this program, so it reads none by its schema again.
  const around = { trusted: true, wait: shortly, deciders: Object.values(aggregates) };
  const handlersOver = (over: EventStore) => commandHandlers({ store: over, ...around });
  const handlers = handlersOver(store);
  const runner = seasonRunner({ store, handlers, processes, clock });
  const stopped = () => runner.status().find((one) => one.stopped);
  return {
    async send(addressed, metadata) {
      const { outcome, complete } = await runner.send(addressed, metadata);
      if (!complete) throw new Error(`not all follows from ${addressed.command.type}`, { cause: stopped() });
      return outcome;
    },
    handle({ aggregate, id, command }, metadata) {
      const handler = handlers.get(aggregate);
      if (!handler) throw new UnknownAggregate(aggregate);
      return handler(id, { ...command, metadata });
    },
    ask: (addressed, metadata) =>
      consequencesOf(addressed, metadata, { runner, store, handlers: handlersOver }),
    async followToEnd() {
      const ending = new AbortController();
      clock.whenIdle = () => ending.abort();
      await runner.follow({ signal: ending.signal });
      clock.whenIdle = undefined;
      if (stopped()) throw new Error("a process has stopped", { cause: stopped() });
    },
  };
}
