import type { ReasonCode } from "../../season/messages.ts";
import { groundsVi } from "./ballot-words.ts";

/** Why a process did something. */
export const reasonsVi: Record<ReasonCode, string> = {
  unitIsNoMember: "không còn là thành viên của Khối",
  unitIsMemberAgain: "lại là thành viên của Khối",
  unitIsMemberOnLastDay: "là thành viên của Khối vào ngày cuối năm thi đua",
  unitDisciplined: "bị kỷ luật",
  unitUnderInvestigation: "đang bị thanh tra, điều tra",
  nothingAgainstUnit: "không còn bị kỷ luật, không còn bị thanh tra, điều tra",
  investigationOver: "việc thanh tra, điều tra đã kết thúc",
  unitSuspended: "tạm dừng tham gia Khối",
  unitReinstated: "tham gia Khối trở lại",
  unitDissolved: "đơn vị giải thể",
  unitTransferred: "đơn vị chuyển sang khối khác",
  unitWithdrawn: "đơn vị rút khỏi khối",
  unitMergedElsewhere: "đơn vị sáp nhập vào đơn vị ngoài khối",
  blocReconstituted: "kiện toàn Khối",
  unitCannotServe: "đơn vị không còn đủ điều kiện đảm nhiệm",
  resultAnnulled: "kết quả bầu đã bị hủy",
  resultRecounted: "kiểm phiếu lại cho kết quả khác",
  chairVoteVoid: "kết quả bầu Khối trưởng không còn giá trị",
  votingInterrupted: "hội nghị hoãn khi đang bỏ phiếu",
  conferenceCancelled: groundsVi.conferenceCancelled,
  noTieLeft: groundsVi.noTieLeft,
  roundVoid: groundsVi.roundVoid,
  roundNotOwed: "hình thức khen thưởng này được bình chọn riêng, hoặc không còn đơn vị nào để bình chọn",
  blocGoesOn: "Khối quyết định tiếp tục xem xét",
};
