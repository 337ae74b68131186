import ts from "typescript";
import {
  comment,
  commentOf,
  type Field,
  hasDefault,
  isNamedSchema,
  messageShapes,
  objectText,
  type Side,
  shapeFields,
  typeFields,
  typeText,
  useOf,
  type Writer,
} from "./schema-types.ts";

/** What stands in place of the type and of the value of a name; where there is no text, what the compiler writes. */
export type Declared = { type?: string; value?: string };

/**
 * The declarations of the schemas of a file, with names: an editor shows `PledgeEvent` and not all that it is, and
 * a program that imports it checks one named type instead of a nest of zod's.
 */
export function namedDeclarations(file: ts.SourceFile, writer: Writer): Map<string, Declared> {
  const { checker } = writer;
  const texts = new Map<string, Declared>();
  const taken = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const symbol = checker.getSymbolAtLocation(name);
      if (!symbol || !initializer) continue;
      if (ts.isCallExpression(initializer) && initializer.expression.getText() === "decider") {
        texts.set(symbol.name, {
          value: deciderText(symbol.name, initializer, commentOf(statement), writer),
        });
      }
      if (!isNamedSchema(symbol)) continue;
      if (checker.getTypeOfSymbol(symbol).getProperty("_zod") === undefined) continue;
      const shapes = messageShapes(initializer);
      if (shapes) writer.use("Messages", "kernel/messages.ts");
      const declared = shapes
        ? messagesText(symbol.name, shapes, taken, writer)
        : schemaText(symbol.name, initializer, commentOf(statement), writer);
      texts.set(symbol.name, declared);
    }
  }
  return texts;
}

/** The compiler writes out what a decider's words are; the sources name them. */
function deciderText(name: string, call: ts.CallExpression, doc: string, writer: Writer): string {
  const words = (call.typeArguments ?? []).map((argument) => {
    const type = ts.isTypeReferenceNode(argument) && writer.checker.getSymbolAtLocation(argument.typeName);
    if (!type) throw new Error(`the words of ${name} have no names`);
    return useOf(type, writer);
  });
  writer.use("Decider", "kernel/decider.ts");
  return `${comment(doc)}export declare const ${name}: Decider<${words.join(", ")}>;`;
}

/** Schemas of one plain value keep their class, which costs little: `CivilDate.check(...)`, `Verdict.options`. */
const plain = new Set(["ZodMiniEnum", "ZodMiniNumber", "ZodMiniString"]);

function schemaText(name: string, schema: ts.Expression, doc: string, writer: Writer): Declared {
  const before = comment(doc);
  const type = `${before}export type ${name} = ${typeText(schema, "output", writer)};`;
  if (plain.has(writer.checker.getTypeAtLocation(schema).symbol?.name ?? "")) return { type };
  const input = hasDefault(schema, writer.checker) ? typeText(schema, "input", writer) : name;
  return { type, value: `${before}export declare const ${name}: z.ZodMiniType<${name}, ${input}>;` };
}

/** A type for each message, their union, and the schema with a creator for each. */
function messagesText(name: string, shapes: ts.Expression, taken: Set<string>, writer: Writer): Declared {
  const messages = shapeFields(shapes, writer.checker).map((message) => {
    // Two unions of a file may have a name in common.
    const own = taken.has(message.key) ? `${name}${message.key}` : message.key;
    taken.add(own);
    const [output, input] = [dataText(message, "output", writer), dataText(message, "input", writer)];
    return { ...message, own, output, input };
  });
  const types = messages.map(
    ({ key, own, doc, output }) => `${comment(doc)}type ${own} = { type: "${key}"; data: ${output} };`,
  );
  const words = messages.map(({ key, own, doc }) => `${comment(doc)}${key}: ${own};`);
  const isOther = messages.some(({ input, output }) => input !== output);
  const inputs = messages.map(({ key, own, input, output }) =>
    input === output ? `${key}: ${own}["data"];` : `${key}: ${input};`,
  );
  const value = [
    ...types,
    `type ${name}Words = {\n${words.join("\n")}\n};`,
    ...(isOther ? [`type ${name}Inputs = {\n${inputs.join("\n")}\n};`] : []),
    `export declare const ${name}: Messages<${name}Words${isOther ? `, ${name}Inputs` : ""}>;`,
  ];
  return {
    type: `export type ${name} = ${messages.map(({ own }) => own).join(" | ")};`,
    value: value.join("\n"),
  };
}

function dataText(message: Field, side: Side, writer: Writer): string {
  const { checker } = writer;
  const fields = message.schema ? shapeFields(message.schema, checker) : typeFields(message.type, checker);
  return objectText(fields, side, writer);
}
