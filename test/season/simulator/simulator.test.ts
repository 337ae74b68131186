import { describe, expect, it } from "vitest";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import {
  completeAtOnce,
  faultyStores,
  hasty,
  loop,
  mattersInMemory,
  remembersEffects,
  remembersInProcess,
  sharedName,
  swallowing,
  throwing,
} from "./faults.ts";
import { type Plan, type Played, play } from "./play.ts";
import { calm } from "./world.ts";

const times = Number(process.env.TIMES ?? 1);
const seeds = times > 1 ? 500 * times : 60;
const timeout = 3_600_000;

/** The breaches of so many seasons, by seed. In a third of them one client waits for what follows; one in five is long. */
async function breachesOf(count: number, plan: Partial<Plan> = {}): Promise<[number, Played["breaches"]][]> {
  const broken: [number, Played["breaches"]][] = [];
  for (let at = 1; at <= count; at += 1) {
    const size = at % 5 === 0 ? "long" : "short";
    const { breaches } = await play({ seed: at, size, waits: at % 3 === 0, ...plan });
    if (breaches.length > 0) broken.push([at, breaches.slice(0, 3)]);
  }
  return broken;
}

/** What happened, stream by stream, without the ledgers of the processes, which tell the order. */
function endOf(log: readonly Recorded[]): Record<string, string[]> {
  const streams: Record<string, string[]> = {};
  for (const { type, data, metadata } of log)
    if (!metadata.stream.startsWith("Process-"))
      streams[metadata.stream] = [...(streams[metadata.stream] ?? []), JSON.stringify([type, data])];
  return streams;
}

describe("a season over servers that crash and a store that fails", () => {
  it("keeps the laws of the runner, whatever happens", { timeout }, async () => {
    expect(await breachesOf(seeds)).toEqual([]);
  });

  it("ends for one client that waits as it does where nothing goes wrong (L18)", { timeout }, async () => {
    for (let at = 1; at <= seeds; at += 10) {
      const undisturbed = await play({ seed: at, waits: true, weather: calm });
      const { log, breaches } = await play({ seed: at, waits: true });
      expect([at, breaches, endOf(log)]).toEqual([at, [], endOf(undisturbed.log)]);
    }
  });

  it("keeps the laws after a crash at each single step of one", { timeout }, async () => {
    const plan = { seed: 3, weather: calm };
    const { steps } = await play(plan);
    const every = times > 1 ? Math.max(1, Math.round(20 / times)) : 100;
    for (let step = 1; step <= steps; step += every) {
      const { breaches } = await play({ ...plan, crashAfter: step });
      expect([step, breaches]).toEqual([step, []]);
    }
  });

  it("is the same log for the same seed", async () => {
    const [one, two] = [await play({ seed: 7 }), await play({ seed: 7 })];
    expect(JSON.stringify(one.log)).toBe(JSON.stringify(two.log));
  });

  it("goes on beside a process that throws, on every server and after every start (L22)", async () => {
    expect(await breachesOf(5, { more: () => [throwing], waits: false, size: "long" })).toEqual([]);
  });

  it("stops what goes on for ever, and keeps the rest as open matters (L24)", { timeout }, async () => {
    const plan = { more: () => loop, audited: loop, wantsMax: 12, waits: false, size: "long" as const };
    const broken = await breachesOf(4, plan);
    // What stands on an annulled ballot was proposed by the loop.
    expect(broken.flatMap(([, breaches]) => breaches).filter(({ law }) => law !== "L20")).toEqual([]);
    const { log } = await play({ seed: 1, ...plan });
    const stopped = log.filter(({ data }) => JSON.stringify(data).includes('"kind":"stopped"'));
    expect(stopped.length).toBeGreaterThan(0);
  });
});

/** The laws that the audit finds broken in the first seasons, or the error, until it is the one that is looked for. */
async function findsWithin(most: number, law: RegExp, plan: () => Partial<Plan>): Promise<string[]> {
  const found: string[] = [];
  for (let at = 1; at <= most && !found.some((one) => law.test(one)); at += 1) {
    try {
      const { breaches } = await play({ seed: at, ...plan() });
      found.push(...breaches.map((one) => one.law));
    } catch (error) {
      found.push(String(error));
    }
  }
  return found;
}

describe("the audit of a season", () => {
  it.each([
    ["traces apart from what they tell of", "tracesApart", /L12|L13/],
    ["no trace of what changed nothing", "noTraceOfVoid", /L12|L17|does not end/],
    ["a reader that skips events", "skipping", /L11|L10/],
    ["a store without versions", "noVersions", /L1$|L15|cannot have happened/],
    ["a reader that goes by acknowledgements", "byAcknowledgement", /L11/],
    ["decisions on what was read some time ago", "staleReads", /L14/],
    ["command ids that are forgotten", "forgetsIds", /L13|L15|L16/],
    ["a version that counts from nowhere", "sinceNowhere", /L21/],
  ])("finds %s", { timeout }, async (_, name, law) => {
    const fault = faultyStores[name] ?? expect.fail(`no fault ${name}`);
    expect((await findsWithin(60, law, () => ({ fault }))).join("\n")).toMatch(new RegExp(law, "m"));
  });

  it.each<[string, string, () => Partial<Plan>]>([
    ["a process that remembers effects", "L20", () => ({ propose: remembersEffects })],
    ["one that remembers beside its state", "L10", () => ({ propose: remembersInProcess() })],
    ["a runner that says too early that all is done", "L19", () => ({ runner: completeAtOnce, waits: true })],
    [
      "open matters in the memory of a runner",
      "L25",
      () => ({ runner: mattersInMemory, more: () => [hasty], audited: [hasty] }),
    ],
    [
      "a process that goes on after what it cannot answer",
      "L22",
      () => ({ more: () => [swallowing], audited: [throwing] }),
    ],
    [
      "two processes under one name",
      "L10",
      () => ({ more: sharedName, audited: [{ ...sharedName()[0], name: "shared-name" } as never] }),
    ],
    [
      "a loop that nobody counts",
      "does not end",
      () => ({ more: () => loop, audited: loop, wantsMax: 1_000_000 }),
    ],
  ])("finds %s", { timeout }, async (_, law, plan) => {
    const wanted = new RegExp(law);
    expect((await findsWithin(60, wanted, plan)).join("\n")).toMatch(wanted);
  });
});
