import type { Id } from "../kernel/ids.ts";
import { thrownText } from "../kernel/problem.ts";
import type { StreamName } from "../kernel/recorded.ts";
import type { Ledger } from "./process.ts";

/** Where a process cannot go on, and why. */
export type Halt = {
  stream: StreamName;
  error: Error;
  /** The event that it cannot answer or remember; absent where it cannot read its own ledger. */
  at?: { eventId: Id; root: Id };
  /** The want that it cannot carry out. */
  want?: Id;
};

/** Whether a person has decided meanwhile about what a process stopped at. */
export function isLifted({ at, want }: Halt, ledger: Ledger): boolean {
  if (ledger.status === "blank") return false;
  if (want !== undefined) return ledger.wants.get(want)?.outcome !== undefined;
  return at !== undefined && ledger.skipped.has(at.eventId);
}

/** What was thrown, as an error. */
export function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(thrownText(thrown));
}
