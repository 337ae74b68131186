import * as fc from "fast-check";
import type * as z from "zod";
import { check } from "../../src/kernel/input.ts";
import { same } from "../../src/kernel/same.ts";
import { addDays, CivilDate } from "../../src/kernel/time.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";

/** The value with one field changed, and the name of the field: `goal.measure`, or `targets[].points` in a list. */
export type Changed<T> = { field: string; value: T };

type Variant = { field: string; value: unknown };

/**
 * The value with one field changed in each way that its schema accepts: moved, renamed, left out, added, put
 * elsewhere.
 */
export function oneFieldChanged<T>(schema: z.core.$ZodType<T>, value: T): Changed<T>[] {
  return variants(schema, value).flatMap((variant) => {
    const read = check(schema, variant.value);
    const isChanged = read.ok && !same(read.value, value);
    return isChanged ? [{ field: variant.field.replace(/^\./, ""), value: read.value }] : [];
  });
}

function variants(schema: z.core.$ZodType, value: unknown): Variant[] {
  const here = (...values: unknown[]) => values.map((other) => ({ field: "", value: other }));
  if (schema === CivilDate) return here(addDays(String(value), -1), addDays(String(value), 1));
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      if (value === undefined) return here(...samplesOf(def.innerType));
      return [...here(undefined), ...variants(def.innerType, value)];
    case "default":
      return variants(def.innerType, value);
    case "string":
      return here(`${value}1`, `${value}x`, ...samplesOf(schema));
    case "number":
      return here(Number(value) - 1, Number(value) + 1);
    case "boolean":
      return here(!value);
    case "enum":
      return here(...Object.values(def.entries));
    case "union":
      return unionVariants(def.options, value);
    case "array":
      return Array.isArray(value) ? listVariants(def.element, value) : [];
    case "object":
      return fieldVariants(def.shape, value as Readonly<Record<string, unknown>>);
    default:
      return [];
  }
}

function unionVariants(options: readonly z.core.$ZodType[], value: unknown): Variant[] {
  return options.flatMap((option) =>
    check(option as z.core.$ZodType, value).ok
      ? variants(option, value)
      : samplesOf(option).map((other) => ({ field: "", value: other })),
  );
}

function listVariants(element: z.core.$ZodType, list: readonly unknown[]): Variant[] {
  const [first] = list.length > 0 ? list : samplesOf(element);
  const whole = [
    list.slice(1),
    list.slice(0, -1),
    list.toReversed(),
    [...list, first],
    [...list, ...samplesOf(element)],
  ];
  return [
    ...whole.map((value) => ({ field: "[]", value })),
    ...list.slice(0, 3).flatMap((item, at) =>
      variants(element, item).map(({ field, value }) => ({
        field: `[]${field}`,
        value: list.with(at, value),
      })),
    ),
  ];
}

function fieldVariants(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: Readonly<Record<string, unknown>>,
): Variant[] {
  return Object.entries(shape).flatMap(([key, schema]) =>
    variants(schema, value[key]).map((variant) => {
      const fields = { ...value, [key]: variant.value };
      if (variant.value === undefined) delete fields[key];
      return { field: `.${key}${variant.field}`, value: fields };
    }),
  );
}

/** A few values, which are the same in each run. */
function samplesOf(schema: z.core.$ZodType): unknown[] {
  return fc.sample(arbitraryOf(schema as z.core.$ZodType), { numRuns: 6, seed: 1 });
}
