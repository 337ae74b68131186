import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  bothSubmit,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  closeBox,
  deposits,
  dismiss,
  done,
  finalise,
  half,
  issue,
  kept,
  level,
  levelTally,
  openBox,
  openVoting,
  recount,
  submit,
  terms,
  tied,
  uphold,
  voted,
} from "./life.ts";
import { paths } from "./paths.ts";
import { call, certified, counted, create, decide, differing, hands, opened, rollCall } from "./refusals.ts";

const lives = paths.map(done);
const at = (day: string) => ({ now: new Date(`${day}T03:00:00Z`), commandId: "c", actor: "office" });

describe("a show of hands that is taken again", () => {
  const retaken = [
    ...assembled({ voting: { form: "showOfHands" } }),
    submit("Trần Thị B", levelTally),
    submit("Lê Văn C", clearTally),
    create.RetakeHands({ reading: 2 }),
  ];
  const revised = { ...terms, bylawsVersion: 2, voting: { ...terms.voting, form: "showOfHands" as const } };

  it("keeps its terms: hands were shown, though their tallies are gone", () => {
    given(ballot, done(retaken))
      .when(create.ReviseBallot(revised))
      .thenRejected("RulesFrozen", { issued: 1 });
  });

  it("has no log in which its terms are revised", () => {
    const revision = BallotEvent.create.BallotRevised(revised);
    expect(audit(ballot, [...done(retaken), revision])).toMatchObject({
      ok: false,
      fault: { kind: "impossible", type: "BallotRevised" },
    });
  });
});

describe("a day that a ballot records", () => {
  it.each<[BallotCommand, string, readonly BallotCommand[]]>([
    [certify, "2023-01-09", counted],
    [challenge, "2023-01-11", certified],
    [uphold, "2023-01-12", [...certified, challenge]],
    [dismiss, "2023-01-12", [...certified, challenge]],
    [annul("irregularity"), "2023-01-15", counted],
    [finalise, "2023-01-20", certified],
    [decide("police"), "2023-01-09", tied({ kind: "chairDecision" })],
  ])("is never ahead: %o", (command, date, before) => {
    const dayBefore = `2023-01-${String(Number(date.slice(-2)) - 1).padStart(2, "0")}`;
    given(ballot, done(before))
      .when({ ...command, metadata: at(dayBefore) })
      .thenRejected("DateInFuture", { date, today: dayBefore });
    const onTheDay = given(ballot, done(before)).when({ ...command, metadata: at(date) });
    expect(onTheDay.decision.ok).toBe(true);
  });

  it("may be ahead where it is the last day for complaints", () => {
    const { decision } = given(ballot, done(counted)).when({ ...certify, metadata: at("2023-01-09") });
    expect(decision).toMatchObject({ ok: true, events: [{ data: { complaintsUntil: "2023-01-19" } }] });
  });

  it("is not before the last answer to a complaint, where the chair decides a tie after a recount", () => {
    const recounted = [
      ...voted({ voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] } }),
      openBox(...clear),
      ...bothSubmit(clearTally),
      certify,
      challenge,
      uphold,
      recount(2, ...level),
      ...bothSubmit(levelTally),
    ];
    given(ballot, done(recounted))
      .when(decide("police"))
      .thenRejected("DateOutside", { date: "2023-01-09", earliest: "2023-01-12" });
  });
});

const acclaim = create.AcclaimNominees({ elected: ["police"] });
const takeStep = create.TakeTieStep({ step: 1 });
const drawLot = create.DrawLot({
  step: 1,
  drawn: [{ source: terms.tieData.lotSources[0] ?? "", values: ["123456"] }],
});

describe("a command that is sent again later", () => {
  it.each<[BallotCommand, readonly BallotCommand[]]>([
    [checkIn("court"), certified],
    [deposits(8), certified],
    [submit("Trần Thị B", clearTally), certified],
    [call("court", "police"), [...rollCall, call("court", "police"), create.CloseRollCall({})]],
    [certify, certified],
    [challenge, [...certified, challenge, dismiss, finalise]],
    [uphold, [...certified, challenge, uphold]],
    [dismiss, [...certified, challenge, dismiss, finalise]],
    [openBox(...clear), opened],
    [recount(2, ...clear), [...counted, recount(2, ...clear)]],
    [create.CloseRollCall({}), [...rollCall, create.CloseRollCall({})]],
    [acclaim, [...assembled({ voting: { selection: "consensus" } }), acclaim]],
    [takeStep, [...tied({ kind: "score" }), takeStep]],
    [decide("police"), [...tied({ kind: "chairDecision" }), decide("police")]],
    [drawLot, [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 }), drawLot]],
    [annul("irregularity"), [...counted, annul("irregularity")]],
    [finalise, [...certified, finalise]],
    [create.AnnounceLot({ step: 1 }), [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 })]],
  ])("changes nothing: %o", (command, before) => {
    given(ballot, done(before)).when(command).thenNothing();
  });

  it("is refused where it says another thing than before", () => {
    given(ballot, done([...certified, challenge, uphold]))
      .when(create.UpholdChallenge({ ...uphold.data, reason: "Lý do khác" }))
      .thenRejected("ChallengeDecided", { challenge: "c1" });
  });
});

describe("a damaged log of a ballot", () => {
  it.each(BallotEvent.types)("has %s only where a ballot can have it", (type) => {
    const statuses = ballot.from.get(type) ?? [];
    const event = lives.flat().find((one) => one.type === type);
    if (!event) throw new Error(`no life has ${type}`);
    for (const life of lives) {
      let state = ballot.initialState();
      for (const next of life) {
        if (!statuses.includes(state.status))
          expect(() => ballot.evolve(state, event), state.status).toThrow(ImpossibleEvent);
        state = ballot.evolve(state, next);
      }
    }
  });

  const papers = [{ papers: 8, paper: { kind: "blank" } as const }];
  const vote = { kind: "blank" } as const;
  const result = done([...hands, ...bothSubmit(clearTally)]).at(-1);
  it.each<[string, readonly BallotCommand[], BallotEvent]>([
    ["a box is opened before anything", [], { type: "BoxOpened", data: { papers } }],
    [
      "a roll-call has papers",
      rollCall,
      { type: "PaperIssued", data: { unit: "court", receivedBy: "court" } },
    ],
    ["a vote is called in secret", assembled(), { type: "VoteCalled", data: { unit: "court", vote } }],
    ["a box is opened twice", opened, { type: "BoxOpened", data: { papers } }],
    ["raised hands are put into a box", hands, { type: "DepositsCounted", data: { deposited: 1 } }],
    [
      "a teller counts a box that is closed",
      [...assembled(), closeBox],
      { type: "TallySubmitted", data: { teller: "Lê Văn C", reading: 1, tally: clearTally } },
    ],
    ["hands are raised again over papers", differing, { type: "HandsRetaken", data: { reading: 2 } }],
    [
      "an answer has no complaint",
      certified,
      { type: "ChallengeUpheld", data: { challenge: "c1", reason: "Đúng", decidedOn: "2023-01-12" } },
    ],
    ["the terms change while papers are counted", opened, { type: "BallotRevised", data: terms }],
    ["a secret vote has a result before its box is open", [...assembled(), issue("court")], counting(result)],
  ])("is none in which %s", (_, commands, event) => {
    expect(() => ballot.fold([...done(commands), event])).toThrow(ImpossibleEvent);
  });

  const answer = { challenge: "c1", reason: "Đúng", decidedOn: "2023-01-12" };
  const tally = { teller: "Trần Thị B", reading: 1, tally: clearTally };
  const called = { unit: "court", vote };
  const lot = [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 })];
  const runOff = { step: 1, round: 1, field: ["police", "procuracy"], seats: 1 };
  const record = done(certified).find(({ type }) => type === "BallotCertified");
  it.each<[string, readonly BallotCommand[], BallotEvent]>([
    ["a stranger is in the room", assembled(), { type: "UnitCheckedIn", data: { unit: "x" } }],
    ["a unit comes twice", assembled(), { type: "UnitCheckedIn", data: { unit: "court" } }],
    ["an absent unit leaves", assembled(), { type: "UnitLeft", data: { unit: "x" } }],
    [
      "a stranger has a proxy",
      assembled(),
      { type: "ProxyAccepted", data: { principal: "court", holder: "x" } },
    ],
    [
      "a proxy ends that nobody gave",
      assembled(),
      { type: "ProxyRevoked", data: { principal: "court", holder: "police", ground: "holderLeft" } },
    ],
    ["a stranger is consulted", assembled(), { type: "UnitConsulted", data: { unit: "x" } }],
    ["a stranger gets a paper", assembled(), { type: "PaperIssued", data: { unit: "x", receivedBy: "x" } }],
    [
      "a unit gets its paper twice",
      [...assembled(), issue("court")],
      { type: "PaperIssued", data: { unit: "court", receivedBy: "court" } },
    ],
    [
      "a unit without a paper spoils one",
      assembled(),
      { type: "PaperReplaced", data: { unit: "court", spoiled: 1 } },
    ],
    [
      "a unit spoils two papers at once",
      [...assembled(), issue("court")],
      { type: "PaperReplaced", data: { unit: "court", spoiled: 2 } },
    ],
    [
      "more papers are put into the box than were issued",
      [...assembled(), issue("court")],
      { type: "DepositsCounted", data: { deposited: 2 } },
    ],
    [
      "a teller submits a tally twice",
      [...opened, submit("Trần Thị B", clearTally)],
      { type: "TallySubmitted", data: tally },
    ],
    ["a stranger counts", opened, { type: "TallySubmitted", data: { ...tally, teller: "Ai đó" } }],
    ["a teller counts another reading", opened, { type: "TallySubmitted", data: { ...tally, reading: 2 } }],
    ["a stranger calls a vote", rollCall, { type: "VoteCalled", data: { ...called, unit: "x" } }],
    ["a unit calls two votes", [...rollCall, call("court", "police")], { type: "VoteCalled", data: called }],
    [
      "a reading is left out",
      differing,
      { type: "PapersRecounted", data: { reading: 3, papers, differs: 0, reason: "Kiểm lại" } },
    ],
    [
      "a lot is announced twice",
      lot,
      {
        type: "LotAnnounced",
        data: { step: 1, candidates: ["police", "procuracy"], seats: 1, sources: ["Xổ số"] },
      },
    ],
    ["a lot is a run-off", lot, { type: "RunOffCalled", data: runOff }],
    [
      "the second run-off is the first",
      tied({ kind: "runOff", roundsMax: 2 }),
      { type: "RunOffCalled", data: { ...runOff, round: 2 } },
    ],
    [
      "a complaint is raised twice",
      [...certified, challenge, dismiss],
      { type: "ResultChallenged", data: challenge.data },
    ],
    [
      "a complaint has two answers",
      [...certified, challenge, dismiss],
      { type: "ChallengeUpheld", data: answer },
    ],
    [
      "the result is final while a complaint is pending",
      [...certified, challenge],
      { type: "ResultFinalised", data: { ...finalise.data, certification: 1, outcome: outcomeOf(record) } },
    ],
    ["a record has the number of another", counted, { ...numbered(record, 2) }],
  ])("is not possible where %s", (_, commands, event) => {
    const history = done(commands);
    expect(audit(ballot, [...history, event])).toMatchObject({
      ok: false,
      place: { position: history.length + 1 },
      fault: { kind: "impossible", type: event.type },
    });
  });

  it("names the status and the form that the event met", () => {
    const event: BallotEvent = { type: "VoteCalled", data: { unit: "court", vote } };
    expect(() => ballot.fold([...done(assembled()), event])).toThrow(
      'Ballot: VoteCalled (event 11) cannot have happened: it is "voting", and its form is secret',
    );
  });
});

describe("the grammar of a ballot", () => {
  it("says in which statuses each command has its time, whatever the form", () => {
    expect(ballot.during.get("SubmitTally")).toEqual(["unsealed", "voting"]);
    expect(ballot.from.get("BallotCounted")).toEqual(["unsealed", "voting", "closed"]);
    const { decision } = given(ballot, done([...hands])).when(openBox([8, kept("police")]));
    expect(decision).toMatchObject({ ok: false, rejection: { type: "BallotHeldOtherwise" } });
    given(ballot)
      .when(closeBox)
      .thenRejected("WrongState", { aggregate: "Ballot", status: "blank", allowed: ["voting"] });
    given(ballot, done(assembled())).when(openVoting).thenNothing();
  });
});

function numbered(event: BallotEvent | undefined, certification: number): BallotEvent {
  if (event?.type !== "BallotCertified") throw new Error("not a record");
  return { type: "BallotCertified", data: { ...event.data, certification } };
}

function outcomeOf(event: BallotEvent | undefined) {
  if (event?.type !== "BallotCertified") throw new Error("not a record");
  return event.data.outcome;
}

function counting(event: BallotEvent | undefined): BallotEvent {
  if (event?.type !== "BallotCounted") throw new Error("not a count");
  return event;
}
