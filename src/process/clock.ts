import type { EventStore } from "../stores/event-store.ts";

/** What a runner asks of the world outside: the time, a pause, and chance for the length of pauses. */
export type Clock = {
  now(): Date;
  /** A pause of so many milliseconds. It may end early where `signal` is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A number from 0 up to 1. Nothing that is stored depends on it. */
  random(): number;
};

/** A pause before another attempt: it grows up to a quarter of a second, and no two runners make the same. */
export function pauseBefore(attempt: number, { random }: Clock): number {
  return Math.min(250, 2 * 2 ** Math.min(attempt, 7)) * (0.5 + random() / 2);
}

/** How often a reader looks for something new where the store does not wake it. */
export const pollEvery = 1_000;

/** Ends after so long, or where the store wakes it, or where the signal is aborted. */
export async function pauseUntilWoken(
  milliseconds: number,
  { store, clock, signal }: { store: Pick<EventStore, "changed">; clock: Clock; signal: AbortSignal },
): Promise<void> {
  // An abort that has happened already is told to nobody again.
  if (signal.aborted) return;
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener("abort", end);
  let unsubscribe: (() => void) | undefined;
  const woken = new Promise<void>((resolve) => {
    ending.signal.addEventListener("abort", () => resolve());
    unsubscribe = store.changed?.(resolve);
  });
  await Promise.race([clock.wait(milliseconds, ending.signal).catch(() => undefined), woken]);
  unsubscribe?.();
  signal.removeEventListener("abort", end);
  ending.abort();
}
