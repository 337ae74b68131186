import type { ChairRotationRejection } from "../../chair-rotation/messages.ts";
import type { Phrases } from "../language.ts";
import { custodianVi } from "./rotation-words.ts";

export const chairRotationStatusesVi = { blank: "chưa mở", open: "đang mở", closed: "đã chấm dứt" };

const signatures = { handedBy: "bên giao", receivedBy: "bên nhận" };

const obligations = { open: "còn để ngỏ", honoured: "đã thực hiện", broken: "không được thực hiện" };

const swaps = {
  proposed: "mới được đề nghị",
  agreed: "đã được hai bên đồng ý",
  inForce: "đã có hiệu lực",
  expired: "đã hết hiệu lực",
  voided: "không còn giá trị",
};

export const chairRotationRejectionsVi: Phrases<ChairRotationRejection> = {
  RotationInWrongState: ({ status, allowed }, say) =>
    `Việc luân phiên ${chairRotationStatusesVi[status]}; việc này chỉ thực hiện được khi việc luân phiên ${say.either(allowed.map((one) => chairRotationStatusesVi[one]))}.`,
  RotationTaken: () => "Việc luân phiên này đã mở với nội dung khác.",
  RosterEmpty: () => "Danh sách đơn vị luân phiên không có đơn vị nào.",
  UnitTwiceInRotation: ({ unit }, say) => `${say.unit(unit)} có tên hai lần.`,
  UnitNotInRotation: ({ unit }, say) => `${say.unit(unit)} không tham gia luân phiên trong thời gian đó.`,
  UnitInRotationAlready: ({ unit }, say) => `${say.unit(unit)} đã tham gia luân phiên.`,
  UnitNotSuspended: ({ unit }, say) => `${say.unit(unit)} không bị tạm đình chỉ.`,
  UnitSuspended: ({ unit }, say) => `${say.unit(unit)} bị tạm đình chỉ trong nhiệm kỳ đó.`,
  TooManyUnitsInRotation: ({ unitsMax }, say) =>
    `Việc luân phiên có nhiều nhất ${say.count(unitsMax)} đơn vị.`,
  OrderEmpty: () => "Thứ tự luân phiên không có đơn vị nào.",
  TermUnknown: ({ term }) => `Không có nhiệm kỳ ${term}.`,
  TermBegunAlready: ({ term, running }) =>
    `Nhiệm kỳ ${term} đã bắt đầu (nhiệm kỳ hiện tại: ${running}) nên không sửa được nữa.`,
  TermNotNext: ({ term, next }) => `Nhiệm kỳ kế tiếp là ${next}, không phải ${term}.`,
  TermNotRunning: ({ term, running }) =>
    `Nhiệm kỳ ${term} không phải nhiệm kỳ hiện tại${running === undefined ? "" : ` (${running})`}.`,
  TermEndsBeforeItStarts: ({ term, startsOn, endsOn }, say) =>
    `Nhiệm kỳ ${term} bắt đầu ngày ${say.date(startsOn)} nên ngày cuối cùng không thể là ngày ${say.dayBefore(endsOn)}.`,
  DateBeyondCalendar: ({ date }, say) => `Lịch luân phiên không tính đến ngày ${say.date(date)}.`,
  RotationDateInFuture: ({ date, today }, say) =>
    `Ngày ${say.date(date)} chưa đến (hôm nay là ${say.date(today)}).`,
  RotationDateOutOfOrder: ({ date, notBefore }, say) =>
    `Ngày ${say.date(date)} quá sớm: không được trước ngày ${say.date(notBefore)}.`,
  DeputyIsChair: ({ unit }, say) => `${say.unit(unit)} không thể vừa là Khối trưởng vừa là Khối phó.`,
  NotDeputyOfTerm: ({ term, unit }, say) => `${say.unit(unit)} không phải Khối phó nhiệm kỳ ${term}.`,
  ChairOutOfTurn: ({ term, chair, holder }, say) =>
    `Nhiệm kỳ ${term} đến lượt ${say.unit(holder)}, không phải ${say.unit(chair)}.`,
  ChairNotInGroup: ({ term, chair, group }, say) =>
    `Nhiệm kỳ ${term} đến lượt nhóm ${say.units(group)}; ${say.unit(chair)} không thuộc nhóm đó.`,
  ChairDesignatedAlready: ({ term, chair }, say) =>
    `Nhiệm kỳ ${term} đã chọn ${say.unit(chair)} làm Khối trưởng.`,
  TermWithoutChair: ({ term }) => `Nhiệm kỳ ${term} chưa chọn được Khối trưởng.`,
  TermHasChair: ({ term, chair }, say) => `Nhiệm kỳ ${term} đã có Khối trưởng là ${say.unit(chair)}.`,
  NotHolderOfTerm: ({ term, unit, holder }, say) =>
    `Nhiệm kỳ ${term} không phải của ${say.unit(unit)}${holder === undefined ? "" : ` mà của ${say.unit(holder)}`}.`,
  NotHolderOfChair: ({ unit, holder }, say) =>
    `${say.unit(unit)} không giữ nhiệm vụ Khối trưởng${holder === undefined ? "" : `; Khối trưởng là ${say.unit(holder)}`}.`,
  ChairHeldAlready: ({ term, holder }, say) =>
    `Nhiệm kỳ ${term} đang có Khối trưởng là ${say.unit(holder)}; không thể có hai Khối trưởng.`,
  HandoverOutsideTolerance: ({ date, from, until }, say) =>
    `Ngày bàn giao ${say.date(date)} nằm ngoài khoảng cho phép (từ ngày ${say.date(from)} đến hết ngày ${say.date(until)}).`,
  HandoverUnsigned: ({ missing }, say) =>
    `Biên bản bàn giao còn thiếu chữ ký: ${say.list(missing.map((side) => signatures[side]))}.`,
  ActingChairAlready: ({ unit }, say) => `${say.unit(unit)} đang tạm thời điều hành Khối.`,
  ActingChairHoldsChair: ({ unit }, say) =>
    `${say.unit(unit)} đang là Khối trưởng nên không tạm thời điều hành thay chính mình.`,
  NobodyActing: ({ unit }, say) => `${say.unit(unit)} không tạm thời điều hành Khối.`,
  TermVacantAlready: ({ term }) => `Nhiệm kỳ ${term} đã khuyết Khối trưởng.`,
  SubstituteIsHolder: ({ term, unit }, say) =>
    `${say.unit(unit)} giữ nhiệm kỳ ${term} nên không thể thay cho chính mình.`,
  NothingToHoldOver: ({ term }) => `Trước nhiệm kỳ ${term} không có Khối trưởng nào để giữ thêm.`,
  ObligationUnknown: ({ obligation }) => `Không có lượt bù “${obligation}”.`,
  ObligationNotOpen: ({ obligation, status }) => `Lượt bù “${obligation}” ${obligations[status]}.`,
  MergeIntoItself: ({ unit }, say) => `${say.unit(unit)} không thể sáp nhập vào chính mình.`,
  SplitIntoItself: ({ unit }, say) => `${say.unit(unit)} không thể là đơn vị mới tách ra từ chính mình.`,
  SwapUnknown: ({ swap }) => `Không có đề nghị hoán đổi “${swap}”.`,
  SwapTaken: ({ swap }) => `Đề nghị hoán đổi “${swap}” đã có với nội dung khác.`,
  SwapOfOneTerm: ({ term }) => `Không thể hoán đổi nhiệm kỳ ${term} với chính nó.`,
  SwapOfOneUnit: ({ unit }, say) => `${say.unit(unit)} không thể hoán đổi với chính mình.`,
  SwapHolderStale: ({ term, unit, holder }, say) =>
    `Không hoán đổi được: nhiệm kỳ ${term} hiện không phải của ${say.unit(unit)}${holder === undefined ? "" : ` mà của ${say.unit(holder)}`}.`,
  SwapConsentNotSought: ({ swap, unit }, say) => `Hoán đổi “${swap}” không liên quan đến ${say.unit(unit)}.`,
  SwapNotOpen: ({ swap, status }) => `Hoán đổi “${swap}” ${swaps[status]}.`,
  SwapNotConsented: ({ swap, missing }, say) =>
    `Hoán đổi “${swap}” còn thiếu sự đồng ý của ${say.units(missing)}.`,
  SwapStillOpen: ({ swap, expiresOn }, say) =>
    `Đề nghị hoán đổi “${swap}” còn hiệu lực đến hết ngày ${say.date(expiresOn)}.`,
  LotUnknown: ({ lot }) => `Không có lần bốc thăm “${lot}”.`,
  LotTaken: ({ lot }) => `Lần bốc thăm “${lot}” đã công bố với danh sách khác.`,
  LotDrawnAlready: ({ lot }) => `Lần bốc thăm “${lot}” đã thực hiện.`,
  LotDrawnOtherwise: ({ announced }, say) =>
    `Bốc thăm phải theo đúng các căn cứ đã công bố: ${say.list(announced)}.`,
  NoFlag: () => "Khối không có Cờ luân lưu Khối trưởng.",
  NotCustodian: ({ named, custodian }, say) =>
    `Nơi giữ Cờ luân lưu là ${custodianVi(custodian, say)}, không phải ${custodianVi(named, say)}.`,
  FlagIsLost: () => "Cờ luân lưu đã mất; phải cấp lại cờ trước.",
  FlagNotLost: ({ custodian }, say) => `Cờ luân lưu không mất; nơi giữ: ${custodianVi(custodian, say)}.`,
  FlagWithoutOffice: ({ unit }, say) =>
    `${say.unit(unit)} không phải Khối trưởng đương nhiệm hoặc kế nhiệm nên không nhận Cờ luân lưu.`,
};
