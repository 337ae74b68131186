import type {
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  RevocationGround,
} from "../../award/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

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
  other: "lý do khác",
};

const revocationGrounds: Record<RevocationGround, string> = {
  falseAchievement: "gian dối trong kê khai thành tích",
  forgedDossier: "cung cấp thông tin sai sự thật hoặc làm giả hồ sơ",
  unlawfulProcedure: "thẩm định, xét, duyệt, đề nghị trái quy định",
  disqualifyingFinding: "có kết luận vi phạm, khuyết điểm không bảo đảm tiêu chuẩn",
};

export const awardEventsVi: Phrases<AwardEvent> = {
  AwardProposed: ({ unit, honour, season, proposedOn, submission }, say) =>
    `Khối đề nghị tặng ${say.honour(honour)} năm ${season} cho ${say.unit(unit)} (ngày ${say.date(proposedOn)}${submission ? `, ${say.document(submission)}` : ""}).`,
  AwardWithdrawn: ({ withdrawnOn, reason }, say) =>
    `Khối rút đề nghị ngày ${say.date(withdrawnOn)}: ${reason}.`,
  AwardVetted: ({ body, vettedOn }, say) =>
    `${body} thẩm định hồ sơ ngày ${say.date(vettedOn)}: đủ điều kiện.`,
  AwardReturned: ({ body, returnedOn, ground, reason }, say) =>
    `${body} trả lại hồ sơ ngày ${say.date(returnedOn)} (${grounds[ground]}): ${reason}.`,
  AwardResubmitted: ({ submission, resubmittedOn }, say) =>
    `Trình lại hồ sơ ngày ${say.date(resubmittedOn)} theo ${say.document(submission)}.`,
  ConsiderationSuspended: ({ ground, suspendedOn, reason }, say) =>
    `Tạm dừng xét khen thưởng từ ngày ${say.date(suspendedOn)} (${grounds[ground]}): ${reason}.`,
  ConsiderationResumed: ({ resumedOn, reason }, say) =>
    `Tiếp tục xét khen thưởng từ ngày ${say.date(resumedOn)}: ${reason}.`,
  AwardApproved: ({ council, decidedOn, vote }, say) =>
    `${council} thông qua ngày ${say.date(decidedOn)}${vote ? ` với ${say.count(vote.for)}/${say.count(vote.members)} thành viên tán thành` : ""}.`,
  AwardRejected: ({ council, decidedOn, reason }, say) =>
    `${council} không thông qua ngày ${say.date(decidedOn)}: ${reason}.`,
  AwardDecided: ({ decision }, say) => `Khen thưởng theo ${say.document(decision)}.`,
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
  NotADecision: ({ document }, say) => `${say.document(document)} không phải là quyết định khen thưởng.`,
  AwardRecoveredAlready: ({ recoveredOn }, say) =>
    `Hiện vật và tiền thưởng đã được thu hồi ngày ${say.date(recoveredOn)}.`,
};
