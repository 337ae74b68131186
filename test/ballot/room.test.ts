import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { consult, leave, ofThePresent, represent, votingOpened } from "./in-the-room.ts";
import {
  assembled,
  bothSubmit,
  checkIn,
  clear,
  clearTally,
  closeBox,
  done,
  electors,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  type Papers,
  submit,
  tally,
  terms,
} from "./life.ts";
import { call, create } from "./refusals.ts";

const hands = assembled({ voting: { form: "showOfHands", threshold: ofThePresent } });
const fourOfEight = tally(8, [
  ["procuracy", 4, 4],
  ["police", 0, 8],
  ["military", 0, 8],
]);

describe("a vote that is open", () => {
  it("counts four of eight hands as half, whoever leaves between the two tellers", () => {
    const [first, second] = bothSubmit(fourOfEight);
    const history = done([...hands, first as BallotCommand, leave("border"), second as BallotCommand]);
    expect(history.at(-1)).toMatchObject({
      data: { figures: { present: 8 }, base: { of: "present", figure: 8 }, outcome: { elected: [] } },
    });
  });

  it("takes the true tally of the second teller after a departure, and hands that are raised again", () => {
    const [first, second] = bothSubmit(fourOfEight);
    const gone = done([...hands, first as BallotCommand, leave("border"), leave("court")]);
    expect(given(ballot, gone).when(second as BallotCommand).decision).toMatchObject({
      events: [{ type: "TallySubmitted" }, { type: "BallotCounted" }],
    });
    const sixLeft = tally(6, [
      ["procuracy", 4, 2],
      ["police", 0, 6],
      ["military", 0, 6],
    ]);
    const retaken = done([
      ...hands,
      first as BallotCommand,
      submit("Lê Văn C", clearTally),
      leave("border"),
      leave("court"),
      create.RetakeHands({ reading: 2 }),
      ...bothSubmit(sixLeft),
    ]);
    expect(retaken.at(-1)).toMatchObject({
      data: { figures: { present: 8, returned: 6 }, base: { figure: 8 }, outcome: { elected: [] } },
    });
  });

  it("keeps the base of a secret ballot when a unit leaves without its paper", () => {
    const papers: Papers = [
      [4, kept("procuracy")],
      [3, kept("police")],
    ];
    const counted = tally(7, [
      ["procuracy", 4, 3],
      ["police", 3, 4],
      ["military", 0, 7],
    ]);
    const history = done([
      ...assembled({ voting: { threshold: ofThePresent } }),
      ...electors.slice(0, 7).map(issue),
      leave("border"),
      create.CountDeposits({ deposited: 7 }),
      closeBox,
      openBox(...papers),
      ...bothSubmit(counted),
    ]);
    expect(history.at(-1)).toMatchObject({
      data: { figures: { present: 8, issued: 7 }, base: { figure: 8 }, outcome: { elected: [], vacant: 1 } },
    });
  });

  it("keeps the base of a roll-call when a unit leaves before it is called", () => {
    const history = done([
      ...assembled({ voting: { form: "rollCall", threshold: ofThePresent } }),
      ...electors.slice(0, 4).map((unit) => call(unit, "procuracy")),
      leave("border"),
      create.CloseRollCall({}),
    ]);
    expect(history.at(-1)).toMatchObject({ data: { base: { figure: 8 }, outcome: { elected: [] } } });
  });

  it("records departures and arrivals while papers are read, until there is a result", () => {
    const opened = [...assembled(), ...electors.map(issue), closeBox, openBox(...clear)];
    given(ballot, done(opened))
      .when(leave("court"))
      .thenEvents({ type: "UnitLeft", data: { unit: "court" } });
    given(ballot, done([...opened, leave("court")]))
      .when(checkIn("court"))
      .thenEvents({ type: "UnitCheckedIn", data: { unit: "court" } });
    const history = done([...opened, leave("court"), ...bothSubmit(clearTally)]);
    expect(history.at(-1)).toMatchObject({ data: { figures: { present: 8, issued: 8 } } });
  });

  it("is without the unit that came later, unless it is opened again before the first vote", () => {
    const late = [open(), ...electors.slice(0, 6).map(checkIn), openVoting, checkIn("border")];
    given(ballot, done([...late, issue("court")]))
      .when(issue("border"))
      .thenRejected("VoteBeganWithout", { unit: "border" });
    given(ballot, done([...late, issue("court")]))
      .when(openVoting)
      .thenNothing();
    given(ballot, done(late))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 7 }));
    given(ballot, done([...late, openVoting]))
      .when(issue("border"))
      .thenEvents({ type: "PaperIssued", data: { unit: "border", receivedBy: "border" } });
  });

  it("has in the room who was asked in writing and has come, once it is opened again", () => {
    const asked = [
      open({ procedure: { writtenVotes: true } }),
      create.ConsultInWriting({ unit: "border" }),
      ...electors.slice(0, 6).map(checkIn),
    ];
    given(ballot, done(asked))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 6, consulted: 1 }));
    given(ballot, done([...asked, openVoting, checkIn("border")]))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 7 }));
  });

  it("keeps its quorum where units leave and others come before the first vote", () => {
    const changed = [
      open(),
      ...electors.slice(0, 6).map(checkIn),
      openVoting,
      leave("court"),
      checkIn("border"),
    ];
    given(ballot, done(changed))
      .when(openVoting)
      .thenEvents(votingOpened({ present: 7 }));
  });

  it("keeps its day when it is opened again to whoever came, whether the day is said again or not", () => {
    const late = [open(), ...electors.slice(0, 6).map(checkIn), openVoting, checkIn("border")];
    const again = create.OpenVoting({});
    const noChair = { voting: { tieLadder: [] } };
    for (const before of [late, [open(noChair), ...late.slice(1)]]) {
      given(ballot, done(before))
        .when(again)
        .thenEvents(votingOpened({ present: 7 }));
      const { state } = given(ballot, done([...before, again]));
      expect(state).toMatchObject({ openedOn: "2023-01-09" });
      for (const command of [again, openVoting])
        given(ballot, done([...before, again]))
          .when(command)
          .thenNothing();
    }
    given(ballot, done([...late, issue("court")]))
      .when(again)
      .thenNothing();
  });

  it("is opened on no day before the conference has named the chair, also when it is opened again", () => {
    const { chair: _, ...nobodyNamed } = terms.tieData;
    const named = [
      open({ tieData: nobodyNamed }),
      ...electors.slice(0, 6).map(checkIn),
      create.NameChair({ chair: "court", namedOn: "2023-01-08" }),
    ];
    for (const before of [named, [...named, openVoting, checkIn("border")]])
      given(ballot, done(before))
        .when(create.OpenVoting({ openedOn: "2023-01-07" }))
        .thenRejected("DateOutside", { date: "2023-01-07", earliest: "2023-01-08" });
    given(ballot, done([...named, openVoting, checkIn("border")]))
      .when(create.OpenVoting({ openedOn: "2023-01-08" }))
      .thenEvents(votingOpened({ present: 7, openedOn: "2023-01-08" }));
  });

  it("has no day from before its terms were revised", () => {
    const revised = create.ReviseBallot({ ...terms, bylawsVersion: 2 });
    given(ballot, done([...assembled(), revised]))
      .when(create.OpenVoting({}))
      .thenRejected("VotingDayMissing", {});
  });

  it("is opened to a new room after a consensus that failed", () => {
    const history = done([
      ...assembled({ voting: { selection: "consensus" } }),
      create.AcclaimNominees({ elected: ["procuracy"] }),
      create.ObjectToAcclamation({ unit: "court", reason: "Đề nghị xem xét lại" }),
      leave("court"),
      openVoting,
    ]);
    expect(history.at(-1)).toEqual(votingOpened({ present: 7, form: "consensus" }));
  });

  it("takes no proxy and no letter of a unit that it began without", () => {
    const begun = [
      open({ procedure: { writtenVotes: true } }),
      ...electors.slice(0, 6).map(checkIn),
      openVoting,
      issue("court"),
    ];
    given(ballot, done(begun))
      .when(represent("border", "court"))
      .thenRejected("VoteBeganWithout", { unit: "border" });
    given(ballot, done(begun)).when(consult("border")).thenRejected("VoteBeganWithout", { unit: "border" });
  });
});
