import type {
  ConferenceCommand,
  ConferenceEvent,
  ConferenceKind,
  ConferenceRejection,
  DelegateRole,
  DraftKind,
  Hands,
} from "../../conference/messages.ts";
import type { Threshold } from "../../vocabulary/threshold.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const kinds: Record<ConferenceKind, string> = {
  midTerm: "Hội nghị sơ kết",
  yearEnd: "Hội nghị tổng kết",
  extraordinary: "Hội nghị bất thường",
};

const draftKinds: Record<DraftKind, string> = {
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  decision: "Quyết định",
  submission: "Tờ trình",
  officialLetter: "Công văn",
  bylaws: "Quy chế",
  minutes: "Biên bản",
  report: "Báo cáo",
  other: "văn bản",
  pledge: "Giao ước thi đua",
  scoringScale: "Bảng điểm",
};

const roles: Record<DelegateRole, string> = { leader: "lãnh đạo", officer: "cán bộ thi đua" };

export const conferenceStatusesVi = {
  blank: "chưa được triệu tập",
  convened: "đã được triệu tập",
  inquorate: "chưa đủ số đơn vị để tiến hành",
  open: "đang tiến hành",
  closed: "đã bế mạc",
  cancelled: "đã bị hủy",
};

const outcomes = {
  adopted: "đã được thông qua",
  rejected: "không được thông qua",
  deferred: "đã được gác lại",
};

type Show = { hands: Hands; threshold: Threshold; base: number };

const handsIn = (say: Say, { for: inFavour, against, abstain }: Hands) =>
  `${say.count(inFavour)} tán thành, ${say.count(against)} không tán thành, ${say.count(abstain)} không có ý kiến`;

const shown = (say: Say, { hands, threshold, base }: Show) =>
  `${handsIn(say, hands)}; đạt ${say.percent({ votes: hands.for, base })} của ${say.count(base)}, yêu cầu ${say.bar(threshold)}`;

/** The number of units, and their names if there are any. */
const represented = (byProxy: number | undefined, say: Say) =>
  byProxy === undefined ? "" : `, ${say.count(byProxy)} đơn vị khác được đại diện theo ủy quyền`;

const named = (say: Say, units: readonly string[]) =>
  `${say.count(units.length)} đơn vị${units.length > 0 ? ` (${say.units(units)})` : ""}`;

export const conferenceEventsVi: Phrases<ConferenceEvent> = {
  ConferenceConvened: ({ season, kind, heldOn, place, host, entitled, quorum, quorumInRoom, bylaws }, say) =>
    `Triệu tập ${kinds[kind]} năm ${season} vào ngày ${say.date(heldOn)} tại ${place}; Khối trưởng chủ trì: ${say.unit(host)}; thành phần: ${named(say, entitled)}; hội nghị được tiến hành khi có mặt ${say.bar(quorum)}${quorumInRoom ? ", không tính ủy quyền" : ""} (Quy chế phiên bản ${say.count(bylaws)}).`,
  InvitationRevised: ({ entitled, host }, say) =>
    `Điều chỉnh thành phần hội nghị: ${named(say, entitled)}; chủ trì: ${say.unit(host)}.`,
  DelegationAccredited: ({ unit, delegates }, say) =>
    `${say.unit(unit)} cử đại biểu: ${say.list(delegates.map(({ person, role }) => `${say.person(person)} (${roles[role]})`))}.`,
  ProxyAccredited: ({ principal, holder, accreditedOn }, say) =>
    `${say.unit(principal)} ủy quyền cho ${say.unit(holder)} biểu quyết thay, ngày ${say.date(accreditedOn)}.`,
  ProxyEnded: ({ principal, holder, ground }, say) =>
    ground === "withdrawn"
      ? `${say.unit(principal)} rút ủy quyền cho ${say.unit(holder)}.`
      : `Ủy quyền của ${say.unit(principal)} cho ${say.unit(holder)} hết hiệu lực vì đơn vị ủy quyền đã có mặt.`,
  GuestAccredited: ({ person, mayDirect }, say) =>
    `Khách mời: ${say.person(person)}, dự ${mayDirect ? "và chỉ đạo hội nghị" : "hội nghị"}, không biểu quyết.`,
  UnitArrived: ({ unit }, say) => `${say.unit(unit)} có mặt.`,
  UnitLeftRoom: ({ unit }, say) => `${say.unit(unit)} rời hội nghị.`,
  ConferenceOpened: ({ openedOn, chair, secretary, present, byProxy, needed }, say) =>
    `Hội nghị khai mạc ngày ${say.date(openedOn)} với ${named(say, present)} có mặt${represented(byProxy, say)} (yêu cầu ít nhất ${say.count(needed)}); chủ trì: ${say.person(chair)}; thư ký: ${say.person(secretary)}.`,
  QuorumAbsent: ({ date, present, byProxy, entitled, needed }, say) =>
    `Ngày ${say.date(date)} hội nghị chưa tiến hành được: ${named(say, present)} có mặt${represented(byProxy, say)} trên tổng số ${say.count(entitled)}, yêu cầu ít nhất ${say.count(needed)}.`,
  ConferenceAdjourned: ({ from, to, place, reason }, say) =>
    `Hội nghị ngày ${say.date(from)} được dời sang ngày ${say.date(to)} tại ${place}; lý do: ${reason}.`,
  ConferenceCancelled: ({ reason, cancelledOn }, say) =>
    `Hủy hội nghị ngày ${say.date(cancelledOn)}; lý do: ${reason}.`,
  DraftTabled: ({ title, kind }) => `Trình dự thảo ${draftKinds[kind]} “${title}”.`,
  DraftDiscussed: ({ draft, unit, remark }, say) =>
    `${say.unit(unit)} thảo luận về dự thảo “${draft}”: “${remark}”.`,
  DraftAmended: ({ draft, proposer, change }, say) =>
    `Dự thảo “${draft}” được chỉnh sửa theo đề nghị của ${say.unit(proposer)}: “${change}”.`,
  ObjectionRecorded: ({ draft, unit, ground }, say) =>
    `${say.unit(unit)} không nhất trí với dự thảo “${draft}”: “${ground}”.`,
  ObjectionWithdrawn: ({ draft, unit }, say) =>
    `${say.unit(unit)} rút ý kiến không nhất trí với dự thảo “${draft}”.`,
  DraftAdopted: ({ draft, by }, say) =>
    by.kind === "consensus"
      ? `Hội nghị thống nhất cao thông qua dự thảo “${draft}” (${say.count(by.votes)} đơn vị, không có ý kiến khác).`
      : `Hội nghị biểu quyết giơ tay thông qua dự thảo “${draft}”: ${shown(say, by)}.`,
  DraftRejected: ({ draft, ...show }, say) =>
    `Hội nghị biểu quyết giơ tay không thông qua dự thảo “${draft}”: ${shown(say, show)}.`,
  DraftDeferred: ({ draft, reason }) => `Gác lại dự thảo “${draft}”; lý do: ${reason}.`,
  DirectiveSpeechRecorded: ({ speaker, points }, say) =>
    `${say.person(speaker)} phát biểu chỉ đạo: ${points.map((point) => `“${point}”`).join("; ")}.`,
  BallotHeld: ({ matter, present }, say) => `Tiến hành bầu chọn: ${matter}; có mặt ${named(say, present)}.`,
  PledgeSigningRecorded: ({ season, pledges }, say) =>
    `Ký kết ${say.count(pledges.length)} giao ước thi đua năm ${season} tại hội nghị.`,
  BallotSettled: ({ matter, end, settledOn }, say) =>
    end === "certified"
      ? `Biên bản kiểm phiếu của cuộc bầu chọn ${quoted(matter)} được ký ngày ${say.date(settledOn)}.`
      : `Cuộc bầu chọn ${quoted(matter)} bị hủy ngày ${say.date(settledOn)}.`,
  ConferenceClosed: ({ closedOn, minutes, chair, secretary, summary, leftOpen = [], handover }, say) =>
    `Hội nghị bế mạc ngày ${say.date(closedOn)}; ${say.document(minutes)}; chủ trì: ${say.person(chair)}; thư ký: ${say.person(secretary)}; kết luận: “${summary}”.${leftOpen.length > 0 ? ` Còn ${say.count(leftOpen.length)} cuộc bầu chọn tiếp tục sau hội nghị.` : ""}${handover === undefined ? "" : ` Tình trạng Cờ luân lưu khi bàn giao: ${handover.condition}.`}`,
  MinutesCorrected: ({ statement, correction, reason, document, correctedOn }, say) =>
    `Đính chính biên bản ngày ${say.date(correctedOn)} theo ${say.document(document)}: “${statement}” sửa thành “${correction}”; lý do: ${reason}.`,
};

export const conferenceRejectionsVi: OwnPhrases<ConferenceRejection> = {
  ConferenceTaken: ({ season, kind, heldOn }, say) =>
    `Hội nghị này đã được triệu tập là ${kinds[kind]} năm ${season}, ngày ${say.date(heldOn)}.`,
  UnitNotEntitled: ({ unit }, say) => `${say.unit(unit)} không thuộc thành phần hội nghị.`,
  UnitNotAccredited: ({ unit }, say) => `${say.unit(unit)} chưa cử đại biểu dự hội nghị.`,
  UnitNotPresent: ({ unit }, say) => `${say.unit(unit)} không có mặt tại hội nghị.`,
  ProxyForItself: ({ unit }, say) => `${say.unit(unit)} không thể ủy quyền cho chính mình.`,
  ProxiesExhausted: ({ holder, proxiesMax }, say) =>
    `${say.unit(holder)} chỉ được nhận nhiều nhất ${say.count(proxiesMax)} ủy quyền.`,
  PrincipalPresent: ({ principal }, say) => `${say.unit(principal)} đang có mặt nên không ủy quyền được.`,
  PrincipalRepresented: ({ principal, holder }, say) =>
    `${say.unit(principal)} đã ủy quyền cho ${say.unit(holder)}.`,
  ProxyPassedOn: ({ principal, holder, unit }, say) =>
    `${say.unit(principal)} không ủy quyền được cho ${say.unit(holder)}: ${say.unit(unit)} đã có ủy quyền khác, không được ủy quyền lại.`,
  GuestTaken: ({ guest }) => `Khách mời “${guest}” đã có với nội dung khác.`,
  GuestUnknown: ({ guest }) => `Hội nghị không có khách mời “${guest}”.`,
  GuestMayNotDirect: ({ guest }) => `Khách mời “${guest}” chỉ dự, không chỉ đạo hội nghị.`,
  PersonAccreditedTwice: ({ person }, say) =>
    `${say.person(person)} đã là đại biểu hoặc khách mời của hội nghị.`,
  ConferenceNotOnThatDay: ({ date, heldOn }, say) =>
    `Hội nghị được triệu tập ngày ${say.date(heldOn)}, không phải ngày ${say.date(date)}.`,
  QuorumLost: ({ present, needed }, say) =>
    `Chỉ còn ${say.count(present)} đơn vị có mặt hoặc được đại diện, yêu cầu ít nhất ${say.count(needed)}, nên chưa quyết định được.`,
  TooManyDrafts: ({ draftsMax }, say) => `Một hội nghị có nhiều nhất ${say.count(draftsMax)} dự thảo.`,
  DraftTaken: ({ draft }) => `Dự thảo “${draft}” đã có với nội dung khác.`,
  DraftUnknown: ({ draft }) => `Hội nghị không có dự thảo “${draft}”.`,
  DraftDecided: ({ draft, outcome }) => `Dự thảo “${draft}” ${outcomes[outcome]}.`,
  ObjectionStands: ({ draft, units }, say) =>
    `Dự thảo “${draft}” chưa được thống nhất; còn ý kiến khác: ${say.units(units)}.`,
  HandsDoNotAddUp: ({ hands, votes }, say) =>
    `Số biểu quyết không khớp: ${handsIn(say, hands)}, trong khi có ${say.count(votes)} phiếu biểu quyết tại hội nghị.`,
  BaseWithoutPapers: () =>
    "Biểu quyết giơ tay không có phiếu, nên không tính tỷ lệ theo số phiếu phát ra, thu về hay hợp lệ.",
  BallotHeldAlready: () => `Cuộc bầu chọn này đã được ghi nhận với nội dung khác.`,
  BallotNotHeld: () => "Hội nghị không tiến hành cuộc bầu chọn này.",
  BallotsUnsettled: ({ matters }, say) =>
    `Chưa bế mạc được: còn ${say.count(matters.length)} cuộc bầu chọn chưa kết thúc (${say.list(matters.map(quoted))}); ghi rõ cuộc nào tiếp tục sau hội nghị.`,
  BallotSettledAlready: ({ matter, settledOn }, say) =>
    `Cuộc bầu chọn ${quoted(matter)} đã kết thúc ngày ${say.date(settledOn)}, không còn tiếp tục sau hội nghị.`,
  SeasonNotOfConference: ({ season, allowed }, say) =>
    `Hội nghị này chỉ ký kết giao ước thi đua năm ${say.either(allowed)}, không phải năm ${season}.`,
  PledgeOfOtherSeason: ({ season }) => `Việc ký kết giao ước này đã được ghi nhận cho năm ${season}.`,
  TooManyPledges: ({ pledgesMax }, say) =>
    `Một hội nghị ghi nhận nhiều nhất ${say.count(pledgesMax)} giao ước.`,
  DraftsUndecided: ({ drafts }, say) =>
    `Chưa bế mạc được: dự thảo ${say.list(drafts.map(quoted))} chưa được thông qua, bác bỏ hay gác lại.`,
  DocumentNotMinutes: () => "Văn bản kèm theo không phải là biên bản hội nghị.",
};

/** What each command does, as what somebody is to do. */
export const conferenceCommandsVi: Phrases<ConferenceCommand> = {
  ConveneConference: ({ heldOn }, say) => `triệu tập hội nghị ngày ${say.date(heldOn)}`,
  ReviseInvitation: ({ entitled }, say) => `điều chỉnh thành phần hội nghị: ${say.units(entitled)}`,
  AccreditDelegation: ({ unit }, say) => `ghi nhận đoàn đại biểu của ${say.unit(unit)}`,
  AccreditProxy: ({ principal, holder }, say) =>
    `ghi nhận ${say.unit(principal)} ủy quyền cho ${say.unit(holder)}`,
  RevokeProxy: ({ principal }, say) => `ghi nhận ${say.unit(principal)} thôi ủy quyền`,
  AccreditGuest: ({ person }, say) => `ghi nhận khách mời ${say.person(person)}`,
  CheckInUnit: ({ unit }, say) => `điểm danh ${say.unit(unit)}`,
  LeaveRoom: ({ unit }, say) => `ghi nhận ${say.unit(unit)} rời hội nghị`,
  OpenConference: () => "khai mạc hội nghị",
  AdjournConference: ({ to }, say) => `hoãn hội nghị đến ngày ${say.date(to)}`,
  CancelConference: () => "hủy hội nghị",
  TableDraft: ({ title }) => `trình dự thảo ${quoted(title)}`,
  DiscussDraft: ({ unit }, say) => `ghi nhận ý kiến của ${say.unit(unit)} về dự thảo`,
  AmendDraft: () => "sửa đổi dự thảo",
  ObjectToDraft: ({ unit }, say) => `ghi nhận ${say.unit(unit)} không nhất trí với dự thảo`,
  WithdrawObjection: ({ unit }, say) => `ghi nhận ${say.unit(unit)} rút ý kiến không nhất trí`,
  AdoptDraftByConsensus: () => "thống nhất thông qua dự thảo",
  VoteOnDraft: () => "ghi nhận kết quả biểu quyết dự thảo",
  DeferDraft: () => "hoãn xem xét dự thảo",
  RecordDirectiveSpeech: () => "ghi nhận phát biểu chỉ đạo",
  HoldBallot: ({ matter }) => `ghi vào biên bản cuộc bầu chọn ${quoted(matter)}`,
  RecordPledgeSigning: ({ season }) => `ghi nhận việc ký kết giao ước năm ${season}`,
  SettleBallot: ({ end }) =>
    `ghi vào biên bản hội nghị: cuộc bầu chọn ${end === "certified" ? "đã ký biên bản kiểm phiếu" : "đã bị hủy"}`,
  CloseConference: () => "bế mạc hội nghị",
  CorrectMinutes: () => "đính chính biên bản hội nghị",
};
