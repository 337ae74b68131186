import type { ChairRotationEvent } from "../../chair-rotation/messages.ts";
import type { Phrases, Say } from "../language.ts";
import { basisVi, custodianVi, deputyVi, owedVi, placeVi, swapSidesVi } from "./rotation-words.ts";

const cause = (reason: string | undefined) => (reason === undefined ? "" : `; lý do: ${reason}`);
const from = (term: string) => `, áp dụng từ nhiệm kỳ ${term}`;
const named = (unit: string, name: string | undefined, say: Say) => name ?? say.unit(unit);

const voidedVi = {
  newOrder: "có thứ tự mới",
  unitLeft: "một đơn vị đã ra khỏi việc luân phiên",
  unitSuspended: "một đơn vị bị tạm đình chỉ",
  turnMoved: "lượt đã hoán đổi chuyển sang đơn vị khác",
};

export const chairRotationEventsVi: Phrases<ChairRotationEvent> = {
  RotationOpened: ({ roster, calendar, chair, deputy }, say) =>
    `Mở việc luân phiên Khối trưởng giữa ${say.count(roster.length)} đơn vị, từ nhiệm kỳ ${calendar.term} (bắt đầu ngày ${say.date(calendar.startsOn)})${chair === undefined ? "" : `; Khối trưởng: ${say.unit(chair)}`}${deputyVi(deputy, say)}.`,
  RotationClosed: ({ closedOn, reason }, say) =>
    `Chấm dứt việc luân phiên Khối trưởng ngày ${say.date(closedOn)}${cause(reason)}.`,
  ChairDesignated: ({ term, chair, deputy, basis, designatedOn }, say) =>
    `Ngày ${say.date(designatedOn)}, ${say.unit(chair)} được chọn làm Khối trưởng nhiệm kỳ ${term}${deputyVi(deputy, say)} (${basisVi(basis, say)}).`,
  DeputyDesignated: ({ term, deputy, basis, designatedOn }, say) =>
    `Ngày ${say.date(designatedOn)}, ${say.unit(deputy)} được chọn làm Khối phó nhiệm kỳ ${term} (${basisVi(basis, say)}).`,
  DeputyReleased: ({ term, deputy, releasedOn, reason }, say) =>
    `${say.unit(deputy)} thôi làm Khối phó nhiệm kỳ ${term} từ ngày ${say.date(releasedOn)}${cause(reason)}.`,
  ChairHandedOver: ({ term, from, to, deputy, handedOverOn, place, flag, witness }, say) =>
    `Ngày ${say.date(handedOverOn)}${place === undefined ? "" : `, tại ${place}`}, ${say.unit(from)} bàn giao nhiệm vụ Khối trưởng nhiệm kỳ ${term}${flag === undefined ? "" : ` và Cờ luân lưu (${flag.condition})`} cho ${say.unit(to)}${deputyVi(deputy, say)}${witness === undefined ? "" : `; chứng kiến: ${say.person(witness)}`}.`,
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
  ObligationBroken: ({ obligation, brokenOn, reason }, say) =>
    `Lượt bù “${obligation}” không được thực hiện, ghi nhận ngày ${say.date(brokenOn)}${cause(reason)}.`,
  TermEndChanged: ({ term, endsOn, reason }, say) =>
    `Nhiệm kỳ ${term} kéo dài đến hết ngày ${say.dayBefore(endsOn)}${cause(reason)}.`,
  ChairHeldOver: ({ term, reason }) =>
    `Khối trưởng đương nhiệm giữ thêm cả nhiệm kỳ ${term}${cause(reason)}.`,
  UnitJoinedRotation: ({ unit, name, joinedOn, place, from: first }, say) =>
    `${named(unit, name, say)} gia nhập việc luân phiên ngày ${say.date(joinedOn)}${place === undefined ? "" : `, đứng ${placeVi(place, say)}`}${from(first)}.`,
  UnitLeftRotation: ({ unit, leftOn, reason, from: first }, say) =>
    `${say.unit(unit)} ra khỏi việc luân phiên sau ngày ${say.date(leftOn)}${from(first)}${cause(reason)}.`,
  UnitRenamedInRotation: ({ unit, name, renamedOn }, say) =>
    `${say.unit(unit)} đổi tên thành ${name} từ ngày ${say.date(renamedOn)}.`,
  UnitsMergedInRotation: ({ units, into, name, mergedOn, from: first }, say) =>
    `${say.units(units)} sáp nhập, hợp nhất thành ${named(into, name, say)} ngày ${say.date(mergedOn)}${from(first)}.`,
  UnitSplitInRotation: ({ unit, heir, others, splitOn, from: first }, say) =>
    `${say.unit(unit)} chia tách ngày ${say.date(splitOn)}: ${say.unit(heir)} giữ vị trí cũ, thêm ${say.units(others)}${from(first)}.`,
  UnitSuspendedFromRotation: ({ unit, suspendedOn, reason, from: first }, say) =>
    `Tạm đình chỉ lượt luân phiên của ${say.unit(unit)} từ ngày ${say.date(suspendedOn)}${from(first)}${cause(reason)}.`,
  UnitReinstatedInRotation: ({ unit, reinstatedOn, from: first }, say) =>
    `${say.unit(unit)} trở lại việc luân phiên ngày ${say.date(reinstatedOn)}${from(first)}.`,
  UnitPlacedInOrder: ({ term, unit, place, reason }, say) =>
    `${say.unit(unit)} đứng ${placeVi(place, say)} trong thứ tự luân phiên từ nhiệm kỳ ${term}${cause(reason)}.`,
  UnitRemovedFromOrder: ({ term, unit, reason }, say) =>
    `Đưa ${say.unit(unit)} ra khỏi thứ tự luân phiên từ nhiệm kỳ ${term}${cause(reason)}.`,
  OrderReplaced: ({ term, order, prefix = [], effective, reason }, say) =>
    `Thứ tự luân phiên mới, áp dụng ${effective === "atOnce" ? "từ nhiệm kỳ" : "khi hết vòng hiện tại nhưng không trước nhiệm kỳ"} ${term}: ${say.units([...prefix, ...order])}${cause(reason)}.`,
  RotationPolicyAdopted: ({ term, basis }, say) =>
    `Áp dụng quy chế luân phiên mới từ nhiệm kỳ ${term} (${basisVi(basis, say)}).`,
  OrderLotAnnounced: ({ lot, term, units, sources, announcedOn }, say) =>
    `Ngày ${say.date(announcedOn)}, công bố bốc thăm “${lot}” cho thứ tự từ nhiệm kỳ ${term}: ${say.units(units)}; căn cứ: ${say.list(sources)}.`,
  OrderDrawn: ({ lot, term, drawn, order, drawnOn }, say) =>
    `Bốc thăm “${lot}” ngày ${say.date(drawnOn)} (${drawn.map(({ source, values }) => `${source}: ${values.join(" ")}`).join("; ")}); thứ tự từ nhiệm kỳ ${term}: ${say.units(order)}.`,
  SwapProposed: ({ swap, a, b, proposedBy, proposedOn, expiresOn }, say) =>
    `Ngày ${say.date(proposedOn)}, ${say.unit(proposedBy)} đề nghị hoán đổi “${swap}”: ${swapSidesVi(a, b, say)}${expiresOn === undefined ? "" : `; trả lời đến hết ngày ${say.date(expiresOn)}`}.`,
  SwapConsented: ({ swap, unit, consentedOn }, say) =>
    `${say.unit(unit)} đồng ý hoán đổi “${swap}” ngày ${say.date(consentedOn)}.`,
  SwapRatified: ({ swap, ratifiedOn, basis }, say) =>
    `Khối thông qua hoán đổi “${swap}” ngày ${say.date(ratifiedOn)} (${basisVi(basis, say)}).`,
  SwapExpired: ({ swap, expiredOn }, say) =>
    `Đề nghị hoán đổi “${swap}” hết hiệu lực ngày ${say.date(expiredOn)}.`,
  SwapVoided: ({ swap, from: term, because, owed }) =>
    `Hoán đổi “${swap}” không còn giá trị từ nhiệm kỳ ${term} do ${voidedVi[because]}${owed ? "; đơn vị đã nhường nhiệm kỳ được bù một lượt" : ""}.`,
  FlagReceived: ({ from: giver, to, receivedOn, place, flag, witness }, say) =>
    `Ngày ${say.date(receivedOn)}${place === undefined ? "" : `, tại ${place}`}, Cờ luân lưu Khối trưởng được chuyển từ ${custodianVi(giver, say)} đến ${custodianVi(to, say)}, tình trạng: ${flag.condition}${witness === undefined ? "" : `; chứng kiến: ${say.person(witness)}`}.`,
  FlagLost: ({ custodian, lostOn, reason }, say) =>
    `Cờ luân lưu Khối trưởng (nơi giữ: ${custodianVi(custodian, say)}) bị mất, ghi nhận ngày ${say.date(lostOn)}${cause(reason)}.`,
  FlagReplaced: ({ flag, to }, say) =>
    `${flag.issuer} cấp lại Cờ luân lưu Khối trưởng ngày ${say.date(flag.issuedOn)}, giao cho ${custodianVi(to, say)}.`,
  RotationIncidentNoted: ({ term, incident, note }) =>
    `Ghi nhận trong nhiệm kỳ ${term}: ${incident}${note === undefined ? "" : ` (${note})`}; không làm thay đổi lượt của đơn vị nào.`,
};

export { chairRotationRejectionsVi } from "./chair-rotation-rejections.ts";
