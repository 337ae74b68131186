import { type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import type { Count, Figure, Nominee, Outcome } from "../rule.ts";
import {
  type CsvRecord,
  type CsvRule,
  type FormulasOption,
  isFormula,
  printCsv,
  quotedName,
  readCsv,
  unquotedName,
} from "./csv.ts";
import type { FormulasReadOption } from "./papers-csv.ts";
import { type Converted, type FormatProblems, problemsOf } from "./problem.ts";

/**
 * A count as a table: a row for each round, a column for each nominee. It has all figures and the outcome, no
 * steps.
 */
export type CountTable = {
  readonly nominees: readonly Nominee[];
  readonly rounds: readonly { readonly figures: readonly Figure[]; readonly exhausted: Fraction }[];
  readonly totals: readonly Figure[];
  /** Each list has the order of `nominees`. */
  readonly outcome: Outcome;
};

/** Why a text is not the table of a count. */
export type CountCsvRule =
  | CsvRule
  | "header"
  | "rowMissing"
  | "rowUnknown"
  | "rowRepeated"
  | "figure"
  | "verdict"
  | "seats"
  | "nameRepeated";

/**
 * The table of a count. Nominees have the order of the totals, then the order in which they first appear.
 *
 * @example
 * const papers = [{ weight: 2, ranking: [["A"], ["B"]] }];
 * countTableOf(plurality({ nominees: ["A", "B"], seats: 1, papers })).outcome.elected // ["A"]
 */
export function countTableOf({ rounds, totals, outcome }: Count): CountTable {
  const { elected, notElected, undecided, vacant } = outcome;
  const named = [totals, ...rounds.map(({ figures }) => figures)].flat().map(({ nominee }) => nominee);
  const nominees = [...new Set([...named, ...elected, ...(undecided?.tied ?? []), ...notElected])];
  const place = new Map(nominees.map((nominee, index) => [nominee, index]));
  const inOrder = <T>(items: readonly T[], name: (item: T) => Nominee) =>
    items.toSorted((a, b) => (place.get(name(a)) ?? 0) - (place.get(name(b)) ?? 0));
  const names = (list: readonly Nominee[]) => inOrder(list, (nominee) => nominee);
  const figures = (list: readonly Figure[]) => inOrder(list, ({ nominee }) => nominee);
  return {
    nominees,
    rounds: rounds.map((round) => ({ figures: figures(round.figures), exhausted: round.exhausted })),
    totals: figures(totals),
    outcome: {
      elected: names(elected),
      notElected: names(notElected),
      ...(undecided && { undecided: { tied: names(undecided.tied), seats: undecided.seats } }),
      vacant,
    },
  };
}

/**
 * Writes the table of a count as CSV: a line for each round, the totals, the outcome, and the vacant seats. Figures are
 * exact, as `7` or `7/3`. The field of a nominee without a figure in a round is empty.
 * @throws {RangeError} for a figure or verdict of somebody outside `nominees`, two for the same nominee in
 * one row, a nominee without a verdict, or a name that is a formula where these are refused
 * @example
 * const papers = [{ weight: 2, ranking: [["A"], ["B"]] }];
 * const count = plurality({ nominees: ["A", "B"], seats: 1, papers });
 * writeCountCsv(countTableOf(count)).split("\r\n")[1] // "round 1,0,2,0"
 */
export function writeCountCsv(
  { nominees, rounds, totals, outcome }: CountTable,
  { formulas = "keep" }: FormulasOption = {},
): string {
  const refused = formulas === "refuse" ? nominees.find(isFormula) : undefined;
  if (refused !== undefined)
    throw new RangeError(`a spreadsheet would take the name ${JSON.stringify(refused)} for a formula`);
  const { elected, notElected, undecided } = outcome;
  const verdict = (of: Verdict) => (nominee: Nominee) => [nominee, of] as const;
  const verdicts = [
    ...elected.map(verdict("elected")),
    ...notElected.map(verdict("not elected")),
    ...(undecided?.tied ?? []).map(verdict("undecided")),
  ];
  if (verdicts.length < nominees.length)
    throw new RangeError(
      `${nominees.length} nominees need ${nominees.length} verdicts, and there are ${verdicts.length}`,
    );
  const figures = (list: readonly Figure[]) =>
    list.map(({ nominee, votes }) => [nominee, fractionText(votes)] as const);
  return printCsv([
    [...headings, ...nominees.map((name) => quotedName(name, { formulas }))],
    ...rounds.map((round, index) => [
      `round ${index + 1}`,
      fractionText(round.exhausted),
      ...inColumns(nominees, figures(round.figures)),
    ]),
    ["totals", "", ...inColumns(nominees, figures(totals))],
    ["outcome", "", ...inColumns(nominees, verdicts)],
    ["seats undecided", String(undecided?.seats ?? 0), ...inColumns(nominees, [])],
    ["seats vacant", String(outcome.vacant), ...inColumns(nominees, [])],
  ]);
}

function inColumns(
  nominees: readonly Nominee[],
  cells: readonly (readonly [nominee: Nominee, text: string])[],
): string[] {
  const texts = new Map(cells);
  const columns = nominees.map((nominee) => texts.get(nominee) ?? "");
  if (columns.filter((text) => text !== "").length < cells.length)
    throw new RangeError("each figure and verdict must belong to one of `nominees`, at most once in a row");
  return columns;
}

/**
 * Reads a table that `writeCountCsv` wrote.
 *
 * @example
 * readCountCsv("row,no nominee,A").ok // false
 */
export function readCountCsv(
  source: string,
  { formulas = "keep" }: FormulasReadOption = {},
): Converted<CountTable, CountCsvRule> {
  const csv = readCsv(source);
  if (!csv.ok) return csv;
  const problems = problemsOf<CountCsvRule>();
  const [header, ...records] = csv.value;
  const nominees = nomineesOf(header, { formulas }, problems);
  const rows = rowsOf(records, problems);
  const required = (label: string): CsvRecord => {
    const found = rows.get(label);
    rows.delete(label);
    if (found === undefined) problems.add(records.length + 1, "rowMissing", "", label);
    return found ?? { line: 1, fields: [] };
  };
  const rounds: CountTable["rounds"][number][] = [];
  for (let label = "round 1"; rows.has(label); label = `round ${rounds.length + 1}`) {
    const row = required(label);
    rounds.push({ figures: figuresOf(row, nominees, problems), exhausted: exhaustedOf(row, problems) });
  }
  const totals = figuresOf(required("totals"), nominees, problems);
  const outcome = outcomeOf(nominees, required, problems);
  for (const [label, { line }] of rows) problems.add(line, "rowUnknown", label);
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  return { ok: true, value: { nominees, rounds, totals, outcome } };
}

const headings = ["row", "no nominee"] as const;
const verdictNames = ["elected", "not elected", "undecided"] as const;
type Verdict = (typeof verdictNames)[number];

function nomineesOf(
  header: CsvRecord | undefined,
  formulas: FormulasOption,
  problems: FormatProblems<CountCsvRule>,
): readonly Nominee[] {
  const [first, second, ...names] = header?.fields ?? [];
  const nominees = names.map((name) => unquotedName(name, formulas));
  if (first !== headings[0] || second !== headings[1])
    problems.add(1, "header", header?.fields.join(), headings.join());
  const seen = new Set<Nominee>();
  for (const nominee of nominees) {
    if (seen.has(nominee)) problems.add(1, "nameRepeated", nominee);
    seen.add(nominee);
  }
  return nominees;
}

function rowsOf(
  records: readonly CsvRecord[],
  problems: FormatProblems<CountCsvRule>,
): Map<string, CsvRecord> {
  const rows = new Map<string, CsvRecord>();
  for (const record of records) {
    const [label = ""] = record.fields;
    if (rows.has(label)) problems.add(record.line, "rowRepeated", label);
    rows.set(label, record);
  }
  return rows;
}

function figuresOf(
  row: CsvRecord,
  nominees: readonly Nominee[],
  problems: FormatProblems<CountCsvRule>,
): Figure[] {
  return row.fields.slice(2).flatMap((cell, index) => {
    const nominee = nominees[index];
    if (cell === "" || nominee === undefined) return [];
    return [{ nominee, votes: fractionOf(cell, row.line, problems) }];
  });
}

function exhaustedOf(
  { fields: [, cell = ""], line }: CsvRecord,
  problems: FormatProblems<CountCsvRule>,
): Fraction {
  return fractionOf(cell, line, problems);
}

function fractionOf(cell: string, line: number, problems: FormatProblems<CountCsvRule>): Fraction {
  const [, numerator = "", denominator = "1"] = /^(-?\d{1,400})(?:\/([1-9]\d{0,400}))?$/.exec(cell) ?? [];
  if (numerator !== "") return fraction(BigInt(numerator), BigInt(denominator));
  problems.add(line, "figure", cell);
  return zero;
}

function outcomeOf(
  nominees: readonly Nominee[],
  required: (label: string) => CsvRecord,
  problems: FormatProblems<CountCsvRule>,
): Outcome {
  const row = required("outcome");
  const lists = new Map<string, Nominee[]>(verdictNames.map((verdict) => [verdict, []]));
  for (const [index, nominee] of nominees.entries()) {
    const cell = row.fields[index + 2] ?? "";
    const list = lists.get(cell);
    if (list === undefined) problems.add(row.line, "verdict", cell, verdictNames.join());
    list?.push(nominee);
  }
  const seatsOf = ({ line, fields: [, cell = ""] }: CsvRecord) => {
    if (!/^\d{1,9}$/.test(cell)) problems.add(line, "seats", cell);
    return Number(cell);
  };
  const seats = seatsOf(required("seats undecided"));
  const vacant = seatsOf(required("seats vacant"));
  const [elected = [], notElected = [], tied = []] = verdictNames.map((verdict) => lists.get(verdict));
  if (seats > 0 !== tied.length > 0) problems.add(row.line, "seats", seats, `for ${tied.length} tied`);
  return { elected, notElected, ...(tied.length > 0 && { undecided: { tied, seats } }), vacant };
}
