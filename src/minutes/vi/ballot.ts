import type { BallotEvent } from "../../ballot/messages.ts";
import type { Phrases } from "../language.ts";
import { countVi, outcomeVi, recordVi } from "./ballot-count.ts";
import { openedVi, termsVi } from "./ballot-opening.ts";
import {
  againVi,
  among,
  brokenByVi,
  complaintVi,
  deedsVi,
  discrepancyVi,
  groundsVi,
  particularsVi,
  proxyEndsVi,
  quorumVi,
  tallyVi,
  thisBallotVi,
  unlistedVi,
  voteVi,
} from "./ballot-words.ts";

export const ballotEventsVi: Phrases<BallotEvent> = {
  BallotOpened: (terms, say) => `${openedVi(terms, say)}.`,
  BallotRevised: (terms, say) =>
    `Điều chỉnh thể lệ trước khi ${terms.voting.form === "secret" ? "phát phiếu" : "biểu quyết"}: ${termsVi(terms, say)}.`,
  RoomTaken: ({ present, proxies, openedOn }, say) => {
    const here = present.length === 0 ? "chưa có đơn vị nào" : say.units(present);
    const pairs = proxies.map(
      ({ principal, holder }) => `${say.unit(principal)} ủy quyền cho ${say.unit(holder)}`,
    );
    const sitting =
      openedOn === undefined ? "hội nghị chưa tiến hành" : `hội nghị khai mạc ngày ${say.date(openedOn)}`;
    return `Đơn vị bỏ phiếu có mặt tại hội nghị (${sitting}): ${here}${pairs.length > 0 ? `; ${say.list(pairs)}` : ""}.`;
  },
  UnitCheckedIn: ({ unit }, say) => `${say.unit(unit)} có mặt.`,
  UnitLeft: ({ unit }, say) => `${say.unit(unit)} rời hội nghị.`,
  ProxyAccepted: ({ principal, holder }, say) =>
    `${say.unit(principal)} ủy quyền cho ${say.unit(holder)} bỏ phiếu.`,
  ProxyRevoked: ({ principal, holder, ground }, say) =>
    `Việc ${say.unit(principal)} ủy quyền cho ${say.unit(holder)} hết hiệu lực do ${proxyEndsVi[ground]}.`,
  UnitConsulted: ({ unit }, say) => `Lấy ý kiến bằng văn bản của đơn vị vắng mặt: ${say.unit(unit)}.`,
  QuorumNotReached: (quorum, say) =>
    `Chưa đủ điều kiện ${deedsVi[quorum.form ?? "secret"]}: ${quorumVi(quorum, say)}.`,
  VotingOpened: ({ openedOn, ...quorum }, say) =>
    `Bắt đầu ${deedsVi[quorum.form ?? "secret"]}${openedOn === undefined ? "" : ` ngày ${say.date(openedOn)}`}: ${quorumVi(quorum, say)}.`,
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
    `Khóa hòm phiếu: phát ra ${say.count(issued)} phiếu${deposited === undefined ? "" : `, trong hòm có ${say.count(deposited)} phiếu`}.`,
  BoxSealed: ({ sealed, root, signatories }, say) =>
    `Niêm phong hòm phiếu trước khi mở: ${say.count(sealed)} phiếu, mã niêm phong ${root}; ${say.list(signatories)} ký niêm phong.`,
  BoxOpened: ({ papers }, say) =>
    `Mở hòm phiếu: ${say.count(papers.reduce((sum, group) => sum + group.papers, 0))} phiếu.`,
  TallySubmitted: ({ teller, tally }, say) => `${teller} đã kiểm phiếu: ${tallyVi(tally, say)}.`,
  DiscrepancyFound: ({ discrepancy }, say) =>
    `Kiểm phiếu không khớp nên chưa có kết quả: ${discrepancyVi(discrepancy, say)}.`,
  PapersRecounted: ({ reading, differs, reason }, say) =>
    `Kiểm phiếu lần thứ ${say.count(reading)}${differs === 0 ? ", không có phiếu nào khác lần trước" : `, có ${say.count(differs)} phiếu khác lần trước`}; lý do: ${reason}.`,
  HandsRetaken: ({ reading }, say) => `Biểu quyết giơ tay lại, lần thứ ${say.count(reading)}.`,
  VotingDayCorrected: ({ openedOn }, say) => `Đính chính: ngày bỏ phiếu là ${say.date(openedOn)}.`,
  CalledVoteCorrected: ({ unit, vote, reason }, say) =>
    `Đính chính: ${say.unit(unit)} biểu quyết: ${voteVi(vote, say)}; lý do: ${reason}.`,
  VoteCalled: ({ unit, vote }, say) => `${say.unit(unit)} biểu quyết: ${voteVi(vote, say)}.`,
  RollCallClosed: ({ called }, say) => `Kết thúc gọi tên: ${say.count(called)} đơn vị đã biểu quyết.`,
  BallotCounted: countVi,
  ResultConfirmed: ({ reading, certification }, say) =>
    `Kết quả kiểm phiếu lần thứ ${say.count(reading)} không thay đổi so với kết quả trước${certification === undefined ? "" : `; biên bản kiểm phiếu số ${say.count(certification)} giữ nguyên giá trị`}.`,
  NomineesAcclaimed: ({ outcome }, say) =>
    `Hội nghị đã hiệp thương. ${outcomeVi(outcome, say, { isAgreed: true })}`,
  AcclamationVoided: ({ unit, reason }, say) =>
    `${say.unit(unit)} không đồng ý nên hiệp thương không thành; lý do: ${reason}.`,
  ChairNamed: ({ chair, namedOn }, say) =>
    `Ngày ${say.date(namedOn)}, hội nghị giao ${say.unit(chair)} quyết định khi bằng phiếu.`,
  LotAnnounced: ({ candidates, seats, sources }, say) =>
    `Công bố bốc thăm chọn ${among(candidates, seats, say)}; căn cứ: ${say.list(sources)}.`,
  RunOffCalled: ({ round, field, seats }, say) =>
    `${againVi(say)} vòng ${say.count(round)} để chọn ${say.count(seats)} đơn vị giữa các đơn vị bằng phiếu: ${say.units(field)}.`,
  TieStepTaken: ({ by, outcome }, say) =>
    `Xử lý trường hợp bằng phiếu theo ${brokenByVi(by, say)}. ${outcomeVi(outcome, say)}`,
  TieStepKept: ({ by, outcome }, say) =>
    `Vẫn bằng phiếu như lần trước nên giữ nguyên cách xử lý theo ${brokenByVi(by, say)}. ${outcomeVi(outcome, say)}`,
  RunOffCorrected: ({ round, certification, outcome }, say) =>
    `Kết quả ${againVi(say)} vòng ${say.count(round)} được điều chỉnh theo biên bản kiểm phiếu số ${say.count(certification)} của vòng đó nên kết quả của cuộc này được điều chỉnh theo. ${outcomeVi(outcome, say)}`,
  RunOffVoided: ({ round, reason, outcome }, say) =>
    `Kết quả ${againVi(say)} vòng ${say.count(round)} không còn giá trị; lý do: ${reason}. ${outcomeVi(outcome, say)}`,
  TieLeftVacant: ({ tie, outcome }, say) =>
    `Các đơn vị vẫn bằng phiếu: ${say.units(tie.tied)}${tie.unlisted ? `; ${unlistedVi[tie.unlisted](say)}` : ""}; để khuyết ${say.count(tie.seats)} suất. ${outcomeVi(outcome, say)}`,
  ParticularsRecorded: (particulars, say) => {
    const given = particularsVi(particulars, say);
    return given === ""
      ? "Bỏ các thông tin đã ghi cho biên bản kiểm phiếu."
      : `Thông tin của biên bản kiểm phiếu: ${given}.`;
  },
  BallotCertified: recordVi,
  ResultChallenged: ({ challenger, ground, raisedOn }, say) =>
    `Ngày ${say.date(raisedOn)}, ${say.unit(challenger)} khiếu nại kết quả: ${ground}.`,
  ChallengeUpheld: ({ challenge, reason, decidedOn }, say) =>
    `Ngày ${say.date(decidedOn)}, chấp nhận ${complaintVi(challenge, "khiếu nại về kết quả", say)}; lý do: ${reason}.`,
  ChallengeDismissed: ({ challenge, reason, decidedOn }, say) =>
    `Ngày ${say.date(decidedOn)}, bác ${complaintVi(challenge, "khiếu nại về kết quả", say)}; lý do: ${reason}.`,
  BallotAnnulled: ({ ground, reason, annulledOn }, say) =>
    `Ngày ${say.date(annulledOn)}, hủy cuộc ${thisBallotVi(say)} (${groundsVi[ground]})${reason === groundsVi[ground] ? "" : `; lý do: ${reason}`}.`,
  ResultFinalised: ({ outcome, finalisedOn }, say) =>
    `Kết quả chính thức từ ngày ${say.date(finalisedOn)}. ${outcomeVi(outcome, say)}`,
};
