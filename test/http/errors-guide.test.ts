import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toProblem } from "../../src/http/to-problem.ts";
import { en } from "../../src/minutes/en.ts";
import { root } from "../support/packed.ts";

const guide = readFileSync(join(root, "src/http/errors.md"), "utf8");
const rows = [...guide.matchAll(/^\| `(\w+)` *\|.*\| (\d+|-) *\|$/gm)].map(([, name = "", status = ""]) => ({
  name,
  status,
}));

/** A handler of an event throws it, and whoever folds gets an `ImpossibleEvent`. */
const inner = ["Contradiction"];

/** The names of all errors that the library throws at whoever runs it. */
function thrown(): string[] {
  const folder = join(root, "src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /^(?:kernel|stores|process)\/.*\.ts$/.test(path.replaceAll("\\", "/")),
  );
  const texts = files.map((path) => readFileSync(join(folder, path), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/class (\w+)(?:<[^>]*>)? extends Error/g)].map(([, name = ""]) => name),
  );
}

describe("the guide to errors", () => {
  it("has every error of the kernel, the stores and the processes", () => {
    const names = rows.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(thrown().filter((name) => !names.includes(name) && !inner.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(rows.filter(({ status }) => status !== "-"))(
    "tells the answer of $name as it is",
    ({ name, status }) => {
      const error = Object.assign(new Error("x"), { name });
      expect(`${toProblem(error, en).status}`).toBe(status);
    },
  );
});
