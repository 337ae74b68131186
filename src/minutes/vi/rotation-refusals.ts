import type { ChairRotationRejection } from "../../chair-rotation/messages.ts";
import type { OwnPhrases, Say } from "../language.ts";
import { custodianVi, owedTurnVi, swapVi } from "./rotation-words.ts";

/** A fact that is recorded late acts from the first open day; the sentence after this tells what is so on that day. */
const lateVi = (actsOn: string | undefined, say: Say) =>
  actsOn === undefined ? "" : `Ghi nhận lúc này thì chỉ có hiệu lực từ ngày ${say.date(actsOn)}: khi đó `;

const standsLater = {
  passedOver: "đơn vị đã từ chối hoặc không được tính lượt trong nhiệm kỳ đó",
  nextLap: "đơn vị được chọn từ vòng sau",
  notPlaced: "đơn vị được chọn khi đã có vị trí trong thứ tự luân phiên",
  lastChair: "đơn vị vừa làm Khối trưởng trước vòng mới",
};

const factsVi = {
  UnitJoinedRotation: (unit: string, on: string) => `${unit} tham gia luân phiên từ ngày ${on}`,
  UnitLeftRotation: (unit: string, on: string) => `${unit} thôi tham gia luân phiên từ ngày ${on}`,
  UnitRenamedInRotation: (unit: string, on: string) => `${unit} đổi tên từ ngày ${on}`,
  UnitsMergedInRotation: (unit: string, on: string) => `sáp nhập, hợp nhất có ${unit} từ ngày ${on}`,
  UnitSplitInRotation: (unit: string, on: string) => `chia tách có ${unit} từ ngày ${on}`,
  UnitSuspendedFromRotation: (unit: string, on: string) => `tạm đình chỉ ${unit} từ ngày ${on}`,
  UnitReinstatedInRotation: (unit: string, on: string) =>
    `${unit} được tham gia luân phiên trở lại từ ngày ${on}`,
};

const signatures = { handedBy: "bên giao", receivedBy: "bên nhận" };

const obligations = { open: "còn để ngỏ", honoured: "đã thực hiện", broken: "không được thực hiện" };

const swaps = {
  proposed: "mới được đề nghị",
  agreed: "đã được hai bên đồng ý",
  inForce: "đã có hiệu lực",
  expired: "đã hết hiệu lực",
  voided: "không còn giá trị",
};

export const chairRotationRejectionsVi: OwnPhrases<ChairRotationRejection> = {
  RotationTaken: () => "Việc luân phiên này đã mở với nội dung khác.",
  RosterEmpty: () => "Danh sách đơn vị luân phiên không có đơn vị nào.",
  UnitTwiceInRotation: ({ unit }, say) => `${say.unit(unit)} có tên hai lần.`,
  UnitNotInRotation: ({ unit, into, since, actsOn }, say) =>
    since === undefined
      ? `${lateVi(actsOn, say)}${say.unit(unit)} không tham gia luân phiên trong thời gian đó.`
      : `${say.unit(unit)} không còn tham gia luân phiên từ ngày ${say.date(since)}${into === undefined ? "" : `; ${say.unit(into)} đã kế thừa`}.`,
  UnitInRotationAlready: ({ unit, actsOn }, say) =>
    `${lateVi(actsOn, say)}${say.unit(unit)} đã tham gia luân phiên.`,
  UnitNotSuspended: ({ unit, actsOn }, say) =>
    `${lateVi(actsOn, say)}${say.unit(unit)} không bị tạm đình chỉ khi đó.`,
  UnitSuspended: ({ unit }, say) => `${say.unit(unit)} bị tạm đình chỉ khi đó.`,
  TooManyUnitsInRotation: ({ unitsMax }, say) =>
    `Việc luân phiên có nhiều nhất ${say.count(unitsMax)} đơn vị.`,
  OrderGoesByKey: ({ term }) =>
    `Ở nhiệm kỳ ${term}, thứ tự luân phiên theo khóa sắp xếp nên không chỉ định được vị trí khác.`,
  UnitNotInOrder: ({ term, unit }, say) =>
    `${say.unit(unit)} không có vị trí trong thứ tự luân phiên của nhiệm kỳ ${term}.`,
  PlacedAfterItself: ({ unit }, say) => `${say.unit(unit)} không thể đứng sau chính mình.`,
  UnitEnded: ({ unit, into }, say) =>
    `${say.unit(unit)} không còn tồn tại${into === undefined ? "" : `; ${say.unit(into)} đã kế thừa`}.`,
  FactContradicted: ({ unit, on, fact }, say) =>
    `Đã ghi nhận việc ${factsVi[fact](say.unit(unit), say.date(on))}; việc đó sẽ không còn phù hợp.`,
  WithoutEffect: () => "Việc này không làm thay đổi gì.",
  OrderEmpty: () => "Thứ tự luân phiên không có đơn vị nào.",
  TermUnknown: ({ term }) => `Không có nhiệm kỳ ${term}.`,
  TermBegunAlready: ({ term, running }) =>
    `Nhiệm kỳ ${term} đã bắt đầu${term === running ? "" : ` (nhiệm kỳ hiện tại: ${running})`} nên không sửa được nữa.`,
  TermNameUncountable: ({ term, months }, say) =>
    `Từ tên nhiệm kỳ “${term}” không suy ra được tên các nhiệm kỳ sau, khi mỗi nhiệm kỳ dài ${say.count(months)} tháng; cần công bố tên từng nhiệm kỳ.`,
  TermNotNext: ({ term, next }) => `Nhiệm kỳ kế tiếp là ${next}, không phải ${term}.`,
  TermNotRunning: ({ term, running }) =>
    `Nhiệm kỳ ${term} không phải nhiệm kỳ hiện tại${running === undefined ? "" : ` (${running})`}.`,
  TermEndsBeforeLastAct: ({ term, doneOn, endsOn }, say) =>
    `Việc gần nhất trong nhiệm kỳ ${term} là ngày ${say.date(doneOn)} nên ngày cuối cùng không thể là ngày ${say.dayBefore(endsOn)}.`,
  TermEndsBeforeItStarts: ({ term, startsOn, endsOn }, say) =>
    `Nhiệm kỳ ${term} bắt đầu ngày ${say.date(startsOn)} nên ngày cuối cùng không thể là ngày ${say.dayBefore(endsOn)}.`,
  DateBeyondCalendar: ({ date }, say) => `Lịch luân phiên không tính đến ngày ${say.date(date)}.`,
  DeputyIsChair: ({ unit }, say) => `${say.unit(unit)} không thể vừa là Khối trưởng vừa là Khối phó.`,
  NotDeputyOfTerm: ({ term, unit }, say) => `${say.unit(unit)} không phải Khối phó nhiệm kỳ ${term}.`,
  ChairOutOfTurn: ({ term, chair, holder }, say) =>
    `Nhiệm kỳ ${term} đến lượt ${say.unit(holder)}, không phải ${say.unit(chair)}.`,
  EarlierTermOpen: ({ term, earlier }) =>
    `Nhiệm kỳ ${earlier} chưa có Khối trưởng; phải chọn trước nhiệm kỳ ${term}.`,
  UnitHadItsTurn: ({ term, unit }, say) =>
    `${say.unit(unit)} đã có lượt trong vòng này nên không được chọn cho nhiệm kỳ ${term}.`,
  UnitDoesNotStand: ({ term, unit, because }, say) =>
    `${say.unit(unit)} không được chọn cho nhiệm kỳ ${term}: ${standsLater[because]}.`,
  ChairNotInGroup: ({ term, chair, group }, say) =>
    `Nhiệm kỳ ${term} đến lượt nhóm ${say.units(group)}; ${say.unit(chair)} không thuộc nhóm đó.`,
  ChairDesignatedAlready: ({ term, chair }, say) =>
    `Nhiệm kỳ ${term} đã chọn ${say.unit(chair)} làm Khối trưởng.`,
  ChairNamedByDecision: ({ term, chair, decision }, say) =>
    `Khối trưởng nhiệm kỳ ${term} là ${say.unit(chair)} theo ${say.document(decision)}; kết quả bầu hoặc ý kiến của Khối không thay thế được quyết định đó.`,
  ChairNotDesignated: ({ term, chair, designated }, say) =>
    designated === undefined
      ? `Nhiệm kỳ ${term} chưa chọn ${say.unit(chair)} làm Khối trưởng.`
      : `Nhiệm kỳ ${term} đã chọn ${say.unit(designated)} làm Khối trưởng, không phải ${say.unit(chair)}.`,
  TermWithoutChair: ({ term }) => `Nhiệm kỳ ${term} chưa chọn được Khối trưởng.`,
  TermHasChair: ({ term, chair }, say) => `Nhiệm kỳ ${term} đã có Khối trưởng là ${say.unit(chair)}.`,
  NotHolderOfTerm: ({ term, unit, holder }, say) =>
    `Nhiệm kỳ ${term} không phải của ${say.unit(unit)}${holder === undefined ? "" : ` mà của ${say.unit(holder)}`}.`,
  NotHolderOfChair: ({ unit, holder, acting }, say) =>
    `${say.unit(unit)} không giữ nhiệm vụ Khối trưởng${holder === undefined ? "" : `; Khối trưởng là ${say.unit(holder)}`}${acting === undefined ? "" : `; ${say.unit(acting)} đang tạm thời điều hành Khối`}.`,
  ChairHeldAlready: ({ term, holder }, say) =>
    `Nhiệm kỳ ${term} đang có Khối trưởng là ${say.unit(holder)}; không thể có hai Khối trưởng.`,
  HandoverOutsideTolerance: ({ date, earliest, latest }, say) =>
    `Ngày bàn giao ${say.date(date)} nằm ngoài khoảng cho phép (từ ngày ${say.date(earliest)} đến hết ngày ${say.date(latest)}).`,
  HandoverUnsigned: ({ missing }, say) =>
    `Biên bản bàn giao còn thiếu chữ ký: ${say.list(missing.map((side) => signatures[side]))}.`,
  ActingChairAlready: ({ unit }, say) => `${say.unit(unit)} đang tạm thời điều hành Khối.`,
  ActingChairHoldsChair: ({ unit }, say) =>
    `${say.unit(unit)} đang là Khối trưởng nên không tạm thời điều hành thay chính mình.`,
  NobodyActing: ({ unit }, say) => `${say.unit(unit)} không được cử tạm thời điều hành Khối.`,
  TermVacantAlready: ({ term }) => `Nhiệm kỳ ${term} đã khuyết Khối trưởng.`,
  SubstituteIsHolder: ({ term, unit }, say) =>
    `${say.unit(unit)} giữ nhiệm kỳ ${term} nên không thể thay cho chính mình.`,
  NothingToHoldOver: ({ term }) => `Trước nhiệm kỳ ${term} không có Khối trưởng nào để giữ thêm.`,
  ObligationUnknown: ({ obligation }) => `Không có lượt bù “${obligation}”.`,
  ObligationNotYetArisen: (owed, say) =>
    `${owedTurnVi(owed, say)} không nhận được vào nhiệm kỳ ${owed.passed} hoặc trước đó.`,
  ObligationNotOpen: (owed, say) =>
    `${owedTurnVi(owed, say)} ${obligations[owed.status]}${owed.due === undefined ? "" : `, đến hạn vào nhiệm kỳ ${owed.due}`}.`,
  MergeIntoItself: ({ unit }, say) => `${say.unit(unit)} không thể sáp nhập vào chính mình.`,
  SplitIntoItself: ({ unit }, say) => `${say.unit(unit)} không thể là đơn vị mới tách ra từ chính mình.`,
  SwapUnknown: ({ swap }) => `Không có đề nghị hoán đổi “${swap}”.`,
  SwapTaken: ({ swap }) => `Đề nghị hoán đổi “${swap}” đã có với nội dung khác.`,
  SwapOfOneTerm: ({ term }) => `Không thể hoán đổi nhiệm kỳ ${term} với chính nó.`,
  SwapOfOneUnit: ({ unit }, say) => `${say.unit(unit)} không thể hoán đổi với chính mình.`,
  SwapHolderStale: ({ term, unit, holder }, say) =>
    `Không hoán đổi được: nhiệm kỳ ${term} hiện không phải của ${say.unit(unit)}${holder === undefined ? "" : ` mà của ${say.unit(holder)}`}.`,
  SwapConsentNotSought: (swap, say) =>
    `Việc ${swapVi(swap, say)} không liên quan đến ${say.unit(swap.unit)}.`,
  SwapNotOpen: (swap, say) => `Việc ${swapVi(swap, say)} ${swaps[swap.status]}.`,
  SwapNotConsented: (swap, say) =>
    `Việc ${swapVi(swap, say)} còn thiếu sự đồng ý của ${say.units(swap.missing)}.`,
  SwapStillOpen: (swap, say) =>
    `Đề nghị ${swapVi(swap, say)} còn hiệu lực đến hết ngày ${say.date(swap.expiresOn)}.`,
  LotUnknown: ({ lot }) => `Không có lần bốc thăm “${lot}”.`,
  LotTaken: ({ lot }) => `Lần bốc thăm “${lot}” đã công bố với danh sách khác.`,
  LotDrawnAlready: ({ lot }) => `Lần bốc thăm “${lot}” đã thực hiện.`,
  LotDrawnOtherwise: ({ announced }, say) =>
    `Bốc thăm phải theo đúng các căn cứ đã công bố: ${say.list(announced)}.`,
  NoFlag: () => "Khối không có Cờ luân lưu Khối trưởng.",
  NotCustodian: ({ named, custodian }, say) =>
    `Nơi giữ Cờ luân lưu là ${custodianVi(custodian, say)}, không phải ${custodianVi(named, say)}.`,
  FlagIsLost: () => "Cờ luân lưu đã mất; phải tìm lại hoặc cấp lại cờ trước.",
  FlagNotLost: ({ custodian }, say) => `Cờ luân lưu không mất; nơi giữ: ${custodianVi(custodian, say)}.`,
  FlagWithoutOffice: ({ unit }, say) =>
    `${say.unit(unit)} không phải Khối trưởng đương nhiệm hoặc kế nhiệm nên không nhận Cờ luân lưu.`,
};
