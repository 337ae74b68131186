import type { Recorded } from "../../kernel/recorded.ts";
import { same } from "../../kernel/same.ts";
import type { Appended, EventStore, Placed, Position, Write } from "../../stores/event-store.ts";

/** An empty store of its own, for one case of the contract. */
export type StoreOnTrial = {
  store: EventStore;
  /** Another object over the same events, with a connection of its own where stores have connections. */
  another?: () => EventStore | Promise<EventStore>;
  /** Makes the tables, where a store has any. Each case calls it first; one calls it three times at once, and again. */
  migrate?: () => Promise<unknown>;
  /** Waits a moment. It is called while an event that is stored has not come in `readAll` yet. */
  pause?: () => Promise<unknown>;
  /** Is called after the case, whether it holds or not. */
  close?: () => unknown;
};

/** How large the cases are. */
export type ContractSizes = {
  /** Races for one version, and for one new stream: 40. */
  races: number;
  /** Writers at once: 8. */
  writers: number;
  /** Events of the log that is read in pages: 10,000. */
  events: number;
};

/** A store does not do what the port says. */
export class ContractBroken extends Error {
  override readonly name = "ContractBroken";
}

/** A sentence of the port, and what tries it. */
export type Clause = {
  law: string;
  name: string;
  /** Whether the case makes the tables itself. */
  makesTables?: true;
  holds(trial: Trial): Promise<void>;
};

/** What a case works with. */
export type Trial = {
  store: EventStore;
  sizes: ContractSizes;
  /** That many store objects over the same events; the same one again where a store has only one. */
  objects(count: number): Promise<readonly EventStore[]>;
  /** All events, read on from place to place until there are as many as are stored. */
  log(stored: number): Promise<readonly Placed[]>;
  /** Reads on from the last event of `seen` to the end, as far as there is one now. */
  readOn(seen: Placed[], options: { from?: EventStore; limit?: number }): Promise<void>;
  migrate(): Promise<unknown>;
};

const pageSize = 1_000;
const readsMax = 2_000;

export function trialOf(given: StoreOnTrial, sizes: ContractSizes): Trial {
  const { store, another } = given;
  const trial: Trial = {
    store,
    sizes,
    objects: (count) =>
      Promise.all(Array.from({ length: count }, async (_, at) => (at > 0 && (await another?.())) || store)),
    migrate: async () => given.migrate?.(),
    async readOn(seen, { from = store, limit = pageSize }) {
      // A log that goes back to an earlier place would never end.
      for (let reads = 0; reads < readsMax; reads += 1) {
        const page = await from.readAll({ after: lastPlace(seen), limit });
        if (page.length === 0) return;
        expect(page.length <= limit, `a page has ${page.length} events, and ${limit} are asked for`);
        seen.push(...page);
      }
      throw new ContractBroken(`the log does not end: ${seen.length} events, and more`);
    },
    async log(stored) {
      const seen: Placed[] = [];
      for (let reads = 0; reads < readsMax; reads += 1) {
        await trial.readOn(seen, {});
        if (seen.length >= stored) break;
        await given.pause?.();
      }
      expectSame(seen.length, stored, "events of the log");
      return seen;
    },
  };
  return trial;
}

export function lastPlace(seen: readonly Placed[]): Position | undefined {
  return seen.at(-1)?.position;
}

/** An event such as stores hold, at its place in a stream. */
export function event(
  stream: string,
  version: number,
  { id = `${stream}@${version}`, data = { unit: "police", dueOn: "2022-12-31" } }: EventParts = {},
): Recorded {
  const ids = { actor: "office", correlationId: "season-2022", causationId: id, commandId: id };
  const form = { digest: "digest", schemaVersion: 1 };
  const metadata = { eventId: id, stream, version, recordedAt: "2022-03-01T07:30:00.000Z", ...ids, ...form };
  return { type: "PledgeDrafted", data, metadata };
}
type EventParts = { id?: string; data?: Record<string, unknown> };

/** The next events of a stream, by their ids. */
export function write(stream: string, expectedVersion: number, ...ids: string[]): Write {
  return {
    stream,
    expectedVersion,
    events: ids.map((id, at) => event(stream, expectedVersion + at + 1, { id })),
  };
}

export function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new ContractBroken(otherwise);
}

export function expectSame(got: unknown, expected: unknown, of: string) {
  expect(same(got, expected), `${of}: expected ${JSON.stringify(expected)}, but got ${JSON.stringify(got)}`);
}

/** Appends, and expects that it is done. */
export async function stored(store: EventStore, ...writes: Write[]) {
  expectSame(await store.append(writes), { ok: true }, "an append that nothing stands against");
}

/** The append is not done, because the stream is at another version. */
export async function expectConflict(
  { store }: Trial,
  writes: readonly Write[],
  expected: { stream: string; actualVersion: number },
) {
  const answer = await store.append(writes);
  expectSame(answer, { ok: false, reason: "conflict", ...expected }, "an append at another version");
}

export async function expectStream({ store }: Trial, stream: string, ids: readonly string[]) {
  const events = await store.read(stream);
  const got = events.map(({ metadata }) => [metadata.version, metadata.eventId]);
  expectSame(
    got,
    ids.map((id, at) => [at + 1, id]),
    `the stream ${stream}`,
  );
}

export async function expectLog(trial: Trial, ids: readonly string[]) {
  expectSame(idsOf(await trial.log(ids.length)), ids, "the log");
}

export function idsOf(log: readonly Placed[]): string[] {
  return log.map(({ event: { metadata } }) => metadata.eventId);
}

/** Each event of the log once, and each stream in the order of its versions, from 1. */
export function expectInOrder(log: readonly Placed[]) {
  const versions = new Map<string, number>();
  for (const [
    at,
    {
      event: { metadata },
    },
  ] of log.entries()) {
    const next = (versions.get(metadata.stream) ?? 0) + 1;
    expectSame(metadata.version, next, `place ${at} of the log, in ${metadata.stream}`);
    versions.set(metadata.stream, next);
  }
  expectSame(new Set(idsOf(log)).size, log.length, "different event ids in the log");
}

/** How many of the answers are what each of them may be. */
export function count(answers: readonly Appended[], is: "ok" | "conflict" | "duplicate"): number {
  return answers.filter((answer) => (answer.ok ? "ok" : answer.reason) === is).length;
}
