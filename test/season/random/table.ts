import { judgeSeason, type Setting } from "./judged.ts";
import { ways } from "./play.ts";
import { calm } from "./weights.ts";

// `npx tsx test/season/random/table.ts COUNT FIRST [WORD...]` plays random seasons and tells a row for each law: how often it
// was asked, how often it is otherwise, and in which seasons. `ways`: each season in every way of playing. `calm`: nothing
// goes wrong. The name of a law: what is otherwise by it.

type Row = { asked: number; otherwise: number; seeds: Set<number> };

const [count = "20", first = "1", ...words] = process.argv.slice(2);
const setting: Setting = {
  ...(words.includes("ways") && { ways }),
  ...(words.includes("calm") && { weights: calm }),
};
const tell = (line: string) => process.stdout.write(`${line}\n`);
const rows = new Map<string, Row>();
const before = process.cpuUsage();
let commands = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const { base, findings } = judgeSeason(seed, setting);
  commands += base.counted.commands;
  for (const { law, key, ok, detail } of findings) {
    const row = rows.get(law) ?? { asked: 0, otherwise: 0, seeds: new Set<number>() };
    rows.set(law, row);
    row.asked += 1;
    if (ok) continue;
    row.otherwise += 1;
    row.seeds.add(seed);
    if (words.includes(law)) tell(`${seed} ${key}: ${detail}`);
  }
}
const { user, system } = process.cpuUsage(before);
const seconds = (user + system) / 1_000_000 / Number(count);
tell(
  `${count} seasons of ${Math.round(commands / Number(count))} commands, ${seconds.toFixed(2)} seconds each`,
);
const numbers = (law: string) => Number(law.replace(/\D/g, "")) + (law.startsWith("X") ? 100 : 0);
for (const [law, { asked, otherwise, seeds }] of [...rows].sort(([a], [b]) => numbers(a) - numbers(b)))
  tell(
    `${law.padEnd(5)} ${String(asked).padStart(7)} ${String(otherwise).padStart(6)}  ${[...seeds].slice(0, 8).join(" ")}`,
  );
