import { describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { PledgeCommand, type PledgeEvent } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { process } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { still } from "./clock.ts";
import { register } from "./greeting.ts";

const draft = PledgeCommand.create.DraftPledge({
  bloc: "noi-chinh",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
const to = (id: string) => ({ aggregate: "Pledge", id, command: draft });
const metadata = (commandId: string) => ({
  now: new Date("2023-01-20T03:00:00Z"),
  commandId,
  actor: "office",
});

/** Strives with every pledge for the title of another one, whose only event may be damaged. */
const striveElsewhere = process<object, PledgeEvent>({
  ...{ name: "elsewhere", version: 1, initialState: {} },
  want: { PledgeDrafted: (_, __, { id }) => (id === "target" ? [] : [register("target")]) },
});

function started() {
  const inner = inMemoryStore();
  let isDamaged = true;
  const damage = (event: Recorded) => ({ ...event, data: { ...event.data, dueOn: "damaged" } });
  const store: EventStore = {
    ...inner,
    async read(stream, options) {
      const events = await inner.read(stream, options);
      return isDamaged && stream === "Pledge-target" ? events.map(damage) : events;
    },
  };
  const runnerOn = (one: EventStore, processes = [striveElsewhere]) =>
    seasonRunner({
      ...{ store: one, processes, clock: still(), patience: { min: 0, max: 0 } },
      handlers: commandHandlers({ store: one, deciders: [pledge] }),
    });
  const mend = () => {
    isDamaged = false;
  };
  return { mend, runner: runnerOn(store), elsewhere: runnerOn(inner, []) };
}

describe("a sound want for a stream that holds a damaged event", () => {
  it("is not settled as a command without its form: its process halts, and goes on once the log is mended", async () => {
    const { mend, runner, elsewhere } = started();
    await elsewhere.send(to("target"), metadata("c1"));
    const { outcome, complete, stopped } = await runner.send(to("police"), metadata("c2"));
    expect([outcome.ok, complete]).toEqual([true, false]);
    expect(stopped).toMatchObject([
      {
        process: "elsewhere",
        stream: "Pledge-police",
        error: { name: "DamagedEvent", stream: "Pledge-target", version: 1 },
      },
    ]);
    expect(await runner.matters()).toEqual([]);
    mend();
    const later = await runner.send(to("court"), metadata("c3"));
    expect(later).toMatchObject({ complete: true, stopped: [] });
    expect(later.consequences).toMatchObject([{ id: "target", outcome: { kind: "void" } }]);
    expect(await runner.matters()).toEqual([]);
  });
});
