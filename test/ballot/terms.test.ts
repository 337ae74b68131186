import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  type Changes,
  checkIn,
  clearTally,
  done,
  electors,
  half,
  issue,
  kept,
  levelTally,
  open,
  openVoting,
  submit,
  terms,
  voted,
} from "./life.ts";

const { create } = BallotCommand;
const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;

describe("the terms of a ballot are fixed from the first vote of any form", () => {
  const hands: Changes = { voting: { form: "showOfHands" } };
  const call = create.RecordCalledVote({ unit: "court", vote: kept("police") });
  const retaken = [
    submit("Trần Thị B", levelTally),
    submit("Lê Văn C", clearTally),
    create.RetakeHands({ reading: 2 }),
  ];

  it.each<[string, Changes, readonly BallotCommand[]]>([
    ["a secret ballot, when a paper is issued", {}, [issue("court")]],
    [
      "a secret ballot, when the unit with a paper leaves",
      {},
      [issue("court"), create.RecordDeparture({ unit: "court" })],
    ],
    [
      "a secret ballot, when the paper is spoiled",
      {},
      [issue("court"), create.ReplacePaper({ unit: "court", spoiled: 1 })],
    ],
    ["a show of hands, when a teller has counted", hands, [submit("Trần Thị B", levelTally)]],
    ["a show of hands, when it is taken again", hands, retaken],
    ["a roll-call, when a vote is called", { voting: { form: "rollCall" } }, [call]],
  ])("%s", (_, changes, begun) => {
    const { seats, nominees, voting, ...others } = open(changes).data;
    const anew: readonly Changes[] = [
      { seats: 2 },
      { nominees: nominees.slice(0, 2) },
      { electors: electors.slice(0, 6) },
      { method: { kind: "approval" } },
      { voting: { ...voting, threshold: half } },
      { voting: { ...voting, tieLadder: [] } },
      { voting: { ...voting, quorum: { numerator: 0, denominator: 1, strict: false } } },
    ];
    const history = done([...assembled(changes), ...begun]);
    for (const change of anew) {
      const revision = create.ReviseBallot(open({ ...others, seats, nominees, voting, ...change }).data);
      given(ballot, done(assembled(changes)))
        .when(revision)
        .thenEvents({
          type: "BallotRevised",
          data: revision.data,
        });
      given(ballot, history).when(revision).thenRejected("RulesFrozen", { issued: 1 });
    }
  });
});

describe("a run-off", () => {
  const runOff = open({
    nominees: ["police", "procuracy"],
    voting: { tieLadder: [] },
    follows: { kind: "runOff", ballot: "flag-2022", step: 1, round: 1 },
  });

  it("may be counted by other tellers, in another sitting", () => {
    const { conference: _, ...data } = runOff.data;
    const tellers = { head: { name: "Ngô Thị E" }, members: [{ name: "Đỗ F" }] };
    const revision = create.ReviseBallot({ ...data, tellers });
    given(ballot, done([runOff]))
      .when(revision)
      .thenEvents({ type: "BallotRevised", data: revision.data });
  });
});

describe("the repeat of a ballot", () => {
  const repeat = (annulledOn: string) =>
    open({ follows: { kind: "revote", ballot: "flag-2022", annulledOn } });
  const today = { now: new Date("2023-01-10T03:00:00Z"), commandId: "1", actor: "office" };

  it("names the day on which the one before was annulled, which does not lie ahead", () => {
    given(ballot)
      .when({ ...repeat("2023-01-11"), metadata: today })
      .thenRejected("DateInFuture", { date: "2023-01-11", today: "2023-01-10" });
    const opened = historyOf(ballot, [open()]);
    given(ballot, opened)
      .when({ ...create.ReviseBallot(repeat("2023-01-11").data), metadata: today })
      .thenRejected("DateInFuture", { date: "2023-01-11", today: "2023-01-10" });
  });

  it("is not held before that day", () => {
    const history = historyOf(ballot, [repeat("2023-01-10"), ...electors.map(checkIn)]);
    given(ballot, history)
      .when(openVoting)
      .thenRejected("DateOutside", { date: "2023-01-09", earliest: "2023-01-10" });
  });

  it("is found out by whoever has both logs, where the one before was not annulled on that day", () => {
    const log = historyOf(ballot, [repeat("2023-01-15")]);
    const before = historyOf(ballot, [...voted(), annul("irregularity")]);
    expect(verifyLog(log, { before })).toEqual({ ok: true });
    expect(verifyLog(log)).toEqual({ ok: true });
    const unfounded = {
      ok: false,
      findings: [{ type: "RepeatUnfounded", data: { ballot: "flag-2022", annulledOn: "2023-01-15" } }],
    };
    expect(verifyLog(log, { before: before.slice(0, -1) })).toEqual(unfounded);
    expect(verifyLog(log, { before: [...before].reverse() })).toEqual(unfounded);
    expect(verifyLog(historyOf(ballot, [repeat("2023-01-14")]), { before })).toMatchObject({ ok: false });
  });
});

describe("the seats of a ballot", () => {
  it("are up to two hundred, as where a council votes on all that its blocs propose", () => {
    const nominees = Array.from({ length: 200 }, (_, at) => `u${at}`);
    const opened = given(ballot).when(open({ nominees, seats: 200, voting: { tieLadder: [] } }));
    expect(opened.decision).toMatchObject({ ok: true, events: [{ data: { seats: 200 } }] });
    expect(() => create.OpenBallot({ ...terms, seats: 201 })).toThrow();
  });

  it.each<[string, Changes]>([
    ["two by half of the papers, one name on each: two may have half each", { voting: { threshold: half } }],
    ["two without a bar, one name on each", { voting: { threshold: noBar } }],
    [
      "two by half of five papers, one name on each: of four papers, each may have two",
      { electors: electors.slice(0, 5), voting: { threshold: half } },
    ],
  ])("can be filled: %s", (_, changes) => {
    const opened = given(ballot).when(open({ method: { kind: "plurality" }, seats: 2, ...changes }));
    expect(opened.decision).toMatchObject({ ok: true });
  });
});
