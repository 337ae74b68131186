import { eventStoreContract } from "../../src/testing/event-store-contract.ts";
import { availableStores } from "./stores.ts";
import { sentences } from "./two-servers/audit.ts";
import { playedOn } from "./two-servers/trial.ts";

/** Tries every store that this machine has. It ends with one line that a script can read. */
const count = { passed: 0, failed: 0, skipped: 0 };

const say = (line: string) => process.stdout.write(`${line}\n`);

for (const { name, open, sizes } of availableStores()) {
  const trials = await open();
  if (typeof trials === "string") {
    count.skipped += 1;
    say(`skipped: ${name}: ${trials}`);
    continue;
  }
  const before = performance.now();
  const failed: string[] = [];
  const cases = eventStoreContract(trials.makeStore, sizes);
  for (const { law, name: sentence, run } of cases)
    await run().catch((error: unknown) => {
      failed.push(`FAILED ${name} > ${law}: ${sentence}\n${error instanceof Error ? error.stack : error}`);
    });
  await trials.close();
  count.passed += cases.length - failed.length;
  count.failed += failed.length;
  const seconds = ((performance.now() - before) / 1_000).toFixed(1);
  say(`${name}: ${cases.length - failed.length} of ${cases.length} sentences hold (${seconds} s)`);
  for (const text of failed) say(text);
}

await tryTwoServers();
say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;

/** 10,000 commands from two operating-system processes, of which parts are killed at random. */
async function tryTwoServers() {
  const { DATABASE_URL = "" } = process.env;
  const name = "two servers on one PostgreSQL";
  if (DATABASE_URL === "") {
    count.skipped += 1;
    say(`skipped: ${name}: DATABASE_URL is not set`);
    return;
  }
  const before = performance.now();
  const trial = await playedOn(DATABASE_URL, {
    writers: 8,
    races: 40,
    ballots: 60,
    pledges: 100,
    reports: 8_400,
  });
  const found = sentences.map((sentence) => ({ name: sentence.name, faults: sentence.faults(trial) }));
  const failed = found.filter(({ faults }) => faults.length > 0);
  const { answers, log, connections, kills } = trial;
  count.passed += found.length - failed.length;
  count.failed += failed.length;
  const seconds = ((performance.now() - before) / 1_000).toFixed(1);
  say(
    `${name}: ${found.length - failed.length} of ${found.length} sentences hold (${answers.size} commands, ${log.length} events; ${connections} connections and ${kills} servers killed; ${seconds} s)`,
  );
  for (const one of failed) say(`FAILED ${name} > ${one.name}\n${one.faults.slice(0, 5).join("\n")}`);
}
