import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import {
  byDecision,
  chairMatters,
  closedConference,
  constituted,
  decision,
  electing,
  inBloc,
  inRotation,
  metConference,
  openedRotation,
  type Told,
  withPolicies,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

// By the bylaws the bloc votes again on a seat that falls vacant after the vote.

const { create } = ChairRotationEvent;
const [opened, met, closed] = [openedRotation("a"), metConference("a"), closedConference("a")];
const chair = electing("chair", "chair", "police");
const deputy = electing("deputy", "deputyChair", "procuracy");
const voteAgain = [constituted, withPolicies({ vacatedSeat: "voteAgain" })];
const stays = [constituted, withPolicies({ vacatedSeat: "vacant" })];
const left = (unit: string, leftOn = "2023-01-09") =>
  inBloc(BlocEvent.create.MemberLeft({ unit, ground: "transferred", leftOn, decision }));
const undesignated = inRotation(
  create.ChairUndesignated({
    ...{ term: "2023", chair: "police", code: "byBloc", undesignatedOn: "2023-01-10" },
  }),
);
const declined = inRotation(
  create.TurnDeclined({ term: "2023", unit: "police", declinedOn: "2023-01-10", reason: "xin thôi" }),
);
const released = inRotation(
  create.DeputyReleased({ term: "2023", deputy: "procuracy", releasedOn: "2023-01-10", reason: "xin thôi" }),
);
const vacated = inRotation(create.TermVacated({ term: "2023", from: "2023-02-01", reason: "xin thôi" }));
const supplement = electing("more", "chair", "military", { certifiedOn: "2023-02-10" });
const sent = (...events: Told[]) =>
  wanted(seatChair, ...events).map((wants) => wants.map(({ command }) => command));
const seated = (...events: Told[]) =>
  sent(...events)
    .flat()
    .flatMap(({ type, data }) => (type === "SeatChair" ? [data] : []));
const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);

describe("an elected chair who leaves before the term", () => {
  const ahead = [opened, met, chair, left("police")];

  it("leaves a seat that is voted on again within the days of a re-vote, where the bylaws say so", () => {
    expect(chairMatters(...voteAgain, ...ahead)).toMatchObject([
      {
        what: { type: "ElectedCannotServe", data: { isVotedAgain: true } },
        since: "2023-01-09",
        due: "2023-02-08",
      },
    ]);
    expect(chairMatters(...stays, ...ahead)).toEqual([
      expect.not.objectContaining({ due: expect.anything() }),
    ]);
  });

  it("gives way to whom that vote elects, who takes over; without such bylaws the first result counts", () => {
    const events = [...ahead, supplement, closed];
    expect(
      sent(...voteAgain, ...events)
        .flat()
        .slice(2),
    ).toMatchObject([
      { type: "DesignateChair", data: { chair: "military", basis: { ballot: "more" } } },
      { type: "SeatChair", data: { chair: "military" } },
    ]);
    expect(listed(...voteAgain, ...events)).toEqual([]);
    expect(seated(...stays, ...events)).toEqual([]);
    expect(listed(...stays, ...events)).toEqual([
      ["C11", "ElectedCannotServe"],
      ["X12", "TwoResults"],
    ]);
  });
});

describe("an elected chair or deputy whom people take back", () => {
  it("leaves a seat that is voted on again, where the bylaws say so, unless people name somebody", () => {
    for (const decided of [undesignated, declined]) {
      expect(chairMatters(...voteAgain, opened, met, chair, decided)).toMatchObject([
        {
          law: "X12",
          what: {
            type: "SeatToVoteAgain",
            data: { purpose: { kind: "chair" }, season: "2022", unit: "police" },
          },
          since: "2023-01-10",
          due: "2023-02-09",
        },
      ]);
      expect(listed(...stays, opened, met, chair, decided)).toEqual([]);
      expect(listed(...voteAgain, opened, met, chair, decided, byDecision("military"))).toEqual([
        ["C13", "DecisionOverVote"],
      ]);
      const again = [opened, met, chair, decided, supplement, closed];
      expect(seated(...voteAgain, ...again)).toMatchObject([{ chair: "military" }]);
      expect(listed(...voteAgain, ...again)).toEqual([]);
    }
    expect(chairMatters(...voteAgain, opened, met, deputy, released)).toMatchObject([
      { what: { type: "SeatToVoteAgain", data: { purpose: { kind: "deputyChair" } } }, due: "2023-02-09" },
    ]);
    expect(listed(...stays, opened, met, deputy, released)).toEqual([]);
  });

  it("is not asked for again by what the bloc votes besides", () => {
    const events = [...voteAgain, opened, met, chair, undesignated, supplement, deputy];
    expect(
      sent(...events)
        .flat()
        .flatMap(({ type, data }) => (type === "DesignateChair" ? [(data as { chair: string }).chair] : [])),
    ).toEqual(["police", "military"]);
  });
});

describe("an elected deputy who leaves", () => {
  it("leaves a seat that is voted on again, where the bylaws say so, and else one that stays vacant", () => {
    const events = [opened, met, deputy, left("procuracy", "2023-01-20")];
    expect(chairMatters(...voteAgain, ...events)).toMatchObject([
      {
        law: "C11d",
        what: { type: "ElectedCannotServe", data: { office: "deputy", isVotedAgain: true } },
        since: "2023-01-20",
        due: "2023-02-19",
      },
    ]);
    expect(listed(...stays, ...events)).toEqual([["C11d", "ElectedCannotServe"]]);
    const again = electing("more", "deputyChair", "military", { certifiedOn: "2023-02-10" });
    expect(listed(...voteAgain, ...events, again)).toEqual([]);
    expect(sent(...voteAgain, ...events, again).slice(-2)).toMatchObject([
      [{ type: "ReleaseDeputy", data: { deputy: "procuracy" } }],
      [{ type: "DesignateDeputy", data: { deputy: "military" } }],
    ]);
  });
});

describe("a chair in office who leaves it", () => {
  const taken = [opened, met, chair, closed];

  it("leaves a chair that waits for a vote, where the bylaws say so, and then for the installation", () => {
    for (const [out, since, due] of [
      [vacated, "2023-02-01", "2023-03-03"],
      [left("police", "2023-02-01"), "2023-02-01", "2023-03-03"],
    ] as const) {
      const early = withPolicies({ vacatedSeat: "voteAgain", awaited: { installation: 5 } });
      const [before] = chairMatters(constituted, early, ...taken, out);
      expect(before).toMatchObject({ law: "C15", since, due, ready: [] });
      expect(before?.what).toEqual({ type: "ChairVacant", data: { term: "2023", isVotedAgain: true } });
      const [after] = chairMatters(constituted, early, ...taken, out, supplement);
      expect(after).toMatchObject({ what: { data: { term: "2023" } }, due: "2023-02-06" });
    }
    const [ready] = chairMatters(...voteAgain, ...taken, vacated, supplement);
    expect(ready?.ready.map(({ command }) => command)).toMatchObject([
      { type: "InstallChair", data: { chair: "military", basis: { ballot: "more" } } },
      { type: "ReceiveFlag", data: { to: { unit: "military" } } },
    ]);
    expect(chairMatters(...stays, ...taken, vacated)[0]?.what.data).toEqual({ term: "2023" });
  });

  it("is not put against whom the later vote elects", () => {
    const installed = inRotation(
      create.ChairInstalled({
        ...{ term: "2023", chair: "military", installedOn: "2023-02-11", startsOn: "2023-01-01" },
        basis: { kind: "conference", conference: "a-2022", ballot: "more" },
      }),
    );
    expect(listed(...voteAgain, ...taken, vacated, supplement, installed)).toEqual([["X3", "FlagElsewhere"]]);
  });
});
