import { describe, expect, it } from "vitest";
import type { PledgeEvent } from "../../src/pledge/messages.ts";
import { ProcessNameTaken, TooManyConsequences, VersionTaken } from "../../src/process/faults.ts";
import { process } from "../../src/process/pure-process.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { honour, register, strive } from "./greeting.ts";
import { draft, metadata, promise, sign, started, to } from "./running.ts";

describe("the runner of processes", () => {
  it("stores what is wanted before it does it, and what came of it together with it", async () => {
    const { store, runner, typesOf } = started();
    const result = await runner.send(to("police", draft), metadata());
    expect(result).toMatchObject({
      outcome: { ok: true, events: [{ type: "PledgeDrafted" }] },
      complete: true,
      stopped: [],
      consequences: [{ process: "strive", outcome: { kind: "carried", from: 2, to: 2 } }],
    });
    expect(result.consequences[0]?.events).toMatchObject([{ type: "TitleRegistered" }]);
    expect((await wholeLog(store)).map(({ type }) => type)).toEqual([
      "PledgeDrafted",
      "ProcessBegun",
      "EventAnswered",
      "TitleRegistered",
      "WantSettled",
    ]);
    expect(await typesOf("Process-strive")).toEqual(["ProcessBegun", "EventAnswered", "WantSettled"]);
  });

  it("hands on what the application gave with the command to all that follows from it", async () => {
    const { store, runner } = started();
    const context = [{ name: "tenant", value: "Tây Ninh" }];
    await runner.send(to("police", draft), { ...metadata(), context });
    const log = await wholeLog(store);
    const followed = log.filter(({ type }) => type !== "ProcessBegun");
    expect(followed.map(({ type }) => type)).toEqual([
      "PledgeDrafted",
      "EventAnswered",
      "TitleRegistered",
      "WantSettled",
    ]);
    for (const { metadata } of followed) expect(metadata.context).toEqual(context);
  });

  it("adds nothing by a restart, also not what changed nothing", async () => {
    const { store, runner } = started();
    await runner.send(to("police", draft), metadata());
    await runner.send(to("police", promise), metadata());
    await runner.send(to("police", sign), metadata());
    const before = await wholeLog(store);
    expect(before.findLast(({ type }) => type === "WantSettled")?.data).toMatchObject({
      outcome: { kind: "void" },
    });
    const again = started([strive], { store });
    await again.runner.send(to("police", promise), metadata());
    expect(await wholeLog(store)).toEqual(before);
  });

  it("keeps what is refused as an open matter, equal on every runner, until it is tried again", async () => {
    const wish = process<object, PledgeEvent>({
      name: "wish",
      version: 1,
      initialState: {},
      want: { PledgeDrafted: () => [register("nobody")] },
    });
    const { store, runner } = started([wish]);
    const { complete, consequences } = await runner.send(to("police", draft), metadata());
    expect([complete, consequences]).toMatchObject([
      true,
      [{ outcome: { kind: "refused", rejection: { type: "WrongState" } } }],
    ]);
    const matters = await started([wish], { store }).runner.matters();
    expect(matters).toEqual(await runner.matters());
    const [matter] = matters;
    expect(matter).toMatchObject({ process: "wish", id: "nobody", outcome: { kind: "refused" } });
    await runner.send(to("nobody", draft), metadata());
    const [late] = await runner.matters();
    await runner.reopen({ process: "wish", want: late?.want ?? "", reason: "Đã lập" }, metadata());
    await runner.send(to("police", promise), metadata());
    expect((await runner.matters()).map(({ want }) => want)).not.toContain(late?.want);
  });

  it("halts a process that throws, alone, and goes on after its event is skipped", async () => {
    const failing = process<object, PledgeEvent>({
      name: "failing",
      version: 1,
      initialState: {},
      want: {
        PledgeDrafted(_, __, { id }) {
          if (id === "police") throw new Error("broken");
          return [];
        },
      },
    });
    const { runner, typesOf } = started([failing, strive]);
    const { outcome, complete, stopped } = await runner.send(to("police", draft), metadata());
    const event = outcome.ok ? outcome.events[0]?.metadata.eventId : undefined;
    expect([complete, stopped]).toMatchObject([
      false,
      [{ process: "failing", eventId: event, error: { message: "broken" } }],
    ]);
    expect(await typesOf("Pledge-police")).toContain("TitleRegistered");
    await runner.skip({ process: "failing", event: event ?? "", reason: "Hỏng" }, metadata());
    expect(await runner.send(to("court", draft), metadata())).toMatchObject({ complete: true, stopped: [] });
    expect(await typesOf("Process-failing")).toEqual(["ProcessBegun", "EventSkipped", "EventAnswered"]);
  });

  it("lets an older version stand by once a newer one has begun, which answers its new types from then on", async () => {
    const older = started([
      process<object, PledgeEvent>({
        ...{ name: "strive", version: 1, initialState: {} },
        want: { PledgeDrafted: (_, __, { id }) => [register(id)] },
      }),
    ]);
    await older.runner.send(to("police", draft), metadata());
    await older.runner.send(to("police", promise), metadata());
    const newer = started([{ ...strive, version: 2 }], { store: older.store });
    // What is new to it counts from when it begins.
    await newer.runner.send(to("police", promise), metadata());
    await newer.runner.send(to("police", sign), metadata());
    expect(await older.typesOf("Process-strive")).toEqual([
      ...["ProcessBegun", "EventAnswered", "WantSettled"],
      ...["ProcessBegun", "EventAnswered", "WantSettled"],
    ]);
    const before = (await wholeLog(older.store)).length;
    const late = older.runner.send(to("court", draft), metadata(), { timeLimit: 0 });
    expect(await late).toMatchObject({ complete: false });
    expect((await wholeLog(older.store)).length).toBe(before + 1);
    expect(older.runner.status()).toMatchObject([{ version: 1, standsBy: true }]);
    await newer.runner.send(to("police", promise), metadata());
    expect(await newer.typesOf("Pledge-court")).toEqual(["PledgeDrafted", "TitleRegistered"]);
  });

  it.each([
    ["the end of the log", undefined, []],
    ["its beginning, where the version says so", "beginning" as const, ["police"]],
  ])("answers the types that a newer version adds from %s on", async (_, since, healed) => {
    const want = { PledgeDrafted: () => [] };
    const older = process<object, PledgeEvent>({ name: "wish", version: 1, initialState: {}, want });
    const { store, runner } = started([older]);
    for (const command of [draft, promise]) await runner.send(to("police", command), metadata());
    const newer = process<object, PledgeEvent>({
      name: "wish",
      version: 2,
      ...(since && { since }),
      initialState: {},
      want: { ...want, TargetPromised: (_, __, { id }) => [register(id)] },
    });
    const again = started([newer], { store });
    for (const command of [draft, promise]) await again.runner.send(to("court", command), metadata());
    const registered = (await wholeLog(store)).filter(({ type }) => type === "TitleRegistered");
    expect(registered.map(({ metadata }) => metadata.stream.slice("Pledge-".length))).toEqual([
      ...healed,
      "court",
    ]);
  });

  it("names a process that answers other events under the same version, and two of one name", async () => {
    const { store, runner } = started();
    await runner.send(to("police", draft), metadata());
    const other = process<object, PledgeEvent>({
      ...{ name: "strive", version: 1, initialState: {} },
      want: { PledgeAssessed: () => [] },
    });
    const changed = started([other], { store }).runner;
    expect(await changed.send(to("police", promise), metadata())).toMatchObject({
      outcome: { ok: true },
      stopped: [{ process: "strive", error: { name: "VersionTaken" } }],
    });
    // A worker tells it at its start.
    const followed = changed.follow({ signal: new AbortController().signal });
    await expect(followed).rejects.toThrow(VersionTaken);
    expect(() => started([strive, strive])).toThrow(ProcessNameTaken);
  });

  it("stops at an event that only a newer version of the library can read, and passes over a field that it adds", async () => {
    const { store, runner } = started();
    await runner.send(to("police", draft), metadata());
    const [first] = await store.read("Pledge-police");
    if (!first) throw new Error("nothing is stored");
    const newer = (id: string, change: Partial<typeof first>, schemaVersion: number) => {
      const stream = `Pledge-${id}`;
      const event = { ...first, ...change };
      const ids = { stream, eventId: `event-${id}`, commandId: `command-${id}`, schemaVersion };
      return store.append([
        { stream, expectedVersion: 0, events: [{ ...event, metadata: { ...event.metadata, ...ids } }] },
      ]);
    };
    await newer("court", { data: { ...first.data, colour: "red" } }, 1);
    const { consequences } = await runner.send(to("police", promise), metadata());
    expect(consequences).toEqual([]);
    expect((await store.read("Pledge-court")).map(({ type }) => type)).toContain("TitleRegistered");
    await newer("military", {}, 2);
    const { stopped } = await runner.send(to("police", sign), metadata());
    expect(stopped).toMatchObject([
      {
        process: "strive",
        eventId: "event-military",
        error: { name: "NewerEvent", stream: "Pledge-military" },
      },
    ]);
  });

  it("ends a loop at the most wants of one command, and says what led to it", async () => {
    const endless = process<object, PledgeEvent>({
      name: "endless",
      version: 1,
      initialState: {},
      want: {
        PledgeDrafted: (_, __, { id }) => [to(`${id}x`, draft)],
      },
    });
    // A process is not shown what it caused itself, so a loop takes two.
    const other = { ...endless, name: "other" };
    const { runner, store } = started([endless, other], { wantsMax: 20 });
    const sent = runner.send(to("a", draft), metadata());
    await expect(sent).rejects.toThrow(TooManyConsequences);
    expect((await runner.matters()).filter(({ outcome }) => outcome.kind === "stopped")).not.toEqual([]);
    const wants = (await wholeLog(store)).filter(({ type }) => type === "EventAnswered").length;
    expect(wants).toBeLessThan(50);
  });

  it("waits for a store that is away, and tells a command of the wrong form as a matter", async () => {
    const store = inMemoryStore();
    let away = 0;
    const shaky: EventStore = {
      ...store,
      async append(writes) {
        away += 1;
        if (away % 2 === 0) throw new Error("the store is away");
        return store.append(writes);
      },
    };
    const wish = process<object, PledgeEvent>({
      name: "wish",
      version: 1,
      initialState: {},
      want: {
        PledgeDrafted: (_, __, { id }) => [
          { aggregate: "Pledge", id, command: { type: "RegisterTitle", data: { honour: 7 } } },
          { aggregate: "Pledge", id, command: { type: "RegisterTitle", data: { honour } } },
        ],
      },
    });
    const { runner } = started([wish], { store: shaky });
    const { complete, consequences } = await runner.send(to("police", draft), metadata());
    expect([complete, consequences.map(({ outcome }) => outcome.kind)]).toEqual([
      true,
      ["invalid", "carried"],
    ]);
  });

  it("follows the log for a worker until it is told to end", async () => {
    const { store } = started([]);
    await started([], { store }).runner.send(to("police", draft), metadata());
    const ending = new AbortController();
    const { runner, typesOf } = started([strive], { store });
    const followed = runner.follow({ signal: ending.signal });
    while (!(await typesOf("Process-strive")).includes("WantSettled"))
      await new Promise((resolve) => setImmediate(resolve));
    await started([], { store }).runner.send(to("court", draft), metadata());
    while (!(await typesOf("Pledge-court")).includes("TitleRegistered"))
      await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await followed;
  });
});
