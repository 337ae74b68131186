import { check, excerpt, problemsMax } from "../../kernel/input.ts";
import { text } from "../../kernel/text.ts";
import type { RankedPaper, Weight } from "../rule.ts";

/** One thing wrong with a file: on which line, which rule it breaks, and what stands there, cut short. */
export type FormatProblem<R extends string = string> = {
  /** From 1; in a file that was being written, the line that it would have been. */
  readonly line: number;
  readonly rule: R;
  /** What the rule asks for, where it has a figure. */
  readonly expected?: string;
  /** What was there, as JSON text of at most 80 characters. */
  readonly value: string;
};

/** A file read or written, or all that stands against it (the first 20 problems). */
export type Converted<T, R extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FormatProblem<R>[] };

/** Rules of every format: the names that the library can keep, and a text that survives being read back. */
export type NameRule =
  | "minLength"
  | "maxLength"
  | "wellFormed"
  | "noControlCharacters"
  | "fewMarks"
  | "letterOrDigit"
  | "nameRepeated";

/** Collects problems, at most `problemsMax` of them, so that a broken file does not make a million. */
export type Problems<R extends string> = {
  add(line: number, rule: R, found?: unknown, expected?: string | number): void;
  readonly found: readonly FormatProblem<R>[];
};

export function problemsOf<R extends string>(): Problems<R> {
  const found: FormatProblem<R>[] = [];
  return {
    found,
    add(line, rule, value = "", expected) {
      if (found.length >= problemsMax) return;
      found.push({
        line,
        rule,
        ...(expected !== undefined && { expected: String(expected) }),
        // Of a huge text the beginning is enough.
        value: excerpt(typeof value === "string" ? value.slice(0, 100) : value),
      });
    },
  };
}

const Name = text({ max: 200 });

/** A name in its canonical form (NFC, single spaces), or undefined with the problem noted. */
export function nameOf(
  raw: string,
  line: number,
  problems: Pick<Problems<NameRule>, "add">,
): string | undefined {
  const result = check(Name, raw);
  if (result.ok) return result.value;
  for (const { rule, expected } of result.problems) {
    if (isNameRule(rule)) problems.add(line, rule, raw, expected);
  }
  return undefined;
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

/** A whole number of at most 30 digits, exactly: a bigint where a number would round it; else undefined. */
export function wholeNumber(digits: string): Weight | undefined {
  if (!/^\d{1,30}$/.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

/** What a file holds, as texts in their places: two values with equal content say the same. */
export type Content = string | undefined | readonly Content[];

/** How one format is printed and read, and what of a value it has to keep. */
type Format<T, R extends string> = {
  readonly print: (value: T) => string;
  readonly read: (source: string) => Converted<T, R>;
  readonly contentOf: (value: T) => Content;
};

/**
 * `given` as text, once it is certain that reading the text gives the same value again. The values are compared and
 * not the texts: a name with a blank after it, or a key with a colon, can print as the text of another value.
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

/** The papers' part of the content: a whole weight is the same as a number and as a bigint. */
export function contentOfPapers(papers: readonly RankedPaper[]): Content {
  return papers.map(({ weight, ranking }) => [String(weight), ranking]);
}

/** The first text that is not read as it was given. */
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

/** The first line that is printed otherwise when it has been read; else the first that holds the lost text. */
function lineOf(lost: string, written: string, again: string): number {
  const [lines, linesAgain] = [written.split("\n"), again.split("\n")];
  const differs = lines.findIndex((line, at) => line !== linesAgain[at]);
  const line = differs >= 0 ? differs : lines.findIndex((text) => text.includes(lost));
  return Math.max(line, 0) + 1;
}
