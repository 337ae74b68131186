import { describe, expect, it } from "vitest";
import { derivedId } from "../../src/kernel/ids.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { wantId } from "../../src/process/want-id.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { register, strive } from "./greeting.ts";
import { alsoStored, draft, metadata, promise, started, to, wishing } from "./running.ts";

const reason = "Hỏng";
const lost = wishing("lost", {
  PledgeDrafted: (_, __, { id }) =>
    id === "police" ? [{ aggregate: "Medal", id: "m", command: { type: "X", data: {} } }] : [],
});

/** Whether a worker is still at work after it has looked at everything. */
async function staysAtWork(runner: ReturnType<typeof started>["runner"]): Promise<boolean> {
  const ending = new AbortController();
  let isOver = false;
  const following = runner.follow({ signal: ending.signal }).finally(() => {
    isOver = true;
  });
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  const stays = !isOver;
  ending.abort();
  await following;
  return stays;
}

describe("a process that has stopped", () => {
  it("says why in words that JSON keeps", async () => {
    const { runner } = started([wishing("failing", { PledgeDrafted: () => fail("broken") })]);
    await runner.send(to("police", draft), metadata());
    const [{ stopped } = {}] = JSON.parse(JSON.stringify(runner.status()));
    expect(stopped).toMatchObject({
      process: "failing",
      stream: "Pledge-police",
      reason: "Error: broken",
      eventId: expect.any(String),
    });
  });

  it("says why also where what was thrown is no error", async () => {
    const thrown = Object.create(null);
    const odd = wishing("odd", {
      PledgeDrafted() {
        throw thrown;
      },
    });
    const { runner } = started([odd, strive]);
    const { complete, stopped } = await runner.send(to("police", draft), metadata());
    expect([complete, stopped]).toMatchObject([false, [{ process: "odd", reason: "Error: unknown" }]]);
  });

  it("names the want that it cannot carry out, which a person skips", async () => {
    const { runner } = started([lost]);
    const { stopped } = await runner.send(to("police", draft), metadata());
    const [{ want = "", eventId = "" } = {}] = stopped;
    expect(stopped).toMatchObject([{ process: "lost", error: { name: "UnknownAggregate" } }]);
    expect(want).toBe(wantId("lost", { event: eventId, index: 0 }));
    expect(await runner.skip({ process: "lost", event: eventId, reason }, metadata())).toMatchObject({
      ok: false,
      rejection: { type: "EventTaken" },
    });
    expect(await runner.skip({ process: "lost", want, reason }, metadata())).toMatchObject({ ok: true });
    expect(runner.status()[0]).not.toHaveProperty("stopped");
    expect(await runner.send(to("court", draft), metadata())).toMatchObject({ complete: true, stopped: [] });
  });

  it("stays stopped at what it cannot remember, also while nothing new is stored", async () => {
    const forgetful = wishing(
      "forgetful",
      { TargetPromised: () => [] },
      { evolve: { PledgeDrafted: () => fail("broken") } },
    );
    const { runner } = started([forgetful]);
    const stopped = [{ process: "forgetful", reason: "Error: broken" }];
    for (let time = 0; time < 3; time += 1) {
      expect(await staysAtWork(runner)).toBe(true);
      if (time === 0) await runner.send(to("police", draft), metadata());
      expect(runner.status()).toMatchObject([{ stopped: stopped[0] }]);
    }
  });

  it("goes on after an event that its newer version cannot remember is skipped, equal on every server", async () => {
    const counting = (version: number, cannot?: string) =>
      wishing<{ drafted: string[] }>(
        "counting",
        {
          PledgeDrafted: () => [],
          TargetPromised: ({ drafted }) => drafted.map(register),
        },
        {
          version,
          initialState: { drafted: [] },
          evolve: {
            PledgeDrafted(state, _, { id }) {
              if (id === cannot) throw new Error("a fault of version 2");
              state.drafted.push(id);
            },
          },
        },
      );
    const { store, runner } = started([counting(1)]);
    await runner.send(to("police", draft), metadata());
    const [one, two] = [1, 2].map(() => started([counting(2, "police")], { store }).runner);
    if (!one || !two) throw new Error("there are two servers");
    const { complete, stopped } = await one.send(to("court", draft), metadata());
    const event = stopped[0]?.eventId ?? "";
    expect([complete, stopped]).toMatchObject([false, [{ process: "counting", stream: "Pledge-police" }]]);
    // The older version remembers it, and has nothing to say any more.
    const skip = { process: "counting", event, reason };
    expect(await runner.skip(skip, metadata())).toMatchObject({ rejection: { type: "EventTaken" } });
    expect(await two.skip(skip, metadata("once"))).toMatchObject({
      ok: true,
      events: [{ type: "EventSkipped" }],
    });
    expect(await one.skip(skip, metadata("once"))).toMatchObject({ ok: true, repeated: true });
    const sent = await one.send(to("court", promise), metadata());
    expect(sent).toMatchObject({ complete: true, stopped: [], consequences: [{ id: "court" }] });
    // Whoever starts later, with a mended version, too, remembers what the others do.
    const third = started([counting(3)], { store });
    const late = await third.runner.send(to("police", promise), metadata());
    expect(late.consequences.map(({ id }) => id)).toEqual(["court"]);
  });

  it("has no event skipped that it has answered and that a newer version remembers meanwhile", async () => {
    const remembering = (version: number, works: boolean) =>
      wishing<{ drafted: number }>(
        "remembering",
        { PledgeDrafted: () => [], TargetPromised: () => [] },
        {
          version,
          initialState: { drafted: 0 },
          evolve: { PledgeDrafted: (state) => (works ? { drafted: state.drafted + 1 } : fail("broken")) },
        },
      );
    const { store, runner } = started([remembering(1, true)]);
    await runner.send(to("police", draft), metadata());
    const two = started([remembering(2, false)], { store }).runner;
    const { stopped } = await two.send(to("court", draft), metadata());
    await started([remembering(3, true)], { store }).runner.send(to("court", promise), metadata());
    const skip = { process: "remembering", event: stopped[0]?.eventId ?? "", reason };
    expect(await two.skip(skip, metadata())).toMatchObject({ ok: false, rejection: { type: "EventTaken" } });
  });
});

describe("an older runner over the ledger of a newer one", () => {
  /** A ledger with a word that only a newer version of the library knows. */
  async function withNewerWord() {
    const { store, runner } = started([strive, lost]);
    await runner.send(to("court", draft), metadata());
    await alsoStored(store, "Process-strive", { type: "WantDelegated", data: {} });
    return { store, runner };
  }

  it("stops that process alone, and still says what came of a command", async () => {
    const { store, runner } = await withNewerWord();
    for (const one of [runner, started([strive, lost], { store }).runner]) {
      const { outcome, complete, stopped } = await one.send(to("military", draft), metadata("c-newer"));
      expect([outcome.ok, complete]).toEqual([true, false]);
      expect(stopped).toMatchObject([
        { process: "strive", stream: "Process-strive", error: { name: "NewerEvent" } },
      ]);
      expect(stopped[0]).not.toHaveProperty("eventId");
      expect(await one.matters()).toEqual([]);
      expect(await staysAtWork(one)).toBe(true);
    }
    expect((await store.read("Process-lost")).map(({ type }) => type)).toEqual([
      "ProcessBegun",
      "EventAnswered",
      "EventAnswered",
    ]);
  });

  it("passes over a field that a newer version has added to an event of the ledger", async () => {
    const inner = inMemoryStore();
    const store = {
      ...inner,
      async read(...asked: Parameters<typeof inner.read>) {
        const events: readonly Recorded[] = await inner.read(...asked);
        return events.map((one) => ({ ...one, data: { ...one.data, colour: "red" } }));
      },
    };
    await started([strive], { store: inner }).runner.send(to("court", draft), metadata());
    const sent = await started([strive], { store: inner }).runner.send(to("police", draft), metadata());
    expect(sent.complete).toBe(true);
    const reading = started([strive], { store });
    expect(await reading.runner.matters()).toEqual([]);
  });

  it("stops where another process has answered in a form that only a newer version can read", async () => {
    const { store, runner } = started([lost]);
    await runner.send(to("court", draft), metadata());
    const last = (await store.read("Process-lost")).at(-1);
    if (!last) throw new Error("nothing is answered");
    const newer = { ...last, metadata: { ...last.metadata, schemaVersion: 2 } };
    await alsoStored(store, "Process-lost", newer);
    const { outcome, stopped } = await started([strive], { store }).runner.send(
      to("police", promise),
      metadata(),
    );
    expect([outcome.ok, stopped]).toMatchObject([false, []]);
    const later = await started([strive], { store }).runner.send(to("police", draft), metadata());
    expect(later).toMatchObject({ complete: false, stopped: [{ error: { name: "NewerEvent" } }] });
  });
});

describe("a want that cannot be carried out", () => {
  it.each([
    ["many marks on one letter", `e${"\u0301".repeat(35)}`],
    ["letters that grow when they are composed", "\u{1D160}".repeat(39)],
    ["half a character", "\ud800"],
  ])("is a matter for people, whatever its wrong value is: %s", async (_, unit) => {
    const bad = wishing("bad", {
      PledgeDrafted: (_, __, { id }) =>
        id === "police"
          ? [{ ...to("m", draft), command: { ...draft, data: { ...draft.data, unit, season: unit } } }]
          : [],
    });
    const { runner } = started([bad, strive]);
    const { complete, stopped } = await runner.send(to("police", draft), metadata());
    expect([complete, stopped]).toEqual([true, []]);
    expect(await runner.matters()).toMatchObject([{ process: "bad", outcome: { kind: "invalid" } }]);
  });

  it("is a matter for people where somebody has used its id before", async () => {
    const taking = wishing("taking", {
      PledgeDrafted: (_, __, { id }) => [register(id)],
      TargetPromised: () => [],
    });
    const { store, runner, typesOf } = started([taking]);
    const event = derivedId("Pledge-victim", "my-key", "1");
    const id = wantId("taking", { event, index: 0 });
    const idle = started([], { store }).runner;
    await idle.send(to("victim", draft), metadata("my-key"));
    await idle.send(to("victim", promise), metadata(id));
    const later = await runner.send(to("innocent", draft), metadata());
    expect(later).toMatchObject({ complete: true, stopped: [] });
    expect(await typesOf("Pledge-innocent")).toContain("TitleRegistered");
    expect(await runner.matters()).toMatchObject([
      { want: id, id: "victim", outcome: { kind: "invalid", problems: [{ rule: "commandIdReused" }] } },
    ]);
    // What came under its id is no effect of the process, so the process answers it.
    const [promised] = (await store.read("Pledge-victim")).slice(1);
    const answered = (await store.read("Process-taking")).flatMap(({ type, data }) =>
      type === "EventAnswered" && "event" in data ? [data.event] : [],
    );
    expect(answered).toContain(promised?.metadata.eventId);
    const sentAgain = await runner.send(to("victim", promise), metadata(id));
    expect(sentAgain).toMatchObject({ complete: true, consequences: [], outcome: { repeated: true } });
  });
});

function fail(message: string): never {
  throw new Error(message);
}
