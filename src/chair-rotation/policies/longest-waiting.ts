import * as z from "zod";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Choice, Passed, SuccessionRule, Turn } from "./turn.ts";

/**
 * Whoever has waited longest since its last turn or, before its first one, since it joined. Of several who wait
 * equally long, whoever stands first in the order: that is what the order is for under this rule.
 */
export const LongestWaiting = z.strictObject({ kind: z.literal("longestWaiting") });

export const longestWaiting: SuccessionRule<unknown> = (turn) => longestWaitingOf(turn, turn.order);

/** Who has waited longest among `units`. */
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
