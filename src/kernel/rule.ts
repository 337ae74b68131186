import * as z from "zod";

/** What JSON Schema can say of a rule of ours; of text in characters, a date or a time by its format. */
type Limits = { minimum?: number; maximum?: number; format?: "date" | "datetime"; pattern?: RegExp };

/** A rule that a value breaks: its code, what it asks for, and what zod's own locales show: `Invalid ${says}`. */
export type Broken = { rule: string; expected?: number; says: string; path?: string[] };

/**
 * A check of zod by a rule of this library. zod's `custom` issue is "Invalid input" in every language, so the issue
 * is one of a format, with the rule in its `params`. `limits` tell JSON Schema what it can express of the rule.
 */
export function rule<T>(
  broken: (value: T) => Broken | undefined,
  { pattern, ...limits }: Limits = {},
): z.core.$ZodCheck<T> {
  const check = z.check<T>((payload) => {
    const found = broken(payload.value);
    if (found) breaks(payload, found);
  });
  check._zod.onattach.push(({ _zod: { bag } }) => {
    Object.assign(bag, limits);
    if (pattern) bag.patterns = new Set([...((bag.patterns as Set<RegExp>) ?? []), pattern]);
  });
  return check;
}

/** Adds to what is wrong with a value that it breaks a rule. */
function breaks({ value, issues }: z.core.ParsePayload<unknown>, { rule, expected, says, path }: Broken) {
  const params = { rule, ...(expected !== undefined && { expected }) };
  const of = { input: value, params, ...(path && { path }) };
  if (rule === "maxLength" && expected !== undefined)
    issues.push({ code: "too_big", origin: "string", maximum: expected, inclusive: true, ...of });
  else if (rule === "minLength" && expected !== undefined)
    issues.push({ code: "too_small", origin: "string", minimum: expected, inclusive: true, ...of });
  else issues.push({ code: "invalid_format", format: says, ...of } as z.core.$ZodRawIssue);
}

/** Whether each value of a list stands in it once. */
export const eachOnce = /* @__PURE__ */ rule<readonly unknown[]>((list) =>
  new Set(list).size < list.length ? { rule: "eachOnce", says: "list: a value is in it twice" } : undefined,
);
