import type { BlocEvent, BlocKind, BlocRejection, LeavingGround } from "../../bloc/messages.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";
import { thresholdVi, tieStepsVi } from "./voting-words.ts";

const kinds: Record<BlocKind, string> = {
  bloc: "khối thi đua theo lĩnh vực",
  cluster: "cụm thi đua theo địa bàn",
};

const grounds: Record<LeavingGround, string> = {
  dissolved: "giải thể",
  transferred: "chuyển sang khối thi đua khác",
  withdrawn: "xin rút",
  mergedElsewhere: "sáp nhập vào đơn vị ngoài khối",
  reconstituted: "không có trong danh sách kiện toàn",
};

export const blocStatusesVi = {
  blank: "chưa thành lập",
  constituted: "đang hoạt động",
  dissolved: "đã giải thể",
};

const under = (document: DocumentRef | undefined, say: Say) =>
  document ? ` theo ${say.document(document)}` : "";

export const blocEventsVi: Phrases<BlocEvent> = {
  BlocConstituted: ({ name, kind, authority, members, constitutedOn, decision }, say) =>
    `Thành lập ${name} (${kinds[kind]}) từ ngày ${say.date(constitutedOn)}${under(decision, say)}; cơ quan quản lý: ${authority}; gồm ${say.count(members.length)} đơn vị: ${say.list(members.map((member) => member.name))}.`,
  MemberAdmitted: ({ name, admittedOn, decision }, say) =>
    `${name} là đơn vị thành viên từ ngày ${say.date(admittedOn)}${under(decision, say)}.`,
  MemberRenamed: ({ unit, name, renamedOn, decision }, say) =>
    `Đơn vị thành viên ${say.unit(unit)} đổi tên thành ${name} từ ngày ${say.date(renamedOn)}${under(decision, say)}.`,
  MemberLeft: ({ unit, ground, leftOn, decision }, say) =>
    `${say.unit(unit)} thôi là đơn vị thành viên từ ngày ${say.date(leftOn)}${under(decision, say)}; lý do: ${grounds[ground]}.`,
  MembersMerged: ({ units, into, mergedOn, decision }, say) =>
    `Sáp nhập ${say.units(units)} vào ${say.unit(into)} từ ngày ${say.date(mergedOn)}${under(decision, say)}.`,
  MembersConsolidated: ({ units, into, consolidatedOn, decision }, say) =>
    `Hợp nhất ${say.units(units)} thành ${into.name} từ ngày ${say.date(consolidatedOn)}${under(decision, say)}.`,
  MemberSplit: ({ unit, into, splitOn, decision }, say) =>
    `Chia tách ${say.unit(unit)} thành ${say.list(into.map(({ name }) => name))} từ ngày ${say.date(splitOn)}${under(decision, say)}.`,
  MemberSuspended: ({ unit, reason, suspendedOn, decision }, say) =>
    `${say.unit(unit)} tạm dừng tham gia khối thi đua từ ngày ${say.date(suspendedOn)}${under(decision, say)}; lý do: ${reason}.`,
  MemberReinstated: ({ unit, reinstatedOn, decision }, say) =>
    `${say.unit(unit)} tham gia trở lại từ ngày ${say.date(reinstatedOn)}${under(decision, say)}.`,
  BlocReconstituted: ({ name, authority, reconstitutedOn, decision }, say) =>
    `Kiện toàn ${name} từ ngày ${say.date(reconstitutedOn)}${under(decision, say)}; cơ quan quản lý: ${authority}.`,
  BylawsAdopted: ({ version, bylaws, adoptedOn, effectiveFrom, document }, say) => {
    const { quorum, threshold, selfVote, tieLadder } = bylaws.voting;
    const seats = bylaws.honours.map((one) => `${say.count(one.seats)} ${say.honour(one.honour)}`);
    return [
      `Thông qua Quy chế phiên bản ${say.count(version)} ngày ${say.date(adoptedOn)} (${say.document(document)})`,
      `có hiệu lực từ ngày ${say.date(effectiveFrom)}`,
      `họp khi có mặt ${say.bar(quorum)}`,
      thresholdVi(threshold, say),
      `đơn vị ${selfVote ? "được" : "không được"} bỏ phiếu cho chính mình`,
      `khi bằng phiếu: ${say.ladder(tieLadder)}`,
      seats.length > 0 ? `khối đề nghị ${say.list(seats)}.` : "khối không đề nghị khen thưởng.",
    ].join("; ");
  },
  BlocDissolved: ({ reason, dissolvedOn, decision }, say) =>
    `Giải thể khối thi đua từ ngày ${say.date(dissolvedOn)}${under(decision, say)}; lý do: ${reason}.`,
};

export const blocRejectionsVi: OwnPhrases<BlocRejection> = {
  BlocTaken: ({ name, constitutedOn }, say) =>
    `Đã có ${name}, thành lập ngày ${say.date(constitutedOn)}, với nội dung khác.`,
  MemberAlready: ({ unit, since }, say) =>
    `${say.unit(unit)} đã là đơn vị thành viên từ ngày ${say.date(since)}.`,
  NotMemberOfBloc: ({ unit, date }, say) =>
    `${say.unit(unit)} không phải là đơn vị thành viên của khối thi đua kể từ ngày ${say.date(date)}.`,
  MemberNamedTwice: ({ unit }, say) => `${say.unit(unit)} được nêu hai lần.`,
  MemberNameTaken: ({ name, unit }, say) => `Đơn vị thành viên ${say.unit(unit)} đang mang tên ${name}.`,
  MemberMergedIntoItself: ({ unit }, say) =>
    `Không thể sáp nhập, hợp nhất ${say.unit(unit)} vào chính đơn vị đó.`,
  TooManyMembers: ({ membersMax }, say) =>
    `Khối thi đua có nhiều nhất ${say.count(membersMax)} đơn vị thành viên.`,
  BlocLeftEmpty: ({ date }, say) =>
    `Từ ngày ${say.date(date)} khối thi đua sẽ không còn đơn vị thành viên nào.`,
  MemberSuspendedAlready: ({ unit, since }, say) =>
    `${say.unit(unit)} đã tạm dừng tham gia từ ngày ${say.date(since)}.`,
  MemberNotSuspended: ({ unit }, say) => `${say.unit(unit)} không tạm dừng tham gia.`,
  BylawsVersionTaken: ({ version }, say) =>
    `Quy chế phiên bản ${say.count(version)} đã có với nội dung khác.`,
  BylawsVersionGap: ({ version, expected }, say) =>
    `Chưa thể thông qua Quy chế phiên bản ${say.count(version)}; phiên bản tiếp theo là ${say.count(expected)}.`,
  BylawsRetroactive: ({ effectiveFrom, adoptedOn }, say) =>
    `Quy chế thông qua ngày ${say.date(adoptedOn)} không thể có hiệu lực trở về trước, từ ngày ${say.date(effectiveFrom)}, khi quy chế khác đang có hiệu lực.`,
  BylawsThresholdUnreachable: ({ threshold, selfVote, electors, votesMax }, say) =>
    `Không đơn vị nào đạt được ${say.bar(threshold)}: với ${say.count(electors)} đơn vị${selfVote ? "" : ", không đơn vị nào bỏ phiếu cho chính mình,"} nhiều nhất được ${say.count(votesMax)} phiếu.`,
  BylawsQuorumUnreachable: ({ quorum, electors }, say) =>
    `Không thể đạt yêu cầu có mặt ${say.bar(quorum)} khi chỉ có ${say.count(electors)} đơn vị được bỏ phiếu.`,
  BylawsSeatsBeyondMembers: ({ honour, seats, members }, say) =>
    `Quy chế nêu ${say.count(seats)} suất ${say.honour(honour)}, nhiều hơn số đơn vị thành viên (${say.count(members)}).`,
  BylawsHonourRepeated: ({ honour }, say) => `Quy chế nêu hai lần ${say.honour(honour)}.`,
  BylawsTieStepRepeated: ({ step, rung }, say) =>
    `Bước ${say.count(rung)} khi bằng phiếu (${tieStepsVi[step]}) lặp lại một bước trước đó.`,
  BylawsTieStepAfterVacantSeat: ({ step, rung }, say) =>
    `Bước ${say.count(rung)} khi bằng phiếu (${tieStepsVi[step]}) không bao giờ được dùng, vì bước trước đó đã để khuyết suất.`,
};
