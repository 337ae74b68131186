import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { times } from "./support/runs.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at(".."),
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: [at("support/repeatable.setup.ts")],
    reporters: [at("support/plain-reporter.ts")],
    watch: false,
    // No module keeps a state, so test files share what they import: each of 300 files would read it anew.
    isolate: false,
    // Vitest leaves one core alone; of two cores that is half of the machine.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000 * times,
    hookTimeout: 180_000,
  },
});
