import type {
  ExclusionGround,
  Finding,
  FindingKind,
  MeasureKind,
  Result,
  ReviewCapacity,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection,
  SheetStatus,
} from "../../scoreboard/messages.ts";
import { grounded, quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const grounds: Record<ExclusionGround, string> = {
  disciplined: "bị kỷ luật",
  notRegistered: "không đăng ký thi đua",
  underInvestigation: "đang bị thanh tra, điều tra",
  leftBloc: "không còn là thành viên của Khối",
  other: "lý do khác",
};

const capacities: Record<ReviewCapacity, string> = {
  peer: "chấm chéo",
  chair: "Khối trưởng",
  authority: "cơ quan thẩm định",
};

const findingKinds: Record<FindingKind, string> = {
  actual: "số liệu thực hiện",
  passed: "đạt hoặc không đạt",
  items: "số lượng",
  points: "điểm",
};

const measureKinds: Record<MeasureKind, string> = {
  group: "nhóm tiêu chí",
  quantitative: "tiêu chí định lượng",
  passFail: "tiêu chí đạt hoặc không đạt",
  perItem: "tiêu chí tính theo số lượng",
  graded: "tiêu chí chấm điểm",
  bonus: "điểm thưởng",
  deduction: "điểm trừ",
};

export const scoreboardStatusesVi = {
  blank: "chưa mở",
  open: "chưa có thang điểm",
  scoring: "đang chấm",
  finalised: "đã chốt",
};

const sheetStatuses: Record<SheetStatus, string> = {
  draft: "đang tự chấm",
  submitted: "đã nộp",
  reviewed: "đã thẩm định lần một",
  explained: "đã giải trình",
  reviewedAgain: "đã thẩm định lần hai",
};

function found(say: Say, finding: Finding): string {
  switch (finding.kind) {
    case "actual":
      return `thực hiện ${say.decimal(finding.actual)}`;
    case "passed":
      return finding.passed ? "đạt" : "không đạt";
    case "items":
      return `số lượng ${say.count(finding.items)}`;
    case "points":
      return `${say.points(finding.points)} điểm`;
  }
}

const ranked = (say: Say, results: readonly Result[]) =>
  results
    .map(({ unit, rank, points, assigned, tiedWith }) => {
      const tied = tiedWith.length > 0 ? `, đồng hạng với ${say.units(tiedWith)}` : "";
      const share = say.percent({ votes: points, base: assigned });
      return `hạng ${say.count(rank)}: ${say.unit(unit)}, ${say.points(points)}/${say.points(assigned)} điểm (${share})${tied}`;
    })
    .join("; ") || "không có đơn vị nào được xếp hạng";

const apart = (say: Say, excluded: readonly { unit: string; ground: ExclusionGround }[]) =>
  excluded.length === 0
    ? ""
    : ` Không xếp hạng: ${say.list(excluded.map(({ unit, ground }) => `${say.unit(unit)} (${grounds[ground]})`))}.`;

const disputed = (say: Say, findings: readonly { criterion: string; finding: Finding; reason: string }[]) =>
  findings.length === 0
    ? "nhất trí với điểm đã chấm"
    : findings
        .map(
          ({ criterion, finding, reason }) => `tiêu chí “${criterion}”: ${found(say, finding)} (${reason})`,
        )
        .join("; ");

export const scoreboardEventsVi: Phrases<ScoreboardEvent> = {
  ScoreboardOpened: ({ season, units }, say) =>
    `Mở bảng điểm thi đua năm ${season} cho ${say.count(units.length)} đơn vị: ${say.units(units)}.`,
  UnitEntered: ({ unit }, say) => `Bổ sung ${say.unit(unit)} vào bảng điểm.`,
  ScaleAdopted: ({ name, version, total, criteria, document, adoptedOn }, say) =>
    `Thông qua thang điểm “${name}” (phiên bản ${say.count(version)}) ngày ${say.date(adoptedOn)}${document ? ` theo ${say.document(document)}` : ""}: ${say.count(criteria.length)} tiêu chí, tổng ${say.points(total)} điểm.`,
  TargetAssigned: ({ unit, criterion, target }, say) =>
    `Giao cho ${say.unit(unit)} chỉ tiêu ${say.decimal(target)} theo tiêu chí “${criterion}”.`,
  CriterionWithheld: ({ unit, criterion, reason }, say) =>
    `Không giao tiêu chí “${criterion}” cho ${say.unit(unit)}; lý do: ${reason}.`,
  CriterionAssigned: ({ unit, criterion }, say) => `Giao lại tiêu chí “${criterion}” cho ${say.unit(unit)}.`,
  UnitExcluded: ({ unit, ground, reason }, say) =>
    `Không xếp hạng ${say.unit(unit)} (${grounded(grounds[ground], reason)}).`,
  UnitReinstated: ({ unit, reason }, say) => `Đưa ${say.unit(unit)} trở lại xếp hạng; lý do: ${reason}.`,
  SelfScoreEntered: ({ unit, criterion, finding, evidence }, say) =>
    `${say.unit(unit)} tự chấm tiêu chí “${criterion}”: ${found(say, finding)}${evidence.length > 0 ? ` (${say.documents(evidence)})` : ""}.`,
  SheetSubmitted: ({ unit, submittedOn }, say) =>
    `${say.unit(unit)} nộp bảng tự chấm điểm ngày ${say.date(submittedOn)}.`,
  SheetReviewed: ({ unit, reviewer, capacity, findings, reviewedOn }, say) =>
    `${say.unit(reviewer)} (${capacities[capacity]}) thẩm định lần một điểm của ${say.unit(unit)} ngày ${say.date(reviewedOn)}: ${disputed(say, findings)}.`,
  ScoreExplained: ({ unit, criterion, explanation, evidence, explainedOn }, say) =>
    `${say.unit(unit)} giải trình tiêu chí “${criterion}” ngày ${say.date(explainedOn)}: “${explanation}”${evidence.length > 0 ? ` (${say.documents(evidence)})` : ""}.`,
  SheetReviewedAgain: ({ unit, reviewer, capacity, findings, reviewedOn }, say) =>
    `${say.unit(reviewer)} (${capacities[capacity]}) thẩm định lần hai điểm của ${say.unit(unit)} ngày ${say.date(reviewedOn)}: ${disputed(say, findings)}.`,
  ScoreboardFinalised: ({ finalisedOn, results, excluded }, say) =>
    `Chốt bảng điểm ngày ${say.date(finalisedOn)}: ${ranked(say, results)}.${apart(say, excluded)}`,
  ScoreboardCorrected: ({ reason, document, correctedOn, results, excluded }, say) =>
    `Điều chỉnh bảng điểm ngày ${say.date(correctedOn)}${document ? ` theo ${say.document(document)}` : ""}, thay cho kết quả trước; lý do: ${reason}. Kết quả: ${ranked(say, results)}.${apart(say, excluded)}`,
};

export const scoreboardRejectionsVi: OwnPhrases<ScoreboardRejection> = {
  ScoreboardTaken: ({ season }) => `Bảng điểm này đã được mở cho năm ${season} với nội dung khác.`,
  TooManyUnits: ({ unitsMax }, say) => `Bảng điểm có nhiều nhất ${say.count(unitsMax)} đơn vị.`,
  ScaleInUse: ({ name, version }, say) =>
    `Đã có đơn vị chấm theo thang điểm “${name}” (phiên bản ${say.count(version)}) nên không thay được nữa.`,
  ScaleDoesNotAddUp: ({ criterion, stated, parts }, say) =>
    `Điểm thành phần của ${criterion === undefined ? "thang điểm" : `nhóm “${criterion}”`} cộng lại là ${say.points(parts)}, không bằng ${say.points(stated)}.`,
  CriterionRepeated: ({ criterion }) => `Tiêu chí “${criterion}” bị lặp lại.`,
  ParentUnknown: ({ criterion, parent }) =>
    `Tiêu chí “${criterion}” thuộc nhóm “${parent}”, nhưng phía trên không có nhóm này.`,
  GroupEmpty: ({ criterion }) => `Nhóm “${criterion}” không có tiêu chí nào.`,
  CriterionUnknown: ({ criterion }) => `Thang điểm không có tiêu chí “${criterion}”.`,
  CriterionOfWrongKind: ({ criterion, kind }) =>
    `Không làm được việc này với “${criterion}”, vì đây là ${measureKinds[kind]}.`,
  TargetNotPositive: ({ criterion, target }, say) =>
    `Chỉ tiêu của tiêu chí “${criterion}” phải lớn hơn 0 (đã ghi ${say.decimal(target)}).`,
  UnitNotOnScoreboard: ({ unit }, say) => `${say.unit(unit)} không có trong bảng điểm.`,
  CriterionNotAssigned: ({ unit, criterion }, say) =>
    `Tiêu chí “${criterion}” không giao cho ${say.unit(unit)}.`,
  LastCriterionOfUnit: ({ unit, criterion }, say) =>
    `“${criterion}” là tiêu chí cuối cùng được giao cho ${say.unit(unit)}; bỏ đi thì không so sánh được.`,
  SheetInWrongState: ({ unit, status, allowed }, say) =>
    `Bảng điểm của ${say.unit(unit)} ${sheetStatuses[status]}; việc này chỉ thực hiện được khi bảng điểm ${say.either(allowed.map((one) => sheetStatuses[one]))}.`,
  FindingOfWrongKind: ({ criterion, asked, given }) =>
    `Tiêu chí “${criterion}” cần ${findingKinds[asked]}, không phải ${findingKinds[given]}.`,
  ScoreAboveMaximum: ({ criterion, points, max }, say) =>
    `Tiêu chí “${criterion}” được nhiều nhất ${say.points(max)} điểm, không thể là ${say.points(points)}.`,
  ActualNegative: ({ criterion, actual }, say) =>
    `Số liệu thực hiện của tiêu chí “${criterion}” không được âm (${say.decimal(actual)}).`,
  FindingRepeated: ({ criterion }) => `Tiêu chí “${criterion}” được nêu hai lần.`,
  ScoresMissing: ({ unit, criteria }, say) =>
    `${say.unit(unit)} chưa chấm tiêu chí ${say.list(criteria.map(quoted))}.`,
  ReviewerIsReviewed: ({ unit }, say) => `${say.unit(unit)} không được tự thẩm định điểm của mình.`,
  ScoreNotDisputed: ({ unit, criterion }, say) =>
    `Điểm tiêu chí “${criterion}” của ${say.unit(unit)} không có ý kiến khác nhau.`,
  SheetsMissing: ({ units }, say) => `Chưa có bảng tự chấm điểm của ${say.units(units)}.`,
  DisputesUnreviewed: ({ unit, criteria }, say) =>
    `Giải trình của ${say.unit(unit)} về tiêu chí ${say.list(criteria.map(quoted))} chưa được thẩm định lần hai.`,
};

/** What each command does, as what somebody is to do. */
export const scoreboardCommandsVi: Phrases<ScoreboardCommand> = {
  OpenScoreboard: ({ season }) => `lập bảng điểm năm ${season}`,
  EnterUnit: ({ unit }, say) => `đưa ${say.unit(unit)} vào bảng điểm`,
  AdoptScale: ({ name }) => `ban hành thang điểm ${quoted(name)}`,
  AssignTarget: ({ unit }, say) => `giao chỉ tiêu cho ${say.unit(unit)}`,
  WithholdCriterion: ({ unit }, say) => `không chấm một tiêu chí của ${say.unit(unit)}`,
  AssignCriterion: ({ unit }, say) => `giao tiêu chí cho ${say.unit(unit)}`,
  ExcludeUnit: ({ unit }, say) => `đưa ${say.unit(unit)} ra khỏi bảng điểm`,
  ReinstateUnit: ({ unit }, say) => `đưa ${say.unit(unit)} trở lại bảng điểm`,
  EnterSelfScore: ({ unit }, say) => `nhập điểm tự chấm của ${say.unit(unit)}`,
  SubmitSheet: ({ unit }, say) => `nộp phiếu tự chấm của ${say.unit(unit)}`,
  ReviewSheet: ({ unit }, say) => `thẩm định phiếu chấm của ${say.unit(unit)}`,
  ExplainScore: ({ unit }, say) => `ghi nhận giải trình của ${say.unit(unit)}`,
  ReviewSheetAgain: ({ unit }, say) => `thẩm định lại phiếu chấm của ${say.unit(unit)}`,
  FinaliseScoreboard: () => "chốt bảng điểm",
  CorrectScoreboard: () => "đính chính bảng điểm",
};
