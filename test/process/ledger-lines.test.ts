import { describe, expect, it } from "vitest";
import { chainOf } from "../../src/evidence/chain.ts";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { processLedger } from "../../src/process/process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { fromJsonLines, toJsonLines } from "../../src/stores/json-lines.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "./clock.ts";
import { strive } from "./greeting.ts";

describe("the log of a season runner, as a file", () => {
  it("is read back with the ledgers of its processes, by their head and to the byte", async () => {
    const store = inMemoryStore();
    const runner = seasonRunner({
      ...{ store, processes: [strive], clock: still(), patience: { min: 0, max: 0 } },
      handlers: commandHandlers({ store, deciders: [pledge] }),
    });
    const command = PledgeCommand.create.DraftPledge({
      bloc: "noi-chinh",
      unit: "police",
      season: "2022",
      dueOn: "2022-12-31",
    });
    const metadata = { now: new Date("2023-01-20T03:00:00Z"), commandId: "c1", actor: "office" };
    await runner.send({ aggregate: "Pledge", id: "police", command }, metadata);
    const log = await wholeLog(store);
    const text = toJsonLines(log);
    const options = { head: chainOf(log), canonical: true };
    expect(fromJsonLines(text, [pledge, processLedger], options)).toEqual(log);
    expect(() => fromJsonLines(text, [pledge])).toThrow(/metadata\.stream: knownAggregate/);
  });
});
