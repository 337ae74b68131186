import type { PledgeEvent, PledgeRejection, Verdict } from "../../pledge/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

const verdicts: Record<Verdict, string> = {
  fulfilled: "hoàn thành",
  partly: "hoàn thành một phần",
  unfulfilled: "không hoàn thành",
  notAssessable: "chưa đủ căn cứ đánh giá",
};

export const pledgeStatusesVi = {
  blank: "chưa lập",
  draft: "đang dự thảo",
  signed: "đã ký kết",
  assessed: "đã được đánh giá",
  withdrawn: "đã được rút",
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
};

export const pledgeRejectionsVi: OwnPhrases<PledgeRejection> = {
  PledgeTaken: ({ unit, season }, say) => `Giao ước này đã được lập cho ${say.unit(unit)}, năm ${season}.`,
  PledgeEmpty: () => "Giao ước chưa có chỉ tiêu nào nên chưa ký kết được.",
  TargetUnknown: ({ target }) => `Giao ước không có chỉ tiêu “${target}”.`,
  TargetTaken: ({ target }) => `Chỉ tiêu “${target}” đã có với nội dung khác.`,
  TooManyTargets: ({ targetsMax }, say) => `Giao ước có nhiều nhất ${say.count(targetsMax)} chỉ tiêu.`,
  AssessorIsPledger: ({ unit }, say) => `${say.unit(unit)} không được tự đánh giá giao ước của mình.`,
};
