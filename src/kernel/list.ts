import * as z from "zod/mini";
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

/** Each value of a list stands in it once. */
export const eachOnce = /* @__PURE__ */ rule<readonly unknown[]>((values) =>
  new Set(values).size < values.length ? { rule: "eachOnce" } : undefined,
);
