import { beforeAll, describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { emmettPgliteTrials } from "../contract/emmett.ts";
import { availableStores } from "../contract/stores.ts";
import { server } from "./serving.ts";
import { annul, certify } from "./simulator/scripts.ts";
import { seeded } from "./simulator/seeded.ts";

const stores = [...availableStores(), { name: "Emmett over PGlite", open: emmettPgliteTrials }];

let counted: readonly Recorded[] = [];
let expected: readonly Recorded[] = [];
beforeAll(async () => {
  counted = await seeded();
  expected = await played(inMemoryStore(counted));
});

/** What two processes do at once has no order between them, so each stream is compared by itself. */
function byStream(log: readonly Recorded[]): Map<string, Recorded[]> {
  const streams = new Map<string, Recorded[]>();
  for (const event of log)
    streams.set(event.metadata.stream, [...(streams.get(event.metadata.stream) ?? []), event]);
  return streams;
}

/** The ballot is certified on one server and annulled on the other; then both certify it again, as if by mistake. */
async function played(store: EventStore, other: EventStore = store): Promise<readonly Recorded[]> {
  const [one, two] = [server(store), server(other)];
  const answers = [
    await one("Ballot", "flag-one", certify),
    await two("Ballot", "flag-one", annul),
    await one("Ballot", "flag-one", certify),
    await two("Ballot", "flag-one", annul),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ complete: true });
  return wholeLog(store);
}

async function entered(store: EventStore): Promise<void> {
  for (const event of counted) {
    const { stream, version } = event.metadata;
    const answer = await store.append([{ stream, expectedVersion: version - 1, events: [event] }]);
    if (!answer.ok) throw new Error(answer.reason);
  }
}

describe("a season with its processes, over two servers", () => {
  it("proposes what was elected, and withdraws it when the ballot is annulled", () => {
    const types = expected.slice(counted.length).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["AwardProposed", "AwardWithdrawn", "BallotOpened"]));
  });

  for (const { name, open } of stores)
    it(`comes to the same streams on ${name} as in memory`, async ({ skip }) => {
      const trials = await open();
      if (typeof trials === "string") return skip(trials);
      const { store, another, migrate, close } = await trials.makeStore();
      await migrate?.();
      await entered(store);
      const log = await played(store, await another?.());
      await close?.();
      await trials.close();
      expect(byStream(log)).toEqual(byStream(expected));
    });
});
