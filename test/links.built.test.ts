import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { root, run } from "./support/packed.ts";

/** What is in the repository and not in the package. The README says so. */
const repositoryOnly = ["examples/", "test/", ".github/", "src/README.md"];

const listed = run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], root);
const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
const shipped = new Set(files.map(({ path }) => path));
const pages = [...shipped].filter((path) => path.endsWith(".md"));

const textOf = (page: string) => readFileSync(join(root, page), "utf8");
/** The relative links of a page, as paths from the root of the package. */
const linksIn = (page: string) =>
  [...textOf(page).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g)].map(([, path = ""]) =>
    normalize(join(dirname(page), path)),
  );
const isInRepositoryOnly = (path: string) => repositoryOnly.some((place) => path.startsWith(place));

describe("the pages of the package", () => {
  it("are those that the README points to, and those of the aggregates", () => {
    for (const page of [
      "README.md",
      "CHANGELOG.md",
      "src/http/errors.md",
      "src/process/README.md",
      "src/process/two-servers.md",
      "src/stores/README.md",
      "src/ballot/README.md",
    ])
      expect(pages).toContain(page);
  });

  it.each(pages)("%s links to what is in the package, or says that it is in the repository", (page) => {
    const elsewhere = linksIn(page).filter((path) => !shipped.has(path));
    expect(elsewhere.filter((path) => !isInRepositoryOnly(path) || !existsSync(join(root, path)))).toEqual(
      [],
    );
    expect(elsewhere.length === 0 || textOf(page).includes("in the repository")).toBe(true);
  });

  it("tell in the README which links lead into the repository only", () => {
    const told = textOf("README.md").replace(/\s+/g, " ");
    const [last, ...others] = repositoryOnly.map((place) => `\`${place}\``).reverse();
    expect(told).toContain(`links to ${others.reverse().join(", ")} or ${last} is in the repository only`);
  });

  it("hold less than 250 kB", () => {
    const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(textOf(page)), 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(250_000);
  });
});
