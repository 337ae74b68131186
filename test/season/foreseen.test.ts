import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { emmettPgliteTrials } from "../contract/emmett.ts";
import { availableStores } from "../contract/stores.ts";
import { askedAndSent, askingOffice } from "./foreseen.ts";
import { annul, certify } from "./simulator/scripts.ts";
import { seeded } from "./simulator/seeded.ts";

const stores = [...availableStores(), { name: "Emmett over PGlite", open: emmettPgliteTrials }];

let counted: readonly Recorded[] = [];
beforeAll(async () => {
  counted = await seeded("short");
});

async function told(store: EventStore) {
  const office = askingOffice(store);
  const toFlag = (command: typeof certify | typeof annul) => ({
    aggregate: "Ballot",
    id: "flag-one",
    command,
  });
  const first = await askedAndSent(office, store, toFlag(certify));
  return [first, await askedAndSent(office, store, toFlag(annul))];
}

describe("what a command would lead to, before it is sent", () => {
  for (const { name, open } of stores)
    it(`is told over ${name} as in memory`, async ({ skip }) => {
      const trials = await open();
      if (typeof trials === "string") return skip(trials);
      const { store, migrate, close } = await trials.makeStore();
      await migrate?.();
      for (const event of counted) {
        const { stream, version } = event.metadata;
        await store.append([{ stream, expectedVersion: version - 1, events: [event] }]);
      }
      const answers = await told(store);
      await close?.();
      await trials.close();
      expect(answers).toEqual(await told(inMemoryStore(counted)));
      expect(answers.map(({ consequences }) => consequences.length)).toEqual([4, 3]);
    });
});
