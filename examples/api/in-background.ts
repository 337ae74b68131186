import { setTimeout as pause } from "node:timers/promises";

/** An error that nobody has foreseen, for the log of the server. */
export type Report = (error: Error) => void;

/** Whether a part of the work goes on, and what has stopped it where it does not. */
export type Going = { name: string; goesOn: boolean; error?: { name: string; message: string } };

/**
 * Does work that goes on for as long as the server does. What one part throws is reported and keeps no other part from
 * going on: an event that only a newer program can read, or one that is damaged. A part that has stopped begins again
 * after `pauseFor` milliseconds, for the log may have been mended; the same error is reported once.
 */
export function inBackground(
  parts: Readonly<Record<string, (options: { signal: AbortSignal }) => Promise<void>>>,
  { report, pauseFor = 30_000 }: { report: Report; pauseFor?: number },
): { status(): Going[]; stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const faults = new Map<string, Error>();

  async function doing(name: string, part: (options: { signal: AbortSignal }) => Promise<void>) {
    for (let last = ""; !signal.aborted; ) {
      try {
        faults.delete(name);
        return await part({ signal });
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        faults.set(name, error);
        if (error.message !== last) report(error);
        last = error.message;
        await pause(pauseFor, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  const working = Promise.all(Object.entries(parts).map(([name, part]) => doing(name, part)));
  return {
    status: () =>
      Object.keys(parts).map((name) => {
        const error = faults.get(name);
        return { name, goesOn: !error, ...(error && { error: shownError(error) }) };
      }),
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

/** What JSON makes of an error is `{}`. */
export const shownError = ({ name, message }: Error) => ({ name, message });
