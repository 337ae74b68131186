import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregates } from "../../src/aggregates.ts";
import { chainOf } from "../../src/evidence/chain.ts";
import { NewerEvent } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { fromJsonLines, toJsonLines } from "../../src/stores/json-lines.ts";
import { everyLife, logOfLives } from "../support/every-life.ts";
import { expectNoPollution } from "../support/hostile-input.ts";
import { times } from "../support/runs.ts";
import { damaged } from "./damage.ts";

const deciders = Object.values(aggregates);

/** Of each aggregate a short log: two streams of it, and one of another aggregate, side by side. */
const logs = await Promise.all(
  everyLife.map(async ({ decider, paths }, at) => {
    const [path = []] = paths;
    const other = everyLife[(at + 3) % everyLife.length];
    const events = await logOfLives(
      [decider.name, "một", path.slice(0, 3)],
      [other?.decider.name ?? "", "hai", other?.paths[0]?.slice(0, 1) ?? []],
      [decider.name, "ba", path.slice(0, 2)],
    );
    const text = toJsonLines(events);
    return { events, head: chainOf(events), lines: text.trimEnd().split("\n") };
  }),
);

describe("a log that is held against the head of its chain", () => {
  it(
    "is refused with every fault, by line, or is read with the same meaning",
    () => {
      const any = fc.constantFrom(...logs).chain((log) => fc.tuple(fc.constant(log), damaged(log.lines)));
      fc.assert(
        fc.property(any, ([{ events, head }, { text }]) => {
          const read = readOrRefused(text, { head });
          if (read) expect(read).toEqual(events);
          expectNoPollution();
        }),
        { numRuns: 5_000 },
      );
    },
    300_000 * times,
  );

  it("is read alone where each line is as it was written, if this is asked for, too", () => {
    const any = fc.constantFrom(...logs).chain((log) => fc.tuple(fc.constant(log), damaged(log.lines)));
    fc.assert(
      fc.property(any, ([{ events, head }, { text }]) => {
        const read = readOrRefused(text, { head, canonical: true });
        if (read) expect(`${text.trimEnd()}\n`).toBe(toJsonLines(events));
      }),
      { numRuns: 500 },
    );
  });
});

/** What is read; undefined for what is refused in the proper way. */
function readOrRefused(text: string, options: Parameters<typeof fromJsonLines>[2]) {
  try {
    return fromJsonLines(text, deciders, options);
  } catch (error) {
    if (error instanceof NewerEvent) expect(error.message).toMatch(/^line \d+: /);
    else {
      expect(error).toBeInstanceOf(InvalidInput);
      const { problems, message } = error as InvalidInput;
      for (const { field } of problems) expect(field).toMatch(/^line \d+(: |$)|^events$/);
      expect(message.length).toBeLessThan(5_000);
    }
    return undefined;
  }
}
