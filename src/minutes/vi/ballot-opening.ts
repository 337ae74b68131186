import type { BallotEvent } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import { isInFavour } from "../ballot-figures.ts";
import type { Say } from "../language.ts";
import { among, ballotForVi, purposeVi, verbVi } from "./ballot-words.ts";
import { formsVi, methodsVi, selectionsVi, thresholdVi } from "./voting-words.ts";

// The terms of a ballot as a sentence.

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Method = Terms["method"];

export function openedVi(terms: Terms, say: Say): string {
  const { voting, purpose, season, follows } = terms;
  const chosen = follows?.kind === "runOff" ? purposeVi(purpose, say) : ballotForVi(purpose, say);
  return `${followsVi(terms, say)} ${chosen} năm ${season}${annulledVi(terms, say)} ${formVi(voting)}: ${termsVi(terms, say)}`;
}

function followsVi({ follows, purpose }: Terms, say: Say): string {
  switch (follows?.kind) {
    case undefined:
      return "Tổ chức";
    case "runOff":
      return `Tổ chức ${verbVi(purpose)} lại vòng ${say.count(follows.round)}${follows.call === undefined ? "" : ` (lần tổ chức thứ ${say.count(follows.call)})`} giữa các đơn vị bằng phiếu để chọn`;
    case "revote":
      return "Tổ chức lại việc";
    case "round": {
      const before = say.known?.ballot(follows.ballot);
      return `Tiếp theo ${before ? `cuộc ${ballotForVi(before.purpose, say)}` : "vòng trước"}, tổ chức`;
    }
  }
}

const annulledVi = ({ follows, purpose }: Terms, say: Say) =>
  follows?.kind === "revote"
    ? ` thay cuộc ${verbVi(purpose)} đã bị hủy ngày ${say.date(follows.annulledOn)},`
    : "";

function formVi({ form, selection }: Terms["voting"]): string {
  if (selection === "consensus") return selectionsVi.consensus;
  const confirms = selection === "scoreThenConfirm" ? " để xác nhận các đơn vị có điểm cao nhất" : "";
  return `bằng hình thức ${formsVi[form]}${confirms}`;
}

/** Who may vote, how votes are counted, and what they have to reach. By consensus nothing is counted. */
export function termsVi(terms: Terms, say: Say): string {
  const { nominees, seats, electors, recused, weights = [], voting, procedure, tellers } = terms;
  const isConsensus = voting.selection === "consensus";
  const several = weights.map(({ unit, votes }) => `${say.unit(unit)} ${say.count(votes)} phiếu`);
  const inVotes = several.length > 0 ? ", tính theo số phiếu" : "";
  const members = tellers.members.map(({ name }) => name);
  return [
    `chọn ${among(nominees, seats, say)}`,
    `${say.count(electors.length)} đơn vị có quyền ${isConsensus ? "tham gia" : "bỏ phiếu"}`,
    recused.length > 0 && `không tham gia do có liên quan: ${say.units(recused)}`,
    several.length > 0 && `đơn vị có nhiều phiếu: ${say.list(several)}`,
    !isConsensus && `cách tính: ${methodVi(terms, say)}`,
    voting.quorum.numerator === 0 && !voting.quorum.strict
      ? "không quy định số đơn vị phải có mặt"
      : `phải có mặt ${say.bar(voting.quorum)}${inVotes}${procedure.quorumInRoom ? ", không kể ủy quyền" : ""}`,
    ...(isConsensus ? [] : votingVi(terms, say)),
    `${isConsensus ? "người ký biên bản" : "tổ kiểm phiếu"}: ${say.list([`${tellers.head.name} (tổ trưởng)`, ...members])}`,
  ]
    .filter((part) => typeof part === "string")
    .join("; ");
}

function votingVi({ voting, method, procedure, follows }: Terms, say: Say): (string | false)[] {
  const { form, threshold, selfVote, proxiesMax, tieLadder } = voting;
  const isSecret = form === "secret";
  return [
    isInFavour(method.kind) && thresholdVi(threshold, say, form),
    `đơn vị ${selfVote ? "được" : "không được"} bỏ phiếu cho chính mình`,
    proxiesMax === 0 && "không nhận ủy quyền",
    proxiesMax > 1 && `mỗi đơn vị nhận nhiều nhất ${say.count(proxiesMax)} ủy quyền`,
    procedure.writtenVotes && "đơn vị vắng mặt được lấy ý kiến bằng văn bản",
    `${isSecret ? "phiếu trắng" : "không có ý kiến"} được tính là ${procedure.blankPapers === "valid" ? "hợp lệ" : "không hợp lệ"}`,
    procedure.equalFirst === "counted" &&
      "phiếu xếp nhiều đơn vị cùng vị trí thứ nhất được chia đều cho các đơn vị đó",
    procedure.sealed === true && isSecret && "niêm phong hòm phiếu trước khi mở",
    follows?.kind === "runOff"
      ? `khi vẫn bằng phiếu: ${tieLadder.length > 0 ? `${say.ladder(tieLadder)}, rồi ` : ""}chuyển lại cuộc bầu chọn trước để xử lý tiếp`
      : `khi bằng phiếu: ${say.ladder(tieLadder)}`,
  ];
}

/** The method with those of its options that change a result. */
function methodVi({ method, seats }: Pick<Terms, "method" | "seats">, say: Say): string {
  const option = optionVi(method, seats, say);
  return `${methodsVi[method.kind]}${option === undefined ? "" : ` (${option})`}`;
}

const strengths = {
  "winning-votes": "theo số phiếu của bên thắng trong cặp",
  margins: "theo số phiếu chênh lệch trong cặp",
  "pairwise-opposition": "theo toàn bộ số phiếu của bên kia",
};

const stvVariants: Record<Extract<Method, { kind: "stv" }>["variant"], string> = {
  scottish: "quy tắc Scotland",
  wigm: "phương pháp Gregory gia quyền",
  referenceWigm: "phương pháp Gregory gia quyền, bản chuẩn",
  minneapolis: "quy tắc Minneapolis",
  ers97: "quy tắc ERS97",
  meek: "phương pháp Meek",
  referenceMeek: "phương pháp Meek, bản chuẩn",
};

const copelandVariants: Record<Extract<Method, { kind: "copeland" }>["variant"], string> = {
  wins: "số cặp thắng",
  "wins-minus-losses": "số cặp thắng trừ số cặp thua",
  "second-order": "số cặp thắng và một nửa số cặp hòa, rồi điểm của các đơn vị bị thắng",
};

function optionVi(method: Method, seats: number, say: Say): string | undefined {
  switch (method.kind) {
    case "forAndAgainst":
      return `mỗi phiếu đồng ý với nhiều nhất ${say.count(method.namesMax ?? seats)} đơn vị`;
    case "limited":
      return `mỗi phiếu nhiều nhất ${say.count(method.namesMax)} tên`;
    case "score":
    case "star":
      return `từ 0 đến ${say.count(method.pointsMax)} điểm`;
    case "twoRound":
      return method.tiedForRunoff === "all" ? "bằng phiếu thì cùng vào vòng hai" : undefined;
    case "stv":
      return stvVariants[method.variant];
    case "schulze":
    case "rankedPairs":
    case "minimax":
      return strengths[method.strength];
    case "copeland":
      return copelandVariants[method.variant];
    case "equalShares":
      return method.completion === "approvals"
        ? "suất còn lại theo số phiếu"
        : "suất còn lại theo tiền thêm đều cho các phiếu";
    default:
      return undefined;
  }
}
