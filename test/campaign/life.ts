import { CampaignCommand } from "../../src/campaign/messages.ts";

const { create } = CampaignCommand;

const chairOfProvince = "Chủ tịch UBND tỉnh Tây Ninh";
// Which unit chaired the bloc in 2022 is not in the article; here it is the Civil Judgment Enforcement Department.
const chairUnit = "enforcement";

export const directive = {
  kind: "directive",
  number: "12/CT-UBND",
  issuedOn: "2021-12-29",
  issuer: chairOfProvince,
} as const;

export const draft = create.DraftCampaign({
  bloc: "noi-chinh",
  season: "2022",
  theme: "thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội, đảm bảo quốc phòng - an ninh năm 2022",
  kind: "standing",
  opensOn: "2022-01-01",
  closesOn: "2023-01-01",
});
export const duties = create.SetCampaignCriterion({
  criterion: "duties",
  name: "Thực hiện nhiệm vụ chuyên môn",
});
export const emulation = create.SetCampaignCriterion({
  criterion: "emulation",
  name: "Công tác thi đua, khen thưởng",
  description: "Phát động, sơ kết, tổng kết; phát hiện và nhân rộng cách làm hay",
});
export const dropEmulation = create.DropCampaignCriterion({ criterion: "emulation" });
export const steward = create.NameCampaignSteward({ chair: chairUnit, since: "2022-01-05" });
export const launch = create.LaunchCampaign({
  directive,
  launchedOn: "2021-12-29",
  enrolment: { who: "allMembers", opensOn: "2022-01-01", closesOn: "2022-04-01" },
  assessor: "Hội đồng Thi đua - Khen thưởng tỉnh",
});
export const issuePlan = create.IssueCampaignPlan({
  plan: {
    kind: "plan",
    number: "238/KH-KNC",
    issuedOn: "2022-03-02",
    issuer: "Khối trưởng Khối thi đua Nội chính",
  },
  directive,
  chair: chairUnit,
});
// From here on the article gives no particulars: practices, exemplars, days and documents are made up.
export const practice = create.RecordPractice({
  practice: "one-stop",
  title: "Tiếp nhận tin báo tội phạm qua tổng đài chung",
  unit: "police",
  description: "Một đầu mối tiếp nhận, phân loại trong ngày",
  foundOn: "2022-02-15",
});
export const replicate = create.ReplicatePractice({
  practice: "one-stop",
  unit: "procuracy",
  replicatedOn: "2022-05-20",
});
export const recognise = create.RecogniseExemplar({
  exemplar: "desk-7",
  who: { kind: "person", person: { name: "Trần Thị B" }, unit: "procuracy" },
  merit: "Giải quyết dứt điểm án tồn",
  level: "unit",
  authority: "Viện Kiểm sát nhân dân tỉnh",
  recognisedOn: "2022-06-30",
});
export const recogniseHigher = create.RecogniseExemplar({
  ...recognise.data,
  level: "province",
  authority: "UBND tỉnh Tây Ninh",
  recognisedOn: "2022-09-02",
  document: { kind: "decision", number: "1900/QĐ-UBND", issuedOn: "2022-08-30", issuer: chairOfProvince },
});
export const recogniseUnit = create.RecogniseExemplar({
  ...recognise.data,
  exemplar: "border-unit",
  who: { kind: "unit", unit: "military" },
  merit: "Lập thành tích xuất sắc trong huấn luyện",
});
export const review = create.HoldMidtermReview({
  heldOn: "2022-07-15",
  findings: ["Các đơn vị đã ký kết giao ước", "Một số chỉ tiêu còn chậm"],
  document: {
    kind: "report",
    number: "410/BC-KNC",
    issuedOn: "2022-07-18",
    issuer: "Khối thi đua Nội chính",
  },
});
export const extend = create.ExtendCampaign({
  closesOn: "2023-01-10",
  extendedOn: "2022-12-20",
  reason: "Chờ số liệu cả năm",
  document: {
    kind: "officialLetter",
    number: "980/CV-KNC",
    issuedOn: "2022-12-20",
    issuer: "Khối thi đua Nội chính",
  },
});
export const sumUp = create.SumUpCampaign({
  summedUpOn: "2023-01-09",
  report: { kind: "report", number: "02/BC-KNC", issuedOn: "2023-01-06", issuer: "Khối thi đua Nội chính" },
  results: [
    { field: "Chuyên môn", result: "Đạt những thành tích đáng kể", criterion: "duties" },
    { field: "Quốc phòng - an ninh", result: "Củng cố quốc phòng và an ninh trên địa bàn tỉnh" },
  ],
  conclusions: ["Phong trào được triển khai có hiệu quả"],
  conference: "year-end-2022",
});
export const cancel = create.CancelCampaign({
  reason: "Thay bằng phong trào mới của tỉnh",
  cancelledOn: "2022-08-01",
  document: { kind: "directive", number: "07/CT-UBND", issuedOn: "2022-07-30", issuer: chairOfProvince },
});

/** The season of the article; one in another order, without plan or review; one cancelled, and one never launched. */
export const paths = [
  [
    draft,
    duties,
    emulation,
    steward,
    launch,
    issuePlan,
    practice,
    replicate,
    recognise,
    review,
    recogniseHigher,
    recogniseUnit,
    extend,
    sumUp,
  ],
  [draft, emulation, duties, dropEmulation, launch, practice, recognise, sumUp],
  [draft, duties, launch, practice, replicate, issuePlan, review, cancel],
  [draft, cancel],
];
