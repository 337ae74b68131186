import ts from "typescript";
import type { Sources } from "./architecture.ts";

/** A name of a file: `kernel/text.ts#prose`. `*` stands for all of them. */
type Name = string;

/**
 * Exports of the library that no other file imports, neither of the library nor of its tests. An entry (`index.ts`)
 * exports for others, so its own names are left out. `sources` has the paths below the project.
 */
export function needlessExports(sources: Sources): string[] {
  const files = [...sources].map(([path, text]) => ({
    path,
    statements: ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements,
  }));
  const imported = new Set(files.flatMap(({ path, statements }) => importsOf(path, statements)));
  return files
    .filter(({ path }) => path.startsWith("src/") && !path.endsWith("index.ts"))
    .flatMap(({ path, statements }) =>
      imported.has(`${path}#*`) ? [] : exportsOf(statements).map((name): Name => `${path}#${name}`),
    )
    .filter((name) => !imported.has(name));
}

function importsOf(path: string, statements: readonly ts.Statement[]): Name[] {
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const file = new URL(moduleSpecifier.text, `file:///${path}`).pathname.slice(1);
    const names = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : (statement.exportClause ?? undefined);
    if (names === undefined || !("elements" in names)) return [`${file}#*`];
    return names.elements.map(({ propertyName, name }) => `${file}#${(propertyName ?? name).text}`);
  });
}

function exportsOf(statements: readonly ts.Statement[]): string[] {
  return statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    )
      return statement.name ? [statement.name.text] : [];
    return [];
  });
}
