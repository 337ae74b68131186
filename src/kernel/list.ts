import * as z from "zod/mini";
import { excerpt } from "./problem.ts";
import { rule } from "./rule.ts";

/**
 * A list of `min` to `max` values; both are included. `min` is 0 where it is not said.
 *
 * @example
 * list(Id, { max: 2 }).check(eachOnce).parse(["a", "b"]) // ["a", "b"]
 */
export function list<T extends z.core.SomeType>(of: T, { min = 0, max }: { min?: number; max: number }) {
  return z.array(of).check(z.minLength(min), z.maxLength(max));
}

/**
 * Of no two values of a list `of` gives the same. The problem names the entry that repeats one before it: its place, and
 * what is the same.
 */
export const eachOnceBy = <T>(of: (value: T) => unknown) =>
  rule<readonly T[]>((values) => {
    const seen = new Set<unknown>();
    const at = values.map(of).findIndex((one) => seen.size === seen.add(one).size);
    return at < 0 ? undefined : { rule: "eachOnce", path: [at], value: excerpt(of(values[at] as T)) };
  });

/** Each value of a list stands in it once. */
export const eachOnce = /* @__PURE__ */ eachOnceBy<unknown>((value) => value);
