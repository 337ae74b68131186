import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../support/packed.ts";

/**
 * `npm run bench -- NAME...` bundles the benches as the package is built, and runs them. Straight from TypeScript each
 * function would carry its name along, which costs a tight loop more than its work.
 */
const outdir = join(root, "node_modules/.cache/bench");
const bench = (file: string) => join(root, "test/bench", file);
await build({
  entryPoints: [bench("run.ts"), bench("count-one.ts")],
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [join(outdir, "run.mjs"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
