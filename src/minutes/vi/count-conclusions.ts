import type { BallotEvent } from "../../ballot/messages.ts";
import type { StepData } from "../../counting/steps/count-step.ts";
import type { RoundConclusion } from "../../counting/steps/round-conclusion.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Phrases, Say } from "../language.ts";
import { said } from "../said.ts";

type CountRound = NonNullable<DataOf<BallotEvent, "BallotCounted">["rounds"]>[number];

/**
 * The rounds of a count: first the figures, then the conclusions from them; `figuresLast` where the figures are those of
 * the end of a round.
 */
export function roundsVi(
  rounds: readonly CountRound[],
  say: Say,
  { figuresLast = false }: { figuresLast?: boolean } = {},
): string {
  return rounds
    .map(({ figures, exhausted, conclusions }, index) => {
      const concluded = conclusions.map((step) => said(countConclusionsVi, step, say));
      const votes = `${say.figures(figures)}; phiếu hết lựa chọn: ${say.exact(exhausted)}.`;
      const round = `Vòng ${say.count(index + 1)}`;
      if (!figuresLast || concluded.length === 0) return [`${round}: ${votes}`, ...concluded].join(" ");
      return [`${round}.`, ...concluded, `Số phiếu cuối vòng: ${votes}`].join(" ");
    })
    .join(" ");
}

const brokenBy: Record<StepData<"TieBroken">["by"], string> = {
  earlierRound: "theo vòng gần nhất trước đó mà số phiếu khác nhau",
  tieOrder: "theo thứ tự đã chốt",
  immaterial: "thứ tự nào cũng không làm thay đổi kết quả",
};

const electedOn: Record<StepData<"NomineesElected" | "NomineeElected">["ground"], string> = {
  majority: "quá nửa số phiếu",
  activeVote: "đạt phần tương ứng trong số phiếu còn được tính",
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
  belowShare: "dưới tỷ lệ phiếu để trúng cử",
  ineligible: "không được bầu chọn",
  sureLosers: "không còn có thể vượt đơn vị kế tiếp",
  undeclared: "được ghi thêm, chưa đăng ký",
  belowMinimum: "dưới mức phiếu tối thiểu sau khi chuyển phiếu dư",
};

/** The conclusions from the figures of a round, in Vietnamese. */
export const countConclusionsVi: Phrases<RoundConclusion> = {
  TieBroken: ({ action, tied, picked, by, within }, say) =>
    `Các đơn vị bằng phiếu${within === undefined ? "" : ` (chênh không quá ${say.exact(within)} phiếu)`}: ${say.units(tied)}; ${action === "exclude" ? `loại ${say.unit(picked)}` : `chuyển phiếu dư của ${say.unit(picked)}`} trước, ${brokenBy[by]}.`,
  NobodyVotedFor: ({ nominees }, say) =>
    `Không có phiếu hợp lệ nào bầu chọn ${say.units(nominees)}; suất không còn đơn vị nào khác thì để khuyết.`,
  NomineesElected: ({ nominees, ground }, say) =>
    `Được bầu chọn: ${say.units(nominees)} (${electedOn[ground]}).`,
  NomineesExcluded: ({ nominees, ground }, say) =>
    `Bị loại: ${say.units(nominees)} (${excludedFor[ground]}).`,
  ExclusionTied: ({ tied }, say) =>
    `Cùng ít phiếu nhất và không có căn cứ phân định: ${say.units(tied)}; xét từng trường hợp loại.`,
  LastTwoTied: ({ tied }, say) => `Hai đơn vị cuối cùng bằng phiếu: ${say.units(tied)}.`,
  AllTied: ({ tied }, say) => `Tất cả các đơn vị còn lại bằng phiếu: ${say.units(tied)}.`,
  CountStopped: ({ roundsMax }, say) => `Dừng kiểm phiếu; số vòng tối đa: ${say.count(roundsMax)}.`,
  RunoffOrdered: ({ fields }, say) =>
    `Không có đơn vị nào quá nửa số phiếu; vào vòng hai: ${say.either(fields.map((field) => say.units(field)))}.`,
  TooManyRunoffs: ({ fields }, say) =>
    `Không có đơn vị nào quá nửa số phiếu và có ${say.count(fields.length)} khả năng vào vòng hai, quá nhiều để xét hết: tất cả ${everybody(fields, say)} đều có thể được chọn.`,
  RunoffDecided: ({ winners, tied }, say) => {
    const level = tied.length > 0 ? `; cùng nhiều phiếu nhất: ${say.units(tied)}` : "";
    return `Kết quả vòng hai: ${say.either(winners.map(say.unit))}${level}.`;
  },
  QuotaSet: ({ papers, blank, seats, quota }, say) =>
    `Định mức là ${say.exact(quota)}; số phiếu: ${say.exact(papers)}, phiếu trắng: ${say.exact(blank)}, số suất: ${say.count(seats)}.`,
  NomineeElected: ({ nominee, votes, quota, ground }, say) =>
    `${say.unit(nominee)} được bầu chọn với ${say.exact(votes)} phiếu, định mức ${say.exact(quota)} (${electedOn[ground]}).`,
  NomineeExcluded: ({ nominee, votes, ground }, say) =>
    `${say.unit(nominee)} bị loại với ${say.exact(votes)} phiếu (${excludedFor[ground]}).`,
  NomineeNotElected: ({ nominee }, say) => `${say.unit(nominee)} không được bầu chọn vì đã đủ số suất.`,
};

const everybody = (fields: readonly (readonly string[])[], say: Say) =>
  say.units([...new Set(fields.flat())]);
