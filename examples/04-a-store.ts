/** Commands go through a store. A command that is sent twice counts once. The log reads back byte for byte. */
import {
  commandHandler,
  fromJsonLines,
  InvalidInput,
  inMemoryStore,
  PledgeCommand,
  pledge,
  toJsonLines,
  wholeLog,
} from "thidua";

const { create } = PledgeCommand;
const store = inMemoryStore();
const handle = commandHandler({ store, decider: pledge });
// Time and ids come from outside: from your clock and your id generator.
const metadata = (commandId: string) => ({
  now: new Date("2022-02-10T03:00:00Z"),
  commandId,
  actor: "office",
});

const draft = create.DraftPledge({
  bloc: "internal-affairs",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
await handle("police-2022", { ...draft, metadata: metadata("command-1") });
await handle("police-2022", { ...draft, metadata: metadata("command-1") });

const signature = create.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" });
const refused = await handle("police-2022", { ...signature, metadata: metadata("command-2") });
console.log(JSON.stringify(refused));

const log = toJsonLines(await wholeLog(store));
console.log(log.trimEnd());
console.log("read back and written again, the same:", toJsonLines(fromJsonLines(log, [pledge])) === log);

try {
  // A command of the wrong form is not accepted, and the error says in data why.
  create.DraftPledge({ bloc: "internal-affairs", unit: "police", season: "2022", dueOn: "2022-02-30" });
} catch (error) {
  if (error instanceof InvalidInput) console.log(JSON.stringify(error.problems));
}
