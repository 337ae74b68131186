import { relative } from "node:path";
import { expect, vi } from "vitest";
import { root } from "./packed.ts";
import { repeatable } from "./repeatable.ts";
import { seed, times } from "./runs.ts";

/** Every test file gets the repeatable `fc.assert`. So no property can forget the seed or the number of runs. */
vi.mock("fast-check", async (importOriginal) => {
  const original = await importOriginal<typeof import("fast-check")>();
  const test = () => {
    const { testPath = "", currentTestName = "" } = expect.getState();
    return { file: relative(root, testPath), name: currentTestName.replaceAll(" > ", " ") };
  };
  const assert = repeatable(original, { seed, times, test });
  return { ...original, assert, default: { ...original.default, assert } };
});
