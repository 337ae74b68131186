import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDeclarations } from "./declarations.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const entries = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("index.ts"))
  .map((path) => join(source, path));

writeDeclarations(join(root, "dist"), entries);
