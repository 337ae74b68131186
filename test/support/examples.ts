import ts from "typescript";

/** An example of a docstring. A line `expression // value` in its code claims a value. */
export type DocExample = { file: string; line: number; code: string };

/** The `@example` blocks of a source file. */
export function examplesIn(file: string, source: string): DocExample[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const text = comment[0].replace(/^\s*\/?\*+\/?[ \t]?/gm, "").replace(/\*\/$/, "");
    return text
      .split(/^@example\b/m)
      .slice(1)
      .map((block) => ({
        file,
        line: source.slice(0, comment.index).split("\n").length,
        code: (block.split(/^@\w/m)[0] ?? "").trim(),
      }));
  });
}

/**
 * Runs an example and returns the claimed and the real values. `scope` holds the names that the example may use.
 * After `//`, the claimed value is read as an expression too.
 */
export function claimsOf(
  code: string,
  scope: ReadonlyMap<string, unknown>,
): { claim: string; got: unknown; expected: unknown }[] {
  const claims: { claim: string; got: unknown; expected: unknown }[] = [];
  const body = statementsOf(code).map(({ text, value }) => {
    if (value === undefined) return text;
    return `claim(${JSON.stringify(text)}, (${text.replace(/;$/, "")}), (${value}));`;
  });
  const { outputText } = ts.transpileModule(body.join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const names = [...scope.keys()];
  const claim = (text: string, got: unknown, expected: unknown) =>
    claims.push({ claim: text, got, expected });
  new Function("claim", ...names, `"use strict";${outputText}`)(claim, ...scope.values());
  return claims;
}

/** The example as a block of a program, which imports what it uses by dynamic imports, so that blocks do not meet. */
export function programOf(code: string, paths: ReadonlyMap<string, string>): string {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (isDeclaration(node) ? declared : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const imports = [...used]
    .filter((name) => paths.has(name) && !declared.has(name))
    .map(
      (name) =>
        `const ${name === "fc" ? name : `{ ${name} }`} = await import(${JSON.stringify(paths.get(name))});`,
    );
  return `export {}; { ${imports.join(" ")}\n${code}\n}`;
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) && parent.name === node;
}

/** The statements of the code, each with the value that the comment behind it claims. */
function statementsOf(code: string): { text: string; value?: string }[] {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest);
  return file.statements.map((statement) => {
    const text = statement.getText(file);
    const behind = /^[^\S\n]*;?[^\S\n]*\/\/[^\S\n]*(.+)/.exec(code.slice(statement.end))?.[1];
    if (behind === undefined) return { text };
    if (!ts.isVariableStatement(statement)) return { text, value: behind };
    throw new Error(`a declaration claims nothing: ${text}`);
  });
}
