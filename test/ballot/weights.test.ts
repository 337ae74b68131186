import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { publishedCount, recountPublished } from "../../src/ballot/publish.ts";
import { ballotEventsVi } from "../../src/minutes/vi/ballot.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { given } from "../../src/testing/scenario.ts";
import { recorded } from "../season/certified.ts";
import { reading } from "../season/reading.ts";
import {
  assembled,
  bothSubmit,
  type Changes,
  certify,
  checkIn,
  closeBox,
  deposits,
  done,
  electors,
  half,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  type Papers,
  submit,
  tally,
} from "./life.ts";

const { create } = BallotCommand;
const weigh = (votes: Record<string, number>) =>
  Object.entries(votes).map(([unit, weight]) => ({ unit, votes: weight }));

/** The court has three votes of ten. */
const weights = weigh({ court: 3 });
const all = [...assembled({ weights }), ...electors.map(issue)];
const lines = (procuracy: number, police: number) => {
  const valid = procuracy + police;
  return tally(valid, [
    ["procuracy", procuracy, police],
    ["police", police, procuracy],
    ["military", 0, valid],
  ]);
};

/** What a secret ballot comes to, all papers issued, when its box holds these, as many as `for` the two. */
function countOf(changes: Changes, [procuracy, police]: readonly [number, number], papers: Papers) {
  return done([
    ...assembled(changes),
    ...electors.map(issue),
    deposits(procuracy + police),
    closeBox,
    openBox(...papers),
    ...bothSubmit(lines(procuracy, police)),
  ]);
}
const box = (procuracy: number, police: number): Papers => [
  [procuracy, kept("procuracy")],
  [police, kept("police")],
];
const lastOf = (changes: Changes, votes: readonly [number, number]) =>
  countOf(changes, votes, box(...votes)).at(-1);

describe("a secret ballot of electors with weights", () => {
  it("issues as many papers as the unit has votes, and says how many only where they are more than one", () => {
    given(ballot, done(assembled({ weights })))
      .when(issue("court"))
      .thenEvents({ type: "PaperIssued", data: { unit: "court", receivedBy: "court", issued: 3 } });
    given(ballot, done(assembled({ weights })))
      .when(issue("police"))
      .thenEvents({ type: "PaperIssued", data: { unit: "police", receivedBy: "police" } });
  });

  it("gives all the papers of a unit to whoever holds its proxy", () => {
    const represented = [
      open({ weights }),
      ...electors.filter((unit) => unit !== "court").map(checkIn),
      create.AcceptProxy({ principal: "court", holder: "border" }),
      openVoting,
    ];
    given(ballot, done(represented))
      .when(issue("court"))
      .thenEvents({ type: "PaperIssued", data: { unit: "court", receivedBy: "border", issued: 3 } });
  });

  it("takes as many papers as were issued, and no more", () => {
    given(ballot, done(all))
      .when(deposits(10))
      .thenEvents({
        type: "DepositsCounted",
        data: { deposited: 10 },
      });
    given(ballot, done(all))
      .when(deposits(11))
      .thenRejected("MorePapersThanIssued", { papers: 11, issued: 10 });
  });

  it("counts votes in every figure, and lets a unit divide its own", () => {
    expect(lastOf({ weights }, [6, 4])).toMatchObject({
      data: {
        figures: { electors: 10, present: 10, issued: 10, returned: 10, valid: 10 },
        base: { figure: 10 },
        lines: [{ for: 6, against: 4 }, { for: 4 }, { against: 10 }],
        outcome: { elected: ["procuracy"] },
      },
    });
  });

  it("replaces one spoiled paper by one, and issues no more for it", () => {
    const spoiled = done([...all, create.ReplacePaper({ unit: "court", spoiled: 1 })]);
    given(ballot, spoiled)
      .when(deposits(11))
      .thenRejected("MorePapersThanIssued", { papers: 11, issued: 10 });
  });

  it("can be counted again from what is published of it", () => {
    const papers = box(6, 4);
    const log = [...countOf({ weights }, [6, 4], papers)];
    const certified = given(ballot, log).when(certify).decision;
    const published = publishedCount([...log, ...(certified.ok ? certified.events : [])]);
    const each = papers.flatMap(([count, paper]) => Array.from({ length: count }, (): PaperRead => paper));
    expect(recountPublished({ terms: published?.terms, facts: published?.facts, papers: each })).toEqual(
      published?.result,
    );
  });
});

describe("a quorum of electors with weights", () => {
  it("is of votes: two thirds of the units may not be it, and fewer units may", () => {
    const heavy = weigh({ court: 9 });
    const light = electors.filter((unit) => unit !== "court");
    given(ballot, done([open({ weights: heavy }), ...light.map(checkIn)]))
      .when(openVoting)
      .thenEvents({
        type: "QuorumNotReached",
        data: { eligible: 16, present: 7, needed: 11, inVotes: true },
      });
    given(ballot, done([open({ weights: heavy }), ...["court", "police", "border"].map(checkIn)]))
      .when(openVoting)
      .thenEvents({
        type: "VotingOpened",
        data: { eligible: 16, present: 11, needed: 11, inVotes: true, openedOn: "2023-01-09" },
      });
  });
});

describe("votes aloud of electors with weights", () => {
  it("are called once and count as many times as the unit has votes", () => {
    const called = done([
      ...assembled({
        weights: weigh({ court: 8 }),
        voting: { form: "rollCall", threshold: { ...half, base: "present" } },
      }),
      ...electors.map((unit) =>
        create.RecordCalledVote({ unit, vote: kept(unit === "court" ? "police" : "procuracy") }),
      ),
      create.CloseRollCall({}),
    ]);
    expect(called.at(-2)).toEqual({ type: "RollCallClosed", data: { called: 8 } });
    expect(called.at(-1)).toMatchObject({
      data: {
        figures: { present: 15, returned: 15 },
        lines: [{ for: 7 }, { for: 8 }, { for: 0 }],
        outcome: { elected: ["police"] },
      },
    });
  });

  it("are as many hands as there are votes present, and no more", () => {
    const hands = done(assembled({ weights, voting: { form: "showOfHands" } }));
    given(ballot, hands)
      .when(submit("Trần Thị B", lines(7, 4)))
      .thenRejected("TallyImpossible", { votes: 11, votesMax: 10 });
    const counted = done([
      ...assembled({ weights, voting: { form: "showOfHands" } }),
      ...bothSubmit(lines(6, 4)),
    ]);
    expect(counted.at(-1)).toMatchObject({
      data: { figures: { issued: 10, valid: 10 }, outcome: { elected: ["procuracy"] } },
    });
  });
});

describe("papers that give a unit with weight away", () => {
  it("show a forbidden vote for itself when more are for it than the others have", () => {
    const forbidden = { weights: weigh({ police: 4 }), voting: { selfVote: false } };
    expect(lastOf(forbidden, [3, 8])).toMatchObject({
      type: "DiscrepancyFound",
      data: { discrepancy: { kind: "selfVote" } },
    });
    expect(lastOf(forbidden, [4, 7])).toMatchObject({ type: "BallotCounted" });
  });

  it("are those of which more are the same than all the others have", () => {
    const secrecyOf = (votes: readonly [number, number]) =>
      countOf({ weights: weigh({ court: 4 }) }, votes, box(...votes)).find(
        ({ type }) => type === "BallotCounted",
      );
    expect(secrecyOf([8, 3])).toMatchObject({ data: { secrecyImpossible: ["heavyUnit"] } });
    expect(secrecyOf([7, 4])).toMatchObject({ data: { secrecyImpossible: [] } });
  });

  it("are those of few units, however many the papers are", () => {
    const few = ["court", "police", "border", "justice"];
    const history = done([
      open({ electors: few, weights: few.map((unit) => ({ unit, votes: 2 })) }),
      ...few.map(checkIn),
      openVoting,
      ...few.map(issue),
      deposits(8),
      closeBox,
      openBox(...box(5, 3)),
      ...bothSubmit(lines(5, 3)),
    ]);
    expect(history.find(({ type }) => type === "BallotCounted")).toMatchObject({
      data: { secrecyImpossible: ["fewPapers"] },
    });
  });
});

describe("the weights of electors", () => {
  it("go on into a run-off", () => {
    const log = [
      ...countOf(
        { weights, voting: { threshold: half, tieLadder: [{ kind: "runOff", roundsMax: 1 }] } },
        [5, 5],
        box(5, 5),
      ),
      BallotEvent.create.RunOffCalled({ step: 1, round: 1, field: ["police", "procuracy"], seats: 1 }),
    ];
    const read = reading(holdRounds);
    const wanted = log.flatMap((event, at) => read(recorded("Ballot-flag", event, at + 1)));
    expect(wanted).toMatchObject([{ command: { type: "OpenBallot", data: { weights } } }]);
  });

  it("are told in the minutes: how many papers went out, and that a quorum is of votes", () => {
    const vi = sayVi(() => undefined);
    const issued = { unit: "court", receivedBy: "border", issued: 3 };
    expect(ballotEventsVi.PaperIssued(issued, vi)).toBe(
      "Phát 3 phiếu của court cho border nhận thay theo ủy quyền.",
    );
    const quorum = { eligible: 16, present: 11, needed: 11 };
    expect(ballotEventsVi.VotingOpened({ ...quorum, inVotes: true }, vi)).toContain("11/16 phiếu,");
    expect(ballotEventsVi.VotingOpened(quorum, vi)).toContain("11/16 đơn vị,");
  });
});
