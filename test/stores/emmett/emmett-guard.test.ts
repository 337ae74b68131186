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
/** As the guide makes it. */
const patient = DeciderCommandHandler({ ...emmettDecider(pledge), retry: { onVersionConflict: 10 } });
const targets = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...promise, data: { ...promise.data, target: `t${at}` } }));

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

  it("is not tried again by a handler without `retry`: one of several at once is done, and the others are told", async () => {
    const store = emmettGuard(inMemoryStore());
    await handle(store, "police-2022", ordered(draft, "c0"));
    const answers = await Promise.allSettled(
      targets(4).map((one, at) => handle(store, "police-2022", ordered(one, `t-${at}`))),
    );
    const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.map(({ name, errorCode }) => [name, errorCode])).toEqual(
      Array(3).fill(["StreamMoved", 412]),
    );
  });

  it("carries out all commands that come at once, by the handler of the guide", async () => {
    const store = emmettGuard(inMemoryStore());
    await patient(store, "police-2022", ordered(draft, "c0"));
    await Promise.all(targets(4).map((one, at) => patient(store, "police-2022", ordered(one, `t-${at}`))));
    expect((await store.readStream(stream)).events).toHaveLength(5);
  });

  it("takes no batch in which two commands have one id, and stores nothing of it", async () => {
    const store = inMemoryStore();
    const batch = (...commands: object[]) =>
      handle(emmettGuard(store), "police-2022", commands as never).catch((error) => error);
    const refused = await batch(ordered(draft, "c1"), ordered(promise, "c1"));
    expect(refused).toBeInstanceOf(CommandIdReused);
    // As Emmett knows what is not allowed.
    expect(refused).toMatchObject({ commandId: "c1", errorCode: 403 });
    const otherActor = ordered(promise, "c1");
    otherActor.metadata.actor = "clerk";
    expect(await batch(ordered(draft, "c1"), otherActor)).toBeInstanceOf(CommandIdReused);
    expect(await store.read(stream)).toEqual([]);
  });

  it("takes no batch in which the id of a command comes back after another one", async () => {
    const store = inMemoryStore();
    const drop = { type: "DropTarget" as const, data: { target: promise.data.target } };
    const batch = [ordered(draft, "c1"), ordered(promise, "c2"), ordered(drop, "c3"), ordered(promise, "c2")];
    await expect(handle(emmettGuard(store), "police-2022", batch)).rejects.toThrow(CommandIdReused);
    expect(await store.read(stream)).toEqual([]);
  });

  it("sees only what is to be appended: what changes nothing is accepted under the id of another command", async () => {
    const store = inMemoryStore();
    await handle(emmettGuard(store), "police-2022", [ordered(draft, "c1"), ordered(promise, "c2")]);
    const { newEvents } = await handle(emmettGuard(store), "police-2022", ordered(promise, "c1"));
    expect(newEvents).toEqual([]);
    const ours = commandHandler({ store, decider: pledge });
    await expect(ours("police-2022", ordered(promise, "c1"))).rejects.toThrow(CommandIdReused);
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

  it("is asked for no id without its form: Emmett is told that the input is not valid, and which field it is", async () => {
    for (const id of ["police 2022", "", "x".repeat(300), undefined as never]) {
      const refused = await handle(emmettGuard(inMemoryStore()), id, ordered(draft, "c1")).catch(
        (error) => error,
      );
      expect(refused).toBeInstanceOf(InvalidInput);
      expect(refused).toMatchObject({ errorCode: 400, problems: [{ field: "id" }] });
    }
  });

  it("takes no events but those of its deciders, and no other forms of them", async () => {
    const store = emmettGuard(inMemoryStore());
    const noted = [{ type: "Noted", data: {} }];
    await expect(store.appendToStream(stream, noted)).rejects.toThrow(/Noted: metadata.thidua/);
    for (const thidua of ["yes", "7", "null", '{"type":"Noted"}', true]) {
      const told = [{ type: "Noted", data: {}, metadata: { thidua } }];
      await expect(store.appendToStream(stream, told)).rejects.toThrow(/Noted: metadata.thidua/);
    }
    await expect(store.appendToStream("no stream", [])).rejects.toThrow(InvalidInput);
    await expect(store.appendToStream("no stream", [])).rejects.toMatchObject({ errorCode: 400 });
    await expect(store.readStream(stream, { schema: { versioning: {} } })).rejects.toThrow(/versioning/);
  });
});
