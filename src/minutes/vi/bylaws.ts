import type { BlocEvent } from "../../bloc/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { HonourRule } from "../../vocabulary/bylaws.ts";
import { type AwaitedFact, ownPoliciesOf, type Policies } from "../../vocabulary/policies.ts";
import type { Say } from "../language.ts";
import { thresholdVi } from "./voting-words.ts";

// Bylaws as they were adopted: how the bloc votes, what it proposes, and the policies that are not the usual ones.

type Adoption = DataOf<BlocEvent, "BylawsAdopted">;

export function bylawsAdoptedVi(adoption: Adoption, say: Say): string {
  const { version, bylaws, adoptedOn, effectiveFrom, document } = adoption;
  const { quorum, threshold, selfVote, tieLadder } = bylaws.voting;
  const honours = bylaws.honours.map((rule) => honourSaid(rule, say));
  const parts = [
    `Thông qua Quy chế phiên bản ${say.count(version)} ngày ${say.date(adoptedOn)} (${say.document(document)})`,
    `có hiệu lực từ ngày ${say.date(effectiveFrom)}`,
    `họp khi có mặt ${say.bar(quorum)}`,
    thresholdVi(threshold, say),
    `đơn vị ${selfVote ? "được" : "không được"} bỏ phiếu cho chính mình`,
    `khi bằng phiếu: ${say.ladder(tieLadder)}`,
    honours.length > 0 ? `khối đề nghị ${say.list(honours)}` : "khối không đề nghị khen thưởng",
    ...policiesSaid(adoption, say),
  ];
  return `${parts.join("; ")}.`;
}

/** `1 Cờ thi đua của UBND tỉnh (đơn vị phải đăng ký)`. */
function honourSaid({ honour, seats, excludes = [], needs = {} }: HonourRule, say: Say): string {
  const { registered, verdictAtLeast, holds = [] } = needs;
  const terms = [
    registered && "đơn vị phải có đăng ký",
    verdictAtLeast && `giao ước được đánh giá ${verdicts[verdictAtLeast]}`,
    holds.length > 0 && `đơn vị phải có ${say.list(holds.map(say.honour))}`,
    excludes.length > 0 && `không đồng thời nhận ${say.either(excludes.map(say.honour))}`,
  ].filter((term) => typeof term === "string");
  return `${say.count(seats)} ${say.honour(honour)}${terms.length > 0 ? ` (${terms.join(", ")})` : ""}`;
}

const verdicts = { fulfilled: "hoàn thành", partly: "hoàn thành một phần trở lên" } as const;

/** What the bylaws say otherwise than `defaultPolicies`, each as a part of the sentence. */
function policiesSaid({ bylaws }: Adoption, say: Say): string[] {
  const { pledgeOf = {}, awaited = {}, ...others } = ownPoliciesOf(bylaws);
  const { vacatedSeat, complaintHoldsHandover, handover, joinerScoredUntil } = others;
  const { proxyCountsForQuorum, decideAfterFinal, pledgeGrace } = others;
  const pledges = entriesOf(pledgeOf).map(([how, course]) => `${pledgesOf[how]} ${courses[course]}`);
  const waits = entriesOf(awaited).map(([what, count]) => `${awaitedFacts[what]} ${say.count(count)} ngày`);
  return [
    vacatedSeat && seats[vacatedSeat],
    complaintHoldsHandover !== undefined &&
      `${complaintHoldsHandover ? "chưa bàn giao" : "vẫn bàn giao"} Khối trưởng khi còn khiếu nại về kết quả bầu`,
    handover && handovers[handover],
    ...pledges,
    joinerScoredUntil !== undefined && joinersSaid(joinerScoredUntil, say),
    proxyCountsForQuorum !== undefined &&
      `đơn vị ủy quyền ${proxyCountsForQuorum ? "được" : "không được"} tính là có mặt`,
    decideAfterFinal !== undefined &&
      (decideAfterFinal
        ? "chỉ quyết định khen thưởng khi kết quả bầu chọn không còn bị khiếu nại"
        : "được quyết định khen thưởng khi chưa hết thời hạn khiếu nại"),
    waits.length > 0 && `thời hạn: ${waits.join(", ")}`,
    pledgeGrace !== undefined &&
      `giao ước phải được đánh giá trong ${say.count(pledgeGrace)} ngày sau khi hết thời hạn thực hiện`,
  ].filter((part) => typeof part === "string");
}

const joinersSaid = (month: number, say: Say) =>
  month === 0
    ? "đơn vị gia nhập trong năm thi đua không được chấm điểm của năm đó"
    : `đơn vị gia nhập đến hết tháng thứ ${say.count(month)} của năm thi đua được chấm điểm của năm đó`;

const seats: Record<Policies["vacatedSeat"], string> = {
  vacant: "suất bị trống thì để khuyết",
  voteAgain: "suất bị trống thì bỏ phiếu bổ sung",
};

const handovers: Record<Policies["handover"], string> = {
  atClose: "bàn giao Khối trưởng khi bế mạc hội nghị",
  byHand: "việc bàn giao Khối trưởng được ghi nhận riêng sau hội nghị",
};

const courses: Record<Policies["pledgeOf"]["merged"], string> = {
  transfer: "chuyển cho đơn vị kế thừa",
  void: "không còn giá trị",
  choose: "được xem xét từng trường hợp",
};

const pledgesOf: Record<keyof Policies["pledgeOf"], string> = {
  merged: "giao ước của đơn vị bị sáp nhập",
  consolidated: "giao ước của đơn vị bị hợp nhất",
  split: "giao ước của đơn vị bị chia, tách",
  dissolved: "giao ước của đơn vị giải thể",
  transferred: "giao ước của đơn vị chuyển sang khối khác",
  withdrawn: "giao ước của đơn vị xin rút khỏi khối",
  mergedElsewhere: "giao ước của đơn vị sáp nhập vào đơn vị ngoài khối",
  reconstituted: "giao ước của đơn vị không có trong danh sách kiện toàn",
};

const awaitedFacts: Record<AwaitedFact, string> = {
  document: "ban hành văn bản đã thông qua dự thảo",
  remedy: "giải quyết theo khiếu nại được chấp nhận",
  revote: "bỏ phiếu lại sau khi hủy kết quả",
  installation: "có Khối trưởng sau khi khuyết",
  dossier: "nộp hồ sơ đề nghị khen thưởng",
  resubmission: "nộp lại hồ sơ bị trả",
  publication: "công khai quyết định khen thưởng",
  conferral: "trao tặng",
  recovery: "thu hồi hiện vật và tiền thưởng",
  directive: "có chỉ thị năm sau",
  plan: "có kế hoạch năm sau",
  pledge: "ký giao ước năm sau",
  scale: "có thang điểm năm sau",
};

const entriesOf = <T extends object>(object: T) =>
  Object.entries(object) as { [K in keyof T]-?: [K, NonNullable<T[K]>] }[keyof T][];
