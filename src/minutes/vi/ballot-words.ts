import type { BallotEvent, BallotRejection, BallotStatus } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { VotingRules } from "../../vocabulary/voting-rules.ts";
import type { Say } from "../language.ts";
import { roundsVi } from "./count-conclusions.ts";
import { basesAloudVi, basesVi } from "./say.ts";
import { formsVi, selectionsVi, thresholdVi } from "./voting-words.ts";

// The parts of sentences about a ballot.

type AnnulmentGround = DataOf<BallotEvent, "BallotAnnulled">["ground"];
type BrokenBy = DataOf<BallotEvent, "TieStepTaken">["by"];
type Discrepancy = DataOf<BallotEvent, "DiscrepancyFound">["discrepancy"];
type InvalidReason = DataOf<BallotRejection, "VoteInvalid">["reason"];
type Outcome = DataOf<BallotEvent, "BallotCounted">["outcome"];
type Purpose = DataOf<BallotEvent, "BallotOpened">["purpose"];
type Tally = DataOf<BallotEvent, "TallySubmitted">["tally"];

export const ballotStatusesVi: Record<BallotStatus, string> = {
  blank: "chưa được mở",
  preparing: "đang chuẩn bị",
  voting: "đang bỏ phiếu",
  closed: "đã khóa hòm phiếu",
  unsealed: "đang kiểm phiếu",
  discrepancy: "có số liệu không khớp",
  undecided: "còn bằng phiếu",
  decided: "đã có kết quả",
  certified: "đã lập biên bản",
  final: "đã có kết quả chính thức",
  annulled: "đã bị hủy",
};

export const groundsVi: Record<AnnulmentGround, string> = {
  noQuorum: "không đủ số đơn vị có mặt",
  irregularity: "vi phạm quy chế",
  discrepancy: "số liệu kiểm phiếu không khớp",
  challengeUpheld: "khiếu nại được chấp nhận",
  setAside: "không tiến hành nữa",
  noTieLeft: "cuộc bình chọn trước không còn trường hợp bằng phiếu đó",
  authority: "theo quyết định của cơ quan có thẩm quyền",
};

type Unlisted = NonNullable<DataOf<BallotEvent, "TieLeftVacant">["tie"]["unlisted"]>;

/** Why nobody lists which of the tied may be elected together. */
export const unlistedVi: Record<Unlisted, (say: Say) => string> = {
  tooMany: (say) =>
    `không phải mọi tổ hợp đều có thể cùng trúng và có hơn ${say.count(1_000)} tổ hợp có thể cùng trúng nên không liệt kê`,
  notFollowed: () =>
    "chưa xét hết các trường hợp bằng phiếu nên không xác định được những đơn vị nào có thể cùng trúng",
};

export const invalidReasonsVi: Record<InvalidReason, string> = {
  notIssued: "không phải phiếu phát ra",
  tooManyNames: "để lại quá số tên quy định",
  addedName: "ghi thêm tên ngoài danh sách",
  unreadable: "không đọc được",
  contradictory: "tự mâu thuẫn",
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

const figureNames = {
  valid: "phiếu hợp lệ",
  invalid: "phiếu không hợp lệ",
  blank: "phiếu trắng",
  for: "phiếu đồng ý",
  against: "phiếu không đồng ý",
  points: "điểm",
};

export const among = (units: readonly string[], seats: number, say: Say) =>
  `${say.count(seats)} trong số ${say.count(units.length)} đơn vị (${say.units(units)})`;

export function formVi({ form, selection }: VotingRules): string {
  if (selection === "consensus") return selectionsVi.consensus;
  const confirms = selection === "scoreThenConfirm" ? " để xác nhận các đơn vị có điểm cao nhất" : "";
  return `bằng hình thức ${formsVi[form]}${confirms}`;
}

/** What the votes have to reach. By consensus nothing is counted, so nothing has to be reached. */
export function rulesVi({ form, selection, threshold, tieLadder }: VotingRules, say: Say): string {
  if (selection === "consensus") return "";
  return `; ${thresholdVi(threshold, say, form)}; khi bằng phiếu: ${say.ladder(tieLadder)}`;
}

export function purposeVi(purpose: Purpose, say: Say): string {
  switch (purpose.kind) {
    case "honour":
      return `đơn vị đề nghị tặng ${say.honour(purpose.honour)}`;
    case "chair":
      return "Khối trưởng nhiệm kỳ sau";
    case "deputyChair":
      return "Khối phó nhiệm kỳ sau";
    case "other":
      return purpose.title;
  }
}

export const proxyEndsVi: Record<DataOf<BallotEvent, "ProxyRevoked">["ground"], string> = {
  principalPresent: "đơn vị ủy quyền đã có mặt",
  holderLeft: "đơn vị được ủy quyền đã rời hội nghị",
  withdrawn: "đơn vị ủy quyền rút lại ủy quyền",
};

/** Who is there and how many must be: those represented, and those asked in writing, are told apart. */
export function quorumVi(
  {
    eligible,
    present,
    needed,
    byProxy,
    consulted,
    inVotes,
    quorumInRoom,
  }: DataOf<BallotEvent, "VotingOpened">,
  say: Say,
): string {
  const kind = inVotes ? "phiếu" : "đơn vị";
  const represented = byProxy === undefined ? "" : ` (trong đó ủy quyền ${say.count(byProxy)})`;
  const inWriting = consulted === undefined ? "" : `, lấy ý kiến bằng văn bản ${say.count(consulted)}`;
  return `có mặt ${say.count(present)}/${say.count(eligible)} ${kind}${represented}${inWriting}, yêu cầu ít nhất ${say.count(needed)}${quorumInRoom ? " trực tiếp có mặt" : ""}`;
}

/** The particulars of a record, each where it is given. */
export function particularsVi(given: DataOf<BallotEvent, "ParticularsRecorded">, say: Say): string {
  const { number, place, startedAt, endedAt, absences, printed, leftOver, unreturned, copies } = given;
  const absent = absences?.map(
    ({ unit, reason }) => `${say.unit(unit)}${reason === undefined ? "" : ` (${reason})`}`,
  );
  return [
    number !== undefined && `số ${number}`,
    place !== undefined && `địa điểm: ${place}`,
    startedAt && `bắt đầu hồi ${hourVi(startedAt)}`,
    endedAt && `kết thúc hồi ${hourVi(endedAt)}`,
    absent && `vắng mặt: ${absent.length > 0 ? say.list(absent) : "không"}`,
    printed !== undefined && `số phiếu in ra: ${say.count(printed)}`,
    leftOver !== undefined && `số phiếu chưa phát: ${say.count(leftOver)}`,
    unreturned !== undefined && `số phiếu không thu về: ${say.count(unreturned)}`,
    copies !== undefined && `lập thành ${say.count(copies)} bản`,
  ]
    .filter((part) => typeof part === "string")
    .join("; ");
}

/** `8 giờ 05 phút`, as the office writes it; a full hour without minutes. */
export function hourVi({ hour, minute }: { hour: number; minute: number }): string {
  return minute === 0 ? `${hour} giờ` : `${hour} giờ ${String(minute).padStart(2, "0")} phút`;
}

/** Without the votes of any nominee: the count prints them, or withholds them, once two tellers agree. */
export function tallyVi({ valid, invalid, blank }: Tally, say: Say): string {
  return `hợp lệ ${say.count(valid)}, không hợp lệ ${say.count(invalid)}, phiếu trắng ${say.count(blank)}`;
}

export function discrepancyVi(discrepancy: Discrepancy, say: Say): string {
  switch (discrepancy.kind) {
    case "issued":
      return `phát ra ${say.count(discrepancy.issued)} phiếu nhưng trong hòm có ${say.count(discrepancy.found)} phiếu`;
    case "deposits":
      return `lần trước đếm được ${say.count(discrepancy.deposited)} phiếu nhưng trong hòm có ${say.count(discrepancy.found)} phiếu`;
    case "seal":
      return `niêm phong ${say.count(discrepancy.sealed)} phiếu nhưng trong hòm có ${say.count(discrepancy.found)} phiếu`;
    case "selfVote":
      return "có đơn vị tự bỏ phiếu cho mình trong khi thể lệ không cho phép";
    default: {
      const items = discrepancy.differences.map(({ figure, nominee, first, second }) =>
        nominee === undefined
          ? `${figureNames[figure]}: ${say.count(first)} và ${say.count(second)}`
          : `${figureNames[figure]} đối với ${say.unit(nominee)}: chênh lệch ${say.count(Math.abs(first - second))}`,
      );
      const between =
        discrepancy.kind === "tallies" ? "hai người kiểm phiếu" : "người kiểm phiếu và các phiếu";
      return `${between} ghi khác nhau (${say.list(items)})`;
    }
  }
}

export function voteVi(vote: DataOf<BallotEvent, "VoteCalled">["vote"], say: Say): string {
  switch (vote.kind) {
    case "opinions":
      return vote.for.length > 0 ? `đồng ý với ${say.units(vote.for)}` : "không đồng ý đơn vị nào";
    case "names":
      return `chọn ${say.units(vote.names)}`;
    case "ranking":
      return `xếp thứ tự ${say.list(vote.ranking.map((group) => (group.length > 0 ? say.units(group) : "một vị trí để trống")))}`;
    case "scores":
      return say.list(
        vote.scores.map(({ nominee, points }) => `${say.unit(nominee)} ${say.count(points)} điểm`),
      );
    case "blank":
      return "không có ý kiến";
    case "invalid":
      return `không hợp lệ (${invalidReasonsVi[vote.reason]})`;
  }
}

export function countVi(count: DataOf<BallotEvent, "BallotCounted">, say: Say): string {
  const {
    figures,
    base,
    invalidReasons = [],
    lines,
    secrecyImpossible,
    withheld,
    equalFirst,
    rounds = [],
    form,
  } = count;
  const isAloud = form !== undefined;
  const { issued, returned, valid, invalid, blank } = figures;
  const votes = lines.map(
    (line) =>
      `${say.unit(line.nominee)}: đồng ý ${say.count(line.for)} (${say.percent({ votes: line.for, base: base.figure })}), không đồng ý ${say.count(line.against)}, không có ý kiến ${say.count(line.noOpinion)}`,
  );
  const why = invalidReasons.map(({ reason, papers }) => `${invalidReasonsVi[reason]}: ${say.count(papers)}`);
  const reasons = why.length > 0 ? ` (${why.join("; ")})` : "";
  const severalFirst = equalFirst
    ? ` Có ${say.count(equalFirst.papers)} phiếu xếp nhiều đơn vị cùng vị trí thứ nhất, ${equalFirst.are === "invalid" ? "là phiếu không hợp lệ theo thể lệ" : "được chia đều cho các đơn vị cùng vị trí theo thể lệ"}.`
    : "";
  const result = withheld
    ? " Không công bố số phiếu của từng đơn vị."
    : ` Kết quả từng đơn vị, ${baseVi(base, isAloud ? basesAloudVi : basesVi, say)}: ${votes.join("; ")}.`;
  const inRounds = rounds.length > 0 && !withheld ? ` ${roundsVi(rounds, say)}` : "";
  const open =
    secrecyImpossible.length > 0 && !withheld
      ? ` Không bảo đảm được bí mật lá phiếu vì ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`
      : "";
  const papers = isAloud
    ? `Kết quả biểu quyết: tổng số phiếu biểu quyết ${say.count(issued)}, đã biểu quyết ${say.count(returned)}`
    : `Kết quả kiểm phiếu: phát ra ${say.count(issued)}, thu về ${say.count(returned)}`;
  const among = isAloud ? "số phiếu đã biểu quyết" : "số phiếu thu về";
  return `${papers}, hợp lệ ${say.count(valid)}, không hợp lệ ${say.count(invalid)}${reasons}; trong ${among} có ${say.count(blank)} phiếu trắng.${result}${severalFirst}${open}${inRounds}`;
}

/** What the percentages are of, and how many votes reach the threshold where there is one. */
function baseVi(
  { of, figure, votesNeeded = 0 }: DataOf<BallotEvent, "BallotCounted">["base"],
  bases: typeof basesVi,
  say: Say,
): string {
  const needed = votesNeeded > 0 ? `, cần ít nhất ${say.count(votesNeeded)} phiếu đồng ý` : "";
  return `tỷ lệ tính trên ${bases[of]} (${say.count(figure)})${needed}`;
}

export function outcomeVi({ elected, undecided, vacant }: Outcome, say: Say): string {
  const parts = [
    elected.length > 0 ? `được bầu chọn: ${say.units(elected)}` : "không có đơn vị nào được bầu chọn",
    ...(undecided
      ? [`bằng phiếu cho ${say.count(undecided.seats)} suất còn lại: ${say.units(undecided.tied)}`]
      : []),
    ...(vacant > 0 ? [`khuyết ${say.count(vacant)} suất`] : []),
  ];
  const sentence = parts.join("; ");
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

export function brokenByVi(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `kết quả bầu lại vòng ${say.count(by.round)}`;
    case "score":
      return "điểm thi đua";
    case "seniority":
      return "thâm niên";
    case "chairDecision":
      return `quyết định của Khối trưởng ${say.unit(by.chair)} ngày ${say.date(by.decidedOn)}`;
    case "lot":
      return `kết quả bốc thăm (${say.list(by.drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))})`;
    case "vacantSeat":
      return "quy định để khuyết";
  }
}
