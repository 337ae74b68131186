import { describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { BrokenWrite } from "../../src/stores/writes.ts";
import { draft } from "../pledge/life.ts";

const event = (stream: string, version: number, eventId = `${stream}@${version}`): Recorded => ({
  type: "PledgeDrafted",
  data: { bloc: "noi-chinh", unit: "police", season: "2022", dueOn: "2022-12-31" },
  metadata: {
    ...{ eventId, stream, version, recordedAt: "2023-01-09T07:30:00.000Z", actor: "office" },
    ...{ correlationId: "c", causationId: "c", commandId: "c", digest: "d", schemaVersion: 1 },
  },
});
const write = (stream: string, expectedVersion: number, ...ids: string[]) => ({
  stream,
  expectedVersion,
  events: ids.map((id, at) => event(stream, expectedVersion + at + 1, id)),
});
const idsOf = (events: readonly Recorded[]) => events.map(({ metadata }) => metadata.eventId);

describe("a store in memory", () => {
  it("appends to several streams at once, or to none: whichever is at another version is told", async () => {
    const store = inMemoryStore();
    expect(await store.append([write("A-1", 0, "a1", "a2"), write("B-1", 0, "b1")])).toEqual({ ok: true });
    const stale = [write("A-1", 2, "a3"), write("B-1", 0, "b2")];
    expect(await store.append(stale)).toEqual({
      ok: false,
      reason: "conflict",
      stream: "B-1",
      actualVersion: 1,
    });
    expect(await store.append([write("A-1", 9, "a3")])).toMatchObject({ ok: false, actualVersion: 2 });
    expect(idsOf(await wholeLog(store))).toEqual(["a1", "a2", "b1"]);
  });

  it("answers a conflict where an append is sent twice, and a duplicate where an id is in another place", async () => {
    const store = inMemoryStore();
    await store.append([write("A-1", 0, "a1")]);
    expect(await store.append([write("A-1", 0, "a1")])).toMatchObject({ ok: false, reason: "conflict" });
    const elsewhere = [write("B-1", 0, "b1"), write("C-1", 0, "c1", "a1")];
    expect(await store.append(elsewhere)).toEqual({ ok: false, reason: "duplicate", eventId: "a1" });
    expect(idsOf(await wholeLog(store))).toEqual(["a1"]);
  });

  it.each([
    ["no write", []],
    ["a write without events", [{ stream: "A-1", expectedVersion: 0, events: [] }]],
    ["a stream twice", [write("A-1", 0, "a1"), write("A-1", 1, "a2")]],
    ["a version that is no count", [write("A-1", -1, "a1")]],
    ["an envelope of another stream", [{ ...write("A-1", 0, "a1"), stream: "B-1" }]],
    ["an envelope of another version", [{ ...write("A-1", 1, "a1"), expectedVersion: 0 }]],
    ["an id twice", [write("A-1", 0, "a1"), write("B-1", 0, "a1")]],
  ])("refuses %s before it stores anything", async (_, writes) => {
    const store = inMemoryStore();
    const before = [write("Z-1", 0, "z1"), ...writes];
    await expect(store.append(writes)).rejects.toThrow(BrokenWrite);
    if (writes.length > 0) await expect(store.append(before)).rejects.toThrow(BrokenWrite);
    expect(await wholeLog(store)).toEqual([]);
  });

  it("neither keeps nor freezes what it is given, and gives out events that nobody can change", async () => {
    const store = inMemoryStore();
    const given = write("A-1", 0, "a1");
    await store.append([given]);
    Object.assign(given.events[0]?.data ?? {}, { unit: "court" });
    const [kept] = await store.read("A-1");
    expect(kept?.data).toMatchObject({ unit: "police" });
    expect(() => Object.assign(kept?.data ?? {}, { unit: "court" })).toThrow(TypeError);
    ((await store.read("A-1")) as Recorded[]).pop();
    expect(await store.read("A-1")).toHaveLength(1);
  });

  it("gives its log page by page, and a stream from any version on", async () => {
    const store = inMemoryStore();
    await store.append([write("A-1", 0, "a1", "a2", "a3"), write("B-1", 0, "b1")]);
    const first = await store.readAll({ limit: 3 });
    const rest = await store.readAll({ after: first.at(-1)?.position, limit: 3 });
    expect(idsOf([...first, ...rest].map((one) => one.event))).toEqual(["a1", "a2", "a3", "b1"]);
    expect(await store.readAll({ after: rest.at(-1)?.position, limit: 3 })).toEqual([]);
    expect(idsOf(await store.read("A-1", { from: 2 }))).toEqual(["a2", "a3"]);
    await expect(store.readAll({ after: "728:3", limit: 3 })).rejects.toMatchObject({
      problems: [{ field: "after", rule: "position" }],
    });
  });

  it("wakes who listens after each append, until that ends", async () => {
    const store = inMemoryStore();
    const woken: string[] = [];
    const end = store.changed?.(() => woken.push("woken"));
    await store.append([write("A-1", 0, "a1")]);
    await store.append([write("A-1", 0, "a1")]);
    end?.();
    await store.append([write("A-1", 1, "a2")]);
    expect(woken).toEqual(["woken"]);
  });

  it("begins with the log of another store, and with no other events", async () => {
    const events = [event("A-1", 1), event("B-1", 1), event("A-1", 2)];
    expect(await wholeLog(inMemoryStore(events))).toEqual(events);
    expect(() => inMemoryStore([event("A-1", 2)])).toThrow(BrokenWrite);
    expect(() => inMemoryStore([event("A-1", 1, "x"), event("B-1", 1, "x")])).toThrow(BrokenWrite);
  });

  it("keeps streams apart, whatever their names", async () => {
    const store = inMemoryStore();
    const handle = commandHandler({ store, decider: pledge });
    const now = new Date("2023-01-09T07:30:00Z");
    for (const id of ["__proto__", "constructor", "x"])
      await handle(id, { ...draft, metadata: { now, commandId: id, actor: "office" } });
    expect(await store.read("Pledge-__proto__")).toHaveLength(1);
    expect(await store.read("Pledge-toString")).toEqual([]);
  });
});
