import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aggregates } from "../../src/aggregates.ts";
import { type ChainHead, chainOf } from "../../src/evidence/chain.ts";
import type { AnyDecider } from "../../src/kernel/decider.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { toPlain } from "../../src/kernel/plain-state.ts";
import type { CommandMetadata, Recorded } from "../../src/kernel/recorded.ts";
import { processLedger } from "../../src/process/process.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { fromJsonLines, toJsonLines } from "../../src/stores/json-lines.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { root } from "../support/packed.ts";
import { playLedger } from "./ledger.ts";

/** Of each log: its head, and the digest of the state of each stream, by the version of the form of the state. */
export type Pins = Record<string, { head: ChainHead; states: Record<string, Record<string, string>> }>;

export const deciders: readonly AnyDecider[] = [...Object.values(aggregates), processLedger];
export const at = (name: string) => new URL(name, import.meta.url);
export const textOf = (name: string) => readFileSync(at(name), "utf8");
export const pins = (): Pins => JSON.parse(textOf("pins.json"));

/** All golden logs, also those that earlier versions wrote. */
export const files = readdirSync(at("."))
  .filter((name) => name.endsWith(".jsonl"))
  .sort();

/** The logs that this version writes, each with how it comes to be. The others of a name were written before it. */
export const today: Readonly<Record<string, () => Promise<string>>> = {
  "award-1.jsonl": () => played("award-1.jsonl"),
  "ballot-1.jsonl": () => played("ballot-1.jsonl"),
  "bloc-1.jsonl": () => played("bloc-1.jsonl"),
  "campaign-1.jsonl": () => played("campaign-1.jsonl"),
  "chair-rotation-1.jsonl": () => played("chair-rotation-1.jsonl"),
  "conference-1.jsonl": () => played("conference-1.jsonl"),
  "pledge-1.jsonl": () => played("pledge-1.jsonl"),
  "process-1.jsonl": async () => toJsonLines(await playLedger()),
  "scoreboard-1.jsonl": () => played("scoreboard-1.jsonl"),
  "season-1.jsonl": async () => season(),
};

type Given = {
  aggregate: string;
  id: string;
  command: Message;
  metadata: Omit<CommandMetadata, "now"> & { now: string };
};

/** The log of the commands in `commands/`, each of which has to cause events. */
async function played(name: string): Promise<string> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders });
  for (const line of textOf(`commands/${name}`).trimEnd().split("\n")) {
    const { aggregate, id, command, metadata } = JSON.parse(line) as Given;
    const now = new Date(metadata.now);
    const handled = await handlers.get(aggregate)?.json(id, command, { ...metadata, now });
    if (!handled?.ok || handled.events.length === 0)
      throw new Error(`${name}: ${metadata.commandId} caused nothing: ${JSON.stringify(handled)}`);
  }
  return toJsonLines(await wholeLog(store));
}

/** The log of the example, which knows the library by its name only. */
function season(): string {
  const folder = mkdtempSync(join(tmpdir(), "thidua-golden-"));
  try {
    const file = join(folder, "season.jsonl");
    const program = [join(root, "examples/tay-ninh-2022.ts"), "--events", file];
    execFileSync(join(root, "node_modules/.bin/tsx"), program, { cwd: root });
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The states of all streams of a log, each as plain JSON. */
export function statesOf(
  events: readonly Recorded[],
): { stream: string; decider: AnyDecider; state: unknown }[] {
  const streams = [...new Set(events.map(({ metadata }) => metadata.stream))].sort();
  return streams.map((stream) => {
    const decider = deciders.find(({ name }) => stream.startsWith(`${name}-`));
    if (!decider) throw new Error(`nobody reads ${stream}`);
    return {
      stream,
      decider,
      state: decider.fold(events.filter(({ metadata }) => metadata.stream === stream)),
    };
  });
}

/** What is pinned of a log: what it is today. */
export function pinOf(text: string): Pins[string] {
  const events = fromJsonLines(text, deciders);
  const states = statesOf(events).map(({ stream, decider, state }) => {
    const { version, digest } = toPlain(decider, state as { status: string });
    return [stream, { [version]: digest }];
  });
  return {
    head: chainOf(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ),
    states: Object.fromEntries(states),
  };
}
