import { describe, expect, it } from "vitest";
import { CommandIdReused } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { NotStopped, UnknownProcess } from "../../src/process/faults.ts";
import { contentOfWant } from "../../src/process/matter-content.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { register } from "./greeting.ts";
import { alsoStored, draft, metadata, promise, started, to, wishing } from "./running.ts";

const failing = wishing("failing", {
  PledgeDrafted(_, __, { id }) {
    if (id === "police") throw new Error("broken");
    return [];
  },
});
const wish = wishing("wish", { PledgeDrafted: () => [register("nobody")] });
const reason = "Hỏng";

/** A process that has stopped at its first event. */
async function stoppedAt(store = inMemoryStore()) {
  const { runner, typesOf } = started([failing], { store });
  const { stopped } = await runner.send(to("police", draft), metadata());
  const event = stopped[0]?.eventId ?? "";
  return { store, runner, typesOf, event };
}

describe("what a person decides about a process", () => {
  it("has an event skipped that the runner tries again at that moment", async () => {
    const inner = inMemoryStore();
    let release = () => undefined as unknown;
    let held: Promise<void> | undefined;
    const store = {
      ...inner,
      async readAll(options: Parameters<typeof inner.readAll>[0]) {
        await held;
        return inner.readAll(options);
      },
    };
    const { runner, event } = await stoppedAt(store);
    held = new Promise((resolve) => {
      release = resolve;
    });
    const other = runner.send(to("court", draft), metadata());
    while (!(await inner.read("Pledge-court")).length) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(runner.status()).toMatchObject([{ stopped: { eventId: event } }]);
    expect(await runner.skip({ process: "failing", event, reason }, metadata())).toMatchObject({ ok: true });
    expect(runner.status()[0]).not.toHaveProperty("stopped");
    release();
    expect(await other).toMatchObject({ complete: true, stopped: [] });
  });

  it("has an event skipped once, however often it is sent under its id, and on any server", async () => {
    const { store, runner, event } = await stoppedAt();
    const what = { process: "failing", event, reason };
    const first = await runner.skip(what, metadata("once"));
    expect(first).toMatchObject({ ok: true, events: [{ type: "EventSkipped" }], version: 2 });
    const again = [runner, started([failing], { store }).runner].map((one) =>
      one.skip(what, metadata("once")),
    );
    for (const answer of await Promise.all(again)) expect(answer).toEqual({ ...first, repeated: true });
    expect(await runner.skip(what, metadata())).toMatchObject({ ok: true, events: [] });
    expect((await store.read("Process-failing")).map(({ type }) => type)).toEqual([
      "ProcessBegun",
      "EventSkipped",
    ]);
  });

  it("has an event skipped by a program that has neither sent nor followed anything", async () => {
    const { store, runner, event } = await stoppedAt();
    const desk = started([failing], { store });
    expect(await desk.runner.skip({ process: "failing", event, reason }, metadata())).toMatchObject({
      ok: true,
      events: [{ data: { event, stream: "Pledge-police", root: expect.any(String) } }],
    });
    expect(await runner.send(to("court", draft), metadata())).toMatchObject({ complete: true, stopped: [] });
  });

  it("has an event skipped by an older program, at which only the newer one has stopped", async () => {
    const calm = wishing("failing", { PledgeDrafted: () => [] });
    const older = started([calm]);
    await older.runner.send(to("court", draft), metadata());
    const newer = started([{ ...failing, version: 2 }], { store: older.store });
    const { outcome, stopped } = await newer.runner.send(to("police", draft), metadata("root"));
    expect(outcome).toMatchObject({ ok: true });
    const skip = (event: string) => older.runner.skip({ process: "failing", event, reason }, metadata());
    const [drafted] = await older.store.read("Pledge-court");
    expect(await skip(drafted?.metadata.eventId ?? "")).toMatchObject({
      ok: false,
      rejection: { type: "EventTaken" },
    });
    const [begun] = await older.store.read("Process-failing");
    await expect(skip(begun?.metadata.eventId ?? "")).rejects.toThrow(NotStopped);
    expect(await skip(stopped[0]?.eventId ?? "")).toMatchObject({
      ok: true,
      events: [{ data: { root: "root" } }],
    });
    expect(await newer.runner.send(to("army", draft), metadata())).toMatchObject({ complete: true });
  });

  it("names a process that there is not, and an event at which none has stopped", async () => {
    const { store, runner, event } = await stoppedAt();
    const { skip, reopen } = runner;
    await expect(skip({ process: "nope", event, reason }, metadata())).rejects.toThrow(UnknownProcess);
    await expect(reopen({ process: "nope", want: "w", reason }, metadata())).rejects.toThrow(UnknownProcess);
    await expect(skip({ process: "failing", event: "e", reason }, metadata())).rejects.toThrow(NotStopped);
    await started([], { store }).runner.send(to("court", draft), metadata());
    const [later] = await store.read("Pledge-court");
    const behind = { process: "failing", event: later?.metadata.eventId ?? "", reason };
    await expect(skip(behind, metadata())).rejects.toThrow(NotStopped);
  });

  it("names each field that has not its form", async () => {
    const { runner } = await stoppedAt();
    const nothing = runner.skip({ process: "failing", reason } as never, metadata());
    await expect(nothing).rejects.toMatchObject({ problems: [{ field: "event", rule: "required" }] });
    const wordless = runner.skip({ process: "failing", want: "w", reason: "" }, metadata());
    await expect(wordless).rejects.toMatchObject({ problems: [{ field: "reason" }] });
  });

  it("refuses an account that is named like a process, whose own commands these would be", async () => {
    const { runner } = started([failing, wish]);
    const asProcess = { ...metadata(), actor: "wish" };
    await expect(runner.send(to("court", draft), asProcess)).rejects.toMatchObject({
      problems: [{ field: "metadata.actor", rule: "actorIsProcess", value: '"wish"' }],
    });
    const skipped = runner.skip({ process: "failing", want: "w", reason }, asProcess);
    await expect(skipped).rejects.toThrow(InvalidInput);
  });

  it("has a want tried again once, however often it is sent under its id", async () => {
    const { store, runner, typesOf } = started([wish]);
    await runner.send(to("police", draft), metadata());
    const [{ want = "" } = {}] = await runner.matters();
    const reopen = (one: typeof runner) => one.reopen({ process: "wish", want, reason }, metadata("once"));
    const first = await reopen(runner);
    for (const one of [runner, started([wish], { store }).runner]) {
      await runner.send(to("police", promise), metadata());
      expect(await reopen(one)).toEqual({
        ...first,
        version: expect.any(Number),
        repeated: true,
      });
    }
    expect((await typesOf("Process-wish")).filter((type) => type === "WantReopened")).toHaveLength(1);
  });

  it("refuses an id that was used for something else, also by another account", async () => {
    const { runner } = started([wish]);
    await runner.send(to("police", draft), metadata());
    const [{ want = "" } = {}] = await runner.matters();
    await runner.reopen({ process: "wish", want, reason }, metadata("once"));
    for (const [what, who] of [
      [{ want, reason: "Khác" }, "office"],
      [{ want: "w", reason }, "office"],
      [{ want, reason }, "somebody"],
    ] as const) {
      const other = runner.reopen({ process: "wish", ...what }, { ...metadata("once"), actor: who });
      await expect(other).rejects.toThrow(CommandIdReused);
    }
    const skipped = runner.skip({ process: "wish", want, reason }, metadata("once"));
    await expect(skipped).rejects.toThrow(CommandIdReused);
  });

  it("has a want skipped once under its id", async () => {
    const store = inMemoryStore();
    const lost = wishing("lost", {
      PledgeDrafted: () => [{ aggregate: "Medal", id: "m", command: { type: "X", data: {} } }],
    });
    const { runner } = started([lost], { store });
    const { stopped } = await runner.send(to("police", draft), metadata());
    const what = { process: "lost", want: stopped[0]?.want ?? "", reason };
    const first = await runner.skip(what, metadata("once"));
    expect(await started([lost], { store }).runner.skip(what, metadata("once"))).toEqual({
      ...first,
      repeated: true,
    });
  });

  it("has settled what is open as it was seen, once, and opened again, on any server", async () => {
    const seen = { key: "look/police", content: "as-it-is" };
    const looking = { ...wish, open: () => [seen] };
    const { store, runner } = started([looking]);
    await runner.send(to("police", draft), metadata());
    const settle = (one: typeof runner, more: Partial<typeof seen> = {}, commandId?: string) =>
      one.settle({ process: "wish", ...seen, ...more, reason }, metadata(commandId));
    expect(await settle(runner, { content: "as-it-was" })).toMatchObject({
      ok: false,
      rejection: { type: "MatterNotOpen", data: { key: seen.key } },
    });
    const first = await settle(runner, {}, "once");
    expect(first).toMatchObject({ ok: true, events: [{ type: "MatterSettled", data: { ...seen, reason } }] });
    const other = started([looking], { store }).runner;
    for (const one of [runner, other])
      expect(await settle(one, {}, "once")).toEqual({ ...first, repeated: true });
    expect(await settle(other)).toMatchObject({ ok: true, events: [] });
    const reopened = await other.reopen({ process: "wish", ...seen, reason }, metadata());
    expect(reopened).toMatchObject({ ok: true, events: [{ type: "MatterReopened" }] });
    expect(await runner.reopen({ process: "wish", ...seen, reason }, metadata())).toMatchObject({
      rejection: { type: "MatterNotSettled" },
    });
  });

  it("has settled a want that came to nothing, which needs nobody any more", async () => {
    const claim = { key: "title/nobody", law: "C1", unmet: { type: "TitleMissing", data: {} } };
    const owing = wishing("owing", { PledgeDrafted: () => [{ ...register("nobody"), claim }] });
    const { runner } = started([owing]);
    await runner.send(to("police", draft), metadata());
    const [{ want = "", outcome } = {}] = await runner.matters();
    const content = contentOfWant(want, outcome ?? { kind: "void" });
    const settled = await runner.settle({ process: "owing", key: claim.key, content, reason }, metadata());
    expect(settled).toMatchObject({ ok: true, events: [{ type: "MatterSettled" }] });
    expect(await runner.matters()).toEqual([]);
  });

  it("names what is missing of a matter", async () => {
    const { runner } = await stoppedAt();
    for (const [what, field] of [
      [{ key: "k" }, "content"],
      [{ content: "m" }, "key"],
    ] as const) {
      const settled = runner.settle({ process: "failing", reason, ...what } as never, metadata());
      await expect(settled).rejects.toMatchObject({ problems: [{ field, rule: "required" }] });
    }
  });

  it("cannot be done to a ledger that only a newer version can read", async () => {
    const { store, runner, event } = await stoppedAt();
    await alsoStored(store, "Process-failing", { type: "WantDelegated", data: {} });
    const skipped = runner.skip({ process: "failing", event, reason }, metadata());
    await expect(skipped).rejects.toMatchObject({ name: "NewerEvent" });
  });
});
