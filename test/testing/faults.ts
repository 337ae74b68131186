import type { Recorded } from "../../src/kernel/recorded.ts";
import type { EventStore, Write } from "../../src/stores/event-store.ts";
import { expectSound } from "../../src/stores/writes.ts";
import { type Parts, toyStore, versionOf } from "./toy-store.ts";

type Fault = { law: string; what: string; store: () => EventStore };

const part = (law: string, what: string, parts: Partial<Parts>): Fault => ({
  law,
  what,
  store: () => toyStore(parts),
});

/** Some turns of the others; how many differs from call to call. */
let calls = 0;
async function turns() {
  calls += 1;
  for (let left = (calls * 7) % 5; left > 0; left -= 1) await undefined;
}

/** Each store does one thing wrong. The law that it breaks is the one that must find it. */
export const faults: readonly Fault[] = [
  part("L1", "looks at no version", { versions: () => undefined }),
  part("L1", "takes one stream for another by its small letters", {
    versions: (rows, writes) =>
      conflictWhere(writes, (stream) => versionOf(rows, stream.toLowerCase()), different),
  }),
  part("L2", "looks at the version and appends later, without a key", { beforePlace: turns }),
  part("L2", "lets a past version pass", {
    versions: (rows, writes) => conflictOf(rows, writes, (is, asked) => is < asked),
  }),
  part("L2", "lets a version ahead pass", {
    versions: (rows, writes) => conflictOf(rows, writes, (is, asked) => is > asked),
  }),
  part("L2", "looks at the version only of streams that exist", {
    versions: (rows, writes) => conflictOf(rows, writes, (is, asked) => is !== asked && is !== 0),
  }),
  part("L2", "tells the expected version for the actual one", {
    versions: (rows, writes) => {
      const conflict = conflictOf(rows, writes, different);
      return conflict && { ...conflict, actualVersion: writes[0]?.expectedVersion ?? 0 };
    },
  }),
  part("L3", "looks at the version of the first write only", {
    versions: (rows, [first]) => (first ? conflictOf(rows, [first], different) : undefined),
  }),
  { law: "L3", what: "appends write by write, without a transaction", store: oneByOne },
  { law: "L4", what: "takes a known id for new content, and answers that it is done", store: upsert },
  part("L5", "looks at no id", { ids: () => undefined }),
  part("L5", "looks at the ids of the first write only", {
    ids: (rows, [first]) => duplicateOf(rows, first ? [first] : []),
  }),
  part("L5", "looks at the ids before the versions", {
    versions: (rows, writes) => duplicateOf(rows, writes) ?? conflictOf(rows, writes, different),
  }),
  part("L6", "stores whatever it is given", { sound: () => {} }),
  part("L6", "looks at the first write only", { sound: (writes) => expectSound(writes.slice(0, 1)) }),
  part("L6", "keeps the objects of its caller", { kept: (event) => event }),
  part("L6", "freezes the objects of its caller", { kept: (event) => structuredClone(Object.freeze(event)) }),
  part("L6", "writes into the objects of its caller", {
    kept: (event) => {
      Reflect.set(event, "at", 1);
      return structuredClone(event);
    },
  }),
  part("L6", "gives out its own objects", { given: (event) => event }),
  part("L7", "keeps the keys in their alphabet, as `jsonb` does", { kept: rewritten(sorted) }),
  part("L7", "reads texts of digits as numbers", {
    kept: rewritten((value) => (isDigits(value) ? Number(value) : value)),
  }),
  part("L7", "reads days as dates", {
    kept: rewritten((value) => (isInstant(value) ? new Date(String(value)) : value)),
  }),
  part("L7", "composes letters", {
    kept: rewritten((value) => (typeof value === "string" ? value.normalize() : value)),
  }),
  part("L7", "cuts letters in two", {
    kept: rewritten((value) =>
      typeof value === "string" ? [...value].map((one) => one[0]).join("") : value,
    ),
  }),
  part("L7", "trims texts", {
    kept: rewritten((value) => (typeof value === "string" ? value.trim() : value)),
  }),
  part("L7", "loses a field by its name", {
    kept: rewritten((value) => (isRecord(value) ? Object.assign({}, value) : value)),
  }),
  part("L7", "cuts long texts", {
    kept: rewritten((value) => (typeof value === "string" ? value.slice(0, 65_535) : value)),
  }),
  part("L8", "sorts places as texts", {
    order: (one, other) => (String(one.position) < String(other.position) ? -1 : 1),
  }),
  part("L8", "begins a page with the last event of the page before", {
    isAfter: (position, after) => position >= after,
  }),
  part("L8", "skips the first event of a page", { isAfter: (position, after) => position > after + 1 }),
  { law: "L8", what: "places the writes of an append the other way round", store: backwards },
  part("L8", "gives more than it is asked for", { page: (rows) => rows }),
  part("L8", "gives at most a thousand", { page: (rows, limit) => rows.slice(0, Math.min(limit, 1_000)) }),
  part("L9", "gives a place before others see the event, as an identity column does", {
    beforeCommit: turns,
    insert(rows, row) {
      if (versionOf(rows, row.event.metadata.stream) < row.event.metadata.version) rows.push(row);
    },
  }),
  { law: "L28", what: "reads a stream from its beginning, whatever is asked for", store: fromTheBeginning },
  part("changed", "wakes nobody", { wake: () => {} }),
  part("changed", "wakes who does not listen any more", { forget: () => {} }),
];

const different = (is: number, asked: number) => is !== asked;

type Rows = Parameters<Parts["versions"]>[0];
type Stands = (is: number, asked: number) => boolean;

function conflictOf(rows: Rows, writes: readonly Write[], stands: Stands) {
  return conflictWhere(writes, (stream) => versionOf(rows, stream), stands);
}

function conflictWhere(writes: readonly Write[], actual: (stream: string) => number, stands: Stands) {
  const wrong = writes.find(({ stream, expectedVersion }) => stands(actual(stream), expectedVersion));
  if (!wrong) return undefined;
  const { stream } = wrong;
  return { ok: false, reason: "conflict", stream, actualVersion: actual(stream) } as const;
}

function duplicateOf(rows: Rows, writes: readonly Write[]) {
  const stored = new Set(rows.map(({ event }) => event.metadata.eventId));
  const known = writes.flatMap(({ events }) => events).find(({ metadata }) => stored.has(metadata.eventId));
  return known && ({ ok: false, reason: "duplicate", eventId: known.metadata.eventId } as const);
}

function oneByOne(): EventStore {
  const store = toyStore();
  return {
    ...store,
    async append(writes) {
      expectSound(writes);
      for (const write of writes) {
        const answer = await store.append([write]);
        if (!answer.ok) return answer;
      }
      return { ok: true };
    },
  };
}

function backwards(): EventStore {
  const store = toyStore();
  return { ...store, append: (writes) => store.append([...writes].reverse()) };
}

function upsert(): EventStore {
  const store = toyStore();
  const latest = new Map<string, Recorded>();
  const now = (event: Recorded) => latest.get(event.metadata.eventId) ?? event;
  return {
    ...store,
    read: async (...asked) => (await store.read(...asked)).map(now),
    async append(writes) {
      const answer = await store.append(writes);
      const events = writes.flatMap((write) => write.events);
      const known = await Promise.all(
        events.map(async ({ metadata: { stream, version, eventId } }) => {
          const [there] = await store.read(stream, { from: version });
          return there?.metadata.eventId === eventId;
        }),
      );
      if (answer.ok || !known.every(Boolean)) return answer;
      for (const event of events) latest.set(event.metadata.eventId, structuredClone(event));
      return { ok: true };
    },
  };
}

/** The event after a change of each of its values, as a column type or a parser makes it. */
function rewritten(change: (value: unknown) => unknown) {
  const of = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(of);
    return change(isRecord(value) ? withEach(value, of) : value);
  };
  return (event: Recorded) => of(event) as Recorded;
}

function withEach(value: Record<string, unknown>, of: (value: unknown) => unknown) {
  const copy = structuredClone(value);
  for (const [key, item] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: of(item),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return copy;
}

function sorted(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isDigits(value: unknown): boolean {
  return typeof value === "string" && /^\d+$/.test(value);
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}

function fromTheBeginning(): EventStore {
  const store = toyStore();
  return { ...store, read: (stream) => store.read(stream) };
}
