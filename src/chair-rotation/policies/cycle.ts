import * as z from "zod/mini";
import type { Choice, Passed, SuccessionRule, Turn } from "./turn.ts";

/** The units have their turns one after the other in the order, again and again. */
export const Cycle = z.strictObject({ kind: z.literal("cycle") });

export const cycle: SuccessionRule<unknown> = (turn) => nextAfter(turn, turn.at);

/** The first unit after place `at` that nothing hinders; after the last place the first one follows. */
export function nextAfter({ order, hindrance }: Turn, at: number): Choice {
  const passed: Passed[] = [];
  for (let step = 1; step <= order.length; step += 1) {
    const index = (at + step) % order.length;
    const unit = order[index];
    if (unit === undefined) continue;
    const hindered = hindrance(unit);
    if (hindered === undefined) return { kind: "unit", unit, passed, at: index };
    passed.push({ unit, hindrance: hindered });
  }
  return { kind: "nobody", passed };
}
