import { check } from "../../kernel/input.ts";
import { excerpt, problemsMax } from "../../kernel/problem.ts";
import { text } from "../../kernel/text.ts";
import type { RankedPaper, Weight } from "../rule.ts";

/** One problem of a file: the line, the rule that it breaks, and the text found there, cut short. */
export type FormatProblem<R extends string = string> = {
  /** The line, from 1. When a file is written, it is the line that the text would have. */
  readonly line: number;
  readonly rule: R;
  /** What the rule asks for, if it has a figure. */
  readonly expected?: string;
  /** The text found, as JSON text of at most 80 characters. */
  readonly value: string;
};

/** A file that is read or written, or its first 20 problems. */
export type Converted<T, R extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FormatProblem<R>[] };

/** The rules for names, which all formats share. */
export type NameRule =
  | "minLength"
  | "maxLength"
  | "wellFormed"
  | "noControlCharacters"
  | "fewMarks"
  | "letterOrDigit"
  | "nameRepeated";

/** Collects problems, at most `problemsMax` of them, so that a broken file does not make a million. */
export type FormatProblems<R extends string> = {
  add(line: number, rule: R, found?: unknown, expected?: string | number): void;
  readonly found: readonly FormatProblem<R>[];
};

export function problemsOf<R extends string>(): FormatProblems<R> {
  const found: FormatProblem<R>[] = [];
  return {
    found,
    add(line, rule, value = "", expected) {
      if (found.length >= problemsMax) return;
      found.push({
        line,
        rule,
        ...(expected !== undefined && { expected: String(expected) }),
        // The beginning of a huge text is enough.
        value: excerpt(typeof value === "string" ? value.slice(0, 100) : value),
      });
    },
  };
}

const Name = text({ max: 200 });

/**
 * A name in its canonical form (NFC, single spaces). Blanks and tabs at its edges do not belong to it; a line end or a
 * hidden character there is as wrong as within. For a bad name the problem is noted and the result is undefined.
 */
export function nameOf(
  raw: string,
  line: number,
  problems: Pick<FormatProblems<NameRule>, "add">,
): string | undefined {
  const inner = withoutBlanks(raw);
  if (inner !== inner.trim()) {
    problems.add(line, "noControlCharacters", raw);
    return undefined;
  }
  const result = check(Name, inner);
  if (result.ok) return result.value;
  for (const { rule, expected } of result.problems) {
    if (isNameRule(rule)) problems.add(line, rule, raw, expected);
  }
  return undefined;
}

const blank = /[\p{Zs}\t]/u;

/** The text without blanks at its edges. Other white space stays: a byte order mark, a line end. */
export function withoutBlanks(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && blank.test(text[from] ?? "")) from++;
  while (to > from && blank.test(text[to - 1] ?? "")) to--;
  return text.slice(from, to);
}

const nameRules: ReadonlySet<string> = new Set<NameRule>([
  "minLength",
  "maxLength",
  "wellFormed",
  "noControlCharacters",
  "fewMarks",
  "letterOrDigit",
]);

function isNameRule(rule: string): rule is NameRule {
  return nameRules.has(rule);
}

/** A whole number of at most 30 digits, as a bigint if a number would round it; undefined for another text. */
export function wholeNumber(digits: string): Weight | undefined {
  if (!/^\d{1,30}$/.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

/** What a file holds, as nested texts. Two values with equal content mean the same. */
export type Content = string | undefined | readonly Content[];

/** How one format is printed and read, and which content of a value it must keep. */
type Format<T, R extends string> = {
  readonly print: (value: T) => string;
  readonly read: (source: string) => Converted<T, R>;
  readonly contentOf: (value: T) => Content;
};

/**
 * `given` as text, but only if reading the text gives the same value again. It compares the values and not the texts:
 * a name that ends with a blank, or a key with a colon, can have the same text as another value.
 */
export function certain<T, R extends string>(
  given: T,
  { print, read, contentOf }: Format<T, R>,
): Converted<string, R | "notKept"> {
  const written = print(given);
  const back = read(written);
  if (!back.ok) return back;
  const lost = firstLost(contentOf(given), contentOf(back.value));
  if (lost === undefined) return { ok: true, value: written };
  const problems = problemsOf<"notKept">();
  problems.add(lineOf(lost.given, written, print(back.value)), "notKept", lost.given, lost.read);
  return { ok: false, problems: problems.found };
}

/** The papers as content. A whole weight means the same as a number and as a bigint. */
export function contentOfPapers(papers: readonly RankedPaper[]): Content {
  return papers.map(({ weight, ranking }) => [String(weight), ranking]);
}

/** The first text that changes when it is written and read. */
function firstLost(given: Content, read: Content): { given: string; read: string } | undefined {
  if (typeof given !== "object" || typeof read !== "object")
    return given === read ? undefined : { given: textOf(given), read: textOf(read) };
  for (let at = 0; at < Math.max(given.length, read.length); at++) {
    const lost = firstLost(given[at], read[at]);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function textOf(content: Content): string {
  return typeof content === "object" ? content.map(textOf).join() : (content ?? "");
}

/** The first line that changes when the file is read and printed again; else the first that holds the lost text. */
function lineOf(lost: string, written: string, again: string): number {
  const [lines, linesAgain] = [written.split("\n"), again.split("\n")];
  const differs = lines.findIndex((line, at) => line !== linesAgain[at]);
  const line = differs >= 0 ? differs : lines.findIndex((text) => text.includes(lost));
  return Math.max(line, 0) + 1;
}
