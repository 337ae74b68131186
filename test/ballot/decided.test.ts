import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  atConference,
  bothSubmit,
  certify,
  challenge,
  clear,
  clearTally,
  dismiss,
  done,
  finalise,
  kept,
  level,
  levelOtherwise,
  levelOtherwiseTally,
  levelTally,
  open,
  otherwiseTied,
  recount,
  submit,
  tally,
  tied,
  uphold,
} from "./life.ts";
import { certified, decide, drawn, lotSource } from "./refusals.ts";

const { create } = BallotCommand;
const typesOf = (events: readonly BallotEvent[]) => events.map(({ type }) => type);

/** The events of the last commands, after the first. */
function then(before: readonly BallotCommand[], ...commands: BallotCommand[]): BallotEvent[] {
  return done([...before, ...commands]).slice(done(before).length);
}

const again = (reading: number) => [recount(reading, ...level), ...bothSubmit(levelTally)];
const otherwise = (reading: number) => [
  recount(reading, ...levelOtherwise),
  ...bothSubmit(levelOtherwiseTally),
];
const announce = create.AnnounceLot({ step: 1 });
const draw = create.DrawLot({ step: 1, drawn });
const chaired = [...tied({ kind: "chairDecision" }), decide("police"), certify];
const lots = [...tied({ kind: "lot" }), announce, draw];

describe("a recount that finds the same papers", () => {
  it("confirms the record, and opens nothing again that was decided", () => {
    const events = then(chaired, ...again(2));
    expect(events.at(-1)).toEqual({ type: "ResultConfirmed", data: { reading: 2, certification: 1 } });
    const before = ballot.fold(done(chaired));
    const after = ballot.fold(done([...chaired, ...again(2)]));
    expect(after).toMatchObject({ status: "certified", certifications: 1, outcome: { elected: ["police"] } });
    expect({ ...after, voting: undefined }).toEqual({ ...before, voting: undefined });
    given(ballot, done([...chaired, ...again(2)]))
      .when(decide("procuracy"))
      .thenRejected("WrongState", { aggregate: "Ballot", status: "certified", allowed: ["undecided"] });
  });

  it("draws no lot a second time, however often it is done", () => {
    const events = then(lots, ...again(2), ...again(3), certify, ...again(4));
    expect(typesOf(events).filter((type) => type !== "TallySubmitted")).toEqual([
      ...["PapersRecounted", "ResultConfirmed", "PapersRecounted", "ResultConfirmed"],
      ...["BallotCertified", "PapersRecounted", "ResultConfirmed"],
    ]);
  });

  it("is possible before the tie is broken, and leaves the lot announced", () => {
    const announced = [...tied({ kind: "lot" }), announce];
    expect(then(announced, ...again(2)).at(-1)).toEqual({ type: "ResultConfirmed", data: { reading: 2 } });
    expect(typesOf(then([...announced, ...again(2)], draw))).toEqual(["TieStepTaken"]);
  });

  it("keeps a run-off open that was called, so that its result can still be recorded", () => {
    const called = [...tied({ kind: "runOff", roundsMax: 1 }), create.CallRunOff({ step: 1, round: 1 })];
    const result = create.RecordRunOff({ step: 1, round: 1, ballot: "r", elected: ["police"], tied: [] });
    expect(typesOf(then([...called, ...again(2)], result, certify))).toEqual([
      "TieStepTaken",
      "BallotCertified",
    ]);
  });

  it("confirms after tellers who differed at first", () => {
    const wrong = [recount(2, ...level), submit("Trần Thị B", levelTally), submit("Lê Văn C", clearTally)];
    expect(typesOf(then([...chaired, ...wrong], ...again(3))).at(-1)).toBe("ResultConfirmed");
  });
});

describe("a recount that finds the same tie in other figures", () => {
  it("gives a new result, in which the lot that was drawn stands", () => {
    const before = ballot.fold(done([...lots, certify]));
    const events = then([...lots, certify], ...otherwise(2));
    expect(events.slice(-2)).toMatchObject([
      {
        type: "BallotCounted",
        data: { reading: 2, figures: { invalid: 2 }, outcome: { kind: "undecided" } },
      },
      { type: "TieStepKept", data: { step: 1, by: { kind: "lot", drawn } } },
    ]);
    expect(ballot.fold(done([...lots, certify, ...otherwise(2)]))).toMatchObject({
      status: "decided",
      outcome: "outcome" in before && before.outcome,
    });
    const second = create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-10" });
    expect(then([...lots, certify, ...otherwise(2)], second)).toMatchObject([
      { data: { certification: 2, supersedes: 1, brokenBy: [{ kind: "lot", drawn }] } },
    ]);
  });

  it("does not ask the chair again, nor for another announcement of the lot", () => {
    expect(typesOf(then(chaired, ...otherwise(2))).slice(-2)).toEqual(["BallotCounted", "TieStepKept"]);
    expect(typesOf(then([...tied({ kind: "lot" }), announce, ...otherwise(2)], draw))).toEqual([
      "TieStepTaken",
    ]);
  });
});

describe("a recount that finds another tie", () => {
  it("asks the chair again", () => {
    expect(ballot.fold(done([...chaired, ...otherwiseTied]))).toMatchObject({ status: "undecided" });
    const decided = then([...chaired, ...otherwiseTied], create.DecideTie({ ...decide("military").data }));
    expect(decided).toMatchObject([{ data: { outcome: { elected: ["military"] } } }]);
  });

  it("draws the lot again by the same values of the same source, and by no others", () => {
    const before = [...lots, certify, ...otherwiseTied, announce];
    given(ballot, done(before))
      .when(create.DrawLot({ step: 1, drawn: [{ source: lotSource, values: ["8"] }] }))
      .thenRejected("SourceDrawnBefore", { drawn });
    expect(typesOf(then(before, draw))).toEqual(["TieStepTaken"]);
  });

  it("finds again what was done when the first tie comes back", () => {
    const back = [...chaired, ...otherwiseTied, recount(3, ...level), ...bothSubmit(levelTally)];
    expect(done(back).at(-1)).toMatchObject({
      type: "TieStepKept",
      data: { outcome: { elected: ["police"] } },
    });
  });
});

describe("a recount without one common paper", () => {
  const strangers = recount(2, [8, kept("military")]);

  it("is another box: it takes a complaint that was upheld", () => {
    given(ballot, done([...certified, challenge]))
      .when(strangers)
      .thenRejected("NoChallengeUpheld", {});
    expect(typesOf(then([...certified, challenge, uphold], strangers))).toEqual(["PapersRecounted"]);
  });

  it("takes one also where two tellers differ over a reading, for as long as there is a result before", () => {
    const differing = [submit("Trần Thị B", clearTally), submit("Lê Văn C", levelTally)];
    const held = [recount(2, ...clear), ...differing];
    const other = recount(3, [8, kept("military")]);
    given(ballot, done([...certified, ...held]))
      .when(other)
      .thenRejected("NoChallengeUpheld", {});
    const upheld = [...certified, challenge, uphold, strangers, ...differing];
    expect(typesOf(then(upheld, recount(3, ...level)))).toEqual(["PapersRecounted"]);
    expect(typesOf(then(upheld, other))).toEqual(["PapersRecounted"]);
  });

  it("is not come to step by step: each reading has a paper of the first one that gave a result", () => {
    const seven = recount(2, [1, kept("procuracy")], [7, kept("military")]);
    const counted = bothSubmit(
      tally(8, [
        ["procuracy", 1, 7],
        ["police", 0, 8],
        ["military", 7, 1],
      ]),
    );
    const eight = recount(3, [8, kept("military")]);
    given(ballot, done([...certified, seven, ...counted]))
      .when(eight)
      .thenRejected("NoChallengeUpheld", {});
    const second = create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-10" });
    const upheld = [...certified, seven, ...counted, second, challenge, uphold, eight];
    expect(typesOf(done(upheld)).at(-1)).toBe("PapersRecounted");
  });

  it("is measured, once a complaint was upheld, by what was read then", () => {
    const military = bothSubmit(
      tally(8, [
        ["procuracy", 0, 8],
        ["police", 0, 8],
        ["military", 8, 0],
      ]),
    );
    const replaced = [...certified, challenge, uphold, strangers, ...military];
    expect(typesOf(then(replaced, recount(3, [7, kept("military")], [1, kept("police")])))).toEqual([
      "PapersRecounted",
    ]);
    given(ballot, done(replaced))
      .when(recount(3, ...clear))
      .thenRejected("NoChallengeUpheld", {});
  });

  it("is not come to by way of an empty box", () => {
    given(ballot, done(certified)).when(recount(2)).thenRejected("NoChallengeUpheld", {});
  });

  it("is another reading only, where no reading has given a result yet", () => {
    const first = certified.slice(
      0,
      certified.findIndex(({ type }) => type === "SubmitTally"),
    );
    const differing = [submit("Trần Thị B", clearTally), submit("Lê Văn C", levelTally)];
    expect(typesOf(then([...first, ...differing], strangers))).toEqual(["PapersRecounted"]);
  });
});

describe("a complaint that was upheld", () => {
  const raised = [...assembled({ voting: { form: "showOfHands" } }), ...bothSubmit(clearTally), certify];

  it("lets hands be raised again, since no papers are left of them", () => {
    const upheld = [...raised, challenge, uphold, create.RetakeHands({ reading: 2 })];
    expect(typesOf(then(upheld, ...bothSubmit(levelTally))).at(-1)).toBe("BallotCounted");
    expect(done([...upheld, ...bothSubmit(clearTally)]).at(-1)).toEqual({
      type: "ResultConfirmed",
      data: { reading: 2, certification: 1 },
    });
  });
});

describe("a complaint that was raised in time", () => {
  it("is recorded late as well, for as long as the result is not final", () => {
    const late = { now: new Date("2024-06-01T03:00:00Z"), commandId: "c", actor: "office" };
    expect(given(ballot, done(certified)).when({ ...challenge, metadata: late }).decision.ok).toBe(true);
    given(ballot, done([...certified, finalise]))
      .when({ ...challenge, metadata: late })
      .thenRejected("WrongState", {
        aggregate: "Ballot",
        status: "final",
        allowed: ["voting", "unsealed", "discrepancy", "undecided", "decided", "certified"],
      });
  });
});

describe("a complaint while votes are counted again", () => {
  const withTwo = [
    ...[...certified, challenge],
    create.ChallengeResult({ ...challenge.data, challenge: "c2" }),
    recount(2, ...level),
  ];
  const counted = bothSubmit(levelTally);
  const second = create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-13" });

  it("is raised and answered as before", () => {
    const third = create.ChallengeResult({ ...challenge.data, challenge: "c3" });
    expect(typesOf(then(withTwo, third, uphold))).toEqual(["ResultChallenged", "ChallengeUpheld"]);
    expect(typesOf(then([...withTwo, ...counted], dismiss))).toEqual(["ChallengeDismissed"]);
  });

  it("asks for no other recount where it was raised before this one, and is upheld before its record", () => {
    const other = create.DismissChallenge({ ...dismiss.data, challenge: "c2" });
    expect(typesOf(then(withTwo, uphold, other, ...counted, second, finalise)).at(-1)).toBe(
      "ResultFinalised",
    );
    expect(typesOf(then([...withTwo, ...counted], uphold, other, second, finalise)).at(-1)).toBe(
      "ResultFinalised",
    );
  });

  it("asks for another one where it was raised after the reading, or upheld after the record of it", () => {
    const third = create.ChallengeResult({ ...challenge.data, challenge: "c3" });
    const others = [dismiss, create.DismissChallenge({ ...dismiss.data, challenge: "c2" })];
    const upheld = create.UpholdChallenge({ ...uphold.data, challenge: "c3" });
    given(ballot, done([...withTwo, third, upheld, ...others, ...counted, second]))
      .when(finalise)
      .thenRejected("ChallengesPending", { challenges: ["c3"] });
    given(
      ballot,
      done([
        ...withTwo,
        ...counted,
        second,
        create.UpholdChallenge({ ...uphold.data, decidedOn: "2023-01-14" }),
      ]),
    )
      .when(finalise)
      .thenRejected("ChallengesPending", { challenges: ["c2", "c1"] });
  });

  it("lets the next reading be another box, once it is upheld", () => {
    const differing = [submit("Trần Thị B", levelTally), submit("Lê Văn C", clearTally)];
    const other = recount(3, [8, kept("military")]);
    given(ballot, done([...withTwo, ...differing]))
      .when(other)
      .thenRejected("NoChallengeUpheld", {});
    expect(typesOf(then([...withTwo, ...differing], uphold, other))).toEqual([
      "ChallengeUpheld",
      "PapersRecounted",
    ]);
  });

  it("is about a signed record, and there is none before the first", () => {
    given(ballot, done([...tied({ kind: "lot" })]))
      .when(challenge)
      .thenRejected("RecordNotSigned", {});
  });
});

describe("a final result", () => {
  it("is annulled by an authority above, and on no ground of the assembly's own", () => {
    const final = [...certified, finalise];
    const byAuthority = { ...annul("authority").data, annulledOn: "2023-06-01" };
    expect(typesOf(then(final, create.AnnulBallot(byAuthority)))).toEqual(["BallotAnnulled"]);
    given(ballot, done(final))
      .when(create.AnnulBallot({ ...byAuthority, ground: "noTieLeft" }))
      .thenRejected("AnnulmentGroundAbsent", { ground: "noTieLeft" });
  });

  it("is annulled, and superseded by another record, on no day before it became final", () => {
    const bounds = { date: "2023-01-15", earliest: "2023-01-20" };
    given(ballot, done([...certified, finalise]))
      .when(annul("authority"))
      .thenRejected("DateOutside", bounds);
    const ran = create.RecordRunOff({ step: 1, round: 1, ballot: "r", elected: ["police"], tied: [] });
    const corrected = { ...ran.data, certification: 2, elected: ["procuracy"] };
    const called = create.CallRunOff({ step: 1, round: 1 });
    const before = [...tied({ kind: "runOff", roundsMax: 1 }), called, ran, certify, finalise];
    given(ballot, done([...before, create.RecordRunOff(corrected)]))
      .when(create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-15" }))
      .thenRejected("DateOutside", bounds);
  });
});

describe("a ballot whose ground is gone before its record is signed", () => {
  const round = { follows: { kind: "round", ballot: "flag-2022" } } as const;

  it.each([
    ["the round before it was annulled", "roundVoid", round, {}],
    ["its conference was cancelled", "conferenceCancelled", { conference: "conference-2022" }, {}],
  ] as const)("is annulled because %s, and only where that can be so", (_, ground, so, otherwise) => {
    expect(typesOf(then([open(so)], annul(ground)))).toEqual(["BallotAnnulled"]);
    given(ballot, done([open(otherwise)]))
      .when(annul(ground))
      .thenRejected("AnnulmentGroundAbsent", { ground });
  });

  it.each(["roundVoid", "conferenceCancelled"] as const)(
    "keeps its result once that is certified: %s",
    (ground) => {
      const held = atConference([open(round), ...certified.slice(1)]);
      given(ballot, done(held)).when(annul(ground)).thenRejected("AnnulmentGroundAbsent", { ground });
    },
  );
});
