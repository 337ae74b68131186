import type { ChairRotationEvent, ChairRotationRejection } from "../../chair-rotation/messages.ts";
import { together } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";
import {
  basisVi,
  custodianVi,
  deputyVi,
  owedTurnVi,
  owedVi,
  placeVi,
  swapSidesVi,
  swapVi,
} from "./rotation-words.ts";

/** Names of departments often hold an "và" of their own; then another word stands between them. */
const parties = (names: readonly string[]) =>
  together(names, names.some((name) => name.includes(" và ")) ? "cùng với" : "và");

/** Older versions gave a code as the reason for what follows when the chair leaves. */
const cause = (reason: string | undefined) => {
  const told = reason?.startsWith("leaver: ") ? "Khối trưởng thôi tham gia luân phiên" : reason;
  return told === undefined ? "" : `; lý do: ${told}`;
};
const named = (unit: string, name: string | undefined, say: Say) => name ?? say.unit(unit);

const voidedVi = {
  newOrder: "có thứ tự mới",
  unitLeft: "một đơn vị thôi tham gia luân phiên",
  unitSuspended: "một đơn vị bị tạm đình chỉ",
  turnMoved: "lượt đã hoán đổi chuyển sang đơn vị khác",
  sameUnit: "cả hai nhiệm kỳ thuộc về cùng một đơn vị",
  termBegun: "một trong hai nhiệm kỳ đã bắt đầu",
};

const inTurnOf = (unit: string | undefined) => (unit === undefined ? "" : ` theo lượt của ${unit}`);

/** What was agreed, about the turn of a unit; a turn that nobody has yet is of none. */
const agreementsVi = {
  substitute: (unit?: string) => `việc làm thay Khối trưởng${inTurnOf(unit)}`,
  vacancy: (unit?: string) => `việc để khuyết Khối trưởng${inTurnOf(unit)}`,
  designation: (unit = "đơn vị") => `việc chọn ${unit} làm Khối trưởng`,
  claim: (unit = "đơn vị") => `việc ${unit} nhận lượt bù`,
  holdOver: (unit = "đơn vị") => `việc ${unit} giữ thêm nhiệm kỳ`,
  placement: (unit = "đơn vị") => `việc xếp lại vị trí của ${unit}`,
};

const agreementVoidedVi = {
  newOrder: "có thứ tự mới",
  unitLeft: "đơn vị nhận nhiệm kỳ khi đó không còn tham gia luân phiên",
  unitSuspended: "đơn vị nhận nhiệm kỳ bị tạm đình chỉ",
  turnMoved: "đơn vị không còn lượt ở nhiệm kỳ đó",
  sameUnit: "đơn vị có lượt và đơn vị làm thay nay là một",
  hadTurn: "đơn vị có lượt khác trong vòng này",
  daysMoved: "thời gian của nhiệm kỳ đã thay đổi",
  notInOrder: "đơn vị đứng liền trước đã không còn vị trí trong thứ tự luân phiên",
  superseded: "cấp có thẩm quyền đã quyết định đơn vị khác",
};

const undesignatedVi = {
  annulled: "kết quả bầu đã bị hủy",
  recounted: "kết quả kiểm phiếu lại có thay đổi",
  superseded: "đã có quyết định khác của cấp có thẩm quyền",
  unitEnded: "đơn vị không còn là thành viên",
  byBloc: "Khối quyết định lại",
};

export const chairRotationStatusesVi = { blank: "chưa mở", open: "đang mở", closed: "đã chấm dứt" };

export const chairRotationEventsVi: Phrases<ChairRotationEvent> = {
  RotationOpened: ({ roster, calendar, chair, deputy }, say) =>
    `Mở việc luân phiên Khối trưởng giữa ${say.count(roster.length)} đơn vị, từ nhiệm kỳ ${calendar.term} (bắt đầu ngày ${say.date(calendar.startsOn)})${chair === undefined ? "" : `; Khối trưởng: ${say.unit(chair)}`}${deputyVi(deputy, say)}.`,
  RotationClosed: ({ closedOn, reason }, say) =>
    `Chấm dứt việc luân phiên Khối trưởng ngày ${say.date(closedOn)}${cause(reason)}.`,
  ChairDesignated: ({ term, chair, deputy, basis, designatedOn }, say) =>
    `Ngày ${say.date(designatedOn)}, ${say.unit(chair)} được chọn làm Khối trưởng nhiệm kỳ ${term}${deputyVi(deputy, say)} (${basisVi(basis, say)}).`,
  ChairUndesignated: ({ term, chair, code, undesignatedOn, note }, say) =>
    `Ngày ${say.date(undesignatedOn)}, việc chọn ${say.unit(chair)} làm Khối trưởng nhiệm kỳ ${term} không còn giá trị do ${undesignatedVi[code]}${note === undefined ? "" : ` (${note})`}.`,
  DeputyDesignated: ({ term, deputy, basis, designatedOn }, say) =>
    `Ngày ${say.date(designatedOn)}, ${say.unit(deputy)} được chọn làm Khối phó nhiệm kỳ ${term} (${basisVi(basis, say)}).`,
  DeputyReleased: ({ term, deputy, releasedOn, reason, ground }, say) =>
    ground === undefined
      ? `${say.unit(deputy)} thôi làm Khối phó nhiệm kỳ ${term} từ ngày ${say.date(releasedOn)}${cause(reason)}.`
      : `${say.unit(deputy)} được chọn làm Khối trưởng nhiệm kỳ ${term} nên thôi làm Khối phó nhiệm kỳ đó từ ngày ${say.date(releasedOn)}.`,
  ChairHandedOver: ({ term, from, to, deputy, handedOverOn, place, flag, witness }, say) =>
    from === to
      ? `Ngày ${say.date(handedOverOn)}${place === undefined ? "" : `, tại ${place}`}, ${say.unit(to)} tiếp tục làm Khối trưởng nhiệm kỳ ${term}${deputyVi(deputy, say)}${witness === undefined ? "" : `; chứng kiến: ${say.person(witness)}`}.`
      : `Ngày ${say.date(handedOverOn)}${place === undefined ? "" : `, tại ${place}`}, ${say.unit(from)} bàn giao nhiệm vụ Khối trưởng nhiệm kỳ ${term}${flag === undefined ? "" : ` và Cờ luân lưu${flag.condition === undefined ? "" : ` (${flag.condition})`}`} cho ${say.unit(to)}${deputyVi(deputy, say)}${witness === undefined ? "" : `; chứng kiến: ${say.person(witness)}`}.`,
  ChairInstalled: ({ term, chair, deputy, installedOn, basis }, say) =>
    `Ngày ${say.date(installedOn)}, ${say.unit(chair)} nhận nhiệm vụ Khối trưởng nhiệm kỳ ${term}${deputyVi(deputy, say)} (${basisVi(basis, say)}).`,
  VacantTermBegun: ({ term, begunOn }, say) =>
    `Nhiệm kỳ ${term} bắt đầu ngày ${say.date(begunOn)} khi chưa có Khối trưởng.`,
  ActingChairAppointed: ({ term, unit, from, reason }, say) =>
    `${say.unit(unit)} tạm thời điều hành Khối trong nhiệm kỳ ${term} từ ngày ${say.date(from)}${cause(reason)}.`,
  ActingChairEnded: ({ term, unit, endedOn }, say) =>
    `${say.unit(unit)} thôi tạm thời điều hành Khối trong nhiệm kỳ ${term} ngày ${say.date(endedOn)}.`,
  TermVacated: ({ term, from, reason }, say) =>
    `Nhiệm kỳ ${term} khuyết Khối trưởng từ ngày ${say.date(from)}${cause(reason)}.`,
  SubstituteNamed: ({ term, unit, chair, reason }, say) =>
    `${say.unit(chair)} làm Khối trưởng nhiệm kỳ ${term} thay ${say.unit(unit)}; lượt của ${say.unit(unit)} coi như đã dùng${cause(reason)}.`,
  TurnDeclined: ({ term, unit, declinedOn, reason, owed }, say) =>
    `Ngày ${say.date(declinedOn)}, ${say.unit(unit)} xin không nhận lượt Khối trưởng nhiệm kỳ ${term}${cause(reason)}${owedVi(owed)}.`,
  TurnSkipped: ({ term, unit, reason, owed }, say) =>
    `Bỏ qua lượt Khối trưởng nhiệm kỳ ${term} của ${say.unit(unit)}${cause(reason)}${owedVi(owed)}.`,
  OwedTurnClaimed: ({ unit, term }, say) => `${say.unit(unit)} nhận lượt bù vào nhiệm kỳ ${term}.`,
  ObligationBroken: (owed, say) =>
    owed.because === undefined
      ? `${owedTurnVi(owed, say)} không được thực hiện, ghi nhận ngày ${say.date(owed.brokenOn)}${cause(owed.reason)}.`
      : `${owedTurnVi(owed, say)} chấm dứt ngày ${say.date(owed.brokenOn)} do đơn vị thôi tham gia luân phiên.`,
  TermEndChanged: ({ term, endsOn, reason }, say) =>
    `Nhiệm kỳ ${term} được điều chỉnh, kết thúc hết ngày ${say.dayBefore(endsOn)}; các nhiệm kỳ sau tính tiếp ngay sau đó${cause(reason)}.`,
  ChairHeldOver: ({ term, unit, reason }, say) =>
    `${unit === undefined ? "Đơn vị có lượt của nhiệm kỳ trước" : say.unit(unit)} giữ thêm cả nhiệm kỳ ${term}${cause(reason)}.`,
  UnitJoinedRotation: ({ unit, name, joinedOn, place }, say) =>
    `${named(unit, name, say)} tham gia luân phiên từ ngày ${say.date(joinedOn)}${place === undefined ? "" : `, đứng ${placeVi(place, say)}`}.`,
  UnitLeftRotation: ({ unit, leftOn, ceases, reason }, say) =>
    `${say.unit(unit)} ${ceases ? "giải thể, " : ""}thôi tham gia luân phiên sau ngày ${say.date(leftOn)}${cause(reason)}.`,
  UnitRenamedInRotation: ({ unit, name, renamedOn }, say) =>
    `${say.unit(unit)} đổi tên thành ${name} từ ngày ${say.date(renamedOn)}.`,
  UnitsMergedInRotation: ({ units, into, name, mergedOn }, say) =>
    `${parties(units.map(say.unit))} ${name === undefined || units.length === 1 ? "sáp nhập vào" : "hợp nhất thành"} ${named(into, name, say)} từ ngày ${say.date(mergedOn)}.`,
  UnitSplitInRotation: ({ unit, heir, others, splitOn }, say) =>
    `${say.unit(unit)} được chia tách từ ngày ${say.date(splitOn)}: ${say.unit(heir)} giữ vị trí cũ, thêm ${together(others.map(say.unit), "và")}.`,
  UnitSuspendedFromRotation: ({ unit, suspendedOn, reason }, say) =>
    `Tạm đình chỉ lượt luân phiên của ${say.unit(unit)} từ ngày ${say.date(suspendedOn)}${cause(reason)}.`,
  UnitReinstatedInRotation: ({ unit, reinstatedOn }, say) =>
    `${say.unit(unit)} được tham gia luân phiên trở lại từ ngày ${say.date(reinstatedOn)}.`,
  UnitPlacedInOrder: ({ term, unit, place, reason }, say) =>
    `${say.unit(unit)} đứng ${placeVi(place, say)} trong thứ tự luân phiên từ nhiệm kỳ ${term}${cause(reason)}.`,
  UnitRemovedFromOrder: ({ term, unit, reason }, say) =>
    `Đưa ${say.unit(unit)} ra khỏi thứ tự luân phiên từ nhiệm kỳ ${term}${cause(reason)}.`,
  OrderReplaced: ({ term, order, prefix = [], effective, reason }, say) =>
    `Thứ tự luân phiên mới, áp dụng ${effective === "atOnce" ? "từ nhiệm kỳ" : "khi hết vòng hiện tại nhưng không trước nhiệm kỳ"} ${term}: ${say.units([...prefix, ...order])}${cause(reason)}.`,
  RotationPolicyAdopted: ({ term, basis }, say) =>
    `Áp dụng quy chế luân phiên mới từ nhiệm kỳ ${term} (${basisVi(basis, say)}).`,
  OrderLotAnnounced: ({ term, units, sources, announcedOn }, say) =>
    `Ngày ${say.date(announcedOn)}, công bố bốc thăm thứ tự từ nhiệm kỳ ${term}: ${say.units(units)}; căn cứ: ${say.list(sources)}.`,
  OrderDrawn: ({ term, drawn, order, drawnOn }, say) =>
    `Bốc thăm ngày ${say.date(drawnOn)} (${drawn.map(({ source, values }) => `${source}: ${values.join(" ")}`).join("; ")}); thứ tự từ nhiệm kỳ ${term}: ${say.units(order)}.`,
  SwapProposed: ({ a, b, proposedBy, proposedOn, expiresOn }, say) =>
    `Ngày ${say.date(proposedOn)}, ${say.unit(proposedBy)} đề nghị hoán đổi: ${swapSidesVi(a, b, say)}${expiresOn === undefined ? "" : `; trả lời đến hết ngày ${say.date(expiresOn)}`}.`,
  SwapConsented: (swap, say) =>
    `Ngày ${say.date(swap.consentedOn)}, ${say.unit(swap.unit)} đồng ý ${swapVi(swap, say)}.`,
  SwapRatified: (swap, say) =>
    `Ngày ${say.date(swap.ratifiedOn)}, Khối thông qua việc ${swapVi(swap, say)} (${basisVi(swap.basis, say)}).`,
  SwapExpired: (swap, say) => `Đề nghị ${swapVi(swap, say)} hết hiệu lực ngày ${say.date(swap.expiredOn)}.`,
  SwapVoided: ({ from: term, because, owed, ...swap }, say) =>
    `Việc ${swapVi(swap, say)} không còn giá trị từ nhiệm kỳ ${term} do ${voidedVi[because]}${owed ? "; đơn vị đã nhường nhiệm kỳ được bù một lượt" : ""}.`,
  AgreementVoided: ({ what, term, unit, because }, say) =>
    `Nhiệm kỳ ${term}: ${agreementsVi[what](unit && say.unit(unit))} không còn hiệu lực do ${agreementVoidedVi[because]}.`,
  FlagReceived: ({ from: giver, to, receivedOn, place, flag, witness }, say) =>
    `Ngày ${say.date(receivedOn)}${place === undefined ? "" : `, tại ${place}`}, Cờ luân lưu Khối trưởng được chuyển từ ${custodianVi(giver, say)} đến ${custodianVi(to, say)}${flag.condition === undefined ? "" : `, tình trạng: ${flag.condition}`}${witness === undefined ? "" : `; chứng kiến: ${say.person(witness)}`}.`,
  FlagLost: ({ custodian, lostOn, reason }, say) =>
    `Cờ luân lưu Khối trưởng (nơi giữ: ${custodianVi(custodian, say)}) bị mất ngày ${say.date(lostOn)}${cause(reason)}.`,
  FlagFound: ({ to, foundOn, note }, say) =>
    `Tìm thấy Cờ luân lưu Khối trưởng đã mất ngày ${say.date(foundOn)}; nơi giữ: ${custodianVi(to, say)}${note === undefined ? "" : ` (${note})`}.`,
  FlagReplaced: ({ flag, to }, say) =>
    `${flag.issuer} cấp lại Cờ luân lưu Khối trưởng ngày ${say.date(flag.issuedOn)}, ${to.kind === "issuer" ? "chưa giao cho đơn vị nào" : `giao cho ${custodianVi(to, say)}`}.`,
  RotationIncidentNoted: ({ term, incident, note }) =>
    `Ghi nhận trong nhiệm kỳ ${term}: ${incident}${note === undefined ? "" : ` (${note})`}; không làm thay đổi lượt của đơn vị nào.`,
};

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
