import {
  aggregates,
  type CommandMetadata,
  commandHandlers,
  type EventStore,
  en,
  inMemoryStore,
  type Message,
  seasonRunner,
  vi,
  wholeLog,
} from "thidua";
import { foretold, thingsIn, whatIsOpen, whatWasSettled } from "thidua/minutes";
import { type Clock, systemClock } from "thidua/process";
import { consequencesOf, openPoints } from "thidua/read";
import { type MatterText, seasonProcesses } from "thidua/season";
import { clerk, names } from "./facts.ts";

/** An office: it records, asks before it records, and looks at what is open. */
export function office(code: "vi" | "en", print: (line: string) => void) {
  const language = code === "en" ? en : vi;
  const store = inMemoryStore();
  let today = "2022-01-01";
  const now = () => new Date(`${today}T03:00:00Z`);
  const clock: Clock = { ...systemClock, now };
  const handlers = (over: EventStore) =>
    commandHandlers({ store: over, deciders: Object.values(aggregates) });
  const runner = seasonRunner({ store, handlers: handlers(store), processes: seasonProcesses, clock });
  const points = openPoints(seasonProcesses);
  let count = 0;
  const next = (): CommandMetadata => {
    count += 1;
    return { now: now(), commandId: `office-${count}`, actor: clerk.id };
  };

  async function record(aggregate: string, id: string, ...commands: Message[]): Promise<void> {
    for (const command of commands) {
      const { outcome, complete } = await runner.send({ aggregate, id, command }, next());
      if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.rejection)}`);
      if (!complete) throw new Error(`${command.type}: not all that follows is done`);
    }
  }

  return {
    on(day: string) {
      today = day;
    },
    record,
    /** Asks what a command would lead to, prints it, and records it. */
    async ask(aggregate: string, id: string, command: Message): Promise<void> {
      const metadata = next();
      const told = await consequencesOf({ aggregate, id, command }, metadata, { runner, store, handlers });
      for (const line of foretold(language, told, { names, today })) print(`  ${line}`);
      const { outcome } = await runner.send({ aggregate, id, command }, metadata);
      if (outcome.ok !== told.outcome.ok) throw new Error("what was told has not happened");
    },
    /** Prints what is open now, and what people have settled by hand. */
    async look(): Promise<void> {
      const log = await wholeLog(store);
      const byId = new Map(log.map((event) => [event.metadata.eventId, event]));
      const telling = { names, today, eventOf: (id: string) => byId.get(id), things: thingsIn(log) };
      const known = points.fold(log);
      const list = (heading: string, texts: readonly string[]) => {
        print(`  ${heading}:`);
        for (const text of texts) print(`  * ${text}`);
      };
      list(code === "en" ? "Open" : "Đang tồn đọng", whatIsOpen(language, points.open(known), telling));
      const settled = points.settled(known);
      if (settled.length > 0)
        list(code === "en" ? "Settled" : "Đã xử lý", whatWasSettled(language, settled, telling));
    },
    /** A clerk settles what is open under this word. */
    async settle(type: MatterText["type"], reason: string): Promise<void> {
      const open = points.open(points.fold(await wholeLog(store)));
      for (const { process, key, content } of open.filter(({ what }) => what.type === type))
        await runner.settle({ process, key, content, reason }, next());
    },
  };
}
