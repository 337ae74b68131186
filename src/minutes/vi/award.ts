import type {
  AwardCommand,
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  ProposalBasis,
  RevocationGround,
  VoidReason,
  WithdrawalReason,
} from "../../award/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import { grounded } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

type OtherBasis = DataOf<AwardRejection, "OtherBasis">;

export const awardStatusesVi: Record<AwardStatus, string> = {
  blank: "chưa được lập",
  proposed: "đã được lập",
  withdrawn: "đã được rút",
  vetted: "đã được thẩm định",
  returned: "đã bị trả lại",
  approved: "đã được Hội đồng thông qua",
  rejected: "không được Hội đồng thông qua",
  decided: "đã có quyết định",
  conferred: "đã được trao tặng",
  declined: "đã bị đơn vị từ chối nhận",
  revoked: "đã bị hủy bỏ",
};

const grounds: Record<Ground, string> = {
  notRegistered: "không đăng ký danh hiệu",
  disciplined: "bị kỷ luật",
  fined: "bị xử phạt",
  dossierIncomplete: "hồ sơ chưa đầy đủ",
  underInvestigation: "đang bị thanh tra, điều tra",
  unitEnded: "không còn là thành viên của Khối",
  other: "lý do khác",
};

const withdrawalReasons: Record<WithdrawalReason, string> = {
  recounted: "kiểm phiếu lại cho kết quả khác",
  annulled: "kết quả bình chọn làm căn cứ đã bị hủy",
  excluded: "cùng thành tích này đơn vị được đề nghị hình thức khen thưởng khác",
  unitEnded: "đơn vị không còn tồn tại",
  disciplined: "đơn vị bị kỷ luật",
  notEligible: "đơn vị không đủ điều kiện",
  byBloc: "theo quyết định của Khối",
};

const voidReasons: Record<VoidReason, string> = {
  recounted: "kiểm phiếu lại cho kết quả khác",
  annulled: "cuộc bình chọn bị hủy",
};

/** What an award rests on, in the middle of a sentence. */
function basisOf(basis: ProposalBasis, say: Say): string {
  switch (basis.kind) {
    case "ballot":
      return `biên bản số ${say.count(basis.certification)} của một cuộc bình chọn`;
    case "consensus":
      return "sự thống nhất tại hội nghị";
    case "decision":
      return say.document(basis.decision);
  }
}

const noted = (note: string | undefined) => (note === undefined ? "" : `; ${note}`);

const revocationGrounds: Record<RevocationGround, string> = {
  falseAchievement: "gian dối trong kê khai thành tích",
  forgedDossier: "cung cấp thông tin sai sự thật hoặc làm giả hồ sơ",
  unlawfulProcedure: "thẩm định, xét, duyệt, đề nghị trái quy định",
  disqualifyingFinding: "có kết luận vi phạm, khuyết điểm không bảo đảm tiêu chuẩn",
};

export const awardEventsVi: Phrases<AwardEvent> = {
  AwardProposed: ({ unit, honour, season, basis, proposedOn, submission }, say) => {
    const dated = `(ngày ${say.date(proposedOn)}${submission ? `, ${say.document(submission)}` : ""})`;
    const award = `${say.honour(honour)} năm ${season} cho ${say.unit(unit)}`;
    return basis.kind === "decision"
      ? `Xét tặng ${award} theo ${say.document(basis.decision)}, ngoài đề nghị của Khối ${dated}.`
      : `Khối đề nghị tặng ${award} ${dated}.`;
  },
  AwardWithdrawn: ({ withdrawnOn, reason, note }, say) =>
    `Khối rút đề nghị ngày ${say.date(withdrawnOn)}; lý do: ${withdrawalReasons[reason]}${noted(note)}.`,
  BasisConfirmed: ({ finalisedOn }, say) =>
    `Kết quả bình chọn làm căn cứ đề nghị là kết quả chính thức từ ngày ${say.date(finalisedOn)}.`,
  BasisVoid: ({ voidOn, reason, note }, say) =>
    `Kết quả bình chọn làm căn cứ đề nghị không còn hiệu lực từ ngày ${say.date(voidOn)} (${voidReasons[reason]})${noted(note)}.`,
  BasisReplaced: ({ honour, season, unit, basis, proposedOn }, say) =>
    `${say.honour(honour)} năm ${season} của ${say.unit(unit)} nay căn cứ vào ${basisOf(basis, say)} (ngày ${say.date(proposedOn)}); quyết định khen thưởng được giữ nguyên.`,
  AwardTransferred: ({ from, to, transferredOn, decision }, say) =>
    `${say.unit(to)} kế thừa ${say.unit(from)} trong việc xét khen thưởng từ ngày ${say.date(transferredOn)} theo ${say.document(decision)}.`,
  DossierSubmitted: ({ submission, submittedOn }, say) =>
    `Nộp hồ sơ đề nghị ngày ${say.date(submittedOn)} theo ${say.document(submission)}.`,
  AwardVetted: ({ body, vettedOn }, say) =>
    `${body} thẩm định hồ sơ ngày ${say.date(vettedOn)}: đủ điều kiện.`,
  AwardReturned: ({ body, returnedOn, ground, reason }, say) =>
    `${body} trả lại hồ sơ ngày ${say.date(returnedOn)} (${grounded(grounds[ground], reason)}).`,
  AwardResubmitted: ({ submission, resubmittedOn }, say) =>
    `Trình lại hồ sơ ngày ${say.date(resubmittedOn)} theo ${say.document(submission)}.`,
  ConsiderationSuspended: ({ ground, suspendedOn, reason }, say) =>
    `Tạm dừng xét khen thưởng từ ngày ${say.date(suspendedOn)} (${grounded(grounds[ground], reason)}).`,
  ConsiderationResumed: ({ resumedOn, reason }, say) =>
    `Tiếp tục xét khen thưởng từ ngày ${say.date(resumedOn)}: ${reason}.`,
  AwardApproved: ({ council, decidedOn, vote }, say) =>
    `${council} thông qua ngày ${say.date(decidedOn)}${vote ? ` với ${say.count(vote.for)}/${say.count(vote.members)} thành viên tán thành` : ""}.`,
  AwardRejected: ({ council, decidedOn, reason }, say) =>
    `${council} không thông qua ngày ${say.date(decidedOn)}: ${reason}.`,
  AwardDecided: ({ decision }, say) => `Khen thưởng theo ${say.document(decision)}.`,
  AwardPublished: ({ publishedOn, document }, say) =>
    `Công bố quyết định khen thưởng ngày ${say.date(publishedOn)}${document ? ` (${say.document(document)})` : ""}.`,
  AwardConferred: ({ conferredOn, conferredBy, receivedBy }, say) =>
    `Trao tặng ngày ${say.date(conferredOn)}; người trao: ${say.person(conferredBy)}${receivedBy ? `; người nhận: ${say.person(receivedBy)}` : ""}.`,
  AwardDeclined: ({ declinedOn, reason }, say) =>
    `Đơn vị từ chối nhận ngày ${say.date(declinedOn)}: ${reason}.`,
  AwardRevoked: ({ ground, decision, reason }, say) =>
    `Hủy bỏ khen thưởng theo ${say.document(decision)} (${revocationGrounds[ground]}): ${reason}.`,
  AwardRecovered: ({ recoveredOn }, say) => `Thu hồi hiện vật và tiền thưởng ngày ${say.date(recoveredOn)}.`,
};

export const awardRejectionsVi: OwnPhrases<AwardRejection> = {
  AwardTaken: ({ unit, honour, season }, say) =>
    `Đề nghị này đã được lập cho ${say.unit(unit)}: ${say.honour(honour)} năm ${season}.`,
  AchievementAlreadyHonoured: ({ honour, excludedBy }, say) =>
    `Không đề nghị ${say.honour(honour)}: thành tích này đã được đề nghị tặng ${say.list(excludedBy.map(say.honour))}.`,
  AwardSuspended: ({ ground, suspendedOn }, say) =>
    `Việc xét khen thưởng đang tạm dừng từ ngày ${say.date(suspendedOn)} (${grounds[ground]}).`,
  AwardNotSuspended: () => "Việc xét khen thưởng không bị tạm dừng.",
  BasisNotFinal: ({ certification }, say) =>
    `Chưa thể quyết định: biên bản số ${say.count(certification)} của cuộc bình chọn làm căn cứ chưa là kết quả chính thức, còn có thể bị khiếu nại.`,
  BasisIsVoid: ({ voidOn, reason }, say) =>
    `Kết quả bình chọn làm căn cứ không còn hiệu lực từ ngày ${say.date(voidOn)} (${voidReasons[reason]}); phải có căn cứ mới hoặc rút đề nghị, hủy bỏ khen thưởng.`,
  OtherBasis: (data, say) => `Đề nghị khen thưởng này căn cứ vào ${otherBasisOf(data, say)}.`,
  BasisConfirmedAlready: ({ finalisedOn }, say) =>
    `Kết quả bình chọn làm căn cứ đã là kết quả chính thức từ ngày ${say.date(finalisedOn)}.`,
  NotADecision: ({ document }, say) => `${say.document(document)} không phải là quyết định.`,
  AwardPublishedAlready: ({ publishedOn }, say) =>
    `Quyết định khen thưởng đã được công bố ngày ${say.date(publishedOn)}.`,
  AwardRecoveredAlready: ({ recoveredOn }, say) =>
    `Hiện vật và tiền thưởng đã được thu hồi ngày ${say.date(recoveredOn)}.`,
};

/** What the award rests on, in words that leave no doubt that it is not the other result. */
function otherBasisOf({ basis, ballot, certification }: OtherBasis, say: Say): string {
  if (basis.kind !== "ballot") return `${basisOf(basis, say)}, không phải vào kết quả bình chọn`;
  if (basis.ballot !== ballot || certification === undefined) return "kết quả của một cuộc bình chọn khác";
  const [later, earlier] = [say.count(basis.certification), say.count(certification)];
  return `biên bản số ${later} của cuộc bình chọn, đã thay biên bản số ${earlier}`;
}

/** What each command does, as what somebody is to do. */
export const awardCommandsVi: Phrases<AwardCommand> = {
  ProposeAward: ({ unit, honour }, say) => `đề nghị tặng ${say.honour(honour)} cho ${say.unit(unit)}`,
  WithdrawProposal: () => "rút đề nghị khen thưởng",
  ConfirmBasis: () => "ghi nhận kết quả làm căn cứ đề nghị là kết quả cuối cùng",
  VoidBasis: () => "ghi nhận kết quả làm căn cứ đề nghị không còn hiệu lực",
  TransferAward: ({ to }, say) => `chuyển khen thưởng cho ${say.unit(to)}`,
  SubmitDossier: () => "ghi nhận việc nộp hồ sơ",
  VetAward: () => "ghi nhận việc thẩm định hồ sơ",
  ReturnAward: () => "trả lại hồ sơ",
  ResubmitAward: () => "trình lại hồ sơ",
  SuspendConsideration: () => "tạm dừng xét khen thưởng",
  ResumeConsideration: () => "tiếp tục xét khen thưởng",
  ApproveAward: () => "ghi nhận Hội đồng nhất trí đề nghị",
  RejectAward: () => "ghi nhận Hội đồng không nhất trí đề nghị",
  DecideAward: ({ decision }, say) => `ghi nhận quyết định khen thưởng: ${say.document(decision)}`,
  PublishAward: () => "ghi nhận việc công bố quyết định khen thưởng",
  ConferAward: () => "ghi nhận việc trao thưởng",
  DeclineAward: () => "ghi nhận đơn vị xin không nhận khen thưởng",
  RevokeAward: () => "hủy bỏ quyết định khen thưởng",
  RecordRecovery: () => "ghi nhận việc thu hồi hiện vật khen thưởng",
};
