import type { DataOf } from "../../kernel/messages.ts";
import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { purposeVi } from "./ballot-words.ts";
import { disciplineFormsVi } from "./bloc.ts";

const ends = { certified: "biên bản kiểm phiếu đã ký", annulled: "đã bị hủy" };

const left = {
  rotation: "việc luân phiên Khối trưởng chưa kết thúc",
  conference: "hội nghị chưa hủy",
  campaign: "phong trào thi đua chưa kết thúc",
};

const bars: Record<DataOf<MatterText, "ElectedNotEligible">["reasons"][number], string> = {
  notMember: "không phải là thành viên Khối vào ngày bình chọn",
  notRegistered: "chưa đăng ký danh hiệu",
  verdictTooLow: "giao ước chưa được đánh giá đạt mức quy định",
  honourNotHeld: "chưa có hình thức khen thưởng mà quy chế yêu cầu",
  disciplined: "bị kỷ luật",
};

const steps: Record<DataOf<MatterText, "AwardStepAwaited">["step"], string> = {
  dossier: "nộp hồ sơ đề nghị tặng",
  resubmission: "nộp lại hồ sơ đề nghị tặng",
  publication: "công bố quyết định tặng",
  conferral: "trao tặng",
  recovery: "thu hồi hiện vật và tiền thưởng của",
};

export const mattersVi: Phrases<MatterText> = {
  BallotNotSettled: ({ matter, end }) =>
    `Chưa ghi nhận tại hội nghị việc kết thúc cuộc bình chọn ${quoted(matter)} (${ends[end]}).`,
  BallotOfCancelledConference: ({ purpose, season }, say) =>
    `Hội nghị đã hủy nhưng cuộc bình chọn ${purposeVi(purpose, say)} năm ${season} chưa hủy.`,
  BallotCertifiedThoughCancelled: ({ purpose, season }, say) =>
    `Hội nghị đã hủy nhưng kết quả bình chọn ${purposeVi(purpose, say)} năm ${season} đã được xác nhận; xem xét lại kết quả.`,
  DraftNotIssued: ({ title, adoptedOn }, say) =>
    `Dự thảo ${quoted(title)} đã thông qua ngày ${say.date(adoptedOn)}, chưa ban hành.`,
  RotationNotFollowed: ({ unit }, say) =>
    `Danh sách luân phiên chưa khớp với thành viên Khối: thay đổi của ${say.unit(unit)} chưa được ghi nhận.`,
  PledgeOfFormerMember: ({ unit, season }, say) =>
    `Giao ước năm ${season} của ${say.unit(unit)} chưa được xử lý (chuyển cho đơn vị kế thừa hoặc hủy).`,
  InvitationNotRevised: ({ heldOn }, say) =>
    `Thành phần hội nghị ngày ${say.date(heldOn)} chưa khớp với thành viên Khối.`,
  LeftByDissolvedBloc: ({ what }) => `Khối đã giải thể, còn ${left[what]}.`,
  PledgesUnconcluded: ({ season, units }, say) =>
    `Phong trào năm ${season} đã tổng kết, còn ${say.count(units.length)} giao ước chưa đánh giá: ${say.units(units)}.`,
  PledgeNotSigned: ({ unit }, say) =>
    unit === undefined
      ? "Biên bản hội nghị ghi một giao ước đã được ký nhưng chưa có giao ước đó."
      : `Biên bản hội nghị ghi ${say.unit(unit)} đã ký giao ước nhưng chưa có giao ước được ký.`,
  ProposalNotMade: ({ unit, honour }, say) =>
    `Chưa lập được đề nghị tặng ${say.honour(honour)} cho ${say.unit(unit)}.`,
  ProposedWithoutResult: ({ unit, honour }, say) =>
    `Đề nghị tặng ${say.honour(honour)} cho ${say.unit(unit)} không có kết quả bình chọn còn hiệu lực hoặc hội nghị đã bế mạc làm căn cứ.`,
  TwoResults: ({ unit, honour, certifiedOn, countedOn }, say) =>
    `Có hai kết quả bình chọn ${say.honour(honour)} cùng còn hiệu lực: kết quả ngày ${say.date(countedOn)} được tính; ${say.unit(unit)}, trúng theo kết quả ngày ${say.date(certifiedOn)}, chưa được đề nghị.`,
  ElectedInVoidRound: ({ unit, honour, annulledOn }, say) =>
    `${say.unit(unit)} trúng ${say.honour(honour)} ở vòng theo sau cuộc bỏ phiếu đã bị hủy ngày ${say.date(annulledOn)} nên chưa được đề nghị: bỏ phiếu lại sau khi có kết quả mới.`,
  ProposalNotWithdrawn: ({ unit, honour }, say) =>
    `Chưa rút được đề nghị tặng ${say.honour(honour)} cho ${say.unit(unit)}, dù kết quả đã thay đổi hoặc đơn vị không đủ điều kiện.`,
  GrantedOnVoidResult: ({ unit, honour }, say) =>
    `Đã có quyết định tặng ${say.honour(honour)} cho ${say.unit(unit)}, nhưng kết quả bình chọn làm căn cứ không còn hiệu lực; báo cáo cấp có thẩm quyền.`,
  SeatLeftByExclusion: ({ unit, honour, other }, say) =>
    `${say.unit(unit)} được ${say.honour(honour)} nên không đề nghị ${say.honour(other)}; còn trống 01 ${say.honour(other)}: bỏ phiếu bổ sung hoặc để trống.`,
  BasisNotConfirmed: ({ unit, honour }, say) =>
    `Kết quả bình chọn ${say.honour(honour)} đã là cuối cùng nhưng chưa ghi nhận ở đề nghị của ${say.unit(unit)}.`,
  ElectedNotEligible: ({ unit, honour, reasons }, say) =>
    `${say.unit(unit)} được bầu nhận ${say.honour(honour)} nhưng không đủ điều kiện: ${say.list(reasons.map((reason) => bars[reason]))}.`,
  AwardOfFormerMember: ({ unit, honour, endedOn }, say) =>
    `${say.unit(unit)} không còn là thành viên Khối từ ngày ${say.date(endedOn)}; đề nghị tặng ${say.honour(honour)} cần Khối quyết định (rút hoặc chuyển cho đơn vị kế thừa).`,
  AwardOfDissolvedBloc: ({ unit, honour }, say) =>
    `Khối đã giải thể, đề nghị tặng ${say.honour(honour)} cho ${say.unit(unit)} chưa có quyết định; báo cáo cấp có thẩm quyền.`,
  ConsiderationNotSuspended: ({ unit, honour }, say) =>
    `Chưa tạm dừng được việc xét ${say.honour(honour)} cho ${say.unit(unit)}.`,
  ConsiderationNotResumed: ({ unit, honour }, say) =>
    `Chưa tiếp tục được việc xét ${say.honour(honour)} cho ${say.unit(unit)}.`,
  DisciplinedThoughGranted: ({ unit, honour, disciplinedOn, form }, say) =>
    `${say.unit(unit)} bị ${form === undefined ? "kỷ luật" : disciplineFormsVi[form]} ngày ${say.date(disciplinedOn)}; ${say.honour(honour)} đã quyết định: xem xét hủy bỏ.`,
  AwardStepAwaited: ({ unit, honour, step }, say) =>
    `Chưa ${steps[step]} ${say.honour(honour)} của ${say.unit(unit)}.`,
  HonoursExcludeEachOther: ({ unit, honour, other }, say) =>
    `${say.unit(unit)} được đề nghị cả ${say.honour(honour)} và ${say.honour(other)}, là hai hình thức loại trừ nhau.`,
  MoreThanSeats: ({ honour, proposed, seats }, say) =>
    `Số đơn vị được đề nghị ${say.honour(honour)} nhiều hơn số suất: ${say.count(proposed)} trên ${say.count(seats)}.`,
};
