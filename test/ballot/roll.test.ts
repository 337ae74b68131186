import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { ballotEventsEn } from "../../src/minutes/en/ballot.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { ballotEventsVi } from "../../src/minutes/vi/ballot.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  assembled,
  bothSubmit,
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
  tally,
} from "./life.ts";

const { create } = BallotCommand;

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

  const halfThere = [
    ...electors.slice(0, 4).map(checkIn),
    ...electors
      .slice(4)
      .map((principal, at) => create.AcceptProxy({ principal, holder: electors[at] ?? "" })),
  ];

  it("makes no quorum of units that are represented, where the terms ask for units in the room", () => {
    const inRoom = open({ procedure: { quorumInRoom: true } });
    const figures = { eligible: 8, needed: 6, present: 8, quorumInRoom: true } as const;
    given(ballot, done([inRoom, ...halfThere]))
      .when(openVoting)
      .thenEvents({ type: "QuorumNotReached", data: { ...figures, byProxy: 4 } });
    given(ballot, done([inRoom, ...halfThere, openVoting, ...electors.slice(4, 6).map(checkIn)]))
      .when(openVoting)
      .thenEvents({ type: "VotingOpened", data: { ...figures, byProxy: 2, openedOn: "2023-01-09" } });
  });

  it("says in both languages that only units in the room make the quorum", () => {
    const quorum = { eligible: 8, needed: 6, present: 8, byProxy: 4, quorumInRoom: true } as const;
    expect(
      ballotEventsVi.QuorumNotReached(
        quorum,
        sayVi((unit) => unit),
      ),
    ).toBe(
      "Chưa đủ điều kiện bỏ phiếu: có mặt 8/8 đơn vị (trong đó ủy quyền 4), yêu cầu ít nhất 6 trực tiếp có mặt.",
    );
    expect(
      ballotEventsEn.QuorumNotReached(
        quorum,
        sayEn((unit) => unit),
      ),
    ).toContain("8 of 8 units present (by proxy: 4), at least 6 needed in the room");
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
