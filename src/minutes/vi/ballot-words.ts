import type { BallotEvent, BallotStatus } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Say } from "../language.ts";
import { invalidReasonsVi } from "./ballot-count.ts";

// The parts of sentences about a ballot.

type AnnulmentGround = DataOf<BallotEvent, "BallotAnnulled">["ground"];
type BrokenBy = DataOf<BallotEvent, "TieStepTaken">["by"];
type Discrepancy = DataOf<BallotEvent, "DiscrepancyFound">["discrepancy"];
type Purpose = DataOf<BallotEvent, "BallotOpened">["purpose"];
type Quorum = DataOf<BallotEvent, "QuorumNotReached">;
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

/** What is done, by how the ballot is held. */
export const deedsVi: Record<NonNullable<Quorum["form"]> | "secret", string> = {
  secret: "bỏ phiếu",
  showOfHands: "biểu quyết giơ tay",
  rollCall: "biểu quyết gọi tên",
  consensus: "hiệp thương",
};

export const groundsVi: Record<AnnulmentGround, string> = {
  noQuorum: "không đủ số đơn vị có mặt",
  irregularity: "vi phạm quy chế",
  discrepancy: "số liệu kiểm phiếu không khớp",
  challengeUpheld: "khiếu nại được chấp nhận",
  setAside: "không tiến hành nữa",
  noTieLeft: "cuộc bầu chọn trước không còn trường hợp bằng phiếu đó",
  roundVoid: "vòng bầu chọn trước đã bị hủy",
  conferenceCancelled: "hội nghị đã bị hủy",
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

/** Units are voted for to be proposed for an honour, and are elected to an office. */
export function ballotForVi(purpose: Purpose, say: Say): string {
  return `${verbVi(purpose)} ${purposeVi(purpose, say)}`;
}

/** Without a purpose, a word for both. */
export function verbVi(purpose: Purpose | undefined): string {
  if (purpose === undefined) return "bầu chọn";
  return purpose.kind === "chair" || purpose.kind === "deputyChair" ? "bầu" : "bình chọn";
}

/** The ballot of whose event a sentence tells, by its purpose where that is known. */
export function thisBallotVi(say: Say): string {
  const about = say.known?.about;
  return about?.kind === "ballot"
    ? `${ballotForVi(about.purpose, say)} năm ${about.season}`
    : verbVi(undefined);
}

/** What is voted again between those who are tied. */
export function againVi(say: Say): string {
  const about = say.known?.about;
  return `${verbVi(about?.kind === "ballot" ? about.purpose : undefined)} lại`;
}

/** A complaint by who made it and when. Where that is not known, `unknown` is said. */
export function complaintVi(challenge: string, unknown: string, say: Say): string {
  const known = say.known?.complaint(challenge);
  return known ? `khiếu nại của ${say.unit(known.challenger)} nêu ngày ${say.date(known.raisedOn)}` : unknown;
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

export function brokenByVi(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `kết quả ${againVi(say)} vòng ${say.count(by.round)}`;
    case "score":
      return "điểm thi đua";
    case "seniority":
      return "thâm niên";
    case "chairDecision":
      return `quyết định ngày ${say.date(by.decidedOn)} của ${say.unit(by.chair)}, đơn vị được giao quyết định khi bằng phiếu`;
    case "lot":
      return `kết quả bốc thăm (${say.list(by.drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))})`;
    case "vacantSeat":
      return "quy định để khuyết";
  }
}
