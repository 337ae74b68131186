import { describe, expect, it } from "vitest";
import { judgeSeason, otherwise, type Setting } from "./judged.ts";
import { plants } from "./plants.ts";
import { processesOf } from "./processes.ts";

const timeout = 3_600_000;

describe("the laws of consequences find", () => {
  it.each(plants)("$name", { timeout }, (plant) => {
    const { laws, way, process = (one) => one, going = {} } = plant;
    const ofWay = way ? { ways: [way] } : {};
    const setting: Setting = { ...ofWay, going, processes: () => processesOf().map(process) };
    const seen = (findings: readonly string[]) =>
      findings.filter((one) => laws.test(one.split(" ")[0] ?? ""));
    const isFound = (seed: number) => {
      const planted = seen(otherwise(judgeSeason(seed, setting).findings));
      const without = new Set(seen(otherwise(judgeSeason(seed, ofWay).findings)));
      return planted.some((one) => !without.has(one));
    };
    expect(Array.from({ length: 20 }, (_, at) => at + 1).find(isFound)).toBeDefined();
  });
});
