import type { CivilDate } from "../../kernel/time.ts";
import type { CustodyStep } from "../custody-on.ts";
import type { Custodian } from "../words.ts";

/** Who has the rotating flag from a day on, until the next one has it. */
export type FlagHolder = { custodian: Custodian; from: CivilDate };

/** The custodians of the flag, one after the other; of several on one day the last. */
export function flagHolders(steps: readonly CustodyStep[]): FlagHolder[] {
  const holders = steps.map(({ to, on }): FlagHolder => ({ custodian: to, from: on }));
  return holders.filter(({ from }, at) => holders[at + 1]?.from !== from);
}
