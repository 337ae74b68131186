import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { askedAndSent, askingOffice } from "./foreseen.ts";
import { chance } from "./simulator/chance.ts";
import { type Sent, scripts } from "./simulator/scripts.ts";
import { seeded } from "./simulator/seeded.ts";

let counted: readonly Recorded[] = [];
beforeAll(async () => {
  counted = await seeded();
});

/** The commands of several people, one after the other in an order of chance. */
function interleaved(seed: number): Sent[] {
  const luck = chance(seed);
  const waiting = scripts(luck, "long").filter((script) => script.length > 0);
  const sent: Sent[] = [];
  while (waiting.length > 0) {
    const at = luck.below(waiting.length);
    const next = waiting[at]?.shift();
    if (next) sent.push(next);
    if (waiting[at]?.length === 0) waiting.splice(at, 1);
  }
  return sent;
}

describe("what is told of a command before it is sent", () => {
  it("is what comes of it when it is sent, at any time of any season, and leaves nothing behind", async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 12 }), async (seed, asksFrom) => {
        const store = inMemoryStore(counted);
        const office = askingOffice(store);
        for (const [at, { aggregate, id, command }] of interleaved(seed).entries()) {
          if (at < asksFrom) await office.send({ aggregate, id, command });
          else
            followed += (await askedAndSent(office, store, { aggregate, id, command })).consequences.length;
        }
      }),
      { numRuns: 8 },
    );
    expect(followed).toBeGreaterThan(0);
  });
});
