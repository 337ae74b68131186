import { eventStoreContract } from "../../src/testing/event-store-contract.ts";
import { availableStores } from "./stores.ts";

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

say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;
