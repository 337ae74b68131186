import { canonicalText } from "./canonical.ts";

/** A field in which two values differ: its path, and both values as canonical JSON. A missing field has no text. */
export type Difference = { path: string; published?: string; recounted?: string };

/** So many differences are enough to see what is wrong. */
const differencesMax = 20;
const textMax = 200;

/** The innermost fields in which two values differ, at most 20. */
export function differencesBetween(published: unknown, recounted: unknown): Difference[] {
  return differences({ path: "", published, recounted }).slice(0, differencesMax);
}

function differences({
  path,
  published,
  recounted,
}: {
  path: string;
  published: unknown;
  recounted: unknown;
}): Difference[] {
  const [one, other] = [textOf(published), textOf(recounted)];
  if (one === other) return [];
  const [left, right] = [fieldsOf(published), fieldsOf(recounted)];
  if (left === undefined || right === undefined || Array.isArray(published) !== Array.isArray(recounted))
    return [
      {
        path,
        ...(one !== undefined && { published: one.slice(0, textMax) }),
        ...(other !== undefined && { recounted: other.slice(0, textMax) }),
      },
    ];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) =>
    differences({
      path: path === "" ? key : `${path}.${key}`,
      published: left.get(key),
      recounted: right.get(key),
    }),
  );
}

function fieldsOf(value: unknown): Map<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalText(value);
}
