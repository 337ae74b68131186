import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { root } from "./support/packed.ts";

/**
 * `npm run test:deep -- TIMES [FILTER...]` runs every property TIMES as often as usual, with a fresh seed.
 * `SEED=... npm run test:deep -- TIMES` repeats a run. It needs no build and leaves out the tests of the built package.
 */
const [times = "", ...filters] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(times)) {
  process.stderr.write("npm run test:deep -- TIMES [FILTER...]: TIMES is a whole number of 1 or more\n");
  process.exit(2);
}
const seed = process.env.SEED || String(randomInt(2 ** 31));
const args = ["--config", "test/vitest.config.ts", "--exclude", "test/**/*.built.test.ts", ...filters];
const { status } = spawnSync(join(root, "node_modules/.bin/vitest"), args, {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, SEED: seed, TIMES: times },
});
process.exitCode = status ?? 1;
