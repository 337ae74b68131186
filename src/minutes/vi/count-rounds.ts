import type { BallotEvent } from "../../ballot/messages.ts";
import type { RoundStep, StepData } from "../../counting/steps/count-step.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Phrases, Say } from "../language.ts";
import { said } from "../said.ts";

type CountRound = NonNullable<DataOf<BallotEvent, "BallotCounted">["rounds"]>[number];

/** The rounds of a count: first the figures, then the conclusions. */
export function roundsVi(rounds: readonly CountRound[], say: Say): string {
  return rounds
    .map(({ figures, exhausted, conclusions }, index) => {
      const concluded = conclusions.map((step) => said(countRoundsVi, step, say));
      const counted = `Vòng ${say.count(index + 1)}: ${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}.`;
      return [counted, ...concluded].join(" ");
    })
    .join(" ");
}

const brokenBy: Record<StepData<"TieBroken">["by"], string> = {
  earlierRound: "theo vòng gần nhất trước đó mà số phiếu khác nhau",
  tieOrder: "theo thứ tự đã chốt",
  immaterial: "thứ tự nào cũng không làm thay đổi kết quả",
};

const electedOn: Record<StepData<"NomineesElected">["ground"] | "quota", string> = {
  majority: "quá nửa số phiếu",
  lastVacancies: "số đơn vị còn lại không nhiều hơn số suất còn lại",
  share: "tất cả các đơn vị còn lại đạt tỷ lệ yêu cầu",
  moreOfTwo: "nhiều phiếu hơn đơn vị duy nhất còn lại",
  quota: "đạt định mức",
};

const excludedFor: Record<
  StepData<"NomineesExcluded">["ground"] | StepData<"NomineeExcluded">["ground"],
  string
> = {
  lowest: "ít phiếu nhất",
  batch: "tổng số phiếu ít hơn đơn vị kế tiếp",
  allTied: "tất cả các đơn vị ít phiếu nhất",
  tiedTogether: "cùng ít phiếu nhất, loại theo thứ tự nào cũng như nhau",
  minimum: "dưới mức tối thiểu của vòng đầu",
  ineligible: "không được bầu chọn",
  sureLosers: "không còn có thể vượt đơn vị kế tiếp",
  undeclared: "được ghi thêm, chưa đăng ký",
};

const until: Record<StepData<"RulesSet">["until"], string> = {
  majority: "có đơn vị quá nửa số phiếu",
  "two-left": "còn hai đơn vị",
  "seats-left": "số đơn vị còn lại không nhiều hơn số suất",
  share: "tất cả các đơn vị còn lại đạt tỷ lệ yêu cầu",
};

export const countRoundsVi: Phrases<RoundStep> = {
  TieBroken: ({ action, tied, picked, by, within }, say) =>
    `Các đơn vị bằng phiếu${within === undefined ? "" : ` (chênh không quá ${say.exact(within)} phiếu)`}: ${say.units(tied)}; ${action === "exclude" ? `loại ${say.unit(picked)}` : `chuyển phiếu dư của ${say.unit(picked)}`} trước, ${brokenBy[by]}.`,

  RulesSet: (rules, say) =>
    `Chọn ${say.count(rules.seats)} trong số các đơn vị: ${say.units(rules.nominees)}. ${rulesVi(rules, say)}.`,
  RoundCounted: ({ figures, exhausted, base, excluded, inactive }, say) =>
    `Số phiếu của vòng: ${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}${inactiveVi(inactive, say)}; quá nửa tính trên ${say.exact(base)}${excluded.length > 0 ? `; đã bị loại, gần nhất trước: ${groups(excluded, say)}` : ""}.`,
  NomineesElected: ({ nominees, ground }, say) =>
    `Được bầu chọn: ${say.units(nominees)} (${electedOn[ground]}).`,
  NomineesExcluded: ({ nominees, ground }, say) =>
    `Bị loại: ${say.units(nominees)} (${excludedFor[ground]}).`,
  ExclusionTied: ({ tied }, say) =>
    `Cùng ít phiếu nhất và không có căn cứ phân định: ${say.units(tied)}; xét từng trường hợp loại.`,
  LastTwoTied: ({ tied }, say) => `Hai đơn vị cuối cùng bằng phiếu: ${say.units(tied)}.`,
  AllTied: ({ tied }, say) => `Tất cả các đơn vị còn lại bằng phiếu: ${say.units(tied)}.`,
  CountStopped: ({ roundsMax }, say) => `Dừng kiểm phiếu; số vòng tối đa: ${say.count(roundsMax)}.`,
  FirstRoundCounted: ({ figures, exhausted, base, tiedForRunoff, tieOrder }, say) =>
    `Vòng một: ${say.figures(figures)}; phiếu không chọn đơn vị nào: ${say.exact(exhausted)}; quá nửa tính trên ${say.exact(base)}. Khi bằng phiếu để vào vòng hai: ${tiedForRunoff === "all" ? "tất cả cùng vào" : "xét từng cặp"}${tieOrder ? `, thứ tự đã chốt là ${say.units(tieOrder)}` : ""}.`,
  RunoffOrdered: ({ fields }, say) =>
    `Không có đơn vị nào quá nửa số phiếu; vào vòng hai: ${say.either(fields.map((field) => say.units(field)))}.`,
  TooManyRunoffs: ({ fields }, say) =>
    `Không có đơn vị nào quá nửa số phiếu và có ${say.count(fields.length)} khả năng vào vòng hai, quá nhiều để xét hết: tất cả ${everybody(fields, say)} đều có thể được chọn.`,
  RunoffCounted: ({ figures, exhausted }, say) =>
    `Vòng hai: ${say.figures(figures)}; phiếu không chọn đơn vị nào: ${say.exact(exhausted)}.`,
  RunoffDecided: ({ winners, tied }, say) => {
    const level = tied.length > 0 ? `; cùng nhiều phiếu nhất: ${say.units(tied)}` : "";
    return `Kết quả vòng hai: ${say.either(winners.map(say.unit))}${level}.`;
  },
  NextRoundOrdered: ({ seats, field, dropped, tiedForLast, onFailure }, say) =>
    `Bỏ phiếu vòng tiếp theo cho ${say.count(seats)} suất giữa các đơn vị: ${say.units(field)}; ${onFailure === "restrict" ? "không vào vòng này" : "bị loại"}: ${say.units(dropped)}${tiedForLast.length > 0 ? `; cùng ít phiếu nhất nên không loại: ${say.units(tiedForLast)}` : ""}.`,

  QuotaSet: ({ papers, blank, seats, quota }, say) =>
    `Định mức là ${say.exact(quota)}; số phiếu: ${say.exact(papers)}, phiếu trắng: ${say.exact(blank)}, số suất: ${say.count(seats)}.`,
  NomineeElected: ({ nominee, votes, quota, ground }, say) =>
    `${say.unit(nominee)} được bầu chọn với ${say.exact(votes)} phiếu, định mức ${say.exact(quota)} (${electedOn[ground]}).`,
  NomineeExcluded: ({ nominee, votes, ground }, say) =>
    `${say.unit(nominee)} bị loại với ${say.exact(votes)} phiếu (${excludedFor[ground]}).`,
  NomineeNotElected: ({ nominee }, say) => `${say.unit(nominee)} không được bầu chọn vì đã đủ số suất.`,
  SurplusTransferred: (transfer, say) =>
    `Chuyển phiếu dư của ${say.unit(transfer.nominee)}, ${say.exact(transfer.surplus)} trong ${say.exact(transfer.votes)} phiếu: ${pilesVi(transfer, say)}.`,
  PapersTransferred: (transfer, say) =>
    `Chuyển toàn bộ phiếu của ${say.unit(transfer.nominee)}, trị giá ${say.exact(transfer.surplus)} trong ${say.exact(transfer.votes)} phiếu: ${pilesVi(transfer, say)}.`,
  KeepFactorsApplied: ({ figures, keepFactors, exhausted, lost, quota, surplus }, say) =>
    `Hệ số giữ: ${say.list(keepFactors.map(({ nominee, factor }) => `${say.unit(nominee)} ${say.exact(factor)}`))}. Số phiếu theo hệ số: ${say.figures(figures)}; định mức: ${say.exact(quota)}, phiếu dư: ${say.exact(surplus)}, phiếu hết lựa chọn: ${say.exact(exhausted)}, mất do làm tròn: ${say.exact(lost)}.`,
  RoundClosed: ({ figures, exhausted, lost, quota, elected, excluded }, say) =>
    `Số phiếu cuối vòng: ${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}, mất do làm tròn: ${say.exact(lost)}; định mức: ${say.exact(quota)}; đã được bầu chọn: ${say.units(elected)}; đã bị loại: ${say.units(excluded)}.`,
  TieFollowed: ({ branch, action, tied, branches }, say) =>
    `Ở nhánh ${say.count(branch)}, các đơn vị bằng phiếu và không có căn cứ phân định ${action === "exclude" ? "loại đơn vị nào" : "chuyển phiếu dư của đơn vị nào"} trước: ${say.units(tied)}; ${say.list(branches.map((one) => `${say.unit(one.picked)} trước ở nhánh ${say.count(one.branch)}`))}.`,
  BranchFollowed: ({ branch }, say) => `Xét nhánh ${say.count(branch)}.`,
};

const groups = (lists: readonly (readonly string[])[], say: Say) => lists.map(say.units).join("; ");

const everybody = (fields: readonly (readonly string[])[], say: Say) =>
  say.units([...new Set(fields.flat())]);

function rulesVi(rules: StepData<"RulesSet">, say: Say): string {
  const share = rules.share === undefined ? "" : ` (${say.exact(rules.share)})`;
  const who = {
    one: "lần lượt từng đơn vị ít phiếu nhất",
    batch: "từng nhóm đơn vị ít phiếu nhất",
    "all-tied": "tất cả các đơn vị ít phiếu nhất cùng lúc",
  };
  return [
    `Kiểm phiếu đến khi ${until[rules.until]}${share}`,
    `quá nửa tính trên số phiếu của ${rules.of === "round" ? "từng vòng" : "vòng đầu"}`,
    `loại ${who[rules.eliminate]}`,
    ...(rules.minimumVotes === "0" ? [] : [`mức tối thiểu ở vòng đầu: ${say.exact(rules.minimumVotes)}`]),
    ...(rules.ineligible.length > 0 ? [`không được bầu chọn: ${say.units(rules.ineligible)}`] : []),
    ...(rules.lookBack ? ["khi bằng phiếu thì xét các vòng trước"] : []),
    ...(rules.tieOrder ? [`thứ tự đã chốt là ${say.units(rules.tieOrder)}`] : []),
    ...(rules.roundsMax === undefined ? [] : [`số vòng tối đa: ${say.count(rules.roundsMax)}`]),
    `số nhánh được xét tối đa: ${say.count(rules.branchesMax)}`,
    ...(rules.historyMatters ? ["thứ tự loại ảnh hưởng đến cách tính phiếu"] : []),
  ].join("; ");
}

/** Why some papers count for nobody. */
function inactiveVi(inactive: StepData<"RoundCounted">["inactive"], say: Say): string {
  if (inactive === undefined) return "";
  const { choicesExhausted, overvoted, ranksSkipped, repeated, blank } = inactive;
  const reasons = [
    ["hết tên", choicesExhausted],
    ["nhiều tên cùng hạng", overvoted],
    ["bỏ hạng", ranksSkipped],
    ["lặp tên", repeated],
    ["phiếu trắng", blank],
  ] as const;
  const some = reasons.filter(([, papers]) => papers !== "0");
  return some.length === 0
    ? ""
    : ` (${some.map(([reason, papers]) => `${reason} ${say.exact(papers)}`).join(", ")})`;
}

function pilesVi({ piles, lost }: StepData<"SurplusTransferred">, say: Say): string {
  const moved = piles.map(({ papers, value, passedOn, to }) => {
    const receivers = to.map(
      (receipt) =>
        `${receipt.nominee === null ? "hết lựa chọn" : say.unit(receipt.nominee)} ${say.exact(receipt.papers)}`,
    );
    return `xấp ${say.exact(papers)} phiếu giá trị ${say.exact(value)}, chuyển với giá trị ${say.exact(passedOn)} (${say.list(receivers)})`;
  });
  return `${moved.join("; ") || "không có phiếu nào"}; mất do làm tròn: ${say.exact(lost)}`;
}
