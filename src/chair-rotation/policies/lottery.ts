import * as z from "zod/mini";
import type { Drawn } from "../../vocabulary/lot.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { drawLot, pickedBy } from "../../vocabulary/verifiable-lot.ts";

/** The units have their turns in an order drawn by a lot that anybody can repeat; open until the lot is drawn. */
export const Lottery = z.strictObject({ kind: z.literal("lottery") });

/**
 * The order that a lot gives a list of units (RFC 3797). It depends on the units, in any order, and on the numbers of
 * the announced sources, and on nothing else.
 *
 * @example
 * drawnOrder(["a", "b", "c"], [{ source: "Xổ số", values: ["735182"] }]).length // 3
 */
export function drawnOrder(units: readonly UnitId[], drawn: Drawn): UnitId[] {
  return pickedBy(drawLot({ candidates: units, drawn }));
}
