import { beforeAll, describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { awardIdOf } from "../../src/award/award-id.ts";
import { AwardCommand } from "../../src/award/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { nextBallotId } from "../../src/season/round-terms.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { loaded } from "../../src/stores/loading.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { certificate, flag } from "./certified.ts";
import { server } from "./serving.ts";
import { annul, certify } from "./simulator/scripts.ts";
import { seeded } from "./simulator/seeded.ts";

let counted: readonly Recorded[] = [];
beforeAll(async () => {
  counted = await seeded();
});

const proposed = awardIdOf({ bloc: "one", season: "2022", unit: "procuracy", honour: flag });
const statusIn = async (store: EventStore) => (await loaded({ store, decider: award, id: proposed })).status;

describe("a season over several servers", () => {
  it("withdraws on one what another has proposed, and opens the next round and annuls it once", async () => {
    const store = inMemoryStore(counted);
    const [one, two] = [server(store), server(store)];
    await one("Ballot", "flag-one", certify);
    expect(await statusIn(store)).toBe("proposed");
    await two("Ballot", "flag-one", annul);
    expect(await statusIn(store)).toBe("withdrawn");
    const next = await store.read(`Ballot-${nextBallotId("flag-one", certificate)}`);
    expect(next.map(({ type }) => type)).toEqual(["BallotOpened", "BallotAnnulled"]);
  });

  it("answers in the order of the store, whichever acknowledgement comes first", async () => {
    const store = inMemoryStore(counted);
    let release = () => undefined as unknown;
    const acknowledged = new Promise<void>((resolve) => {
      release = resolve;
    });
    const late: EventStore = {
      ...store,
      async append(writes) {
        const appended = await store.append(writes);
        const isCertified = writes.some(({ events }) =>
          events.some(({ type }) => type === "BallotCertified"),
        );
        if (isCertified) await acknowledged;
        return appended;
      },
    };
    const certified = server(late)("Ballot", "flag-one", certify);
    while (!(await wholeLog(store)).some(({ type }) => type === "BallotCertified"))
      await new Promise((resolve) => setImmediate(resolve));
    await server(store)("Ballot", "flag-one", annul);
    release();
    expect(await certified).toMatchObject({ complete: true });
    expect(await statusIn(store)).toBe("withdrawn");
  });

  it("adds nothing by a restart to what was so already and was then decided by hand", async () => {
    const store = inMemoryStore(counted);
    const first = server(store);
    const ahead = AwardCommand.create.ProposeAward({
      unit: "procuracy",
      bloc: "one",
      season: "2022",
      honour: flag,
      basis: { kind: "ballot", ballot: "flag-one", certification: 1 },
      proposedOn: "2023-01-09",
      excludedBy: [],
    });
    await first("Award", proposed, ahead);
    const { consequences } = await first("Ballot", "flag-one", certify);
    expect(consequences.filter(({ aggregate }) => aggregate === "Award")).toEqual([]);
    const byHand = AwardCommand.create.WithdrawProposal({ withdrawnOn: "2023-01-09", reason: "byBloc" });
    await first("Award", proposed, byHand);
    const before = await wholeLog(store);
    await server(store)("Award", proposed, byHand);
    expect(await wholeLog(store)).toEqual(before);
    expect(await statusIn(store)).toBe("withdrawn");
  });
});
