import type { ChairRotationCommand } from "../../chair-rotation/messages.ts";
import type { Phrases } from "../language.ts";

/** What each command does, as what somebody is to do. */
export const chairRotationCommandsVi: Phrases<ChairRotationCommand> = {
  OpenRotation: () => "mở việc luân phiên Khối trưởng",
  CloseRotation: () => "kết thúc việc luân phiên",
  DesignateChair: ({ term, chair }, say) => `chọn ${say.unit(chair)} làm Khối trưởng nhiệm kỳ ${term}`,
  UndesignateChair: ({ term, chair }, say) =>
    `hủy bỏ việc chọn ${say.unit(chair)} làm Khối trưởng nhiệm kỳ ${term}`,
  DesignateDeputy: ({ term, deputy }, say) => `chọn ${say.unit(deputy)} làm Khối phó nhiệm kỳ ${term}`,
  ReleaseDeputy: ({ term, deputy }, say) => `cho ${say.unit(deputy)} thôi làm Khối phó nhiệm kỳ ${term}`,
  HandOverChair: ({ term, to }, say) => `bàn giao nhiệm vụ Khối trưởng nhiệm kỳ ${term} cho ${say.unit(to)}`,
  SeatChair: ({ term, chair }, say) => `để ${say.unit(chair)} nhận nhiệm vụ Khối trưởng nhiệm kỳ ${term}`,
  InstallChair: ({ term, chair }, say) => `giao ${say.unit(chair)} làm Khối trưởng nhiệm kỳ ${term}`,
  BeginVacantTerm: ({ term }) => `ghi nhận nhiệm kỳ ${term} bắt đầu khi chưa có Khối trưởng`,
  AppointActingChair: ({ unit, term }, say) =>
    `giao ${say.unit(unit)} tạm thời điều hành Khối trong nhiệm kỳ ${term}`,
  EndActing: ({ unit }, say) => `cho ${say.unit(unit)} thôi tạm thời điều hành Khối`,
  RecordVacancy: ({ term }) => `ghi nhận khuyết Khối trưởng nhiệm kỳ ${term}`,
  NameSubstitute: ({ term, unit, chair }, say) =>
    `cử ${say.unit(chair)} thay ${say.unit(unit)} trong nhiệm kỳ ${term}`,
  ChangeTermEnd: ({ term, endsOn }, say) => `đổi ngày kết thúc nhiệm kỳ ${term} thành ${say.date(endsOn)}`,
  HoldOver: ({ term }) => `giữ nguyên Khối trưởng thêm trong nhiệm kỳ ${term}`,
  NoteIncident: ({ term }) => `ghi nhận sự việc trong nhiệm kỳ ${term}`,
  DeclineTurn: ({ term, unit }, say) => `ghi nhận ${say.unit(unit)} xin không nhận nhiệm kỳ ${term}`,
  SkipTurn: ({ term, unit }, say) => `bỏ qua lượt nhiệm kỳ ${term} của ${say.unit(unit)}`,
  ClaimOwedTurn: ({ term }) => `nhận lượt bù vào nhiệm kỳ ${term}`,
  BreakObligation: () => "ghi nhận không thực hiện lượt bù",
  JoinRotation: ({ unit, name }, say) => `đưa ${name ?? say.unit(unit)} vào danh sách luân phiên`,
  LeaveRotation: ({ unit }, say) => `đưa ${say.unit(unit)} ra khỏi danh sách luân phiên`,
  RenameInRotation: ({ unit, name }, say) =>
    `đổi tên ${say.unit(unit)} trong danh sách luân phiên thành ${name}`,
  SuspendFromRotation: ({ unit }, say) => `tạm dừng lượt luân phiên của ${say.unit(unit)}`,
  ReinstateInRotation: ({ unit }, say) => `cho ${say.unit(unit)} luân phiên trở lại`,
  MergeInRotation: ({ units, into, name }, say) =>
    `ghi việc sáp nhập ${say.units(units)} vào ${name ?? say.unit(into)} trong danh sách luân phiên`,
  SplitInRotation: ({ unit }, say) => `ghi việc chia tách ${say.unit(unit)} trong danh sách luân phiên`,
  PlaceInOrder: ({ term, unit }, say) => `xếp vị trí của ${say.unit(unit)} từ nhiệm kỳ ${term}`,
  RemoveFromOrder: ({ term, unit }, say) => `đưa ${say.unit(unit)} ra khỏi thứ tự từ nhiệm kỳ ${term}`,
  ReplaceOrder: ({ term }) => `thay thứ tự luân phiên từ nhiệm kỳ ${term}`,
  AdoptRotationPolicy: ({ term }) => `áp dụng quy chế luân phiên mới từ nhiệm kỳ ${term}`,
  AnnounceOrderLot: ({ term }) => `công bố bốc thăm thứ tự từ nhiệm kỳ ${term}`,
  DrawOrder: () => "ghi nhận kết quả bốc thăm thứ tự",
  ProposeSwap: ({ a, b }) => `đề nghị hoán đổi nhiệm kỳ ${a.term} và ${b.term}`,
  ConsentToSwap: ({ unit }, say) => `ghi nhận ${say.unit(unit)} đồng ý hoán đổi`,
  RatifySwap: () => "thông qua việc hoán đổi",
  ExpireSwap: () => "ghi nhận đề nghị hoán đổi hết hiệu lực",
  ReceiveFlag: ({ to }, say) =>
    `ghi nhận ${to.kind === "unit" ? say.unit(to.unit) : "cơ quan tặng Cờ"} đã nhận Cờ luân lưu`,
  ReportFlagLost: () => "báo mất Cờ luân lưu",
  ReportFlagFound: () => "báo đã tìm thấy Cờ luân lưu",
  ReplaceFlag: () => "thay Cờ luân lưu",
};
