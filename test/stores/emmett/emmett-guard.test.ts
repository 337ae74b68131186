import { DeciderCommandHandler, type EventStore as EmmettsStore } from "@event-driven-io/emmett";
import { describe, expect, expectTypeOf, it } from "vitest";
import { InvalidInput } from "../../../src/kernel/problem.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { CommandIdReused } from "../../../src/stores/attempts.ts";
import { commandHandler } from "../../../src/stores/command-handler.ts";
import { emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
import {
  CommandRepeated,
  type EmmettEventStore,
  emmettGuard,
  StreamMoved,
} from "../../../src/stores/emmett/emmett-guard.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { draft, promise } from "../../pledge/life.ts";
import { ordered } from "./ordered.ts";

const stream = "Pledge-police-2022";
const handle = DeciderCommandHandler(emmettDecider(pledge));
const patient = DeciderCommandHandler({ ...emmettDecider(pledge), retry: { onVersionConflict: 3 } });

describe("the guard, an event store for Emmett's command handler", () => {
  it("is one by Emmett's own types", () => {
    expectTypeOf<EmmettEventStore>().toExtend<EmmettsStore>();
  });

  it("writes the envelope that a command handler of ours writes", async () => {
    const [guarded, own] = [inMemoryStore(), inMemoryStore()];
    const ownHandle = commandHandler({ store: own, decider: pledge });
    for (const [at, command] of [draft, promise].entries()) {
      await handle(emmettGuard(guarded), "police-2022", ordered(command, `c${at}`));
      await ownHandle("police-2022", ordered(command, `c${at}`));
    }
    expect(JSON.stringify(await wholeLog(guarded))).toBe(JSON.stringify(await wholeLog(own)));
  });

  it("lets one of several begin a stream, who then decide on what is there", async () => {
    const store = inMemoryStore();
    const units = ["police", "court", "procuracy", "army"];
    const drafts = units.map((unit, at) =>
      handle(
        emmettGuard(store),
        "police-2022",
        ordered({ ...draft, data: { ...draft.data, unit } }, `c${at}`),
      ),
    );
    const answers = await Promise.allSettled(drafts);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(StreamMoved);
    expect(await store.read(stream)).toHaveLength(1);
  });

  it("is tried again by Emmett where another program was quicker", async () => {
    const store = inMemoryStore();
    let others = 0;
    const overtaken = emmettGuard({
      ...store,
      async append(writes) {
        others += 1;
        if (others === 1) await handle(emmettGuard(store), "police-2022", ordered(draft, "other"));
        return store.append(writes);
      },
    });
    const { newEvents } = await patient(overtaken, "police-2022", ordered(draft, "c1"));
    // The other one drafted the same, so there was nothing left to do.
    expect([others, newEvents]).toEqual([1, []]);
    expect(await store.read(stream)).toHaveLength(1);
  });

  it("adds nothing for a command of before, and gives what it caused then", async () => {
    const store = emmettGuard(inMemoryStore());
    await handle(store, "police-2022", ordered(draft, "c1"));
    const { decide, initialState } = emmettDecider(pledge);
    const again = decide(ordered(draft, "c1"), initialState());
    await expect(store.appendToStream(stream, again)).rejects.toThrow(CommandRepeated);
    await expect(store.appendToStream(stream, again)).rejects.toMatchObject({
      events: [{ type: "PledgeDrafted", metadata: { version: 1 } }],
    });
    await expect(handle(store, "police-2022", ordered(promise, "c1"))).rejects.toThrow(CommandIdReused);
  });

  it("knows Emmett's words for versions, and gives the part of a stream that is asked for", async () => {
    const store = emmettGuard(inMemoryStore());
    const read = (options: object) => store.readStream(stream, options);
    await expect(read({ expectedStreamVersion: "STREAM_EXISTS" })).rejects.toThrow(StreamMoved);
    expect(await store.streamExists(stream)).toBe(false);
    await handle(store, "police-2022", [ordered(draft, "c1"), ordered(promise, "c2")]);
    await expect(read({ expectedStreamVersion: "STREAM_DOES_NOT_EXIST" })).rejects.toThrow(/at version 2/);
    await expect(read({ expectedStreamVersion: 1n })).rejects.toMatchObject({ errorCode: 412 });
    expect(await store.streamExists(stream)).toBe(true);
    const positions = async (options: object) =>
      (await read(options)).events.map(({ metadata }) => metadata.streamPosition);
    expect(await positions({ expectedStreamVersion: 2n })).toEqual([1n, 2n]);
    expect(await positions({ from: 2n })).toEqual([2n]);
    expect(await positions({ to: 1n })).toEqual([1n]);
    expect(await positions({ maxCount: 1n })).toEqual([1n]);
  });

  it("takes no events but those of its deciders, and no other forms of them", async () => {
    const store = emmettGuard(inMemoryStore());
    const noted = [{ type: "Noted", data: {} }];
    await expect(store.appendToStream(stream, noted)).rejects.toThrow(/Noted: metadata.thidua/);
    await expect(store.appendToStream("no stream", [])).rejects.toThrow(InvalidInput);
    await expect(store.readStream(stream, { schema: { versioning: {} } })).rejects.toThrow(/versioning/);
  });
});
