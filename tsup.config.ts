import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";

/** The code of the package; `.build` writes the declarations. Each folder of src with an index.ts is an entry of the package, as is src/index.ts itself. */
const entries = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("index.ts"))
  .map((path) => [path.replace(/\.ts$/, "").replaceAll("\\", "/"), `src/${path}`]);

export default defineConfig({
  entry: Object.fromEntries(entries),
  format: ["esm", "cjs"],
  target: "node20",
  platform: "neutral",
  splitting: true,
  treeshake: true,
  sourcemap: true,
  clean: true,
});
