import type { BallotCommand } from "../../ballot/messages.ts";
import type { Phrases } from "../language.ts";
import { ballotForVi } from "./ballot-words.ts";

/** What each command does, as what somebody is to do. */
export const ballotCommandsVi: Phrases<BallotCommand> = {
  OpenBallot: ({ purpose, season }, say) => `chuẩn bị cuộc ${ballotForVi(purpose, say)} năm ${season}`,
  ReviseBallot: () => "điều chỉnh nội dung cuộc bầu chọn",
  TakeRoom: ({ openedOn }) =>
    openedOn !== undefined
      ? "lấy danh sách có mặt tại hội nghị đang họp"
      : "lấy danh sách có mặt tại hội nghị chưa họp",
  CheckIn: ({ unit }, say) => `ghi nhận ${say.unit(unit)} có mặt để bỏ phiếu`,
  RecordDeparture: ({ unit }, say) => `ghi nhận ${say.unit(unit)} rời cuộc bầu chọn`,
  AcceptProxy: ({ principal, holder }, say) =>
    `ghi nhận ${say.unit(holder)} bỏ phiếu thay ${say.unit(principal)}`,
  WithdrawProxy: ({ principal }, say) => `ghi nhận ${say.unit(principal)} thôi ủy quyền bỏ phiếu`,
  ConsultInWriting: ({ unit }, say) => `lấy ý kiến bằng văn bản của ${say.unit(unit)}`,
  OpenVoting: () => "bắt đầu bỏ phiếu",
  CorrectVotingDay: ({ openedOn }, say) => `đính chính ngày bỏ phiếu: ${say.date(openedOn)}`,
  IssuePaper: ({ unit }, say) => `phát phiếu cho ${say.unit(unit)}`,
  ReplacePaper: ({ unit }, say) => `đổi phiếu cho ${say.unit(unit)}`,
  CountDeposits: () => "đếm số phiếu trong hòm phiếu",
  CloseBox: () => "khóa hòm phiếu",
  SealBox: () => "niêm phong phiếu",
  OpenBox: () => "mở hòm phiếu",
  SubmitTally: () => "nộp kết quả kiểm phiếu",
  RecountPapers: () => "kiểm phiếu lại",
  RetakeHands: () => "biểu quyết giơ tay lại",
  RecordCalledVote: ({ unit }, say) => `ghi phiếu của ${say.unit(unit)}`,
  CorrectCalledVote: ({ unit }, say) => `đính chính phiếu của ${say.unit(unit)}`,
  CloseRollCall: () => "kết thúc gọi tên biểu quyết",
  AcclaimNominees: () => "ghi nhận việc suy tôn",
  ObjectToAcclamation: ({ unit }, say) => `ghi nhận ${say.unit(unit)} không nhất trí suy tôn`,
  TakeTieStep: () => "thực hiện bước xử lý bằng phiếu tiếp theo",
  NameChair: () => "nêu người điều hành hội nghị",
  DecideTie: () => "người điều hành quyết định trường hợp bằng phiếu",
  AnnounceLot: () => "công bố bốc thăm",
  DrawLot: () => "ghi nhận kết quả bốc thăm",
  CallRunOff: () => "tổ chức bỏ phiếu lại giữa các đơn vị bằng phiếu",
  RecordRunOff: () => "ghi nhận kết quả bỏ phiếu lại",
  VoidRunOff: () => "ghi nhận kết quả bỏ phiếu lại không còn hiệu lực",
  RecordParticulars: () => "ghi các chi tiết của biên bản kiểm phiếu",
  CertifyBallot: () => "ký biên bản kiểm phiếu",
  ChallengeResult: () => "ghi nhận khiếu nại về kết quả",
  UpholdChallenge: () => "chấp nhận khiếu nại",
  DismissChallenge: () => "bác khiếu nại",
  AnnulBallot: () => "hủy cuộc bầu chọn",
  FinaliseResult: () => "công bố kết quả cuối cùng",
};
