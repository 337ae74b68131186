import type { Clock } from "../../../src/process/clock.ts";
import type { EventStore } from "../../../src/stores/event-store.ts";
import type { Chance } from "./chance.ts";

/** How often a call of the store fails before it is done, is done twice, or loses its answer. */
export type Weather = { fails: number; twice: number; lost: number; crashes: number };

export const calm: Weather = { fails: 0, twice: 0, lost: 0, crashes: 0 };

type Step = { life: Life; run: () => void; due: number };

/** One life of a server: after a crash nothing of it goes on. */
export type Life = { isOver: boolean; crash: () => void; readonly crashed: Promise<never> };

/** The time, the steps that can come next, and what goes wrong. Every call of the store is two steps. */
export type World = {
  steps: number;
  life(): Life;
  /** The store as one life of a server sees it. */
  seenBy(life: Life): EventStore;
  clockOf(life: Life): Clock;
  /** Lets steps happen in any order until `isOver`. `crashing` may end a life before each step. */
  play(isOver: () => boolean, crashing: (step: number) => void): Promise<void>;
};

const usualSteps = 60_000;

export function world(
  store: EventStore,
  { next, below, happens }: Chance,
  weather: Weather,
  stepsMax = usualSteps,
): World {
  let pending: Step[] = [];
  let now = Date.UTC(2023, 1, 1);
  const self: World = {
    steps: 0,
    life() {
      let crash = (): void => undefined;
      const crashed = new Promise<never>((_, reject) => {
        crash = () => {
          life.isOver = true;
          reject(new Error("the server is gone"));
        };
      });
      crashed.catch(() => undefined);
      const life: Life = { isOver: false, crash: () => crash(), crashed };
      return life;
    },
    seenBy(life) {
      const call = <T>(act: () => Promise<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          const away = () => reject(new Error("the store is away"));
          const request = async () => {
            if (happens(weather.fails)) return away();
            const answer = await act();
            if (happens(weather.twice)) await act();
            const isLost = happens(weather.lost);
            later(life, () => (isLost ? away() : resolve(answer)));
          };
          // What the store itself throws goes back like an answer.
          later(life, () => void request().catch((error: unknown) => later(life, () => reject(error))));
        });
      return {
        read: (stream, options) => call(() => store.read(stream, options)),
        append: (writes) => call(() => store.append(writes)),
        readAll: (options) => call(() => store.readAll(options)),
      };
    },
    clockOf: (life) => ({
      now: () => new Date(now),
      wait: (milliseconds) => new Promise((resolve) => later(life, () => resolve(), milliseconds)),
      random: next,
    }),
    async play(isOver, crashing) {
      while (!isOver()) {
        pending = pending.filter(({ life }) => !life.isOver);
        const ready = pending.filter(({ due }) => due <= now);
        if (ready.length === 0 && pending.length > 0) now = Math.min(...pending.map(({ due }) => due));
        const step = ready[below(ready.length)];
        if (step) {
          pending.splice(pending.indexOf(step), 1);
          self.steps += 1;
          now += 1;
          if (self.steps > stepsMax) throw new Error("the season does not end");
          step.run();
          crashing(self.steps);
        }
        await settledPromises();
      }
    },
  };

  function later(life: Life, run: () => void, milliseconds = 0) {
    if (!life.isOver) pending.push({ life, run, due: now + milliseconds });
  }
  return self;
}

/** Lets every promise go on that can. */
function settledPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
