import { aggregates } from "../../src/aggregates.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { Addressed } from "../../src/process/messages.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "../process/clock.ts";
import type { Deed } from "../season/random/office.ts";
import { type Extent, planOf } from "../season/random/plan.ts";
import { play } from "../season/random/play.ts";
import { weights } from "../season/random/weights.ts";

/** What people did in the seasons of some blocs, and the log with all that followed from it. */
export type Story = {
  readonly commands: readonly (Addressed & { readonly day: string })[];
  readonly log: readonly Recorded[];
};

/** A random office, of blocs that last. */
export function storyOf(extent: Extent): Story {
  const plan = planOf(1, { ...weights, dissolved: 0 }, extent);
  const commands: Story["commands"][number][] = [];
  const written = ({ act, ...deed }: Deed): Deed => ({
    ...deed,
    act: (desk) =>
      act({
        ...desk,
        send(aggregate, id, command) {
          commands.push({ aggregate, id, command, day: desk.day });
          return desk.send(aggregate, id, command);
        },
      }),
  });
  const { log } = play({ plan: { ...plan, deeds: plan.deeds.map(written) }, processes: seasonProcesses });
  return { commands, log };
}

/** The story up to the day on which half of it has happened. */
export function halfOf({ commands, log }: Story): Story {
  const middle = log[Math.floor(log.length / 2)]?.metadata.recordedAt.slice(0, 10) ?? "";
  return {
    commands: commands.filter(({ day }) => day < middle),
    log: log.filter(({ metadata }) => metadata.recordedAt.slice(0, 10) < middle),
  };
}

/**
 * The commands of people, one after the other, each with all that follows from it: over a store, with ledgers. How many
 * events come of it, which are as many as without a store.
 */
export const serving =
  ({ commands, log }: Story) =>
  async (): Promise<number> => {
    const store = inMemoryStore();
    const handlers = commandHandlers({ store, deciders: Object.values(aggregates) });
    const patience = { min: 0, max: 0 };
    // What follows is recorded on the day of its cause, as without a store: a late runner may find that a unit has left.
    const clock = still(new Date("2021-01-01T03:00:00Z"));
    const runner = seasonRunner({ store, handlers, processes: seasonProcesses, clock, patience });
    for (const [at, { day, ...addressed }] of commands.entries()) {
      const now = new Date(`${day}T03:00:00Z`);
      await runner.send(addressed, { now, commandId: `c${at}`, actor: "office" });
    }
    const facts = (await wholeLog(store)).filter(({ metadata }) => !metadata.stream.startsWith("Process-"));
    if (facts.length !== log.length)
      throw new Error(`${facts.length} events, and ${log.length} without a store`);
    return facts.length;
  };
