import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violations } from "./support/architecture.ts";
import { needlessExports } from "./support/exports.ts";

const src = new URL("../src/", import.meta.url);

function sources(): Map<string, string> {
  const paths = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, src), "utf8")]));
}

describe("the architecture", () => {
  it("holds: every import goes where it may, in no circle, and the domain is pure", () => {
    const files = sources();
    expect(files.size).toBeGreaterThan(30);
    expect(violations(files)).toEqual([]);
  });

  it.each([
    ["an aggregate that imports another", "pledge/pledge.ts", 'import { award } from "../award/award.ts";'],
    [
      "an aggregate that imports another's words",
      "pledge/pledge.ts",
      'import type { AwardEvent } from "../award/messages.ts";',
    ],
    [
      "a kernel that knows a domain word",
      "kernel/text.ts",
      'import { Season } from "../vocabulary/season.ts";',
    ],
    ["counting that imports immer", "counting/votes/borda.ts", 'import { produce } from "immer";'],
    [
      "counting that imports an aggregate",
      "counting/votes/borda.ts",
      'import { ballot } from "../../ballot/ballot.ts";',
    ],
    [
      "counting that imports the words of its steps at run time",
      "counting/votes/borda.ts",
      'import { CountStep } from "../steps/count-step.ts";',
    ],
    ["counting that imports a format", "counting/rule.ts", 'import { readBlt } from "./formats/blt.ts";'],
    [
      "an aggregate that imports a format of papers",
      "ballot/paper.ts",
      'import { readBlt } from "../counting/formats/blt.ts";',
    ],
    [
      "a ballot that imports its verifier",
      "ballot/publish.ts",
      'import { verifyLog } from "./verify/verify-ballot.ts";',
    ],
    [
      "a process manager that imports behaviour",
      "season/awards.ts",
      'import { award } from "../award/award.ts";',
    ],
    ["a store that knows the domain", "stores/x.ts", 'import { Season } from "../vocabulary/season.ts";'],
    ["a barrel imported inside", "pledge/pledge.ts", 'import { check } from "../kernel/index.ts";'],
    ["a re-export that goes too far", "pledge/index.ts", 'export { award } from "../award/award.ts";'],
    ["node inside the library", "stores/x.ts", 'import { readFileSync } from "node:fs";'],
    ["a package that nobody agreed to", "kernel/x.ts", 'import _ from "lodash";'],
    ["a folder that nobody drew", "misc/x.ts", 'import { check } from "../kernel/input.ts";'],
    ["a clock", "kernel/x.ts", "export const x = () => Date.now();"],
    ["a clock by construction", "kernel/x.ts", "export const x = () => new Date();"],
    ["chance", "counting/x.ts", "export const x = () => Math.random();"],
    ["a locale", "bloc/x.ts", "export const x = (a: string, b: string) => a.localeCompare(b);"],
    ["a module found at run time", "bloc/x.ts", 'const zod = import("zod");'],
    ["output", "bloc/x.ts", 'console.log("x");'],
  ])("is broken by %s", (_, path, text) => {
    expect(violations(new Map([[path, text]]))).toHaveLength(1);
  });

  it("is broken by a package that counting would run by way of others, and not by its types", () => {
    const found = (fraction: string) =>
      violations(
        new Map([
          ["counting/votes/borda.ts", 'import { fraction } from "../../kernel/fraction.ts";'],
          ["kernel/fraction.ts", fraction],
          ["kernel/numbers.ts", 'import * as z from "zod";'],
        ]),
      );
    expect(found('import { integer } from "./numbers.ts";')).toEqual([
      "counting runs zod, which kernel/numbers.ts imports",
    ]);
    expect(found('import * as z from "zod";')).toEqual([
      "counting runs zod, which kernel/fraction.ts imports",
    ]);
    expect(found('import type { Decimal } from "./numbers.ts";')).toEqual([]);
  });

  it("is broken by an import cycle", () => {
    const found = violations(
      new Map([
        ["kernel/a.ts", 'import { b } from "./b.ts";'],
        ["kernel/b.ts", 'import { c } from "./c.ts";'],
        ["kernel/c.ts", 'import { a } from "./a.ts";'],
      ]),
    );
    expect(found).toEqual(["import cycle: kernel/a.ts -> kernel/b.ts -> kernel/c.ts -> kernel/a.ts"]);
  });

  it("may speak of clocks in a comment, and make a Date from a number", () => {
    const text =
      "/** Never Date.now(). */\n// nor new Date()\nexport const x = (ms: number) => new Date(ms);";
    expect(violations(new Map([["kernel/x.ts", text]]))).toEqual([]);
  });
});

describe("an export", () => {
  it("is imported by another file, or by an entry", () => {
    const root = new URL("../", import.meta.url);
    const files = ["src", "test", "examples"].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
    );
    const texts = new Map(files.map((path) => [path, readFileSync(new URL(path, root), "utf8")]));
    expect(needlessExports(texts)).toEqual([]);
  });

  it.each([
    ["imported", 'import { one } from "./numbers.ts";', []],
    ["imported under another name", 'import { one as first } from "./numbers.ts";', []],
    ["imported as a type", 'import type { one } from "./numbers.ts";', []],
    ["exported again", 'export { one } from "./numbers.ts";', []],
    ["part of all that is imported", 'import * as numbers from "./numbers.ts";', []],
    ["imported by nobody", "const one = 1;", ["src/kernel/numbers.ts#one"]],
    [
      "only like a name of another file",
      'import { one } from "../numbers.ts";',
      ["src/kernel/numbers.ts#one"],
    ],
  ])("may be %s", (_, other, needless) => {
    const texts = new Map([
      ["src/kernel/numbers.ts", "export const one = 1;"],
      ["src/kernel/other.ts", other],
    ]);
    expect(needlessExports(texts)).toEqual(needless);
  });
});
