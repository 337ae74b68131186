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
  const passed: (Passed & { since: number; at: number })[] = [];
  let found: { unit: UnitId; since: number; at: number } | undefined;
  for (const [at, unit] of units.entries()) {
    const hindered = hindrance(unit);
    const since = waitingSince(unit);
    if (hindered !== undefined) passed.push({ unit, hindrance: hindered, since, at });
    else if (found === undefined || since < found.since) found = { unit, since, at };
  }
  const { unit, since = Number.POSITIVE_INFINITY, at = units.length } = found ?? {};
  // Who has waited less than that unit would not have had the turn, so it is not passed over.
  const before = passed
    .filter((one) => one.since < since || (one.since === since && one.at < at))
    .map((one): Passed => ({ unit: one.unit, hindrance: one.hindrance }));
  return unit === undefined ? { kind: "nobody", passed: before } : { kind: "unit", unit, passed: before };
}
