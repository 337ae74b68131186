import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { proposeElected } from "../../src/season/propose-elected.ts";
import { type Handler, seasonRunner, UnknownAggregate } from "../../src/season/runner.ts";
import { nextBallotId, successiveBallots } from "../../src/season/successive-ballots.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { certificate, flag, tellers, terms, units } from "./certified.ts";

const { create } = BallotCommand;
const now = new Date("2023-01-09T10:00:00Z");
const metadata = (commandId: string): CommandMetadata => ({
  now,
  commandId,
  actor: "office",
  correlationId: "season-2022",
});

const tally = {
  valid: 4,
  invalid: 0,
  blank: 0,
  lines: units.map((nominee) => ({
    nominee,
    for: nominee === "procuracy" ? 4 : 0,
    against: nominee === "procuracy" ? 0 : 4,
  })),
};
const commands = [
  create.OpenBallot(terms),
  ...units.map((unit) => create.CheckIn({ unit })),
  create.OpenVoting({}),
  ...units.map((unit) => create.IssuePaper({ unit })),
  create.CountDeposits({ deposited: 4 }),
  create.CloseBox({}),
  create.OpenBox({ papers: [{ papers: 4, paper: { kind: "kept", kept: ["procuracy"] } }] }),
  create.SubmitTally({ teller: tellers.head.name, tally }),
  create.SubmitTally({ teller: "Bình", tally }),
  create.CertifyBallot({
    signatories: ["An", "Bình", "Chi"],
    certifiedOn: "2023-01-09",
    complaintsUntil: "2023-01-16",
  }),
];

function started(
  store = inMemoryStore(),
  processes = [
    proposeElected,
    successiveBallots([
      { honour: flag, seats: 1 },
      { honour: certificate, seats: 2 },
    ]),
  ],
) {
  const handlers = new Map<string, Handler>([
    ["Ballot", commandHandler({ store, decider: ballot }) as unknown as Handler],
    ["Award", commandHandler({ store, decider: award }) as unknown as Handler],
  ]);
  return { store, runner: seasonRunner({ handlers, processes }) };
}

async function voted(upTo = commands.length, season = started()) {
  const carried = [];
  for (const [index, command] of commands.slice(0, upTo).entries()) {
    carried.push(
      await season.runner.send({ aggregate: "Ballot", id: "flag", command }, metadata(`c${index}`)),
    );
  }
  return { ...season, carried };
}

describe("the runner of a season", () => {
  it("carries out what follows from a command, and says which process wanted it", async () => {
    const { carried, store } = await voted();
    expect(carried.flat().filter(({ rejection }) => rejection)).toEqual([]);
    expect(carried.at(-1)).toMatchObject([
      { aggregate: "Ballot", events: [{ type: "BallotCertified" }] },
      {
        aggregate: "Award",
        process: "propose-elected",
        events: [{ type: "AwardProposed", data: { unit: "procuracy" } }],
      },
      {
        aggregate: "Ballot",
        process: "successive-ballots",
        id: nextBallotId("flag", certificate),
        events: [{ type: "BallotOpened" }],
      },
    ]);
    const proposed = (await store.readAll()).find(({ type }) => type === "AwardProposed");
    const certification = (await store.readAll()).find(({ type }) => type === "BallotCertified");
    expect(proposed?.metadata).toMatchObject({
      actor: "propose-elected",
      correlationId: "season-2022",
      causationId: certification?.metadata.eventId,
    });
  });

  it("adds nothing when everything is sent again, to itself or to a new one", async () => {
    const { store, runner } = await voted();
    const before = await store.readAll();
    await voted(commands.length, { store, runner });
    await voted(commands.length, started(store));
    expect(await store.readAll()).toEqual(before);
  });

  it("does after a crash what was not done before it, and nothing twice", async () => {
    const crashed = inMemoryStore();
    const handle = commandHandler({ store: crashed, decider: ballot });
    for (const [index, command] of commands.entries())
      await handle("flag", { ...command, metadata: metadata(`c${index}`) });
    const { runner } = started(crashed);
    await runner.catchUp(await crashed.readAll(), now);
    const { store } = await voted();
    expect(await crashed.readAll()).toEqual(await store.readAll());
    await started(crashed).runner.catchUp(await crashed.readAll(), now);
    expect(await crashed.readAll()).toEqual(await store.readAll());
  });

  it("tells what was refused, and answers nothing to it", async () => {
    const { runner } = await voted(0);
    const carried = await runner.send(
      { aggregate: "Ballot", id: "flag", command: create.CloseBox({}) },
      metadata("c"),
    );
    expect(carried).toMatchObject([{ events: [], rejection: { type: "BallotInWrongState" } }]);
    expect(carried).toHaveLength(1);
  });

  it("names an aggregate that nobody handles", async () => {
    const { runner } = started();
    const sent = runner.send(
      { aggregate: "__proto__", id: "x", command: create.CloseBox({}) },
      metadata("c"),
    );
    await expect(sent).rejects.toThrow(UnknownAggregate);
  });
});
