import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { rollCount } from "../../src/ballot/roll.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import { consult, leave, ofThePresent, represent, votingOpened, withdraw } from "./in-the-room.ts";
import { checkIn, closeBox, done, electors, issue, open, openVoting, takeRoom, terms } from "./life.ts";
import { create } from "./refusals.ts";

const conference = "conference-2022";
const atConference = open({ conference });
const six = electors.slice(0, 6);
const [first = "", second = ""] = electors;
const proxy = (principal: string, holder: string) => ({ proxies: [{ principal, holder }] });
const presentIn = (commands: Parameters<typeof done>[0]) => {
  const state = ballot.fold(done(commands));
  return state.status === "blank" ? undefined : rollCount(state);
};

describe("a ballot that is held at a conference", () => {
  it("takes its room as a whole, and opens its vote with whoever is there or represented", () => {
    given(ballot, done([atConference, takeRoom(six, proxy("inspectorate", first))]))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 7, byProxy: 1 }));
  });

  it("takes the room that it has without an event", () => {
    const room = takeRoom(six, proxy("inspectorate", first));
    given(ballot, done([atConference, room]))
      .when(room)
      .thenNothing();
  });

  it.each([
    ["a check-in", checkIn("court")],
    ["a departure", leave(first)],
    ["a proxy", represent("border", first)],
    ["a proxy that is taken back", withdraw("border")],
  ])("refuses %s by hand", (_, command) => {
    given(ballot, done([atConference, takeRoom([first])]))
      .when(command)
      .thenRejected("RoomOfConference", {});
  });

  it("asks whoever is not there for a vote in writing, as any other", () => {
    const inWriting = open({ conference, procedure: { writtenVotes: true } });
    given(ballot, done([inWriting, takeRoom(six)]))
      .when(consult("border"))
      .thenEvents({ type: "UnitConsulted", data: { unit: "border" } });
  });

  it.each([
    ["before it has any room", []],
    ["while its conference is not open", [takeRoom(electors, { openedOn: undefined })]],
    ["once its conference is adjourned", [takeRoom(electors), takeRoom([], { openedOn: undefined })]],
  ])("opens no vote %s", (_, rooms) => {
    given(ballot, done([atConference, ...rooms]))
      .when(openVoting)
      .thenRejected("ConferenceNotOpen", {});
  });

  it("opens its vote on no day before its conference has opened, and keeps that when the day is set right", () => {
    const later = takeRoom(electors, { openedOn: "2023-01-10" });
    const bounds = { date: "2023-01-09", earliest: "2023-01-10" };
    given(ballot, done([atConference, later]))
      .when(openVoting)
      .thenRejected("DateOutside", bounds);
    const opened = [atConference, later, create.OpenVoting({ openedOn: "2023-01-11" })];
    given(ballot, done(opened))
      .when(create.CorrectVotingDay({ openedOn: "2023-01-09" }))
      .thenRejected("DateOutside", bounds);
  });

  it("leaves a paper that is out with whoever received it, and the base as it was when the vote opened", () => {
    const voting = { threshold: ofThePresent };
    const vote = [
      ...[open({ conference, voting }), takeRoom(six, proxy("inspectorate", first)), openVoting],
      ...[issue("inspectorate"), issue(second)],
      takeRoom([...six.slice(1), "inspectorate"]),
    ];
    const counted = presentIn(vote);
    expect(counted).toMatchObject({ present: 7, byProxy: 1, issued: 2 });
    given(ballot, done(vote)).when(issue(first)).thenRejected("UnitAbsent", { unit: first });
    expect(verifyLog(done([...vote, closeBox]))).toMatchObject({ ok: true });
  });

  it("takes in whoever comes before the first vote when it is opened again, and nobody after it", () => {
    const opened = [atConference, takeRoom(six), openVoting, takeRoom(electors)];
    expect(presentIn([...opened, openVoting])).toMatchObject({ present: 8 });
    given(ballot, done([...opened, issue(first)]))
      .when(issue("border"))
      .thenRejected("VoteBeganWithout", { unit: "border" });
  });

  it("keeps its room through a revision, but for proxies, and has none where that names another conference", () => {
    const room = [atConference, takeRoom(six, proxy("inspectorate", first))];
    const revised = (conference: string) =>
      presentIn([...room, create.ReviseBallot({ ...atConference.data, conference, bylawsVersion: 2 })]);
    expect(revised(conference)).toMatchObject({ present: 6 });
    expect(revised("another")).toMatchObject({ present: 0 });
  });

  it.each([
    ["of a stranger", takeRoom(["guest"]), "NotAnElector", { unit: "guest" }],
    ["of a recused unit", takeRoom(["military"]), "UnitRecused", { unit: "military" }],
    [
      "with a proxy of a unit in it",
      takeRoom([first, second], proxy(first, second)),
      "UnitPresent",
      { unit: first },
    ],
    [
      "with a proxy to the unit itself",
      takeRoom([first], proxy("border", "border")),
      "ProxyToSelf",
      { unit: "border" },
    ],
    [
      "with a proxy that is passed on",
      takeRoom([first], {
        proxies: [
          { principal: "border", holder: "inspectorate" },
          { principal: "inspectorate", holder: first },
        ],
      }),
      "ProxyChained",
      { principal: "border", holder: "inspectorate" },
    ],
    [
      "with more proxies of one holder than its terms allow",
      takeRoom([first], {
        proxies: [
          { principal: "border", holder: first },
          { principal: "inspectorate", holder: first },
        ],
      }),
      "TooManyProxies",
      { holder: first, proxiesMax: terms.voting.proxiesMax },
    ],
  ] as const)("refuses a room %s", (_, command, type, data) => {
    given(ballot, done([open({ conference, recused: ["military"] })]))
      .when(command)
      .thenRejected(type, data);
  });

  it("takes no room once the box is closed", () => {
    const closed = [atConference, takeRoom(electors), openVoting, ...electors.map(issue), closeBox];
    given(ballot, done(closed))
      .when(takeRoom([]))
      .thenRejected("WrongState", {
        aggregate: "Ballot",
        status: "closed",
        allowed: ["preparing", "voting"],
      });
  });
});
