import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { UnknownAggregate } from "../../src/process/faults.ts";
import { type AnyProcess, process } from "../../src/process/pure-process.ts";
import { holdRunOffs } from "../../src/season/hold-run-offs.ts";
import { proposeElected } from "../../src/season/propose-elected.ts";
import { runOffId } from "../../src/season/run-off-memory.ts";
import { type Handler, seasonRunner } from "../../src/season/runner.ts";
import { nextBallotId, successiveBallots } from "../../src/season/successive-ballots.ts";
import { commandHandler, commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { certificate, flag, terms, units } from "./certified.ts";

const { create } = BallotCommand;
const now = new Date("2023-01-09T10:00:00Z");
const metadata = (commandId: string): CommandMetadata => ({
  now,
  commandId,
  actor: "office",
  correlationId: "season-2022",
});

const certify = create.CertifyBallot({
  signatories: ["An", "Bình", "Chi"],
  certifiedOn: "2023-01-09",
  complaintsUntil: "2023-01-16",
});

/** From the check-in to two equal tallies, with so many papers that keep one name each; the others keep none. */
function cast(kept: Record<string, number>): BallotCommand[] {
  const groups = Object.entries(kept);
  const none = 4 - groups.reduce((sum, [, papers]) => sum + papers, 0);
  const lines = groups.map(([nominee, papers]) => ({ nominee, for: papers, against: 4 - papers }));
  const tally = { valid: 4, invalid: 0, blank: 0, lines };
  return [
    ...units.map((unit) => create.CheckIn({ unit })),
    create.OpenVoting({ openedOn: "2023-01-09" }),
    ...units.map((unit) => create.IssuePaper({ unit })),
    create.CountDeposits({ deposited: 4 }),
    create.CloseBox({}),
    create.OpenBox({
      papers: [
        ...groups.map(([name, papers]) => ({ papers, paper: { kind: "kept" as const, kept: [name] } })),
        ...(none > 0 ? [{ papers: none, paper: { kind: "kept" as const, kept: [] } }] : []),
      ],
    }),
    create.SubmitTally({ teller: "An", tally }),
    create.SubmitTally({ teller: "Bình", tally }),
  ];
}

const commands = [
  create.OpenBallot({ ...terms, nominees: ["procuracy", "police"] }),
  ...cast({ procuracy: 3, police: 1 }),
  certify,
];

function started(
  store = inMemoryStore(),
  processes: readonly AnyProcess[] = [
    proposeElected,
    successiveBallots([
      { honour: flag, seats: 1 },
      { honour: certificate, seats: 2 },
    ]),
  ],
) {
  const handlers = commandHandlers({ store, deciders: [ballot, award] });
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
    const proposed = (await wholeLog(store)).find(({ type }) => type === "AwardProposed");
    const certification = (await wholeLog(store)).find(({ type }) => type === "BallotCertified");
    expect(proposed?.metadata).toMatchObject({
      actor: "propose-elected",
      correlationId: "season-2022",
      causationId: certification?.metadata.eventId,
    });
  });

  it("adds nothing when everything is sent again, to itself or to a new one", async () => {
    const { store, runner } = await voted();
    const before = await wholeLog(store);
    await voted(commands.length, { store, runner });
    await voted(commands.length, started(store));
    expect(await wholeLog(store)).toEqual(before);
  });

  it("does after a crash what was not done before it, and nothing twice", async () => {
    const crashed = inMemoryStore();
    const handle = commandHandler({ store: crashed, decider: ballot });
    for (const [index, command] of commands.entries())
      await handle("flag", { ...command, metadata: metadata(`c${index}`) });
    const { runner } = started(crashed);
    await runner.catchUp(await wholeLog(crashed), now);
    const { store } = await voted();
    expect(await wholeLog(crashed)).toEqual(await wholeLog(store));
    await started(crashed).runner.catchUp(await wholeLog(crashed), now);
    expect(await wholeLog(crashed)).toEqual(await wholeLog(store));
  });

  it("does what a handler failed to do once the command is sent again", async () => {
    const store = inMemoryStore();
    const awards = commandHandler({ store, decider: award });
    let fails = true;
    const failing: Handler = async (id, command) => {
      if (!fails) return awards(id, command as Parameters<typeof awards>[1]);
      fails = false;
      throw new Error("the store is away");
    };
    const handlers = new Map<string, Handler>([
      ...commandHandlers({ store, deciders: [ballot] }),
      ["Award", failing],
    ]);
    const season = { store, runner: seasonRunner({ handlers, processes: [proposeElected] }) };
    await expect(voted(commands.length, season)).rejects.toThrow("the store is away");
    const { carried } = await voted(commands.length, season);
    expect(carried.at(-1)).toMatchObject([{ aggregate: "Ballot" }, { aggregate: "Award" }]);
    expect((await wholeLog(store)).map(({ type }) => type)).toContain("AwardProposed");
  });

  it("shows its processes all that a command caused before what follows from any of it", async () => {
    const read: string[] = [];
    const listener = (name: string): AnyProcess => ({
      ...process<object, BallotEvent>({ name, version: 1, initialState: {} }),
      want(_, event) {
        read.push(`${name}: ${event.type}`);
        if (event.type !== "UnitCheckedIn") return [];
        return [{ aggregate: "Ballot", id: "flag", command: create.OpenVoting({}) }];
      },
    });
    const season = started(inMemoryStore(), [listener("one"), listener("two")]);
    await voted(2, season);
    expect(read.slice(2)).toEqual([
      "one: UnitCheckedIn",
      "two: UnitCheckedIn",
      "one: QuorumNotReached",
      "two: QuorumNotReached",
    ]);
  });

  it("tells what was refused, and answers nothing to it", async () => {
    const { runner } = await voted(0);
    const carried = await runner.send(
      { aggregate: "Ballot", id: "flag", command: create.CloseBox({}) },
      metadata("c"),
    );
    expect(carried).toMatchObject([{ events: [], rejection: { type: "WrongState" } }]);
    expect(carried).toHaveLength(1);
  });

  /** A ballot of two with at least half asked for, whose papers tie, up to the run-off that it calls. */
  async function tiedBallot() {
    const tieLadder = [{ kind: "runOff" as const, roundsMax: 1 }, { kind: "seniority" as const }];
    const voting = { ...terms.voting, threshold: { ...terms.voting.threshold, strict: false }, tieLadder };
    const tieData = { ...terms.tieData, seniority: ["police", "military"] };
    const { runner, store } = started(inMemoryStore(), [holdRunOffs, proposeElected]);
    let count = 0;
    const send = async (id: string, ...sent: BallotCommand[]) => {
      for (const command of sent) {
        count += 1;
        const carried = await runner.send({ aggregate: "Ballot", id, command }, metadata(`r${count}`));
        expect(carried.filter(({ rejection }) => rejection)).toEqual([]);
      }
    };
    const open = create.OpenBallot({ ...terms, nominees: ["police", "military"], voting, tieData });
    await send("flag", open, ...cast({ police: 2, military: 2 }), create.CallRunOff({ step: 1, round: 1 }));
    const runOff = runOffId("flag", { step: 1, round: 1 });
    return { store, send, runOff };
  }

  it("holds the run-off that a tied ballot calls for, and tells it what the run-off came to", async () => {
    const { store, send, runOff } = await tiedBallot();
    await send(runOff, ...cast({ police: 1, military: 3 }), certify);
    await send("flag", certify);
    const history = await wholeLog(store);
    expect(history.filter(({ type }) => type === "AwardProposed")).toMatchObject([
      { data: { unit: "military" } },
    ]);
    expect(history.findLast(({ type }) => type === "BallotCertified")).toMatchObject({
      metadata: { stream: "Ballot-flag" },
      data: { outcome: { elected: ["military"] }, brokenBy: [{ kind: "runOff", round: 1, ballot: runOff }] },
    });
  });

  it("passes on to the next rung a run-off in which nobody reached the bar", async () => {
    const { store, send, runOff } = await tiedBallot();
    await send(runOff, ...cast({ police: 1, military: 1 }), certify);
    await send("flag", create.TakeTieStep({ step: 2 }), certify);
    expect((await wholeLog(store)).findLast(({ type }) => type === "BallotCertified")).toMatchObject({
      metadata: { stream: "Ballot-flag" },
      data: { outcome: { elected: ["police"] } },
    });
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
