import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  assembled,
  bothSubmit,
  checkIn,
  closeBox,
  deposits,
  electors,
  half,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  tally,
} from "./life.ts";

const { create } = BallotCommand;
const done = (commands: readonly BallotCommand[]) => historyOf(ballot, commands);

describe("the roll of a ballot", () => {
  it("records that a quorum is not there, and that it is once more have come", () => {
    const five = [open(), ...electors.slice(0, 5).map(checkIn)];
    const figures = { eligible: 8, needed: 6 };
    given(ballot, done(five))
      .when(openVoting)
      .thenEvents({ type: "QuorumNotReached", data: { ...figures, present: 5 } });
    given(ballot, done([...five, openVoting]))
      .when(openVoting)
      .thenNothing();
    given(ballot, done([...five, openVoting, checkIn("inspectorate")]))
      .when(openVoting)
      .thenEvents({ type: "VotingOpened", data: { ...figures, present: 6, openedOn: "2023-01-09" } });
  });

  it("gives the paper of a unit to whoever holds its proxy, until the unit comes itself", () => {
    const represented = [
      open(),
      ...electors.slice(0, 6).map(checkIn),
      create.AcceptProxy({ principal: "border", holder: "court" }),
      openVoting,
    ];
    given(ballot, done(represented))
      .when(issue("border"))
      .thenEvents({ type: "PaperIssued", data: { unit: "border", receivedBy: "court" } });
    given(ballot, done(represented))
      .when(checkIn("border"))
      .thenEvents(
        { type: "UnitCheckedIn", data: { unit: "border" } },
        { type: "ProxyRevoked", data: { principal: "border", holder: "court", ground: "principalPresent" } },
      );
    // The paper is out already: one vote, whoever comes.
    given(ballot, done([...represented, issue("border")]))
      .when(checkIn("border"))
      .thenEvents({ type: "UnitCheckedIn", data: { unit: "border" } });
    given(ballot, done([...represented, issue("border"), checkIn("border")]))
      .when(issue("border"))
      .thenRejected("PaperAlreadyIssued", { unit: "border" });
  });

  it("ends a proxy when its holder leaves without having taken the paper", () => {
    given(
      ballot,
      done([open(), checkIn("court"), create.AcceptProxy({ principal: "border", holder: "court" })]),
    )
      .when(create.RecordDeparture({ unit: "court" }))
      .thenEvents(
        { type: "UnitLeft", data: { unit: "court" } },
        { type: "ProxyRevoked", data: { principal: "border", holder: "court", ground: "holderLeft" } },
      );
  });

  it("counts whoever was there when the vote opened as present, with or without a paper", () => {
    const history = done([
      ...assembled(),
      issue("court"),
      create.RecordDeparture({ unit: "court" }),
      create.RecordDeparture({ unit: "border" }),
      ...electors.slice(0, 3).map(issue),
      deposits(4),
      closeBox,
      openBox([4, kept("police")]),
      ...bothSubmit(
        tally(4, [
          ["procuracy", 0, 4],
          ["police", 4, 0],
          ["military", 0, 4],
        ]),
      ),
    ]);
    expect(history.at(-1)).toMatchObject({ data: { figures: { present: 8, issued: 4, returned: 4 } } });
  });
});

describe("a roll-call", () => {
  it("counts whoever called its vote and left as present still", () => {
    const threshold = { ...half, base: "present" } as const;
    const history = done([
      ...assembled({ voting: { form: "rollCall", threshold } }),
      ...electors.map((unit) => create.RecordCalledVote({ unit, vote: kept("police") })),
      create.RecordDeparture({ unit: "court" }),
      create.CloseRollCall({}),
    ]);
    expect(history.at(-1)).toMatchObject({
      data: { figures: { present: 8, returned: 8 }, base: { figure: 8 }, outcome: { elected: ["police"] } },
    });
  });
});
