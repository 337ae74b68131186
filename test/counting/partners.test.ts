import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";

const folder = new URL(".", import.meta.url);
const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /differential.*\.test\.ts$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What the entry exports besides rules. */
const notRules = ["isReachable", "meets", "votesNeeded", "votesToPass"];

/** Rules that worked examples and other programs' counts test, but no brute force yet. The list may only get shorter. */
const withoutPartner = ["cferStv", "ers97Stv"];

describe("the rules of the entry for counting", () => {
  const rules = Object.keys(counting).filter((name) => !notRules.includes(name));
  const isCompared = (name: string) =>
    texts.some((text) => new RegExp(`\\bcounting\\.${name}\\b`).test(text));

  it.each(rules.filter((name) => !withoutPartner.includes(name)))(
    "are compared with brute force: %s",
    (name) => {
      expect(isCompared(name)).toBe(true);
    },
  );

  it.each(withoutPartner)("are named as they are called, where brute force is missing: %s", (name) => {
    expect(rules).toContain(name);
  });
});
