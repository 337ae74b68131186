import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";

const folder = new URL(".", import.meta.url);
const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /differential.*\.test\.ts$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What the entry exports besides rules. */
const notRules = ["isReachable", "meets", "votesNeeded", "votesToPass"];

describe("the rules of the entry for counting", () => {
  const rules = Object.keys(counting).filter((name) => !notRules.includes(name));
  const isCompared = (name: string) =>
    texts.some((text) => new RegExp(`\\bcounting\\.${name}\\b`).test(text));

  it.each(rules)("are compared with brute force: %s", (name) => {
    expect(isCompared(name)).toBe(true);
  });
});
