import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { programOf, writeDeclarations } from "./declarations.ts";
import { writeJsonSchemas } from "./json-schemas.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const entries = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("index.ts"))
  .map((path) => join(source, path));

const aggregates = entries
  .map((path) => basename(dirname(path)))
  .filter((name) => existsSync(join(source, name, "messages.ts")) && !["kernel", "season"].includes(name));
const program = programOf(entries);

writeDeclarations(join(root, "dist"), program);
await writeJsonSchemas(join(root, "dist"), program, aggregates);
