import type { Id } from "../kernel/ids.ts";
import { excerpt, InvalidInput } from "../kernel/problem.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import type { Instant } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import { type ByHand, byHand } from "./by-hand.ts";
import type { Carrier } from "./carrier.ts";
import type { Clock } from "./clock.ts";
import { isLasting, LogMissing, ProcessNameTaken } from "./faults.ts";
import { type Follower, follower } from "./follower.ts";
import { advanceAll, followLog } from "./following.ts";
import { type Matter, mattersIn } from "./matters.ts";
import type { Addressed } from "./messages.ts";
import type { Ledger } from "./process.ts";
import type { AnyProcess } from "./pure-process.ts";
import { type SendResult, type Stopped, sendAndFollow, stoppedIn } from "./sending.ts";
import { stillAsked } from "./still-asked.ts";

/** How far a process has come on this server. */
export type ProcessStatus = {
  process: Id;
  version: number;
  /** How many events it has answered. */
  answered: number;
  /** Whether a newer version has begun, so this one only waits. */
  standsBy: boolean;
  stopped?: Stopped;
};

export type Runner = ByHand & {
  /**
   * Carries out a command, and follows the log until the processes have passed what it caused, and what that caused. Past
   * `timeLimit` milliseconds (10,000) it answers `complete: false`; nothing is lost, and any runner goes on.
   * @throws {UnknownAggregate} where nobody handles the command
   * @throws {InvalidInput} where the command or its metadata has not its form, or the actor has the name of a process
   * @throws {OutcomeUnknown} where the command itself took longer: send it again under the same id
   * @throws {TooManyConsequences} where more than `wantsMax` wants follow
   */
  send(
    addressed: Addressed,
    metadata: CommandMetadata,
    options?: { timeLimit?: number },
  ): Promise<SendResult>;
  /**
   * Follows the log until `signal` is aborted: for a worker.
   * @throws {VersionTaken} where a process answers other events than its version does in the store
   */
  follow(options: { signal: AbortSignal }): Promise<void>;
  /**
   * What people have to look at, the same on every runner that has read the log; with `void` also what was so already.
   * What nobody asks for any more, and what people have done by hand, is not among it. Of a ledger that only a newer
   * version can read it has what comes before that; `status` says so.
   */
  matters(options?: { void?: boolean }): Promise<Matter[]>;
  status(): ProcessStatus[];
  /**
   * A runner over another store that goes on from where this one is, for a dry run over an `overlayStore` of
   * `thidua/stores`. It is to be a store that holds at least what this runner has read. The two share nothing.
   */
  fork(over: { store: EventStore; handlers: ReadonlyMap<string, Carrier> }): Fork;
};

/** A runner that was forked from another one. */
export type Fork = Pick<Runner, "send"> & {
  /** Goes on to the end of the log. */
  catchUp(): Promise<void>;
  /** The processes that have come to the end of the log, each with what it remembers and with its ledger. */
  known(): KnownProcess[];
};

/** A process as it is at the end of a log. */
export type KnownProcess = {
  process: AnyProcess;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the process remembers, it reads it itself.
  state: any;
  ledger: Ledger;
  /** When an event was answered. */
  answeredAt(event: Id): Instant | undefined;
};

const commandsKept = 10_000;

/**
 * Runs the processes of a season over a store: what each wants is stored before it is done, and what came of it together
 * with what it caused. Any number of runners help each other, each want is carried out once, and a restart adds nothing.
 * `patience` is how many milliseconds a runner waits before it helps with what another one has caused: so much at least
 * and at most.
 * @throws {ProcessNameTaken} where two processes have one name
 * @throws {LogMissing} where the store has streams only, as a `StreamStore`
 */
export function seasonRunner({
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
  refuseDoubled(processes);
  // A program without types may hand over what has streams only.
  if (typeof store.readAll !== "function") throw new LogMissing();
  const mine = new Set<Id>();
  const around = { store, handlers, clock, wantsMax, patience, mine };
  const followers = processes
    .filter(({ answers }) => answers.length > 0)
    .map((process) => follower(process, around));
  const sending =
    (sent: typeof around, all: readonly Follower[]): Runner["send"] =>
    async (addressed, metadata, { timeLimit = 10_000 } = {}) => {
      refuseAsActor(metadata.actor, processes);
      if (sent.mine.size > commandsKept) sent.mine.clear();
      sent.mine.add(metadata.commandId);
      return sendAndFollow(addressed, metadata, { ...sent, followers: all, timeLimit });
    };

  return {
    send: sending(around, followers),
    follow: ({ signal }) => followLog(followers, { store, clock, signal }),
    async matters({ void: withVoid = false } = {}) {
      for (const { ledger } of followers) await ledger.refresh().catch(passOver);
      return followers.flatMap((one) =>
        mattersIn(one.process.name, one.ledger.state(), { withVoid, isAsked: askedBy(one) }),
      );
    },
    status: () => followers.map(statusOf),
    fork(over) {
      // Nobody else works on it, so there is nobody to wait for.
      const forked = { ...around, ...over, patience: { min: 0, max: 0 }, mine: new Set<Id>() };
      const all = followers.map((one) => one.fork(forked));
      return { send: sending(forked, all), catchUp: () => caughtUp(all), known: () => all.flatMap(knownOf) };
    },
    ...byHand(followers, { store, refuse: (actor) => refuseAsActor(actor, processes) }),
  };
}

function refuseDoubled(processes: readonly AnyProcess[]): void {
  const names = processes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ProcessNameTaken(twice);
}

/** What a process does is known by its name: nobody else may have it. */
function refuseAsActor(actor: Id, processes: readonly AnyProcess[]): void {
  if (!processes.some(({ name }) => name === actor)) return;
  throw new InvalidInput([{ field: "metadata.actor", rule: "actorIsProcess", value: excerpt(actor) }]);
}

/** What one passes may give another something to do. */
async function caughtUp(followers: readonly Follower[]): Promise<void> {
  while (await advanceAll(followers));
}

function knownOf(one: Follower): KnownProcess[] {
  const { process, ledger } = one;
  if (one.halted() || one.standing() !== "runs") return [];
  const answeredAt = (event: Id) => ledger.answer(event)?.recordedAt;
  return [{ process, state: one.known(), ledger: ledger.state(), answeredAt }];
}

/** Whether a want is still asked for. Who has not read on, stands by or has stopped does not know it. */
function askedBy(one: Follower): (want: Id) => boolean {
  if (!one.isCurrent() || one.halted() || one.standing() !== "runs") return () => true;
  const asked = stillAsked(one.process, { state: one.known(), ledger: one.ledger.state() });
  const ids = new Set(asked.map(({ want }) => want));
  return (want) => ids.has(want);
}

/** What only a newer version can read stops nothing else. */
function passOver(error: unknown): void {
  if (!isLasting(error)) throw error;
}

function statusOf(one: Follower): ProcessStatus {
  const { process, ledger } = one;
  const state = ledger.state();
  const stopped = stoppedIn(one);
  return {
    process: process.name,
    version: process.version,
    answered: state.status === "running" ? state.answered.size : 0,
    standsBy: one.standing() === "standsBy",
    ...(stopped && { stopped }),
  };
}
