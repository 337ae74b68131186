import { describe, expect, it } from "vitest";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { AnyClaiming } from "../../../src/season/claiming.ts";
import { seasonProcesses } from "../../../src/season/season-processes.ts";
import { judgeSeason } from "./judged.ts";

const seeds = [21, 22, 23, 24, 25, 26, 27, 28];

/** What is open by a process once it knows these facts, as far as no command settles it. */
function openAfter(name: string, facts: readonly Recorded[]): string[] {
  const process = seasonProcesses.find((one) => one.name === name) as AnyClaiming | undefined;
  if (!process) return [];
  const own = facts.filter(({ type, metadata }) => metadata.actor !== name && process.reads.has(type));
  const { facts: known } = process.fold(own);
  return [...process.all(known)]
    .flatMap((scope) => process.matters(known, scope))
    .map(({ key, since }) => `${key} ${since}`);
}

describe("why something is open", () => {
  it("is the fact before which it was not, in random seasons", { timeout: 600_000 }, () => {
    const told = new Set<string>();
    for (const seed of seeds) {
      const { base } = judgeSeason(seed);
      const places = new Map(base.log.map(({ metadata }, place) => [metadata.eventId, place]));
      const matters = base.open.filter(({ refusal }) => !refusal);
      expect([seed, matters.filter(({ cause }) => !places.has(cause ?? ""))]).toEqual([seed, []]);
      for (const { process, key, since, cause, what } of matters) {
        const place = places.get(cause ?? "") ?? 0;
        const known = [
          openAfter(process, base.log.slice(0, place)),
          openAfter(process, base.log.slice(0, place + 1)),
        ];
        expect([key, known.map((open) => open.includes(`${key} ${since}`))]).toEqual([key, [false, true]]);
        told.add(what.type);
      }
    }
    expect(told.size).toBeGreaterThan(10);
  });
});
