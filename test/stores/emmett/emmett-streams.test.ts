import { DeciderCommandHandler, getInMemoryEventStore } from "@event-driven-io/emmett";
import { describe, expect, it } from "vitest";
import { pledge } from "../../../src/pledge/pledge.ts";
import { LogMissing } from "../../../src/process/faults.ts";
import { seasonRunner } from "../../../src/process/runner.ts";
import { nominate } from "../../../src/season/nominate.ts";
import { commandHandler, commandHandlers } from "../../../src/stores/command-handler.ts";
import { ForeignEvent } from "../../../src/stores/emmett/carried.ts";
import { emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
import { emmettStreams, OneStreamOnly } from "../../../src/stores/emmett/emmett-streams.ts";
import type { EventStore } from "../../../src/stores/event-store.ts";
import { write } from "../../../src/testing/store-contract/trial.ts";
import { draft, promise } from "../../pledge/life.ts";
import { still } from "../../process/clock.ts";
import { ordered } from "./ordered.ts";

const stream = "Pledge-police-2022";

describe("a store of Emmett's, by its public functions", () => {
  it("keeps what a command handler stores, and adds nothing for a command sent again", async () => {
    const store = emmettStreams(getInMemoryEventStore());
    const handle = commandHandler({ store, decider: pledge });
    await handle("police-2022", ordered(draft, "c1"));
    await handle("police-2022", ordered(promise, "c2"));
    const again = await commandHandler({ store, decider: pledge })("police-2022", ordered(draft, "c1"));
    expect(again).toMatchObject({ ok: true, repeated: true, version: 2 });
    expect((await store.read(stream)).map(({ metadata }) => metadata.version)).toEqual([1, 2]);
    expect(await store.read(stream, { from: 2 })).toHaveLength(1);
  });

  it("gives back what was stored, to the last character", async () => {
    const store = emmettStreams(getInMemoryEventStore());
    const writes = [write("A-1", 0, "12345678901234567890", "0012")];
    expect(await store.append(writes)).toEqual({ ok: true });
    expect(JSON.stringify(await store.read("A-1"))).toBe(JSON.stringify(writes[0]?.events));
  });

  it("tells the version of a stream that is at another one, also of one that is to be begun", async () => {
    const store = emmettStreams(getInMemoryEventStore());
    await store.append([write("A-1", 0, "a1", "a2")]);
    const conflict = { ok: false, reason: "conflict", stream: "A-1", actualVersion: 2 };
    expect(await store.append([write("A-1", 0, "b1")])).toEqual(conflict);
    expect(await store.append([write("A-1", 3, "b4")])).toEqual(conflict);
  });

  it("throws a conflict that is none, and any other error", async () => {
    const failing = (errorCode: number) =>
      emmettStreams({
        readStream: async () => ({ events: [] }),
        appendToStream: async () => {
          throw Object.assign(new Error("the store"), { errorCode });
        },
      }).append([write("A-1", 0, "a1")]);
    await expect(failing(412)).rejects.toThrow("the store");
    await expect(failing(500)).rejects.toThrow("the store");
  });

  it("reads what Emmett's own handler stored by a decider of ours, with its place and its command", async () => {
    const emmett = getInMemoryEventStore();
    await DeciderCommandHandler(emmettDecider(pledge))(emmett, "police-2022", ordered(draft, "c1"));
    const handle = commandHandler({ store: emmettStreams(emmett), decider: pledge });
    expect(await handle("police-2022", ordered(draft, "c1"))).toMatchObject({ ok: true, repeated: true });
    expect(await handle("police-2022", ordered(promise, "c2"))).toMatchObject({ ok: true, version: 2 });
  });

  it("says which event something else wrote", async () => {
    const emmett = getInMemoryEventStore();
    await emmett.appendToStream(stream, [{ type: "Noted", data: {} }]);
    const read = emmettStreams(emmett).read(stream);
    await expect(read).rejects.toThrow(ForeignEvent);
    await expect(read).rejects.toMatchObject({ stream, version: 1 });
  });

  it("says so too where something else has a `thidua` of its own, or one that it handed on from an event", async () => {
    const emmett = getInMemoryEventStore();
    await emmettStreams(emmett).append([write("A-1", 0, "a1")]);
    const [ours] = (await emmett.readStream("A-1")).events;
    const handedOn = (ours as { metadata?: object }).metadata;
    const others = [{ thidua: true }, { thidua: "yes" }, { thidua: "null" }, { thidua: '{"a":1}' }, handedOn];
    for (const [at, metadata] of others.entries()) {
      const order = `Order-${at}`;
      const { streamName: _, ...rest } = (metadata ?? {}) as { streamName?: string };
      await emmett.appendToStream(order, [{ type: "Placed", data: {}, metadata: rest } as never]);
      const read = emmettStreams(emmett).read(order);
      await expect(read).rejects.toMatchObject({ name: "ForeignEvent", stream: order, version: 1 });
    }
  });

  it("carries no season runner, which says so when it is made", () => {
    const store = emmettStreams(getInMemoryEventStore());
    const handlers = commandHandlers({ store, deciders: [pledge] });
    // @ts-expect-error A runner asks for a log of all streams.
    const made = () => seasonRunner({ store, handlers, processes: [nominate], clock: still() });
    expect(made).toThrow(LogMissing);
    const hidden = { store: store as EventStore, handlers, processes: [], clock: still() };
    expect(() => seasonRunner(hidden)).toThrow(/a runner cannot/);
  });

  it("stores nothing where several streams are asked for", async () => {
    const store = emmettStreams(getInMemoryEventStore());
    const both = store.append([write("A-1", 0, "a1"), write("B-1", 0, "b1")]);
    await expect(both).rejects.toThrow(OneStreamOnly);
    await expect(both).rejects.toThrow("A-1 and B-1");
    expect(await store.read("A-1")).toEqual([]);
    const handle = commandHandler({ store, decider: pledge });
    const traced = handle.traced("police-2022", ordered(draft, "c1"), () => write("Process-a", 0, "p1"));
    await expect(traced).rejects.toThrow(OneStreamOnly);
    expect(await store.read(stream)).toEqual([]);
  });
});
