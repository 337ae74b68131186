import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimsOf, examplesIn } from "./support/examples.ts";

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const examples = files.flatMap((file) => examplesIn(file, readFileSync(new URL(file, src), "utf8")));

/** What examples may use: all exports of the library, all exports of their own file, and fast-check as `fc`. */
async function scopeOf(file: string): Promise<Map<string, unknown>> {
  const paths = [...files.filter((path) => path.endsWith("index.ts")), file];
  const modules = await Promise.all(paths.map((path) => import(new URL(path, src).pathname)));
  return new Map([["fc", fc], ...modules.flatMap((module) => Object.entries(module as object))]);
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

describe("the reader of examples", () => {
  it("finds a claim that is not so", () => {
    const [example] = examplesIn("x.ts", "/**\n * Adds.\n * @example\n * one + 1 // 3\n */");
    expect(claimsOf(example?.code ?? "", new Map([["one", 1]]))).toEqual([
      { claim: "one + 1", got: 2, expected: 3 },
    ]);
  });
});
