import * as fc from "fast-check";
import { expect } from "vitest";

/** Values that break programs: prototype names, other Unicode forms, broken text, -0, huge values, wrong types. */
const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    "Công an tỉnh".normalize("NFD"),
    "\ud800",
    "a\udfff",
    "a\u202eb",
    "\u0000",
    " ",
    "",
    "x".repeat(100_000),
    -0,
    -1,
    0.1,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
    "2022-02-30",
    "9999999999999999999999",
    [],
    {},
    Array.from({ length: 20_000 }, () => ({})),
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A valid input with one error: a field has a hostile value, is missing, or is unknown. */
export function hostileInput(valid: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(valid);
  const key = fc.constantFrom("__proto__", "constructor", "prototype", "toJSON", "extra", "type", "data");
  return fc.oneof(
    fc.tuple(fc.constantFrom(...places), poison).map(([place, value]) => replaced(valid, place, value)),
    fc
      .tuple(fc.constantFrom(...places), key, poison)
      .map(([place, name, value]) => extended(valid, place, name, value)),
    poison,
  );
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Place, poisoned: unknown): unknown {
  if (key === undefined) return poisoned;
  if (Array.isArray(value))
    return value.map((item, index) =>
      String(index) === String(key) ? replaced(item, rest, poisoned) : item,
    );
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [
      name,
      name === key ? replaced(item, rest, poisoned) : item,
    ]),
  );
}

function extended(value: unknown, place: Place, name: string, poisoned: unknown): unknown {
  const copy = structuredClone(value);
  let target: unknown = copy;
  for (const key of place) {
    const inner = (target as Record<string | number, unknown>)[key];
    if (typeof inner === "object" && inner !== null) target = inner;
  }
  // JSON.parse too makes an own field of `__proto__`.
  Object.defineProperty(target, name, {
    value: poisoned,
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

export function expectNoPollution() {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys);
}
