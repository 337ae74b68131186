import type { Asked } from "./asked.ts";
import { playConsequences } from "./consequences.ts";
import { playRotation } from "./rotation-run.ts";

/** The references that the library is held against; each gives the exit code. */
const references = new Map<string, (asked: Asked) => Promise<number>>([
  ["rotation", playRotation],
  ["consequences", playConsequences],
]);

const usage = `npm run oracle -- rotation HISTORIES SEED [GROUP]
npm run oracle -- consequences SEASONS SEED [WORD ...]
`;

const [name = "", count = "200", first = "1", ...words] = process.argv.slice(2);
const play = references.get(name);
if (!play || !/^\d+$/.test(count) || !/^\d+$/.test(first)) {
  process.stderr.write(usage);
  process.exit(2);
}
const tell = (line: string) => void process.stdout.write(`${line}\n`);
process.exitCode = await play({ count: Number(count), first: Number(first), words, tell });
