import type { RoundStep, StepData } from "../../counting/steps/count-step.ts";
import type { Phrases, Say } from "../language.ts";
import { countConclusionsVi } from "./count-conclusions.ts";

const until: Record<StepData<"RulesSet">["until"], string> = {
  majority: "có đơn vị quá nửa số phiếu",
  "two-left": "còn hai đơn vị",
  "seats-left": "số đơn vị còn lại không nhiều hơn số suất",
  share: "tất cả các đơn vị còn lại đạt tỷ lệ yêu cầu",
};

/** Each step of a count in rounds, in Vietnamese. */
export const countRoundsVi: Phrases<RoundStep> = {
  ...countConclusionsVi,

  RulesSet: (rules, say) =>
    `Chọn ${say.count(rules.seats)} trong số các đơn vị: ${say.units(rules.nominees)}. ${rulesVi(rules, say)}.`,
  RoundCounted: ({ figures, exhausted, base, excluded, inactive }, say) =>
    `Số phiếu của vòng: ${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}${inactiveVi(inactive, say)}; quá nửa tính trên ${say.exact(base)}${excluded.length > 0 ? `; đã bị loại, gần nhất trước: ${groups(excluded, say)}` : ""}.`,
  FirstRoundCounted: ({ figures, exhausted, base, tiedForRunoff, tieOrder }, say) =>
    `Vòng một: ${say.figures(figures)}; phiếu không chọn đơn vị nào: ${say.exact(exhausted)}; quá nửa tính trên ${say.exact(base)}. Khi bằng phiếu để vào vòng hai: ${tiedForRunoff === "all" ? "tất cả cùng vào" : "xét từng cặp"}${tieOrder ? `, thứ tự đã chốt là ${say.units(tieOrder)}` : ""}.`,
  RunoffCounted: ({ figures, exhausted }, say) =>
    `Vòng hai: ${say.figures(figures)}; phiếu không chọn đơn vị nào: ${say.exact(exhausted)}.`,
  NextRoundOrdered: ({ seats, field, dropped, tiedForLast, onFailure }, say) =>
    `Bỏ phiếu vòng tiếp theo cho ${say.count(seats)} suất giữa các đơn vị: ${say.units(field)}; ${onFailure === "restrict" ? "không vào vòng này" : "bị loại"}: ${say.units(dropped)}${tiedForLast.length > 0 ? `; cùng ít phiếu nhất nên không loại: ${say.units(tiedForLast)}` : ""}.`,
  SurplusTransferred: (transfer, say) =>
    `Chuyển phiếu dư của ${say.unit(transfer.nominee)}, ${say.exact(transfer.surplus)} trong ${say.exact(transfer.votes)} phiếu: ${pilesVi(transfer, say)}.`,
  SurplusDrawn: ({ nominee, votes, surplus, every, passedOver, to }, say) =>
    `Rút nguyên phiếu để chuyển phiếu dư của ${say.unit(nominee)}, ${say.exact(surplus)} trong ${say.exact(votes)} phiếu, ${every === 1 ? "lần lượt từng phiếu" : `cứ ${say.count(every)} phiếu lấy một`}: ${say.list(to.map((receipt) => `${say.unit(receipt.nominee)} ${say.exact(receipt.papers)}`)) || "–"}; bỏ qua vì không chọn đơn vị nào còn nhận được phiếu: ${say.exact(passedOver)}.`,
  PapersTransferred: (transfer, say) =>
    `Chuyển toàn bộ phiếu của ${say.unit(transfer.nominee)}, trị giá ${say.exact(transfer.surplus)} trong ${say.exact(transfer.votes)} phiếu: ${pilesVi(transfer, say)}.`,
  KeepFactorsApplied: ({ figures, keepFactors, exhausted, lost, quota, surplus }, say) =>
    `Hệ số giữ: ${say.list(keepFactors.map(({ nominee, factor }) => `${say.unit(nominee)} ${say.exact(factor)}`))}. Số phiếu theo hệ số: ${say.figures(figures)}; định mức: ${say.exact(quota)}, phiếu dư: ${say.exact(surplus)}, phiếu hết lựa chọn: ${say.exact(exhausted)}, mất do làm tròn: ${say.exact(lost)}.`,
  RoundClosed: ({ figures, exhausted, lost, quota, elected, excluded }, say) =>
    `Số phiếu cuối vòng: ${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}, mất do làm tròn: ${say.exact(lost)}; định mức: ${say.exact(quota)}; đã được bầu chọn: ${say.units(elected)}; đã bị loại: ${say.units(excluded)}.`,
  TieFollowed: ({ branch, action, tied, branches }, say) =>
    `Ở nhánh ${say.count(branch)}, các đơn vị bằng phiếu và không có căn cứ phân định ${action === "exclude" ? "loại đơn vị nào" : "chuyển phiếu dư của đơn vị nào"} trước: ${say.units(tied)}; ${say.list(branches.map((one) => `${say.unit(one.picked)} trước ở nhánh ${say.count(one.branch)}`))}.`,
  ExchangesFound: ({ exchanges }, say) =>
    `Khi hoán đổi các đơn vị thì số phiếu vẫn như cũ, nên đơn vị này có thể được kết quả nào thì đơn vị kia cũng có thể được kết quả ấy: ${exchanged(exchanges, say)}.`,
  BranchFollowed: ({ branch }, say) => `Xét nhánh ${say.count(branch)}.`,
};

const exchanged = (exchanges: StepData<"ExchangesFound">["exchanges"], say: Say) => {
  const pairs = exchanges.flat().map(({ nominee, by }) => `${say.unit(nominee)} thay bằng ${say.unit(by)}`);
  return say.list([...new Set(pairs)]) || "–";
};
const groups = (lists: readonly (readonly string[])[], say: Say) => lists.map(say.units).join("; ");

function rulesVi(rules: StepData<"RulesSet">, say: Say): string {
  const share = rules.share === undefined ? "" : ` (${say.exact(rules.share)})`;
  const who = {
    one: "lần lượt từng đơn vị ít phiếu nhất",
    batch: "từng nhóm đơn vị ít phiếu nhất",
    "all-tied": "tất cả các đơn vị ít phiếu nhất cùng lúc",
    "below-share": "tất cả các đơn vị dưới tỷ lệ cùng lúc",
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
