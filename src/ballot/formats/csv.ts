import { type Converted, problemsOf } from "./problem.ts";

/** Why a text is not CSV with the same number of fields on every line. */
export type CsvRule = "empty" | "quoteNotClosed" | "quoteMisplaced" | "fieldCount";

/** A record and the line on which it begins; a quoted field may run over several lines. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * Records as comma-separated values (RFC 4180), each line ended by CRLF. Fields are written exactly as they are: a program
 * that takes `=...` for a formula or `1/2` for a date must be told to read text.
 *
 * @example
 * printCsv([["a", "b,c"], ["1", 'say "x"']]) // 'a,"b,c"\r\n1,"say ""x"""\r\n'
 */
export function printCsv(records: readonly (readonly string[])[]): string {
  return records.map((fields) => `${fields.map(field).join(",")}\r\n`).join("");
}

function field(text: string, _index: number, fields: readonly string[]): string {
  // A lone empty field would be an empty line, which a reader may take for none.
  const quoted = /[",\r\n]|^\s|\s$/.test(text) || (text === "" && fields.length === 1);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

// A field, quoted or not, and what ends it: a comma, the end of the line, or the end of the text.
const fieldPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Reads comma-separated values (RFC 4180); a byte order mark is no part of the first field.
 *
 * @example
 * readCsv('a,b\n1,"x,y"').ok // true
 */
export function readCsv(source: string): Converted<readonly CsvRecord[], CsvRule> {
  const problems = problemsOf<CsvRule>();
  const text = source.replace(/^\uFEFF/, "");
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let begin = 1;
  const pattern = new RegExp(fieldPattern);
  while (pattern.lastIndex < text.length || fields.length > 0) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      const rest = text.slice(at);
      problems.add(line, /^"[^"]*(?:""[^"]*)*$/.test(rest) ? "quoteNotClosed" : "quoteMisplaced", rest);
      return { ok: false, problems: problems.found };
    }
    const [whole, quoted, plain = "", end] = match;
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ",") continue;
    records.push({ line: begin, fields });
    fields = [];
    begin = line;
  }
  const width = records[0]?.fields.length ?? 0;
  if (records.length === 0) problems.add(1, "empty");
  for (const record of records)
    if (record.fields.length !== width) problems.add(record.line, "fieldCount", record.fields.length, width);
  return problems.found.length > 0 ? { ok: false, problems: problems.found } : { ok: true, value: records };
}
