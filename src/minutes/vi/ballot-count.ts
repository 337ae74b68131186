import type { BallotEvent, BallotRejection } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import {
  type Counted,
  type Deciding,
  decidingOf,
  inRecordOrder,
  isClosing,
  lineKindOf,
  type MethodKind,
} from "../ballot-figures.ts";
import type { Say } from "../language.ts";
import { roundsVi } from "./count-conclusions.ts";
import { basesAloudVi, basesVi } from "./say.ts";

// The result of a ballot as a sentence.

type Certified = DataOf<BallotEvent, "BallotCertified">;
type InvalidReason = DataOf<BallotRejection, "VoteInvalid">["reason"];
type Outcome = Counted["outcome"];
type SeatDecided = NonNullable<Counted["seatBySeat"]>[number];

/** Why a paper is invalid. A paper with too many points has the same reason as one that contradicts itself. */
export const invalidReasonsVi: Record<InvalidReason, string> = {
  notIssued: "không phải phiếu phát ra",
  tooManyNames: "để lại quá số tên quy định",
  addedName: "ghi thêm tên ngoài danh sách",
  unreadable: "không đọc được",
  contradictory: "tự mâu thuẫn hoặc cho điểm quá mức quy định",
  severalFirst: "xếp nhiều đơn vị cùng vị trí thứ nhất",
};

const secrecy = {
  fewPapers: "quá ít phiếu hợp lệ",
  fewHands: "quá ít đơn vị nhận phiếu",
  unanimous: "các phiếu giống hệt nhau",
  sameOpinion: "tất cả các phiếu có cùng ý kiến về một đơn vị",
  heavyUnit: "chỉ một lựa chọn có đủ số phiếu của đơn vị có nhiều phiếu",
  noSelfVote: "không đơn vị nào được bầu cho mình nên biết được một số đơn vị đã bầu cho ai",
  signatures: "có phiếu không giống phiếu nào khác, có thể là dấu hiệu để nhận ra người bỏ phiếu",
};

const decides: Record<Deciding, string> = {
  rounds: "Kết quả xét qua các vòng trên cùng các phiếu, không chỉ theo số phiếu đứng đầu.",
  ranks: "Kết quả xét theo điểm của từng thứ hạng, không chỉ theo số phiếu đứng đầu.",
  pairs: "Kết quả xét theo việc so sánh từng cặp đơn vị, không chỉ theo số phiếu đứng đầu.",
  lastTwo: "So hai đơn vị cao điểm nhất: đơn vị được nhiều phiếu xếp cao hơn đơn vị kia thì được bầu chọn.",
  proportion: "Các suất được chia theo tỷ lệ giữa các phiếu.",
};

/** What gave a seat, by a method that fills seats one by one. */
const seatsBy: Record<SeatDecided["by"], string> = {
  sum: "tổng phần phiếu",
  price: "giá cho mỗi phiếu ủng hộ, thấp hơn thì xếp trên",
  wait: "số tiền thêm của mỗi phiếu đến khi đủ, thấp hơn thì xếp trên",
  approvals: "số phiếu để lại tên",
  papers: "số phiếu cho điểm cao hơn khi so hai đơn vị cao điểm nhất",
  points: "tổng điểm",
  highestScores: "số phiếu cho điểm cao nhất",
};

/** What the deciding figures are, by the methods that have them. */
const decidingFigures: Partial<Record<MethodKind, string>> = {
  borda: "điểm Borda",
  copeland: "điểm so sánh từng cặp",
  minimax: "mức bị phản đối cao nhất (thấp hơn thì xếp trên)",
  schulze: "số đơn vị xếp dưới mỗi đơn vị",
  rankedPairs: "số đơn vị xếp dưới mỗi đơn vị",
  star: "số phiếu cho điểm cao hơn khi so hai đơn vị cao điểm nhất",
};

export function countVi(count: Counted, say: Say): string {
  const { equalFirst, form, invalidReasons = [], method, rounds = [], secrecyImpossible, withheld } = count;
  const kind = lineKindOf(count, method);
  const reasons = invalidReasons.map(({ reason, papers }) => {
    const isRanked = reason === "contradictory" && kind !== "points";
    return `${isRanked ? "tự mâu thuẫn" : invalidReasonsVi[reason]}: ${say.count(papers)}`;
  });
  const severalFirst =
    equalFirst &&
    `Có ${say.count(equalFirst.papers)} phiếu xếp nhiều đơn vị cùng vị trí thứ nhất, ${equalFirst.are === "invalid" ? "là phiếu không hợp lệ theo thể lệ" : "được chia đều cho các đơn vị cùng vị trí theo thể lệ"}.`;
  const open =
    secrecyImpossible.length > 0 &&
    `Không bảo đảm được bí mật lá phiếu vì ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`;
  const said = withheld
    ? ["Không công bố số phiếu của từng đơn vị.", severalFirst]
    : [linesVi(count, say), severalFirst, decidingVi(count, say), open];
  return [
    `${form === undefined ? "Kết quả kiểm phiếu" : "Kết quả biểu quyết"}: ${papersVi(count, say, reasons)}.`,
    ...said,
    rounds.length > 0 && !withheld && roundsVi(rounds, say, { figuresLast: isClosing(rounds, method) }),
    outcomeVi(inRecordOrder(count.outcome, count, method), say),
  ]
    .filter((part) => typeof part === "string")
    .join(" ");
}

/** How many papers there are of each sort; hands and calls are neither issued nor returned. */
function papersVi(
  { figures, form }: Pick<Counted, "figures" | "form">,
  say: Say,
  reasons: readonly string[] = [],
): string {
  const { issued, returned, valid, invalid, blank, spoiled } = figures;
  const why = reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
  const given = form === undefined ? "số phiếu thu về" : "số phiếu đã biểu quyết";
  const all =
    form === undefined
      ? `phát ra ${say.count(issued)}, thu về ${say.count(returned)}`
      : `tổng số phiếu biểu quyết ${say.count(issued)}, đã biểu quyết ${say.count(returned)}`;
  const replaced = spoiled > 0 ? `; phiếu hỏng đã đổi ${say.count(spoiled)}` : "";
  return `${all}, hợp lệ ${say.count(valid)}, không hợp lệ ${say.count(invalid)}${why}; trong ${given} có ${say.count(blank)} phiếu trắng${replaced}`;
}

function linesVi(count: Counted, say: Say): string {
  const { base, form, lines, method } = count;
  const kind = lineKindOf(count, method);
  const bases = form === undefined ? basesVi : basesAloudVi;
  const share = (votes: number) => say.percent({ votes, base: base.figure });
  const needed =
    (base.votesNeeded ?? 0) > 0
      ? `, cần ít nhất ${say.count(base.votesNeeded ?? 0)} phiếu${kind === "opinions" ? " đồng ý" : ""}`
      : "";
  const ofBase = `tỷ lệ tính trên ${bases[base.of]} (${say.count(base.figure)})${needed}`;
  const each = (said: (line: (typeof lines)[number]) => string) =>
    lines.map((line) => `${say.unit(line.nominee)}: ${said(line)}`).join("; ");
  switch (kind) {
    case "opinions":
      return `Kết quả từng đơn vị, ${ofBase}: ${each((line) => `đồng ý ${say.count(line.for)} (${share(line.for)}), không đồng ý ${say.count(line.against)}, không có ý kiến ${say.count(line.noOpinion)}`)}.`;
    case "names":
      return `Kết quả từng đơn vị, ${ofBase}: ${each((line) => `${say.count(line.for)} phiếu (${share(line.for)})`)}.`;
    case "firsts":
      return `Kết quả từng đơn vị, ${ofBase}: ${each((line) => `đứng đầu ${say.count(line.for)} phiếu (${share(line.for)})`)}.`;
    case "points":
      return `Kết quả từng đơn vị: ${each((line) => `${say.count(line.points ?? 0)} điểm (${say.count(line.for)} phiếu cho điểm)`)}.`;
  }
}

/** What decides, where the lines do not: its figures, or in words where the record has none. */
function decidingVi(
  { deciding, seatBySeat, committeeScore, method, rounds }: Counted,
  say: Say,
): string | false {
  const by = decidingOf(method);
  const what = method && decidingFigures[method];
  if (seatBySeat) return `Từng suất: ${seatBySeat.map((seat, at) => seatVi(seat, at + 1, say)).join("; ")}.`;
  if (deciding && what) return `Kết quả xét theo ${what}: ${say.figures(deciding)}.`;
  const score =
    committeeScore === undefined ? "" : ` Điểm cao nhất của một nhóm: ${say.exact(committeeScore)}.`;
  return by !== undefined && rounds === undefined && `${decides[by]}${score}`;
}

function seatVi({ by, figures, first }: SeatDecided, seat: number, say: Say): string {
  const figured = figures.length === 0 ? "" : ` (${say.figures(figures)})`;
  return `suất ${say.count(seat)}, theo ${seatsBy[by]}${figured}: ${say.units(first)}${first.length > 1 ? " bằng nhau" : ""}`;
}

/** The record that the tellers sign: who is elected by it, and on what figures. */
export function recordVi(record: Certified, say: Say): string {
  const { certification, certifiedOn, complaintsUntil, count, form, method, outcome, particulars } = record;
  const { selection, signatories, supersedes } = record;
  const number = particulars?.number === undefined ? "" : `, số ký hiệu ${particulars.number}`;
  const superseding = supersedes === undefined ? "" : ` (thay biên bản số ${say.count(supersedes)})`;
  const of = selection === "consensus" ? "Biên bản hiệp thương" : "Biên bản kiểm phiếu";
  const said = `${of} số ${say.count(certification)}${number}${superseding} do ${say.list(signatories)} ký ngày ${say.date(certifiedOn)}; nhận khiếu nại đến hết ngày ${say.date(complaintsUntil)}.`;
  if (!count) return `${said} ${outcomeVi(outcome, say, { isAgreed: selection === "consensus" })}`;
  const figures = papersVi({ figures: count.figures, ...(form !== "secret" && { form }) }, say);
  const ordered = inRecordOrder(outcome, count, method);
  // Where a step has broken a tie, the votes of the count did not decide alone.
  const figureOf = record.brokenBy.length > 0 ? undefined : figuresOf(count, method, say);
  return `${said} Số phiếu: ${figures}. ${outcomeVi(ordered, say, { figureOf })}`;
}

/** What each of the elected has, where that decides; nothing where it is withheld. */
function figuresOf(count: NonNullable<Certified["count"]>, method: MethodKind | undefined, say: Say) {
  const kind = lineKindOf(count, method);
  return (unit: string): string => {
    const line = count.lines.find(({ nominee }) => nominee === unit);
    if (!line || count.withheld || kind === "firsts" || decidingOf(method)) return "";
    if (kind === "points") return ` (${say.count(line.points ?? 0)} điểm)`;
    return ` (${say.count(line.for)} phiếu${kind === "opinions" ? " đồng ý" : ""})`;
  };
}

type How = {
  /** Agreed by all, and not elected by votes. */
  isAgreed?: boolean;
  figureOf?: ((unit: string) => string) | undefined;
};

export function outcomeVi(
  { elected, undecided, vacant }: Outcome,
  say: Say,
  { isAgreed = false, figureOf = () => "" }: How = {},
): string {
  const named = say.list(elected.map((unit) => `${say.unit(unit)}${figureOf(unit)}`));
  const parts = [
    elected.length > 0
      ? `${isAgreed ? "Thống nhất chọn" : "Được bầu chọn"}: ${named}`
      : "Không có đơn vị nào được bầu chọn",
    ...(undecided
      ? [`bằng phiếu cho ${say.count(undecided.seats)} suất còn lại: ${say.units(undecided.tied)}`]
      : []),
    ...(vacant > 0 ? [`khuyết ${say.count(vacant)} suất`] : []),
  ];
  return `${parts.join("; ")}.`;
}
