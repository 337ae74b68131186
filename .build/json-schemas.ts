import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type * as z from "zod";
import {
  declarationOf,
  type Field,
  messageShapes,
  shapeFields,
  symbolOf,
  typeFields,
  unwrapped,
} from "./schema-types.ts";

// Writes the words of each aggregate as JSON Schema, with the comments of the sources as descriptions: for forms, for
// programs in other languages, for whoever reads a log. The library at run time holds no description.

type Json = z.core.JSONSchema.BaseSchema;

export async function writeJsonSchemas(outDir: string, program: ts.Program, aggregates: readonly string[]) {
  mkdirSync(join(outDir, "schemas"), { recursive: true });
  const { jsonSchema } = await built(outDir, "kernel");
  for (const name of aggregates) {
    const $defs: Record<string, Json> = {};
    const words = wordsOf(program, name);
    for (const [key, schema] of Object.entries(await built(outDir, name))) {
      const shapes = words.get(key);
      if (!shapes) continue;
      const { $schema: _, ...json } = jsonSchema(schema) as Json;
      describeMessages(json, shapes, program.getTypeChecker());
      $defs[key] = json;
    }
    const whole = { $schema: "https://json-schema.org/draft/2020-12/schema", $defs };
    writeFileSync(join(outDir, `schemas/${name}.json`), `${JSON.stringify(whole)}\n`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what the build has just written, whatever it is.
function built(outDir: string, name: string): Promise<Record<string, any>> {
  return import(pathToFileURL(join(outDir, name, "index.js")).href);
}

/** The shapes of an aggregate's words, by the name of their schema. */
function wordsOf(program: ts.Program, name: string): Map<string, ts.Expression> {
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.includes(`/src/${name}/`));
  const words = files.flatMap(({ statements }) =>
    statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
      declarationList.declarations.flatMap(({ name, initializer }) => {
        const shapes = initializer && messageShapes(initializer);
        return shapes ? [[name.getText(), shapes] as const] : [];
      }),
    ),
  );
  return new Map(words);
}

function describeMessages(json: Json, shapes: ts.Expression, checker: ts.TypeChecker) {
  for (const message of shapeFields(shapes, checker)) {
    const option = optionsOf(json).find(({ properties }) => field(properties, "type")?.const === message.key);
    if (!option) throw new Error(`no JSON Schema for ${message.key}`);
    option.title = message.key;
    if (message.doc) option.description = message.doc;
    const fields = message.schema ? shapeFields(message.schema, checker) : typeFields(message.type, checker);
    describeFields(field(option.properties, "data"), fields, checker);
  }
}

function describeFields(json: Json | undefined, fields: readonly Field[], checker: ts.TypeChecker) {
  for (const { key, doc, schema } of fields) {
    const property = field(json?.properties, key);
    if (!property) continue;
    if (doc) property.description = doc;
    if (schema) describe(property, schema, checker);
  }
}

/** Gives the fields inside a schema their descriptions, as its expression in the sources has them. */
function describe(json: Json | undefined, expression: ts.Expression, checker: ts.TypeChecker): void {
  const schema = unwrapped(expression);
  const symbol = symbolOf(schema, checker);
  const initializer = symbol && declarationOf(symbol)?.initializer;
  if (initializer) describe(json, initializer, checker);
  if (!json || !ts.isCallExpression(schema) || !ts.isPropertyAccessExpression(schema.expression)) return;
  const { expression: receiver, name } = schema.expression;
  const [first, second] = schema.arguments;
  if (receiver.getText() !== "z") describe(json, receiver, checker);
  else if (name.text === "array" && first) describe(json.items as Json, first, checker);
  else if (name.text === "strictObject" && first) describeFields(json, shapeFields(first, checker), checker);
  else if (name.text === "discriminatedUnion" && second && ts.isArrayLiteralExpression(second)) {
    for (const [at, option] of second.elements.entries()) describe(optionsOf(json)[at], option, checker);
  }
}

function optionsOf({ anyOf, oneOf }: Json): Json[] {
  return (oneOf ?? anyOf ?? []) as Json[];
}

function field(properties: Json["properties"], key: string): Json | undefined {
  return properties?.[key] as Json | undefined;
}
