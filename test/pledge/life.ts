import { PledgeCommand } from "../../src/pledge/messages.ts";

const { create } = PledgeCommand;

export const report = {
  kind: "report",
  number: "15/BC-CA",
  issuedOn: "2022-11-30",
  issuer: "Công an tỉnh",
} as const;

export const draft = create.DraftPledge({ unit: "police", season: "2022", dueOn: "2022-12-31" });
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

/** A pledge's whole life, and one that ends early. */
export const paths = [
  [draft, promise, promiseLess, title, sign, progress, progressLess, assess],
  [draft, promise, sign, progress, withdraw],
];
