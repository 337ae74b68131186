import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import { terms, units } from "./certified.ts";
import {
  annulledBallot,
  byDecision,
  campaign,
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
import { wanted } from "./reading.ts";

// What people record of a term besides the vote: a vote that they break off, whose turn they pass on, and its deputy.

const { create } = ChairRotationEvent;
const [opened, met, chair, closed] = [
  openedRotation("a"),
  metConference("a"),
  electing("chair", "chair", "police"),
  closedConference("a"),
];
const deputy = electing("deputy", "deputyChair", "procuracy");
const sent = (...events: Told[]) =>
  wanted(seatChair, ...events).map((wants) => wants.map(({ command }) => command));
const seated = (...events: Told[]) =>
  sent(...events)
    .flat()
    .flatMap(({ type, data }) => (type === "SeatChair" ? [data] : []));
const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);

describe.each([
  ["chair", "chair"],
  ["deputy", "deputyChair"],
] as const)("a vote on the %s that is annulled before anybody is elected", (id, kind) => {
  const { create } = BallotEvent;
  const prepared: Told = [
    `Ballot-${id}`,
    create.BallotOpened({ ...terms, conference: "a-2022", purpose: { kind }, nominees: units }),
  ];
  const broken = [prepared, annulledBallot(id)];

  it("is to be held again, within the days of a re-vote, until there is a result or people name one", () => {
    for (const events of [
      [opened, met, ...broken],
      [opened, ...broken, met],
      [met, ...broken, opened],
    ])
      expect(chairMatters(...events)).toMatchObject([
        {
          law: "X12",
          what: {
            type: "RevoteAwaited",
            data: { purpose: { kind }, season: "2022", annulledOn: "2023-01-12" },
          },
          since: "2023-01-12",
          due: "2023-02-11",
        },
      ]);
    const again = electing("again", kind, "military", { certifiedOn: "2023-01-20" });
    expect(listed(opened, met, ...broken, again)).toEqual([]);
    const named = kind === "chair" ? byDecision("military") : deputised("military");
    expect(listed(opened, met, ...broken, named)).toEqual([]);
  });

  it("is not, where it was set aside or its conference is cancelled", () => {
    const aside: Told = [
      `Ballot-${id}`,
      create.BallotAnnulled({ ground: "setAside", reason: "Lập lại", annulledOn: "2023-01-08" }),
    ];
    expect(listed(opened, met, prepared, aside)).toEqual([]);
    const cancelled: Told = [
      met[0],
      ConferenceEvent.create.ConferenceCancelled({ cancelledOn: "2023-01-09", reason: "Hoãn" }),
    ];
    expect(listed(opened, met, ...broken, cancelled)).toEqual([]);
  });
});

const vacated = (from: string, unit?: string) =>
  inRotation(create.TermVacated({ term: "2023", from, reason: "theo quy chế", ...(unit && { unit }) }));
const substituted = inRotation(
  create.SubstituteNamed({ term: "2023", unit: "police", chair: "military", reason: "xin thôi" }),
);
const voided = (what: "substitute" | "vacancy") =>
  inRotation(create.AgreementVoided({ what, term: "2023", unit: "police", because: "unitSuspended" }));

describe("a coming term that people leave vacant, or give to a substitute", () => {
  it("is begun by nobody at the close, whoever was elected or named by a decision", () => {
    for (const passed of [vacated("2023-01-01", "police"), substituted])
      for (const chosen of [chair, byDecision("police", "2023-01-05")]) {
        expect(seated(opened, met, chosen, passed, closed)).toEqual([]);
        expect(listed(opened, met, chosen, passed, closed)).toEqual([]);
      }
  });

  it("has not begun, though its handover was asked for: the chair in office stays the steward", () => {
    const taken = [opened, met, chair, closed];
    expect(listed(...taken, vacated("2023-01-01", "police"))).toEqual([]);
    expect(listed(...taken, vacated("2023-01-20"))).toEqual([["C15", "ChairVacant"]]);
    expect(stewards(...taken, vacated("2023-01-01", "police"), ...runningCampaign)).toEqual(["court"]);
  });

  it("is the unit's again once that comes to nothing, or the bloc elects another", () => {
    for (const [passed, back] of [
      [vacated("2023-01-01", "police"), voided("vacancy")],
      [substituted, voided("substitute")],
    ] as const)
      for (const chosen of [chair, byDecision("police", "2023-01-05")])
        expect(seated(opened, met, chosen, passed, back, closed)).toMatchObject([{ chair: "police" }]);
    const again = electing("again", "chair", "court", { certifiedOn: "2023-01-09" });
    const revoted = [chair, substituted, annulledBallot("chair", "2023-01-09"), again];
    expect(seated(opened, met, ...revoted, closed)).toMatchObject([{ chair: "court" }]);
    expect(
      seated(opened, met, byDecision("police", "2023-01-05"), substituted, byDecision("court"), closed),
    ).toMatchObject([{ chair: "court" }]);
  });

  it("begins with its chair where it is vacant only later in its days", () => {
    expect(seated(opened, met, chair, vacated("2023-06-01", "police"), closed)).toHaveLength(1);
  });
});

const deputised = (unit: string) =>
  inRotation(
    create.DeputyDesignated({
      ...{ term: "2023", deputy: unit, designatedOn: "2023-01-09" },
      basis: { kind: "conference", conference: "a-2022" },
    }),
  );
const released = (unit: string) =>
  inRotation(
    create.DeputyReleased({ term: "2023", deputy: unit, releasedOn: "2023-01-10", reason: "xin thôi" }),
  );
const namedWith = (unit: string, chair = "police") =>
  inRotation(
    create.ChairDesignated({
      ...{ term: "2023", chair, deputy: unit, designatedOn: "2023-01-09" },
      basis: { kind: "document", document: decision },
    }),
  );

const stewards = (...events: Told[]) =>
  sent(...events)
    .flat()
    .flatMap(({ type, data }) => (type === "NameCampaignSteward" ? [(data as { chair: string }).chair] : []));

describe("a deputy whom people name together with the chair", () => {
  it("is the deputy of the term: no vote on it is awaited, until the designation is taken back", () => {
    const fallen = [opened, met, deputy, annulledBallot("deputy")];
    expect(listed(...fallen)).toEqual([["X12", "NoDeputyForTerm"]]);
    expect(listed(...fallen, namedWith("military"))).toEqual([]);
    const back = inRotation(
      create.ChairUndesignated({
        ...{ term: "2023", chair: "police", code: "superseded", undesignatedOn: "2023-01-10" },
      }),
    );
    expect(listed(...fallen, namedWith("military"), back)).toEqual([["X12", "NoDeputyForTerm"]]);
    // One who was named apart stays.
    expect(
      listed(...fallen, deputised("military"), namedWith("military"), deputised("military"), back),
    ).toEqual([]);
  });

  it("is decided against whom the bloc elected, and a recount that says the same names that one no more", () => {
    const confirmed = electing("deputy", "deputyChair", "procuracy", { certification: 2, supersedes: 1 });
    expect(sent(opened, met, deputy, namedWith("military"), confirmed).slice(2)).toEqual([
      [expect.objectContaining({ type: "DesignateDeputy" })],
      [],
      [],
    ]);
  });
});

describe("the steward of a campaign that a bloc launches before any vote", () => {
  const second = openedRotation("a", { chair: "military" });
  const other: Told = ["ChairRotation-rotation-b", second[1]];
  const later: Told = [
    "ChairRotation-rotation-b",
    openedRotation("a", { term: "2025", chair: "military" })[1],
  ];
  const unclear = [["C27", "StewardUnclear"]];

  it("is nobody while two rotations have a chair in office, which is listed until people name one", () => {
    expect(stewards(opened, other, ...runningCampaign)).toEqual([]);
    expect(listed(opened, other, ...runningCampaign)).toEqual(unclear);
    expect(stewards(...runningCampaign, opened, other)).toEqual(["court"]);
    expect(listed(...runningCampaign, opened, other)).toEqual(unclear);
    const named = campaign(
      CampaignEvent.create.CampaignStewardNamed({ chair: "court", since: "2023-01-10" }),
    );
    expect(listed(opened, other, ...runningCampaign, named)).toEqual([]);
    expect(listed(opened, other, ...runningCampaign.slice(0, 1))).toEqual([]);
  });

  it("is the chair of the one that is left, has the term, or has begun", () => {
    const closing: Told = [other[0], create.RotationClosed({ reason: "Hết chu kỳ", closedOn: "2023-01-11" })];
    const vacant: Told = [other[0], openedRotation("a", { chair: null })[1]];
    for (const events of [
      [opened, other, ...runningCampaign, closing],
      [opened, later, ...runningCampaign],
      [opened, vacant, ...runningCampaign],
    ]) {
      expect(stewards(...events)).toEqual(["court"]);
      expect(listed(...events)).toEqual([]);
    }
  });
});

describe("who acts for a chair that has left", () => {
  const left = inBloc(
    BlocEvent.create.MemberLeft({ unit: "police", ground: "transferred", leftOn: "2023-03-01", decision }),
  );
  const acting = (...named: Told[]) =>
    stewards(constituted, opened, met, chair, deputy, closed, ...named, ...runningCampaign, left).at(-1);

  it("is the deputy by the vote, or whom people named in its place", () => {
    expect(acting()).toBe("procuracy");
    expect(acting(deputised("military"))).toBe("military");
  });

  it("is nobody where people released the deputy, until the bloc elects another", () => {
    expect(acting(released("procuracy"))).toBe("police");
    const again = electing("again", "deputyChair", "military", { certifiedOn: "2023-01-20" });
    expect(acting(released("procuracy"), annulledBallot("deputy"), again)).toBe("military");
  });

  it("is the deputy with whom the chair was handed over, or with whom the rotation was opened", () => {
    const handedOver = inRotation(
      create.ChairHandedOver({
        ...{ term: "2023", from: "court", to: "police", deputy: "military", handedOverOn: "2023-01-09" },
        startsOn: "2023-01-01",
      }),
    );
    expect(stewards(constituted, opened, met, chair, handedOver, ...runningCampaign, left).at(-1)).toBe(
      "military",
    );
    const withDeputy = openedRotation("a", { deputy: "military" });
    const gone = inBloc(
      BlocEvent.create.MemberLeft({ unit: "court", ground: "transferred", leftOn: "2023-03-01", decision }),
    );
    expect(stewards(constituted, withDeputy, met, ...runningCampaign, gone).at(-1)).toBe("military");
  });
});
