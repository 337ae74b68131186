// What each entry of the package adds to a program: `npx tsx test/support/bundles.ts [OTHER TREE]` compares it with
// another checkout. `--own` leaves out what the entry depends on.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Entries that have been renamed, as the other tree has them. */
const formerly: Record<string, string> = {
  counting: "ballot/counting",
  "counting/formats": "ballot/formats",
};

const own = process.argv.includes("--own");
/** Optional peers: a program that has none of them must do without. */
const peers = ["fast-check", "ical-generator"];

/** Bytes of all that an entry exports, minified and compressed, with what it depends on. */
async function weigh(tree: string, entry: string): Promise<number | undefined> {
  const file = [entry, formerly[entry] ?? entry]
    .map((name) => join(tree, "src", name, "index.ts"))
    .find(existsSync);
  if (file === undefined) return undefined;
  const { outputFiles } = await build({
    stdin: { contents: `export * from ${JSON.stringify(file)};`, resolveDir: tree },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "node20",
    platform: "neutral",
    ...(own ? { packages: "external" as const } : { external: peers }),
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
}

const here = resolve(import.meta.dirname, "../..");
const [otherTree] = process.argv.slice(2).filter((argument) => argument !== "--own");
const other = otherTree === undefined ? undefined : resolve(otherTree);
const entries = readdirSync(join(here, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|[\\/])index\.ts$/.test(path))
  .map((path) => path.replaceAll("\\", "/").replace(/\/?index\.ts$/, ""))
  .sort();

for (const entry of entries) {
  const now = await weigh(here, entry);
  const before = other === undefined ? undefined : await weigh(other, entry);
  const more = now !== undefined && before !== undefined && now > before ? `+${now - before}` : "";
  const cells = [before ?? "", now ?? "", more].map((cell) => String(cell).padStart(8));
  process.stdout.write(`${[(entry || "(root)").padEnd(22), ...cells].join("").trimEnd()}\n`);
}
