import { BlocCommand } from "../../src/bloc/messages.ts";
import type { Bylaws } from "../../src/vocabulary/bylaws.ts";
import type { DocumentRef } from "../../src/vocabulary/document-ref.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";
import { defaultVotingRules, type VotingRules } from "../../src/vocabulary/voting-rules.ts";

const { create } = BlocCommand;

// Numbers of documents, days, bylaws and some of the members are made up for these tests.
export const decision = (number: string, issuedOn: string): DocumentRef => {
  return { kind: "decision", number, issuedOn, issuer: "Chủ tịch UBND tỉnh Tây Ninh" };
};

export const police = { unit: "police", name: "Công an tỉnh" };
export const procuracy = { unit: "procuracy", name: "Viện Kiểm sát nhân dân tỉnh" };
export const military = { unit: "military", name: "Bộ Chỉ huy Quân sự tỉnh" };
export const court = { unit: "court", name: "Tòa án nhân dân tỉnh" };
export const enforcement = { unit: "enforcement", name: "Cục Thi hành án dân sự tỉnh" };
export const justice = { unit: "justice", name: "Sở Tư pháp" };
export const inspectorate = { unit: "inspectorate", name: "Thanh tra tỉnh" };

export const constitute = create.ConstituteBloc({
  name: "Khối thi đua Nội chính",
  kind: "bloc",
  authority: "UBND tỉnh Tây Ninh",
  members: [police, procuracy, military, court, enforcement],
  constitutedOn: "2022-01-10",
  decision: decision("50/QĐ-UBND", "2022-01-05"),
});

export const bylaws = (voting: Partial<VotingRules> = {}): Bylaws => ({
  voting: { ...defaultVotingRules, ...voting },
  honours: [
    { honour: { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" }, seats: 1 },
    { honour: { kind: "certificateOfMerit", authority: "UBND tỉnh Tây Ninh" }, seats: 2 },
  ],
  chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
});

export const adopt = create.AdoptBylaws({
  version: 1,
  bylaws: bylaws(),
  adoptedOn: "2022-03-02",
  effectiveFrom: "2022-01-10",
  document: {
    kind: "bylaws",
    number: "239/QC-KNC",
    issuedOn: "2022-03-02",
    issuer: "Khối thi đua Nội chính",
  },
});
export const adoptAnew = create.AdoptBylaws({
  version: 2,
  bylaws: bylaws({ selfVote: false }),
  adoptedOn: "2023-01-09",
  effectiveFrom: "2023-02-01",
  document: { kind: "bylaws", number: "05/QC-KNC", issuedOn: "2023-01-09", issuer: "Khối thi đua Nội chính" },
  conference: "year-end-2022",
});

export const admit = create.AdmitMember({
  ...justice,
  admittedOn: "2022-04-01",
  decision: decision("700/QĐ-UBND", "2022-03-25"),
});
export const rename = create.RenameMember({
  unit: "enforcement",
  name: "Thi hành án dân sự tỉnh",
  renamedOn: "2022-06-01",
});
export const release = create.ReleaseMember({
  unit: "military",
  ground: "transferred",
  leftOn: "2022-07-01",
  decision: decision("1200/QĐ-UBND", "2022-06-20"),
});
export const merge = create.MergeMembers({
  units: ["enforcement"],
  into: "justice",
  mergedOn: "2022-08-01",
  decision: decision("1500/QĐ-UBND", "2022-07-20"),
});
export const consolidate = create.ConsolidateMembers({
  units: ["court", "procuracy"],
  into: { unit: "law-office", name: "Cơ quan tư pháp tỉnh" },
  consolidatedOn: "2022-09-01",
  decision: decision("1800/QĐ-UBND", "2022-08-20"),
});
export const split = create.SplitMember({
  unit: "justice",
  into: [justice, { unit: "registry", name: "Trung tâm Đăng ký" }],
  splitOn: "2022-10-01",
  decision: decision("2000/QĐ-UBND", "2022-09-20"),
});
export const suspend = create.SuspendMember({
  unit: "police",
  reason: "Đang trong thời gian xem xét",
  suspendedOn: "2022-10-05",
});
export const reinstate = create.ReinstateMember({ unit: "police", reinstatedOn: "2022-11-05" });
export const reconstitute = create.ReconstituteBloc({
  name: "Khối thi đua các cơ quan Nội chính",
  authority: "Hội đồng Thi đua - Khen thưởng tỉnh",
  members: [police, { ...justice, name: "Sở Tư pháp tỉnh" }, inspectorate],
  reconstitutedOn: "2022-12-01",
  decision: decision("2500/QĐ-UBND", "2022-11-20"),
});
export const dissolve = create.DissolveBloc({
  reason: "Sắp xếp lại các khối thi đua của tỉnh",
  dissolvedOn: "2023-06-30",
  decision: decision("900/QĐ-UBND", "2023-06-01"),
});

export const discipline = create.DisciplineUnit({
  discipline: "ky-luat-1",
  unit: "police",
  form: "reprimand",
  season: "2022",
  disciplinedOn: "2022-11-10",
  decision: decision("2300/QĐ-UBND", "2022-11-10"),
  note: "Để xảy ra vi phạm trong quản lý tài sản công",
});
export const lift = create.LiftDiscipline({
  discipline: "ky-luat-1",
  liftedOn: "2023-01-05",
  decision: decision("12/QĐ-UBND", "2023-01-05"),
});
export const investigate = create.OpenInvestigation({
  investigation: "xac-minh-1",
  unit: "police",
  body: "Thanh tra tỉnh",
  openedOn: "2022-10-05",
  document: decision("88/QĐ-TTr", "2022-10-05"),
});
export const conclude = create.CloseInvestigation({
  investigation: "xac-minh-1",
  closedOn: "2022-11-08",
  finding: "violation",
  document: decision("90/KL-TTr", "2022-11-08"),
});

/** Bylaws that say other than the library does by default, and what their honours exclude and need. */
export const particular: Bylaws = {
  ...bylaws(),
  honours: [
    {
      honour: { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" },
      seats: 1,
      excludes: [{ kind: "certificateOfMerit", authority: "UBND tỉnh Tây Ninh" }],
      needs: {
        registered: true,
        verdictAtLeast: "fulfilled",
        holds: [{ kind: "excellentLabourCollective", authority: "UBND tỉnh Tây Ninh" }],
      },
    },
    { honour: { kind: "certificateOfMerit", authority: "UBND tỉnh Tây Ninh" }, seats: 2 },
  ],
  policies: {
    vacatedSeat: "voteAgain",
    pledgeOf: { split: "transfer" },
    joinerScoredUntil: 9,
    awaited: { document: 20, recovery: 45 },
  },
};

const [flag, certificate] = particular.honours.map(({ honour }) => honour) as [Honour, Honour];
const letter: Honour = { kind: "letterOfCommendation", authority: "UBND tỉnh Tây Ninh" };

/** Honours that do not go together: each list is refused for a reason of its own. */
export const unfitHonours: Bylaws["honours"][] = [
  [
    { honour: flag, seats: 1 },
    { honour: flag, seats: 1 },
  ],
  [{ honour: flag, seats: 50 }],
  [{ honour: flag, seats: 1, excludes: [flag] }],
  [{ honour: flag, seats: 1, excludes: [letter] }],
  [
    { honour: flag, seats: 1, needs: { holds: [certificate] } },
    { honour: certificate, seats: 1, needs: { holds: [flag] } },
  ],
  [
    { honour: flag, seats: 1, needs: { holds: [certificate] } },
    { honour: certificate, seats: 1, excludes: [flag] },
  ],
];

/** A bloc to which everything happens that can, a quiet one, and one of which things become known late. */
export const paths = [
  [
    constitute,
    adopt,
    admit,
    rename,
    release,
    merge,
    consolidate,
    split,
    suspend,
    investigate,
    reinstate,
    conclude,
    discipline,
    reconstitute,
    lift,
    adoptAnew,
    dissolve,
  ],
  [constitute, adopt, adoptAnew, dissolve],
  [constitute, discipline, investigate, dissolve, lift, conclude],
];
