import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/packed.ts";

type Locked = { integrity?: string; resolved?: string };

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path]) => path !== "");
const those = (has: (entry: Locked) => boolean) =>
  locked.filter(([, entry]) => has(entry)).map(([path]) => path);

describe("the lock file", () => {
  it("holds what is installed", () => {
    expect(locked.length).toBeGreaterThan(100);
  });

  // npm leaves out fields of packages that it did not install itself. `npm install` in an empty folder writes all.
  it("has an integrity for every package, also for those of other platforms", () => {
    expect(those(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
  });

  it("names no registry, so that any mirror serves it", () => {
    expect(those(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
