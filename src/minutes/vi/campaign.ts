import type {
  CampaignCollection,
  CampaignCommand,
  CampaignEvent,
  CampaignKind,
  CampaignRejection,
  CommendationLevel,
  Enrolment,
  Exemplary,
} from "../../campaign/messages.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const kinds: Record<CampaignKind, string> = { standing: "thường xuyên", thematic: "theo chuyên đề" };

const levels: Record<CommendationLevel, string> = {
  unit: "cấp đơn vị",
  bloc: "cấp khối",
  commune: "cấp xã",
  district: "cấp huyện",
  province: "cấp tỉnh",
  ministry: "cấp bộ",
  state: "cấp Nhà nước",
};

const participants: Record<Enrolment["who"], string> = {
  allMembers: "tất cả các đơn vị thành viên",
  volunteers: "các đơn vị tự nguyện",
};

export const campaignStatusesVi = {
  blank: "chưa được dự thảo",
  draft: "đang dự thảo",
  launched: "đã phát động",
  summedUp: "đã tổng kết",
  cancelled: "đã hủy bỏ",
};

const collections: Record<CampaignCollection, string> = {
  criteria: "tiêu chí",
  plans: "kế hoạch",
  stewards: "lần đổi đơn vị chủ trì",
  extensions: "lần gia hạn",
  practices: "cách làm hay",
  replicas: "đơn vị nhân rộng một cách làm hay",
  exemplars: "điển hình tiên tiến",
  recognitions: "lần biểu dương một điển hình",
  reviews: "lần sơ kết",
};

const exemplary = (who: Exemplary, say: Say) =>
  who.kind === "unit" ? say.unit(who.unit) : `${say.person(who.person)} (${say.unit(who.unit)})`;

const all = (items: readonly string[]) => items.join("; ");

export const campaignEventsVi: Phrases<CampaignEvent> = {
  CampaignDrafted: ({ season, theme, kind, opensOn, closesOn }, say) =>
    `Dự thảo phong trào thi đua ${kinds[kind]} năm ${season} với chủ đề “${theme}”, thực hiện từ ngày ${say.date(opensOn)} đến hết ngày ${say.dayBefore(closesOn)}.`,
  CampaignCriterionSet: ({ name, description }) =>
    `Tiêu chí thi đua: ${name}${description ? ` (${description})` : ""}.`,
  CampaignCriterionDropped: ({ criterion }) => `Bỏ tiêu chí thi đua “${criterion}” khỏi dự thảo.`,
  CampaignLaunched: ({ directive, launchedOn, enrolment, assessor }, say) =>
    `Phát động phong trào thi đua ngày ${say.date(launchedOn)} theo ${say.document(directive)}; tham gia: ${participants[enrolment.who]}, ký kết giao ước từ ngày ${say.date(enrolment.opensOn)} đến hết ngày ${say.dayBefore(enrolment.closesOn)}; đánh giá: ${assessor}.`,
  CampaignPlanIssued: ({ plan, directive, chair }, say) =>
    `Khối trưởng (${say.unit(chair)}) ban hành ${say.document(plan)} thực hiện ${say.document(directive)}.`,
  CampaignStewardNamed: ({ chair, since }, say) =>
    `${say.unit(chair)}, Khối trưởng, chủ trì phong trào thi đua từ ngày ${say.date(since)}.`,
  CampaignExtended: ({ closesOn, extendedOn, reason, document }, say) =>
    `Gia hạn phong trào thi đua đến hết ngày ${say.dayBefore(closesOn)} (${say.document(document)}, quyết định ngày ${say.date(extendedOn)}); lý do: ${reason}.`,
  PracticeFound: ({ title, unit, description, foundOn }, say) =>
    `Phát hiện cách làm hay của ${say.unit(unit)} ngày ${say.date(foundOn)}: ${title} (${description}).`,
  PracticeReplicated: ({ practice, unit, replicatedOn }, say) =>
    `${say.unit(unit)} nhân rộng cách làm hay “${practice}” từ ngày ${say.date(replicatedOn)}.`,
  ExemplarRecognised: ({ who, merit, level, authority, recognisedOn, document }, say) =>
    `Điển hình tiên tiến ${exemplary(who, say)} được ${authority} (${levels[level]}) biểu dương ngày ${say.date(recognisedOn)}${document ? ` theo ${say.document(document)}` : ""}: ${merit}.`,
  MidtermReviewHeld: ({ heldOn, findings, document }, say) =>
    `Sơ kết phong trào thi đua ngày ${say.date(heldOn)} (${say.document(document)})${findings.length > 0 ? `: ${all(findings)}` : ""}.`,
  CampaignSummedUp: ({ summedUpOn, report, results, conclusions }, say) =>
    `Tổng kết phong trào thi đua ngày ${say.date(summedUpOn)} (${say.document(report)}). Kết quả: ${all(results.map(({ field, result }) => `${field}: ${result}`))}.${conclusions.length > 0 ? ` Kết luận: ${all(conclusions)}.` : ""}`,
  CampaignCancelled: ({ reason, cancelledOn, document }, say) =>
    `Hủy bỏ phong trào thi đua ngày ${say.date(cancelledOn)} theo ${say.document(document)}; lý do: ${reason}.`,
};

export const campaignRejectionsVi: OwnPhrases<CampaignRejection> = {
  CampaignTaken: ({ season, theme }) => `Đã có phong trào thi đua năm ${season} với chủ đề “${theme}”.`,
  CampaignWindowEmpty: ({ opensOn, closesOn }, say) =>
    `Phong trào thi đua bắt đầu ngày ${say.date(opensOn)} nên ngày cuối cùng không thể là ngày ${say.dayBefore(closesOn)}.`,
  CampaignWithoutCriteria: () => "Phong trào thi đua chưa có tiêu chí nào nên chưa phát động được.",
  CampaignCriteriaFrozen: ({ launchedOn }, say) =>
    `Phong trào đã phát động ngày ${say.date(launchedOn)} nên tiêu chí thi đua không thay đổi được nữa.`,
  CampaignCriterionUnknown: ({ criterion }) => `Phong trào thi đua không có tiêu chí “${criterion}”.`,
  EnrolmentWindowEmpty: ({ opensOn, closesOn }, say) =>
    `Việc ký kết giao ước bắt đầu ngày ${say.date(opensOn)} nên ngày cuối cùng không thể là ngày ${say.dayBefore(closesOn)}.`,
  EnrolmentBeyondCampaign: ({ enrolmentClosesOn, campaignClosesOn }, say) =>
    `Việc ký kết giao ước (đến hết ngày ${say.dayBefore(enrolmentClosesOn)}) kéo dài quá thời gian của phong trào (đến hết ngày ${say.dayBefore(campaignClosesOn)}).`,
  LaunchBeforeDirective: ({ launchedOn, issuedOn }, say) =>
    `Không thể phát động ngày ${say.date(launchedOn)} theo chỉ thị ban hành ngày ${say.date(issuedOn)}.`,
  PlanCitesOtherDirective: ({ cited, directive }, say) =>
    `Kế hoạch căn cứ ${say.document(cited)}, trong khi phong trào được phát động theo ${say.document(directive)}.`,
  PlanBeforeDirective: ({ planIssuedOn, directiveIssuedOn }, say) =>
    `Kế hoạch ngày ${say.date(planIssuedOn)} có trước chỉ thị ngày ${say.date(directiveIssuedOn)} mà kế hoạch căn cứ.`,
  PlanTaken: ({ plan }, say) => `${say.document(plan)} đã có với nội dung khác.`,
  PlanOfOtherChair: ({ chair, steward }, say) =>
    `Khối trưởng vào ngày ban hành kế hoạch là ${say.unit(steward)}, không phải ${say.unit(chair)}.`,
  ExtensionNotForward: ({ closesOn, current }, say) =>
    `Phong trào đã kéo dài đến hết ngày ${say.dayBefore(current)}; đến hết ngày ${say.dayBefore(closesOn)} thì không phải là gia hạn.`,
  PracticeTaken: ({ practice }) => `Cách làm hay “${practice}” đã có với nội dung khác.`,
  PracticeUnknown: ({ practice }) => `Phong trào thi đua không có cách làm hay “${practice}”.`,
  PracticeOfOwn: ({ practice, unit }, say) =>
    `Cách làm hay “${practice}” là của chính ${say.unit(unit)}, nên không phải là nhân rộng.`,
  PracticeReplicatedAlready: ({ practice, unit, replicatedOn }, say) =>
    `${say.unit(unit)} đã nhân rộng cách làm hay “${practice}” từ ngày ${say.date(replicatedOn)}.`,
  ExemplarTaken: ({ exemplar }) => `Điển hình “${exemplar}” là một đơn vị hoặc cá nhân khác.`,
  ExemplarRecognisedAlready: ({ exemplar, level, authority }) =>
    `${authority} (${levels[level]}) đã biểu dương điển hình “${exemplar}” với nội dung khác.`,
  MidtermReviewTaken: ({ heldOn }, say) => `Lần sơ kết ngày ${say.date(heldOn)} đã có với nội dung khác.`,
  FieldNamedTwice: ({ field }) => `Lĩnh vực ${field} có hai kết quả.`,
  TooManyForCampaign: ({ what, max }, say) =>
    `Một phong trào thi đua có nhiều nhất ${say.count(max)} ${collections[what]}.`,
};

/** What each command does, as what somebody is to do. */
export const campaignCommandsVi: Phrases<CampaignCommand> = {
  DraftCampaign: ({ season }) => `dự thảo phong trào thi đua năm ${season}`,
  SetCampaignCriterion: ({ name }) => `đặt tiêu chí ${quoted(name)}`,
  DropCampaignCriterion: () => "bỏ tiêu chí",
  LaunchCampaign: () => "phát động phong trào thi đua",
  IssueCampaignPlan: () => "ban hành kế hoạch phong trào",
  NameCampaignSteward: ({ chair }, say) => `giao ${say.unit(chair)} chủ trì phong trào`,
  ExtendCampaign: ({ closesOn }, say) => `kéo dài phong trào, kết thúc ngày ${say.date(closesOn)}`,
  RecordPractice: ({ title }) => `ghi nhận cách làm ${quoted(title)}`,
  ReplicatePractice: ({ unit }, say) => `ghi nhận ${say.unit(unit)} nhân rộng cách làm`,
  RecogniseExemplar: () => "ghi nhận điển hình được biểu dương",
  HoldMidtermReview: ({ heldOn }, say) => `ghi nhận việc sơ kết ngày ${say.date(heldOn)}`,
  SumUpCampaign: () => "tổng kết phong trào",
  CancelCampaign: () => "dừng phong trào",
};
