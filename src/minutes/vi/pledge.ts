import type {
  PledgeCommand,
  PledgeEvent,
  PledgeRejection,
  Verdict,
  VoidGround,
} from "../../pledge/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

const verdicts: Record<Verdict, string> = {
  fulfilled: "hoàn thành",
  partly: "hoàn thành một phần",
  unfulfilled: "không hoàn thành",
  notAssessable: "chưa đủ căn cứ đánh giá",
};

const voidGrounds: Record<VoidGround, string> = {
  campaignCancelled: "phong trào thi đua đã bị hủy",
  unitEnded: "đơn vị không còn là thành viên của khối thi đua",
  blocDissolved: "khối thi đua đã giải thể",
  issuerError: "lập nhầm",
};

export const pledgeStatusesVi = {
  blank: "chưa lập",
  draft: "đang dự thảo",
  signed: "đã ký kết",
  assessed: "đã được đánh giá",
  withdrawn: "đã được rút",
  void: "không còn giá trị",
  lapsed: "đã hết hiệu lực",
};

export const pledgeEventsVi: Phrases<PledgeEvent> = {
  PledgeDrafted: ({ unit, season, dueOn }, say) =>
    `${say.unit(unit)} dự thảo giao ước thi đua năm ${season}, thực hiện đến hết ngày ${say.date(dueOn)}.`,
  TargetPromised: ({ name, goal }, say) =>
    `Chỉ tiêu: ${name}, từ ${say.decimal(goal.baseline)} đến ${say.decimal(goal.goal)} ${goal.measure}.`,
  TargetDropped: ({ target }) => `Bỏ chỉ tiêu “${target}” khỏi dự thảo giao ước.`,
  TitleRegistered: ({ honour }, say) => `Đăng ký phấn đấu ${say.honour(honour)}.`,
  PledgeSigned: ({ signatory, signedOn }, say) =>
    `Ký kết giao ước thi đua ngày ${say.date(signedOn)}; người ký: ${say.person(signatory)}.`,
  TargetAmended: ({ target, goal, reason, amendedOn }, say) =>
    `Điều chỉnh chỉ tiêu “${target}” thành ${say.decimal(goal.goal)} ${goal.measure} ngày ${say.date(amendedOn)}; lý do: ${reason}.`,
  ProgressReported: ({ target, value, observedOn, evidence }, say) =>
    `Kết quả chỉ tiêu “${target}” đến ngày ${say.date(observedOn)}: ${say.decimal(value)}${evidence.length > 0 ? ` (${say.documents(evidence)})` : ", chưa có minh chứng"}.`,
  PledgeAssessed: ({ assessor, assessedOn, verdict }, say) =>
    `${say.unit(assessor)} đánh giá giao ước ngày ${say.date(assessedOn)}: ${verdicts[verdict]}.`,
  PledgeWithdrawn: ({ reason, withdrawnOn }, say) =>
    `Rút giao ước ngày ${say.date(withdrawnOn)}; lý do: ${reason}.`,
  PledgeTransferred: ({ from, to, transferredOn, decision }, say) =>
    `Chuyển giao ước thi đua của ${say.unit(from)} cho ${say.unit(to)} tiếp tục thực hiện từ ngày ${say.date(transferredOn)}${decision ? ` theo ${say.document(decision)}` : ""}.`,
  PledgeVoided: ({ ground, voidedOn, note }, say) =>
    `Giao ước thi đua không còn giá trị từ ngày ${say.date(voidedOn)}, không đánh giá; lý do: ${voidGrounds[ground]}${note ? `; ghi chú: ${note}` : ""}.`,
  PledgeLapsed: ({ lapsedOn }, say) =>
    `Ngày ${say.date(lapsedOn)}, giao ước thi đua hết hiệu lực: đã hết thời hạn thực hiện mà không có báo cáo kết quả.`,
};

export const pledgeRejectionsVi: OwnPhrases<PledgeRejection> = {
  PledgeTaken: ({ unit, season }, say) => `Giao ước này đã được lập cho ${say.unit(unit)}, năm ${season}.`,
  PledgeEmpty: () => "Giao ước chưa có chỉ tiêu nào nên chưa ký kết được.",
  TargetUnknown: ({ target }) => `Giao ước không có chỉ tiêu “${target}”.`,
  TargetTaken: ({ target }) => `Chỉ tiêu “${target}” đã có với nội dung khác.`,
  TooManyTargets: ({ targetsMax }, say) => `Giao ước có nhiều nhất ${say.count(targetsMax)} chỉ tiêu.`,
  AssessorIsPledger: ({ unit }, say) => `${say.unit(unit)} không được tự đánh giá giao ước của mình.`,
  PledgeTransferredToItself: ({ unit }, say) => `Giao ước này đang là của ${say.unit(unit)}.`,
  PledgeNotDue: ({ dueOn }, say) =>
    `Giao ước còn thời hạn thực hiện đến hết ngày ${say.date(dueOn)}, chưa thể coi là hết hiệu lực.`,
  PledgeReportedOn: ({ targets }, say) =>
    `Đã có báo cáo kết quả ${say.list(targets.map((target) => `chỉ tiêu “${target}”`))}; giao ước phải được đánh giá.`,
};

/** What each command does, as what somebody is to do. */
export const pledgeCommandsVi: Phrases<PledgeCommand> = {
  DraftPledge: ({ unit, season }, say) => `dự thảo giao ước năm ${season} của ${say.unit(unit)}`,
  PromiseTarget: ({ name }) => `đề ra chỉ tiêu “${name}”`,
  DropTarget: () => "bỏ chỉ tiêu",
  RegisterTitle: ({ honour }, say) => `đăng ký phấn đấu ${say.honour(honour)}`,
  SignPledge: () => "ký kết giao ước",
  AmendTarget: () => "điều chỉnh chỉ tiêu",
  ReportProgress: () => "báo cáo kết quả thực hiện chỉ tiêu",
  AssessPledge: () => "đánh giá giao ước",
  WithdrawPledge: () => "rút giao ước",
  TransferPledge: ({ to }, say) => `chuyển giao ước cho ${say.unit(to)}`,
  VoidPledge: ({ ground }) => `hủy giao ước vì ${voidGrounds[ground]}`,
  LapsePledge: () => "ghi nhận giao ước hết hạn mà không có kết quả",
};
