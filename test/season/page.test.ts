import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seasonProcesses } from "../../src/season/season-processes.ts";

const folder = join(import.meta.dirname, "../../src/season");
const page = readFileSync(join(folder, "README.md"), "utf8");
const source = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

describe("the page of what follows", () => {
  it("has every law that the processes name, and no other", () => {
    const named = new Set([...source.matchAll(/"(C\d+[a-z]*|X\d+)"/g)].map(([, law = ""]) => law));
    const told = [...page.matchAll(/^\| ((?:C|X)\d+[^|]*) \|/gm)].flatMap(([, laws = ""]) =>
      laws.split(", "),
    );
    expect(named.size).toBeGreaterThan(30);
    expect(told.toSorted()).toEqual([...named].toSorted());
  });

  it("has every process", () => {
    const told = [...page.matchAll(/^\| \*\*`([\w-]+)`\*\* \|/gm)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(seasonProcesses.map(({ name }) => name).toSorted());
  });
});
