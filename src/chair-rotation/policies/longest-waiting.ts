import * as z from "zod/mini";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Choice, Passed, SuccessionRule, Turn } from "./turn.ts";

/**
 * The unit that has waited longest since its last turn or, before its first turn, since it joined. Of several units
 * that have waited equally long, the first in the order: under this rule the order serves for nothing else.
 */
export const LongestWaiting = z.strictObject({ kind: z.literal("longestWaiting") });

export const longestWaiting: SuccessionRule<unknown> = (turn) => longestWaitingOf(turn, turn.order);

/** The unit of `units` that has waited longest. */
export function longestWaitingOf({ hindrance, waitingSince }: Turn, units: readonly UnitId[]): Choice {
  const passed: Passed[] = [];
  let found: { unit: UnitId; since: number } | undefined;
  for (const unit of units) {
    const hindered = hindrance(unit);
    const since = waitingSince(unit);
    if (hindered !== undefined) passed.push({ unit, hindrance: hindered });
    else if (found === undefined || since < found.since) found = { unit, since };
  }
  return found ? { kind: "unit", unit: found.unit, passed } : { kind: "nobody", passed };
}
