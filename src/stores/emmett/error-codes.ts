import { InvalidInput } from "../../kernel/problem.ts";

/** The numbers by which Emmett knows what an error means. Its classes may be loaded twice. */
export const errorCodes = { validation: 400, illegalState: 403, concurrency: 412 } as const;

/** An error with the number by which Emmett knows it. */
export function coded<T extends Error>(error: T, errorCode: number): T & { errorCode: number } {
  return Object.assign(error, { errorCode });
}

/** What is read, or an `InvalidInput` that Emmett knows as an input that is not valid. */
export function valid<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof InvalidInput ? coded(error, errorCodes.validation) : error;
  }
}
