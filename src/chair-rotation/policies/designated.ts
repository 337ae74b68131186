import * as z from "zod";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Choice, SuccessionRule, Turn } from "./turn.ts";

/** Elected for each term, at the conference that sums up the one before. */
export const Elected = z.strictObject({ kind: z.literal("elected") });

/** Named for each term by a decision of the authority. */
export const Assigned = z.strictObject({ kind: z.literal("assigned") });

/** No rule says who is next: the term is open until somebody is designated. */
export const designated: SuccessionRule<unknown> = (turn) => openAmong(turn, turn.order);

export function openAmong({ hindrance }: Turn, units: readonly UnitId[]): Choice {
  const among = units.filter((unit) => hindrance(unit) === undefined);
  if (among.length > 0) return { kind: "open", among };
  return {
    kind: "nobody",
    passed: units.map((unit) => ({ unit, hindrance: hindrance(unit) ?? "notMember" })),
  };
}
