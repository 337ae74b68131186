import { excerpt, InvalidInput } from "./problem.ts";

/** Values nested deeper than this are refused, because they could exhaust the stack. Our own data never is so deep. */
const depthMax = 64;

/**
 * The canonical form of plain data as JSON (RFC 8785, JSON Canonicalization Scheme). It is the same on every machine,
 * in whatever order a store gives the fields. An undefined field is like an absent one.
 *
 * @throws {InvalidInput} for a value that JSON would lose or change: a Map, a Date, a bigint, NaN, a lone surrogate,
 * a hole in an array, a circle
 * @example
 * canonicalText({ b: 1, a: "ệ" }) // '{"a":"ệ","b":1}'
 */
export function canonicalText(value: unknown): string {
  return written(value, { field: "", depth: 0 });
}

type Place = { field: string; depth: number };

// Numbers and strings are written as ECMAScript writes them; keys are sorted by code units: RFC 8785, 3.2.2 and 3.2.3.
function written(value: unknown, place: Place): string {
  switch (typeof value) {
    case "boolean":
      return String(value);
    case "string":
      return value.isWellFormed() ? JSON.stringify(value) : refuse(value, place);
    case "number":
      return Number.isFinite(value) ? JSON.stringify(value) : refuse(value, place);
    case "object":
      if (value === null) return "null";
      if (place.depth >= depthMax) return refuse(value, place);
      return Array.isArray(value) ? spelledArray(value, place) : spelledObject(value, place);
    default:
      return refuse(value, place);
  }
}

function spelledArray(items: readonly unknown[], { field, depth }: Place): string {
  // Array.from also visits holes, so that they are refused.
  const spelt = Array.from(items, (item, at) =>
    written(item, { field: `${field}[${at}]`, depth: depth + 1 }),
  );
  return `[${spelt.join(",")}]`;
}

function spelledObject(value: object, place: Place): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse(value, place);
  const { field, depth } = place;
  const fields = entriesOf(value, place)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => {
      const inner = { field: field === "" ? key : `${field}.${key}`, depth: depth + 1 };
      return `${written(key, inner)}:${written(item, inner)}`;
    });
  return `{${fields.join(",")}}`;
}

/** A getter or a proxy may throw an error of its own: then the value is no plain data. */
function entriesOf(value: object, place: Place): [string, unknown][] {
  try {
    return Object.entries(value);
  } catch {
    return refuse("a getter that throws", place);
  }
}

function refuse(value: unknown, { field }: Place): never {
  throw new InvalidInput([{ field, rule: "plainData", value: excerpt(value) }]);
}
