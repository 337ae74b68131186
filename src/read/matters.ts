import type { Id } from "../kernel/ids.ts";
import { type Matter, mattersIn } from "../process/matters.ts";
import type { ProcessEvent } from "../process/messages.ts";
import { type Ledger, processLedger } from "../process/process.ts";
import { type Projection, statesOf } from "./projection.ts";

/** The ledgers of the processes of a store, by the names of the processes. */
export type Ledgers = ReadonlyMap<Id, Ledger>;

/** The projection of all ledgers. */
export const ledgers: Projection<Ledgers, ProcessEvent> = /* @__PURE__ */ statesOf(processLedger);

/**
 * What processes wanted and what came to nothing, as far as their ledgers tell it. What people have done by hand instead
 * is among it: `matters` of a runner and `openPoints` know of that, and leave it out.
 *
 * @example
 * openMatters(ledgers.initial()) // []
 */
export function openMatters(all: Ledgers): Matter[] {
  return [...all].flatMap(([name, ledger]) => mattersIn(name, ledger, { withVoid: false }));
}
