import { hold } from "./measure.ts";
import { rankings } from "./rankings.ts";

const benches = [rankings];

let kept = true;
for (const bench of benches) for (const contest of await bench()) kept = hold(contest) && kept;
process.exitCode = kept ? 0 : 1;
