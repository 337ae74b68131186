import { describe, expect, it } from "vitest";
import { DamagedEvent, NewerEvent } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { PledgeCommand, type PledgeEvent, type PledgeRejection } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { CommandIdReused } from "../../src/stores/attempts.ts";
import { commandHandler, type HandlerOptions, type Trace } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { loaded } from "../../src/stores/loading.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { draft, promise, sign } from "../pledge/life.ts";

const id = "police-2022";
const stream = `Pledge-${id}`;
const metadata = (commandId: string, actor = "office") => ({
  now: new Date("2023-01-09T07:30:00Z"),
  ...{ commandId, actor },
});
const as = <C extends PledgeCommand>(command: C, commandId: string, actor?: string) => ({
  ...command,
  metadata: metadata(commandId, actor),
});
/** Lets the others go on, without a clock. */
const step = () => new Promise<void>((resolve) => setImmediate(resolve));
const handlerOf = (store: EventStore, options: HandlerOptions = {}) =>
  commandHandler({ store, decider: pledge, wait: step, ...options });
const target = (at: number) =>
  PledgeCommand.create.PromiseTarget({ ...promise.data, target: `target-${at}` });
const typesIn = async (store: EventStore) => (await wholeLog(store)).map(({ type }) => type);

/** A store as far away as a database: between question and answer others get their turn. */
function faraway(near: EventStore): EventStore {
  return {
    ...near,
    async read(...asked) {
      const answer = await near.read(...asked);
      await step();
      return answer;
    },
    async append(writes) {
      await step();
      return near.append(writes);
    },
  };
}

describe("a command whose id is used", () => {
  it("gives the events of then, and says so, where it is the same command of the same account", async () => {
    const store = inMemoryStore();
    const handle = handlerOf(store);
    const first = await handle(id, as(draft, "c1"));
    await handle(id, as(promise, "c2"));
    const again = await handlerOf(store)(id, as(draft, "c1"));
    expect(again).toEqual({ ...first, version: 2, repeated: true });
    expect(await typesIn(store)).toEqual(["PledgeDrafted", "TargetPromised"]);
  });

  it.each([
    ["another command", as(promise, "c1")],
    ["other contents", as({ ...draft, data: { ...draft.data, dueOn: "2022-12-30" } }, "c1")],
    ["another account", as(draft, "c1", "guest")],
  ])("is refused for %s, and nothing is stored", async (_, command) => {
    const store = inMemoryStore();
    const handle = handlerOf(store);
    await handle(id, as(draft, "c1"));
    await expect(handle(id, command)).rejects.toThrow(CommandIdReused);
    await expect(handle(id, command)).rejects.toMatchObject({ stream, commandId: "c1" });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it("is not used up by a command that was refused: sent again, it is decided by the state of then", async () => {
    const handle = handlerOf(inMemoryStore());
    await handle(id, as(draft, "c1"));
    expect(await handle(id, as(sign, "c2"))).toMatchObject({ ok: false });
    await handle(id, as(promise, "c3"));
    expect(await handle(id, as(sign, "c2"))).toMatchObject({ ok: true, events: [{ type: "PledgeSigned" }] });
  });
});

describe("commands that are sent at once to one stream", () => {
  it.each([1, 2, 50])("are all carried out, over %i handlers", async (handlers) => {
    const store = inMemoryStore();
    await handlerOf(store)(id, as(draft, "c"));
    // A store object for each handler, as programs on several machines have them.
    const all = Array.from({ length: handlers }, () => handlerOf(faraway({ ...store }), { attemptsMax: 60 }));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => all[at % handlers]?.(id, as(target(at), `c${at}`))),
    );
    expect(answers.map((answer) => answer?.ok)).toEqual(Array.from({ length: 50 }, () => true));
    expect(await wholeLog(store)).toHaveLength(51);
  });

  it("wait for each other in one program, so that each is decided once", async () => {
    let appends = 0;
    const store = inMemoryStore();
    const counted: EventStore = {
      ...faraway(store),
      append(writes) {
        appends += 1;
        return store.append(writes);
      },
    };
    const handle = handlerOf(counted);
    await Promise.all([draft, ...[1, 2, 3].map(target)].map((one, at) => handle(id, as(one, `c${at}`))));
    expect(appends).toBe(4);
  });

  it("go on where one of them fails", async () => {
    const store = inMemoryStore();
    let isAway = true;
    const failing: EventStore = {
      ...store,
      async append(writes) {
        if (!isAway) return store.append(writes);
        isAway = false;
        throw new Error("the store is away");
      },
    };
    const handle = handlerOf(failing);
    const [first, second] = await Promise.allSettled([
      handle(id, as(draft, "c1")),
      handle(id, as(draft, "c2")),
    ]);
    expect([first?.status, second?.status]).toEqual(["rejected", "fulfilled"]);
  });
});

describe("a handler that keeps the last states", () => {
  it("answers as one that keeps none, whoever else writes", async () => {
    const store = inMemoryStore();
    const kept = handlerOf(store);
    const commands = [draft, target(1), sign, target(2), draft, target(3), sign];
    for (const [at, command] of commands.entries()) {
      const other = handlerOf(inMemoryStore(await wholeLog(store)));
      const expected = await other(id, as(command, `c${at}`));
      // Every second command goes through another program.
      const handle = at % 2 === 0 ? kept : handlerOf(store);
      expect(await handle(id, as(command, `c${at}`))).toEqual(expected);
    }
  });

  it("reads of a stream only what it has not folded yet", async () => {
    const store = inMemoryStore();
    const asked: (number | undefined)[] = [];
    const handle = handlerOf({
      ...store,
      read(name, options) {
        asked.push(options?.from);
        return store.read(name, options);
      },
    });
    for (const [at, command] of [draft, target(1), target(2)].entries())
      await handle(id, as(command, `c${at}`));
    expect(asked).toEqual([1, 1, 2]);
  });
});

describe("a command that waits", () => {
  it("keeps the time of its metadata, whatever the caller does with the Date", async () => {
    const store = inMemoryStore();
    const command = as(draft, "c1");
    const answer = handlerOf(faraway(store))(id, command);
    command.metadata.now.setFullYear(1999);
    await answer;
    expect((await wholeLog(store))[0]?.metadata.recordedAt).toBe("2023-01-09T07:30:00.000Z");
  });

  it("hands its context on to its events", async () => {
    const store = inMemoryStore();
    const context = [{ name: "tenant", value: "tay-ninh" }];
    await handlerOf(store)(id, { ...draft, metadata: { ...metadata("c1"), context } });
    expect((await wholeLog(store))[0]?.metadata).toMatchObject({ context });
  });
});

describe("a command from outside", () => {
  it("is read once, and each fault is named with its field", async () => {
    const handle = handlerOf(inMemoryStore());
    const body = JSON.parse(JSON.stringify(draft));
    expect(await handle.json(id, body, metadata("c1"))).toMatchObject({ ok: true, version: 1 });
    const bad = handle.json(
      "a b",
      { type: "DraftPledge", data: {} },
      { ...metadata("c2"), now: new Date(Number.NaN) },
    );
    await expect(bad).rejects.toThrow(InvalidInput);
    await expect(bad).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ field: "id", rule: "noSpaces" }),
        expect.objectContaining({ field: "data.unit", rule: "required" }),
        expect.objectContaining({ field: "metadata.now" }),
      ]),
    });
  });
});

describe("a command with a trace", () => {
  const note = (version: number): Recorded => ({
    type: "Noted",
    data: {},
    metadata: {
      ...{ eventId: `note-${version}`, stream: "Process-x", version, recordedAt: "2023-01-09T07:30:00.000Z" },
      ...{
        actor: "x",
        correlationId: "x",
        causationId: "x",
        commandId: `n${version}`,
        digest: "d",
        schemaVersion: 1,
      },
    },
  });
  const traceAt =
    (expectedVersion: number): Trace<PledgeEvent, PledgeRejection> =>
    () => ({ stream: "Process-x", expectedVersion, events: [note(expectedVersion + 1)] });

  it("is stored together with it, or not at all", async () => {
    const store = inMemoryStore();
    const handle = handlerOf(store);
    expect(await handle.traced(id, as(draft, "c1"), traceAt(0))).toMatchObject({ ok: true, version: 1 });
    expect(await handle.traced(id, as(promise, "c2"), traceAt(0))).toEqual({ ok: false, overtaken: true });
    expect(await typesIn(store)).toEqual(["PledgeDrafted", "Noted"]);
  });

  it("leaves the trace alone where it is refused or changes nothing", async () => {
    const store = inMemoryStore();
    const handle = handlerOf(store);
    expect(await handle.traced(id, as(sign, "c1"), traceAt(0))).toMatchObject({ ok: false, rejection: {} });
    await handle(id, as(draft, "c2"));
    expect(await handle.traced(id, as(draft, "c3"), traceAt(1))).toMatchObject({ ok: true, events: [] });
    expect(await typesIn(store)).toEqual(["Noted", "PledgeDrafted", "Noted"]);
  });

  it("is decided anew where its own stream has moved, and its trace is written anew", async () => {
    const store = inMemoryStore();
    let interferes = true;
    const handle = handlerOf({
      ...store,
      async append(writes) {
        if (interferes) {
          interferes = false;
          await handlerOf(store)(id, as(draft, "quicker"));
        }
        return store.append(writes);
      },
    });
    const told: unknown[] = [];
    const trace: Trace<PledgeEvent, PledgeRejection> = (outcome) => {
      told.push(outcome.ok && outcome.version);
      return traceAt(0)(outcome);
    };
    const other = PledgeCommand.create.DraftPledge({ ...draft.data, dueOn: "2022-12-30" });
    await handle.traced(id, as(other, "slower"), trace);
    expect(told).toHaveLength(2);
  });
});

describe("a stream that a newer version has written", () => {
  async function changed(change: (event: Recorded) => Recorded) {
    const store = inMemoryStore();
    await handlerOf(store)(id, as(draft, "c1"));
    const [event] = await wholeLog(store);
    if (!event) throw new Error("a draft is one event");
    return inMemoryStore([change(event)]);
  }

  it("is read without the fields that only the newer one knows, which the store keeps", async () => {
    const store = await changed((event) => ({
      ...event,
      data: { ...event.data, colour: "red" },
      metadata: { ...event.metadata, weather: "fine" } as Recorded["metadata"],
    }));
    expect(await loaded({ store, decider: pledge, id })).not.toHaveProperty("colour");
    expect(await handlerOf(store)(id, as(promise, "c2"))).toMatchObject({ ok: true, version: 2 });
    expect((await wholeLog(store))[0]).toMatchObject({
      data: { colour: "red" },
      metadata: { weather: "fine" },
    });
  });

  it.each([
    ["an event that is unknown", (event: Recorded) => ({ ...event, type: "PledgeFramed" })],
    [
      "a form that is unknown",
      (event: Recorded) => ({ ...event, metadata: { ...event.metadata, schemaVersion: 2 } }),
    ],
  ])("is not folded where it has %s: the error names stream and version", async (_, change) => {
    const store = await changed(change);
    const sent = handlerOf(store)(id, as(promise, "c2"));
    await expect(sent).rejects.toThrow(NewerEvent);
    await expect(sent).rejects.toMatchObject({ decider: "Pledge", stream, version: 1 });
    expect(await handlerOf(store)("court-2022", as(draft, "c3"))).toMatchObject({ ok: true });
  });

  it("is not folded where an event is damaged: the error names stream, version and field", async () => {
    const store = await changed((event) => ({ ...event, data: {} }));
    const sent = handlerOf(store)(id, as(promise, "c2"));
    await expect(sent).rejects.toThrow(/^Pledge-police-2022, version 1 is damaged: data\.bloc: required/);
    await expect(sent).rejects.toThrow(DamagedEvent);
    await expect(sent).rejects.not.toThrow(InvalidInput);
    await expect(sent).rejects.toMatchObject({
      ...{ stream, version: 1, cause: expect.any(InvalidInput) },
      problems: expect.arrayContaining([expect.objectContaining({ field: "data.unit", rule: "required" })]),
    });
    expect(await handlerOf(store)("court-2022", as(draft, "c3"))).toMatchObject({ ok: true });
  });
});
