import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { conference } from "../../src/conference/conference.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { nominate } from "../../src/season/nominate.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "../process/clock.ts";
import { sentences, type Trial } from "./two-servers/audit.ts";
import { planOf, prepared, type Size } from "./two-servers/plan.ts";

const size: Size = { writers: 2, races: 2, ballots: 2, pledges: 2, reports: 8 };

/** The same commands over a store in memory, one after the other: all is right. */
async function honest(): Promise<Trial> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders: [award, ballot, conference, pledge] });
  const runner = seasonRunner({ store, handlers, processes: [nominate], clock: still() });
  const answers = new Map<string, readonly string[]>();
  const plans = [0, 1].flatMap((server) => [0, 1].map((writer) => planOf(server, writer, size)));
  for (const { commandId, ...addressed } of [...prepared(size), ...plans.flat()]) {
    const metadata = { now: new Date("2023-02-01T00:00:00Z"), commandId, actor: "office" };
    const { outcome } = await runner.send(addressed, metadata);
    answers.set(commandId, outcome.ok ? outcome.events.map((event) => event.metadata.eventId) : []);
  }
  const log = await wholeLog(store);
  return { size, log, seen: log, answers, connections: 100, kills: 4 };
}

const broken = (trial: Trial) =>
  sentences
    .filter(({ faults }) => faults(trial).length > 0)
    .map(({ name }) => name.split(" ").slice(0, 4).join(" "));
const without = (log: readonly Recorded[], type: string) => {
  const at = log.findLastIndex((event) => event.type === type);
  return [...log.slice(0, at), ...log.slice(at + 1)];
};
const twice = (log: readonly Recorded[], type: string) =>
  log.flatMap((one) => (one.type === type ? [one, one] : [one]));

describe("the audit of two servers", () => {
  it("finds nothing where all is right", async () => {
    expect(broken(await honest())).toEqual([]);
  });

  it.each<[string, string, (trial: Trial) => Partial<Trial>]>([
    ["a lost event", "every command is answered,", ({ log }) => ({ log: without(log, "ProgressReported") })],
    [
      "a command that was stored twice",
      "every command is answered,",
      ({ log }) => ({ log: twice(log, "ProgressReported") }),
    ],
    ["a command without an answer", "every command is answered,", () => ({ answers: new Map() })],
    [
      "a stream that was created twice",
      "of all who want",
      ({ log }) => ({ log: twice(log, "PledgeDrafted") }),
    ],
    ["a gap", "every stream is numbered", ({ log }) => ({ log: without(log, "TargetPromised") })],
    [
      "a consequence that is missing",
      "whom a ballot elects",
      ({ log }) => ({ log: without(log, "AwardProposed") }),
    ],
    ["a want without an outcome", "no want is left,", ({ log }) => ({ log: without(log, "WantSettled") })],
    [
      "an event that the subscriber was not given",
      "a subscriber has seen",
      ({ log }) => ({ seen: log.slice(1) }),
    ],
    [
      "an event that it was given twice",
      "a subscriber has seen",
      ({ log }) => ({ seen: [...log, ...log.slice(-1)] }),
    ],
    ["another order", "a subscriber has seen", ({ log }) => ({ seen: log.toReversed() })],
    ["a trial without trouble", "connections and servers were", () => ({ kills: 0 })],
  ])("finds %s", async (_, sentence, change) => {
    const trial = await honest();
    expect(broken({ ...trial, ...change(trial) }).join("; ")).toContain(sentence);
  });
});
