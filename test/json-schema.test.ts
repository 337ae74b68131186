import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { aggregates } from "../src/aggregates.ts";
import { check } from "../src/kernel/input.ts";
import { jsonSchema } from "../src/kernel/json-schema.ts";
import { EventMetadata } from "../src/kernel/recorded.ts";
import { PledgeCommand } from "../src/pledge/messages.ts";
import { arbitraryOf } from "../src/testing/arbitraries/arbitrary-of.ts";

const schemas = Object.values(aggregates).flatMap(
  ({ name, commands, events, rejections }): [string, z.core.$ZodType][] => [
    [`${name}'s commands`, commands],
    [`${name}'s events`, events],
    [`${name}'s rejections`, rejections],
  ],
);

type Node = { readonly [key: string]: unknown };

/** Each schema inside a schema, with its path. */
function nodesOf(node: unknown, path = "#"): [string, Node][] {
  if (typeof node !== "object" || node === null) return [];
  const within = Object.entries(node).flatMap(([key, value]) => nodesOf(value, `${path}/${key}`));
  return "type" in node && typeof node.type === "string" ? [[path, node as Node], ...within] : within;
}

const isFree: { readonly [type: string]: (node: Node) => boolean } = {
  string: (node) => !["const", "enum", "maxLength", "format", "pattern"].some((key) => key in node),
  number: (node) => !("minimum" in node && "maximum" in node),
  integer: (node) => !("minimum" in node && "maximum" in node),
  array: (node) => !("maxItems" in node),
  object: (node) => node.additionalProperties !== false,
};

const hostile = [
  "",
  "a b",
  "a",
  "x".repeat(5_000),
  "2022-02-30",
  "2022",
  "1.50",
  -1,
  0.5,
  0,
  1e12,
  null,
  true,
  [],
  Array.from({ length: 300 }, () => "a"),
  {},
  { kind: "other" },
] as const;

/** The value with something else in one place, or with one field more. */
function spoilt(value: unknown, pick: (count: number) => number): unknown {
  const isParent = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isParent || pick(8) === 0) return hostile[pick(hostile.length)];
  if (Array.isArray(value)) {
    const at = pick(value.length);
    return value.map((item, index) => (index === at ? spoilt(item, pick) : item));
  }
  const entries = Object.entries(value);
  const at = pick(entries.length + 1);
  if (at === entries.length) return { ...value, more: 1 };
  const [key, item] = entries[at] ?? ["", undefined];
  return { ...value, [key]: spoilt(item, pick) };
}

describe("the JSON Schema of every command, event and rejection", () => {
  it.each(schemas)("of %s gives each text, number, list and object its limits", (_, schema) => {
    const nodes = nodesOf(jsonSchema(schema));
    expect(nodes.length).toBeGreaterThan(20);
    expect(nodes.filter(([, node]) => isFree[String(node.type)]?.(node)).map(([path]) => path)).toEqual([]);
  });

  it("has the formats of dates and the limits of names", () => {
    const { properties } = jsonSchema(PledgeCommand.data.DraftPledge);
    const id = { type: "string", minLength: 1, maxLength: 100, pattern: "^\\S+$" };
    expect(properties).toEqual({
      bloc: id,
      unit: id,
      season: { type: "string", minLength: 1, maxLength: 9, pattern: "^(19|2\\d)\\d\\d(-\\d{4})?$" },
      campaign: id,
      dueOn: { type: "string", format: "date" },
    });
    expect(jsonSchema(EventMetadata).properties?.recordedAt).toEqual({
      type: "string",
      format: "date-time",
    });
  });

  describe.each(schemas)("of %s", (_, schema) => {
    const ajv = new Ajv2020({ strict: false, discriminator: false });
    formats.default(ajv);
    const isAllowed = ajv.compile(jsonSchema(schema));

    it("allows what the schema reads", () => {
      fc.assert(
        fc.property(arbitraryOf(schema), (value) => {
          const read = check(schema, value);
          expect(read.ok && isAllowed(read.value)).toBe(true);
        }),
        { numRuns: 50 },
      );
    });

    it("refuses nothing that the schema reads", () => {
      let refused = 0;
      fc.assert(
        fc.property(arbitraryOf(schema), fc.infiniteStream(fc.nat()), (value, numbers) => {
          const pick = (count: number) => numbers.next().value % count;
          const input = spoilt(value, pick);
          if (isAllowed(input)) return;
          refused += 1;
          expect(check(schema, input).ok).toBe(false);
        }),
        { numRuns: 100 },
      );
      expect(refused).toBeGreaterThan(10);
    });
  });
});
