import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { byCodePoints } from "../../src/kernel/in-order.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { OutcomeUnknown, UnknownAggregate } from "../../src/process/faults.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { nominate } from "../../src/season/nominate.ts";
import { nextBallotId } from "../../src/season/round-terms.ts";
import { runOffId } from "../../src/season/run-offs-known.ts";
import { commandHandler, commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { takeRoom } from "../ballot/life.ts";
import { still } from "../process/clock.ts";
import { atConference, certificate, terms, units } from "./certified.ts";

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
    takeRoom(units),
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
  store: EventStore = inMemoryStore(atConference()),
  processes: readonly AnyProcess[] = [nominate, holdRounds],
) {
  const handlers = commandHandlers({ store, deciders: [ballot, award] });
  return { store, runner: seasonRunner({ store, handlers, processes, clock: still() }) };
}

async function voted(season = started()) {
  const results = [];
  for (const [index, command] of commands.entries())
    results.push(
      await season.runner.send({ aggregate: "Ballot", id: "flag", command }, metadata(`c${index}`)),
    );
  return { ...season, results };
}

/** The events that say what happened, without the ledgers of the processes. */
async function facts(store: EventStore) {
  return (await wholeLog(store)).filter(({ metadata }) => !metadata.stream.startsWith("Process-"));
}

describe("the runner of a season", () => {
  it("carries out what follows from a command, and says which process wanted it", async () => {
    const { results, store } = await voted();
    expect(results.filter(({ outcome, complete }) => !outcome.ok || !complete)).toEqual([]);
    const { outcome, consequences } = results.at(-1) ?? {};
    expect(outcome).toMatchObject({ events: [{ type: "BallotCertified" }] });
    expect(consequences).toMatchObject([
      {
        aggregate: "Award",
        process: "nominate",
        events: [{ type: "AwardProposed", data: { unit: "procuracy" } }],
      },
      {
        aggregate: "Ballot",
        process: "hold-rounds",
        id: nextBallotId("flag", certificate),
        events: [{ type: "BallotOpened" }],
      },
    ]);
    const proposed = (await wholeLog(store)).find(({ type }) => type === "AwardProposed");
    const certification = (await wholeLog(store)).find(({ type }) => type === "BallotCertified");
    expect(proposed?.metadata).toMatchObject({
      actor: "nominate",
      correlationId: "season-2022",
      causationId: certification?.metadata.eventId,
    });
  });

  it("adds nothing when everything is sent again, to itself or to a new one", async () => {
    const { store, runner } = await voted();
    const before = await wholeLog(store);
    await voted({ store, runner });
    await voted(started(store));
    expect(await wholeLog(store)).toEqual(before);
  });

  it("does after a crash what was not done before it, and nothing twice", async () => {
    const crashed = inMemoryStore(atConference());
    const handle = commandHandler({ store: crashed, decider: ballot });
    for (const [index, command] of commands.entries())
      await handle("flag", { ...command, metadata: metadata(`c${index}`) });
    await voted(started(crashed));
    const { store } = await voted();
    // What two processes do of one event has no order between them.
    const streamsOf = async (one: EventStore) =>
      (await facts(one))
        .map(({ type, data, metadata: { stream } }) => ({ stream, type, data }))
        .sort((a, b) => byCodePoints(a.stream, b.stream));
    expect(await streamsOf(crashed)).toEqual(await streamsOf(store));
    const before = await wholeLog(crashed);
    await voted(started(crashed));
    expect(await wholeLog(crashed)).toEqual(before);
  });

  it("waits for a store that is away for a while, and does then what follows", async () => {
    const store = inMemoryStore(atConference());
    let failures = 3;
    const failing: EventStore = {
      ...store,
      async append(writes) {
        const isConsequence = writes.some(({ stream }) => stream.startsWith("Award-"));
        failures -= isConsequence ? 1 : 0;
        if (isConsequence && failures >= 0) throw new Error("the store is away");
        return store.append(writes);
      },
    };
    const { results } = await voted(started(failing, [nominate]));
    expect(results.at(-1)).toMatchObject({
      complete: true,
      consequences: [{ aggregate: "Award", outcome: { kind: "carried" } }],
    });
    expect(failures).toBeLessThan(0);
  });

  it("says within its time limit that nobody knows yet whether a command is stored, and once it is", async () => {
    const store = inMemoryStore();
    const hanging: EventStore = { ...store, append: () => new Promise(() => undefined) };
    const clock = { ...still(), wait: () => new Promise<void>((resolve) => setImmediate(resolve)) };
    const handlers = commandHandlers({ store: hanging, deciders: [ballot] });
    const runner = seasonRunner({ store: hanging, handlers, processes: [nominate], clock });
    const [command] = commands;
    const sent = { aggregate: "Ballot", id: "flag", command: command as BallotCommand };
    await expect(runner.send(sent, metadata("c0"))).rejects.toThrow(OutcomeUnknown);
    const { outcome } = await started(store).runner.send(sent, metadata("c0"));
    expect(outcome).toMatchObject({ ok: true, events: [{ type: "BallotOpened" }] });
  });

  it("tells what was refused, and answers nothing to it", async () => {
    const { runner, store } = started(inMemoryStore());
    const sent = { aggregate: "Ballot", id: "flag", command: create.CloseBox({}) };
    const { outcome, consequences } = await runner.send(sent, metadata("c"));
    expect(outcome).toMatchObject({ ok: false, rejection: { type: "WrongState" } });
    expect([consequences, await wholeLog(store)]).toEqual([[], []]);
  });

  /** A ballot of two with at least half asked for, whose papers tie, up to the run-off that it calls. */
  async function tiedBallot() {
    const tieLadder = [{ kind: "runOff" as const, roundsMax: 1 }, { kind: "seniority" as const }];
    const voting = { ...terms.voting, threshold: { ...terms.voting.threshold, strict: false }, tieLadder };
    const tieData = { ...terms.tieData, seniority: ["police", "military"] };
    const { runner, store } = started(inMemoryStore(atConference()), [holdRounds, nominate]);
    let count = 0;
    const send = async (id: string, ...sent: BallotCommand[]) => {
      for (const command of sent) {
        count += 1;
        const sent = await runner.send({ aggregate: "Ballot", id, command }, metadata(`r${count}`));
        expect([sent.outcome.ok, await runner.matters()]).toEqual([true, []]);
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
