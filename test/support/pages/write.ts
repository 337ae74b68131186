import { writeFileSync } from "node:fs";
import { readSources, writtenPages } from "./pages.ts";

for (const { url, text } of writtenPages(readSources())) writeFileSync(url, text);
