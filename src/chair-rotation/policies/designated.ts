import * as z from "zod/mini";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Choice, SuccessionRule, Turn } from "./turn.ts";

/** The chair of each term is elected, at the conference that sums up the term before. */
export const Elected = z.strictObject({ kind: z.literal("elected") });

/**
 * The chair of each term is elected, and in turn: who has had no turn in this lap stands (1122/BTĐKT-VI, 2011). When
 * nobody is left a new lap begins, in which all stand but the last chair.
 */
export const ElectedInRotation = z.strictObject({ kind: z.literal("electedInRotation") });

/** The authority names the chair of each term by a decision. */
export const Assigned = z.strictObject({ kind: z.literal("assigned") });

/** No rule names the next chair: the term is open until a unit is designated. */
export const designated: SuccessionRule<unknown> = (turn) => openAmong(turn, turn.order);

export function openAmong({ hindrance }: Turn, units: readonly UnitId[]): Choice {
  const among = units.filter((unit) => hindrance(unit) === undefined);
  if (among.length > 0) return { kind: "open", among };
  return {
    kind: "nobody",
    passed: units.map((unit) => ({ unit, hindrance: hindrance(unit) ?? "notMember" })),
  };
}
