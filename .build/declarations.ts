import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { namedDeclarations } from "./named-declarations.ts";

// Writes the declarations of the package: those of the compiler, but each schema and each message with its name and
// the comments of its fields. One file for each source file that an entry can reach, for either module system.

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");

export function writeDeclarations(outDir: string, program: ts.Program): void {
  const texts = new Map<string, string>();
  for (const file of program.getSourceFiles().filter(isOurs)) {
    const { diagnostics } = program.emit(
      file,
      (_, emitted) => texts.set(file.fileName, withNames(file, emitted, program.getTypeChecker())),
      undefined,
      true,
    );
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host));
  }
  for (const path of reached(program.getRootFileNames(), texts)) {
    const to = join(outDir, relative(source, path)).replace(/\.ts$/, "");
    mkdirSync(dirname(to), { recursive: true });
    const text = texts.get(path) ?? "";
    writeFileSync(`${to}.d.ts`, withExtension(text, ".js"));
    writeFileSync(`${to}.d.cts`, withExtension(text, ".cjs"));
  }
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

function isOurs({ fileName }: ts.SourceFile): boolean {
  return fileName.startsWith(`${source}/`);
}

/** The sources, as far as the entries lead. */
export function programOf(entries: readonly string[]): ts.Program {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const { noEmit: _, ...rest } = options;
  return ts.createProgram([...entries], {
    ...rest,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    stripInternal: true,
  });
}

/** The compiler's declarations of a file, with those of its schemas replaced. */
function withNames(file: ts.SourceFile, emitted: string, checker: ts.TypeChecker): string {
  const used = new Map<string, string>();
  const use = (name: string, fileName: string) => used.set(name, resolve(source, fileName));
  const named = namedDeclarations(file, { checker, use });
  if (named.size === 0) return emitted;
  const { statements } = ts.createSourceFile(file.fileName, emitted, ts.ScriptTarget.Latest, true);
  const kept = statements.map((statement) => {
    const { type, value } = named.get(declaredName(statement) ?? "") ?? {};
    const text = ts.isVariableStatement(statement) ? value : type;
    return text ?? statement.getFullText().trim();
  });
  const imports = [...used]
    .filter(([name, from]) => from !== file.fileName && !isDeclared(statements, name))
    .map(([name, from]) => `import type { ${name} } from "${moduleName(file.fileName, from)}";`);
  if (!isDeclared(statements, "z")) imports.push('import type * as z from "zod/mini";');
  // Without an export of its own, a declaration file exports all that it declares.
  return withoutUnused(file.fileName, [...imports, ...kept, "export {};", ""].join("\n"));
}

function declaredName(statement: ts.Statement): string | undefined {
  if (ts.isTypeAliasDeclaration(statement)) return statement.name.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations[0]?.name.getText();
}

function isDeclared(statements: readonly ts.Statement[], name: string): boolean {
  return statements.some((statement) => importedNames(statement).includes(name));
}

function importedNames(statement: ts.Statement): string[] {
  if (!ts.isImportDeclaration(statement)) return [];
  const bindings = statement.importClause?.namedBindings;
  if (!bindings) return [];
  return ts.isNamespaceImport(bindings)
    ? [bindings.name.text]
    : bindings.elements.map(({ name }) => name.text);
}

function moduleName(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Without the imports, and the constants that are not exported, which nothing names any more. */
function withoutUnused(fileName: string, text: string): string {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const names = new Map<string, number>();
  const count = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, count);
  };
  count(file);
  const isUsed = (name: string) => (names.get(name) ?? 0) > 1;
  const kept = file.statements.flatMap((statement) => {
    const whole = statement.getFullText().trim();
    const imported = importedNames(statement);
    if (imported.length > 0) {
      const used = imported.filter(isUsed);
      if (used.length === 0) return [];
      return used.length === imported.length ? [whole] : [importOf(statement as ts.ImportDeclaration, used)];
    }
    const isPrivate = ts.isVariableStatement(statement) && !statement.getText().startsWith("export");
    const name = declaredName(statement);
    return isPrivate && name !== undefined && !isUsed(name) ? [] : [whole];
  });
  const shorter = `${kept.join("\n")}\n`;
  return shorter.length < text.length ? withoutUnused(fileName, shorter) : text;
}

function importOf(statement: ts.ImportDeclaration, names: readonly string[]): string {
  return `import type { ${names.join(", ")} } from ${statement.moduleSpecifier.getText()};`;
}

const specifier = /((?:from|import\() ?")(\.[^"]+)\.ts(")/g;

/** The files that the entries' declarations lead to. */
function reached(entries: readonly string[], texts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>(entries);
  for (const path of found) {
    for (const [, , module] of (texts.get(path) ?? "").matchAll(specifier))
      found.add(join(dirname(path), `${module}.ts`));
  }
  return found;
}

function withExtension(text: string, extension: string): string {
  return text.replaceAll(specifier, `$1$2${extension}$3`);
}
