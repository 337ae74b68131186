import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import { recorded } from "./certified.ts";
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
  runningCampaign,
  type Told,
} from "./chair-season.ts";
import { reading, wanted } from "./reading.ts";

// The chair of the running term ends, and by the policy its heir takes over, or it has left like any other.

const merged = (unit: string, into: string, mergedOn: string) =>
  inBloc(BlocEvent.create.MembersMerged({ units: [unit], into, mergedOn, decision }));
const left = (unit: string, leftOn: string) =>
  inBloc(BlocEvent.create.MemberLeft({ unit, ground: "transferred", leftOn, decision }));
const acting = (unit: string, from: string) =>
  inRotation(
    ChairRotationEvent.create.ActingChairAppointed({ term: "2022", unit, from, reason: "theo quy chế" }),
  );
const begun = (policy: object): Told[] => [constituted, openedRotation("a", { policy }), metConference("a")];
const asLeaver = begun({ merged: "asLeaver" });
const takesOver = begun({});
const logged = (...events: Told[]) =>
  events.map(([stream, event], index) => recorded(stream, event, index + 1));
/** The bloc elects police for 2023, with procuracy as its deputy, and closes its conference. */
const elected = [
  electing("deputy", "deputyChair", "procuracy"),
  electing("chair", "chair", "police"),
  closedConference("a"),
];

const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);
const stewards = (...events: Told[]) =>
  wanted(seatChair, ...events)
    .flat()
    .flatMap(({ command: { type, data } }) => (type === "NameCampaignSteward" ? [data] : []));
/** The same, where each event was recorded on a day of its own. */
const dated = (...events: [day: string, told: Told][]) => {
  const log = logged(...events.map(([, told]) => told)).map(({ metadata, ...event }, at) => ({
    ...event,
    metadata: { ...metadata, recordedAt: `${events[at]?.[0]}T03:00:00.000Z` },
  }));
  const { facts } = seatChair.fold(log as never[]);
  return {
    listed: seatChair.matters(facts, "rotation/rotation-a").map(({ law, what }) => [law, what.type]),
    wanted: log.map(reading(seatChair)).map((wants) => wants.map(({ command }) => command.data)),
  };
};
const flagFrom = (unit: string) => ({
  law: "X3",
  ready: [{ command: { type: "ReceiveFlag", data: { from: { kind: "unit", unit } } } }],
});

describe("a chair that is merged in its term", () => {
  const late = merged("police", "military", "2023-03-01");

  it("is its heir from then on, with its flag", () => {
    expect(listed(...takesOver, ...elected, ...runningCampaign, late)).toEqual([]);
    expect(stewards(...takesOver, ...elected, ...runningCampaign, late).at(-1)).toEqual({
      ...{ chair: "military", since: "2023-03-01" },
    });
  });

  it("is the heir of its heir where that is merged, too, and no other part of a unit that was split up", () => {
    const split = inBloc(
      BlocEvent.create.MemberSplit({
        ...{ unit: "police", splitOn: "2023-02-01", decision },
        into: ["north", "south"].map((unit) => ({ unit, name: unit })),
      }),
    );
    const events = [
      ...takesOver,
      ...elected,
      ...runningCampaign,
      split,
      merged("north", "military", "2023-03-01"),
    ];
    expect(listed(...events)).toEqual([]);
    expect(stewards(...events).at(-1)).toEqual({ chair: "military", since: "2023-03-01" });
  });

  it("is its heir to the end of the term also where that leaves, if a chair that leaves finishes its term", () => {
    const gone = [merged("court", "military", "2022-06-15"), left("military", "2022-08-15")];
    const finishing = begun({ leaver: "finish" });
    expect(listed(...finishing, ...gone)).toEqual([]);
    expect(listed(...finishing, ...gone, ...elected)).toEqual([]);
    expect(listed(...takesOver, ...gone)).toEqual([["C15", "ChairVacant"]]);
  });

  it("leaves nobody in the chair where the policy says so, and its deputy acts", () => {
    const events = [...asLeaver, ...elected, ...runningCampaign, late];
    expect(listed(...events)).toEqual([["C15", "ChairVacant"]]);
    expect(stewards(...events).at(-1)).toEqual({ chair: "procuracy", since: "2023-03-01" });
  });

  it("leaves nobody who acts where the policy says that too, which is listed", () => {
    const events = [
      ...begun({ merged: "asLeaver", leaver: "reassign" }),
      ...elected,
      ...runningCampaign,
      late,
    ];
    expect(listed(...events)).toEqual([
      ["C15", "ChairVacant"],
      ["C27", "CampaignWithoutSteward"],
    ]);
  });

  it("leaves the heir of its deputy acting, where that has merged, too", () => {
    const deputy = merged("procuracy", "military", "2023-02-01");
    const into = merged("police", "court", "2023-03-01");
    expect(stewards(...asLeaver, ...elected, ...runningCampaign, deputy, into).at(-1)).toEqual({
      ...{ chair: "military", since: "2023-03-01" },
    });
  });

  it("leaves its flag to its heir by any policy, who gives it to the next chair", () => {
    const early = merged("court", "military", "2022-06-15");
    expect(listed(...takesOver, early, ...elected)).toEqual([]);
    expect(chairMatters(...asLeaver, early, ...elected)).toMatchObject([flagFrom("military")]);
  });

  it("whose heir acts for it has its flag handed over with the chair", () => {
    const early = merged("court", "military", "2022-06-15");
    const acts = acting("military", "2022-06-15");
    expect(listed(...asLeaver, early, acts, ...elected)).toEqual([]);
    const others = acting("procuracy", "2022-06-15");
    expect(chairMatters(...asLeaver, early, others, ...elected)).toMatchObject([flagFrom("military")]);
  });
});

describe("a unit that has the flag and is not the chair", () => {
  it("is told of while there is a chair that should have it: an empty chair is told of instead, until it is filled", () => {
    const early = merged("court", "military", "2022-06-15");
    const before = [...asLeaver, early, ...elected, left("police", "2023-03-01")];
    const installed = inRotation(
      ChairRotationEvent.create.ChairInstalled({
        ...{ term: "2023", chair: "procuracy", installedOn: "2023-03-10", startsOn: "2023-01-01" },
        basis: { kind: "document", document: decision },
      }),
    );
    expect(listed(...before)).toEqual([["C15", "ChairVacant"]]);
    const ofFlag = chairMatters(...before, installed).filter(({ law }) => law === "X3");
    expect(ofFlag).toMatchObject([flagFrom("military")]);
  });

  it("gives it back to the issuer once it leaves, also where a chair that leaves finishes its term", () => {
    const finishing = begun({ leaver: "finish", merged: "asLeaver" });
    const moved = merged("court", "military", "2022-06-15");
    const gone = left("military", "2023-03-01");
    expect(chairMatters(...finishing, moved, ...elected)).toMatchObject([flagFrom("military")]);
    expect(chairMatters(...finishing, moved, ...elected, gone)).toMatchObject([
      { law: "X3", ready: [{ command: { data: { from: { kind: "issuer" } } } }] },
    ]);
    expect(listed(...finishing, ...elected, left("police", "2023-03-01"))).toEqual([]);
  });
});

describe("whom a decision names for a term, and who is merged before the term begins", () => {
  const named = byDecision("military", "2023-01-05");
  const before = [named, merged("military", "procuracy", "2023-01-08")];
  const seated = (...events: Told[]) =>
    wanted(seatChair, ...events)
      .flat()
      .flatMap(({ command: { type, data } }) => (type === "SeatChair" ? [data] : []));

  it("is its heir, who takes the chair at the close and is listed as the one who stands", () => {
    expect(seated(...takesOver, ...before, closedConference("a"))).toMatchObject([
      { term: "2023", chair: "procuracy", basis: { kind: "document" } },
    ]);
    expect(chairMatters(...takesOver, ...before, electing("chair", "chair", "police"))).toMatchObject([
      { law: "C13", what: { type: "DecisionOverVote", data: { elected: "police", named: "procuracy" } } },
    ]);
  });

  it("is nobody where the heir leaves, too, and no vote takes the place of the decision", () => {
    const events = [...before, left("procuracy", "2023-01-09"), electing("chair", "chair", "police")];
    expect(seated(...takesOver, ...events, closedConference("a"))).toEqual([]);
    expect(listed(...takesOver, ...events)).toEqual([["C13", "NamedCannotServe"]]);
  });
});

describe("a chair that will end on a day to come", () => {
  const early = (...events: Told[]) => events.map((told): [string, Told] => ["2023-01-10", told]);
  const merger: [string, Told] = ["2023-01-20", merged("police", "military", "2023-03-01")];
  const renamed = (day: string): [string, Told] => [
    day,
    inBloc(BlocEvent.create.MemberRenamed({ unit: "court", name: `Tòa án ${day}`, renamedOn: day })),
  ];

  it("is in office until then, and its heir from that day on", () => {
    const before = [...early(...takesOver, ...elected, ...runningCampaign), merger, renamed("2023-02-28")];
    expect(dated(...before).wanted.slice(-2)).toEqual([[], []]);
    const steward = { chair: "military", since: "2023-03-01" };
    expect(dated(...before, renamed("2023-03-04")).wanted.at(-1)).toEqual([steward]);
    expect(dated(...before, renamed("2023-03-04")).listed).toEqual([]);
  });

  it("is missed from that day on where it has no heir, and not before", () => {
    const away: [string, Told] = ["2023-01-20", left("police", "2023-03-01")];
    const before = [...early(...takesOver, ...elected), away];
    expect(dated(...before, renamed("2023-02-28")).listed).toEqual([]);
    expect(dated(...before, renamed("2023-03-01")).listed).toEqual([["C15", "ChairVacant"]]);
  });

  it("is not in office again by being a member again", () => {
    const events: [string, Told][] = [
      ...early(...takesOver, ...elected),
      ["2023-03-01", left("police", "2023-03-01")],
      [
        "2023-06-01",
        inBloc(
          BlocEvent.create.MemberAdmitted({
            unit: "police",
            name: "police",
            admittedOn: "2023-06-01",
            decision,
          }),
        ),
      ],
    ];
    expect(dated(...events).listed).toEqual([["C15", "ChairVacant"]]);
  });

  it("has no flag by being a member again: it went back to the issuer, until somebody hands it over", () => {
    const back = inBloc(
      BlocEvent.create.MemberAdmitted({ unit: "court", name: "court", admittedOn: "2022-06-01", decision }),
    );
    const again = [electing("chair", "chair", "court"), closedConference("a")];
    const facts = [...takesOver, left("court", "2022-03-01"), back, ...again];
    expect(chairMatters(...facts)).toMatchObject([{ law: "X3", what: { data: { chair: "court" } } }]);
    const received = ChairRotationEvent.create.FlagReceived({
      ...{
        from: { kind: "issuer" },
        to: { kind: "unit", unit: "court" },
        receivedOn: "2023-01-10",
        flag: {},
      },
    });
    expect(chairMatters(...facts, ["ChairRotation-rotation-a", received])).toEqual([]);
  });
});
