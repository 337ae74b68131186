import { describe, expect, it } from "vitest";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { handOverAtClose } from "../../src/season/hand-over.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { units } from "./certified.ts";
import { wanted } from "./reading.ts";

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
  const begunVacant = ChairRotationEvent.create.VacantTermBegun({
    term: "2022",
    begunOn: "2022-01-01",
    startsOn: "2022-01-01",
  });
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

  const wantedOf = (...events: [stream: string, event: SeasonEvent][]) =>
    wanted(process, ...events)
      .at(-1)
      ?.map(({ command }) => command);

  it("is one to itself, without the flag, where the chair is elected again: so its next term begins", () => {
    const stays = ChairRotationEvent.create.ChairDesignated({
      ...designated.data,
      chair: "court",
      deputy: "police",
    });
    const { flag: _, ...data } = handover.command.data;
    expect(
      wantedOf(
        [rotationStream, rotation],
        [conferenceStream, convened],
        [rotationStream, stays],
        [conferenceStream, closed],
      ),
    ).toEqual([{ type: "HandOverChair", data: { ...data, from: "court", to: "court", deputy: "police" } }]);
  });

  it("is an installation where nobody is in the chair", () => {
    const { chair: _, ...withoutChair } = rotation.data;
    const vacated = ChairRotationEvent.create.TermVacated({
      term: "2022",
      from: "2022-06-01",
      reason: "theo quy chế",
    });
    const install = {
      type: "InstallChair",
      data: {
        term: "2023",
        chair: "police",
        deputy: "procuracy",
        installedOn: "2023-01-09",
        basis: { kind: "conference", conference: "2022" },
      },
    };
    for (const before of [
      [ChairRotationEvent.create.RotationOpened(withoutChair)],
      [rotation, vacated],
      [ChairRotationEvent.create.RotationOpened(withoutChair), begunVacant],
    ])
      expect(
        wantedOf(
          ...before.map((event): [string, SeasonEvent] => [rotationStream, event]),
          [rotationStream, designated],
          [conferenceStream, closed],
        ),
      ).toEqual([install]);
  });

  it("goes from who acts for the chair where nobody is in it, without the flag", () => {
    const vacated = ChairRotationEvent.create.TermVacated({
      term: "2022",
      from: "2022-06-01",
      reason: "theo quy chế",
    });
    const acts = ChairRotationEvent.create.ActingChairAppointed({
      term: "2022",
      unit: "military",
      from: "2022-06-01",
      reason: "theo quy chế",
    });
    const before: [string, SeasonEvent][] = [
      [rotationStream, rotation],
      [rotationStream, vacated],
      [rotationStream, acts],
      [rotationStream, designated],
    ];
    expect(wantedOf(...before, [conferenceStream, closed])).toMatchObject([
      { type: "HandOverChair", data: { from: "military", to: "police", flag: undefined } },
    ]);
    const ends = ChairRotationEvent.create.ActingChairEnded({
      term: "2022",
      unit: "military",
      endedOn: "2022-12-01",
    });
    expect(wantedOf(...before, [rotationStream, ends], [conferenceStream, closed])).toMatchObject([
      { type: "InstallChair" },
    ]);
  });

  it("does not take place for a designation that is taken back or void, and follows the decision that replaces it", () => {
    const undone = ChairRotationEvent.create.ChairUndesignated({
      term: "2023",
      chair: "police",
      code: "annulled",
      undesignatedOn: "2023-01-09",
    });
    const voided = ChairRotationEvent.create.AgreementVoided({
      what: "designation",
      term: "2023",
      unit: "police",
      because: "superseded",
    });
    const decided = ChairRotationEvent.create.ChairDesignated({
      term: "2023",
      chair: "military",
      basis: {
        kind: "document",
        document: { kind: "decision", number: "1/QĐ", issuedOn: "2023-01-09", issuer: "UBND tỉnh" },
      },
      designatedOn: "2023-01-09",
    });
    const asked = (...events: SeasonEvent[]) =>
      wantedOf(
        ...[rotation, designated, ...events].map((event): [string, SeasonEvent] => [rotationStream, event]),
        [conferenceStream, closed],
      );
    expect(asked(undone)).toEqual([]);
    expect(asked(voided)).toEqual([]);
    expect(asked(decided, voided)).toMatchObject([{ type: "HandOverChair", data: { to: "military" } }]);
  });

  it("goes from the chair that is still in office where the first one did not come about", () => {
    const undone = ChairRotationEvent.create.ChairUndesignated({
      term: "2023",
      chair: "police",
      code: "annulled",
      undesignatedOn: "2023-01-12",
    });
    const anew = ChairRotationEvent.create.ChairDesignated({ ...designated.data, chair: "military" });
    expect(
      wantedOf(
        [rotationStream, rotation],
        [rotationStream, designated],
        [conferenceStream, closed],
        [rotationStream, undone],
        [rotationStream, anew],
      ),
    ).toMatchObject([{ type: "HandOverChair", data: { from: "court", to: "military" } }]);
  });

  it("takes along no deputy who was released since", () => {
    const released = ChairRotationEvent.create.DeputyReleased({
      term: "2023",
      deputy: "procuracy",
      releasedOn: "2023-01-09",
      reason: "theo quy chế",
    });
    const wants = wantedOf(
      [rotationStream, rotation],
      [rotationStream, designated],
      [rotationStream, released],
      [conferenceStream, closed],
    );
    expect(wants).toMatchObject([{ data: { to: "police", deputy: undefined } }]);
  });

  it("does not take place where somebody has handed over before the close, or another conference closes", () => {
    const { from, to, deputy } = handover.command.data;
    const early = ChairRotationEvent.create.ChairHandedOver({
      term: "2023",
      from,
      to,
      deputy,
      handedOverOn: "2023-01-08",
      startsOn: "2023-01-01",
    });
    expect(
      wanted(
        process,
        [rotationStream, rotation],
        [rotationStream, designated],
        [rotationStream, early],
        [conferenceStream, closed],
      ).at(-1),
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

  it.each<[string, string, Partial<typeof emulationBloc>, string]>([
    ["goes from what the chair has become", "2022-08-01", {}, "military"],
    ["goes from the chair that becomes another unit only later", "2023-02-01", {}, "court"],
    ["goes from nobody's heir where the policy knows none", "2022-08-01", { merged: "asLeaver" }, "court"],
  ])("%s", (_, mergedOn, policy, from) => {
    const opened = ChairRotationEvent.create.RotationOpened({
      ...rotation.data,
      policy: { ...emulationBloc, ...policy },
    });
    const merged = ChairRotationEvent.create.UnitsMergedInRotation({
      ...{ units: ["court"], into: "military", mergedOn },
    });
    const wants = wanted(
      process,
      ["ChairRotation-bloc", opened],
      ["Conference-2022", convened],
      ["ChairRotation-bloc", designated],
      ["ChairRotation-bloc", merged],
      ["Conference-2022", closed],
    );
    expect(wants.at(-1)).toMatchObject([{ command: { data: { from, to: "police" } } }]);
  });
});
