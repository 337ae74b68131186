import type * as z from "zod";

/** One problem of an input: the field, the rule that it breaks, and its value, cut short. */
export type Problem = {
  /** The path of the field: `data.targets[2].points`. It is empty for the input as a whole. */
  field: string;
  /** The rule, as a code: `required`, `type`, `min`, `max`, `format`, `oneOf`, `unknownField`, or a rule's own name. */
  rule: string;
  /** What the rule asks for, where it has a figure, a type or a list: `"<= 200"`, `"string"`. */
  expected?: string;
  /**
   * The value of the field, as text of at most 80 characters. The input itself is not kept: it may be huge or
   * secret.
   */
  value: string;
};

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Enough problems to correct an input by: a million bad items do not make a million problems. */
export const problemsMax = 20;

/**
 * An input from outside does not have the form that it must have. Only the edges throw it: creators, and readers of
 * stores and files. A refusal by a rule of the domain is a rejection; it is never thrown.
 */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  readonly problems: readonly Problem[];

  /** `of` names what was read. The error's message begins with it. */
  constructor(problems: readonly Problem[], of?: string) {
    super(`${of === undefined ? "" : `${of}: `}${problems.map(sentence).join("; ")}`);
    this.problems = problems;
  }
}

/** Reads `input` by `schema`. Returns the value in its canonical form, or the problems. It never throws. */
export function check<T>(schema: z.ZodType<T>, input: unknown): Checked<T> {
  try {
    const result = schema.safeParse(input, { reportInput: true });
    if (result.success) return { ok: true, value: result.data };
    const issues = result.error.issues.slice(0, problemsMax);
    return { ok: false, problems: issues.flatMap(problemsOf).slice(0, problemsMax) };
  } catch (error) {
    // A getter or a proxy of the input threw while it was read.
    return {
      ok: false,
      problems: [{ field: "", rule: "readable", value: thrownText(error) }],
    };
  }
}

/**
 * Reads `input` by `schema` and returns the value in its canonical form (NFC, no -0). `of` names it in the error.
 * @throws {InvalidInput} naming each field, rule and value
 */
export function checked<T>(schema: z.ZodType<T>, input: unknown, of?: string): T {
  const result = check(schema, input);
  if (!result.ok) throw new InvalidInput(result.problems, of);
  return result.value;
}

/** What is wrong by an issue of zod that has no message yet: the first thing, where it names several. */
export function problemOf(issue: z.core.$ZodRawIssue): Problem | undefined {
  return problemsOf({ ...issue, path: issue.path ?? [] } as z.core.$ZodIssue)[0];
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const field = fieldOf(issue.path);
  const value = excerpt(issue.input);
  const { rule, expected: asked } =
    (issue as { params?: { rule?: unknown; expected?: unknown } }).params ?? {};
  if (rule !== undefined)
    return [{ field, rule: String(rule), ...(asked !== undefined && { expected: String(asked) }), value }];
  if (isAbsent(issue)) return [{ field, rule: "required", ...askedFor(issue), value: "undefined" }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        field: join(field, printable(key)),
        rule: "unknownField",
        value: excerpt(key),
      }));
    case "invalid_type":
      return [{ field, rule: "type", expected: issue.expected, value }];
    case "too_small":
      return [{ field, rule: "min", expected: `>= ${issue.minimum}`, value }];
    case "too_big":
      return [{ field, rule: "max", expected: `<= ${issue.maximum}`, value }];
    case "invalid_value":
      return [
        {
          field,
          rule: "oneOf",
          expected: issue.values.map(String).join(" | "),
          value,
        },
      ];
    case "invalid_union":
      return [{ field, rule: "oneOf", value: excerpt(discriminated(issue)) }];
    case "invalid_format":
      return [{ field, rule: "format", expected: issue.format, value }];
    default:
      return [{ field, rule: issue.code, value }];
  }
}

/** The field is absent. The input as a whole is never absent; it can only have the wrong type. */
function isAbsent(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length === 0) return false;
  if (issue.code === "invalid_union") return discriminated(issue) === undefined;
  return (issue.code === "invalid_type" || issue.code === "invalid_value") && issue.input === undefined;
}

function askedFor(issue: z.core.$ZodIssue): { expected?: string } {
  // zod says `nonoptional` of a field that must be there and may be anything.
  if (issue.code === "invalid_type" && issue.expected !== "nonoptional") return { expected: issue.expected };
  return issue.code === "invalid_value" ? { expected: issue.values.map(String).join(" | ") } : {};
}

/** The value of the field that selects the member of a discriminated union. For another union it is the whole value. */
function discriminated({ discriminator, input }: z.core.$ZodIssueInvalidUnion): unknown {
  if (discriminator === undefined || typeof input !== "object" || input === null) return input;
  return Object.getOwnPropertyDescriptor(input, discriminator)?.value;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => join(field, key), "");
}

function join(field: string, key: PropertyKey): string {
  if (typeof key === "number") return `${field}[${key}]`;
  return field === "" ? String(key) : `${field}.${String(key)}`;
}

const valueMax = 80;
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A value as short, printable, well-formed text. */
export function excerpt(value: unknown): string {
  if (typeof value === "string") return printable(JSON.stringify(value.slice(0, valueMax)));
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "object";
  if (typeof value === "function") return "function";
  return printable(String(value));
}

/** A text for what was thrown. The thrown value may be as broken as the input that threw it. */
function thrownText(error: unknown): string {
  try {
    return excerpt(String(error));
  } catch {
    return "unknown";
  }
}

/** At most `valueMax` characters. Invisible ones are written as escapes. */
function printable(text: string): string {
  // Escapes make the text longer, never shorter, so it is safe to cut first.
  const shown = text
    .slice(0, valueMax + 1)
    .toWellFormed()
    .replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length <= valueMax ? shown : `${shown.slice(0, valueMax - 1).toWellFormed()}…`;
}

function sentence({ field, rule, expected, value }: Problem): string {
  const asked = `${field || "input"}: ${rule}${expected === undefined ? "" : ` ${expected}`}`;
  return rule === "required" ? asked : `${asked}, got ${value}`;
}
