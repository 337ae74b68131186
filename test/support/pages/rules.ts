import ts from "typescript";
import type { Sources } from "../architecture.ts";

/** What the source of an aggregate says of its rules. */
export type Rules = {
  /** The comment of the aggregate itself. */
  doc: string;
  /** By command: what it can give. A check that comes first may make a refusal impossible that is listed here. */
  commands: ReadonlyMap<string, { events: ReadonlySet<string>; rejections: ReadonlySet<string> }>;
  /** By event: the statuses that its change names. None where the status stays. */
  statuses: ReadonlyMap<string, ReadonlySet<string>>;
  /** By message: its comment. */
  docs: ReadonlyMap<string, string>;
};

/** The names of the messages and statuses. Any other literal means something else. */
export type Words = {
  events: readonly string[];
  rejections: readonly string[];
  statuses: readonly string[];
};

type File = {
  /** The values that the file declares on its top level. */
  declared: Map<string, ts.Node>;
  /** The values that it imports, by their local name. */
  imported: Map<string, { path: string; name: string }>;
  source: ts.SourceFile;
};

/** Reads the rules of the aggregate in `folder`: from the two maps of its decider, and what they call. */
export function rulesIn(sources: Sources, folder: string, words: Words): Rules {
  const files = new Map(
    [...sources]
      .filter(([path]) => path.startsWith(`${folder}/`) || path === "kernel/decision.ts")
      .map(([path, text]) => [path, fileOf(path, text)]),
  );
  const path = `${folder}/${folder}.ts`;
  const { spec, doc } = deciderIn(files.get(path));
  const rulesOf = (name: string) => entriesOf(files, path, propertyOf(spec, name));
  const changes = [...rulesOf("evolve")];
  const changing = new Set(changes.flatMap(([, rule]) => [...reached(files, rule)].map(({ root }) => root)));
  const behind = followUpIn(files.get(path)).map((node) =>
    givenBy(files, { path, node }, { words, changing }),
  );
  const commands = [...rulesOf("decide")].map(([type, rule]) => {
    const given = [givenBy(files, rule, { words, changing }), ...behind];
    const events = new Set(given.flatMap((one) => [...one.events]));
    return [type, { events, rejections: new Set(given.flatMap((one) => [...one.rejections])) }] as const;
  });
  return {
    doc,
    commands: new Map(commands),
    statuses: new Map(changes.map(([type, rule]) => [type, statusesIn(files, rule, words.statuses)])),
    docs: docsIn(files),
  };
}

/** A node, and the file that defines its names. */
type Place = { path: string; node: ts.Node };

/** What a command can give. The functions of `changing` make no events: they change a state by one. */
function givenBy(
  files: ReadonlyMap<string, File>,
  rule: Place,
  { words, changing }: { words: Words; changing: ReadonlySet<ts.Node> },
) {
  const events = new Set<string>();
  const rejections = new Set<string>();
  for (const { node, root } of reached(files, rule)) {
    if (hasDay(node)) rejections.add("DateInFuture");
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== "type") continue;
    const type = literalOf(node.initializer);
    const isMade = !changing.has(root) && !isCited(node.parent);
    if (type !== undefined && words.events.includes(type) && isMade) events.add(type);
    if (type !== undefined && words.rejections.includes(type)) rejections.add(type);
  }
  return { events, rejections };
}

/** `event: { type: ... }` names an event that has happened. */
function isCited({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === "event";
}

/** Whether the node is the `done` of a rule; a shorthand only passes on what another has. */
function hasDay(node: ts.Node): boolean {
  if (ts.isMethodDeclaration(node)) return node.name.getText() === "done";
  return ts.isPropertyAssignment(node) && node.name.getText() === "done";
}

function statusesIn(
  files: ReadonlyMap<string, File>,
  rule: Place,
  statuses: readonly string[],
): ReadonlySet<string> {
  const named = [...reached(files, rule)].flatMap(({ node }) =>
    ts.isStringLiteral(node) && isResult(node) ? [node.text] : [],
  );
  return new Set(named.filter((text) => statuses.includes(text)));
}

/** A literal in a comparison or in a list is not a result of the expression. */
function isResult({ parent }: ts.StringLiteral): boolean {
  return !ts.isBinaryExpression(parent) && !ts.isCaseClause(parent) && !ts.isArrayLiteralExpression(parent);
}

function literalOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteral(node)) return node.text;
  return ts.isAsExpression(node) ? literalOf(node.expression) : undefined;
}

/**
 * Every node that can run when the rule decides: its own, and those of all functions that it calls, also through
 * others. `already` gives no message, and `done` only matters by its presence.
 */
function* reached(
  files: ReadonlyMap<string, File>,
  start: Place,
): Generator<{ node: ts.Node; root: ts.Node }> {
  const seen = new Set<ts.Node>();
  const waiting = [start];
  const flags = flagsIn(start.node);
  for (const { path, node: root } of waiting) {
    if (seen.has(root)) continue;
    seen.add(root);
    const own = namesBoundIn(root);
    for (const node of valuesIn(root, flags)) {
      yield { node, root };
      const name = ts.isShorthandPropertyAssignment(node) ? node.name : node;
      if (!ts.isIdentifier(name) || own.has(name.text)) continue;
      const found = declarationOf(files, path, name.text);
      if (found) waiting.push(found);
    }
  }
}

/** The options that the rule itself sets to true: `evenSuspended: true`. */
function flagsIn(rule: ts.Node): ReadonlySet<string> {
  const options = ts.isCallExpression(rule) ? rule.arguments.filter(ts.isObjectLiteralExpression) : [];
  const properties = options.flatMap(({ properties }) => properties.filter(ts.isPropertyAssignment));
  const isSet = ({ initializer }: ts.PropertyAssignment) => initializer.kind === ts.SyntaxKind.TrueKeyword;
  return new Set(properties.filter(isSet).map(({ name }) => name.getText()));
}

/**
 * The nodes of a tree that are values. It leaves out types and the names of properties. If an option chooses between
 * two sides, only the side that the `flags` of the rule choose is taken. An option is false unless a rule sets it.
 */
function* valuesIn(node: ts.Node, flags: ReadonlySet<string>, options = optionsIn(node)): Generator<ts.Node> {
  if (ts.isTypeNode(node)) return;
  yield node;
  if (isAnswered(node)) return;
  if (ts.isConditionalExpression(node) && options.has(node.condition.getText())) {
    const { condition, whenTrue, whenFalse } = node;
    yield* valuesIn(flags.has(condition.getText()) ? whenTrue : whenFalse, flags, options);
  } else if (ts.isPropertyAccessExpression(node)) yield* valuesIn(node.expression, flags, options);
  else if (ts.isPropertyAssignment(node)) yield* valuesIn(node.initializer, flags, options);
  else if (!ts.isShorthandPropertyAssignment(node))
    for (const child of childrenOf(node)) yield* valuesIn(child, flags, options);
}

/** The parameters whose default is false. */
function optionsIn(root: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isBindingElement(node) && node.initializer?.kind === ts.SyntaxKind.FalseKeyword)
      names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(root);
  return names;
}

function isAnswered(node: ts.Node): boolean {
  const isProperty = ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node);
  return isProperty && ["already", "done"].includes(node.name.getText());
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** The names of parameters and variables inside. They hide names of the file. */
function namesBoundIn(root: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    const binds = ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
    if (binds && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return names;
}

function declarationOf(files: ReadonlyMap<string, File>, path: string, name: string): Place | undefined {
  const file = files.get(path);
  const node = file?.declared.get(name);
  if (node) return { path, node };
  const from = file?.imported.get(name);
  return from && declarationOf(files, from.path, from.name);
}

/** The rules of an object, together with those that it spreads. */
function entriesOf(
  files: ReadonlyMap<string, File>,
  path: string,
  value: ts.Node | undefined,
): Map<string, Place> {
  if (value && ts.isIdentifier(value)) {
    const found = declarationOf(files, path, value.text);
    return found ? entriesOf(files, found.path, found.node) : new Map();
  }
  if (value && ts.isCallExpression(value) && value.expression.getText() === "Object.freeze")
    return entriesOf(files, path, value.arguments[0]);
  if (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)))
    return entriesOf(files, path, value.expression);
  if (!value || !ts.isObjectLiteralExpression(value)) return new Map();
  return new Map(
    value.properties.flatMap((property): [string, Place][] => {
      if (ts.isSpreadAssignment(property)) return [...entriesOf(files, path, property.expression)];
      const node = ts.isPropertyAssignment(property) ? property.initializer : property;
      return [[property.name.getText(), { path, node }]];
    }),
  );
}

/** The argument of `decider({...})` in the file, and the comment above it. */
function deciderIn(file: File | undefined): { spec: ts.Node | undefined; doc: string } {
  for (const node of file?.declared.values() ?? []) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "decider") continue;
    const statement = node.parent.parent.parent;
    return { spec: node.arguments[0], doc: paragraphsOf(statement).join("\n\n") };
  }
  return { spec: undefined, doc: "" };
}

/** The function that the decider is given to, `settling(rules)`: what it gives stands behind any command. */
function followUpIn(file: File | undefined): ts.Node[] {
  return [...(file?.declared.values() ?? [])].flatMap((node) => {
    const isFollowUp = ts.isCallExpression(node) && node.expression.getText() !== "decider";
    return isFollowUp && node.arguments.some(ts.isIdentifier) ? [node.expression] : [];
  });
}

function propertyOf(object: ts.Node | undefined, name: string): ts.Node | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  const found = object.properties.find((property) => property.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

/** The comments on the keys of `messages({...})` and of `sharedRejections`. */
function docsIn(files: ReadonlyMap<string, File>): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && /^[A-Z]/.test(node.name.getText())) {
      const comment = commentOf(node);
      if (comment) docs.set(node.name.getText(), comment);
    }
    ts.forEachChild(node, visit);
  };
  for (const { source } of files.values()) visit(source);
  return docs;
}

/** A comment in one line, for a cell of a table. */
const commentOf = (node: ts.Node): string => paragraphsOf(node).join(" ");

function paragraphsOf(node: ts.Node): string[] {
  const [jsDoc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(jsDoc?.comment) ?? "";
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, " ").trim());
}

function fileOf(path: string, text: string): File {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declared = new Map<string, ts.Node>();
  const imported = new Map<string, { path: string; name: string }>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) declared.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer) declared.set(name.getText(), initializer);
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = new URL(statement.moduleSpecifier.text, `file:///${path}`).pathname.slice(1);
    const named = statement.importClause?.namedBindings;
    for (const { name, propertyName } of named && ts.isNamedImports(named) ? named.elements : [])
      imported.set(name.text, { path: from, name: (propertyName ?? name).text });
  }
  return { declared, imported, source };
}
