import * as z from "zod/mini";

/** What JSON Schema can say of a rule of ours; of text in characters, a date or a time by its format. */
type Limits = { minimum?: number; maximum?: number; format?: "date" | "datetime"; pattern?: RegExp };

/**
 * A rule that a value breaks, by the name of what it asks for, with its figure where it has one. `path`: where in
 * the value it is broken. `value`: what the value comes to, where it is a list or an object, as `2/1`.
 */
export type Broken = { rule: string; expected?: number; path?: (string | number)[]; value?: string };

/**
 * A check of zod by a rule of this library. A `custom` issue is "Invalid input" in every locale of zod; this one is of
 * a format, named by the rule: "Invalid value: letter or digit". `limits` tell JSON Schema what it can express.
 */
export function rule<T>(
  broken: (value: T) => Broken | undefined,
  { pattern, ...limits }: Limits = {},
): z.core.$ZodCheck<T> {
  const check = z.check<T>(({ value: input, issues }) => {
    const found = broken(input);
    if (!found) return;
    const { path, ...params } = found;
    const format = limits.format ?? `value: ${inWords(params)}`;
    issues.push({
      code: "invalid_format",
      format,
      input,
      params,
      ...(path && { path }),
    } as z.core.$ZodRawIssue);
  });
  check._zod.onattach.push(({ _zod: { bag } }) => {
    Object.assign(bag, limits, pattern && { patterns: new Set([pattern]) });
  });
  return check;
}

/** `maxLength` of 100 as "max length 100". */
function inWords({ rule, expected }: Broken): string {
  return `${rule.replace(/[A-Z]/g, " $&").toLowerCase()} ${expected ?? ""}`.trim();
}
