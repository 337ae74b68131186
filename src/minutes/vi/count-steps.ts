import type { CountStep, StepData } from "../../counting/steps/count-step.ts";
import { isOnlyBranch } from "../branches.ts";
import type { CountLanguage } from "../counting/step-sentence.ts";
import type { Phrases, Say } from "../language.ts";
import { countRoundsVi } from "./count-rounds.ts";
import { sayVi } from "./say.ts";

const tiebreaks: Record<StepData<"TiebreakApplied">["by"], string> = {
  pairings: "số cặp thua giữa các đơn vị này, ít hơn thì xếp trên",
  papers: "số phiếu cho điểm cao hơn các đơn vị kia",
  sums: "tổng điểm",
  highestScores: "số phiếu cho điểm cao nhất",
  tieOrder: "vị trí trong thứ tự đã chốt, đứng trước thì xếp trên",
};

const strengths: Record<StepData<"OppositionMeasured" | "PathsMeasured">["strength"], string> = {
  "winning-votes": "tính theo số phiếu của bên thắng trong cặp",
  margins: "tính theo số phiếu chênh lệch trong cặp",
  "pairwise-opposition": "tính theo toàn bộ số phiếu của bên kia",
  ratio: "tính theo tỷ lệ phiếu thuận trên phiếu chống trong cặp",
};

const variants: Record<StepData<"PairsWon">["variant"], string> = {
  wins: "số cặp thắng",
  "wins-minus-losses": "số cặp thắng trừ số cặp thua",
  "second-order": "số cặp thắng và một nửa số cặp hòa",
};

const steps: Phrases<CountStep> = {
  ...countRoundsVi,

  FiguresCounted: ({ figures, seats, fewestFirst }, say) =>
    `Số liệu: ${say.figures(figures)}; số suất: ${say.count(seats)}${fewestFirst ? "; số thấp hơn thì xếp trên" : ""}.`,
  TieOrderApplied: ({ tied, seats, tieOrder }, say) =>
    `Bằng nhau cho ${say.count(seats)} suất: ${say.units(tied)}; xét theo thứ tự đã chốt: ${say.units(tieOrder)}.`,
  BranchUnexplored: ({ branchesMax, branch, elected, continuing }, say) =>
    `Số nhánh do bằng phiếu nhiều hơn ${say.count(branchesMax)} nhánh được xét${branch === undefined ? "" : `; không xét nhánh ${say.count(branch)}`}; phần các nhánh khác chưa quyết định thì để ngỏ${elected ? `; đã được bầu chọn ở nhánh này: ${say.units(elected)}` : ""}${continuing ? `; còn có thể được bầu chọn: ${say.units(continuing)}` : ""}.`,
  BranchSettled: ({ branch, elected, continuing }, say) =>
    `Không xét ${branch === undefined ? "một nhánh" : `nhánh ${say.count(branch)}`} vì không làm thay đổi kết quả: đơn vị nào có thể được bầu chọn ở nhánh này thì cũng được bầu chọn ở nhánh khác${elected.length > 0 ? `; đã được bầu chọn ở nhánh này: ${say.units(elected)}` : ""}${continuing.length > 0 ? `; còn được xét tiếp: ${say.units(continuing)}` : ""}.`,
  ThresholdApplied: ({ figures, seats, needed, passed, tieOrder }, say) =>
    `Số phiếu cần đạt: ${needed === undefined ? "nhiều hơn số phiếu có thể có" : say.exact(needed)}; số phiếu: ${say.figures(figures)}; đạt: ${say.units(passed)}; số suất: ${say.count(seats)}${tieOrder ? `; thứ tự đã chốt là ${say.units(tieOrder)}` : ""}.`,
  SeatsFilled: ({ elected, notElected, undecided, vacant }, say) =>
    `${[
      elected.length > 0 ? `Được bầu chọn: ${say.units(elected)}` : "Không có đơn vị nào được bầu chọn",
      ...(undecided
        ? [`bằng phiếu cho ${say.count(undecided.seats)} suất: ${say.units(undecided.tied)}`]
        : []),
      ...(notElected.length > 0 ? [`không được bầu chọn: ${say.units(notElected)}`] : []),
      ...(vacant > 0 ? [`khuyết ${say.count(vacant)} suất`] : []),
    ].join("; ")}.`,

  PapersCounted: ({ papers, blank }, say) =>
    `Số phiếu: ${say.exact(papers)}, trong đó phiếu trắng: ${say.exact(blank)}.`,
  BaseTaken: ({ of, figure, valid, threshold, votesNeeded }, say) =>
    `Để được bầu chọn phải đạt ${say.bar({ ...threshold, base: of })}, là ${say.exact(figure)}; phiếu hợp lệ: ${say.exact(valid)}; số phiếu cần đạt: ${votesNeeded === undefined ? "nhiều hơn số phiếu có thể có" : say.exact(votesNeeded)}.`,
  ThresholdMet: (opinions, say) => `${opinionsVi(opinions, say)}: đạt yêu cầu.`,
  ThresholdMissed: (opinions, say) => `${opinionsVi(opinions, say)}: không đạt yêu cầu.`,
  ScoresAdded: ({ figures }, say) => `Tổng điểm: ${say.figures(figures)}.`,
  TiebreakApplied: ({ contest, by, places, figures, advanced, left }, say) =>
    `Xét ${placesVi(contest, places, say)}, ${tiebreaks[by]}: ${say.figures(figures)}; đã có chỗ: ${say.units(advanced)}; còn bằng nhau: ${say.units(left)}.`,
  TieUnbroken: ({ contest, tied, places }, say) =>
    `Vẫn bằng nhau khi xét ${placesVi(contest, places, say)}: ${say.units(tied)}; xét từng trường hợp.`,

  PairsCompared: ({ nominees, seats, papers, pairs }, say) =>
    `So sánh từng cặp giữa các đơn vị: ${say.units(nominees)}; số suất: ${say.count(seats)}, số phiếu: ${say.exact(papers)}. Số phiếu xếp đơn vị này hoặc đơn vị kia cao hơn: ${listed(pairs, ({ first, second, forFirst, forSecond }) => `${say.unit(first)} ${say.exact(forFirst)}, ${say.unit(second)} ${say.exact(forSecond)}`)}.`,
  PairsWon: ({ variant, figures, figuresOfBeaten }, say) =>
    `Điểm theo ${variants[variant]}: ${say.figures(figures)}${figuresOfBeaten ? `; điểm của các đơn vị bị thắng: ${say.figures(figuresOfBeaten)}` : ""}.`,
  OppositionMeasured: ({ strength }) =>
    `Số liệu của mỗi đơn vị là mức bị phản đối cao nhất trong các cặp, ${strengths[strength]}.`,
  PathsMeasured: ({ strength, paths }, say) =>
    `Đường mạnh nhất, ${strengths[strength]}: ${listed(paths, ({ from, to, strength: width }) => `${say.unit(from)} đến ${say.unit(to)} ${say.exact(width)}`)}.`,
  VictoriesRanked: ({ strength, equalVictories, groups }, say) =>
    `Các cặp thắng từ mạnh đến yếu, ${strengths[strength]}: ${groups.map((group) => victoriesVi(group, say)).join("; rồi ") || "–"}. Các cặp mạnh bằng nhau được xét ${equalVictories === "together" ? "cùng lúc" : "theo mọi thứ tự"}.`,
  OrdersFollowed: ({ results, lockedInAll }, say) =>
    `Số kết quả của mọi thứ tự: ${say.count(results)}; được giữ trong tất cả: ${victoriesVi(lockedInAll, say)}.`,

  SeatToGreatest: (seat, say) =>
    `${branchVi(seat, say)}; tổng: ${say.figures(seat.figures)}. Suất tiếp theo thuộc về tổng lớn nhất: ${nextVi(seat, say)}.`,
  SeatFilled: (seat, say) =>
    `${branchVi(seat, say)}. Suất tiếp theo thuộc về đơn vị hơn khi so hai đơn vị cao nhất: ${nextVi(seat, say)}.`,
  BoughtAtLeastPrice: (seat, say) =>
    `${branchVi(seat, say)}; giá cho mỗi phiếu ủng hộ: ${listed(seat.prices, ({ nominee, price }) => `${say.unit(nominee)} ${say.exact(price)}`)}. Suất tiếp theo thuộc về giá thấp nhất: ${nextVi(seat, say)}.`,
  AffordableSoonest: (seat, say) =>
    `${branchVi(seat, say)}; không đơn vị nào đủ tiền. Số tiền thêm đến khi đủ: ${listed(seat.waits, ({ nominee, wait }) => `${say.unit(nominee)} ${say.exact(wait)}`)}. Suất tiếp theo thuộc về số thấp nhất: ${nextVi(seat, say)}.`,
  FilledByApprovals: (seat, say) =>
    `${branchVi(seat, say)}; không đơn vị nào đủ tiền. Số phiếu để lại tên: ${say.figures(seat.figures)}. Suất tiếp theo thuộc về số cao nhất: ${nextVi(seat, say)}.`,
  NobodyAffordable: (seat, say) =>
    `${branchVi(seat, say)}; không đơn vị nào đủ tiền nên nhánh kết thúc: ${nextVi(seat, say)}.`,
  SeatsPaid: ({ seatsPaid, papers, filled, unfilled }, say) =>
    `Số phiếu: ${say.exact(papers)}, chia đều giá của ${say.exact(seatsPaid)} suất; số nhóm đủ suất: ${say.count(filled)}; số nhánh kết thúc sớm: ${say.count(unfilled.length)}.`,
  NomineesAlike: ({ classes }, say) =>
    `Các đơn vị được cùng những phiếu để lại tên: ${groups(classes, say)}.`,
  CommitteesScored: ({ counts, score }, say) =>
    `Số được chọn theo loại ${countsVi(counts, say)}: điểm ${say.exact(score)}.`,
  BranchPruned: ({ counts, score }, say) =>
    `Số được chọn theo loại bắt đầu bằng ${countsVi(counts, say)}: điểm cao nhất có thể là ${say.exact(score)}, không đủ.`,
  GreatestScore: ({ score, counts }, say) =>
    `Điểm cao nhất là ${say.exact(score)}; số được chọn theo loại: ${listed(counts, (one) => countsVi(one, say))}.`,
  CommitteesElected: ({ committees }, say) => {
    const isOfUnits = committees.every((names) => names.length === 1);
    const which = isOfUnits ? "đơn vị" : "nhóm";
    return committees.length === 1
      ? `${isOfUnits ? "Đơn vị" : "Nhóm"} tốt nhất: ${groups(committees, say)}.`
      : `Các ${which} ngang nhau: ${groups(committees, say)}.`;
  },
  TooManyCommittees: ({ certain, possible }, say) =>
    `Có quá nhiều nhóm tốt như nhau để liệt kê. Có trong tất cả: ${say.units(certain)}; có trong một số: ${say.units(possible)}.`,
};

/** Each step of a count in Vietnamese. */
export const countStepsVi: CountLanguage = { code: "vi", say: sayVi, steps };

const listed = <T>(items: readonly T[], said: (item: T) => string) => items.map(said).join("; ") || "–";

const groups = (lists: readonly (readonly string[])[], say: Say) => listed(lists, say.units);

const placesVi = (contest: "runoff" | "seat", places: number, say: Say) =>
  contest === "seat" ? "suất" : `${say.count(places)} chỗ trong hai đơn vị cao nhất`;

const opinionsVi = (opinions: StepData<"ThresholdMet">, say: Say) =>
  `${say.unit(opinions.nominee)}: đồng ý ${say.exact(opinions.for)}, không đồng ý ${say.exact(opinions.against)}, không có ý kiến ${say.exact(opinions.noOpinion)}`;

const victoriesVi = (victories: StepData<"OrdersFollowed">["lockedInAll"], say: Say) =>
  victories
    .map(
      ({ winner, loser, strength }) => `${say.unit(winner)} thắng ${say.unit(loser)} ${say.exact(strength)}`,
    )
    .join(", ") || "–";

const branchVi = (seat: StepData<"SeatFilled">, say: Say) => {
  const elected = `được bầu chọn: ${say.units(seat.elected)}`;
  return isOnlyBranch(seat) ? `Đã ${elected}` : `Nhánh ${say.count(seat.branch)}, đã ${elected}`;
};

const nextVi = (seat: StepData<"SeatFilled">, say: Say) =>
  say.either(
    seat.next.map(({ nominee, branch }) =>
      isOnlyBranch(seat) ? say.unit(nominee) : `${say.unit(nominee)} (nhánh ${say.count(branch)})`,
    ),
  );

const countsVi = (counts: readonly number[], say: Say) =>
  counts.length === 0 ? "–" : `(${counts.map(say.count).join(", ")})`;
