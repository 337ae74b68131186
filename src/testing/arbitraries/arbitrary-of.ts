import * as fc from "fast-check";
import type * as z from "zod/mini";
import { Digest } from "../../kernel/digest.ts";
import { Id } from "../../kernel/ids.ts";
import { check } from "../../kernel/input.ts";
import { Decimal, FractionText } from "../../kernel/numbers.ts";
import { PlainData } from "../../kernel/plain-data.ts";
import { StreamName } from "../../kernel/recorded.ts";
import { CivilDate, dateOfDay, dayNumber, Instant } from "../../kernel/time.ts";
import { Season } from "../../vocabulary/season.ts";

/** Names that break programs which use them as keys of plain objects, or compare them before normalisation. */
export const hostileNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "Công-an",
  "Đ",
  "0",
  "-1",
] as const;

/** The ids are few, so that several commands use the same one. */
const id = fc.constantFrom("a", "b", "c", ...hostileNames.slice(0, 5));
const name = fc.constantFrom(
  "An",
  "Công an tỉnh",
  "Viện Kiểm sát nhân dân tỉnh",
  "ﬁ",
  "Å",
  "𝒳1",
  "__proto__",
  "7",
);
const date = fc.integer({ min: dayNumber("2021-12-01"), max: dayNumber("2023-06-30") }).map(dateOfDay);

const leaves = new Map<unknown, fc.Arbitrary<unknown>>([
  [Id, id],
  [CivilDate, date],
  [Instant, date.map((day) => `${day}T00:00:00.000Z`)],
  [Decimal, fc.integer({ min: -2_000, max: 2_000 }).map((value) => String(value / 10))],
  [Digest, fc.constantFrom("5e".repeat(32), "0".repeat(64), "f".repeat(64))],
  [
    PlainData,
    fc.constantFrom({}, { unit: "a" }, { list: [1, null, "7"], deep: { __proto__: null, ok: true } }),
  ],
  [StreamName, fc.constantFrom("Pledge-a", "Pledge-b", "Ballot-a")],
  [FractionText, fc.constantFrom("0", "7", "1234", "7/3", "-5/2", "3858/3125")],
  [Season, fc.constantFrom("2021", "2022", "2023", "2022-2023")],
]);

/**
 * Values that a schema of this library accepts, for your own properties with fast-check. They come from small pools,
 * so that several commands use the same ids and dates. Some ids are hostile names.
 *
 * @throws {Error} when the schema has a type that this library does not use
 * @example
 * fc.sample(arbitraryOf(PledgeCommand), 3).every((command) => check(PledgeCommand, command).ok) // true
 */
export function arbitraryOf<T>(schema: z.core.$ZodType<T>): fc.Arbitrary<T> {
  return accepted(
    schema,
    generated(schema, "", (_schema, _field, fresh) => fresh),
  );
}

/** Of the values of `arbitrary`, those that `schema` accepts. */
export function accepted<T>(schema: z.core.$ZodType<T>, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<T> {
  return arbitrary.filter((value) => check(schema, value).ok) as fc.Arbitrary<T>;
}

/** May put other values beside the fresh ones of a schema. `field` is the name of the field that holds the value. */
export type Enrich = (
  schema: z.core.$ZodType,
  field: string,
  fresh: fc.Arbitrary<unknown>,
) => fc.Arbitrary<unknown>;

/** Values of the form of `schema`; not all of them keep its rules. */
export function generated(schema: z.core.$ZodType, field: string, enrich: Enrich): fc.Arbitrary<unknown> {
  const leaf = leaves.get(schema);
  if (leaf) return enrich(schema, field, leaf);
  const { def, bag } = (schema as z.core.$ZodTypes)._zod as {
    def: z.core.$ZodTypes["_zod"]["def"];
    bag: Bag;
  };
  const inner = (part: z.core.$ZodType) => generated(part, field, enrich);
  switch (def.type) {
    case "string":
      return enrich(schema, field, name);
    case "number":
      return enrich(schema, field, numbers(bag));
    case "boolean":
      return fc.boolean();
    case "literal":
      return fc.constantFrom(...def.values);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "array":
      return enrich(schema, field, fc.array(inner(def.element), lengths(bag)));
    case "default":
    case "readonly":
      return inner(def.innerType);
    case "nullable":
      return fc.option(inner(def.innerType), { nil: null });
    case "optional":
      return fc.option(inner(def.innerType), { nil: undefined });
    case "union":
      return enrich(schema, field, fc.oneof(...def.options.map(inner)));
    case "object":
      return enrich(schema, field, record(def.shape, enrich));
    default:
      throw new Error(`a schema of type ${def.type} has no arbitrary`);
  }
}

type Bag = { minimum?: number; maximum?: number };

/** Lists are short, but never shorter than the schema allows. */
function lengths({ minimum = 0, maximum = 4 }: Bag) {
  return { minLength: minimum, maxLength: Math.max(minimum, Math.min(4, maximum)) };
}

function numbers({ minimum = 0, maximum = 1_000 }: Bag) {
  const near = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 12) });
  return fc.oneof(
    { weight: 8, arbitrary: near },
    { weight: 1, arbitrary: fc.integer({ min: minimum, max: maximum }) },
  );
}

function record(shape: Readonly<Record<string, z.core.$ZodType>>, enrich: Enrich) {
  const fields = Object.entries(shape).map(([key, field]) =>
    generated(field, key, enrich).map((value) => [key, value] as const),
  );
  return fc
    .tuple(...fields)
    .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}
