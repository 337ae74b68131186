import { decimal, fraction } from "../../kernel/fraction.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { DocumentKind } from "../../vocabulary/document-ref.ts";
import type { HonourKind } from "../../vocabulary/honour.ts";
import type { Base } from "../../vocabulary/threshold.ts";
import type { TieStep } from "../../vocabulary/voting-rules.ts";
import { dayBefore, exactly, grouped, joined, listed, marked, percentage } from "../figures.ts";
import type { Say, UnitNames } from "../language.ts";
import { tieStepsEn } from "./voting-words.ts";

const marks = { point: ".", group: "," };

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const documentKinds: Record<DocumentKind, string> = {
  directive: "Directive",
  plan: "Plan",
  decision: "Decision",
  submission: "Submission",
  officialLetter: "Official letter",
  bylaws: "Bylaws",
  minutes: "Minutes",
  report: "Report",
  other: "Document",
};

const honourKinds: Record<HonourKind, string> = {
  emulationFlag: "Emulation Flag",
  certificateOfMerit: "Certificate of Merit",
  letterOfCommendation: "Letter of Commendation",
  excellentLabourCollective: "title of Excellent Labour Collective",
  advancedLabourCollective: "title of Advanced Labour Collective",
};

export const basesEn: Record<Base, string> = {
  allEligible: "all units entitled to vote",
  present: "the units present",
  presentOrConsulted: "the units present or consulted",
  papersIssued: "the papers issued",
  papersReturned: "the papers returned",
  validPapers: "the valid papers",
};

/** Where hands or calls are counted, nothing is handed out and nothing comes back. */
export const basesAloudEn: Record<Base, string> = {
  ...basesEn,
  papersIssued: "the votes of all who take part",
  papersReturned: "the votes given",
  validPapers: "the valid votes",
};

/** English: 9 January 2023, 1,234.5, the Emulation Flag of the provincial People's Committee. */
export function sayEn(names: UnitNames): Say {
  const say: Say = {
    unit: (id) => names(id) ?? id,
    units: (ids) => say.list(ids.map(say.unit)),
    date: longDate,
    dayBefore: (date) => say.date(dayBefore(date)),
    document: ({ kind, number, issuedOn, issuer, title }) =>
      `${documentKinds[kind]} ${number} of ${say.date(issuedOn)} by ${issuer}${title ? ` ${title}` : ""}`,
    documents: (documents) => say.list(documents.map(say.document)),
    honour: ({ kind, authority }) => `the ${honourKinds[kind]} of ${authority}`,
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
        ? "100%"
        : `${bar.strict ? "more than" : "at least"} ${bar.numerator}/${bar.denominator}`;
      return `${share} of ${(aloud ? basesAloudEn : basesEn)["base" in bar ? bar.base : "allEligible"]}`;
    },
    list: (items) => listed(items, "and"),
    either: (items) => joined(items, "or"),
    ladder: (steps) => steps.map(rung).join(", then ") || tieStepsEn.vacantSeat,
  };
  return say;
}

function rung(step: TieStep): string {
  if (step.kind !== "runOff") return tieStepsEn[step.kind];
  return step.roundsMax === 1 ? tieStepsEn.runOff : `up to ${step.roundsMax} run-offs`;
}

function longDate(date: CivilDate): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
