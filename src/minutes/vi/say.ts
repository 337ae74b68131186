import { decimal, fraction } from "../../kernel/fraction.ts";
import type { DocumentKind } from "../../vocabulary/document-ref.ts";
import type { HonourKind } from "../../vocabulary/honour.ts";
import type { Base } from "../../vocabulary/threshold.ts";
import type { TieStep } from "../../vocabulary/voting-rules.ts";
import { dayBefore, dayMonthYear, exactly, grouped, joined, listed, marked, percentage } from "../figures.ts";
import type { Say, UnitNames } from "../language.ts";
import { tieStepsVi } from "./voting-words.ts";

const marks = { point: ",", group: "." };

const documentKinds: Record<DocumentKind, string> = {
  directive: "Chỉ thị",
  plan: "Kế hoạch",
  decision: "Quyết định",
  submission: "Tờ trình",
  officialLetter: "Công văn",
  bylaws: "Quy chế",
  minutes: "Biên bản",
  report: "Báo cáo",
  other: "Văn bản",
};

const honourKinds: Record<HonourKind, string> = {
  emulationFlag: "Cờ thi đua",
  certificateOfMerit: "Bằng khen",
  letterOfCommendation: "Giấy khen",
  excellentLabourCollective: "danh hiệu Tập thể lao động xuất sắc",
  advancedLabourCollective: "danh hiệu Tập thể lao động tiên tiến",
};

export const basesVi: Record<Base, string> = {
  allEligible: "tổng số đơn vị có quyền bỏ phiếu",
  present: "số đơn vị có mặt",
  presentOrConsulted: "số đơn vị có mặt hoặc được lấy ý kiến",
  papersIssued: "số phiếu phát ra",
  papersReturned: "số phiếu thu về",
  validPapers: "số phiếu hợp lệ",
};

/** Where hands or calls are counted, nothing is handed out and nothing comes back. */
export const basesAloudVi: Record<Base, string> = {
  ...basesVi,
  papersIssued: "tổng số phiếu biểu quyết",
  papersReturned: "số phiếu đã biểu quyết",
};

/** Vietnamese: 09/01/2023, 1.234,5, Cờ thi đua của UBND tỉnh. */
export function sayVi(names: UnitNames): Say {
  const say: Say = {
    unit: (id) => names(id) ?? id,
    units: (ids) => say.list(ids.map(say.unit)),
    date: dayMonthYear,
    dayBefore: (date) => say.date(dayBefore(date)),
    document: ({ kind, number, issuedOn, issuer, title }) =>
      `${documentKinds[kind]} số ${number} ngày ${say.date(issuedOn)} của ${issuer}${title ? ` ${title}` : ""}`,
    documents: (documents) => say.list(documents.map(say.document)),
    honour: ({ kind, authority }) => `${honourKinds[kind]} của ${authority}`,
    person: ({ name, position, organisation }) => [name, position, organisation].filter(Boolean).join(", "),
    points: (points) => marked(decimal(fraction(points, 100), 2), marks),
    decimal: (value) => marked(value, marks),
    count: (value) => grouped(value, marks),
    exact: (value) => exactly(value, marks),
    figures: (figures) =>
      say.list(figures.map(({ nominee, votes }) => `${say.unit(nominee)} ${say.exact(votes)}`)),
    percent: (share) => percentage(share, marks),
    bar: (bar, { aloud = false } = {}) => {
      const isAll = !bar.strict && bar.numerator === bar.denominator;
      const share = isAll
        ? "đủ 100%"
        : `${bar.strict ? "trên" : "ít nhất"} ${bar.numerator}/${bar.denominator}`;
      return `${share} ${(aloud ? basesAloudVi : basesVi)["base" in bar ? bar.base : "allEligible"]}`;
    },
    list: (items) => listed(items, "và"),
    either: (items) => joined(items, "hoặc"),
    ladder: (steps) => steps.map(rung).join(", rồi ") || tieStepsVi.vacantSeat,
  };
  return say;
}

function rung(step: TieStep): string {
  return step.kind === "runOff"
    ? `${tieStepsVi.runOff} tối đa ${step.roundsMax} vòng`
    : tieStepsVi[step.kind];
}
