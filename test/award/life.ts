import { AwardCommand } from "../../src/award/messages.ts";

const { create } = AwardCommand;
const council = "Hội đồng Thi đua - Khen thưởng tỉnh";

export const flag = { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" } as const;
export const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh Tây Ninh" } as const;

export const document = (kind: "submission" | "decision" | "plan", issuedOn: string) =>
  ({ kind, number: "01/X", issuedOn, issuer: "UBND tỉnh Tây Ninh" }) as const;

export const propose = create.ProposeAward({
  unit: "procuracy",
  season: "2022",
  honour: flag,
  basis: { kind: "ballot", ballot: "flag-ballot" },
  proposedOn: "2023-01-09",
  excludedBy: [],
});
export const vet = create.VetAward({ body: "Ban Thi đua - Khen thưởng", vettedOn: "2023-01-20" });
export const sendBack = create.ReturnAward({
  body: "Ban Thi đua - Khen thưởng",
  returnedOn: "2023-01-20",
  ground: "dossierIncomplete",
  reason: "Thiếu báo cáo thành tích",
});
export const resubmit = create.ResubmitAward({
  submission: document("submission", "2023-01-30"),
  resubmittedOn: "2023-01-30",
});
export const suspend = create.SuspendConsideration({
  ground: "underInvestigation",
  suspendedOn: "2023-01-25",
  reason: "Đang thanh tra",
});
export const resume = create.ResumeConsideration({
  resumedOn: "2023-02-10",
  reason: "Kết luận không vi phạm",
});
export const vetLater = create.VetAward({ body: "Ban Thi đua - Khen thưởng", vettedOn: "2023-02-12" });
export const approve = create.ApproveAward({
  council,
  decidedOn: "2023-02-15",
  vote: { for: 12, against: 1, members: 15 },
});
export const cut = create.RejectAward({ council, decidedOn: "2023-02-15", reason: "Vượt số lượng" });
export const decide = create.DecideAward({ decision: document("decision", "2023-02-20") });
export const confer = create.ConferAward({
  conferredOn: "2023-03-01",
  conferredBy: { name: "Nguyễn Văn B" },
});
export const decline = create.DeclineAward({ declinedOn: "2023-02-16", reason: "Năm trước đã nhận cờ" });
export const revoke = create.RevokeAward({
  ground: "falseAchievement",
  decision: document("decision", "2024-05-05"),
  reason: "Khai báo sai",
});
export const recover = create.RecordRecovery({ recoveredOn: "2024-06-01" });

export const withdraw = create.WithdrawProposal({ withdrawnOn: "2023-01-27", reason: "Kiểm phiếu lại" });

/** An award to its bitter end; one suspended, sent back and cut; one declined, one withdrawn. */
export const paths = [
  [propose, vet, approve, decide, confer, revoke, recover],
  [
    propose,
    sendBack,
    resubmit,
    create.SuspendConsideration({ ...suspend.data, suspendedOn: "2023-02-01" }),
    resume,
    vetLater,
    cut,
  ],
  [propose, vet, suspend, decline],
  [propose, vet, suspend, withdraw],
];
