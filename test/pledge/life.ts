import { PledgeCommand } from "../../src/pledge/messages.ts";

const { create } = PledgeCommand;

export const report = {
  kind: "report",
  number: "15/BC-CA",
  issuedOn: "2022-11-30",
  issuer: "Công an tỉnh",
} as const;

export const merger = {
  kind: "decision",
  number: "1500/QĐ-UBND",
  issuedOn: "2022-07-20",
  issuer: "Chủ tịch UBND tỉnh Tây Ninh",
} as const;

export const draft = create.DraftPledge({
  bloc: "noi-chinh",
  unit: "police",
  season: "2022",
  campaign: "thi-đua-2022",
  dueOn: "2022-12-31",
});
export const promise = create.PromiseTarget({
  target: "cases",
  name: "Tỷ lệ điều tra, khám phá án",
  goal: { baseline: "70", goal: "85", measure: "%" },
});
export const promiseLess = create.PromiseTarget({
  target: "delays",
  name: "Số hồ sơ trễ hạn",
  goal: { baseline: "40", goal: "10", measure: "hồ sơ" },
});
export const title = create.RegisterTitle({
  honour: { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" },
});
export const sign = create.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" });
export const progress = create.ReportProgress({
  target: "cases",
  value: "86.5",
  observedOn: "2022-11-30",
  evidence: [report],
});
export const progressLess = create.ReportProgress({
  target: "delays",
  value: "9",
  observedOn: "2022-11-30",
  evidence: [report],
});
export const assess = create.AssessPledge({ assessor: "procuracy", assessedOn: "2022-12-20" });
export const withdraw = create.WithdrawPledge({ reason: "Đơn vị giải thể", withdrawnOn: "2022-06-01" });

export const transfer = create.TransferPledge({
  to: "border-guard",
  transferredOn: "2022-08-01",
  decision: merger,
});
export const voiding = create.VoidPledge({
  ground: "campaignCancelled",
  cause: "2022-09-01/CampaignCancelled",
  voidedOn: "2022-09-01",
  note: "UBND tỉnh dừng phong trào",
});
export const lapse = create.LapsePledge({ lapsedOn: "2023-01-15" });

/** A pledge's whole life, and those that end otherwise. */
export const paths = [
  [draft, promise, promiseLess, title, sign, progress, progressLess, assess],
  [draft, promise, sign, progress, withdraw],
  [draft, promise, sign, transfer, progress, assess],
  [draft, promise, transfer, sign, voiding],
  [draft, promise, sign, lapse],
];
