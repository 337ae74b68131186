import * as z from "zod/mini";
import { excerpt, InvalidInput, type Problem, printable, problemsMax, thrownText } from "./problem.ts";

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Reads `input` by `schema`. Returns the value in its canonical form, or the problems. It never throws. */
export function check<T>(schema: z.core.$ZodType<T>, input: unknown): Checked<T> {
  try {
    const result = z.safeParse(schema, input, { reportInput: true });
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
 * Reads `input` by `schema` as `check` does, but leaves out fields that the schema does not know, at any depth. So an
 * older program reads what a newer one wrote. `input` itself does not change.
 */
export function checkKnown<T>(schema: z.core.$ZodType<T>, input: unknown): Checked<T> {
  const strict = check(schema, input);
  if (strict.ok || strict.problems.some(({ rule }) => rule !== "unknownField")) return strict;
  let left = input;
  // The first pass names all unknown fields that stand in known ones, so a second pass finds no more of them.
  for (const issue of z.safeParse(schema, input, { reportInput: false }).error?.issues ?? []) {
    if (issue.code !== "unrecognized_keys") return strict;
    left = without(left, issue.path, issue.keys);
  }
  return check(schema, left);
}

/** The value without some fields of what stands at a path. Only what leads there is copied. */
function without(value: unknown, [first, ...rest]: readonly PropertyKey[], keys: readonly string[]): unknown {
  const fields = Object.entries(value as object);
  if (first === undefined) return Object.fromEntries(fields.filter(([key]) => !keys.includes(key)));
  const changed = fields.map(([key, item]) => [
    key,
    key === String(first) ? without(item, rest, keys) : item,
  ]);
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}

/**
 * Reads `input` by `schema` and returns the value in its canonical form (NFC, no -0). `of` names it in the error.
 * @throws {InvalidInput} naming each field, rule and value
 */
export function checked<T>(schema: z.core.$ZodType<T>, input: unknown, of?: string): T {
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
  const params = (issue as { params?: { rule?: unknown; expected?: unknown; value?: unknown } }).params;
  const { rule, expected: asked, value: comesTo } = params ?? {};
  if (rule !== undefined)
    return [
      {
        field,
        rule: String(rule),
        ...(asked !== undefined && { expected: String(asked) }),
        value: comesTo === undefined ? value : printable(String(comesTo)),
      },
    ];
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
      return [{ field, ...limit("min", issue.origin, issue.minimum), value }];
    case "too_big":
      return [{ field, ...limit("max", issue.origin, issue.maximum), value }];
    case "invalid_value":
      return [{ field, rule: "oneOf", ...askedFor(issue), value }];
    case "invalid_union":
      return [{ field, rule: "oneOf", ...askedFor(issue), value: excerpt(discriminated(issue)) }];
    case "invalid_format":
      return [{ field, rule: "format", expected: issue.format, value }];
    default:
      return [{ field, rule: issue.code, value }];
  }
}

/** A limit of a number, of the length of a text, or of how many values a list has. */
function limit(rule: "min" | "max", origin: string, figure: number | bigint) {
  if (origin === "string") return { rule: `${rule}Length`, expected: String(figure) };
  if (origin === "array") return { rule: `${rule}Items`, expected: String(figure) };
  return { rule, expected: `${rule === "min" ? ">=" : "<="} ${figure}` };
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
  const allowed =
    issue.code === "invalid_value"
      ? issue.values
      : issue.code === "invalid_union"
        ? optionsOf(issue)
        : undefined;
  return allowed ? { expected: allowed.map(String).join(" | ") } : {};
}

/** What the field that selects the member of a discriminated union may be. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion): readonly unknown[] | undefined {
  return "options" in issue ? issue.options : undefined;
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
