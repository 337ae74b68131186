import { type Criterion, ScoreboardCommand } from "../../src/scoreboard/messages.ts";

const { create } = ScoreboardCommand;

export const evidence = [
  { kind: "report", number: "15/BC-CA", issuedOn: "2022-11-30", issuer: "Công an tỉnh" },
] as const;

export const criteria: Criterion[] = [
  { criterion: "tasks", name: "Nhiệm vụ chuyên môn", measure: { kind: "group", max: 6_000 } },
  {
    criterion: "cases",
    parent: "tasks",
    name: "Tỷ lệ khám phá án",
    measure: { kind: "quantitative", max: 4_000, target: "80", formula: "halfAtTarget.v1" },
  },
  {
    criterion: "models",
    parent: "tasks",
    name: "Mô hình, điển hình",
    measure: { kind: "perItem", max: 2_000, each: 500 },
  },
  { criterion: "reports", name: "Chế độ báo cáo", measure: { kind: "passFail", max: 2_000 } },
  { criterion: "movement", name: "Tổ chức phong trào", measure: { kind: "graded", max: 2_000 } },
  { criterion: "bonus", name: "Điểm thưởng", measure: { kind: "bonus", max: 500 } },
  { criterion: "deduction", name: "Điểm trừ", measure: { kind: "deduction", max: 1_000 } },
];

export const openBoard = create.OpenScoreboard({
  bloc: "internal-affairs",
  season: "2022",
  units: ["police", "procuracy", "court"],
});
export const scale = create.AdoptScale({
  name: "Bảng điểm Khối thi đua Nội chính",
  version: 1,
  total: 10_000,
  criteria,
  adoptedOn: "2022-03-02",
});

export const actual = (unit: string, value: string) =>
  create.EnterSelfScore({
    unit,
    criterion: "cases",
    finding: { kind: "actual", actual: value },
    evidence: [],
  });
export const items = (unit: string, count: number) =>
  create.EnterSelfScore({
    unit,
    criterion: "models",
    finding: { kind: "items", items: count },
    evidence: [],
  });
export const passed = (unit: string, isPassed = true) =>
  create.EnterSelfScore({
    unit,
    criterion: "reports",
    finding: { kind: "passed", passed: isPassed },
    evidence: [],
  });
export const points = (unit: string, criterion: string, hundredths: number) =>
  create.EnterSelfScore({
    unit,
    criterion,
    finding: { kind: "points", points: hundredths },
    evidence: [],
  });
export const submit = (unit: string) => create.SubmitSheet({ unit, submittedOn: "2022-12-01" });

/** A sheet from the first entry to the submission. */
export const sheet = (unit: string, { cases = "80", models = 2, movement = 1_500 } = {}) => [
  actual(unit, cases),
  items(unit, models),
  passed(unit),
  points(unit, "movement", movement),
  submit(unit),
];

export const withhold = create.WithholdCriterion({
  unit: "court",
  criterion: "cases",
  reason: "Không giao chỉ tiêu",
});
export const assign = create.AssignCriterion({ unit: "court", criterion: "cases" });
export const target = create.AssignTarget({ unit: "police", criterion: "cases", target: "84.5" });
export const exclude = create.ExcludeUnit({
  unit: "court",
  ground: "disciplined",
  reason: "Đơn vị bị khiển trách",
});
export const reinstate = create.ReinstateUnit({ unit: "court", reason: "Quyết định kỷ luật bị hủy bỏ" });
export const review = create.ReviewSheet({
  unit: "police",
  reviewer: "procuracy",
  capacity: "peer",
  findings: [
    { criterion: "models", finding: { kind: "items", items: 1 }, reason: "Một mô hình chưa được công nhận" },
  ],
  reviewedOn: "2022-12-05",
});
export const explain = create.ExplainScore({
  unit: "police",
  criterion: "models",
  explanation: "Mô hình thứ hai được công nhận ngày 20/11/2022.",
  evidence: [...evidence],
  explainedOn: "2022-12-08",
});
export const reviewAgain = create.ReviewSheetAgain({
  unit: "police",
  reviewer: "court",
  capacity: "chair",
  findings: [{ criterion: "models", finding: { kind: "items", items: 2 }, reason: "Giải trình có căn cứ" }],
  reviewedOn: "2022-12-12",
});
export const finalise = create.FinaliseScoreboard({ finalisedOn: "2022-12-20" });
export const correction = create.CorrectScoreboard({
  findings: [{ unit: "police", criterion: "cases", finding: { kind: "actual", actual: "70" } }],
  exclusions: [],
  reinstated: [],
  reason: "Số liệu thống kê điều chỉnh",
  correctedOn: "2023-02-01",
});

/** Three units, ready to be finalised. */
export const scored = [
  openBoard,
  scale,
  ...sheet("police", { cases: "100" }),
  ...sheet("procuracy", { cases: "90" }),
  ...sheet("court", { cases: "40" }),
];

/** Scoreboards from the opening to a correction. */
export const paths = [
  [
    ...[openBoard, scale, target, withhold],
    ...sheet("police", { cases: "100" }),
    ...sheet("procuracy", { cases: "90", models: 9 }),
    ...[items("court", 1), passed("court", false), points("court", "movement", 900)],
    ...[points("court", "deduction", 1_000), points("court", "bonus", 250), submit("court")],
    ...[review, explain, reviewAgain, finalise, correction],
  ],
  [
    ...[openBoard, create.EnterUnit({ unit: "military" }), scale, withhold, assign, exclude],
    ...[...sheet("police"), ...sheet("procuracy"), ...sheet("military"), reinstate, exclude, finalise],
    create.CorrectScoreboard({
      ...correction.data,
      findings: [],
      exclusions: [{ unit: "police", ground: "underInvestigation", reason: "Đang bị điều tra" }],
    }),
  ],
];
