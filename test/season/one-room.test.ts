import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import type { MatterText, SeasonEvent } from "../../src/season/messages.ts";
import { oneRoom } from "../../src/season/one-room.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import type { Bylaws } from "../../src/vocabulary/bylaws.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import { chair, convene, minutes, secretary, units } from "../conference/life.ts";
import { certified, flag, terms } from "./certified.ts";

const scaleAdopted = ScoreboardEvent.create.ScaleAdopted({
  ...{ name: "Thang điểm", version: 1, total: 10_000, adoptedOn: "2023-02-01" },
  criteria: [{ criterion: "t1", name: "Nhiệm vụ", measure: { kind: "graded", max: 10_000 } }],
});
const ownBylaws: Bylaws = {
  voting: defaultVotingRules,
  honours: [{ honour: flag, seats: 1 }],
  chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
};
type Fact = readonly [stream: string, event: SeasonEvent];
const held = (event: SeasonEvent): Fact => ["Conference-conference-2022", event];
const voted = (event: SeasonEvent): Fact => ["Ballot-flag-2022", event];
const matter = "Bình chọn Cờ thi đua";

const convened = held(ConferenceEvent.create.ConferenceConvened(convene.data));
const called = held(ConferenceEvent.create.BallotHeld({ ballot: "flag-2022", matter, present: [...units] }));
const opened = voted(BallotEvent.create.BallotOpened(terms));
const signed = voted(certified(["police"]));
const again = voted(certified(["police"], { certification: 2, supersedes: 1, certifiedOn: "2023-01-12" }));
const annulled = voted(
  BallotEvent.create.BallotAnnulled({ ground: "irregularity", reason: "Sai", annulledOn: "2023-01-13" }),
);
const cancelled = held(
  ConferenceEvent.create.ConferenceCancelled({ reason: "Thiên tai", cancelledOn: "2023-01-08" }),
);
const closed = held(
  ConferenceEvent.create.ConferenceClosed({
    closedOn: "2023-01-09",
    minutes,
    chair,
    secretary,
    summary: "Xong",
  }),
);
const signing = held(
  ConferenceEvent.create.PledgeSigningRecorded({ season: "2023", pledges: ["of-police", "of-court"] }),
);

const given = (...facts: Fact[]) => givenProcess(oneRoom, logOf<SeasonEvent>(...facts));
const commands = (...facts: Fact[]) =>
  given(...facts).wanted.map(({ id, command: { type, data } }) => ({ id, type, data }));
const open = (...facts: Fact[]) => oneRoom.matters(given(...facts).state.facts, "conference-2022");

describe("a ballot that was held at a conference", () => {
  const settle = (end: "certified" | "annulled", settledOn: string) => ({
    id: "conference-2022",
    type: "SettleBallot",
    data: { ballot: "flag-2022", end, settledOn },
  });

  it.each<[string, Fact[], object[]]>([
    [
      "ends in the minutes when its record is signed",
      [convened, called, opened, signed],
      [settle("certified", "2023-01-09")],
    ],
    [
      "has ended already when the minutes come to name it",
      [convened, opened, signed, called],
      [settle("certified", "2023-01-09")],
    ],
    [
      "has ended as before when a recount signs another record",
      [convened, called, opened, signed, again],
      [],
    ],
    [
      "ends otherwise when it is annulled",
      [convened, called, opened, signed, annulled],
      [settle("annulled", "2023-01-13")],
    ],
    ["is in no minutes that do not name it", [convened, opened, signed], []],
  ])("%s (C18c)", (_, facts, wants) => {
    expect(commands(...facts)).toEqual(wants);
  });

  it("says what could not be recorded, in both languages and without an id", () => {
    const unmet = given(convened, called, opened, signed).wanted[0]?.claim?.unmet;
    expect(unmet).toEqual({ type: "BallotNotSettled", data: { matter, end: "certified" } });
  });
});

describe("a conference that is cancelled", () => {
  const annul = {
    id: "flag-2022",
    type: "AnnulBallot",
    data: { ground: "conferenceCancelled", reason: "conferenceCancelled", annulledOn: "2023-01-08" },
  };

  it.each<[string, Fact[], object[]]>([
    ["that is prepared", [convened, opened, cancelled], [annul]],
    ["that is opened afterwards", [convened, cancelled, opened], [annul]],
    [
      "that its minutes name",
      [
        convened,
        called,
        voted(BallotEvent.create.BallotOpened({ ...terms, conference: undefined })),
        cancelled,
      ],
      [annul],
    ],
  ])("leaves no ballot %s (C18d)", (_, facts, wants) => {
    expect(commands(...facts)).toEqual(wants);
  });

  it("annuls a ballot on no day before the last one that is known of it", () => {
    const follows = { kind: "revote", ballot: "before", annulledOn: "2023-01-10" } as const;
    const repeated = voted(BallotEvent.create.BallotOpened({ ...terms, follows }));
    expect(commands(convened, cancelled, repeated)).toMatchObject([{ data: { annulledOn: "2023-01-10" } }]);
    const voting = { eligible: 4, present: 4, needed: 2 };
    const began = voted(BallotEvent.create.VotingOpened({ ...voting, openedOn: "2023-01-11" }));
    expect(commands(convened, opened, began, cancelled)).toMatchObject([
      { data: { annulledOn: "2023-01-11" } },
    ]);
  });

  it.each<[string, Fact[]]>([
    ["was annulled before", [convened, opened, annulled, cancelled]],
    [
      "moved to another conference",
      [
        convened,
        opened,
        voted(BallotEvent.create.BallotRevised({ ...terms, conference: "another" })),
        cancelled,
      ],
    ],
  ])("annuls no ballot that %s", (_, facts) => {
    expect(commands(...facts)).toEqual([]);
  });

  it("leaves a result that is certified to people", () => {
    expect(commands(convened, opened, signed, cancelled)).toEqual([]);
    expect(open(convened, opened, signed, cancelled)).toMatchObject([
      { law: "C18d", since: "2023-01-08", what: { type: "BallotCertifiedThoughCancelled" } },
    ]);
  });
});

describe("the room of a conference", () => {
  const { create } = ConferenceEvent;
  const arrived = (unit: string) => held(create.UnitArrived({ unit }));
  const left = (unit: string) => held(create.UnitLeftRoom({ unit }));
  const [host, second, third, fourth] = units;
  const electors = [host, second, third, fourth];
  const prepared = { ...terms, electors, recused: [] };
  const opened = voted(BallotEvent.create.BallotOpened(prepared));
  const opening = held(
    create.ConferenceOpened({ openedOn: "2023-01-09", chair, secretary, present: electors, needed: 4 }),
  );
  const voting = voted(
    BallotEvent.create.VotingOpened({ eligible: 4, present: 4, needed: 2, openedOn: "2023-01-09" }),
  );
  const adjourned = held(
    create.ConferenceAdjourned({ from: "2023-01-09", to: "2023-01-16", place: "Hội trường", reason: "Bão" }),
  );
  const here = [convened, ...electors.map(arrived)];
  const rooms = (...facts: Fact[]) =>
    facts
      .flatMap((_, at) => commands(...facts.slice(0, at + 1)))
      .flatMap(({ id, type, data }) => (type === "TakeRoom" ? [{ id, ...data }] : []));
  const room = (present: readonly string[], other: object = { openedOn: "2023-01-09" }) => ({
    ...{ id: "flag-2022", present, proxies: [] },
    ...other,
  });

  it.each<[string, Fact[]]>([
    ["before it opens", [opened, ...here, opening]],
    ["once it is open", [...here, opening, opened]],
  ])("is that of a ballot that is prepared %s, from the opening on (C17, C18)", (_, facts) => {
    expect(rooms(...facts)).toEqual([room(electors)]);
  });

  it("is of the electors that are not recused, and so are its proxies", () => {
    const proxy = (principal: string, holder: string) =>
      held(create.ProxyAccredited({ principal, holder, accreditedOn: "2023-01-09" }));
    const few = voted(
      BallotEvent.create.BallotOpened({ ...prepared, electors: [...units], recused: [second, "stranger"] }),
    );
    const facts = [convened, arrived(host), arrived(second), arrived(third), opening];
    expect(rooms(...facts, proxy(fourth, host), few)).toEqual([
      room([host, third], {
        proxies: [{ principal: fourth, holder: host }],
        openedOn: "2023-01-09",
      }),
    ]);
    expect(rooms(...facts, proxy(fourth, second), few)).toMatchObject([{ proxies: [] }]);
  });

  it("follows whoever comes and leaves until the box is closed, and does not open where too few are there", () => {
    const closedBox = voted(BallotEvent.create.BoxClosed({ issued: 4 }));
    const facts = [...here, opening, opened];
    expect(rooms(...facts, left(host), arrived(host), closedBox, left(host))).toEqual([
      room(electors),
      room([second, third, fourth], {}),
      room(electors),
    ]);
  });

  it("follows nobody any more once hands were raised again, and the result is the same as before", () => {
    const retaken = voted(BallotEvent.create.HandsRetaken({ reading: 2 }));
    const confirmed = voted(BallotEvent.create.ResultConfirmed({ reading: 2, certification: 1 }));
    const facts = [...here, opening, opened, voting, retaken, confirmed];
    expect(rooms(...facts, left(host))).toEqual([room(electors)]);
    expect(open(...facts, adjourned).filter(({ law }) => law === "C17")).toEqual([]);
  });

  it("is taken again after a revision, with which the proxies of a ballot start anew", () => {
    const revised = voted(BallotEvent.create.BallotRevised({ ...prepared, bylawsVersion: 2 }));
    expect(rooms(...here, opening, opened, revised)).toEqual([room(electors), room(electors)]);
  });

  it("is empty for a ballot that is prepared once the conference is adjourned", () => {
    expect(rooms(...here, opening, opened, adjourned).at(-1)).toEqual(room([], {}));
  });

  it("stays for a vote that is under way, which people then go on with or annul", () => {
    const facts = [...here, opening, opened, voting, adjourned];
    expect(rooms(...facts).at(-1)).toEqual(room(electors, {}));
    const matters = open(...facts).filter(({ law }) => law === "C17");
    expect(matters).toMatchObject([
      {
        what: { type: "VotingInterrupted" },
        since: "2023-01-09",
        ready: [{ command: { type: "AnnulBallot", data: { ground: "irregularity" } } }],
      },
    ]);
    expect(open(...facts, opening).filter(({ law }) => law === "C17")).toEqual([]);
  });

  it("is closed with the conference, also for a re-vote and what follows from it: they are listed (C18)", () => {
    const follows = { kind: "revote", ballot: "before", annulledOn: "2023-01-12" } as const;
    const revote = voted(BallotEvent.create.BallotOpened({ ...prepared, follows }));
    const runOff: Fact = [
      "Ballot-off",
      BallotEvent.create.BallotOpened({
        ...prepared,
        follows: { kind: "runOff", ballot: "flag-2022", step: 1, round: 1 },
      }),
    ];
    const facts = [...here, opening, left(host), arrived(host), closed];
    expect(rooms(...facts, revote, runOff)).toEqual([
      room(electors, {}),
      { ...room(electors, {}), id: "off" },
    ]);
    const { purpose, season } = prepared;
    const listed = { law: "C18", what: { type: "BallotOfClosedConference", data: { purpose, season } } };
    expect(open(...facts, revote, runOff)).toMatchObject([
      { ...listed, key: "closed/conference-2022/flag-2022" },
      { ...listed, key: "closed/conference-2022/off" },
    ]);
    const { conference: _, ...apart } = prepared;
    const elsewhere = voted(BallotEvent.create.BallotRevised({ ...apart, bloc: "bloc", follows }));
    expect(open(...facts, revote, elsewhere)).toEqual([]);
  });

  it("is none of a ballot of another season, which is listed (C18)", () => {
    const other = voted(BallotEvent.create.BallotOpened({ ...prepared, season: "2021" }));
    expect(rooms(...here, opening, other)).toEqual([]);
    expect(open(...here, opening, other)).toMatchObject([
      { law: "C18", what: { type: "BallotOfOtherSeason", data: { season: "2021", held: "2022" } } },
    ]);
  });

  it("rests as a person says by hand who is there, until that changes", () => {
    const byHand = voted(
      BallotEvent.create.RoomTaken({ present: [host], proxies: [], openedOn: "2023-01-09" }),
    );
    const revised = voted(BallotEvent.create.BallotRevised({ ...prepared, bylawsVersion: 2 }));
    const facts = [...here, opening, opened, byHand];
    expect(rooms(...facts)).toEqual([room(electors)]);
    expect(rooms(...facts, revised)).toHaveLength(2);
  });

  it("has proxies make the quorum in it and in its ballots as the bylaws say, or that is listed (C17)", () => {
    const adoption = {
      ...{ version: 1, adoptedOn: "2022-01-01", effectiveFrom: "2022-01-01" },
      document: { kind: "bylaws", number: "1", issuedOn: "2022-01-01", issuer: "Khối" } as const,
    };
    const bylaws: Fact = [
      "Bloc-internal-affairs",
      BlocEvent.create.BylawsAdopted({
        ...adoption,
        bylaws: { ...ownBylaws, policies: { proxyCountsForQuorum: false } },
      }),
    ];
    const inRoom = voted(
      BallotEvent.create.BallotOpened({
        ...prepared,
        procedure: { ...terms.procedure, quorumInRoom: true },
      }),
    );
    const listed = (...facts: Fact[]) =>
      open(...facts).map(({ what }) => [what.type, "ballot" in what.data ? "ballot" : "conference"]);
    expect(listed(convened, opened)).toEqual([]);
    expect(listed(convened, inRoom)).toEqual([["ProxiesCountedOtherwise", "ballot"]]);
    expect(listed(bylaws, convened, inRoom)).toEqual([["ProxiesCountedOtherwise", "conference"]]);
  });
});

describe("a draft that was adopted", () => {
  const opening = held(
    ConferenceEvent.create.ConferenceOpened({
      openedOn: "2023-01-09",
      chair,
      secretary,
      present: [...units],
      needed: 4,
    }),
  );
  const tabled = (kind: "plan" | "scoringScale" | "directive" | "bylaws"): Fact =>
    held(ConferenceEvent.create.DraftTabled({ draft: "plan", title: "Kế hoạch năm 2023", kind }));
  const adopted = held(
    ConferenceEvent.create.DraftAdopted({ draft: "plan", by: { kind: "consensus", votes: 5 } }),
  );
  const campaign = (bloc: string): Fact => [
    "Campaign-2023",
    CampaignEvent.create.CampaignDrafted({
      ...{ bloc, season: "2023", theme: "Thi đua năm 2023", kind: "standing" },
      ...{ opensOn: "2023-01-01", closesOn: "2024-01-01" },
    }),
  ];
  const issued = (issuedOn: string): Fact => {
    const document = { number: "1", issuedOn, issuer: "Khối" };
    const plan = { ...document, kind: "plan" as const };
    const directive = { ...document, kind: "directive" as const };
    return ["Campaign-2023", CampaignEvent.create.CampaignPlanIssued({ plan, directive, chair: "police" })];
  };
  const facts = [convened, opening, tabled("plan"), adopted];

  it("is open until its document is issued, and due after 30 days (C19)", () => {
    expect(open(convened, opening, tabled("plan"))).toEqual([]);
    expect(open(...facts)).toMatchObject([
      { law: "C19", since: "2023-01-09", due: "2023-02-08", what: { type: "DraftNotIssued" } },
    ]);
  });

  it("is due when the bylaws of the bloc say so", () => {
    const adoption = {
      ...{ version: 1, adoptedOn: "2022-01-01", effectiveFrom: "2022-01-01" },
      document: { kind: "bylaws", number: "1", issuedOn: "2022-01-01", issuer: "Khối" } as const,
    };
    const bylaws = (policies: object): Fact => [
      "Bloc-internal-affairs",
      BlocEvent.create.BylawsAdopted({ ...adoption, bylaws: { ...ownBylaws, policies } }),
    ];
    expect(open(bylaws({ awaited: { document: 10 } }), ...facts)).toMatchObject([{ due: "2023-01-19" }]);
    expect(open(bylaws({}), ...facts)).toMatchObject([{ due: "2023-02-08" }]);
  });

  it.each<[string, Fact[], boolean]>([
    ["the bloc issues its plan", [campaign("internal-affairs"), issued("2023-01-20")], false],
    ["the bloc had issued a plan before", [campaign("internal-affairs"), issued("2023-01-08")], true],
    ["another bloc issues its plan", [campaign("others"), issued("2023-01-20")], true],
  ])("once %s", (_, more, isOpen) => {
    expect(open(...facts, ...more).length > 0).toBe(isOpen);
  });

  it("is due as the bylaws say that were in force on the day of its adoption", () => {
    const adoption = (version: number, effectiveFrom: string, days: number): Fact => [
      "Bloc-internal-affairs",
      BlocEvent.create.BylawsAdopted({
        ...{ version, adoptedOn: "2022-01-01", effectiveFrom },
        document: { kind: "bylaws", number: "1", issuedOn: "2022-01-01", issuer: "Khối" },
        bylaws: { ...ownBylaws, policies: { awaited: { document: days } } },
      }),
    ];
    const later = [adoption(1, "2022-01-01", 10), adoption(2, "2023-01-10", 60)];
    expect(open(...later, ...facts)).toMatchObject([{ due: "2023-01-19" }]);
    expect(open(adoption(1, "2022-01-01", 10), adoption(2, "2023-01-09", 60), ...facts)).toMatchObject([
      { due: "2023-03-10" },
    ]);
  });

  it("has one document, which is that of no other draft: of several the earliest has it", () => {
    const next = (id: string, openedOn: string): Fact[] =>
      [
        ConferenceEvent.create.ConferenceConvened({ ...convene.data, heldOn: openedOn }),
        ConferenceEvent.create.ConferenceOpened({
          openedOn,
          chair,
          secretary,
          present: [...units],
          needed: 4,
        }),
        ConferenceEvent.create.DraftTabled({ draft: "plan", title: "Kế hoạch bổ sung", kind: "plan" }),
        ConferenceEvent.create.DraftAdopted({ draft: "plan", by: { kind: "consensus", votes: 5 } }),
      ].map((event) => [`Conference-${id}`, event] as const);
    const both = [...next("later", "2023-01-15"), ...facts, campaign("internal-affairs")];
    const left = (...more: Fact[]) => {
      const { facts: known } = given(...both, ...more).state;
      return ["conference-2022", "later"].filter((id) => oneRoom.matters(known, id).length > 0);
    };
    expect(left()).toEqual(["conference-2022", "later"]);
    expect(left(issued("2023-01-12"))).toEqual(["later"]);
    expect(left(issued("2023-01-20"))).toEqual(["later"]);
    expect(left(issued("2023-01-20"), issued("2023-01-21"))).toEqual([]);
    expect(left(issued("2023-01-12"), issued("2023-01-13"))).toEqual(["later"]);
  });

  it("of bylaws has those that name its conference, and no others", () => {
    const bylaws = (conference?: string): Fact => [
      "Bloc-internal-affairs",
      BlocEvent.create.BylawsAdopted({
        ...{ version: 1, adoptedOn: "2023-01-20", effectiveFrom: "2023-02-01", bylaws: ownBylaws },
        document: { kind: "bylaws", number: "1", issuedOn: "2023-01-20", issuer: "Khối" },
        ...(conference !== undefined && { conference }),
      }),
    ];
    const drafted = [convened, opening, tabled("bylaws"), adopted];
    expect(open(...drafted)).toHaveLength(1);
    expect(open(...drafted, bylaws())).toEqual([]);
    expect(open(...drafted, bylaws("conference-2022"))).toEqual([]);
    expect(open(...drafted, bylaws("another"))).toHaveLength(1);
  });

  it("is no matter any more once its bloc is dissolved (C26)", () => {
    const dissolution = {
      ...{ reason: "Sắp xếp lại", dissolvedOn: "2023-01-20" },
      decision: { kind: "decision", number: "1", issuedOn: "2023-01-20", issuer: "UBND tỉnh" } as const,
    };
    const dissolved = (bloc: string): Fact => [`Bloc-${bloc}`, BlocEvent.create.BlocDissolved(dissolution)];
    expect(open(...facts, dissolved("internal-affairs"))).toEqual([]);
    expect(open(...facts, dissolved("others"))).toHaveLength(1);
  });

  it("is awaited only where this log would tell of its document", () => {
    expect(open(convened, opening, tabled("directive"), adopted)).toEqual([]);
    const scale = [
      [
        "Scoreboard-2023",
        ScoreboardEvent.create.ScoreboardOpened({
          bloc: "internal-affairs",
          season: "2023",
          units: ["police"],
        }),
      ],
      ["Scoreboard-2023", scaleAdopted],
    ] as const;
    expect(open(convened, opening, tabled("scoringScale"), adopted)).toHaveLength(1);
    expect(open(convened, opening, tabled("scoringScale"), adopted, ...scale)).toEqual([]);
  });
});

describe("a pledge that the minutes say was signed", () => {
  const drafted = (unit: string): Fact => [
    `Pledge-of-${unit}`,
    PledgeEvent.create.PledgeDrafted({ bloc: "internal-affairs", unit, season: "2023", dueOn: "2023-12-31" }),
  ];
  const pledgeSigned: Fact = [
    "Pledge-of-police",
    PledgeEvent.create.PledgeSigned({ signatory: chair, signedOn: "2023-01-09" }),
  ];

  it("is open from the close on while nobody has signed it, and no longer (C20)", () => {
    const heldOn = "2023-01-09";
    const facts = [convened, drafted("police"), drafted("court"), signing];
    expect(open(...facts)).toEqual([]);
    expect(open(...facts, closed).map(({ what }) => what.data)).toEqual([
      { unit: "police", heldOn },
      { unit: "court", heldOn },
    ]);
    expect(open(...facts, closed, pledgeSigned).map(({ what }) => what.data)).toEqual([
      { unit: "court", heldOn },
    ]);
    expect(open(convened, signing, closed).map(({ what }) => what.data)).toEqual([
      { place: 1, heldOn },
      { place: 2, heldOn },
    ]);
  });
});

describe("the sentences of what is open", () => {
  const names = (unit: string) => (unit === "court" ? "Tòa án nhân dân tỉnh" : undefined);
  const purpose = { kind: "honour", honour: flag } as const;

  it.each<[MatterText, string, string]>([
    [
      { type: "RoomNotTaken", data: { purpose, season: "2022" } },
      "Chưa lấy được danh sách có mặt tại hội nghị cho cuộc bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh năm 2022.",
      "The ballot for the Emulation Flag of UBND tỉnh for 2022 does not have the room of its conference.",
    ],
    [
      { type: "VotingInterrupted", data: { purpose: { kind: "chair" }, season: "2022" } },
      "Hội nghị hoãn khi đang bỏ phiếu bầu Khối trưởng nhiệm kỳ sau năm 2022; tiếp tục khi hội nghị họp lại hoặc hủy.",
      "The conference was adjourned during the vote for the chair for the term after 2022: go on once it meets again, or annul the ballot.",
    ],
    [
      { type: "ProxiesCountedOtherwise", data: { inRoomOnly: true } },
      "Số đơn vị cần có mặt của hội nghị tính khác quy định: không tính đơn vị ủy quyền.",
      "The quorum of the conference is not counted by the rules: units represented by proxy do not make it.",
    ],
    [
      { type: "BallotOfOtherSeason", data: { purpose, season: "2021", held: "2022" } },
      "Cuộc bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh năm 2021 ghi tiến hành tại hội nghị của năm 2022 nên chưa mở được bỏ phiếu.",
      "The ballot for the Emulation Flag of UBND tỉnh for 2021 names a conference of 2022, so its vote does not open.",
    ],
    [
      { type: "BallotNotSettled", data: { matter, end: "annulled" } },
      "Chưa ghi nhận tại hội nghị việc kết thúc cuộc bầu chọn “Bình chọn Cờ thi đua” (đã bị hủy).",
      "The conference does not record how the ballot on “Bình chọn Cờ thi đua” ended: it was annulled.",
    ],
    [
      { type: "BallotOfCancelledConference", data: { purpose, season: "2022" } },
      "Hội nghị đã hủy nhưng cuộc bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh năm 2022 chưa hủy.",
      "The conference was cancelled, and the ballot for the Emulation Flag of UBND tỉnh for 2022 was not.",
    ],
    [
      { type: "BallotCertifiedThoughCancelled", data: { purpose, season: "2022" } },
      "Hội nghị đã hủy nhưng kết quả bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh năm 2022 đã được xác nhận; xem xét lại kết quả.",
      "The conference was cancelled, and the result of the ballot for the Emulation Flag of UBND tỉnh for 2022 is certified: look at the result again.",
    ],
    [
      {
        type: "DraftNotIssued",
        data: { title: "Kế hoạch năm 2023", kind: "plan", adoptedOn: "2023-01-09" },
      },
      "Dự thảo “Kế hoạch năm 2023” đã thông qua ngày 09/01/2023, chưa ban hành.",
      "The draft “Kế hoạch năm 2023” was adopted on 9 January 2023 and is not issued.",
    ],
    [
      { type: "RotationNotFollowed", data: { unit: "court" } },
      "Danh sách luân phiên chưa khớp với thành viên Khối: thay đổi của Tòa án nhân dân tỉnh chưa được ghi nhận.",
      "The rotation does not match the members: the change of Tòa án nhân dân tỉnh is not recorded.",
    ],
    [
      { type: "PledgeOfFormerMember", data: { unit: "court", season: "2022" } },
      "Giao ước năm 2022 của Tòa án nhân dân tỉnh chưa được xử lý (chuyển cho đơn vị kế thừa hoặc hủy).",
      "The pledge of Tòa án nhân dân tỉnh for 2022 is unsettled: it passes to a successor, or is void.",
    ],
    [
      { type: "InvitationNotRevised", data: { heldOn: "2023-01-09" } },
      "Thành phần hội nghị ngày 09/01/2023 chưa khớp với thành viên Khối.",
      "Those entitled to the conference of 9 January 2023 are not the members of that day.",
    ],
    [
      { type: "LeftByDissolvedBloc", data: { what: "campaign" } },
      "Khối đã giải thể, còn phong trào thi đua chưa kết thúc.",
      "The bloc is dissolved; still open: a campaign.",
    ],
    [
      { type: "PledgesUnconcluded", data: { season: "2022", units: ["court"] } },
      "Phong trào năm 2022 đã tổng kết, còn 1 giao ước chưa đánh giá: Tòa án nhân dân tỉnh.",
      "The campaign of 2022 is summed up, and pledges are not concluded: Tòa án nhân dân tỉnh.",
    ],
    [
      { type: "PledgeNotSigned", data: { unit: "court", heldOn: "2023-01-09" } },
      "Biên bản hội nghị ngày 09/01/2023 ghi Tòa án nhân dân tỉnh đã ký giao ước nhưng chưa có giao ước được ký.",
      "The minutes of the conference of 9 January 2023 say that Tòa án nhân dân tỉnh signed its pledge, and no signed pledge is there.",
    ],
    [
      { type: "PledgeNotSigned", data: { heldOn: "2023-01-09" } },
      "Biên bản hội nghị ngày 09/01/2023 ghi một giao ước đã được ký nhưng chưa có giao ước đó.",
      "The minutes of the conference of 9 January 2023 say that a pledge was signed, and there is no such pledge.",
    ],
  ])("read as an office writes them: %o", (what, inVietnamese, inEnglish) => {
    expect([sentence(vi, what, names), sentence(en, what, names)]).toEqual([inVietnamese, inEnglish]);
  });
});
