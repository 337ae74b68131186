import { describe, expect, it } from "vitest";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import type { PledgeCommand } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { ConcurrencyConflict } from "../../src/stores/attempts.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { loaded } from "../../src/stores/loading.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { draft, promise, sign, title } from "../pledge/life.ts";

const metadata = (commandId: string): CommandMetadata => ({
  now: new Date("2023-01-09T07:30:00Z"),
  commandId,
  actor: "office",
});

async function kept(commands: readonly PledgeCommand[]) {
  const store = inMemoryStore();
  const handle = commandHandler({ store, decider: pledge });
  for (const [index, command] of commands.entries())
    await handle("police-2022", { ...command, metadata: metadata(`c${index}`) });
  return store;
}

describe("a command handler", () => {
  it("stores what the command causes, in an envelope", async () => {
    const store = await kept([draft]);
    expect(await wholeLog(store)).toEqual([
      {
        type: "PledgeDrafted",
        data: draft.data,
        metadata: {
          eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          stream: "Pledge-police-2022",
          version: 1,
          recordedAt: "2023-01-09T07:30:00.000Z",
          actor: "office",
          correlationId: "c0",
          causationId: "c0",
          commandId: "c0",
          digest: expect.stringMatching(/^[0-9a-f-]{36}$/),
          schemaVersion: 1,
        },
      },
    ]);
  });

  it("adds nothing for a command sent again, and answers with what it caused then", async () => {
    const store = await kept([draft, promise]);
    const handle = commandHandler({ store, decider: pledge });
    const again = await handle("police-2022", { ...draft, metadata: metadata("c0") });
    expect(again).toMatchObject({ ok: true, events: [{ type: "PledgeDrafted" }], version: 2 });
    expect(await wholeLog(store)).toHaveLength(2);
  });

  it("gives the rejection and stores nothing for a command that is refused", async () => {
    const store = await kept([draft]);
    const handle = commandHandler({ store, decider: pledge });
    const refused = await handle("police-2022", { ...sign, metadata: metadata("c9") });
    expect(refused).toEqual({ ok: false, rejection: { type: "PledgeEmpty", data: {} } });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it.each([
    [
      "data that has not its form",
      { ...draft, data: { ...draft.data, dueOn: "tomorrow" }, metadata: metadata("c1") },
      "data.dueOn",
    ],
    ["no metadata", draft, "metadata"],
    [
      "metadata without a command id",
      { ...draft, metadata: { now: new Date(0), actor: "office" } },
      "metadata.commandId",
    ],
    ["an unknown command", { type: "__proto__", data: {}, metadata: metadata("c1") }, "type"],
    ["no command", { metadata: metadata("c1") }, "type"],
  ])("refuses %s by naming the field, and stores nothing", async (_, command, field) => {
    const store = inMemoryStore();
    const handle = commandHandler({ store, decider: pledge });
    const sent = handle("police-2022", command as Parameters<typeof handle>[1]);
    await expect(sent).rejects.toThrow(InvalidInput);
    await expect(sent).rejects.toMatchObject({ problems: [{ field }] });
    expect(await wholeLog(store)).toEqual([]);
  });

  it.each([
    ["no id", undefined],
    ["an id that is none", "police 2022"],
    ["a list for an id", ["police"]],
    ["an id without end", "x".repeat(101)],
  ])("refuses %s, and stores nothing", async (_, id) => {
    const store = inMemoryStore();
    const handle = commandHandler({ store, decider: pledge });
    await expect(handle(id as string, { ...draft, metadata: metadata("c1") })).rejects.toThrow(InvalidInput);
    await expect(loaded({ store, decider: pledge, id: id as string })).rejects.toThrow(InvalidInput);
    expect(await wholeLog(store)).toEqual([]);
  });

  it.each([
    ["before the first year", "-271821-04-20T00:00:00Z"],
    ["after the last year", "+275760-09-13T00:00:00Z"],
    ["in the last year, and in Việt Nam after it", "9999-12-31T20:00:00Z"],
  ])("refuses a clock that stands %s", async (_, instant) => {
    const handle = commandHandler({ store: inMemoryStore(), decider: pledge });
    const sent = handle("police", { ...draft, metadata: { ...metadata("c1"), now: new Date(instant) } });
    await expect(sent).rejects.toMatchObject({ problems: [{ field: "metadata.now" }] });
  });

  it("decides again when somebody else was quicker", async () => {
    const store = await kept([draft, promise]);
    let interferes = true;
    const contested: EventStore = {
      ...store,
      async append(writes) {
        if (interferes) {
          interferes = false;
          await commandHandler({ store, decider: pledge })("police-2022", {
            ...sign,
            metadata: metadata("quicker"),
          });
        }
        return store.append(writes);
      },
    };
    const handled = await commandHandler({ store: contested, decider: pledge })("police-2022", {
      ...sign,
      metadata: metadata("slower"),
    });
    expect(handled).toMatchObject({ ok: true, events: [], version: 3 });
  });

  it("gives up, by name, on a stream that never holds still", async () => {
    const restless: EventStore = {
      ...inMemoryStore(),
      append: async ([write]) => ({
        ok: false,
        reason: "conflict",
        stream: write?.stream ?? "",
        actualVersion: 7,
      }),
    };
    const waited: number[] = [];
    const wait = async (attempt: number) => void waited.push(attempt);
    const handle = commandHandler({ store: restless, decider: pledge, attemptsMax: 3, wait });
    await expect(handle("police-2022", { ...draft, metadata: metadata("c0") })).rejects.toThrow(
      ConcurrencyConflict,
    );
  });
});

describe("a stream that holds an event that cannot have happened", () => {
  /** A pledge that is signed twice. */
  async function damaged() {
    const [drafted, promised] = await wholeLog(await kept([draft, promise]));
    if (!drafted || !promised) throw new Error("two commands of these tests cause two events");
    const signing = (eventId: string, version: number) => {
      const metadata = { ...promised.metadata, eventId, version };
      return { ...promised, type: "PledgeSigned", data: sign.data, metadata };
    };
    return inMemoryStore([drafted, promised, signing("once", 3), signing("again", 4)]);
  }

  const impossible = {
    decider: "Pledge",
    type: "PledgeSigned",
    status: "signed",
    place: { stream: "Pledge-police-2022", version: 4 },
  };

  it("takes no command: the caller is given the event with its stream and version, and nothing is stored", async () => {
    const store = await damaged();
    const before = await wholeLog(store);
    const sent = commandHandler({ store, decider: pledge })("police-2022", {
      ...title,
      metadata: metadata("c9"),
    });
    await expect(sent).rejects.toThrow(ImpossibleEvent);
    await expect(sent).rejects.toMatchObject(impossible);
    expect(await wholeLog(store)).toEqual(before);
  });

  it("has no state to load: the caller is given the event with its stream and version", async () => {
    const state = loaded({ store: await damaged(), decider: pledge, id: "police-2022" });
    await expect(state).rejects.toThrow(ImpossibleEvent);
    await expect(state).rejects.toMatchObject(impossible);
  });
});
