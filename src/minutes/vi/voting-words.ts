import type { BallotRejection } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Threshold } from "../../vocabulary/threshold.ts";
import type { BallotForm, SelectionMode, TieStep } from "../../vocabulary/voting-rules.ts";
import type { Say } from "../language.ts";

type MethodKind = DataOf<BallotRejection, "MethodDoesNotConfirm">["method"];
type PaperKind = DataOf<BallotRejection, "PaperOfWrongKind">["kind"];

/** The words of voting in Vietnamese. */
export const formsVi: Record<BallotForm, string> = {
  secret: "bỏ phiếu kín",
  showOfHands: "biểu quyết giơ tay",
  rollCall: "biểu quyết gọi tên",
};

export const selectionsVi: Record<SelectionMode, string> = {
  byVote: "theo số phiếu",
  scoreThenConfirm: "theo điểm thi đua, bỏ phiếu xác nhận",
  consensus: "bằng hiệp thương",
};

export const tieStepsVi: Record<TieStep["kind"], string> = {
  runOff: "bầu chọn lại",
  score: "xét điểm thi đua",
  seniority: "xét thâm niên",
  chairDecision: "Khối trưởng quyết định",
  lot: "bốc thăm",
  vacantSeat: "để khuyết suất",
};

export const methodsVi: Record<MethodKind, string> = {
  forAndAgainst: "đồng ý, không đồng ý với từng đơn vị",
  plurality: "chọn một tên, nhiều phiếu nhất",
  block: "chọn số tên bằng số suất",
  limited: "chọn số tên có giới hạn",
  approval: "chọn số tên không giới hạn",
  score: "cho điểm",
  star: "cho điểm, so hai đơn vị cao điểm nhất",
  twoRound: "hai vòng",
  exhaustiveBallot: "nhiều vòng, loại dần",
  borda: "Borda",
  instantRunoff: "xếp thứ tự, loại dần",
  stv: "phiếu chuyển nhượng",
  schulze: "Schulze",
  rankedPairs: "cặp xếp hạng",
  copeland: "Copeland",
  minimax: "minimax",
  pav: "đồng ý theo tỷ lệ",
  sequentialPav: "đồng ý theo tỷ lệ, từng suất",
  equalShares: "chia đều phần phiếu",
};

export const paperKindsVi: Record<PaperKind, string> = {
  opinions: "ghi ý kiến về từng đơn vị",
  names: "ghi tên",
  ranking: "xếp thứ tự",
  scores: "cho điểm",
  blank: "trắng",
  invalid: "không hợp lệ",
  kept: "để lại tên",
  struck: "gạch tên",
};

/** What a nominee has to reach. Methods without papers in favour have the bar "at least 0", which asks for nothing. */
export const thresholdVi = (threshold: Threshold, say: Say, form: BallotForm = "secret"): string =>
  threshold.numerator === 0 && !threshold.strict
    ? "không quy định tỷ lệ phiếu tối thiểu"
    : `được bầu chọn khi đạt ${say.bar(threshold, { aloud: form !== "secret" })}`;
