import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  bothSubmit,
  type Changes,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  done,
  electors,
  half,
  issue,
  kept,
  level,
  levelOtherwise,
  levelOtherwiseTally,
  levelTally,
  open,
  openBox,
  openVoting,
  recount,
  terms,
  voted,
} from "./life.ts";
import { call, consensus, create, rollCall } from "./refusals.ts";

const on = (openedOn: string) => create.CorrectVotingDay({ openedOn });
const verified = (commands: readonly BallotCommand[]) => verifyLog(done(commands));

describe("an objection to names that were acclaimed", () => {
  const acclaim = create.AcclaimNominees({ elected: ["police"] });
  const objected = [
    ...consensus,
    acclaim,
    create.ObjectToAcclamation({ unit: "court", reason: "Không đồng ý" }),
  ];
  const { data } = open({ voting: { selection: "consensus" } });
  const revise = (changes: Changes) =>
    create.ReviseBallot({
      ...data,
      ...changes,
      voting: { ...data.voting, ...changes.voting },
      procedure: data.procedure,
    });

  it("outlives a revision of the terms, and one to votes and back", () => {
    const back = [revise({ voting: { selection: "byVote" } }), revise({ bylawsVersion: 2 })];
    for (const revisions of [[revise({ bylawsVersion: 2 })], back])
      given(ballot, done([...objected, ...revisions, openVoting]))
        .when(acclaim)
        .thenRejected("NoConsensusOn", { unit: "court", elected: ["police"] });
  });

  it("lets the vote be opened again, on no earlier day", () => {
    given(ballot, done(objected))
      .when(create.OpenVoting({ openedOn: "2023-01-05" }))
      .thenRejected("DateOutside", { date: "2023-01-05", earliest: "2023-01-09" });
  });

  it("is of an elector: where the unit is none any more, it stands against nothing", () => {
    const without = revise({ electors: electors.filter((unit) => unit !== "court") });
    const life = [...objected, without, openVoting, acclaim];
    expect(done(life).at(-1)?.type).toBe("NomineesAcclaimed");
    expect(verified(life)).toEqual({ ok: true });
  });
});

describe("a complaint within the time for complaints of the first record", () => {
  const second = create.CertifyBallot({
    ...certify.data,
    certifiedOn: "2023-01-14",
    complaintsUntil: "2023-01-24",
  });
  const recounted = [
    ...voted({ voting: { threshold: half, tieLadder: [] } }),
    openBox(...level),
    ...bothSubmit(levelTally),
    certify,
    recount(2, ...levelOtherwise),
    ...bothSubmit(levelOtherwiseTally),
    second,
  ];

  it("is recorded after a recount and its record, too", () => {
    expect(done([...recounted, challenge]).at(-1)?.type).toBe("ResultChallenged");
    expect(verified([...recounted, challenge])).toEqual({ ok: true });
    given(ballot, done(recounted))
      .when(create.ChallengeResult({ ...challenge.data, raisedOn: "2023-01-08" }))
      .thenRejected("DateOutside", { date: "2023-01-08", earliest: "2023-01-09", latest: "2023-01-24" });
  });
});

describe("the day of a vote that was not written down", () => {
  const undated = [
    open({ voting: { tieLadder: [] } }),
    ...electors.map(checkIn),
    create.OpenVoting({}),
    ...electors.map(issue),
    create.CloseBox({}),
    openBox(...clear),
    ...bothSubmit(clearTally),
  ];

  it("is asked for when the record is signed, may be given then, and bounds every later day", () => {
    given(ballot, done(undated)).when(certify).thenRejected("VotingDayMissing", {});
    const dated = [...undated, on("2023-01-09")];
    expect(verified([...dated, certify])).toEqual({ ok: true });
    given(ballot, done(dated))
      .when(create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-08" }))
      .thenRejected("DateOutside", { date: "2023-01-08", earliest: "2023-01-09" });
  });
});

describe("the day of a vote that was written down wrong", () => {
  const late = [open(), ...electors.map(checkIn), create.OpenVoting({ openedOn: "2023-01-19" })];
  const counted = [
    ...late,
    ...electors.map(issue),
    create.CloseBox({}),
    openBox(...clear),
    ...bothSubmit(clearTally),
  ];

  it("is set right by opening the vote again, while nobody has voted", () => {
    expect(done([...late, openVoting]).at(-1)).toMatchObject({ data: { openedOn: "2023-01-09" } });
  });

  it("is set right until the record is signed, which may then be signed on the true day", () => {
    given(ballot, done(counted))
      .when(certify)
      .thenRejected("DateOutside", { date: "2023-01-09", earliest: "2023-01-19" });
    const life = [...counted, on("2023-01-09"), certify];
    expect(
      done(life)
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(["VotingDayCorrected", "BallotCertified"]);
    expect(verified(life)).toEqual({ ok: true });
    given(ballot, done(life)).when(on("2023-01-09")).thenEvents();
    given(ballot, done(life))
      .when(on("2023-01-08"))
      .thenRejected("WrongState", {
        aggregate: "Ballot",
        status: "certified",
        allowed: ["voting", "closed", "unsealed", "discrepancy", "undecided", "decided"],
      });
  });

  it("is none before the day on which the ballot before was annulled, nor after a decision of the chair", () => {
    const repeat = open({ follows: { kind: "revote", ballot: "flag", annulledOn: "2023-01-05" } });
    given(ballot, done([repeat, ...electors.map(checkIn), openVoting, ...electors.map(issue)]))
      .when(on("2023-01-04"))
      .thenRejected("DateOutside", { date: "2023-01-04", earliest: "2023-01-05" });
    const chaired = [
      ...voted({ voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] } }),
      openBox(...level),
      ...bothSubmit(levelTally),
      create.DecideTie({ step: 1, elected: ["police"], chair: "inspectorate", decidedOn: "2023-01-10" }),
    ];
    given(ballot, done(chaired))
      .when(on("2023-01-11"))
      .thenRejected("DateOutside", { date: "2023-01-11", latest: "2023-01-10" });
  });

  it("is none after the day on which the conference named another chair, since the one before was tied", () => {
    const tieData = { ...terms.tieData, chair: "police" };
    const named = [
      ...voted({ tieData, voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] } }),
      openBox(...level),
      ...bothSubmit(levelTally),
      create.NameChair({ chair: "court", namedOn: "2023-01-09" }),
    ];
    given(ballot, done(named))
      .when(on("2023-01-10"))
      .thenRejected("DateOutside", { date: "2023-01-10", latest: "2023-01-09" });
    const { chair: _, ...without } = terms.tieData;
    const before = [
      open({ tieData: without, voting: { tieLadder: [{ kind: "chairDecision" }] } }),
      ...electors.map(checkIn),
      create.NameChair({ chair: "court", namedOn: "2023-01-09" }),
      openVoting,
    ];
    expect(done([...before, on("2023-01-10")]).at(-1)?.type).toBe("VotingDayCorrected");
  });
});

describe("a vote that was called and written down wrong", () => {
  const correct = (unit: string, ...names: string[]) =>
    create.CorrectCalledVote({ unit, vote: kept(...names), reason: "Ghi nhầm" });
  const called = [...rollCall, call("court", "police")];

  it("is set right until the roll-call is closed, and the first writing stays in the log", () => {
    const life = [...called, correct("court", "procuracy"), create.CloseRollCall({})];
    const events = done(life);
    expect(events.map(({ type }) => type)).toContain("CalledVoteCorrected");
    expect(events.at(-1)).toMatchObject({
      data: { lines: [{ nominee: "procuracy", for: 1 }, { for: 0 }, { for: 0 }] },
    });
    expect(verified(life)).toEqual({ ok: true });
    given(ballot, done([...called, correct("court", "procuracy")]))
      .when(correct("court", "procuracy"))
      .thenEvents();
  });

  it("is held to what a vote aloud is held to", () => {
    given(ballot, done([...called, call("police", "court", "police")].slice(0, -1)))
      .when(correct("border", "police"))
      .thenRejected("VoteNotCalled", { unit: "border" });
    given(ballot, done([...rollCall, call("police", "procuracy")]))
      .when(correct("police", "police"))
      .thenRejected("SelfVote", { unit: "police" });
    given(ballot, done(called))
      .when(correct("court", "police", "military"))
      .thenRejected("VoteInvalid", { unit: "court", reason: "tooManyNames" });
  });
});

describe("the chair that decides a tie", () => {
  const { chair: _, ...tieData } = terms.tieData;
  const unnamed = open({ voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] }, tieData });
  const name = create.NameChair({ chair: "court", namedOn: "2023-01-08" });

  it("stays in the chair after a revision, unless the new terms name another or it is recused", () => {
    const revise = (changes: Partial<typeof unnamed.data>) =>
      ballot.fold(done([unnamed, name, create.ReviseBallot({ ...unnamed.data, ...changes })]));
    expect(revise({ conference: "other" })).toMatchObject({
      chair: { chair: "court", namedOn: "2023-01-08" },
    });
    expect(revise({ tieData: terms.tieData })).toMatchObject({ chair: { chair: "inspectorate" } });
    expect(revise({ recused: ["court"] })).toMatchObject({ chair: undefined });
  });

  it("is named before the vote is opened, so that nobody names it once the tie is known", () => {
    given(ballot, done([unnamed, ...electors.map(checkIn)]))
      .when(openVoting)
      .thenRejected("ChairMissing", {});
    expect(done([unnamed, ...electors.map(checkIn), name, openVoting]).at(-1)?.type).toBe("VotingOpened");
  });
});
