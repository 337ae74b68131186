import ts from "typescript";

/** Which of a schema's two types is written: what it takes, or what it gives. They differ where it has a default. */
export type Side = "input" | "output";

/** Where types are written: `use` is told each name that the text takes from a source file. */
export type Writer = { checker: ts.TypeChecker; use(name: string, fileName: string): void };

/** The name of what a source file declares, said to the writer. */
export function useOf(symbol: ts.Symbol, { checker, use }: Writer): string {
  const declared = aliased(symbol, checker);
  const [declaration] = declared.declarations ?? [];
  if (declaration) use(declared.name, declaration.getSourceFile().fileName);
  return declared.name;
}

/** The type of a schema as TypeScript, from the expression that makes it: with the names and comments of the sources. */
export function typeText(expression: ts.Expression, side: Side, writer: Writer): string {
  const schema = unwrapped(expression);
  const symbol = symbolOf(schema, writer.checker);
  const declaration = symbol && declarationOf(symbol);
  if (symbol && declaration) {
    if (isNamedSchema(symbol) && (side === "output" || !hasDefault(schema, writer.checker))) {
      return useOf(symbol, writer);
    }
    // A type that stands beside the name is what the author means, whatever the schema is made of.
    if (declaration.type) return structure(schemaType(schema, side, writer.checker), writer.checker);
    if (declaration.initializer) return typeText(declaration.initializer, side, writer);
  }
  if (ts.isCallExpression(schema)) {
    const [first, second] = schema.arguments;
    const checkedSchema = receiverOfCheck(schema);
    const maker = schema.expression.getText();
    if (checkedSchema) return typeText(checkedSchema, side, writer);
    if (maker === "z.strictObject" && first) {
      return objectText(shapeFields(first, writer.checker), side, writer);
    }
    if ((maker === "z.array" || maker === "list") && first) return arrayText(typeText(first, side, writer));
    if (maker === "z.discriminatedUnion" && second && ts.isArrayLiteralExpression(second)) {
      return second.elements.map((option) => typeText(option, side, writer)).join(" | ");
    }
  }
  return structure(schemaType(schema, side, writer.checker), writer.checker);
}

/** The schema that `.check(...)` is called on: a check changes neither what it takes nor what it gives. */
function receiverOfCheck({ expression }: ts.CallExpression): ts.Expression | undefined {
  const isCheck = ts.isPropertyAccessExpression(expression) && expression.name.text === "check";
  return isCheck ? expression.expression : undefined;
}

/** The shapes of `messages({ ... })`. */
export function messageShapes(initializer: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(initializer) || initializer.expression.getText() !== "messages") return undefined;
  return initializer.arguments[0];
}

/** One field of an object: its comment, and its schema or, where no expression is there to read, its type. */
export type Field = { key: string; doc: string; schema?: ts.Expression; type: ts.Type };

/** The fields of a shape, in the order in which they are written; spread ones where they are spread. */
export function shapeFields(expression: ts.Expression, checker: ts.TypeChecker): Field[] {
  const literal = shapeLiteral(expression, checker);
  if (!literal) return typeFields(checker.getTypeAtLocation(expression), checker);
  const fields = new Map<string, Field>();
  for (const property of literal.properties) {
    for (const field of propertyFields(property, checker)) fields.set(field.key, field);
  }
  return [...fields.values()];
}

function propertyFields(property: ts.ObjectLiteralElementLike, checker: ts.TypeChecker): Field[] {
  if (ts.isSpreadAssignment(property)) return shapeFields(property.expression, checker);
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) {
    throw new Error(`not a field of a schema: ${property.getText()}`);
  }
  const schema = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  const doc = commentOf(property) || firstSentence(commentOfSchema(schema, checker));
  return [{ key: property.name.getText(), doc, schema, type: checker.getTypeAtLocation(schema) }];
}

/** The fields of a shape of which only the type is known. */
export function typeFields(type: ts.Type, checker: ts.TypeChecker): Field[] {
  return type.getProperties().map((property) => ({
    key: property.name,
    doc: ts.displayPartsToString(property.getDocumentationComment(checker)),
    type: checker.getTypeOfSymbol(property),
  }));
}

/** The object literal that a shape is: written here, behind a name, or inside the schema whose `shape` it is. */
function shapeLiteral(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): ts.ObjectLiteralExpression | undefined {
  const shape = unwrapped(expression);
  if (ts.isObjectLiteralExpression(shape)) return shape;
  const symbol = symbolOf(shape, checker);
  const initializer = symbol && declarationOf(symbol)?.initializer;
  if (initializer) return shapeLiteral(initializer, checker);
  if (ts.isPropertyAccessExpression(shape) && shape.name.text === "shape") {
    const schema = symbolOf(shape.expression, checker);
    const made = schema && declarationOf(schema)?.initializer;
    const [first] = made && ts.isCallExpression(made) ? made.arguments : [];
    return first && shapeLiteral(first, checker);
  }
  return undefined;
}

/** `{ ... }` with a comment before each field that has one. */
export function objectText(fields: readonly Field[], side: Side, writer: Writer): string {
  if (fields.length === 0) return "Record<string, never>";
  return `{\n${fields.map((field) => fieldText(field, side, writer)).join("\n")}\n}`;
}

function fieldText({ key, doc, schema, type }: Field, side: Side, writer: Writer): string {
  const { checker } = writer;
  const layers = schema && layersOf(schema, checker);
  const isOptional =
    layers === undefined
      ? allowsUndefined(structureOf(type, side, checker))
      : layers.optional || (layers.default && side === "input");
  const text = layers
    ? typeText(layers.inner, side, writer)
    : structure(structureOf(type, side, checker), checker, isOptional);
  return `${comment(doc)}${key}${isOptional ? "?" : ""}: ${text}${isOptional ? " | undefined" : ""};`;
}

/** What stands round a schema, `optional` and `default`, and the schema inside. */
function layersOf(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): { optional: boolean; default: boolean; inner: ts.Expression } {
  const schema = unwrapped(expression);
  const symbol = symbolOf(schema, checker);
  const declaration = symbol && !isNamedSchema(symbol) ? declarationOf(symbol) : undefined;
  if (declaration?.initializer && !declaration.type) return layersOf(declaration.initializer, checker);
  const [first] = ts.isCallExpression(schema) ? schema.arguments : [];
  const maker = ts.isCallExpression(schema) && schema.expression.getText();
  if (first && maker === "z.optional") return { ...layersOf(first, checker), optional: true };
  if (first && maker === "z._default") return { ...layersOf(first, checker), default: true };
  return { optional: false, default: false, inner: schema };
}

export function hasDefault(schema: ts.Expression, checker: ts.TypeChecker): boolean {
  const [given, taken] = [schemaType(schema, "output", checker), schemaType(schema, "input", checker)];
  return !checker.isTypeAssignableTo(taken, given);
}

/** The type that a schema takes or gives, as the checker knows it. */
function schemaType(schema: ts.Expression, side: Side, checker: ts.TypeChecker): ts.Type {
  return structureOf(checker.getTypeAtLocation(schema), side, checker);
}

function structureOf(schema: ts.Type, side: Side, checker: ts.TypeChecker): ts.Type {
  const internals = schema.getProperty("_zod");
  const found = internals && checker.getTypeOfSymbol(internals).getProperty(side);
  if (!found) throw new Error(`not a schema: ${checker.typeToString(schema)}`);
  return checker.getTypeOfSymbol(found);
}

/** A type written out in full, without any name. */
function structure(type: ts.Type, checker: ts.TypeChecker, isDefined = false): string {
  if (type.isUnion()) {
    const members = type.types.filter((member) => !isDefined || !(member.flags & ts.TypeFlags.Undefined));
    const isBoolean = members.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const others = members.filter(({ flags }) => !isBoolean || !(flags & ts.TypeFlags.BooleanLiteral));
    return [...others.map((member) => structure(member, checker)), ...(isBoolean ? ["boolean"] : [])].join(
      " | ",
    );
  }
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    const readonly = type.symbol.name === "ReadonlyArray" ? "readonly " : "";
    return `${readonly}${arrayText(element ? structure(element, checker) : "never")}`;
  }
  const isPlain = type.flags & ts.TypeFlags.Object && !type.getCallSignatures().length;
  if (!isPlain || type.getStringIndexType() || type.symbol?.name === "Date")
    return checker.typeToString(type);
  const fields = type.getProperties().map((property) => {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const text = structure(checker.getTypeOfSymbol(property), checker, isOptional);
    return `${property.name}${isOptional ? "?" : ""}: ${text}${isOptional ? " | undefined" : ""};`;
  });
  return fields.length === 0 ? "Record<string, never>" : `{ ${fields.join(" ")} }`;
}

function allowsUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
}

function arrayText(element: string): string {
  return /^\w+$/.test(element) || /^\{[^{}]*\}$/.test(element) ? `${element}[]` : `(${element})[]`;
}

/** Whether it is a constant that a module exports with a type of the same name. */
export function isNamedSchema(symbol: ts.Symbol): boolean {
  return declarationOf(symbol) !== undefined && (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0;
}

/** What a name stands for, where it was declared. */
export function symbolOf(expression: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return undefined;
  const isShorthand = ts.isShorthandPropertyAssignment(expression.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(expression.parent)
    : checker.getSymbolAtLocation(expression);
  return symbol && aliased(symbol, checker);
}

function aliased(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

export function declarationOf(symbol: ts.Symbol): ts.VariableDeclaration | undefined {
  return symbol.declarations?.find(
    (one): one is ts.VariableDeclaration =>
      ts.isVariableDeclaration(one) && ts.isSourceFile(one.parent.parent.parent),
  );
}

export function unwrapped(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
    ? unwrapped(expression.expression)
    : expression;
}

/** The comment of a node as plain text. */
export function commentOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? "").trim();
}

/** The comment of the constant that a schema begins with: of `CivilDate` for `z.optional(CivilDate)`. */
function commentOfSchema(expression: ts.Expression, checker: ts.TypeChecker): string {
  const schema = unwrapped(expression);
  const symbol = symbolOf(schema, checker);
  const declaration = symbol && declarationOf(symbol);
  if (declaration) {
    const own = commentOf(declaration.parent.parent);
    return own || (declaration.initializer ? commentOfSchema(declaration.initializer, checker) : "");
  }
  if (!ts.isCallExpression(schema)) return "";
  const inner = receiverOfCheck(schema) ?? (isLayer(schema) ? schema.arguments[0] : undefined);
  return inner ? commentOfSchema(inner, checker) : "";
}

function isLayer({ expression }: ts.CallExpression): boolean {
  return ["z.optional", "z._default"].includes(expression.getText());
}

function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/s.exec(text)?.[0].replaceAll("\n", " ") ?? text;
}

/** A comment as it stands before a field. */
export function comment(text: string): string {
  if (text === "") return "";
  const lines = text.split("\n");
  return lines.length === 1
    ? `/** ${text} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
