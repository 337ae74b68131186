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
import { type Envelope, type LedgerStream, laterOf, ledgerStream } from "./ledger-stream.ts";
import { isAt, isOfLedger, logMemory } from "./log-memory.ts";
import { Addressed, type ProcessEvent } from "./messages.ts";
import type { Ledger } from "./process.ts";
import type { AnyProcess } from "./pure-process.ts";
import { settle } from "./settling.ts";
import { wantId } from "./want-id.ts";

const pageSize = 200;
/** After so many events, whatever else the program has to do may go on. */
const eventsAtOnce = 50;

/** So many events are evolved one by one; more are folded. */
const evolvedOneByOne = 8;

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

/** Where a process cannot go on, and why. */
type Halt = { eventId: Id; stream: string; root: Id; error: Error };

/** Leads one process along the log. */
export type Follower = {
  readonly process: AnyProcess;
  readonly ledger: LedgerStream;
  halted(): Halt | undefined;
  standing(): Standing;
  /**
   * Goes on to the end of the log, or to where it cannot go on, and says whether it has passed an event. A second call
   * while one is at work is that one.
   */
  advance(): Promise<boolean>;
};

type Running = Extract<Ledger, { status: "running" }>;

export function follower(process: AnyProcess, around: Surroundings): Follower {
  const { store, handlers, clock, wantsMax, patience, mine } = around;
  const ledger = ledgerStream(store, process.name);
  const memory = logMemory(process.name);
  let state = process.initialState();
  /** Events that are passed and not yet folded: a fold of many costs as much as one of one. */
  let passed: Recorded[] = [];
  let cursor: Position | undefined;
  let count = 0;
  const reached = new Set<string>();
  let standing: Standing = "unknown";
  let halt: Halt | undefined;
  let takesOver = false;
  let working: Promise<boolean> | undefined;

  const running = () => ledger.state() as Running;

  async function work(): Promise<void> {
    halt = undefined;
    if (standing !== "runs")
      standing = await begin({ process, ledger, store, now: () => instantOf(clock.now()) });
    if (standing !== "runs" || !(await settleOpen())) return;
    for (;;) {
      const page = await store.readAll({ after: cursor, limit: pageSize });
      // The ledger is in the log: where the log has nothing new, it has not either.
      if (page.length === 0) return;
      // It is read after the page: it has every answer whose effects are in the page.
      await ledger.refresh();
      for (const { position, event } of page) {
        if (running().version > process.version) {
          standing = "standsBy";
          return;
        }
        if (!(await pass(event))) return;
        cursor = position;
        count += 1;
        if (count % eventsAtOnce === 0) await clock.wait(0);
      }
      if (!remembered()) return;
    }
  }

  /** Answers an event where that is still to be done, does what is wanted, and passes it. */
  async function pass(stored: Recorded): Promise<boolean> {
    const { metadata } = stored;
    for (const [, after] of running().since)
      if (after && isAt(metadata, after)) reached.add(placeText(after));
    if (isOfLedger(stored)) {
      memory.learn(stored);
      return true;
    }
    // It remembers causes: what it has caused itself it is not shown.
    if (running().wants.has(metadata.commandId) || !process.reads.has(stored.type)) return true;
    const event = read(stored);
    if (!event) return running().skipped.has(metadata.eventId);
    while (isUnanswered(event)) {
      if (!(await answered(event))) return false;
      if (running().version > process.version) return true;
    }
    if (!(await settleOpen())) return false;
    if (!running().skipped.has(metadata.eventId)) passed.push(event);
    return true;
  }

  /** The event in today's form; undefined where only a newer version can read it, so the process halts. */
  function read(stored: Recorded): Recorded | undefined {
    const { stream } = stored.metadata;
    try {
      return handlers.get(stream.slice(0, stream.indexOf("-")))?.known?.(stored) ?? stored;
    } catch (error) {
      halted(stored, error);
      return undefined;
    }
  }

  function isUnanswered({ type, metadata }: Recorded): boolean {
    const { since, answered, skipped } = running();
    if (!since.has(type) || answered.has(metadata.eventId) || skipped.has(metadata.eventId)) return false;
    const after = since.get(type);
    return after === undefined || (reached.has(placeText(after)) && !isAt(metadata, after));
  }

  /** Stores what the process wants of an event, or takes over what another runner has stored meanwhile. */
  async function answered(event: Recorded): Promise<boolean> {
    const { eventId, stream, commandId } = event.metadata;
    if (!remembered()) return false;
    let wants: readonly Addressed[];
    try {
      // An event that it cannot remember it does not answer either.
      wants = checked(wantsSchema, answer(process, state, event).wants);
    } catch (error) {
      return halted(event, error);
    }
    if (patience.max > 0 && !takesOver && !mine.has(commandId)) {
      const before = ledger.version();
      await clock.wait(patience.min + clock.random() * (patience.max - patience.min));
      await ledger.refresh();
      if (ledger.version() > before) return true;
      takesOver = true;
    }
    const root = memory.rootOf(event);
    const carriedOut = Math.max(0, wantsMax - memory.wantsOf(root) - (running().byRoot.get(root) ?? 0));
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
    return true;
  }

  function envelopeOf({ metadata }: Recorded): Envelope {
    const { correlationId, context, eventId: causationId, recordedAt: earliest } = metadata;
    return { recordedAt: laterOf(instantOf(clock.now()), earliest), correlationId, causationId, context };
  }

  async function settleOpen(): Promise<boolean> {
    for (;;) {
      const [want] = running().open;
      const wanted = want === undefined ? undefined : running().wants.get(want);
      if (!wanted) return true;
      const fault = await settle(wanted, { ...around, process: process.name, ledger });
      if (fault) {
        const stream = running().streams.get(wanted.event) ?? "";
        halt = { eventId: wanted.event, stream, root: wanted.root, error: fault };
        return false;
      }
    }
  }

  /** Folds what was passed; an event that cannot be remembered halts the process until somebody skips it. */
  function remembered(): boolean {
    const { skipped } = running();
    const events = passed.filter(({ metadata }) => !skipped.has(metadata.eventId));
    // To fold copies the whole state once; for a few events that is more than they change.
    if (events.length <= evolvedOneByOne) return rememberedOneByOne(events);
    try {
      state = process.fold(events, state);
    } catch {
      return rememberedOneByOne(events);
    }
    passed = [];
    return true;
  }

  function rememberedOneByOne(events: readonly Recorded[]): boolean {
    for (const [index, event] of events.entries()) {
      try {
        state = process.evolve(state, event);
      } catch (error) {
        passed = events.slice(index);
        return halted(event, error);
      }
    }
    passed = [];
    return true;
  }

  function halted(event: Recorded, thrown: unknown): false {
    const { eventId, stream } = event.metadata;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    halt = { eventId, stream, root: memory.rootOf(event), error };
    return false;
  }

  return {
    process,
    ledger,
    halted: () => halt,
    standing: () => standing,
    advance() {
      const before = count;
      working ??= work()
        .then(() => count > before)
        .finally(() => {
          working = undefined;
        });
      return working;
    },
  };
}

const wantsSchema = /* @__PURE__ */ list(Addressed, { max: 10_000 });
const placeText = ({ stream, version }: { stream: string; version: number }) => `${stream}@${version}`;
