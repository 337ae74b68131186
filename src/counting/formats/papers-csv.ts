import type { Nominee, RankedPaper } from "../rule.ts";
import {
  type CsvRecord,
  type CsvRule,
  type FormulasOption,
  isFormula,
  printCsv,
  quotedName,
  readCsvAs,
  unquotedName,
} from "./csv.ts";
import {
  type Content,
  type Converted,
  certain,
  contentOfPapers,
  type FormatProblems,
  type NameRule,
  nameOf,
  problemsOf,
  wholeNumber,
} from "./problem.ts";

/** Whether the apostrophes that `formulas: "quote"` wrote before names are taken off; by default not. */
export type FormulasReadOption = { readonly formulas?: "keep" | "quote" };

/** Papers as a table: a line for each paper (or for several equal ones), a column for each nominee. */
export type PapersTable = {
  readonly nominees: readonly Nominee[];
  readonly papers: readonly RankedPaper[];
};

/** Why a text is not a table of papers. */
export type PapersCsvRule = CsvRule | NameRule | "header" | "weight" | "rank";

/**
 * Why papers cannot be a table. `lastRankEmpty`: a rank is left out after the last one that is used. `formula`: a name
 * is one for a spreadsheet, and formulas are refused.
 */
export type PapersCsvWriteRule =
  | PapersCsvRule
  | "formula"
  | "nomineeUnknown"
  | "nomineeRepeated"
  | "lastRankEmpty"
  | "notKept";

/**
 * Reads papers from CSV. The first line has `weight` and the nominees' names. Then comes a line for each paper, with
 * its weight (1 or more) and the rank of each nominee, from 1 to the number of nominees. Equals have the same rank; an
 * unranked nominee has an empty field. Blanks before and after a name do not belong to it.
 *
 * @example
 * readPapersCsv("weight,A,B\n3,1,\n2,2,1").ok // true
 * readPapersCsv("weight,'=A\n1,1", { formulas: "quote" }) // { ok: true, value: { nominees: ["=A"], papers: [{ weight: 1, ranking: [["=A"]] }] } }
 */
export function readPapersCsv(
  source: string,
  { formulas = "keep" }: FormulasReadOption = {},
): Converted<PapersTable, PapersCsvRule> {
  const problems = problemsOf<PapersCsvRule>();
  const papers: RankedPaper[] = [];
  let nominees: readonly Nominee[] | undefined;
  const csv = readCsvAs(source, (record) => {
    if (nominees) papers.push(paperOf(record, nominees, problems));
    else nominees = nomineesOf(record, { formulas }, problems);
  });
  if (!csv.ok) return csv;
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  return { ok: true, value: { nominees: nominees ?? [], papers } };
}

/**
 * Writes papers as CSV for `readPapersCsv`. Equals have the order of `nominees`.
 *
 * @example
 * const papers = [{ weight: 3, ranking: [["A"]] }, { weight: 2, ranking: [["B"], ["A"]] }];
 * writePapersCsv({ nominees: ["A", "B"], papers }) // { ok: true, value: "weight,A,B\r\n3,1,\r\n2,2,1\r\n" }
 */
export function writePapersCsv(
  table: PapersTable,
  { formulas = "keep" }: FormulasOption = {},
): Converted<string, PapersCsvWriteRule> {
  const problems = problemsOf<PapersCsvWriteRule>();
  const nominees = new Set(table.nominees);
  for (const [index, { ranking }] of table.papers.entries()) {
    const line = index + 2;
    const named = ranking.flat();
    const unknown = named.find((nominee) => !nominees.has(nominee));
    if (unknown !== undefined) problems.add(line, "nomineeUnknown", unknown);
    if (new Set(named).size < named.length) problems.add(line, "nomineeRepeated", named.join());
    if (ranking.at(-1)?.length === 0) problems.add(line, "lastRankEmpty", ranking.length);
  }
  if (formulas === "refuse")
    for (const nominee of table.nominees) if (isFormula(nominee)) problems.add(1, "formula", nominee);
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  const reading = formulas === "quote" ? ({ formulas } as const) : {};
  return certain(table, {
    print: (given) => print(given, { formulas }),
    read: (source) => readPapersCsv(source, reading),
    contentOf,
  });
}

/** Equals in the order of the columns, because they are read in that order. */
function contentOf({ nominees, papers }: PapersTable): Content {
  const columns = new Map(nominees.map((nominee, column) => [nominee, column]));
  const inOrder = (group: readonly Nominee[]) =>
    group.toSorted((a, b) => (columns.get(a) ?? 0) - (columns.get(b) ?? 0));
  return [
    nominees,
    contentOfPapers(papers.map(({ weight, ranking }) => ({ weight, ranking: ranking.map(inOrder) }))),
  ];
}

function nomineesOf(
  { line, fields }: CsvRecord,
  formulas: FormulasOption,
  problems: FormatProblems<PapersCsvRule>,
): Nominee[] {
  const [first, ...names] = fields;
  if (first !== "weight" || names.length === 0)
    problems.add(line, "header", fields.join(), "weight, then nominees");
  const nominees = new Set<Nominee>();
  for (const raw of names) {
    const name = nameOf(unquotedName(raw, formulas), line, problems) ?? "";
    if (name !== "" && nominees.has(name)) problems.add(line, "nameRepeated", raw);
    nominees.add(name);
  }
  return [...nominees];
}

function paperOf(
  { line, fields: [first = "", ...cells] }: CsvRecord,
  nominees: readonly Nominee[],
  problems: FormatProblems<PapersCsvRule>,
): RankedPaper {
  const weight = wholeNumber(first) || undefined;
  if (weight === undefined) problems.add(line, "weight", first);
  const ranking: Nominee[][] = [];
  // Each rank is kept, also one that names nobody. So a paper is never larger than its line.
  const rankMax = nominees.length;
  for (const [index, cell] of cells.entries()) {
    const nominee = nominees[index];
    if (cell === "" || nominee === undefined) continue;
    const rank = /^\d{1,5}$/.test(cell) ? Number(cell) : 0;
    if (rank < 1 || rank > rankMax) {
      problems.add(line, "rank", cell, `1 to ${rankMax}`);
      continue;
    }
    while (ranking.length < rank) ranking.push([]);
    ranking[rank - 1]?.push(nominee);
  }
  return { weight: weight ?? 0, ranking };
}

function print({ nominees, papers }: PapersTable, formulas: FormulasOption): string {
  const rows = papers.map(({ weight, ranking }) => {
    const ranks = new Map<Nominee, number>();
    for (const [index, group] of ranking.entries())
      for (const nominee of group) ranks.set(nominee, index + 1);
    return [String(weight), ...nominees.map((nominee) => String(ranks.get(nominee) ?? ""))];
  });
  return printCsv([["weight", ...nominees.map((name) => quotedName(name, formulas))], ...rows]);
}
