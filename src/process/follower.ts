import type { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { list } from "../kernel/list.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { instantOf } from "../kernel/time.ts";
import type { EventStore, Position } from "../stores/event-store.ts";
import { answer } from "./answer.ts";
import { begin, type Standing } from "./beginning.ts";
import type { Carrier } from "./carrier.ts";
import type { Clock } from "./clock.ts";
import { isLasting } from "./faults.ts";
import { errorOf, type Halt, isLifted } from "./halt.ts";
import { type Envelope, isEffectOf, type LedgerStream, laterOf, ledgerStream } from "./ledger-stream.ts";
import { isAt, isOfLedger, logMemory } from "./log-memory.ts";
import { Addressed, type ProcessEvent } from "./messages.ts";
import type { Ledger } from "./process.ts";
import { processMemory } from "./process-memory.ts";
import type { AnyProcess } from "./pure-process.ts";
import { settle } from "./settling.ts";
import { wantId } from "./want-id.ts";

const pageSize = 200;
/** After so many events, whatever else the program has to do may go on. */
const eventsAtOnce = 50;

/** What all followers of a runner share. */
type Surroundings = {
  store: EventStore;
  handlers: ReadonlyMap<string, Carrier>;
  clock: Clock;
  wantsMax: number;
  /** Milliseconds before it helps with what another server caused: so much at least, and at most. */
  patience: { min: number; max: number };
  /** The commands that this server has sent or carried out. */
  mine: Set<Id>;
};

/** Leads one process along the log. */
export type Follower = {
  readonly process: AnyProcess;
  readonly ledger: LedgerStream;
  /** What the process remembers. */
  known(): unknown;
  /** Whether that is all that its ledger has answered, also for other runners. */
  isCurrent(): boolean;
  halted(): Halt | undefined;
  standing(): Standing;
  /**
   * Goes on to the end of the log, or to where it cannot go on, and says whether it has passed an event. A second call
   * while one is at work is that one.
   */
  advance(): Promise<boolean>;
  /** A follower over another store that goes on from where this one is. The two know nothing of each other. */
  fork(around: Surroundings): Follower;
};

/** Where a follower begins. */
type Begun = {
  ledger: LedgerStream;
  log: ReturnType<typeof logMemory>;
  memory: ReturnType<typeof processMemory>;
  cursor: Position | undefined;
  reached: Set<string>;
  standing: Standing;
};

type Running = Extract<Ledger, { status: "running" }>;

export function follower(process: AnyProcess, around: Surroundings): Follower {
  return followerFrom(process, around, {
    ledger: ledgerStream(around.store, process.name),
    log: logMemory(process.name),
    memory: processMemory(process),
    cursor: undefined,
    reached: new Set(),
    standing: "unknown",
  });
}

function followerFrom(process: AnyProcess, around: Surroundings, begun: Begun): Follower {
  const { store, handlers, clock, wantsMax, patience, mine } = around;
  const { ledger, log, memory, reached } = begun;
  let { cursor, standing } = begun;
  let count = 0;
  /** Where the last pass came to its end. While one is at work, nothing better is known. */
  let halt: Halt | undefined;
  let takesOver = false;
  /** The version of the ledger when the last pass came to its end. */
  let current: number | undefined;
  let working: Promise<boolean> | undefined;

  const running = () => ledger.state() as Running;

  async function work(): Promise<Halt | undefined> {
    if (standing !== "runs")
      standing = await begin({ process, ledger, store, now: () => instantOf(clock.now()) });
    if (standing !== "runs") return undefined;
    const unsettled = await settleOpen();
    if (unsettled) return unsettled;
    for (;;) {
      const page = await store.readAll({ after: cursor, limit: pageSize });
      // The ledger is in the log: where the log has nothing new, it has not either.
      if (page.length === 0) return forgotten();
      // It is read after the page: it has every answer whose effects are in the page.
      await ledger.refresh();
      for (const { position, event } of page) {
        if (running().version > process.version) {
          standing = "standsBy";
          return undefined;
        }
        const met = await pass(event);
        if (met) return met;
        cursor = position;
        count += 1;
        if (count % eventsAtOnce === 0) await clock.wait(0);
      }
      const met = forgotten();
      if (met) return met;
    }
  }

  /** Answers an event where that is still to be done, does what is wanted, and passes it; or says why it cannot. */
  async function pass(stored: Recorded): Promise<Halt | undefined> {
    const { metadata } = stored;
    for (const [, after] of running().since)
      if (after && isAt(metadata, after)) reached.add(placeText(after));
    if (isOfLedger(stored)) {
      log.learn(stored);
      return undefined;
    }
    // It remembers causes: what it has caused itself it is not shown.
    if (isEffectOf(process, running(), metadata) || !process.reads.has(stored.type)) return undefined;
    if (running().skipped.has(metadata.eventId)) return settleOpen();
    let event: Recorded;
    try {
      event = read(stored);
    } catch (error) {
      return haltAt(stored, error);
    }
    while (isUnanswered(event)) {
      const met = await answered(event);
      if (met) return met;
      if (running().version > process.version) return undefined;
    }
    const unsettled = await settleOpen();
    if (!unsettled) memory.pass(event);
    return unsettled;
  }

  /** The event in today's form. It throws where only a newer version can read it. */
  function read(stored: Recorded): Recorded {
    const { stream } = stored.metadata;
    return handlers.get(stream.slice(0, stream.indexOf("-")))?.known?.(stored) ?? stored;
  }

  function isUnanswered({ type, metadata }: Recorded): boolean {
    const { since, answered, skipped } = running();
    if (!since.has(type) || answered.has(metadata.eventId) || skipped.has(metadata.eventId)) return false;
    const after = since.get(type);
    return after === undefined || (reached.has(placeText(after)) && !isAt(metadata, after));
  }

  /** Stores what the process wants of an event, or takes over what another runner has stored meanwhile. */
  async function answered(event: Recorded): Promise<Halt | undefined> {
    const { eventId, stream, commandId } = event.metadata;
    const met = forgotten();
    if (met) return met;
    let wants: readonly Addressed[];
    try {
      // An event that it cannot remember it does not answer either.
      wants = checked(wantsSchema, answer(process, memory.state(), event).wants);
    } catch (error) {
      return haltAt(event, error);
    }
    if (patience.max > 0 && !takesOver && !mine.has(commandId)) {
      const before = ledger.version();
      await clock.wait(patience.min + clock.random() * (patience.max - patience.min));
      await ledger.refresh();
      if (ledger.version() > before) return undefined;
      takesOver = true;
    }
    const root = log.rootOf(event);
    const carriedOut = Math.max(0, wantsMax - log.wantsOf(root) - (running().byRoot.get(root) ?? 0));
    const stopped = wants.slice(carriedOut).map(
      (_, index): ProcessEvent => ({
        type: "WantSettled",
        data: {
          want: wantId(process.name, { event: eventId, index: carriedOut + index }),
          outcome: { kind: "stopped", wantsMax },
        },
      }),
    );
    const data = { event: eventId, stream, wants: [...wants], root };
    const events: ProcessEvent[] = [{ type: "EventAnswered", data }, ...stopped];
    takesOver = (await ledger.append(events, envelopeOf(event))) && takesOver;
    return undefined;
  }

  function envelopeOf({ metadata }: Recorded): Envelope {
    const { correlationId, context, eventId: causationId, recordedAt: earliest } = metadata;
    return { recordedAt: laterOf(instantOf(clock.now()), earliest), correlationId, causationId, context };
  }

  /** Carries out the open wants, in their order. What fails there for good is of this process alone. */
  async function settleOpen(): Promise<Halt | undefined> {
    for (;;) {
      const [want] = running().open;
      const wanted = want === undefined ? undefined : running().wants.get(want);
      if (!wanted) return undefined;
      const { event: eventId, root } = wanted;
      const error = await settle(wanted, { ...around, process: process.name, ledger }).catch(lasting);
      const stream = running().streams.get(eventId) ?? ledger.name;
      if (error) return { stream, at: { eventId, root }, want: wanted.want, error };
    }
  }

  /** Folds what was passed; an event that cannot be remembered halts the process until somebody skips it. */
  function forgotten(): Halt | undefined {
    const met = memory.remember(running().skipped);
    return met && haltAt(met.event, met.error);
  }

  function haltAt(event: Recorded, thrown: unknown): Halt {
    const { eventId, stream } = event.metadata;
    return { stream, at: { eventId, root: log.rootOf(event) }, error: errorOf(thrown) };
  }

  return {
    process,
    ledger,
    known: memory.state,
    isCurrent: () => current === ledger.version(),
    fork: (other) =>
      followerFrom(process, other, {
        ledger: ledger.fork(other.store),
        log: log.fork(),
        memory: memory.fork(),
        cursor,
        reached: new Set(reached),
        standing,
      }),
    halted: () => (halt && !isLifted(halt, ledger.state()) ? halt : undefined),
    standing: () => standing,
    advance() {
      const before = count;
      working ??= work()
        // Its ledger cannot be read, or does not fit: nobody can skip that.
        .catch((error): Halt => ({ stream: ledger.name, error: lasting(error) }))
        .then((met) => {
          halt = met;
          current = ledger.version();
          return count > before;
        })
        .finally(() => {
          working = undefined;
        });
      return working;
    },
  };
}

/** An error that would come again; any other goes away by waiting, and is thrown on. */
function lasting(error: unknown): Error {
  if (!isLasting(error)) throw error;
  return error;
}

const wantsSchema = /* @__PURE__ */ list(Addressed, { max: 10_000 });
const placeText = ({ stream, version }: { stream: string; version: number }) => `${stream}@${version}`;
