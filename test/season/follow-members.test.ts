import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import type { Bylaws } from "../../src/vocabulary/bylaws.ts";
import type { BylawsPolicies } from "../../src/vocabulary/policies.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import { convene } from "../conference/life.ts";
import { flag } from "./certified.ts";

type Fact = readonly [stream: string, event: SeasonEvent];
const { create } = BlocEvent;
const bloc = (event: SeasonEvent): Fact => ["Bloc-b", event];
const decision = (issuedOn: string) =>
  ({ kind: "decision", number: "1/QĐ", issuedOn, issuer: "UBND tỉnh" }) as const;
const named = (unit: string) => ({ unit, name: `Đơn vị ${unit}` });
const constituted = bloc(
  create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
    members: ["police", "court", "army", "border"].map(named),
    decision: decision("2022-01-01"),
  }),
);
const mergedOn = (day: string, units = ["army"], into = "border") =>
  bloc(create.MembersMerged({ units, into, mergedOn: day, decision: decision(day) }));
const left = (unit: string, leftOn: string, ground: "dissolved" | "transferred" = "dissolved") =>
  bloc(create.MemberLeft({ unit, ground, leftOn, decision: decision(leftOn) }));
const admitted = (unit: string, admittedOn: string) =>
  bloc(create.MemberAdmitted({ ...named(unit), admittedOn, decision: decision(admittedOn) }));
const split = bloc(
  create.MemberSplit({
    unit: "army",
    into: [named("north"), named("south")],
    splitOn: "2022-06-15",
    decision: decision("2022-06-15"),
  }),
);
const dissolved = bloc(
  create.BlocDissolved({
    reason: "Sắp xếp lại",
    dissolvedOn: "2022-10-01",
    decision: decision("2022-10-01"),
  }),
);

const rotation: Fact = [
  "ChairRotation-r",
  ChairRotationEvent.create.RotationOpened({
    bloc: "b",
    roster: ["police", "court", "army", "border"].map((unit) => ({ unit })),
    order: ["police", "court", "army", "border"],
    policy: emulationBloc,
    calendar: { term: "2022", startsOn: "2022-02-01", months: 12 },
  }),
];
const pledged = (unit: string, campaign?: string): Fact => [
  `Pledge-${unit}`,
  PledgeEvent.create.PledgeDrafted({
    ...{ bloc: "b", unit, season: "2022", dueOn: "2022-12-31" },
    ...(campaign !== undefined && { campaign }),
  }),
];
const signed = (unit: string, signedOn: string): Fact => [
  `Pledge-${unit}`,
  PledgeEvent.create.PledgeSigned({ signatory: { name: "An" }, signedOn }),
];
const assessed = (assessedOn: string): Fact => [
  "Pledge-army",
  PledgeEvent.create.PledgeAssessed({
    ...{ assessor: "council", assessedOn, verdict: "fulfilled" },
    verdicts: [{ target: "t1", verdict: "fulfilled" }],
  }),
];
const campaign = (id = "c"): Fact => [
  `Campaign-${id}`,
  CampaignEvent.create.CampaignDrafted({
    ...{ bloc: "b", season: "2022", theme: "Thi đua", kind: "standing" },
    ...{ opensOn: "2022-01-01", closesOn: "2023-01-01" },
  }),
];
const campaignCancelled: Fact = [
  "Campaign-c",
  CampaignEvent.create.CampaignCancelled({
    ...{ reason: "Dừng", cancelledOn: "2022-09-01", document: decision("2022-09-01") },
  }),
];
const meeting = (entitled: string[], heldOn = "2023-01-09"): Fact => [
  "Conference-k",
  ConferenceEvent.create.ConferenceConvened({ ...convene.data, bloc: "b", host: "police", entitled, heldOn }),
];

const given = (...facts: Fact[]) => givenProcess(followMembers, logOf<SeasonEvent>(...facts));
const wanted = (...facts: Fact[]) =>
  given(...facts).wanted.map(({ aggregate, id, command: { type, data } }) => ({
    to: `${aggregate}-${id}`,
    type,
    data,
  }));
const lawOf = (...facts: Fact[]) => given(...facts).wanted.map(({ claim }) => claim?.law);
const open = (...facts: Fact[]) => followMembers.matters(given(...facts).state.facts, "b");

describe("a rotation (C21)", () => {
  const start = [constituted, rotation];
  it.each<[string, Fact, string, object]>([
    ["joins", admitted("justice", "2022-03-01"), "JoinRotation", { unit: "justice", joinedOn: "2022-03-01" }],
    [
      "leaves: its last day is the day before",
      left("army", "2022-03-01"),
      "LeaveRotation",
      { unit: "army", leftOn: "2022-02-28", ceases: true },
    ],
    ["merges", mergedOn("2022-03-01"), "MergeInRotation", { units: ["army"], into: "border" }],
    [
      "is consolidated with another one",
      bloc(
        create.MembersConsolidated({
          units: ["army", "border"],
          into: named("defence"),
          consolidatedOn: "2022-03-01",
          decision: decision("2022-03-01"),
        }),
      ),
      "MergeInRotation",
      { units: ["army", "border"], into: "defence", name: "Đơn vị defence" },
    ],
    ["is split up", split, "SplitInRotation", { unit: "army", heir: "north", others: ["south"] }],
    [
      "has another name",
      bloc(create.MemberRenamed({ unit: "army", name: "Quân đội", renamedOn: "2022-03-01" })),
      "RenameInRotation",
      { unit: "army", name: "Quân đội" },
    ],
    [
      "is suspended",
      bloc(create.MemberSuspended({ unit: "army", reason: "Điều tra", suspendedOn: "2022-03-01" })),
      "SuspendFromRotation",
      { unit: "army", reason: "Điều tra" },
    ],
    [
      "is reinstated",
      bloc(create.MemberReinstated({ unit: "army", reinstatedOn: "2022-04-01" })),
      "ReinstateInRotation",
      { unit: "army" },
    ],
  ])("has it when a member %s", (_, fact, type, data) => {
    expect(wanted(...start, fact)).toMatchObject([{ to: "ChairRotation-r", type, data }]);
    expect(lawOf(...start, fact)).toEqual(["C21"]);
  });

  it("has what was recorded before it was opened, where it takes effect later", () => {
    expect(wanted(constituted, mergedOn("2022-03-01"), rotation)).toMatchObject([
      { type: "MergeInRotation" },
    ]);
    expect(wanted(constituted, mergedOn("2022-01-15"), rotation)).toEqual([]);
    expect(wanted(constituted, admitted("police", "2022-03-01"), rotation)).toEqual([]);
  });

  it("has a unit of its first roster that left and is admitted again", () => {
    expect(
      wanted(...start, left("army", "2022-03-01", "transferred"), admitted("army", "2022-05-01")),
    ).toMatchObject([{ type: "JoinRotation", data: { unit: "army", joinedOn: "2022-05-01" } }]);
    expect(wanted(...start, mergedOn("2022-03-01"), admitted("army", "2022-05-01"))).toMatchObject([
      { type: "JoinRotation" },
    ]);
  });

  it("that people have closed has nothing that happens later", () => {
    const closing = ChairRotationEvent.create.RotationClosed({ reason: "Thôi", closedOn: "2022-05-01" });
    const closed = ["ChairRotation-r", closing] as const;
    expect(wanted(...start, closed, mergedOn("2022-06-15"))).toEqual([]);
    expect(wanted(...start, closed, mergedOn("2022-04-15"))).toMatchObject([{ type: "MergeInRotation" }]);
    expect(wanted(...start, closed, dissolved)).toEqual([]);
  });

  it("of another bloc has none of it", () => {
    const other: Fact = ["Bloc-other", mergedOn("2022-03-01")[1]];
    expect(wanted(...start, other)).toEqual([]);
  });
});

describe("the pledge of a unit that ends (C22)", () => {
  const start = [constituted, pledged("army")];

  it.each<[string, Fact[], object[]]>([
    [
      "passes to the unit that it was merged into",
      [mergedOn("2022-06-15")],
      [{ to: "Pledge-army", type: "TransferPledge", data: { to: "border", transferredOn: "2022-06-15" } }],
    ],
    [
      "passes on no day before it was signed",
      [signed("army", "2022-07-01"), mergedOn("2022-06-15")],
      [{ type: "TransferPledge", data: { transferredOn: "2022-07-01" } }],
    ],
    [
      "passes to the heir of the heir",
      [mergedOn("2022-06-15"), mergedOn("2022-08-15", ["border"], "court")],
      [{ to: "Pledge-army", type: "TransferPledge", data: { to: "court" } }],
    ],
    [
      "is void where nobody follows it",
      [left("army", "2022-06-15")],
      [{ type: "VoidPledge", data: { ground: "unitEnded", voidedOn: "2022-06-15" } }],
    ],
    ["stays where the unit ends after its last day", [mergedOn("2023-01-15")], []],
    [
      "is void once its heir leaves, too",
      [mergedOn("2022-06-15"), left("border", "2022-09-01")],
      [{ type: "VoidPledge", data: { ground: "unitEnded" } }],
    ],
  ])("%s", (_, facts, wants) => {
    expect(wanted(...start, ...facts)).toMatchObject(wants);
    expect(wanted(...start, ...facts)).toHaveLength(wants.length);
  });

  it("is left to people where the unit was split up, with the commands that would settle it", () => {
    expect(wanted(...start, split)).toEqual([]);
    expect(open(...start, split)).toMatchObject([
      {
        law: "C22",
        since: "2022-06-15",
        ready: [
          { command: { type: "TransferPledge", data: { to: "north" } } },
          { command: { type: "TransferPledge", data: { to: "south" } } },
          { command: { type: "VoidPledge" } },
        ],
      },
    ]);
    const transferred = PledgeEvent.create.PledgeTransferred({
      ...{ from: "army", to: "south", transferredOn: "2022-06-20", decision: decision("2022-06-20") },
    });
    expect(open(...start, split, ["Pledge-army", transferred])).toEqual([]);
  });

  const adopted = (pledgeOf: NonNullable<BylawsPolicies["pledgeOf"]>, from = "2022-01-01") => {
    const bylaws: Bylaws = {
      voting: defaultVotingRules,
      honours: [{ honour: flag, seats: 1 }],
      chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
      policies: { pledgeOf },
    };
    return bloc(
      create.BylawsAdopted({
        ...{ version: 1, bylaws, adoptedOn: "2022-01-01", effectiveFrom: from },
        document: { ...decision("2022-01-01"), kind: "bylaws" },
      }),
    );
  };
  const merger = mergedOn("2022-06-15");

  it("is as the bylaws say", () => {
    expect(wanted(adopted({ merged: "void" }), ...start, merger)).toMatchObject([{ type: "VoidPledge" }]);
  });

  it("is as the bylaws said when the unit ended, whatever the next ones say (C32)", () => {
    for (const merged of ["void", "choose"] as const) {
      const facts = [...start, merger, adopted({ merged }, "2022-06-16")];
      expect(wanted(...facts)).toEqual([]);
      expect(open(...facts)).toEqual([]);
    }
  });

  it("is left to people where what befell its heir is theirs to decide", () => {
    const after = [merger, left("border", "2022-09-01", "transferred")];
    const facts = [adopted({ transferred: "choose" }), ...start, ...after];
    expect(wanted(...facts)).toEqual([]);
    expect(open(...facts)).toMatchObject([{ law: "C22", what: { data: { unit: "border" } } }]);
  });

  it("stays with its heir where that ends after its last day", () => {
    expect(wanted(...start, merger, left("border", "2023-01-15"))).toEqual([]);
  });

  it("that has passed on is assessed as that of its heir, which no one has to settle", () => {
    const facts = [...start, merger, assessed("2022-12-20")];
    expect(wanted(...facts)).toEqual([]);
    expect(open(...facts)).toEqual([]);
    // Were it not its heir's, the refusal would stay open, as what is owed stays owed.
    expect([...followMembers.claims(given(...facts).state.facts, "b").keys()]).toEqual(["pledge/army"]);
    // The merger was recorded only after the verdict.
    expect(open(...start, assessed("2022-12-20"), merger)).toMatchObject([
      { law: "C22", what: { type: "PledgeOfFormerMemberAssessed" } },
    ]);
  });
});

describe("a campaign (C28)", () => {
  it("that is cancelled ends its pledges, and no others", () => {
    const facts = [constituted, campaign(), pledged("army"), pledged("court", "other")];
    expect(wanted(...facts, campaignCancelled)).toMatchObject([
      { to: "Pledge-army", data: { ground: "campaignCancelled", voidedOn: "2022-09-01" } },
    ]);
    expect(lawOf(...facts, campaignCancelled)).toEqual(["C28"]);
    expect(wanted(...facts, campaign("other"), campaignCancelled)).toEqual([]);
  });

  it("that is summed up leaves no pledge without an end, by the day that the bylaws give", () => {
    const summedUp = CampaignEvent.create.CampaignSummedUp({
      ...{ summedUpOn: "2023-01-09", report: { ...decision("2023-01-09"), kind: "report" } },
      ...{ results: [{ field: "Chính trị", result: "Tốt" }], conclusions: ["Tốt"] },
    });
    const facts = [constituted, campaign(), pledged("army"), ["Campaign-c", summedUp] as const];
    expect(open(...facts)).toMatchObject([
      { law: "C28", since: "2023-01-09", due: "2023-03-31", what: { data: { units: ["army"] } } },
    ]);
    const withdrawn = PledgeEvent.create.PledgeWithdrawn({ reason: "Thôi", withdrawnOn: "2022-12-01" });
    expect(open(...facts, ["Pledge-army", withdrawn])).toEqual([]);
    // A pledge that is void has its end, and one that has passed on is its heir's to conclude.
    expect(open(...facts, left("army", "2022-06-15"))).toEqual([]);
    expect(open(...facts, mergedOn("2022-06-15"))).toMatchObject([{ what: { data: { units: ["border"] } } }]);
  });
});

describe("an invitation (C24c)", () => {
  const all = ["police", "court", "army", "border"];

  it("follows the members until the conference opens, in the order in which they were invited", () => {
    const facts = [constituted, meeting(all), mergedOn("2022-12-15")];
    const data = { entitled: ["police", "court", "border"], host: "police" };
    expect(wanted(...facts)).toEqual([{ to: "Conference-k", type: "ReviseInvitation", data }]);
    const opening = ConferenceEvent.create.ConferenceOpened({
      ...{ openedOn: "2023-01-09", chair: { name: "An" }, secretary: { name: "Bình" } },
      ...{ present: ["police"], needed: 1 },
    });
    const opened = ["Conference-k", opening] as const;
    expect(wanted(...facts, opened, admitted("justice", "2023-01-01"))).toEqual([]);
  });

  it("is of the members of the day on which the conference meets", () => {
    expect(wanted(constituted, meeting(all), left("army", "2023-02-01"))).toEqual([]);
    const adjourned = ConferenceEvent.create.ConferenceAdjourned({
      ...{ from: "2023-01-09", to: "2023-02-10", place: "Hội trường", reason: "Bão" },
    });
    const later = [
      constituted,
      meeting(all),
      left("army", "2023-02-01"),
      ["Conference-k", adjourned] as const,
    ];
    expect(wanted(...later)).toMatchObject([{ data: { entitled: ["police", "court", "border"] } }]);
  });

  it("has a unit that was suspended when it left, and is a member again", () => {
    const suspended = bloc(
      create.MemberSuspended({ unit: "army", reason: "Điều tra", suspendedOn: "2022-03-01" }),
    );
    const facts = [suspended, left("army", "2022-04-01"), admitted("army", "2022-06-01")];
    expect(wanted(constituted, ...facts, meeting(["police", "court", "border"]))).toMatchObject([
      { data: { entitled: ["police", "court", "border", "army"] } },
    ]);
  });

  it("has no unit that is suspended on that day, and the heir of a host that has ended as its host", () => {
    const suspended = bloc(
      create.MemberSuspended({ unit: "army", reason: "Điều tra", suspendedOn: "2022-12-01" }),
    );
    expect(wanted(constituted, meeting(all), suspended)).toMatchObject([
      { data: { entitled: ["police", "court", "border"] } },
    ]);
    expect(wanted(constituted, meeting(all), mergedOn("2022-12-01", ["police"], "court"))).toMatchObject([
      { data: { entitled: ["court", "army", "border"], host: "court" } },
    ]);
  });
});

describe("a bloc that is dissolved (C26)", () => {
  it("leaves no rotation, campaign, pledge or conference behind", () => {
    const facts = [constituted, rotation, campaign(), pledged("army"), meeting(["police"]), dissolved];
    expect(wanted(...facts)).toMatchObject([
      { to: "ChairRotation-r", type: "CloseRotation", data: { closedOn: "2022-10-01" } },
      { to: "Pledge-army", type: "VoidPledge", data: { ground: "blocDissolved" } },
      { to: "Conference-k", type: "CancelConference", data: { cancelledOn: "2022-10-01" } },
      { to: "Campaign-c", type: "CancelCampaign", data: { cancelledOn: "2022-10-01" } },
    ]);
  });

  it("cancels no campaign that was over by then, and closes a rotation on no day before its last handover", () => {
    const late = bloc(
      create.BlocDissolved({
        reason: "Xếp lại",
        dissolvedOn: "2023-02-01",
        decision: decision("2023-02-01"),
      }),
    );
    expect(wanted(constituted, campaign(), late)).toEqual([]);
    const handedOver = ChairRotationEvent.create.ChairHandedOver({
      ...{ term: "2023", startsOn: "2023-02-01", from: "police", to: "court", handedOverOn: "2023-02-05" },
    });
    expect(wanted(constituted, rotation, ["ChairRotation-r", handedOver], late)).toMatchObject([
      { type: "CloseRotation", data: { closedOn: "2023-02-05" } },
    ]);
  });
});

describe("the pledge of a unit that was split, which people assess all the same (C22)", () => {
  const facts = [constituted, pledged("army"), signed("army", "2022-02-01")];

  it("stays listed, since the verdict is that of no member", () => {
    const types = (...more: Fact[]) => open(...facts, ...more).map(({ what }) => what.type);
    expect(types(split)).toEqual(["PledgeOfFormerMember"]);
    expect(types(split, assessed("2022-12-20"))).toEqual(["PledgeOfFormerMemberAssessed"]);
    expect(types(assessed("2022-06-01"), split)).toEqual([]);
  });
});
