import { consequences } from "./consequences.ts";
import { fold } from "./fold.ts";
import { large } from "./large.ts";
import { type Bench, hold } from "./measure.ts";
import { memory } from "./memory.ts";
import { rankings } from "./rankings.ts";
import { readers } from "./readers.ts";
import { rotations } from "./rotations.ts";
import { small } from "./small.ts";
import { stores } from "./stores.ts";
import { stv } from "./stv.ts";
import { headOf, rowOf } from "./table.ts";
import { tied } from "./tied.ts";

const benches: Readonly<Record<string, [title: string, bench: Bench]>> = {
  rankings: ["100,000 papers that rank 10 nominees, 1 seat", rankings],
  stv: ["100,000 papers that rank 10 nominees, STV", stv],
  small: ["10 papers on 10 nominees, 2 seats, each rule", small],
  readers: ["Reading 5 MB, and twice as much", readers],
  tied: ["10 papers on 10 nominees who are all alike, each rule", tied],
  large: ["The largest ballots that terms allow, counted with their record", large],
  memory: ["The same in a process of its own, with its papers: the peak of memory", memory],
  fold: ["Folding the events of an aggregate", fold],
  rotations: ["A rotation: what is asked of it", rotations],
  consequences: [
    "What follows from what people do in the seasons of blocs, and in twice as many",
    consequences,
  ],
  stores: ["Stores: the last of many commands, loading 100,000 events, and appends", stores],
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(benches).filter(([name]) => wanted.length === 0 || wanted.includes(name));

// Only a disagreement fails: the speed of a busy machine says nothing about the code.
let agreed = true;
for (const [, [title, bench]] of chosen) {
  const contests = await bench();
  const peers = [...new Set(contests.flatMap((contest) => Object.keys(contest.peers)))];
  console.log(`\n${title}\n${headOf(peers)}`);
  for (const contest of contests) {
    const verdict = await hold(contest);
    console.log(rowOf(contest, verdict, peers));
    agreed &&= verdict.agreed;
  }
}
process.exitCode = agreed ? 0 : 1;
