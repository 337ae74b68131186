import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { type AnyProcess, idOf } from "../../src/process/pure-process.ts";
import { designateElected } from "../../src/season/designate-elected.ts";
import { handOverAtClose } from "../../src/season/hand-over.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { awardIdOf, proposeElected } from "../../src/season/propose-elected.ts";
import { nextBallotId, successiveBallots } from "../../src/season/successive-ballots.ts";
import { certificate, certified, flag, recorded, terms, units } from "./certified.ts";
import { reading } from "./reading.ts";

/** What a process wants, event by event. */
function wanted(process: AnyProcess, ...events: [stream: string, event: SeasonEvent][]) {
  const read = reading(process);
  return events.map(([stream, event], index) => read(recorded(stream, event, index + 1)));
}

const first = "Ballot-flag";

describe("a certified ballot", () => {
  it("proposes whom it elects, on the day on which it was certified", () => {
    const [proposals] = wanted(proposeElected, [first, certified(["procuracy"])]);
    expect(proposals).toEqual([
      {
        aggregate: "Award",
        id: awardIdOf("flag", "procuracy"),
        command: {
          type: "ProposeAward",
          data: {
            unit: "procuracy",
            season: "2022",
            honour: flag,
            basis: { kind: "ballot", ballot: "flag" },
            proposedOn: "2023-01-09",
            excludedBy: [],
          },
        },
      },
    ]);
  });

  it("proposes nobody where it elects nobody, or to the chair, or as a run-off for another", () => {
    const follows = { kind: "runOff" as const, ballot: "flag", step: 1, round: 1 };
    expect(wanted(proposeElected, [first, certified([])])).toEqual([[]]);
    expect(wanted(proposeElected, [first, certified(["police"], { purpose: { kind: "chair" } })])).toEqual([
      [],
    ]);
    expect(wanted(proposeElected, [first, certified(["police"], { follows })])).toEqual([[]]);
  });

  it("that a recount overturns withdraws one proposal and makes another", () => {
    const again = certified(["police"], { certification: 2, supersedes: 1, certifiedOn: "2023-01-12" });
    const [, answers] = wanted(proposeElected, [first, certified(["procuracy"])], [first, again]);
    expect(answers).toMatchObject([
      {
        id: awardIdOf("flag", "procuracy"),
        command: { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-12" } },
      },
      { id: awardIdOf("flag", "police"), command: { type: "ProposeAward", data: { unit: "police" } } },
    ]);
  });

  it("that is annulled withdraws what it had proposed, once", () => {
    const { create } = BallotEvent;
    const annulled = create.BallotAnnulled({
      ground: "irregularity",
      reason: "Sai thủ tục",
      annulledOn: "2023-01-13",
    });
    const [, withdrawals, again] = wanted(
      proposeElected,
      [first, certified(["procuracy"])],
      [first, annulled],
      [first, annulled],
    );
    expect(withdrawals).toMatchObject([
      { command: { type: "WithdrawProposal", data: { reason: "Sai thủ tục" } } },
    ]);
    expect(again).toEqual([]);
  });
});

describe("the next round", () => {
  const rounds = [
    { honour: flag, seats: 1 },
    { honour: certificate, seats: 2 },
  ];
  const process = successiveBallots(rounds);
  const opened = BallotEvent.create.BallotOpened(terms);
  const second = nextBallotId("flag", certificate);

  it("is opened on the same terms without whom the flag went to", () => {
    const [, wants] = wanted(process, [first, opened], [first, certified(["procuracy"])]);
    expect(wants).toEqual([
      {
        aggregate: "Ballot",
        id: second,
        command: {
          type: "OpenBallot",
          data: {
            ...terms,
            purpose: { kind: "honour", honour: certificate },
            nominees: ["police", "military", "court"],
            seats: 2,
            follows: { kind: "round", ballot: "flag" },
          },
        },
      },
    ]);
  });

  it("has all nominees where nobody got the flag, and never more seats than nominees", () => {
    const [, all] = wanted(process, [first, opened], [first, certified([])]);
    expect(all).toMatchObject([{ command: { data: { nominees: units, seats: 2 } } }]);
    const few = BallotEvent.create.BallotOpened({ ...terms, nominees: ["procuracy", "police"] });
    const [, one] = wanted(process, [first, few], [first, certified(["procuracy"])]);
    expect(one).toMatchObject([{ command: { data: { nominees: ["police"], seats: 1 } } }]);
    const alone = BallotEvent.create.BallotOpened({ ...terms, nominees: ["procuracy"] });
    expect(wanted(process, [first, alone], [first, certified(["procuracy"])]).at(-1)).toEqual([]);
  });

  it("asks for no more names on a paper than there are nominees left", () => {
    const method = { kind: "forAndAgainst" as const, namesMax: 4 };
    const wide = BallotEvent.create.BallotOpened({ ...terms, method });
    const [, wants] = wanted(process, [first, wide], [first, certified(["procuracy"])]);
    expect(wants).toMatchObject([{ command: { data: { method: { namesMax: 3 } } } }]);
  });

  it("does not follow the last one, nor a ballot of another purpose, nor one of an unknown honour", () => {
    const last = certified(["police"], { purpose: { kind: "honour", honour: certificate } });
    const other = certified(["police"], {
      purpose: { kind: "honour", honour: { ...flag, authority: "Bộ" } },
    });
    for (const event of [last, other, certified(["police"], { purpose: { kind: "chair" } })]) {
      expect(wanted(process, [first, opened], [first, event]).at(-1)).toEqual([]);
    }
  });

  it("is revised when a recount gives the flag to another", () => {
    const again = certified(["police"], { certification: 2, supersedes: 1 });
    const [, , wants] = wanted(process, [first, opened], [first, certified(["procuracy"])], [first, again]);
    expect(wants).toMatchObject([
      {
        id: second,
        command: { type: "ReviseBallot", data: { nominees: ["procuracy", "military", "court"] } },
      },
    ]);
  });
});

describe("an elected chair", () => {
  const process = designateElected({ rotation: "bloc" });
  const chair = certified(["police"], { purpose: { kind: "chair" } });
  const deputy = certified(["procuracy"], { purpose: { kind: "deputyChair" } });
  const basis = { kind: "conference", conference: "conference-2022" };

  it("is designated for the season after, its deputy following when that is elected", () => {
    const [first, then] = wanted(process, ["Ballot-chair", chair], ["Ballot-deputy", deputy]);
    expect(first).toMatchObject([
      {
        aggregate: "ChairRotation",
        id: "bloc",
        command: { type: "DesignateChair", data: { term: "2023", chair: "police", basis } },
      },
    ]);
    expect(then).toMatchObject([
      { command: { type: "DesignateDeputy", data: { term: "2023", deputy: "procuracy" } } },
    ]);
  });

  it("waits for no deputy, but takes along one that was elected before", () => {
    const [none, both] = wanted(process, ["Ballot-deputy", deputy], ["Ballot-chair", chair]);
    expect(none).toEqual([]);
    expect(both).toMatchObject([
      { command: { type: "DesignateChair", data: { chair: "police", deputy: "procuracy" } } },
    ]);
  });
});

describe("an elected chair of another bloc", () => {
  const process = designateElected({ rotation: "rotation-1" });
  const opened = (bloc: string) =>
    ChairRotationEvent.create.RotationOpened({
      bloc,
      roster: units.map((unit) => ({ unit })),
      order: units,
      policy: emulationBloc,
      calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    });
  const convened = (bloc: string) =>
    ConferenceEvent.create.ConferenceConvened({
      bloc,
      season: "2022",
      kind: "yearEnd",
      heldOn: "2023-01-09",
      place: "Hội trường",
      host: "court",
      agenda: [],
      entitled: units,
      quorum: { numerator: 2, denominator: 3, strict: false },
      proxiesMax: 0,
      bylaws: 1,
    });

  it("is designated for nothing here, and its deputy does not go along with this bloc's chair", () => {
    const [, , , , other, own] = wanted(
      process,
      ["ChairRotation-rotation-1", opened("bloc-1")],
      ["ChairRotation-rotation-2", opened("bloc-2")],
      ["Conference-first", convened("bloc-1")],
      ["Conference-second", convened("bloc-2")],
      [
        "Ballot-deputy",
        certified(["court"], { purpose: { kind: "deputyChair" }, conference: "second", season: "2022" }),
      ],
      ["Ballot-chair", certified(["police"], { purpose: { kind: "chair" }, conference: "first" })],
    );
    expect(other).toEqual([]);
    expect(own).toMatchObject([{ command: { type: "DesignateChair", data: { chair: "police" } } }]);
    expect(own?.[0]?.command.data).not.toHaveProperty("deputy");
    expect(
      wanted(
        process,
        ["ChairRotation-rotation-1", opened("bloc-1")],
        ["Conference-second", convened("bloc-2")],
        ["Ballot-chair", certified(["police"], { purpose: { kind: "chair" }, conference: "second" })],
      ).at(-1),
    ).toEqual([]);
  });
});

describe("the handover", () => {
  const process = handOverAtClose({ condition: "nguyên vẹn" });
  const rotation = ChairRotationEvent.create.RotationOpened({
    bloc: "bloc",
    roster: units.map((unit) => ({ unit })),
    order: units,
    policy: emulationBloc,
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    chair: "court",
    flag: { flag: "f", issuer: "UBND tỉnh", issuedOn: "2021-01-15" },
  });
  const person = { name: "An" };
  const convened = ConferenceEvent.create.ConferenceConvened({
    bloc: "bloc",
    season: "2022",
    kind: "yearEnd",
    heldOn: "2023-01-09",
    place: "Hội trường",
    host: "court",
    agenda: [],
    entitled: units,
    quorum: { numerator: 2, denominator: 3, strict: false },
    proxiesMax: 0,
    bylaws: 1,
  });
  const closed = ConferenceEvent.create.ConferenceClosed({
    closedOn: "2023-01-09",
    minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
    chair: person,
    secretary: person,
    summary: "Xong",
  });
  const designated = ChairRotationEvent.create.ChairDesignated({
    term: "2023",
    chair: "police",
    deputy: "procuracy",
    basis: { kind: "conference", conference: "2022" },
    designatedOn: "2023-01-09",
  });
  const handover = {
    aggregate: "ChairRotation",
    id: "bloc",
    command: {
      type: "HandOverChair",
      data: {
        term: "2023",
        from: "court",
        to: "police",
        deputy: "procuracy",
        handedOverOn: "2023-01-09",
        place: "Hội trường",
        flag: { condition: "nguyên vẹn" },
      },
    },
  };
  const rotationStream = "ChairRotation-bloc";
  const conferenceStream = "Conference-2022";

  it("takes place when the conference closes that designated the next chair", () => {
    const wants = wanted(
      process,
      [rotationStream, rotation],
      [conferenceStream, convened],
      [rotationStream, designated],
      [conferenceStream, closed],
    );
    expect(wants).toEqual([[], [], [], [handover]]);
  });

  it("takes place at once where the designation is recorded after the close", () => {
    const wants = wanted(
      process,
      [rotationStream, rotation],
      [conferenceStream, convened],
      [conferenceStream, closed],
      [rotationStream, designated],
    );
    expect(wants).toEqual([[], [], [], [handover]]);
  });

  it("does not take place where the chair stays, or another conference closes", () => {
    const stays = ChairRotationEvent.create.ChairDesignated({
      ...designated.data,
      chair: "court",
      deputy: "police",
    });
    expect(
      wanted(process, [rotationStream, rotation], [rotationStream, stays], [conferenceStream, closed]).at(-1),
    ).toEqual([]);
    expect(
      wanted(
        process,
        [rotationStream, rotation],
        [rotationStream, designated],
        ["Conference-other", closed],
      ).at(-1),
    ).toEqual([]);
  });

  it("goes from whoever holds the chair by then", () => {
    const installed = ChairRotationEvent.create.ChairInstalled({
      term: "2022",
      chair: "military",
      installedOn: "2022-06-01",
      startsOn: "2022-01-01",
      basis: { kind: "conference", conference: "extra" },
    });
    const wants = wanted(
      process,
      [rotationStream, rotation],
      [rotationStream, installed],
      [rotationStream, designated],
      [conferenceStream, closed],
    );
    expect(wants.at(-1)).toMatchObject([{ command: { data: { from: "military", to: "police" } } }]);
  });
});

describe("the id in a stream's name", () => {
  it("is all that follows the first hyphen", () => {
    expect(idOf("Ballot-flag-2022")).toBe("flag-2022");
  });
});
