import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
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

const done = (commands: readonly BallotCommand[]) => historyOf(ballot, commands);
const lives = paths.map(done);
const at = (day: string) => ({ now: new Date(`${day}T03:00:00Z`), commandId: "c", actor: "office" });

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

describe("a command that is sent again later", () => {
  it.each<[BallotCommand, readonly BallotCommand[]]>([
    [checkIn("court"), certified],
    [issue("court"), voted()],
    [deposits(8), certified],
    [submit("Trần Thị B", clearTally), certified],
    [call("court", "police"), [...rollCall, call("court", "police"), create.CloseRollCall({})]],
    [certify, certified],
    [challenge, [...certified, challenge, dismiss, finalise]],
    [uphold, [...certified, challenge, uphold]],
    [dismiss, [...certified, challenge, dismiss, finalise]],
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

function counting(event: BallotEvent | undefined): BallotEvent {
  if (event?.type !== "BallotCounted") throw new Error("not a count");
  return event;
}
