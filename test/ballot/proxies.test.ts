import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import { consult, leave, ofThePresent, represent, votingOpened, withdraw } from "./in-the-room.ts";
import {
  bothSubmit,
  checkIn,
  clear,
  clearTally,
  closeBox,
  done,
  electors,
  issue,
  open,
  openBox,
  openVoting,
} from "./life.ts";
import { call } from "./refusals.ts";

describe("a proxy", () => {
  const given1 = [open(), ...electors.slice(0, 6).map(checkIn), represent("border", "inspectorate")];

  it("is withdrawn and given to another, where its holder never comes", () => {
    given(ballot, done(given1))
      .when(withdraw("border"))
      .thenEvents({
        type: "ProxyRevoked",
        data: { principal: "border", holder: "inspectorate", ground: "withdrawn" },
      });
    given(ballot, done([...given1, withdraw("border")]))
      .when(represent("border", "court"))
      .thenEvents({ type: "ProxyAccepted", data: { principal: "border", holder: "court" } });
    given(ballot, done([...given1, withdraw("border")]))
      .when(withdraw("border"))
      .thenNothing();
  });

  it("is given anew after its holder has left, while no paper is out, and its principal takes part still", () => {
    const history = done([
      open({ voting: { threshold: ofThePresent } }),
      ...electors.slice(0, 6).map(checkIn),
      represent("border", "court"),
      openVoting,
      issue("police"),
      leave("court"),
      represent("border", "police"),
      issue("border"),
    ]);
    expect(history.at(-1)).toEqual({ type: "PaperIssued", data: { unit: "border", receivedBy: "police" } });
  });

  it("is not withdrawn once its paper is out", () => {
    given(ballot, done([...given1.slice(0, -1), represent("border", "court"), openVoting, issue("border")]))
      .when(withdraw("border"))
      .thenRejected("PaperAlreadyIssued", { unit: "border" });
  });

  it("is told apart from bodies in the room, in the quorum and in the record", () => {
    const four = [
      open({ voting: { proxiesMax: 1 } }),
      ...electors.slice(0, 4).map(checkIn),
      ...electors.slice(4).map((unit, at) => represent(unit, electors[at] ?? "")),
    ];
    const opened = votingOpened({ present: 8, byProxy: 4 });
    given(ballot, done(four)).when(openVoting).thenEvents(opened);
    const history = done([
      ...four,
      openVoting,
      ...electors.map(issue),
      closeBox,
      openBox(...clear),
      ...bothSubmit(clearTally),
    ]);
    expect(history.at(-1)).toMatchObject({ data: { figures: { present: 8, byProxy: 4 } } });
  });
});

describe("a represented unit that comes after all, before the first vote", () => {
  const opened = [
    open({ voting: { proxiesMax: 1 } }),
    ...electors.slice(0, 7).map(checkIn),
    represent("border", "procuracy"),
    openVoting,
  ];
  const came = [...opened, checkIn("border")];

  it("is counted in the room once the vote is opened anew", () => {
    expect(done(opened).at(-1)).toEqual(votingOpened({ present: 8, byProxy: 1 }));
    given(ballot, done(came))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 8 }));
    given(ballot, done([...came, openVoting]))
      .when(openVoting)
      .thenNothing();
  });

  it("is counted so also when it has left again, for the opening has fixed who takes part", () => {
    given(ballot, done([...came, openVoting, leave("border")]))
      .when(openVoting)
      .thenNothing();
  });
});

describe("a vote in writing alone (lấy ý kiến bằng văn bản)", () => {
  const letters = (numerator: number) => [
    open({
      voting: {
        quorum: { numerator, denominator: 2, strict: false },
        threshold: { numerator: 1, denominator: 2, strict: true, base: "allEligible" },
      },
      procedure: { writtenVotes: true },
    }),
    ...electors.map(consult),
  ];

  it("is opened, and counted like any other, where its terms ask for nobody in the room", () => {
    given(ballot, done(letters(0)))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 0, needed: 0, consulted: 8 }));
    const history = done([
      ...letters(0),
      openVoting,
      ...electors.map(issue),
      closeBox,
      openBox(...clear),
      ...bothSubmit(clearTally),
    ]);
    expect(history.at(-1)).toMatchObject({
      data: { figures: { present: 0, consulted: 8, issued: 8 }, outcome: { elected: ["procuracy"] } },
    });
  });

  it("is not opened where its terms ask for a room with a quorum", () => {
    given(ballot, done(letters(1)))
      .when(openVoting)
      .thenEvents({
        type: "QuorumNotReached",
        data: { eligible: 8, needed: 4, present: 0, consulted: 8 },
      });
  });

  it("is not opened where nobody was asked", () => {
    given(ballot, done(letters(0).slice(0, 1)))
      .when(openVoting)
      .thenEvents({ type: "QuorumNotReached", data: { eligible: 8, needed: 0, present: 0 } });
  });

  it("is called out in a roll-call, and refused by the terms of a show of hands", () => {
    const written = { procedure: { writtenVotes: true } };
    const called = [
      open({ ...written, voting: { form: "rollCall" } }),
      ...electors.slice(0, 6).map(checkIn),
      consult("border"),
      openVoting,
    ];
    expect(given(ballot, done(called)).when(call("border", "police")).decision.ok).toBe(true);
    given(ballot)
      .when(open({ ...written, voting: { form: "showOfHands" } }))
      .thenRejected("WrittenVotesNeedPapers", { form: "showOfHands" });
  });
});
