import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { claimsOf, examplesIn, programOf } from "./support/examples.ts";
import { languageService } from "./support/language-service.ts";

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const examples = files.flatMap((file) => examplesIn(file, readFileSync(new URL(file, src), "utf8")));

/** Where the names are that an example may use: in all entries of the library and in its own file. */
const scopePaths = (file: string) => [...files.filter((path) => path.endsWith("index.ts")), file];

/** What examples may use: all that these export, and fast-check as `fc`. */
async function scopeOf(file: string): Promise<Map<string, unknown>> {
  const modules = await Promise.all(scopePaths(file).map((path) => import(new URL(path, src).pathname)));
  return new Map([["fc", fc], ...modules.flatMap((module) => Object.entries(module as object))]);
}

/** The path of each name that an example may use. */
async function pathsOf(file: string): Promise<Map<string, string>> {
  const found = await Promise.all(
    scopePaths(file).map(async (path) => {
      const module = (await import(new URL(path, src).pathname)) as object;
      return Object.keys(module).map((name) => [name, `../src/${path}`] as const);
    }),
  );
  return new Map([["fc", "fast-check"], ...found.flat()]);
}

describe("the examples of the docstrings", () => {
  it("are many", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)("$file:$line holds", async ({ file, code }) => {
    const claims = claimsOf(code, await scopeOf(file));
    expect(claims.length).toBeGreaterThan(0);
    for (const { claim, got, expected } of claims) expect(got, claim).toEqual(expected);
  });
});

describe("the examples of the docstrings, as TypeScript", async () => {
  const scopes = await Promise.all(examples.map(({ file }) => pathsOf(file)));
  const programs = examples.map(({ code }, at) => programOf(code, scopes[at] ?? new Map()));

  it("compile", () => {
    const { file, service } = languageService(programs.join("\n"));
    const ends = programs.map((_, at) => programs.slice(0, at + 1).join("\n").length);
    const faults = service.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => {
      const example = examples[ends.findIndex((end) => start <= end)];
      return `${example?.file}:${example?.line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
    expect(faults).toEqual([]);
  });
});

describe("the reader of examples", () => {
  it("finds a claim that is not so", () => {
    const [example] = examplesIn("x.ts", "/**\n * Adds.\n * @example\n * one + 1 // 3\n */");
    expect(claimsOf(example?.code ?? "", new Map([["one", 1]]))).toEqual([
      { claim: "one + 1", got: 2, expected: 3 },
    ]);
  });
});
