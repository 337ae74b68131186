import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { largest, titleOf } from "./large.ts";
import type { Bench, Contest } from "./measure.ts";

/** The most memory that a process of its own takes for one count, with its papers, in megabytes. */
function memoryOf(place: number): { before: number; peak: number } {
  const script = fileURLToPath(new URL("count-one.mjs", import.meta.url));
  const child = spawnSync(process.execPath, [script, String(place)], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`the count of ${place} fails: ${child.stderr}`);
  const { before, peak } = JSON.parse(child.stdout);
  return { before: before / 1_000, peak: peak / 1_000 };
}

/** The largest ballots: the memory that the runtime and the papers take, and the peak of all with the count. */
export const memory: Bench = async () =>
  largest.map((one, place): Contest => {
    const megabytes = { max: 256, measure: () => memoryOf(place) };
    return { name: titleOf(one), megabytes, ours: () => undefined, peers: {} };
  });
