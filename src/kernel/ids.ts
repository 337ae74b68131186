import { v5 } from "uuid";
import type * as z from "zod/mini";
import { rule } from "./rule.ts";
import { text } from "./text.ts";

/**
 * An identifier that the application chooses: 1 to 100 characters, no spaces, compared exactly after NFC.
 * `__proto__` is as good an id as any; ids are never keys of a plain object.
 */
export const Id = text({ max: 100 }).check(
  rule((value: string) => (/\s/u.test(value) ? { rule: "noSpaces" } : undefined), { pattern: /^\S+$/ }),
);
export type Id = z.infer<typeof Id>;

/** The namespace of every id that this library derives. It never changes, because derived ids are stored. */
const namespace = "6f0d3a52-8a5e-5c7b-9d59-3a1c0f7e2b64";

/**
 * An id made from facts and not from chance (UUID version 5, RFC 9562 section 5.5). The same parts in the same order
 * always give the same id, so a process that runs twice gives its work the same id.
 *
 * @example
 * derivedId("ballot-1", "award", "procuracy") === derivedId("ballot-1", "award", "procuracy") // true
 */
export function derivedId(...parts: readonly string[]): Id {
  // JSON keeps ("ab", "c") apart from ("a", "bc").
  return v5(JSON.stringify(parts), namespace);
}
