import { hold } from "./measure.ts";
import { rankings } from "./rankings.ts";
import { rotations } from "./rotations.ts";
import { stv } from "./stv.ts";

const benches = [rankings, stv, rotations];

let kept = true;
for (const bench of benches) for (const contest of await bench()) kept = hold(contest) && kept;
process.exitCode = kept ? 0 : 1;
