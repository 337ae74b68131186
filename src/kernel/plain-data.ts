import * as z from "zod/mini";
import { rule } from "./rule.ts";

/** Nobody nests the data of a message deeper. */
const depthMax = 40;

/**
 * The data of a message whose schema is not at hand: an object that JSON can hold, with absent fields absent. Whoever
 * carries it out reads it by its own schema.
 */
export const PlainData: z.ZodMiniType<object> = z.unknown().check(
  rule((value: unknown) => (isPlainObject(value) && isPlain(value) ? undefined : { rule: "plainData" })),
  z.overwrite((value) => (isPlain(value) ? withoutAbsent(value) : value)),
) as unknown as z.ZodMiniType<object>;

function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (depth === depthMax) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (!isPlainObject(value)) return false;
  return Object.values(value).every((item) => item === undefined || isPlain(item, depth + 1));
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function withoutAbsent(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutAbsent);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(fields.map(([key, item]) => [key, withoutAbsent(item)]));
}
