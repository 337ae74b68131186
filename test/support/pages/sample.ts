import type * as z from "zod";
import { en } from "../../../src/minutes/en.ts";
import { type Language, sentence } from "../../../src/minutes/sentence.ts";
import type { AnyEvent, AnyRejection } from "../../../src/minutes/words.ts";

/** A rejection's sentence in English, with the names of fields in place of their values. */
export function sampleSentence(type: string, data: z.core.$ZodType): string {
  // Any one word for a status would mislead, because there are many.
  const statuses = type === "WrongState" && { status: "‹status›", allowed: ["‹allowed›"] };
  const sample = { ...(sampleOf(data, type) as object), ...statuses };
  const rejection = { type, data: sample } as AnyRejection;
  return sentence(plain, rejection, (unit) => unit);
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

function sampleOf(schema: z.core.$ZodType, field: string): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "boolean":
      return true;
    case "literal":
      return def.values[0];
    case "enum":
      return Object.values(def.entries)[0];
    case "array":
      return [sampleOf(def.element, field)];
    case "optional":
    case "default":
      return sampleOf(def.innerType, field);
    case "union":
      return def.options[0] && sampleOf(def.options[0], field);
    case "object":
      return Object.fromEntries(Object.entries(def.shape).map(([key, shape]) => [key, sampleOf(shape, key)]));
    default:
      return `‹${field}›`;
  }
}
