import type { ChairRotationEvent } from "../../chair-rotation/messages.ts";
import { together } from "../figures.ts";
import type { Phrases, Say } from "../language.ts";
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
