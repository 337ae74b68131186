import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { faultyStores, remembersEffects, remembersInProcess } from "./faults.ts";
import { type Plan, type Played, play } from "./play.ts";
import { seeded } from "./seeded.ts";
import { calm } from "./world.ts";

const times = Number(process.env.TIMES ?? 1);
const seeds = times > 1 ? 500 * times : 100;
let seed: readonly Recorded[] = [];
beforeAll(async () => {
  seed = await seeded();
});

/** The laws that are broken in the first seasons, up to the first broken one. */
async function brokenBy(plan: () => Partial<Plan>, most = 60): Promise<string[]> {
  for (let at = 1; at <= most; at += 1) {
    try {
      const { breaches } = await play(seed, { seed: at, ...plan() });
      if (breaches.length > 0) return breaches.map(({ law }) => law);
    } catch (error) {
      return [String(error)];
    }
  }
  return [];
}

describe("a season over servers that crash and a store that fails", () => {
  it("keeps the laws of the runner, whatever happens", { timeout: 3_600_000 }, async () => {
    const broken: [number, Played["breaches"]][] = [];
    for (let at = 1; at <= seeds; at += 1) {
      const { breaches } = await play(seed, { seed: at });
      if (breaches.length > 0) broken.push([at, breaches.slice(0, 3)]);
    }
    expect(broken).toEqual([]);
  });

  it("keeps them after a crash at each single step of one", { timeout: 3_600_000 }, async () => {
    const { steps } = await play(seed, { seed: 3, weather: calm });
    const every = times > 1 ? 1 : 10;
    for (let step = 1; step <= steps; step += every) {
      const { breaches } = await play(seed, { seed: 3, weather: calm, crashAfter: step });
      expect([step, breaches]).toEqual([step, []]);
    }
  });

  it("is the same log for the same seed", async () => {
    const [one, two] = [await play(seed, { seed: 7 }), await play(seed, { seed: 7 })];
    expect(JSON.stringify(one.log)).toBe(JSON.stringify(two.log));
  });
});

describe("the audit of a season", () => {
  it.each([
    ["traces apart from what they tell of", "tracesApart", /L12|L13/],
    ["no trace of what changed nothing", "noTraceOfVoid", /L12|L17|does not end/],
    ["a reader that skips events", "skipping", /L11|L10/],
    ["a store without versions", "noVersions", /L1|L15|cannot have happened/],
  ])("finds %s", { timeout: 60_000 }, async (_, name, law) => {
    expect((await brokenBy(() => ({ fault: faultyStores[name] ?? ((store) => store) }))).join()).toMatch(law);
  });

  it("finds a process that remembers effects, and one that remembers beside its state", async () => {
    expect(await brokenBy(() => ({ propose: remembersEffects }))).toContain("L20");
    expect(await brokenBy(() => ({ propose: remembersInProcess() }))).toContain("L10");
  });
});
