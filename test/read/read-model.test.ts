import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { NewerEvent } from "../../src/kernel/errors.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { type Desk, desk } from "../../src/read/due.ts";
import { follow } from "../../src/read/follow.ts";
import { pledgeRows, pledges } from "../../src/read/pledges.ts";
import { projection, together } from "../../src/read/projection.ts";
import { type Kept, readModel } from "../../src/read/read-model.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import type { EventStore, Placed } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { still } from "../process/clock.ts";
import { readers, seasonLog } from "./season-log.ts";

let log: readonly Recorded[] = [];
beforeAll(async () => {
  log = await seasonLog();
});

const { create } = PledgeCommand;
const now = new Date("2022-02-10T03:00:00Z");
async function drafted(store: EventStore, ...units: string[]) {
  const handle = commandHandler({ store, decider: pledge });
  for (const unit of units) {
    const command = create.DraftPledge({ bloc: "noi-chinh", unit, season: "2022", dueOn: "2022-12-31" });
    await handle(unit, { ...command, metadata: { now, commandId: `draft-${unit}`, actor: "office" } });
  }
}

describe("a read model", () => {
  it("made anew from the whole log is the one that was kept up to date, however the log came in", async () => {
    const whole = desk.fold(log.filter(desk.reads) as never[]);
    expect(whole.ballots.size).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), async (pages) => {
        const store = inMemoryStore();
        const model = readModel({ store, projection: desk, readers, limit: 7 });
        let kept: Desk = desk.initial();
        let rest = [...log];
        for (const size of [...pages, rest.length]) {
          for (const event of rest.splice(0, size)) {
            const { stream, version } = event.metadata;
            await store.append([{ stream, expectedVersion: version - 1, events: [event] }]);
          }
          kept = await model.refresh();
        }
        rest = [];
        expect(kept).toEqual(whole);
        expect(model.state()).toBe(kept);
      }),
      { numRuns: 10 },
    );
  });

  it("goes on after a restart from what was kept, and reads nothing twice", async () => {
    const store = inMemoryStore();
    let kept: Kept<{ drafted: string[] }> | undefined;
    const keeping = {
      load: async () => kept,
      save: async (one: Kept<{ drafted: string[] }>) => {
        kept = one;
      },
    };
    await drafted(store, "police", "court");
    await readModel({ store, projection: listed(1), readers, ...keeping }).refresh();
    await drafted(store, "military");
    const again = readModel({ store, projection: listed(1), readers, ...keeping, limit: 1 });
    expect(await again.refresh()).toEqual({ drafted: ["police", "court", "military"] });
    expect(kept).toEqual({
      name: "listed",
      version: 1,
      position: again.position(),
      state: { drafted: ["police", "court", "military"] },
    });
    expect(await readModel({ store, projection: listed(1), readers, ...keeping }).refresh()).toEqual(
      kept?.state,
    );
  });

  it("of another version is made anew from the beginning", async () => {
    const store = inMemoryStore();
    await drafted(store, "police");
    const load = async () => ({ name: "listed", version: 1, position: "9", state: { drafted: ["nobody"] } });
    expect(await readModel({ store, projection: listed(2), readers, load }).refresh()).toEqual({
      drafted: ["police"],
    });
  });

  it("keeps its state and its place when what it made cannot be kept, and takes the events again", async () => {
    const store = inMemoryStore();
    await drafted(store, "police");
    let isFull = true;
    const save = async () => {
      if (isFull) throw new Error("the disk is full");
    };
    const model = readModel({ store, projection: listed(1), readers, save });
    await expect(model.refresh()).rejects.toThrow("the disk is full");
    expect([model.state(), model.position()]).toEqual([{ drafted: [] }, undefined]);
    isFull = false;
    expect(await model.refresh()).toEqual({ drafted: ["police"] });
  });

  it("names an event that only a newer version knows, and passes over what it does not read", async () => {
    const store = inMemoryStore();
    await drafted(store, "police");
    const [known] = await store.read("Pledge-police");
    if (!known) throw new Error("nothing is stored");
    const later = (eventId: string, stream: string, version: number) => ({
      type: "PledgeFramed",
      data: {},
      metadata: { ...known.metadata, eventId, stream, version },
    });
    const append = (event: Recorded) =>
      store.append([
        { stream: event.metadata.stream, expectedVersion: event.metadata.version - 1, events: [event] },
      ]);
    await append(later("e1", "Council-1", 1));
    const model = readModel({ store, projection: pledges, readers });
    expect((await model.refresh()).size).toBe(1);
    await append(later("e2", "Pledge-police", 2));
    await expect(model.refresh()).rejects.toThrow(NewerEvent);
    expect(await readModel({ store, projection: listed(1), readers }).refresh()).toEqual({
      drafted: ["police"],
    });
  });

  it("stays up to date, and counts nothing twice while somebody else asks for it", async () => {
    const store = inMemoryStore();
    const model = readModel({ store, projection: listed(1), readers });
    const ending = new AbortController();
    const clock = { ...still(), wait: () => new Promise<void>((resolve) => setImmediate(resolve)) };
    const followed = model.follow({ signal: ending.signal, clock });
    for (const unit of ["police", "court", "military"]) {
      await drafted(store, unit);
      await Promise.all([model.refresh(), model.refresh()]);
    }
    while (model.state().drafted.length < 3) await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await followed;
    expect(model.state()).toEqual({ drafted: ["police", "court", "military"] });
  });
});

describe("a read model that follows a store", () => {
  const clock = { ...still(), wait: () => new Promise<void>((resolve) => setImmediate(resolve)) };

  it("waits for a store that is away, at the start and later, and loses nothing", async () => {
    const store = inMemoryStore();
    await drafted(store, "police");
    let calls = 0;
    const shaky = {
      ...store,
      async readAll(options: Parameters<EventStore["readAll"]>[0]) {
        calls += 1;
        if (calls % 2 === 1) throw new Error("the store is away");
        return store.readAll(options);
      },
    };
    const ending = new AbortController();
    const model = readModel({ store: shaky, projection: listed(1), readers });
    const followed = model.follow({ signal: ending.signal, clock });
    await drafted(store, "court");
    for (let turn = 0; turn < 1_000 && model.state().drafted.length < 2; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await followed;
    expect(model.state()).toEqual({ drafted: ["police", "court"] });
  });

  it("ends with what cannot be kept", async () => {
    const store = inMemoryStore();
    await drafted(store, "police");
    const save = async () => {
      throw new Error("the disk is full");
    };
    const model = readModel({ store, projection: listed(1), readers, save });
    const followed = model.follow({ signal: new AbortController().signal, clock });
    await expect(followed).rejects.toThrow("the disk is full");
  });
});

/** A list of the units that have drafted a pledge. */
const listed = (version: number) =>
  projection<{ drafted: string[] }>({
    name: "listed",
    version,
    initial: { drafted: [] },
    on: {
      PledgeDrafted(state, { unit }) {
        state.drafted.push(unit);
      },
    },
  });

describe("projections together", () => {
  it("are each what they are alone, and rise in version with each of them", () => {
    const both = together("both", { listed: listed(1), pledges });
    const all = log.filter(both.reads) as never[];
    expect(both.fold(all).pledges).toEqual(pledges.fold(log.filter(pledges.reads) as never[]));
    expect(together("both", { listed: listed(2), pledges }).version).toBe(both.version + 1);
    expect(pledgeRows(both.fold(all).pledges)).toEqual([]);
  });
});

describe("following a store", () => {
  const clock = { ...still(), wait: () => new Promise<void>((resolve) => setImmediate(resolve)) };

  it("gives each event in order, page by page, also those that come later and after the store was away", async () => {
    const store = inMemoryStore(log);
    let calls = 0;
    const shaky = {
      ...store,
      async readAll(options: Parameters<EventStore["readAll"]>[0]) {
        calls += 1;
        if (calls % 3 === 0) throw new Error("the store is away");
        return store.readAll(options);
      },
    };
    const ending = new AbortController();
    const seen: Placed[] = [];
    const followed = follow({
      store: shaky,
      limit: 50,
      signal: ending.signal,
      clock,
      handle(page) {
        expect(page.length).toBeLessThanOrEqual(50);
        seen.push(...page);
        if (seen.length === log.length + 1) ending.abort();
      },
    });
    await drafted(store, "late");
    await followed;
    expect(seen.map(({ event }) => event.metadata.eventId)).toEqual([
      ...log.map(({ metadata }) => metadata.eventId),
      (await store.read("Pledge-late"))[0]?.metadata.eventId,
    ]);
  });

  it("ends with what its reader throws, and begins again after what the reader has kept", async () => {
    const store = inMemoryStore(log);
    let kept: string | undefined;
    const seen: string[] = [];
    const read = (failAt: number) => {
      const ending = new AbortController();
      return follow({
        store,
        after: kept,
        limit: 10,
        signal: ending.signal,
        clock,
        handle(page) {
          if (seen.length >= failAt) throw new Error("the disk is full");
          seen.push(...page.map(({ event }) => event.metadata.eventId));
          kept = page.at(-1)?.position;
          if (seen.length === log.length) ending.abort();
        },
      });
    };
    await expect(read(30)).rejects.toThrow("the disk is full");
    await read(Infinity);
    expect(seen).toEqual(log.map(({ metadata }) => metadata.eventId));
  });
});
