import { type Converted, problemsOf } from "./problem.ts";

/** Why a text is not CSV with the same number of fields on every line. */
export type CsvRule = "empty" | "quoteNotClosed" | "quoteMisplaced" | "fieldCount";

/** A record and the line on which it begins. A quoted field may have several lines. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * What becomes of a name that a spreadsheet would take for a formula: one that begins with `=`, `+`, `-`, `@`, their
 * full-width forms, or a tab. `keep` (the default) leaves it as it is. `quote` puts an apostrophe before it, which
 * spreadsheets take as "this is text"; whoever reads the table must say so, too, and gets the name back. `refuse`
 * writes no table.
 *
 * Source: OWASP, "CSV Injection".
 */
export type FormulasOption = { readonly formulas?: "keep" | "quote" | "refuse" };

const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const afterApostrophes = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Whether a spreadsheet would take the text for a formula. */
export function isFormula(text: string): boolean {
  return formula.test(text);
}

/** The name as the option says. A name that begins with apostrophes and a formula gets one more, to be told apart. */
export function quotedName(name: string, { formulas }: FormulasOption): string {
  return formulas === "quote" && (formula.test(name) || afterApostrophes.test(name)) ? `'${name}` : name;
}

/** The name that `quotedName` wrote. */
export function unquotedName(text: string, { formulas }: FormulasOption): string {
  return formulas === "quote" && afterApostrophes.test(text) ? text.slice(1) : text;
}

/**
 * Records as comma-separated values (RFC 4180); CRLF ends each line. Fields are written exactly as they are.
 *
 * @example
 * printCsv([["a", "b,c"], ["1", 'say "x"']]) // 'a,"b,c"\r\n1,"say ""x"""\r\n'
 */
export function printCsv(records: readonly (readonly string[])[]): string {
  return records.map((fields) => `${fields.map(field).join(",")}\r\n`).join("");
}

function field(text: string, _index: number, fields: readonly string[]): string {
  // A record of one empty field would be an empty line, and many readers skip empty lines.
  const quoted = /[",\r\n]|^\s|\s$/.test(text) || (text === "" && fields.length === 1);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads comma-separated values (RFC 4180). A byte order mark does not belong to the first field.
 *
 * @example
 * readCsv('a,b\n1,"x,y"').ok // true
 */
export function readCsv(source: string): Converted<readonly CsvRecord[], CsvRule> {
  return readCsvAs(source, (record) => record);
}

/** Reads each record as soon as it is found, so that a large table is not kept twice. */
export function readCsvAs<T>(
  source: string,
  read: (record: CsvRecord) => T,
): Converted<readonly T[], CsvRule> {
  const problems = problemsOf<CsvRule>();
  const text = source.replace(/^\uFEFF/, "");
  const records: T[] = [];
  let width: number | undefined;
  // A table begins with its header. Millions of empty lines are no records.
  if (/^[\r\n]/.test(text)) {
    problems.add(1, "empty");
    return { ok: false, problems: problems.found };
  }
  let [line, start, at] = [1, 1, 0];
  let fields: string[] = [];
  while (at < text.length || fields.length > 0) {
    const { value, end, lines } = fieldAt(text, at);
    const mark = text.charCodeAt(end);
    const isEnd = end === text.length || mark === lineFeed || mark === carriageReturn;
    if (end > text.length || !(isEnd || mark === comma)) {
      problems.add(line, end < text.length ? "quoteMisplaced" : "quoteNotClosed", text.slice(at, at + 100));
      return { ok: false, problems: problems.found };
    }
    fields.push(value);
    line += lines;
    at = end + 1;
    if (!isEnd) continue;
    if (mark === carriageReturn && text.charCodeAt(at) === lineFeed) at += 1;
    width ??= fields.length;
    if (fields.length !== width) problems.add(start, "fieldCount", fields.length, width);
    records.push(read({ line: start, fields }));
    fields = [];
    line += 1;
    start = line;
  }
  if (records.length === 0) problems.add(1, "empty");
  return problems.found.length > 0 ? { ok: false, problems: problems.found } : { ok: true, value: records };
}

const [comma, lineFeed, carriageReturn, quotationMark] = [0x2c, 0x0a, 0x0d, 0x22];

type FieldAt = {
  readonly value: string;
  /** Beyond the text if the quotation mark is never closed. */
  readonly end: number;
  /** Line ends within the field. */
  readonly lines: number;
};

function fieldAt(text: string, at: number): FieldAt {
  if (text.charCodeAt(at) !== quotationMark) {
    let end = at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === comma || code === lineFeed || code === carriageReturn || code === quotationMark) break;
    }
    return { value: text.slice(at, end), end, lines: 0 };
  }
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === quotationMark) close = text.indexOf('"', close + 2);
  if (close === -1) return { value: "", end: text.length + 1, lines: 0 };
  const value = text.slice(at + 1, close).replaceAll('""', '"');
  return { value, end: close + 1, lines: value.match(/\r\n|\n|\r/g)?.length ?? 0 };
}
