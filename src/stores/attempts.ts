import type { StreamName } from "../kernel/recorded.ts";

export { CommandIdReused } from "../kernel/errors.ts";

/** Others appended to the stream at each attempt. The command was not carried out and may be sent again. */
export class ConcurrencyConflict extends Error {
  override readonly name = "ConcurrencyConflict";
  readonly stream: StreamName;

  constructor(stream: StreamName, attempts: number) {
    super(`${stream} changed ${attempts} times while a command was being decided`);
    this.stream = stream;
  }
}

/** How often a command is decided anew when another program was quicker, and how long to wait before. */
export type Attempts = {
  /** 30 where it is not said. */
  attemptsMax?: number;
  /** Waits before attempt 2, 3 and so on. By default a random time of up to `min(250 ms, 2 ms * 2^attempt)`. */
  wait?: (attempt: number) => Promise<void>;
};

const [longest, first] = [250, 2];

/** A random time, so that programs that wait for each other do not meet again. */
export function waitAtRandom(attempt: number): Promise<void> {
  const [part = 0] = crypto.getRandomValues(new Uint32Array(1));
  const milliseconds = (part / 2 ** 32) * Math.min(longest, first * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
