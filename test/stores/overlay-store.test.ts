import { describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { EventStore, Position } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { overlayStore } from "../../src/stores/overlay-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { eventStoreContract } from "../../src/testing/event-store-contract.ts";

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
const idsIn = async (store: EventStore) => idsOf(await wholeLog(store));

async function below() {
  const store = inMemoryStore();
  await store.append([write("A-1", 0, "a1", "a2"), write("B-1", 0, "b1")]);
  return store;
}

eventStoreContract(() => ({ store: overlayStore(inMemoryStore()) }), {
  ...{ describe, it },
  ...{ races: 8, events: 3_000 },
});

describe("a store over another one", () => {
  it("reads what is below and what was appended to it, and appends nothing below", async () => {
    const base = await below();
    const overlay = overlayStore(base);
    expect(await overlay.append([write("A-1", 2, "a3"), write("C-1", 0, "c1")])).toEqual({ ok: true });
    expect(idsOf(await overlay.read("A-1"))).toEqual(["a1", "a2", "a3"]);
    expect(idsOf(await overlay.read("A-1", { from: 3 }))).toEqual(["a3"]);
    expect(idsOf(await overlay.read("B-1"))).toEqual(["b1"]);
    expect(await idsIn(overlay)).toEqual(["a1", "a2", "b1", "a3", "c1"]);
    expect(idsOf(overlay.kept())).toEqual(["a3", "c1"]);
    expect(await idsIn(base)).toEqual(["a1", "a2", "b1"]);
  });

  it("refuses what does not follow on what is below", async () => {
    const overlay = overlayStore(await below());
    for (const expectedVersion of [0, 1, 3, 9])
      expect(await overlay.append([write("A-1", expectedVersion, "x")])).toEqual({
        ...{ ok: false, reason: "conflict", stream: "A-1", actualVersion: 2 },
      });
    expect(overlay.kept()).toEqual([]);
  });

  it("goes on from a position below", async () => {
    const base = await below();
    const [, second] = await base.readAll({ limit: 2 });
    const overlay = overlayStore(base);
    await overlay.append([write("B-1", 1, "b2")]);
    let after: Position | undefined = second?.position;
    const seen: string[] = [];
    for (;;) {
      const [placed] = await overlay.readAll({ after, limit: 1 });
      if (!placed) break;
      seen.push(placed.event.metadata.eventId);
      after = placed.position;
    }
    expect(seen).toEqual(["b1", "b2"]);
  });

  it("sees what others append below, but not to a stream to which it has appended", async () => {
    const base = await below();
    const overlay = overlayStore(base);
    await overlay.append([write("A-1", 2, "a3")]);
    await base.append([write("A-1", 2, "other-a3"), write("B-1", 1, "b2")]);
    expect(idsOf(await overlay.read("A-1"))).toEqual(["a1", "a2", "a3"]);
    expect(idsOf(await overlay.read("B-1"))).toEqual(["b1", "b2"]);
    expect(await idsIn(overlay)).toEqual(["a1", "a2", "b1", "b2", "a3"]);
  });

  it("lies over another one of its kind", async () => {
    const first = overlayStore(await below());
    await first.append([write("A-1", 2, "a3")]);
    const second = overlayStore(first);
    await second.append([write("A-1", 3, "a4"), write("C-1", 0, "c1")]);
    expect(await idsIn(second)).toEqual(["a1", "a2", "b1", "a3", "a4", "c1"]);
    expect(await idsIn(first)).toEqual(["a1", "a2", "b1", "a3"]);
  });
});
