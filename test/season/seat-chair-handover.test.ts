import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import {
  annulledBallot,
  byDecision,
  chairMatters,
  closedConference,
  constituted,
  decision,
  dismissed,
  electing,
  inRotation,
  metConference,
  openedRotation,
  raised,
  type Told,
  upheld,
  withPolicies,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

const { create } = ChairRotationEvent;
const chair = electing("chair", "chair", "police");
const closed = closedConference("a");
const met = metConference("a");
const opened = openedRotation("a");
const sent = (...events: Told[]) =>
  wanted(seatChair, ...events).map((wants) => wants.map(({ command }) => command));
/** The handovers that are asked for by all of these. */
const seated = (...events: Told[]) =>
  sent(...events)
    .flat()
    .filter(({ type }) => type === "SeatChair")
    .map(({ data }) => data);
const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);

const basis = { kind: "conference", conference: "a-2022", ballot: "chair" } as const;
const taking = { term: "2023", chair: "police", seatedOn: "2023-01-09", place: "Hội trường", basis };

describe("the chair who is designated", () => {
  it("takes over when the conference closes that chose it, in whatever order all that is recorded", () => {
    expect(sent(opened, met, chair, closed).at(-1)).toEqual([{ type: "SeatChair", data: taking }]);
    expect(seated(opened, met, closed, chair)).toEqual([taking]);
    expect(seated(met, chair, closed, opened)).toEqual([taking]);
  });

  it("takes over with what the minutes state of the flag, and with nothing that nobody stated", () => {
    const stated = closedConference("a", { condition: "nguyên vẹn" });
    expect(seated(opened, met, chair, stated)).toEqual([{ ...taking, condition: "nguyên vẹn" }]);
  });

  it("takes over where people designated it for the conference, at the place where that went on", () => {
    const named = inRotation(
      create.ChairDesignated({
        term: "2023",
        chair: "military",
        basis: { kind: "conference", conference: "a-2022" },
        designatedOn: "2023-01-09",
      }),
    );
    const moved: Told = [
      met[0],
      ConferenceEvent.create.ConferenceAdjourned({
        from: "2023-01-09",
        to: "2023-01-09",
        place: "Hội trường B",
        reason: "Mất điện",
      }),
    ];
    expect(seated(opened, met, named, moved, closed)).toMatchObject([
      { chair: "military", place: "Hội trường B" },
    ]);
  });

  it("takes over by a decision of the authority and not by the vote", () => {
    expect(seated(opened, met, chair, byDecision("military", "2023-01-05"), closed)).toMatchObject([
      { chair: "military", seatedOn: "2023-01-09" },
    ]);
  });

  it("waits for people where the decision comes after the close, for it names no day of a handover", () => {
    const late = [opened, met, chair, annulledBallot("chair", "2023-01-09"), closed];
    const events = [...late, byDecision("military", "2023-01-20")];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([
      {
        law: "C14",
        what: { type: "HandoverAwaited", data: { unit: "military" } },
        ready: [{ command: { type: "SeatChair", data: { chair: "military", seatedOn: "2023-01-20" } } }],
      },
    ]);
  });

  it("takes over once only, and never on a void vote", () => {
    const confirmed = electing("chair", "chair", "police", {
      certification: 2,
      supersedes: 1,
      certifiedOn: "2023-01-11",
    });
    expect(seated(opened, met, chair, closed, confirmed)).toEqual([taking]);
    expect(seated(opened, met, chair, annulledBallot("chair", "2023-01-09"), closed)).toEqual([]);
    expect(seated(opened, met, electing("chair", "chair", undefined), closed)).toEqual([]);
  });

  it("does not take over where somebody handed over before the close, or another conference closes", () => {
    const early = inRotation(
      create.ChairHandedOver({
        term: "2023",
        from: "court",
        to: "police",
        handedOverOn: "2023-01-08",
        startsOn: "2023-01-01",
      }),
    );
    expect(seated(opened, met, chair, early, closed)).toEqual([]);
    expect(seated(opened, met, chair, metConference("b"), closedConference("b"))).toEqual([]);
  });

  it("takes over later where the first handover did not come about, as the term can still be decided", () => {
    const undone = inRotation(
      create.ChairUndesignated({
        term: "2023",
        chair: "police",
        code: "byBloc",
        undesignatedOn: "2023-01-12",
      }),
    );
    const again = electing("again", "chair", "military", { certifiedOn: "2023-01-15" });
    const events = [opened, met, chair, closed, undone, annulledBallot("chair"), again];
    expect(seated(...events)).toMatchObject([
      { chair: "police", seatedOn: "2023-01-09" },
      { chair: "military", seatedOn: "2023-01-15" },
    ]);
  });
});

describe("a complaint about the vote", () => {
  it("holds the handover until it is dismissed, which is then the day of it", () => {
    expect(seated(opened, met, chair, raised("k"), closed)).toEqual([]);
    expect(listed(opened, met, chair, raised("k"), closed)).toEqual([["C14", "HandoverHeld"]]);
    const settled = [opened, met, chair, raised("k"), closed, dismissed("k")];
    expect(seated(...settled)).toEqual([{ ...taking, seatedOn: "2023-01-14" }]);
    expect(listed(...settled)).toEqual([]);
  });

  it("holds it until each one is answered", () => {
    const two = [opened, met, chair, raised("k"), raised("l"), closed, dismissed("k")];
    expect(seated(...two)).toEqual([]);
    expect(seated(...two, dismissed("l", "2023-01-16"))).toMatchObject([{ seatedOn: "2023-01-16" }]);
  });

  it("that is upheld holds it until the papers are counted again, whose day is awaited", () => {
    const events = [opened, met, chair, raised("k"), closed, upheld("k")];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([
      { what: { type: "HandoverHeld", data: { upheldOn: "2023-01-14" } }, due: "2023-01-24" },
    ]);
    const confirmed: Told = ["Ballot-chair", BallotEvent.create.ResultConfirmed({ reading: 2 })];
    expect(seated(...events, confirmed)).toEqual([{ ...taking, seatedOn: "2023-01-14" }]);
    const recounted = electing("chair", "chair", "military", {
      certification: 2,
      supersedes: 1,
      certifiedOn: "2023-01-18",
    });
    expect(seated(...events, recounted)).toMatchObject([{ chair: "military", seatedOn: "2023-01-18" }]);
  });

  it("holds nothing where the bylaws say so", () => {
    const events = [withPolicies({ complaintHoldsHandover: false }), opened, met, chair, raised("k"), closed];
    expect(seated(...events)).toEqual([taking]);
  });
});

describe("bylaws by which somebody records the handover", () => {
  it("list it with the command that does it, and ask for nothing", () => {
    const events = [withPolicies({ handover: "byHand" }), opened, met, chair, closed];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([
      { law: "C14", what: { type: "HandoverAwaited" }, ready: [{ command: { data: taking } }] },
    ]);
  });
});

describe("a vote that falls after its chair took office", () => {
  const taken = [opened, met, chair, closed];
  const revote = (unit: string) => electing("again", "chair", unit, { certifiedOn: "2023-01-20" });

  it("moves nothing; a re-vote is awaited, and then the commands are ready", () => {
    expect(sent(...taken, annulledBallot("chair")).at(-1)).toEqual([]);
    expect(chairMatters(...taken, annulledBallot("chair"))).toMatchObject([
      { law: "C16", what: { type: "ChairOnVoidVote" }, since: "2023-01-12", due: "2023-02-11", ready: [] },
    ]);
    const after = [...taken, annulledBallot("chair"), revote("military")];
    expect(sent(...after).slice(4)).toEqual([[], []]);
    const [open] = chairMatters(...after);
    expect(open).toMatchObject({
      law: "C16",
      what: { data: { unit: "police", elected: "military", term: "2023" } },
      inOrder: true,
    });
    expect(open?.ready.map(({ command }) => command.type)).toEqual([
      "RecordVacancy",
      "InstallChair",
      "ReceiveFlag",
    ]);
  });

  it("is open no more once a re-vote elects the same unit, or people install the other", () => {
    expect(chairMatters(...taken, annulledBallot("chair"), revote("police"))).toEqual([]);
    const changed = [
      inRotation(create.TermVacated({ term: "2023", from: "2023-01-20", reason: "theo quy chế" })),
      inRotation(
        create.ChairInstalled({
          term: "2023",
          chair: "military",
          installedOn: "2023-01-20",
          startsOn: "2023-01-01",
          basis: { kind: "conference", conference: "a-2022", ballot: "again" },
        }),
      ),
    ];
    const before = [...taken, annulledBallot("chair"), revote("military")];
    expect(listed(...before, ...changed.slice(0, 1))).toEqual([["C15", "ChairVacant"]]);
    const [vacant] = chairMatters(...before, ...changed.slice(0, 1));
    expect(vacant?.ready.map(({ command }) => command.type)).toEqual(["InstallChair", "ReceiveFlag"]);
    expect(vacant?.inOrder).toBe(true);
    expect(listed(...before, ...changed)).toEqual([["X3", "FlagElsewhere"]]);
  });
});

describe("the rotating flag", () => {
  it("goes along with the handover, and is listed where it is elsewhere", () => {
    expect(listed(opened, met, chair, closed)).toEqual([]);
    const withoutChair = openedRotation("a", { chair: null });
    expect(chairMatters(withoutChair, met, chair, closed)).toMatchObject([
      {
        law: "X3",
        what: { type: "FlagElsewhere", data: { chair: "police" } },
        ready: [{ command: { type: "ReceiveFlag", data: { from: { kind: "issuer" } } } }],
      },
    ]);
    const received = inRotation(
      create.FlagReceived({
        from: { kind: "issuer" },
        to: { kind: "unit", unit: "police" },
        receivedOn: "2023-01-20",
        flag: {},
      }),
    );
    expect(chairMatters(withoutChair, met, chair, closed, received)).toEqual([]);
  });

  it("that is lost is nobody's to hand over", () => {
    const lost = inRotation(
      create.FlagLost({
        custodian: { kind: "unit", unit: "court" },
        lostOn: "2022-06-01",
        reason: "bão lũ",
      }),
    );
    expect(listed(opened, lost, met, chair, closed)).toEqual([]);
  });
});

describe("the steward of a campaign that runs", () => {
  const drafted = (closesOn = "2024-01-01"): Told => [
    "Campaign-2023",
    CampaignEvent.create.CampaignDrafted({
      bloc: "a",
      season: "2023",
      theme: "Thi đua",
      kind: "standing",
      opensOn: "2023-01-01",
      closesOn,
    }),
  ];
  const launched: Told = [
    "Campaign-2023",
    CampaignEvent.create.CampaignLaunched({
      directive: { kind: "directive", number: "1/CT", issuedOn: "2023-01-05", issuer: "UBND tỉnh" },
      launchedOn: "2023-01-05",
      enrolment: { who: "allMembers", opensOn: "2023-01-05", closesOn: "2023-03-31" },
      assessor: "Hội đồng",
    }),
  ];
  const stewards = (...events: Told[]) =>
    sent(...events)
      .flat()
      .filter(({ type }) => type === "NameCampaignSteward")
      .map(({ data }) => data);

  it("is the chair in office, from the handover on", () => {
    expect(stewards(opened, drafted(), launched, met, chair, closed)).toEqual([
      { chair: "court", since: "2023-01-05" },
      { chair: "police", since: "2023-01-09" },
    ]);
    expect(stewards(opened, met, chair, closed, drafted(), launched)).toEqual([
      { chair: "police", since: "2023-01-09" },
    ]);
  });

  it("stays who people named until the next handover, and of a campaign that is over", () => {
    const named: Told = [
      "Campaign-2023",
      CampaignEvent.create.CampaignStewardNamed({ chair: "military", since: "2023-01-06" }),
    ];
    expect(stewards(opened, drafted(), launched, named, met, chair, closed)).toEqual([
      { chair: "court", since: "2023-01-05" },
      { chair: "police", since: "2023-01-09" },
    ]);
    expect(stewards(opened, drafted("2023-01-08"), launched, met, chair, closed)).toEqual([
      { chair: "court", since: "2023-01-05" },
    ]);
  });

  it("is named for no day before that of the last one, where the handover is recorded late", () => {
    const merged: Told = [
      "Bloc-a",
      BlocEvent.create.MembersMerged({
        ...{ units: ["court"], into: "procuracy", mergedOn: "2023-06-15", decision },
      }),
    ];
    expect(stewards(constituted, opened, drafted(), launched, met, chair, merged, closed)).toEqual([
      { chair: "court", since: "2023-01-05" },
      { chair: "procuracy", since: "2023-06-15" },
      { chair: "police", since: "2023-06-15" },
    ]);
    const byHand = inRotation(
      create.ChairHandedOver({
        ...{ term: "2023", from: "procuracy", to: "police", handedOverOn: "2023-01-09", place: "Hội trường" },
        ...{ startsOn: "2023-01-01", turnOf: "police" },
      }),
    );
    expect(stewards(constituted, opened, drafted(), launched, merged, byHand).at(-1)).toEqual({
      ...{ chair: "police", since: "2023-06-15" },
    });
  });

  it("is the deputy while the chair is suspended", () => {
    const suspended: Told = [
      "Bloc-a",
      BlocEvent.create.MemberSuspended({ unit: "police", reason: "Điều tra", suspendedOn: "2023-03-01" }),
    ];
    const deputy = electing("deputy", "deputyChair", "procuracy");
    const events = [constituted, opened, met, chair, deputy, closed, drafted(), launched, suspended];
    const named = [
      { chair: "police", since: "2023-01-09" },
      { chair: "procuracy", since: "2023-03-01" },
    ];
    expect(stewards(...events)).toEqual(named);
    const reinstated: Told = [
      "Bloc-a",
      BlocEvent.create.MemberReinstated({ unit: "police", reinstatedOn: "2023-04-10" }),
    ];
    expect(stewards(...events, reinstated)).toEqual([...named, { chair: "police", since: "2023-04-10" }]);
  });

  it("is who acts for the chair, or nobody, which is listed", () => {
    const vacated = inRotation(
      create.TermVacated({ term: "2022", from: "2023-01-06", reason: "theo quy chế" }),
    );
    const acts = inRotation(
      create.ActingChairAppointed({
        term: "2022",
        unit: "military",
        from: "2023-01-07",
        reason: "theo quy chế",
      }),
    );
    expect(listed(opened, drafted(), launched, vacated)).toEqual([
      ["C15", "ChairVacant"],
      ["C27", "CampaignWithoutSteward"],
    ]);
    expect(stewards(opened, drafted(), launched, vacated, acts).at(-1)).toMatchObject({ chair: "military" });
  });
});
