import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import { recorded } from "./certified.ts";
import {
  annulledBallot,
  byDecision,
  chairMatters,
  closedConference,
  constituted,
  decision,
  dismissed,
  electing,
  inBloc,
  inRotation,
  metConference,
  openedRotation,
  raised,
  type Told,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

const begun = [openedRotation("a"), metConference("a")];
/** The commands that the rotation is sent after each of these, behind the opening and the conference. */
const sent = (...events: Told[]) =>
  wanted(seatChair, ...begun, ...events)
    .slice(begun.length)
    .map((wants) => wants.map(({ command }) => command));
/** What is open after all of these. */
const open = (...events: Told[]) => chairMatters(...begun, ...events);
const listed = (...events: Told[]) => open(...events).map(({ law, what }) => [law, what.type, what.data]);

const basisOf = (id: string) => ({ kind: "conference", conference: "a-2022", ballot: id });
const [chair, deputy] = [
  electing("chair", "chair", "police"),
  electing("deputy", "deputyChair", "procuracy"),
];
const designate = (unit: string, change: object = {}) => ({
  type: "DesignateChair",
  data: { term: "2023", chair: unit, basis: basisOf("chair"), designatedOn: "2023-01-09", ...change },
});
const deputise = (unit: string, change: object = {}) => ({
  type: "DesignateDeputy",
  data: { term: "2023", deputy: unit, basis: basisOf("deputy"), designatedOn: "2023-01-09", ...change },
});
const undo = (unit: string, code: string, undesignatedOn: string, note?: string) => ({
  type: "UndesignateChair",
  data: { term: "2023", chair: unit, code, undesignatedOn, ...(note && { note }) },
});
const release = (unit: string, releasedOn: string, reason: string) => ({
  type: "ReleaseDeputy",
  data: { term: "2023", deputy: unit, releasedOn, reason },
});
const again = { certification: 2, supersedes: 1, certifiedOn: "2023-01-11" };
const recounted = "resultRecounted";

describe("an elected chair", () => {
  it("is designated for the season after by its ballot, and so is its deputy, whichever ballot comes first", () => {
    expect(sent(chair, deputy)).toEqual([[designate("police")], [deputise("procuracy")]]);
    expect(sent(deputy, chair)).toEqual([[deputise("procuracy")], [designate("police")]]);
  });

  it("is designated though it is elected deputy, too, whichever ballot comes first; that is listed", () => {
    const both = electing("deputy", "deputyChair", "police");
    expect(sent(both, chair)).toEqual([[deputise("police")], [designate("police")]]);
    expect(sent(chair, both)).toEqual([[designate("police")], []]);
    expect(sent(chair, both, annulledBallot("chair"))[2]).toEqual([
      undo("police", "annulled", "2023-01-12", "Sai thủ tục"),
      deputise("police"),
    ]);
    expect(listed(both, chair)).toEqual([["C11d", "ElectedToBoth", { unit: "police", term: "2023" }]]);
  });

  it("is taken back when its ballot is annulled, and whom the next ballot elects is designated", () => {
    const revote = electing("chair-2", "chair", "court", { certifiedOn: "2023-01-20" });
    expect(sent(chair, deputy, annulledBallot("chair"), revote).slice(2)).toEqual([
      [undo("police", "annulled", "2023-01-12", "Sai thủ tục")],
      [designate("court", { basis: basisOf("chair-2"), designatedOn: "2023-01-20" })],
    ]);
    const lacks = ["C12", "NoChairForTerm", { term: "2023", annulledOn: "2023-01-12" }];
    expect(listed(chair, annulledBallot("chair"))).toEqual([lacks]);
    expect(open(chair, annulledBallot("chair"))[0]).toMatchObject({ due: "2023-02-11" });
    expect(listed(chair, annulledBallot("chair"), revote)).toEqual([]);
  });

  it("may be elected at no conference: it is designated by the ballot alone, and seated after the close", () => {
    const apart = { conference: undefined, bloc: "a", certifiedOn: "2023-01-20" };
    const revote = electing("again", "chair", "court", apart);
    const basis = { kind: "ballot", ballot: "again" };
    const facts = [chair, annulledBallot("chair"), closedConference("a"), revote];
    expect(sent(...facts)[3]).toMatchObject([
      designate("court", { basis, designatedOn: "2023-01-20" }),
      { type: "SeatChair", data: { term: "2023", chair: "court", basis, seatedOn: "2023-01-20" } },
    ]);
  });

  it("gives way to whom a recount elects, and stays where the recount says the same", () => {
    expect(sent(chair, electing("chair", "chair", "police", again))[1]).toEqual([]);
    expect(sent(deputy, chair, electing("chair", "chair", "court", again))[2]).toEqual([
      undo("police", "recounted", "2023-01-11"),
      designate("court", { designatedOn: "2023-01-11" }),
    ]);
    expect(sent(chair, electing("chair", "chair", undefined, again))[1]).toEqual([
      undo("police", "recounted", "2023-01-11"),
    ]);
  });

  it("that was the elected deputy is its own deputy no longer, which the rotation says itself", () => {
    const recount = electing("chair", "chair", "procuracy", again);
    expect(sent(deputy, chair, recount)[2]).toEqual([
      undo("police", "recounted", "2023-01-11"),
      designate("procuracy", { designatedOn: "2023-01-11" }),
    ]);
  });

  it("is not the one of a run-off, nor of its re-vote: the ballot that called it elects", () => {
    const follows = { kind: "runOff", ballot: "chair", step: 1, round: 1 } as const;
    const second = { kind: "revote", ballot: "run-off", annulledOn: "2023-01-12" } as const;
    expect(
      sent(
        electing("run-off", "chair", "police", { follows }),
        annulledBallot("run-off"),
        electing("again", "chair", "court", { follows: second }),
      ),
    ).toEqual([[], [], []]);
  });

  it("is the one of the first of two ballots, whichever is recorded first; the second is listed", () => {
    const other = electing("other", "chair", "court", { certifiedOn: "2023-01-10" });
    expect(sent(chair, other)).toEqual([[designate("police")], []]);
    expect(sent(other, chair)[1]).toEqual([undo("court", "recounted", "2023-01-10"), designate("police")]);
    expect(sent(chair, other, annulledBallot("chair"))[2]).toEqual([
      undo("police", "annulled", "2023-01-12", "Sai thủ tục"),
      designate("court", { basis: basisOf("other"), designatedOn: "2023-01-12" }),
    ]);
    expect(listed(chair, other)).toEqual([
      ["X12", "TwoResults", { purpose: { kind: "chair" }, season: "2022" }],
    ]);
  });
});

describe("whoever is to take an office and is disciplined for the season (C31)", () => {
  const disciplined = (unit: string, season = "2022") =>
    inBloc(
      BlocEvent.create.UnitDisciplined({
        ...{ discipline: unit, unit, form: "reprimand", season, disciplinedOn: "2023-01-11", decision },
      }),
    );
  const lifted = inBloc(
    BlocEvent.create.DisciplineLifted({
      ...{ discipline: "police", unit: "police", liftedOn: "2023-01-20", decision },
    }),
  );
  const stated = (office: string, unit: string) => [
    "C31",
    "ChosenThoughDisciplined",
    { office, unit, term: "2023", disciplinedOn: "2023-01-11" },
  ];

  it("stays designated, and is listed until the discipline is lifted or the term begins", () => {
    const before = [constituted, chair, disciplined("police")];
    expect(sent(...before)).toEqual([[], [designate("police")], []]);
    expect(listed(...before)).toEqual([stated("chair", "police")]);
    expect(listed(...before, lifted)).toEqual([]);
    expect(listed(...before, closedConference("a")).map(([law]) => law)).toEqual([]);
  });

  it("is listed as chair by a decision, and as deputy", () => {
    expect(listed(constituted, byDecision("police"), disciplined("police"))).toEqual([
      stated("chair", "police"),
    ]);
    expect(listed(constituted, chair, disciplined("procuracy"), deputy)).toEqual([
      stated("deputy", "procuracy"),
    ]);
  });

  it("is not listed for the discipline of another season", () => {
    expect(listed(constituted, chair, disciplined("police", "2021"))).toEqual([]);
  });
});

describe("an elected deputy", () => {
  const begun2024: Told = [
    "ChairRotation-rotation-a",
    ChairRotationEvent.create.ChairHandedOver({
      term: "2024",
      from: "police",
      to: "court",
      handedOverOn: "2024-01-09",
      startsOn: "2024-01-01",
    }),
  ];
  const namedDeputy: Told = [
    "ChairRotation-rotation-a",
    ChairRotationEvent.create.DeputyDesignated({
      term: "2023",
      deputy: "military",
      basis: { kind: "conference", conference: "a-2022" },
      designatedOn: "2023-01-20",
    }),
  ];

  it("gives way to whom a recount elects, and is released when its ballot is annulled", () => {
    expect(sent(chair, deputy, electing("deputy", "deputyChair", "military", again))[2]).toEqual([
      release("procuracy", "2023-01-11", recounted),
      deputise("military", { designatedOn: "2023-01-11" }),
    ]);
    for (const before of [[chair, deputy], [deputy]])
      expect(sent(...before, annulledBallot("deputy")).at(-1)).toEqual([
        release("procuracy", "2023-01-12", "Sai thủ tục"),
      ]);
  });

  it("follows the vote in its term, too, and stays as it was once the next term has begun", () => {
    const taken = [chair, deputy, closedConference("a")];
    expect(sent(...taken, annulledBallot("deputy")).at(-1)).toEqual([
      release("procuracy", "2023-01-12", "Sai thủ tục"),
    ]);
    expect(sent(...taken, begun2024, annulledBallot("deputy")).at(-1)).toEqual([]);
  });

  it("whose ballot is annulled is to be voted again, until a re-vote or people name one, or the next term begins", () => {
    const lacks = ["X12", "NoDeputyForTerm", { term: "2023", annulledOn: "2023-01-12" }];
    const ahead = [chair, deputy, annulledBallot("deputy")];
    const running = [chair, deputy, closedConference("a"), annulledBallot("deputy")];
    for (const events of [ahead, running]) {
      expect(listed(...events)).toEqual([lacks]);
      expect(open(...events)).toMatchObject([{ since: "2023-01-12", due: "2023-02-11", ready: [] }]);
      expect(listed(...events, electing("again", "deputyChair", "military"))).toEqual([]);
      expect(listed(...events, namedDeputy)).toEqual([]);
    }
    expect(listed(...running, begun2024).map(([law]) => law)).toEqual(["X3"]);
  });

  it("is awaited once where the re-vote is annulled, too, and not once its conference is cancelled", () => {
    const ahead = [chair, deputy, annulledBallot("deputy"), electing("again", "deputyChair", "military")];
    expect(listed(...ahead, annulledBallot("again", "2023-01-20"))).toEqual([
      ["X12", "NoDeputyForTerm", { term: "2023", annulledOn: "2023-01-20" }],
    ]);
    const cancelled: Told = [
      "Conference-a-2022",
      ConferenceEvent.create.ConferenceCancelled({ cancelledOn: "2023-01-14", reason: "Hoãn" }),
    ];
    expect(listed(deputy, annulledBallot("deputy"), cancelled)).toEqual([]);
  });

  it("whom people release is not named again by a recount that says the same", () => {
    const released: Told = [
      "ChairRotation-rotation-a",
      ChairRotationEvent.create.DeputyReleased({
        term: "2023",
        deputy: "procuracy",
        releasedOn: "2023-01-10",
        reason: "theo quy chế",
      }),
    ];
    const confirmed = electing("deputy", "deputyChair", "procuracy", again);
    expect(sent(chair, deputy, released, confirmed).slice(2)).toEqual([[], []]);
  });
});

describe("a decision of the authority", () => {
  it("goes before the vote, whichever comes first, and the other unit is listed", () => {
    expect(sent(byDecision("military"), chair)).toEqual([[], []]);
    expect(sent(chair, byDecision("military"))).toEqual([[designate("police")], []]);
    for (const events of [
      [byDecision("military"), chair],
      [chair, byDecision("military")],
    ])
      expect(listed(...events)).toMatchObject([
        ["C13", "DecisionOverVote", { elected: "police", named: "military", term: "2023" }],
      ]);
  });

  it("gives way to no vote where its unit cannot serve any more, which is listed", () => {
    const voided: Told = [
      "ChairRotation-rotation-a",
      ChairRotationEvent.create.AgreementVoided({
        what: "designation",
        term: "2023",
        unit: "military",
        because: "unitSuspended",
      }),
    ];
    expect(sent(chair, byDecision("military"), voided, closedConference("a")).slice(1)).toEqual([[], [], []]);
    // It is so, too, where the bloc has not voted, for its conference did not come to it.
    for (const voted of [[chair], []])
      expect(listed(...voted, byDecision("military"), voided)).toMatchObject([
        ["C13", "NamedCannotServe", { unit: "military", term: "2023" }],
      ]);
  });

  it("gives way to the vote again once people take it back", () => {
    const taken: Told = [
      "ChairRotation-rotation-a",
      ChairRotationEvent.create.ChairUndesignated({
        term: "2023",
        chair: "military",
        code: "superseded",
        undesignatedOn: "2023-01-10",
      }),
    ];
    expect(sent(chair, byDecision("military"), taken).at(-1)).toEqual([designate("police")]);
  });
});

describe("whom people decide against", () => {
  const undesignated: Told = [
    "ChairRotation-rotation-a",
    ChairRotationEvent.create.ChairUndesignated({
      term: "2023",
      chair: "police",
      code: "byBloc",
      undesignatedOn: "2023-01-09",
    }),
  ];
  it("is not designated again by a recount that says the same, and takes no office at the close", () => {
    const confirmed = electing("chair", "chair", "police", again);
    expect(sent(chair, undesignated, confirmed, closedConference("a")).slice(1)).toEqual([[], [], []]);
  });

  it("is designated again by another ballot", () => {
    const other = electing("other", "chair", "police", { certifiedOn: "2023-01-20" });
    const events = [chair, undesignated, annulledBallot("chair"), other];
    expect(sent(...events).slice(2)).toEqual([
      [],
      [designate("police", { basis: basisOf("other"), designatedOn: "2023-01-20" })],
    ]);
  });
});

describe("an elected unit that is no member that takes part", () => {
  const { create } = BlocEvent;
  const left = (leftOn: string): Told => [
    "Bloc-a",
    create.MemberLeft({ unit: "police", ground: "transferred", leftOn, decision }),
  ];
  const suspended: Told = [
    "Bloc-a",
    create.MemberSuspended({ unit: "police", reason: "Điều tra", suspendedOn: "2023-01-12" }),
  ];

  it("is not designated, and is taken back where its change is recorded late; that is listed", () => {
    const cannot = ["C11", "ElectedCannotServe", { office: "chair", unit: "police", term: "2023" }];
    for (const events of [
      [constituted, left("2023-01-05"), chair],
      [constituted, chair, left("2023-01-05")],
    ])
      expect(listed(...events)).toEqual([cannot]);
    expect(sent(constituted, left("2023-01-05"), chair).at(-1)).toEqual([]);
    expect(sent(constituted, chair, left("2023-01-05")).at(-1)).toEqual([
      undo("police", "unitEnded", "2023-01-09"),
    ]);
    expect(sent(constituted, chair, left("2023-01-15")).at(-1)).toEqual([
      undo("police", "unitEnded", "2023-01-15"),
    ]);
  });

  it("is not designated as deputy in place of the chair that it was elected to, too, once it has left", () => {
    const [asChair, asDeputy] = [chair, electing("deputy", "deputyChair", "police")];
    const events = [constituted, asDeputy, asChair, left("2023-01-15")];
    expect(sent(...events).at(-1)).toEqual([undo("police", "unitEnded", "2023-01-15")]);
  });

  it("is released as deputy once it has left, where its rotation has not done so yet; that is listed", () => {
    const gone: Told = [
      "Bloc-a",
      create.MemberLeft({ unit: "procuracy", ground: "transferred", leftOn: "2023-01-15", decision }),
    ];
    expect(sent(constituted, chair, deputy, gone).at(-1)).toMatchObject([
      { type: "ReleaseDeputy", data: { deputy: "procuracy", releasedOn: "2023-01-15" } },
    ]);
    expect(open(constituted, chair, deputy, gone)).toMatchObject([
      { law: "C11d", what: { data: { office: "deputy", unit: "procuracy" } }, since: "2023-01-15" },
    ]);
  });

  it("keeps a designation that its rotation ends with, once the bloc is dissolved", () => {
    const dissolved: Told = [
      "Bloc-a",
      create.BlocDissolved({ reason: "Sắp xếp lại", dissolvedOn: "2023-10-01", decision }),
    ];
    const closed: Told = [
      "ChairRotation-rotation-a",
      ChairRotationEvent.create.RotationClosed({ reason: "Sắp xếp lại", closedOn: "2023-10-01" }),
    ];
    expect(sent(constituted, chair, deputy, dissolved, closed).slice(-2)).toEqual([[], []]);
    expect(sent(constituted, chair, deputy, closed, dissolved).slice(-2)).toEqual([[], []]);
  });

  it("takes the chair once it is reinstated, and is designated again", () => {
    const reinstated: Told = [
      "Bloc-a",
      create.MemberReinstated({ unit: "police", reinstatedOn: "2023-01-20" }),
    ];
    const events = [constituted, chair, raised("k"), closedConference("a"), suspended, dismissed("k")];
    const cannot = ["C11", "ElectedCannotServe", { office: "chair", unit: "police", term: "2023" }];
    expect(listed(...events)).toEqual([cannot]);
    expect(sent(...events, reinstated).slice(2)).toMatchObject([
      [],
      [],
      [],
      [],
      [designate("police"), { type: "SeatChair", data: { chair: "police", seatedOn: "2023-01-20" } }],
    ]);
  });
});

describe("an elected chair that was suspended and is reinstated", () => {
  const suspendedOn = "2023-01-12";
  const reinstatedOn = "2023-01-20";
  const before = [
    constituted,
    chair,
    inBloc(BlocEvent.create.MemberSuspended({ unit: "police", reason: "Điều tra", suspendedOn })),
    inRotation(
      ChairRotationEvent.create.UnitSuspendedFromRotation({
        ...{ unit: "police", suspendedOn, reason: "Điều tra" },
      }),
    ),
  ];
  const ofBloc = inBloc(BlocEvent.create.MemberReinstated({ unit: "police", reinstatedOn }));
  const ofRotation = inRotation(
    ChairRotationEvent.create.UnitReinstatedInRotation({ unit: "police", reinstatedOn }),
  );

  it.each([
    ["the bloc", [ofBloc, ofRotation]],
    ["the rotation", [ofRotation, ofBloc]],
  ])("is designated once both have taken it back, first %s", (_, events) => {
    expect(sent(...before, ...events).slice(2)).toEqual([[], [], [], [designate("police")]]);
  });
});

describe("an elected chair of another bloc", () => {
  const other = { conference: "b-2022" };

  it("is designated for nothing here, and its deputy does not go along with this bloc's chair", () => {
    const events = [
      electing("deputy-b", "deputyChair", "court", other),
      electing("chair-b", "chair", "military", other),
      chair,
    ];
    expect(sent(metConference("b"), ...events)).toEqual([[], [], [], [designate("police")]]);
  });

  it("is not taken for this bloc's, though this bloc's rotation is opened only after that conference", () => {
    const wants = wanted(
      seatChair,
      metConference("b"),
      electing("deputy-b", "deputyChair", "court", other),
      electing("chair-b", "chair", "military", other),
      openedRotation("a"),
      metConference("a"),
      chair,
    );
    expect(wants.map((all) => all.map(({ command }) => command))).toEqual([
      [],
      [],
      [],
      [],
      [],
      [designate("police")],
    ]);
  });
});

describe("the rotation that a vote is for", () => {
  const asked = (...rotations: Told[]) =>
    wanted(seatChair, metConference("a"), deputy, chair, ...rotations).map((all) =>
      all.map(({ command }) => command),
    );

  it("is asked for whom the bloc has elected, where it is opened later, for a term that has not begun", () => {
    expect(asked(openedRotation("a", { term: "2022" }))).toEqual([
      [],
      [],
      [],
      [designate("police"), deputise("procuracy")],
    ]);
    expect(asked(openedRotation("a", { term: "2023" }))).toEqual([[], [], [], []]);
  });

  it("is none where none or two have the term, which is listed", () => {
    const unclear = (rotations: Told[]) => {
      const log = [metConference("a"), chair, ...rotations];
      const { facts } = seatChair.fold(log.map(([stream, event], at) => recorded(stream, event, at + 1)));
      return [...seatChair.all(facts)].flatMap((scope) =>
        seatChair.matters(facts, scope).map(({ what }) => [what.type, what.data]),
      );
    };
    const told = (isNone: boolean) => ["RotationUnclear", { unit: "police", season: "2022", isNone }];
    const [stream, event] = openedRotation("a");
    expect(unclear([])).toEqual([told(true)]);
    expect(unclear([[stream, event]])).toEqual([]);
    expect(
      unclear([
        [stream, event],
        [`${stream}-2`, event],
      ]),
    ).toEqual([told(false)]);
    // The one that came first keeps what it was asked for.
    expect(asked([stream, event], [`${stream}-2`, event]).at(-1)).toEqual([]);
  });

  it("is the one that is left once the other one of two is closed", () => {
    const [stream, event] = openedRotation("a");
    const closing: Told = [
      stream,
      ChairRotationEvent.create.RotationClosed({ reason: "Hết chu kỳ", closedOn: "2023-01-09" }),
    ];
    const events: Told[] = [[stream, event], [`${stream}-2`, event], metConference("a"), chair, closing];
    expect(wanted(seatChair, ...events).at(-1)).toMatchObject([
      { id: "rotation-a-2", command: { type: "DesignateChair", data: { term: "2023", chair: "police" } } },
    ]);
  });

  it("has the term that begins next year, where terms are not called by seasons", () => {
    const calendar = { term: "2022-H1", startsOn: "2022-01-01", months: 6 };
    const halves: Told = [
      "ChairRotation-rotation-a",
      ChairRotationEvent.create.RotationOpened({
        bloc: "a",
        roster: [{ unit: "court" }, { unit: "police" }],
        order: ["court", "police"],
        policy: emulationBloc,
        calendar,
        chair: "court",
      }) as SeasonEvent,
    ];
    expect(asked(halves).at(-1)).toMatchObject([{ data: { term: "2023-H1", chair: "police" } }, {}]);
  });
});

describe("a result that is final", () => {
  it("asks for nothing more", () => {
    const { outcome } = (chair[1] as BallotEvent & { type: "BallotCertified" }).data;
    const final = BallotEvent.create.ResultFinalised({
      certification: 1,
      outcome,
      finalisedOn: "2023-01-17",
    });
    expect(sent(chair, ["Ballot-chair", final])[1]).toEqual([]);
  });
});
