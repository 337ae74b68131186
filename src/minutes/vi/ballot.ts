import type {
  AnnulmentGround,
  BallotEvent,
  BrokenBy,
  Discrepancy,
  InvalidReason,
  Outcome,
  Purpose,
  Tally,
} from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { VotingRules } from "../../vocabulary/voting-rules.ts";
import type { Phrases, Say } from "../language.ts";
import { roundsVi } from "./count-rounds.ts";
import { formsVi, selectionsVi, thresholdVi } from "./voting-words.ts";

export const groundsVi: Record<AnnulmentGround, string> = {
  noQuorum: "không đủ số đơn vị có mặt",
  irregularity: "vi phạm quy chế",
  discrepancy: "số liệu kiểm phiếu không khớp",
  challengeUpheld: "khiếu nại được chấp nhận",
  setAside: "không tiến hành nữa",
};

export const invalidReasonsVi: Record<InvalidReason, string> = {
  notIssued: "không phải phiếu phát ra",
  tooManyNames: "để lại quá số tên quy định",
  addedName: "ghi thêm tên ngoài danh sách",
  unreadable: "không đọc được",
  contradictory: "tự mâu thuẫn",
};

const secrecy = {
  fewPapers: "quá ít phiếu hợp lệ",
  unanimous: "các phiếu giống hệt nhau",
  heavyUnit: "đơn vị có nhiều phiếu chắc chắn đã bỏ một số phiếu giống nhau",
};

const figureNames = {
  valid: "phiếu hợp lệ",
  invalid: "phiếu không hợp lệ",
  blank: "phiếu trắng",
  for: "phiếu đồng ý",
  against: "phiếu không đồng ý",
  points: "điểm",
};

export const ballotEventsVi: Phrases<BallotEvent> = {
  BallotOpened: ({ season, purpose, nominees, seats, electors, voting }, say) =>
    `Tổ chức bình chọn ${purposeVi(purpose, say)} năm ${season} ${formVi(voting)}: chọn ${among(nominees, seats, say)}; ${say.count(electors.length)} đơn vị có quyền ${voting.selection === "consensus" ? "tham gia" : "bỏ phiếu"}${rulesVi(voting, say)}.`,
  BallotRevised: ({ nominees, seats }, say) =>
    `Điều chỉnh thể lệ bình chọn trước khi phát phiếu: chọn ${among(nominees, seats, say)}.`,
  UnitCheckedIn: ({ unit }, say) => `${say.unit(unit)} có mặt.`,
  UnitLeft: ({ unit }, say) => `${say.unit(unit)} rời hội nghị.`,
  ProxyAccepted: ({ principal, holder }, say) =>
    `${say.unit(principal)} ủy quyền cho ${say.unit(holder)} bỏ phiếu.`,
  ProxyRevoked: ({ principal, holder, ground }, say) =>
    `Việc ${say.unit(principal)} ủy quyền cho ${say.unit(holder)} hết hiệu lực do ${ground === "principalPresent" ? "đơn vị ủy quyền đã có mặt" : "đơn vị được ủy quyền đã rời hội nghị"}.`,
  UnitConsulted: ({ unit }, say) => `Lấy ý kiến bằng văn bản của đơn vị vắng mặt: ${say.unit(unit)}.`,
  QuorumNotReached: ({ eligible, present, needed, inVotes }, say) =>
    `Chưa đủ điều kiện bỏ phiếu: có mặt ${say.count(present)}/${say.count(eligible)} ${inVotes ? "phiếu" : "đơn vị"}, yêu cầu ít nhất ${say.count(needed)}.`,
  VotingOpened: ({ eligible, present, needed, inVotes }, say) =>
    `Bắt đầu bỏ phiếu: có mặt ${say.count(present)}/${say.count(eligible)} ${inVotes ? "phiếu" : "đơn vị"}, yêu cầu ít nhất ${say.count(needed)}.`,
  PaperIssued: ({ unit, receivedBy, issued }, say) => {
    const papers = issued === undefined ? "phiếu" : `${say.count(issued)} phiếu`;
    return unit === receivedBy
      ? `Phát ${papers} cho ${say.unit(unit)}.`
      : `Phát ${papers} của ${say.unit(unit)} cho ${say.unit(receivedBy)} nhận thay theo ủy quyền.`;
  },
  PaperReplaced: ({ unit, spoiled }, say) =>
    `Đổi phiếu hỏng cho ${say.unit(unit)} (phiếu hỏng thứ ${say.count(spoiled)}).`,
  DepositsCounted: ({ deposited }, say) => `Đã có ${say.count(deposited)} phiếu trong hòm phiếu.`,
  BoxClosed: ({ issued, deposited }, say) =>
    `Khóa hòm phiếu: phát ra ${say.count(issued)} phiếu, trong hòm có ${say.count(deposited)} phiếu.`,
  BoxOpened: ({ papers }, say) =>
    `Mở hòm phiếu: ${say.count(papers.reduce((sum, group) => sum + group.papers, 0))} phiếu.`,
  TallySubmitted: ({ teller, tally }, say) => `${teller} kiểm phiếu: ${tallyVi(tally, say)}.`,
  DiscrepancyFound: ({ discrepancy }, say) =>
    `Kiểm phiếu không khớp nên chưa có kết quả: ${discrepancyVi(discrepancy, say)}.`,
  PapersRecounted: ({ reading, differs, reason }, say) =>
    `Kiểm phiếu lần thứ ${say.count(reading)}${differs === 0 ? ", không có phiếu nào khác lần trước" : `, có ${say.count(differs)} phiếu khác lần trước`}; lý do: ${reason}.`,
  HandsRetaken: ({ reading }, say) => `Biểu quyết giơ tay lại, lần thứ ${say.count(reading)}.`,
  VoteCalled: ({ unit, vote }, say) => `${say.unit(unit)} biểu quyết: ${voteVi(vote, say)}.`,
  RollCallClosed: ({ called }, say) => `Kết thúc gọi tên: ${say.count(called)} đơn vị đã biểu quyết.`,
  BallotCounted: (count, say) => `${countVi(count, say)} ${outcomeVi(count.outcome, say)}`,
  NomineesAcclaimed: ({ outcome }, say) => `Hội nghị thống nhất hiệp thương. ${outcomeVi(outcome, say)}`,
  AcclamationVoided: ({ unit, reason }, say) =>
    `${say.unit(unit)} không đồng ý nên hiệp thương không thành; lý do: ${reason}.`,
  LotAnnounced: ({ candidates, seats, sources }, say) =>
    `Công bố bốc thăm chọn ${among(candidates, seats, say)}; căn cứ: ${say.list(sources)}.`,
  RunOffCalled: ({ round, field, seats }, say) =>
    `Bầu lại vòng ${say.count(round)} để chọn ${say.count(seats)} đơn vị giữa các đơn vị bằng phiếu: ${say.units(field)}.`,
  TieStepTaken: ({ by, outcome }, say) =>
    `Xử lý trường hợp bằng phiếu theo ${brokenByVi(by, say)}. ${outcomeVi(outcome, say)}`,
  TieLeftVacant: ({ tie, outcome }, say) =>
    `Các đơn vị vẫn bằng phiếu: ${say.units(tie.tied)}; để khuyết ${say.count(tie.seats)} suất. ${outcomeVi(outcome, say)}`,
  BallotCertified: ({ certification, supersedes, signatories, certifiedOn, complaintsUntil, outcome }, say) =>
    `Biên bản kiểm phiếu số ${say.count(certification)}${supersedes === undefined ? "" : ` (thay biên bản số ${say.count(supersedes)})`} do ${say.list(signatories)} ký ngày ${say.date(certifiedOn)}; nhận khiếu nại đến hết ngày ${say.date(complaintsUntil)}. ${outcomeVi(outcome, say)}`,
  ResultChallenged: ({ challenge, challenger, ground, raisedOn }, say) =>
    `${say.unit(challenger)} khiếu nại kết quả ngày ${say.date(raisedOn)} (khiếu nại “${challenge}”): ${ground}.`,
  ChallengeUpheld: ({ challenge, reason, decidedOn }, say) =>
    `Chấp nhận khiếu nại “${challenge}” ngày ${say.date(decidedOn)}; lý do: ${reason}.`,
  ChallengeDismissed: ({ challenge, reason, decidedOn }, say) =>
    `Bác khiếu nại “${challenge}” ngày ${say.date(decidedOn)}; lý do: ${reason}.`,
  BallotAnnulled: ({ ground, reason, annulledOn }, say) =>
    `Hủy cuộc bình chọn ngày ${say.date(annulledOn)} (${groundsVi[ground]}); lý do: ${reason}.`,
  ResultFinalised: ({ outcome, finalisedOn }, say) =>
    `Kết quả chính thức từ ngày ${say.date(finalisedOn)}. ${outcomeVi(outcome, say)}`,
};

const among = (units: readonly string[], seats: number, say: Say) =>
  `${say.count(seats)} trong số ${say.count(units.length)} đơn vị (${say.units(units)})`;

function formVi({ form, selection }: VotingRules): string {
  if (selection === "consensus") return selectionsVi.consensus;
  const confirms = selection === "scoreThenConfirm" ? " để xác nhận các đơn vị có điểm cao nhất" : "";
  return `bằng hình thức ${formsVi[form]}${confirms}`;
}

/** What the votes have to reach. By consensus nothing is counted, so nothing has to be reached. */
function rulesVi({ selection, threshold, tieLadder }: VotingRules, say: Say): string {
  if (selection === "consensus") return "";
  return `; ${thresholdVi(threshold, say)}; khi bằng phiếu: ${say.ladder(tieLadder)}`;
}

function purposeVi(purpose: Purpose, say: Say): string {
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

function tallyVi({ valid, invalid, blank, lines }: Tally, say: Say): string {
  const votes = lines.map((line) => `${say.unit(line.nominee)} ${say.count(line.for)} phiếu đồng ý`);
  return `hợp lệ ${say.count(valid)}, không hợp lệ ${say.count(invalid)}, phiếu trắng ${say.count(blank)}; ${say.list(votes)}`;
}

function discrepancyVi(discrepancy: Discrepancy, say: Say): string {
  switch (discrepancy.kind) {
    case "deposits":
      return `bỏ vào hòm ${say.count(discrepancy.deposited)} phiếu nhưng trong hòm có ${say.count(discrepancy.found)} phiếu`;
    case "selfVote":
      return `các phiếu cho thấy ${say.unit(discrepancy.nominee)} tự bỏ phiếu cho mình`;
    default: {
      const items = discrepancy.differences.map(
        ({ figure, nominee, one, other }) =>
          `${figureNames[figure]}${nominee === undefined ? "" : ` đối với ${say.unit(nominee)}`}: ${say.count(one)} và ${say.count(other)}`,
      );
      const between =
        discrepancy.kind === "tallies" ? "hai người kiểm phiếu" : "người kiểm phiếu và các phiếu";
      return `${between} ghi khác nhau (${say.list(items)})`;
    }
  }
}

function voteVi(vote: DataOf<BallotEvent, "VoteCalled">["vote"], say: Say): string {
  switch (vote.kind) {
    case "opinions":
      return vote.for.length > 0 ? `đồng ý với ${say.units(vote.for)}` : "không đồng ý đơn vị nào";
    case "names":
      return `chọn ${say.units(vote.names)}`;
    case "ranking":
      return `xếp thứ tự ${say.list(vote.ranking.map((group) => say.units(group)))}`;
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

function countVi(
  { figures, base, lines, secrecyImpossible, rounds = [] }: DataOf<BallotEvent, "BallotCounted">,
  say: Say,
): string {
  const { issued, returned, valid, invalid, blank } = figures;
  const votes = lines.map(
    (line) =>
      `${say.unit(line.nominee)}: đồng ý ${say.count(line.for)} (${say.percent({ votes: line.for, base: base.figure })}), không đồng ý ${say.count(line.against)}, không có ý kiến ${say.count(line.noOpinion)}`,
  );
  const inRounds = rounds.length > 0 ? ` ${roundsVi(rounds, say)}` : "";
  const open =
    secrecyImpossible.length > 0
      ? ` Phiếu không thể giữ kín vì ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`
      : "";
  return `Kết quả kiểm phiếu: phát ra ${say.count(issued)}, thu về ${say.count(returned)}, hợp lệ ${say.count(valid)}, không hợp lệ ${say.count(invalid)}; trong số phiếu thu về có ${say.count(blank)} phiếu trắng. Kết quả từng đơn vị: ${votes.join("; ")}.${open}${inRounds}`;
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

function brokenByVi(by: BrokenBy, say: Say): string {
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
