import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { MatterText, SeasonEvent } from "../../src/season/messages.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import { chair, convene, minutes, secretary } from "../conference/life.ts";

type Fact = readonly [stream: string, event: SeasonEvent];
const document = { number: "1", issuedOn: "2023-01-20", issuer: "UBND tỉnh" };
const decision = { ...document, kind: "decision" } as const;
const directive = { ...document, kind: "directive" } as const;

const constituted: Fact = [
  "Bloc-b",
  BlocEvent.create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2021-12-01", decision },
    members: ["police", "court"].map((unit) => ({ unit, name: unit })),
  }),
];
const convened = (id: string, season = "2022", kind: "yearEnd" | "midTerm" = "yearEnd"): Fact => [
  `Conference-${id}`,
  ConferenceEvent.create.ConferenceConvened({ ...convene.data, bloc: "b", season, kind }),
];
const closed = (id: string, closedOn = "2023-01-09"): Fact => [
  `Conference-${id}`,
  ConferenceEvent.create.ConferenceClosed({ closedOn, minutes, chair, secretary, summary: "Xong" }),
];
const sumUp = [constituted, convened("k"), closed("k")];
const drafted: Fact = [
  "Campaign-c",
  CampaignEvent.create.CampaignDrafted({
    ...{ bloc: "b", season: "2023", theme: "Thi đua", kind: "standing" },
    ...{ opensOn: "2023-01-01", closesOn: "2024-01-01" },
  }),
];
const launched: Fact = [
  "Campaign-c",
  CampaignEvent.create.CampaignLaunched({
    ...{ directive, launchedOn: "2023-01-20", assessor: "Hội đồng" },
    enrolment: { who: "allMembers", opensOn: "2023-01-20", closesOn: "2023-03-31" },
  }),
];
const planned: Fact = [
  "Campaign-c",
  CampaignEvent.create.CampaignPlanIssued({
    plan: { ...document, kind: "plan" },
    directive,
    chair: "police",
  }),
];
const scale: Fact[] = [
  ["Scoreboard-s", ScoreboardEvent.create.ScoreboardOpened({ bloc: "b", season: "2023", units: ["police"] })],
  [
    "Scoreboard-s",
    ScoreboardEvent.create.ScaleAdopted({
      ...{ name: "Thang điểm", version: 1, total: 10_000, adoptedOn: "2023-02-01" },
      criteria: [{ criterion: "t1", name: "Nhiệm vụ", measure: { kind: "graded", max: 10_000 } }],
    }),
  ],
];
const signed = (unit: string, season = "2023"): Fact[] => [
  [`Pledge-${unit}`, PledgeEvent.create.PledgeDrafted({ bloc: "b", unit, season, dueOn: "2023-12-31" })],
  [`Pledge-${unit}`, PledgeEvent.create.PledgeSigned({ signatory: chair, signedOn: "2023-01-09" })],
];

const open = (...facts: Fact[]) => {
  const { state } = givenProcess(followMembers, logOf<SeasonEvent>(...facts));
  return followMembers.matters(state.facts, "b").filter(({ law }) => law === "C36");
};
const awaited = (...facts: Fact[]) =>
  open(...facts).map(({ what }) => ("what" in what.data ? what.data.what : ""));

describe("after the conference that sums up a season (C36)", () => {
  it("the directive, the plan, the scale and the pledges of the next one are awaited for 60 days", () => {
    expect(awaited(constituted, convened("k"))).toEqual([]);
    expect(awaited(...sumUp)).toEqual(["directive", "plan", "scale", "pledge"]);
    expect(open(...sumUp)[0]).toMatchObject({ since: "2023-01-09", due: "2023-03-10" });
    expect(open(...sumUp).at(-1)?.what.data).toEqual({
      ...{ what: "pledge", season: "2023" },
      units: ["court", "police"],
    });
  });

  it.each<[string, Fact[], string[]]>([
    ["the directive once it launches the campaign", [drafted, launched], ["plan", "scale", "pledge"]],
    ["directive and plan once the plan cites it", [drafted, planned], ["scale", "pledge"]],
    ["the scale once it is adopted", scale, ["directive", "plan", "pledge"]],
    ["the pledges while a unit has not signed", signed("police"), ["directive", "plan", "scale", "pledge"]],
    [
      "no pledges once each unit has signed",
      [...signed("police"), ...signed("court")],
      ["directive", "plan", "scale"],
    ],
    ["whatever was there before the close", [drafted, planned, ...scale], ["pledge"]],
  ])("asks for %s, in any order", (_, facts, left) => {
    expect(awaited(...sumUp, ...facts)).toEqual(left);
    expect(awaited(constituted, ...facts, convened("k"), closed("k"))).toEqual(left);
  });

  it("nothing is awaited of a season that is summed up itself, by another kind of conference, or of no bloc", () => {
    const second = [convened("l", "2023"), closed("l", "2024-01-09")];
    expect(open(...sumUp, ...second).map(({ what }) => what.data)).toMatchObject(
      Array(4).fill({ season: "2024" }),
    );
    expect(awaited(constituted, convened("m", "2022", "midTerm"), closed("m"))).toEqual([]);
    const dissolved = BlocEvent.create.BlocDissolved({
      ...{ reason: "Sắp xếp lại", dissolvedOn: "2023-02-01", decision },
    });
    expect(awaited(...sumUp, ["Bloc-b", dissolved])).toEqual([]);
  });

  it.each<[MatterText, string, string]>([
    [
      { type: "SeasonNotPrepared", data: { what: "plan", season: "2023" } },
      "Chưa có Kế hoạch thi đua năm 2023.",
      "The plan of 2023 is awaited.",
    ],
    [
      { type: "SeasonNotPrepared", data: { what: "pledge", season: "2023", units: ["police"] } },
      "Chưa có giao ước thi đua đã ký năm 2023 của Công an tỉnh.",
      "The signed pledge of 2023 of Công an tỉnh is awaited.",
    ],
    [
      { type: "ScoreboardNotFollowed", data: { unit: "police", season: "2022" } },
      "Bảng điểm năm 2022 chưa khớp với thành viên Khối: Công an tỉnh.",
      "The scoreboard of 2022 does not match the members: Công an tỉnh.",
    ],
    [
      { type: "PledgeOfFormerMemberAssessed", data: { unit: "police", season: "2022" } },
      "Giao ước năm 2022 của Công an tỉnh được đánh giá sau khi đơn vị không còn là thành viên Khối.",
      "The pledge of Công an tỉnh for 2022 was assessed after the unit had ended as a member.",
    ],
  ])("what is open reads as an office writes it: %o", (what, inVietnamese, inEnglish) => {
    const names = () => "Công an tỉnh";
    expect([sentence(vi, what, names), sentence(en, what, names)]).toEqual([inVietnamese, inEnglish]);
  });
});
