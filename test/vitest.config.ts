import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    reporters: process.env.VERBOSE
      ? ["verbose"]
      : [fileURLToPath(new URL("support/plain-reporter.ts", import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
