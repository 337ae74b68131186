import type { RotationDeeds } from "../rotation-telling.ts";
import { owedTurnVi } from "./rotation-words.ts";

/** What an event of the rotation did, as the subject of "nếu không có". */
export const rotationDeedsVi: RotationDeeds = {
  ChairDesignated: ({ term, chair }, say) => `việc chọn ${say.unit(chair)} cho nhiệm kỳ ${term}`,
  ChairUndesignated: ({ term, chair }, say) =>
    `việc hủy bỏ kết quả chọn ${say.unit(chair)} cho nhiệm kỳ ${term}`,
  DeputyDesignated: ({ term, deputy }, say) => `việc chọn ${say.unit(deputy)} làm Khối phó nhiệm kỳ ${term}`,
  DeputyReleased: ({ term, deputy }, say) => `việc ${say.unit(deputy)} thôi làm Khối phó nhiệm kỳ ${term}`,
  ChairInstalled: ({ term, chair }, say) =>
    `việc ${say.unit(chair)} nhận nhiệm vụ Khối trưởng nhiệm kỳ ${term}`,
  ActingChairAppointed: ({ unit }, say) => `việc ${say.unit(unit)} tạm thời điều hành Khối`,
  ActingChairEnded: ({ unit }, say) => `việc ${say.unit(unit)} thôi tạm thời điều hành Khối`,
  TermVacated: ({ term }) => `việc để khuyết Khối trưởng nhiệm kỳ ${term}`,
  SubstituteNamed: ({ term, unit, chair }, say) =>
    `việc ${say.unit(chair)} làm thay ${say.unit(unit)} trong nhiệm kỳ ${term}`,
  TermEndChanged: ({ term }) => `việc đổi ngày kết thúc nhiệm kỳ ${term}`,
  ChairHeldOver: ({ term }) => `việc giữ thêm nhiệm kỳ ${term}`,
  TurnDeclined: ({ term, unit }, say) => `việc ${say.unit(unit)} xin không nhận lượt nhiệm kỳ ${term}`,
  TurnSkipped: ({ term, unit }, say) => `việc bỏ qua lượt nhiệm kỳ ${term} của ${say.unit(unit)}`,
  OwedTurnClaimed: ({ term, unit }, say) => `việc ${say.unit(unit)} nhận lượt bù vào nhiệm kỳ ${term}`,
  ObligationBroken: (owed, say) => `việc không thực hiện ${owedTurnVi(owed, say)}`,
  UnitJoinedRotation: ({ unit }, say) => `việc ${say.unit(unit)} gia nhập`,
  UnitLeftRotation: ({ unit, ceases }, say) =>
    `việc ${say.unit(unit)} ${ceases ? "giải thể" : "thôi tham gia luân phiên"}`,
  UnitRenamedInRotation: ({ unit }, say) => `việc ${say.unit(unit)} đổi tên`,
  UnitSuspendedFromRotation: ({ unit }, say) => `việc tạm đình chỉ ${say.unit(unit)}`,
  UnitReinstatedInRotation: ({ unit }, say) => `việc ${say.unit(unit)} trở lại luân phiên`,
  UnitsMergedInRotation: ({ units, into, name }, say) =>
    units.length === 1
      ? `việc sáp nhập ${say.units(units)} vào ${name ?? say.unit(into)}`
      : `việc hợp nhất ${say.units(units)} thành ${name ?? say.unit(into)}`,
  UnitSplitInRotation: ({ unit }, say) => `việc chia tách ${say.unit(unit)}`,
  UnitPlacedInOrder: ({ term, unit }, say) => `việc xếp lại vị trí của ${say.unit(unit)} từ nhiệm kỳ ${term}`,
  UnitRemovedFromOrder: ({ term, unit }, say) =>
    `việc đưa ${say.unit(unit)} ra khỏi thứ tự từ nhiệm kỳ ${term}`,
  OrderReplaced: ({ term }) => `thứ tự mới từ nhiệm kỳ ${term}`,
  RotationPolicyAdopted: ({ term }) => `quy chế mới từ nhiệm kỳ ${term}`,
  OrderLotAnnounced: ({ term }) => `việc bốc thăm thứ tự từ nhiệm kỳ ${term}`,
  OrderDrawn: ({ term }) => `việc bốc thăm thứ tự từ nhiệm kỳ ${term}`,
  SwapProposed: ({ a, b }) => `việc hoán đổi nhiệm kỳ ${a.term} và ${b.term}`,
  SwapConsented: ({ unit }, say) => `việc ${say.unit(unit)} đồng ý hoán đổi`,
  SwapRatified: () => "việc thông qua hoán đổi",
  FlagReceived: () => "việc nhận Cờ luân lưu",
  FlagLost: () => "việc báo mất Cờ luân lưu",
  FlagFound: () => "việc tìm thấy Cờ luân lưu",
  FlagReplaced: () => "việc thay Cờ luân lưu",
  SwapExpired: () => "việc đề nghị hoán đổi hết hiệu lực",
};
