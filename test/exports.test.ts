import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "./support/packed.ts";

/** The names of `thidua`: of a list as long as this one a reader still finds what a season needs. */
const namesMax = 115;

const text = readFileSync(`${root}src/index.ts`, "utf8");
const names = [...text.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = ""]) =>
  list
    .split(",")
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== ""),
);

describe("the root entry", () => {
  it(`exports at most ${namesMax} names`, () => {
    expect(names.length, names.join(", ")).toBeLessThanOrEqual(namesMax);
    expect(new Set(names).size).toBe(names.length);
  });

  it("leaves arithmetic, dates and the makers of schemas to thidua/kernel", async () => {
    const kernel = await import("../src/kernel/index.ts");
    const there = [
      "addDays",
      "civilDateOf",
      "compare",
      "fraction",
      "minus",
      "one",
      "plus",
      "same",
      "text",
      "zero",
    ];
    expect(Object.keys(kernel)).toEqual(expect.arrayContaining(there));
    expect(names).not.toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^(${there.join("|")})$`))]),
    );
  });
});
