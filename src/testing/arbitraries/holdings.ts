import type * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { check } from "../../kernel/input.ts";
import { CivilDate } from "../../kernel/time.ts";

/** What a state holds, sorted so that a command can name it. */
export type Holdings = {
  readonly ids: readonly string[];
  readonly dates: readonly CivilDate[];
  /** The values that a field of this name has anywhere in the state, lists and objects among them. */
  under(field: string): readonly unknown[];
  /** The objects that have at least `fields`. */
  having(fields: readonly string[]): readonly object[];
};

/** A state with more values than this is read no further. */
const valuesMax = 5_000;

/** Reads plain data, Maps and Sets. Values of `hints` count as values of the field of that name. */
export function holdingsOf(
  state: unknown,
  hints: Readonly<Record<string, readonly unknown[]>> = {},
): Holdings {
  const ids = new Set<string>();
  const dates = new Set<CivilDate>();
  const objects: object[] = [];
  const byField = new Map<string, Map<string, unknown>>();
  let values = 0;

  const read = (value: unknown, field: string) => {
    values += 1;
    if (values > valuesMax || value === undefined) return;
    if (value instanceof Map || value instanceof Set) return readCollection(value, field);
    keep(byField, field, value);
    if (Array.isArray(value)) {
      keep(byField, field, value.length);
      for (const item of value) read(item, field);
    } else if (typeof value === "object" && value !== null) {
      objects.push(value);
      for (const [key, item] of Object.entries(value)) read(item, key);
    } else if (typeof value === "string") {
      if (check(CivilDate, value).ok) dates.add(value);
      else if (check(Id, value).ok) ids.add(value);
    }
  };
  const readCollection = (value: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>, field: string) => {
    keep(byField, field, value.size);
    for (const [key, item] of value.entries()) {
      read(key, field);
      if (value instanceof Map) read(item, field);
    }
  };

  read(state, "");
  for (const [field, list] of Object.entries(hints)) for (const value of list) read(value, field);
  return {
    ids: [...ids],
    dates: [...dates],
    under: (field) => [...(byField.get(singular(field))?.values() ?? [])],
    having: (fields) => objects.filter((object) => fields.every((field) => Object.hasOwn(object, field))),
  };
}

/** Keeps each value once: a constant pool is drawn from evenly. */
function keep(byField: Map<string, Map<string, unknown>>, field: string, value: unknown) {
  const name = singular(field);
  const list = byField.get(name) ?? new Map<string, unknown>();
  byField.set(name, list);
  list.set(JSON.stringify(value) ?? "", value);
}

/** `units` holds what `unit` names. */
function singular(field: string): string {
  return field.replace(/s$/, "");
}

/** The values that `schema` accepts as they are. */
export function fitting(schema: z.core.$ZodType, values: readonly unknown[]): unknown[] {
  return values.flatMap((value) => {
    const read = check(schema as z.core.$ZodType, value);
    return read.ok ? [read.value] : [];
  });
}
