import type * as z from "zod";
import { en } from "../../../src/minutes/en.ts";
import { type Language, sentence } from "../../../src/minutes/sentence.ts";
import type { AnyEvent, AnyRejection } from "../../../src/minutes/words.ts";

/** An enumeration within the data of a rejection, by the name of its field, and how many values it has. */
type Choice = { field: string; size: number };
type Picked = ReadonlyMap<string, number>;

/** A rejection's sentence in English, with the names of fields in place of their values. */
export function sampleSentence(type: string, data: z.core.$ZodType): string {
  const choices: Choice[] = [];
  const said = (picked: Picked) => {
    // Any one word for a status would mislead, because there are many.
    const statuses = type === "WrongState" && { status: "‹status›", allowed: ["‹allowed›"] };
    const read = (field: string, size: number) => {
      if (!choices.some((one) => one.field === field)) choices.push({ field, size });
      return picked.get(field) ?? 0;
    };
    const sample = { ...(sampleOf(data, type, read) as object), ...statuses };
    return sentence(plain, { type, data: sample } as AnyRejection, (unit) => unit);
  };
  const text = said(new Map());
  return named(text, [...choices], (field, value) => said(new Map([[field, value]])));
}

type Range = { field: string; from: number; to: number };

/** The text with the name of a field in place of the words that change with its values. */
function named(
  text: string,
  choices: readonly Choice[],
  said: (field: string, value: number) => string,
): string {
  const ranges = choices.flatMap(({ field, size }) => {
    const others = Array.from({ length: size }, (_, value) => said(field, value));
    return others.every((other) => other === text) ? [] : [changing(field, [text, ...others])];
  });
  // Where the words of one field hold those of another, the shorter place is meant.
  const apart = ranges
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .filter((one, index, all) =>
      all.slice(0, index).every((other) => one.to <= other.from || other.to <= one.from),
    );
  return apart
    .sort((a, b) => b.from - a.from)
    .reduce((said, { field, from, to }) => `${said.slice(0, from)}‹${field}›${said.slice(to)}`, text);
}

/** Where texts differ, in whole words of the first. */
function changing(field: string, texts: readonly string[]): Range {
  const [text = "", ...others] = texts;
  const shortest = Math.min(...texts.map(({ length }) => length));
  let from = 0;
  while (from < shortest && others.every((other) => other[from] === text[from])) from++;
  while (from > 0 && /[\p{L}\p{N}'-]/u.test(text[from - 1] ?? "")) from--;
  let end = 0;
  while (end < shortest - from && others.every((other) => other.at(-1 - end) === text.at(-1 - end))) end++;
  while (end > 0 && /[\p{L}\p{N}'-]/u.test(text.at(-end) ?? "")) end--;
  return { field, from, to: text.length - end };
}

/** English that leaves each value as it is. */
const plain: Language<AnyEvent, AnyRejection> = {
  ...en,
  say: (names) => ({
    ...en.say(names),
    date: String,
    dayBefore: (date) => `the day before ${date}`,
    points: String,
    decimal: String,
    count: String,
    percent: ({ votes, base }) => `${votes}/${base}`,
    document: () => "‹document›",
    documents: () => "‹documents›",
    honour: () => "the ‹honour›",
  }),
};

function sampleOf(
  schema: z.core.$ZodType,
  field: string,
  picked: (field: string, size: number) => number,
): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "boolean":
      return true;
    case "literal":
      return def.values[0];
    case "enum": {
      const values = Object.values(def.entries);
      return values[picked(field, values.length)];
    }
    case "array":
      return [sampleOf(def.element, field, picked)];
    case "optional":
    case "default":
      return sampleOf(def.innerType, field, picked);
    case "union":
      return def.options[0] && sampleOf(def.options[0], field, picked);
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, shape]) => [key, sampleOf(shape, key, picked)]),
      );
    default:
      return `‹${field}›`;
  }
}
