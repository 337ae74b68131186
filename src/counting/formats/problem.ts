import { check, excerpt, problemsMax } from "../../kernel/input.ts";
import { text } from "../../kernel/text.ts";
import type { Weight } from "../rule.ts";

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

/** A name in the library's one spelling (NFC, single spaces), or undefined with the problem noted. */
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

/**
 * `written`, once it is certain that reading it gives the same again: a name with a quotation mark in it, say,
 * has no spelling in BLT, and is a problem rather than a different file.
 */
export function certain<T, R extends string>(
  written: string,
  read: (source: string) => Converted<T, R>,
  print: (value: T) => string,
): Converted<string, R | "notKept"> {
  const back = read(written);
  if (!back.ok) return back;
  const again = print(back.value);
  if (again === written) return { ok: true, value: written };
  const [lines, linesAgain] = [written.split("\n"), again.split("\n")];
  const index = lines.findIndex((line, at) => line !== linesAgain[at]);
  const problems = problemsOf<"notKept">();
  problems.add(index + 1, "notKept", lines[index], linesAgain[index]);
  return { ok: false, problems: problems.found };
}
