import { type Converted, problemsOf } from "./problem.ts";

/** Why a text is not CSV with the same number of fields on every line. */
export type CsvRule = "empty" | "quoteNotClosed" | "quoteMisplaced" | "fieldCount";

/** A record and the line on which it begins. A quoted field may have several lines. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * Records as comma-separated values (RFC 4180); CRLF ends each line. Fields are written exactly as they are. Some
 * programs take `=...` for a formula or `1/2` for a date: set them to read text.
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
  const problems = problemsOf<CsvRule>();
  const text = source.replace(/^\uFEFF/, "");
  const records: CsvRecord[] = [];
  let record = { line: 1, fields: [] as string[] };
  let line = 1;
  for (let at = 0; at < text.length || record.fields.length > 0; ) {
    const { value, end } = fieldAt(text, at);
    ending.lastIndex = end;
    const [mark] = ending.exec(text) ?? [];
    if (mark === undefined) {
      problems.add(line, end < text.length ? "quoteMisplaced" : "quoteNotClosed", text.slice(at, at + 100));
      return { ok: false, problems: problems.found };
    }
    record.fields.push(value);
    line += text.slice(at, end + mark.length).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = end + mark.length;
    if (mark === ",") continue;
    records.push(record);
    record = { line, fields: [] };
  }
  const width = records[0]?.fields.length ?? 0;
  if (records.length === 0) problems.add(1, "empty");
  for (const { line, fields } of records)
    if (fields.length !== width) problems.add(line, "fieldCount", fields.length, width);
  return problems.found.length > 0 ? { ok: false, problems: problems.found } : { ok: true, value: records };
}

const plainField = /[^",\r\n]*/y;
const ending = /,|\r\n|\n|\r|$/y;

/** The field that begins at `at`, and its end. The end is beyond the text if the quotation mark is never closed. */
function fieldAt(text: string, at: number): { value: string; end: number } {
  if (text[at] !== '"') {
    plainField.lastIndex = at;
    const [value = ""] = plainField.exec(text) ?? [];
    return { value, end: at + value.length };
  }
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { value: "", end: text.length + 1 };
  return { value: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
}
