import { AwardCommand } from "../../src/award/messages.ts";

const { create } = AwardCommand;
const council = "Hội đồng Thi đua - Khen thưởng tỉnh";

export const flag = { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" } as const;
export const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh Tây Ninh" } as const;

export const document = (kind: "submission" | "decision" | "plan", issuedOn: string) =>
  ({ kind, number: "01/X", issuedOn, issuer: "UBND tỉnh Tây Ninh" }) as const;

export const propose = create.ProposeAward({
  unit: "procuracy",
  bloc: "noi-chinh",
  season: "2022",
  honour: flag,
  basis: { kind: "ballot", ballot: "flag-ballot", certification: 1 },
  proposedOn: "2023-01-09",
  excludedBy: [],
});
/** The same proposal on the basis of another ballot. */
export const proposeOn = (ballot: string, proposedOn: string) =>
  create.ProposeAward({
    ...propose.data,
    basis: { kind: "ballot", ballot, certification: 1 },
    proposedOn,
  });
export const confirm = create.ConfirmBasis({
  ballot: "flag-ballot",
  certification: 1,
  finalisedOn: "2023-01-17",
});
export const confirmOf = (ballot: string, finalisedOn: string) =>
  create.ConfirmBasis({ ballot, certification: 1, finalisedOn });
export const voidBasis = create.VoidBasis({
  ballot: "flag-ballot",
  voidOn: "2023-01-13",
  reason: "annulled",
  note: "Sai thủ tục",
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
export const submit = create.SubmitDossier({
  submission: document("submission", "2023-01-16"),
  submittedOn: "2023-01-16",
});
export const publish = create.PublishAward({ publishedOn: "2023-02-22" });
export const decline = create.DeclineAward({ declinedOn: "2023-02-16", reason: "Năm trước đã nhận cờ" });
export const revoke = create.RevokeAward({
  ground: "falseAchievement",
  decision: document("decision", "2024-05-05"),
  reason: "Khai báo sai",
});
export const transfer = create.TransferAward({
  to: "border",
  transferredOn: "2023-02-13",
  decision: document("decision", "2023-02-13"),
  excludedBy: [],
});
/** The authority names a unit that the bloc did not propose, and decides on it. */
export const proposeByDecision = create.ProposeAward({
  ...propose.data,
  unit: "justice",
  basis: { kind: "decision", decision: document("decision", "2023-02-20") },
  proposedOn: "2023-02-20",
});
export const recover = create.RecordRecovery({ recoveredOn: "2024-06-01" });

export const withdraw = create.WithdrawProposal({ withdrawnOn: "2023-01-27", reason: "recounted" });

/**
 * An award to its bitter end; one suspended, sent back and cut; one declined, one withdrawn. Then what becomes of a basis:
 * another one after a withdrawal, after the first was void, and after the award was decided and conferred; bylaws that do
 * not wait; a decision that names the unit; and a unit that ends.
 */
export const paths = [
  [propose, submit, vet, approve, confirm, decide, publish, confer, revoke, recover],
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
  [
    propose,
    confirm,
    withdraw,
    proposeOn("re-vote", "2023-01-28"),
    confirmOf("re-vote", "2023-02-05"),
    decline,
  ],
  [
    propose,
    confirm,
    vet,
    suspend,
    voidBasis,
    proposeOn("re-vote", "2023-01-28"),
    resume,
    confirmOf("re-vote", "2023-02-05"),
    vetLater,
    approve,
    decide,
    create.VoidBasis({ ballot: "re-vote", certification: 1, voidOn: "2023-02-21", reason: "recounted" }),
    proposeOn("third", "2023-02-22"),
    confirmOf("third", "2023-02-28"),
    confer,
    create.VoidBasis({ ballot: "third", voidOn: "2023-03-02", reason: "annulled" }),
    proposeOn("fourth", "2023-03-10"),
    revoke,
  ],
  [
    create.ProposeAward({
      ...propose.data,
      basis: { kind: "ballot", ballot: "flag-ballot", certification: 1, decideAfterFinal: false },
    }),
    vet,
    approve,
    decide,
    voidBasis,
    revoke,
  ],
  [proposeByDecision, decide, confer],
  [
    propose,
    create.SuspendConsideration({ ...suspend.data, ground: "unitEnded", reason: "Sáp nhập" }),
    transfer,
    create.VetAward({ ...vet.data, vettedOn: "2023-02-14" }),
    approve,
    voidBasis,
    create.WithdrawProposal({ withdrawnOn: "2023-02-16", reason: "annulled", note: "Sai thủ tục" }),
  ],
];
