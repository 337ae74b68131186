import type * as z from "zod";
import { CivilDate } from "../../src/kernel/time.ts";

/** A field that holds a day: its name, such as `document.issuedOn`, and its path in one value. */
export type DayField = { field: string; at: readonly (string | number)[]; day: CivilDate };

/** The names of all fields of a schema that can hold a day; `[]` stands for any item of a list. */
export function dayNames(schema: z.core.$ZodType): string[] {
  if (schema === CivilDate) return [""];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "readonly":
    case "nullable":
      return dayNames(def.innerType);
    case "union":
      return [...new Set(def.options.flatMap(dayNames))];
    case "array":
      return dayNames(def.element).map((name) => joined("[]", name));
    case "object":
      return Object.entries(def.shape).flatMap(([key, field]) =>
        dayNames(field).map((name) => joined(key, name)),
      );
    default:
      return [];
  }
}

/** The days that a value of the schema holds. */
export function daysIn(schema: z.core.$ZodType, value: unknown): DayField[] {
  const names = new Set(dayNames(schema));
  return leavesOf(value, []).flatMap(({ at, leaf }) => {
    const field = at.reduce<string>((name, key) => joined(name, typeof key === "number" ? "[]" : key), "");
    return names.has(field) && typeof leaf === "string" ? [{ field, at, day: leaf }] : [];
  });
}

/** The value, with another day in this field. */
export function withDay<T>(value: T, { at }: DayField, day: CivilDate): T {
  return replaced(value, at, day) as T;
}

function replaced(value: unknown, [key, ...rest]: DayField["at"], day: CivilDate): unknown {
  if (key === undefined) return day;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, day));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, day) };
}

type Leaf = { at: DayField["at"]; leaf: unknown };

function leavesOf(value: unknown, at: DayField["at"]): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ at, leaf: value }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => leavesOf(item, [...at, key]));
}

function joined(name: string, more: string): string {
  if (name === "" || more === "" || more.startsWith("[]")) return `${name}${more}`;
  return `${name}.${more}`;
}
