import type { DataOf } from "../../kernel/messages.ts";
import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases, Say } from "../language.ts";
import { ballotForVi, purposeVi, verbVi } from "./ballot-words.ts";
import { disciplineFormsVi } from "./bloc.ts";

type HonourOf = DataOf<MatterText, "ProposalNotMade">["honour"];

const ends = { certified: "biên bản kiểm phiếu đã ký", annulled: "đã bị hủy" };

const left = {
  rotation: "việc luân phiên Khối trưởng chưa kết thúc",
  conference: "hội nghị chưa hủy",
  campaign: "phong trào thi đua chưa kết thúc",
  ballot: "cuộc bầu chọn chưa kết thúc",
};

const scoreUses = { tie: "bậc phá hòa đã áp dụng", nominees: "danh sách ứng viên đã lập" };
const beginnings = {
  directive: "Chỉ thị phát động thi đua",
  plan: "Kế hoạch thi đua",
  pledge: "giao ước thi đua đã ký",
  scale: "thang điểm thi đua",
};
const offices = { chair: "Khối trưởng", deputy: "Khối phó" };
const bars: Record<DataOf<MatterText, "ElectedNotEligible">["reasons"][number], string> = {
  notMember: "không phải là thành viên Khối vào ngày bỏ phiếu",
  notRegistered: "chưa đăng ký danh hiệu",
  verdictTooLow: "giao ước chưa được đánh giá đạt mức quy định",
  honourNotHeld: "chưa có hình thức khen thưởng mà quy chế yêu cầu",
  disciplined: "bị kỷ luật",
};

const steps: Record<DataOf<MatterText, "AwardStepAwaited">["step"], string> = {
  dossier: "nộp hồ sơ đề nghị tặng",
  resubmission: "nộp lại hồ sơ đề nghị tặng",
  publication: "công bố quyết định tặng",
  conferral: "trao tặng",
  recovery: "thu hồi hiện vật và tiền thưởng của",
};

const awardVi = (honour: HonourOf, season: string, say: Say) => `${say.honour(honour)} năm ${season}`;

export const mattersVi: Phrases<MatterText> = {
  RoomNotTaken: ({ purpose, season }, say) =>
    `Chưa lấy được danh sách có mặt tại hội nghị cho cuộc ${ballotForVi(purpose, say)} năm ${season}.`,
  VotingInterrupted: ({ purpose, season }, say) =>
    `Hội nghị hoãn khi đang bỏ phiếu ${ballotForVi(purpose, say)} năm ${season}; tiếp tục khi hội nghị họp lại hoặc hủy.`,
  ProxiesCountedOtherwise: ({ inRoomOnly, ballot }, say) => {
    const of = ballot ? `cuộc ${ballotForVi(ballot.purpose, say)} năm ${ballot.season}` : "hội nghị";
    const rule = inRoomOnly ? "không tính" : "tính cả";
    return `Số đơn vị cần có mặt của ${of} tính khác quy định: ${rule} đơn vị ủy quyền.`;
  },
  BallotOfOtherSeason: ({ purpose, season, held }, say) =>
    `Cuộc ${ballotForVi(purpose, say)} năm ${season} ghi tiến hành tại hội nghị của năm ${held} nên chưa mở được bỏ phiếu.`,
  BallotOfClosedConference: ({ purpose, season }, say) =>
    `Hội nghị đã bế mạc mà chưa bỏ phiếu cuộc ${ballotForVi(purpose, say)} năm ${season}: tiến hành ở nơi khác hoặc hủy.`,
  BallotNotInMinutes: ({ purpose, season }, say) =>
    `Biên bản hội nghị chưa ghi cuộc ${ballotForVi(purpose, say)} năm ${season}.`,
  BallotNotSettled: ({ matter, end }) =>
    `Chưa ghi nhận tại hội nghị việc kết thúc cuộc bầu chọn ${quoted(matter)} (${ends[end]}).`,
  BallotOfCancelledConference: ({ purpose, season }, say) =>
    `Hội nghị đã hủy nhưng cuộc ${ballotForVi(purpose, say)} năm ${season} chưa hủy.`,
  BallotCertifiedThoughCancelled: ({ purpose, season }, say) =>
    `Hội nghị đã hủy nhưng kết quả ${ballotForVi(purpose, say)} năm ${season} đã được xác nhận; xem xét lại kết quả.`,
  DraftNotIssued: ({ title, adoptedOn }, say) =>
    `Dự thảo ${quoted(title)} đã thông qua ngày ${say.date(adoptedOn)}, chưa ban hành.`,
  RotationNotFollowed: ({ unit }, say) =>
    `Danh sách luân phiên chưa khớp với thành viên Khối: thay đổi của ${say.unit(unit)} chưa được ghi nhận.`,
  PledgeOfFormerMember: ({ unit, season }, say) =>
    `Giao ước năm ${season} của ${say.unit(unit)} chưa được xử lý (chuyển cho đơn vị kế thừa hoặc hủy).`,
  PledgeOfFormerMemberAssessed: ({ unit, season }, say) =>
    `Giao ước năm ${season} của ${say.unit(unit)} được đánh giá sau khi đơn vị không còn là thành viên Khối.`,
  ScoreboardNotFollowed: ({ unit, season }, say) =>
    `Bảng điểm năm ${season} chưa khớp với thành viên Khối: ${say.unit(unit)}.`,
  UnitRankedOtherwise: ({ unit, season, isApart }, say) =>
    isApart
      ? `Bảng điểm năm ${season} vẫn tách riêng ${say.unit(unit)}, dù đơn vị không còn kỷ luật, không còn bị thanh tra, điều tra.`
      : `Bảng điểm năm ${season} vẫn xếp hạng ${say.unit(unit)}, dù đơn vị bị kỷ luật hoặc đang bị thanh tra, điều tra.`,
  SeasonNotPrepared: ({ what, season, units }, say) =>
    `Chưa có ${beginnings[what]} năm ${season}${units ? ` của ${say.units(units)}` : ""}.`,
  HostGone: ({ host, heldOn }, say) =>
    `${say.unit(host)} đăng cai hội nghị ngày ${say.date(heldOn)} không còn tham gia; cần phân công đơn vị khác đăng cai.`,
  InvitationNotRevised: ({ heldOn }, say) =>
    `Thành phần hội nghị ngày ${say.date(heldOn)} chưa khớp với thành viên Khối.`,
  LeftByDissolvedBloc: ({ what }) => `Khối đã giải thể, còn ${left[what]}.`,
  PledgesAwaited: ({ season, units }, say) => `Chưa ký giao ước thi đua năm ${season}: ${say.units(units)}.`,
  PledgesUnconcluded: ({ season, units }, say) =>
    `Phong trào năm ${season} đã tổng kết, còn ${say.count(units.length)} giao ước chưa đánh giá: ${say.units(units)}.`,
  RoundNotOpened: ({ purpose, season }, say) =>
    `Chưa mở được vòng ${ballotForVi(purpose, say)} năm ${season} theo kết quả vòng trước.`,
  RoundVotedOnOldList: ({ purpose, season, won, missing }, say) =>
    `Vòng ${ballotForVi(purpose, say)} năm ${season} đã bỏ phiếu với danh sách cũ${[
      ...(won.length > 0 ? [`; ${say.units(won)} đã trúng ở vòng trước`] : []),
      ...(missing.length > 0 ? [`; ${say.units(missing)} chưa được đưa ra bỏ phiếu`] : []),
    ].join("")}. Xử lý suất bị trùng hoặc bỏ phiếu lại.`,
  RunOffNotOpened: ({ units }, say) => `Vòng bầu chọn lại giữa các đơn vị ${say.units(units)} chưa mở được.`,
  RunOffNotRecorded: ({ units }, say) =>
    `Kết quả bầu chọn lại giữa các đơn vị ${say.units(units)} chưa được ghi nhận vào cuộc bầu chọn đã yêu cầu.`,
  RestsOnVoidRunOff: ({ units }, say) =>
    `Có kết quả dựa trên vòng bầu chọn lại giữa các đơn vị ${say.units(units)} đã bị hủy; phải xác nhận lại.`,
  BallotOfVoidOne: ({ purpose, season, ground }, say) =>
    `Vòng ${ground === "noTieLeft" ? `${verbVi(purpose)} lại ${purposeVi(purpose, say)}` : ballotForVi(purpose, say)} năm ${season} dựa trên kết quả không còn hiệu lực nhưng chưa hủy.`,
  RoundOfVoidBallot: ({ purpose, season }, say) =>
    `Vòng ${ballotForVi(purpose, say)} năm ${season} theo sau cuộc bỏ phiếu đã bị hủy: bỏ phiếu lại sau khi có kết quả mới.`,
  RevoteAwaited: ({ purpose, season, annulledOn }, say) =>
    `Cuộc ${ballotForVi(purpose, say)} năm ${season} đã bị hủy ngày ${say.date(annulledOn)}, chờ bỏ phiếu lại.`,
  RemedyAwaited: ({ purpose, season, upheldOn }, say) =>
    `Khiếu nại về kết quả ${ballotForVi(purpose, say)} năm ${season} đã được chấp nhận ngày ${say.date(upheldOn)}, chờ kiểm phiếu lại hoặc hủy kết quả.`,
  BallotNotRevised: ({ purpose, season }, say) =>
    `Danh sách hoặc điểm của cuộc ${ballotForVi(purpose, say)} năm ${season} đã cũ, chưa sửa được.`,
  ListsOlderThanMembers: ({ purpose, season, units }, say) =>
    `Danh sách cử tri, ứng viên ${ballotForVi(purpose, say)} năm ${season} lập trước khi có thay đổi của ${say.units(units)}.`,
  ScoresCorrectedAfterVote: ({ purpose, season, use }, say) =>
    `Bảng điểm đính chính sau khi phát phiếu ${ballotForVi(purpose, say)} năm ${season}; ${scoreUses[use]} theo điểm cũ.`,
  BylawsChangedMeanwhile: ({ purpose, season }, say) =>
    `Cuộc ${ballotForVi(purpose, say)} năm ${season} được chuẩn bị theo quy chế cũ.`,
  FigureNotCarried: ({ unit, season, actual }, say) =>
    `Chưa đưa số liệu đã đánh giá (${say.decimal(actual)}) từ giao ước của ${say.unit(unit)} vào bảng điểm năm ${season}.`,
  FiguresDiffer: ({ unit, criterion, pledged, scored }, say) =>
    `Số liệu của ${say.unit(unit)} về ${quoted(criterion)}: giao ước ${say.decimal(pledged)}, bảng điểm ${say.decimal(scored)}.`,
  PledgeNotSigned: ({ unit, heldOn, place }, say) => {
    const minutes = `Biên bản hội nghị ngày ${say.date(heldOn)} ghi`;
    if (unit !== undefined)
      return `${minutes} ${say.unit(unit)} đã ký giao ước nhưng chưa có giao ước được ký.`;
    return `${minutes} ${place === undefined ? "một giao ước" : `giao ước thứ ${say.count(place)}`} đã được ký nhưng chưa có giao ước đó.`;
  },
  ElectedNotDesignated: ({ office, unit, term }, say) =>
    `${say.unit(unit)} trúng cử ${offices[office]} nhiệm kỳ ${term} nhưng chưa được ghi nhận.`,
  ElectedNotTakenBack: ({ office, unit, term }, say) =>
    `Kết quả bầu đã thay đổi nhưng ${say.unit(unit)} vẫn được ghi nhận là ${offices[office]} nhiệm kỳ ${term}.`,
  ElectedCannotServe: ({ office, unit, term, isVotedAgain }, say) =>
    `${say.unit(unit)} trúng cử ${offices[office]} nhiệm kỳ ${term} nhưng không còn đủ điều kiện đảm nhiệm (đã thôi tham gia Khối hoặc bị tạm đình chỉ); ${isVotedAgain ? "theo quy chế, Khối bầu bổ sung" : "chờ bầu lại hoặc quyết định"}.`,
  ChosenThoughDisciplined: ({ office, unit, term, disciplinedOn }, say) =>
    `${say.unit(unit)} được chọn làm ${offices[office]} nhiệm kỳ ${term} nhưng bị kỷ luật ngày ${say.date(disciplinedOn)}; cần quyết định giữ hay thay.`,
  ElectedToBoth: ({ unit, term }, say) =>
    `${say.unit(unit)} trúng cử cả Khối trưởng và Khối phó; chưa có Khối phó năm ${term}.`,
  NoChairForTerm: ({ term, annulledOn }, say) =>
    annulledOn === undefined
      ? `Chưa có Khối trưởng năm ${term}: cuộc bầu không có đơn vị nào trúng cử.`
      : `Chưa có Khối trưởng năm ${term}: kết quả bầu đã bị hủy ngày ${say.date(annulledOn)}, chờ bầu lại.`,
  NoDeputyForTerm: ({ term, annulledOn }, say) =>
    `Chưa có Khối phó năm ${term}: kết quả bầu đã bị hủy ngày ${say.date(annulledOn)}, chờ bầu lại.`,
  DecisionOverVote: ({ elected, named, term, decision }, say) =>
    `Khối bầu ${say.unit(elected)} làm Khối trưởng năm ${term}, cấp có thẩm quyền chỉ định ${say.unit(named)}: thực hiện theo ${say.document(decision)}.`,
  NamedAgainstVote: ({ elected, named, term }, say) =>
    `Khối bầu ${say.unit(elected)} làm Khối trưởng năm ${term}, nhưng ${say.unit(named)} được ghi nhận mà không có quyết định của cấp có thẩm quyền: ghi nhận theo kết quả bầu hoặc chờ quyết định.`,
  NamedCannotServe: ({ unit, term, decision }, say) =>
    `${say.document(decision)} chỉ định ${say.unit(unit)} làm Khối trưởng năm ${term}, nhưng đơn vị không còn đủ điều kiện đảm nhiệm: chờ quyết định khác.`,
  ChairNotHandedOver: ({ unit, term }, say) =>
    `Chưa ghi nhận được việc ${say.unit(unit)} nhận nhiệm vụ Khối trưởng năm ${term}.`,
  HandoverHeld: ({ unit, term, raisedOn, upheldOn }, say) =>
    upheldOn === undefined
      ? `Chưa bàn giao Khối trưởng năm ${term} cho ${say.unit(unit)}: còn khiếu nại về kết quả bầu (ngày ${say.date(raisedOn)}).`
      : `Chưa bàn giao Khối trưởng năm ${term} cho ${say.unit(unit)}: khiếu nại đã được chấp nhận ngày ${say.date(upheldOn)}, chờ kiểm phiếu lại hoặc hủy kết quả.`,
  HandoverAwaited: ({ unit, term }, say) =>
    `Chưa ghi nhận việc bàn giao Khối trưởng năm ${term} cho ${say.unit(unit)}.`,
  HandoverOutsideDays: ({ unit, term, earliest, latest }, say) =>
    `Chưa bàn giao Khối trưởng năm ${term} cho ${say.unit(unit)}: quy chế luân phiên chỉ cho phép bàn giao từ ngày ${say.date(earliest)} đến hết ngày ${say.date(latest)}.`,
  ChairOnVoidVote: ({ unit, term, voidOn }, say) =>
    `${say.unit(unit)} đang giữ Khối trưởng năm ${term} theo kết quả đã bị hủy ngày ${say.date(voidOn)}; chờ bầu lại hoặc quyết định.`,
  ChairNotAsElected: ({ unit, elected, term }, say) =>
    `${say.unit(unit)} đang giữ Khối trưởng năm ${term}, nhưng kết quả có hiệu lực bầu ${say.unit(elected)}: ghi nhận việc thay Khối trưởng hoặc chờ quyết định.`,
  ChairVacant: ({ term, isVotedAgain }) =>
    `Chưa ghi nhận Khối trưởng năm ${term}${isVotedAgain ? "; theo quy chế, Khối bầu bổ sung" : ""}.`,
  StewardNotNamed: ({ unit }, say) =>
    `Chưa cập nhật ${say.unit(unit)} là Khối trưởng chủ trì phong trào thi đua.`,
  CampaignWithoutSteward: ({ term }) =>
    `Phong trào thi đua đang diễn ra nhưng nhiệm kỳ ${term} không có Khối trưởng chủ trì.`,
  StewardUnclear: ({ season }) =>
    `Phong trào thi đua năm ${season} đang diễn ra, nhưng Khối có nhiều bảng luân phiên đang mở nên chưa xác định được Khối trưởng chủ trì.`,
  FlagElsewhere: ({ chair, custodian }, say) =>
    `${say.unit(chair)} là Khối trưởng nhưng Cờ luân lưu đang ở ${custodian === undefined ? "cơ quan trao cờ" : say.unit(custodian)}.`,
  RotationUnclear: ({ unit, season, isNone }, say) =>
    isNone
      ? `Năm ${season} Khối bầu ${say.unit(unit)} làm Khối trưởng, nhưng không có bảng luân phiên nào đang mở cho nhiệm kỳ sau.`
      : `Năm ${season} Khối bầu ${say.unit(unit)} làm Khối trưởng, nhưng có nhiều bảng luân phiên đang mở cho nhiệm kỳ sau.`,
  SeatToVoteAgain: ({ purpose, season, unit }, say) =>
    `${say.unit(unit)} trúng trong cuộc ${ballotForVi(purpose, say)} năm ${season} nhưng suất đó đã trống; theo quy chế, Khối bỏ phiếu bổ sung.`,
  TwoResults: ({ purpose, season }, say) =>
    `Có hai kết quả ${ballotForVi(purpose, say)} năm ${season} không phải là ${verbVi(purpose)} lại của nhau; kết quả xác nhận trước được tính.`,
  ProposalNotMade: ({ unit, honour, season }, say) =>
    `Chưa lập được đề nghị tặng ${awardVi(honour, season, say)} cho ${say.unit(unit)}.`,
  ProposedWithoutResult: ({ unit, honour, season }, say) =>
    `Đề nghị tặng ${awardVi(honour, season, say)} cho ${say.unit(unit)} không có kết quả bình chọn còn hiệu lực hoặc hội nghị đã bế mạc làm căn cứ.`,
  ElectedBySecondResult: ({ unit, honour, season, certifiedOn, countedOn }, say) =>
    `Có hai kết quả bình chọn ${awardVi(honour, season, say)} cùng còn hiệu lực: kết quả ngày ${say.date(countedOn)} được tính; ${say.unit(unit)}, trúng theo kết quả ngày ${say.date(certifiedOn)}, chưa được đề nghị.`,
  ElectedInVoidRound: ({ unit, honour, season, annulledOn }, say) =>
    `${say.unit(unit)} trúng ${awardVi(honour, season, say)} ở vòng theo sau cuộc bỏ phiếu đã bị hủy ngày ${say.date(annulledOn)} nên chưa được đề nghị: bỏ phiếu lại sau khi có kết quả mới.`,
  ProposalNotWithdrawn: ({ unit, honour, season }, say) =>
    `Chưa rút được đề nghị tặng ${awardVi(honour, season, say)} cho ${say.unit(unit)}, dù kết quả đã thay đổi hoặc đơn vị không đủ điều kiện.`,
  GrantedOnVoidResult: ({ unit, honour, season }, say) =>
    `Đã có quyết định tặng ${awardVi(honour, season, say)} cho ${say.unit(unit)}, nhưng kết quả bình chọn làm căn cứ không còn hiệu lực; báo cáo cấp có thẩm quyền.`,
  SeatLeftByExclusion: ({ unit, honour, season, other, isVotedAgain }, say) =>
    `${say.unit(unit)} được ${awardVi(honour, season, say)} nên không đề nghị ${say.honour(other)}; còn trống 01 ${say.honour(other)}: ${isVotedAgain ? "theo quy chế, Khối bỏ phiếu bổ sung" : "bỏ phiếu bổ sung hoặc để trống"}.`,
  HonourHeldTwice: ({ unit, honour, season, isVacant }, say) =>
    isVacant
      ? `${say.unit(unit)} được bầu nhận ${awardVi(honour, season, say)}, lại nhận chuyển từ đơn vị khác, chỉ giữ một; còn trống 01 ${say.honour(honour)}: bỏ phiếu bổ sung hoặc để trống.`
      : `${say.unit(unit)} được đề nghị ${awardVi(honour, season, say)} hai lần, một lần do chuyển từ đơn vị khác.`,
  BasisNotConfirmed: ({ unit, honour, season }, say) =>
    `Kết quả bình chọn ${awardVi(honour, season, say)} đã là cuối cùng nhưng chưa ghi nhận ở đề nghị của ${say.unit(unit)}.`,
  ElectedNotEligible: ({ unit, honour, season, reasons }, say) =>
    `${say.unit(unit)} được bầu nhận ${awardVi(honour, season, say)} nhưng không đủ điều kiện: ${say.list(reasons.map((reason) => bars[reason]))}.`,
  AwardOfFormerMember: ({ unit, honour, season, endedOn }, say) =>
    `${say.unit(unit)} không còn là thành viên Khối từ ngày ${say.date(endedOn)}; đề nghị tặng ${awardVi(honour, season, say)} cần Khối quyết định (rút hoặc chuyển cho đơn vị kế thừa).`,
  ConsiderationStopped: ({ unit, honour, season, endedOn }, say) =>
    `Việc xét ${awardVi(honour, season, say)} cho ${say.unit(unit)} đang tạm dừng vì đơn vị không còn là thành viên Khối từ ngày ${say.date(endedOn)}.`,
  AwardOfDissolvedBloc: ({ unit, honour, season }, say) =>
    `Khối đã giải thể, đề nghị tặng ${awardVi(honour, season, say)} cho ${say.unit(unit)} chưa có quyết định; báo cáo cấp có thẩm quyền.`,
  ConsiderationNotSuspended: ({ unit, honour, season }, say) =>
    `Chưa tạm dừng được việc xét ${awardVi(honour, season, say)} cho ${say.unit(unit)}.`,
  ConsiderationNotResumed: ({ unit, honour, season }, say) =>
    `Chưa tiếp tục được việc xét ${awardVi(honour, season, say)} cho ${say.unit(unit)}.`,
  DisciplinedThoughGranted: ({ unit, honour, season, disciplinedOn, form }, say) =>
    `${say.unit(unit)} bị ${form === undefined ? "kỷ luật" : disciplineFormsVi[form]} ngày ${say.date(disciplinedOn)}; ${awardVi(honour, season, say)} đã quyết định: xem xét hủy bỏ.`,
  AwardStepAwaited: ({ unit, honour, season, step }, say) =>
    `Chưa ${steps[step]} ${awardVi(honour, season, say)} ${step === "recovery" ? "của" : "cho"} ${say.unit(unit)}.`,
  HonoursExcludeEachOther: ({ unit, honour, season, other }, say) =>
    `${say.unit(unit)} được đề nghị cả ${awardVi(honour, season, say)} và ${say.honour(other)}, là hai hình thức loại trừ nhau.`,
  MoreThanSeats: ({ honour, season, proposed, seats }, say) =>
    `Số đơn vị được đề nghị ${awardVi(honour, season, say)} nhiều hơn số suất: ${say.count(proposed)} trên ${say.count(seats)}.`,
};
