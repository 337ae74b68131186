import type { CommandMetadata, Recorded } from "../../src/kernel/recorded.ts";
import { PledgeCommand, type PledgeEvent } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import type { Clock } from "../../src/process/clock.ts";
import { type AnyProcess, type ProcessSpec, process } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { still } from "./clock.ts";
import { strive } from "./greeting.ts";

const { create } = PledgeCommand;
export const draft = create.DraftPledge({
  bloc: "noi-chinh",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
export const sign = create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });
export const promise = create.PromiseTarget({
  target: "t",
  name: "Chỉ tiêu",
  goal: { baseline: "1", goal: "2", measure: "vụ" },
});
export const to = (id: string, command: PledgeCommand) => ({ aggregate: "Pledge", id, command });

let count = 0;
/** The envelope of a command; each has an id of its own, unless one is given. */
export const metadata = (commandId?: string): CommandMetadata => {
  count += 1;
  return { now: new Date("2023-01-20T03:00:00Z"), commandId: commandId ?? `c${count}`, actor: "office" };
};

/** A small process over pledges, of a name of its own. */
export function wishing<S = object>(
  name: string,
  want: NonNullable<ProcessSpec<S, PledgeEvent>["want"]>,
  more: Partial<ProcessSpec<S, PledgeEvent>> = {},
) {
  return process<S, PledgeEvent>({ name, version: 1, initialState: {} as S, want, ...more });
}

/** A runner over these processes and one store. */
export function started(
  processes: readonly AnyProcess[] = [strive],
  {
    store = inMemoryStore(),
    wantsMax = 1_000,
    clock = still(),
  }: { store?: EventStore; wantsMax?: number; clock?: Clock } = {},
) {
  const handlers = commandHandlers({ store, deciders: [pledge] });
  const patience = { min: 0, max: 0 };
  const runner = seasonRunner({ store, handlers, processes, clock, wantsMax, patience });
  const typesOf = async (stream: string) => (await store.read(stream)).map(({ type }) => type);
  return { store, runner, typesOf };
}

/** Stores one more event of a stream, as another program may. */
export async function alsoStored(store: EventStore, stream: string, change: Partial<Recorded>) {
  const before = await store.read(stream);
  const last = before.at(-1);
  if (!last) throw new Error(`${stream} is empty`);
  const version = before.length + 1;
  const event = { ...last, ...change };
  const envelope = { ...event.metadata, stream, version, eventId: `event-${stream}-${version}` };
  const added = { ...event, metadata: envelope };
  await store.append([{ stream, expectedVersion: before.length, events: [added] }]);
}
