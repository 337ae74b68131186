import { type Runner, seasonRunner } from "../../../src/process/runner.ts";
import { openPoints } from "../../../src/read/what-is-open.ts";
import { seasonProcesses } from "../../../src/season/season-processes.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { type Chance, chance } from "../simulator/chance.ts";
import { type Life, type Weather, type World, world } from "../simulator/world.ts";
import { aggregates } from "./aggregates-known.ts";
import type { Played } from "./play.ts";

// A random season over the runner that applications use, instead of the quick world of the laws.

export type Served = Pick<Played, "log" | "open" | "refused"> & { crashes: number; steps: number };

type Server = { life: Life; runner: Runner };

/**
 * Sends what an office sent to one of two servers over one store, one command after the other, each until its answer says
 * that all is done that follows. Any step of the store may fail, be done twice or lose its answer, and any server may
 * crash before any step: also between a want and what comes of it.
 */
export async function served(
  { sent }: Pick<Played, "sent">,
  seed: number,
  weather: Weather,
): Promise<Served> {
  const luck = chance(seed);
  const store = inMemoryStore();
  const stage = world(store, luck, weather, stepsMax);
  const servers: [Server, Server] = [serverIn(stage), serverIn(stage)];
  let crashes = 0;
  let isOver = false;
  const all = sendAll(sent, () => servers[luck.below(2)] ?? servers[0]).finally(() => {
    isOver = true;
  });
  all.catch(() => undefined);
  await stage.play(
    () => isOver,
    () => {
      if (!luck.happens(weather.crashes)) return;
      crashOne(servers, stage, luck);
      crashes += 1;
    },
  );
  await all;
  const log = await wholeLog(store);
  const points = openPoints(seasonProcesses);
  return { log, open: points.open(points.fold(log)), refused: [], crashes, steps: stage.steps };
}

function serverIn(stage: World): Server {
  const life = stage.life();
  const store = stage.seenBy(life);
  const handlers = commandHandlers({ store, deciders: Object.values(aggregates) });
  // What follows is recorded at the hour of its cause, as in the world of the laws: this clock is behind all others.
  const clock = { ...stage.clockOf(life), now: () => new Date("2000-01-01T00:00:00Z") };
  return { life, runner: seasonRunner({ store, handlers, processes: seasonProcesses, clock }) };
}

function crashOne(servers: [Server, Server], stage: World, luck: Chance): void {
  const at = luck.below(2) === 0 ? 0 : 1;
  servers[at].life.crash();
  servers[at] = serverIn(stage);
}

/** Each command under one id, until there is an answer that all is done. */
async function sendAll(sent: Played["sent"], pick: () => Server): Promise<void> {
  for (const [at, { day, ...addressed }] of sent.entries()) {
    const metadata = { now: new Date(`${day}T03:00:00Z`), commandId: `command-${at + 1}`, actor: "office" };
    for (let isDone = false; !isDone; ) {
      const { runner, life } = pick();
      try {
        const answer = runner.send(addressed, metadata, { timeLimit: 300 });
        isDone = (await Promise.race([answer, life.crashed])).complete;
      } catch (error) {
        if (!passesBy.test(String(error))) throw error;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
}

const stepsMax = 500_000;
const passesBy = /the store is away|the server is gone|changed \d+ times|had no answer after/;
