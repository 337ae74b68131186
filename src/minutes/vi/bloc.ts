import type {
  BlocCommand,
  BlocEvent,
  BlocKind,
  BlocRejection,
  DisciplineForm,
  InvestigationFinding,
  LeavingGround,
} from "../../bloc/messages.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";
import { bylawsAdoptedVi } from "./bylaws.ts";
import { tieStepsVi } from "./voting-words.ts";

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

export const disciplineFormsVi: Record<DisciplineForm, string> = {
  reprimand: "khiển trách",
  warning: "cảnh cáo",
  fine: "phạt tiền",
  activitySuspended: "đình chỉ hoạt động có thời hạn",
  other: "xử lý bằng hình thức khác",
};

const findings: Record<InvestigationFinding, string> = {
  cleared: "không có vi phạm",
  violation: "có vi phạm",
  discontinued: "dừng giải quyết, không kết luận",
};

const noted = (note: string | undefined) => (note ? `; ghi chú: ${note}` : "");

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
  BylawsAdopted: bylawsAdoptedVi,
  UnitDisciplined: ({ unit, form, season, disciplinedOn, decision, note }, say) =>
    `${say.unit(unit)} bị ${disciplineFormsVi[form]} ngày ${say.date(disciplinedOn)}${under(decision, say)}; tính vào năm thi đua ${season}${noted(note)}.`,
  DisciplineLifted: ({ unit, liftedOn, decision, note }, say) =>
    `Hủy bỏ hình thức xử lý đối với ${say.unit(unit)} từ ngày ${say.date(liftedOn)}${under(decision, say)}${noted(note)}.`,
  InvestigationOpened: ({ unit, body, openedOn, document, note }, say) =>
    `${body} xem xét, kiểm tra, xác minh đối với ${say.unit(unit)} từ ngày ${say.date(openedOn)}${under(document, say)}${noted(note)}.`,
  InvestigationClosed: ({ unit, closedOn, finding, document, note }, say) =>
    `Kết thúc việc xem xét, kiểm tra, xác minh đối với ${say.unit(unit)} ngày ${say.date(closedOn)}${under(document, say)}: ${findings[finding]}${noted(note)}.`,
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
  NotMemberSince: ({ unit, date }, say) =>
    `${say.unit(unit)} không phải là đơn vị thành viên vào ngày ${say.date(date)}, cũng như sau ngày đó.`,
  DisciplineTaken: ({ unit, disciplinedOn }, say) =>
    `Mã này đã ghi hình thức xử lý đối với ${say.unit(unit)} ngày ${say.date(disciplinedOn)} với nội dung khác.`,
  DisciplineUnknown: ({ discipline }) => `Chưa ghi nhận hình thức xử lý “${discipline}”.`,
  DisciplineLiftedAlready: ({ unit, liftedOn }, say) =>
    `Hình thức xử lý này đối với ${say.unit(unit)} đã được hủy bỏ từ ngày ${say.date(liftedOn)}.`,
  InvestigationTaken: ({ unit, openedOn }, say) =>
    `Mã này đã ghi việc xem xét, xác minh đối với ${say.unit(unit)} từ ngày ${say.date(openedOn)} với nội dung khác.`,
  InvestigationUnknown: ({ investigation }) => `Chưa ghi nhận việc xem xét, xác minh “${investigation}”.`,
  InvestigationClosedAlready: ({ unit, closedOn }, say) =>
    `Việc xem xét, xác minh này đối với ${say.unit(unit)} đã kết thúc ngày ${say.date(closedOn)}.`,
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
  BylawsHonourExcludesItself: ({ honour }, say) =>
    `Quy chế nêu ${say.honour(honour)} loại trừ chính hình thức đó.`,
  BylawsExcludedUnknown: ({ honour, excludes }, say) =>
    `Quy chế nêu ${say.honour(honour)} loại trừ ${say.honour(excludes)}, nhưng khối không đề nghị hình thức này.`,
  BylawsNeedsInCircle: ({ honours }, say) =>
    `Không đơn vị nào nhận được ${say.either(honours.map(say.honour))}: theo Quy chế, các hình thức này là điều kiện vòng tròn của nhau.`,
  BylawsHonourOutOfReach: ({ honour, excluding }, say) =>
    `Không đơn vị nào nhận được ${say.honour(honour)}: phải có cả ${say.list(excluding.map(say.honour))}, trong khi hai hình thức này loại trừ nhau.`,
  BylawsTieStepRepeated: ({ step, rung }, say) =>
    `Bước ${say.count(rung)} khi bằng phiếu (${tieStepsVi[step]}) lặp lại một bước trước đó.`,
  BylawsTieStepAfterVacantSeat: ({ step, rung }, say) =>
    `Bước ${say.count(rung)} khi bằng phiếu (${tieStepsVi[step]}) không bao giờ được dùng, vì bước trước đó đã để khuyết suất.`,
};

/** What each command does, as what somebody is to do. */
export const blocCommandsVi: Phrases<BlocCommand> = {
  ConstituteBloc: ({ name }) => `thành lập ${name}`,
  AdmitMember: ({ name }) => `kết nạp ${name} vào Khối`,
  RenameMember: ({ unit, name }, say) => `đổi tên ${say.unit(unit)} thành ${name}`,
  ReleaseMember: ({ unit }, say) => `ghi nhận ${say.unit(unit)} thôi là thành viên của Khối`,
  MergeMembers: ({ units, into }, say) => `sáp nhập ${say.units(units)} vào ${say.unit(into)}`,
  ConsolidateMembers: ({ units, into }, say) => `hợp nhất ${say.units(units)} thành ${into.name}`,
  SplitMember: ({ unit, into }, say) =>
    `chia tách ${say.unit(unit)} thành ${say.list(into.map(({ name }) => name))}`,
  SuspendMember: ({ unit }, say) => `tạm dừng việc tham gia Khối của ${say.unit(unit)}`,
  ReinstateMember: ({ unit }, say) => `cho ${say.unit(unit)} tham gia Khối trở lại`,
  ReconstituteBloc: ({ name }) => `kiện toàn ${name}`,
  AdoptBylaws: ({ version }, say) => `thông qua Quy chế phiên bản ${say.count(version)}`,
  DisciplineUnit: ({ unit }, say) => `ghi nhận ${say.unit(unit)} bị xử lý vi phạm`,
  LiftDiscipline: () => "ghi nhận việc hủy bỏ hình thức xử lý",
  OpenInvestigation: ({ unit }, say) => `ghi nhận ${say.unit(unit)} đang bị xem xét, xác minh`,
  CloseInvestigation: () => "ghi nhận việc kết thúc xem xét, xác minh",
  DissolveBloc: () => "giải thể Khối",
};
