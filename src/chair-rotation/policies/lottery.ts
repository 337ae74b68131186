import * as z from "zod";
import type { Drawn } from "../../vocabulary/lot.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { drawLot, pickedBy } from "../../vocabulary/verifiable-lot.ts";

/** Round an order that was drawn by a lot which anybody can draw again; open until it is drawn. */
export const Lottery = z.strictObject({ kind: z.literal("lottery") });

/**
 * The order that a lot gives a list (RFC 3797): a pure function of the list, however it is ordered, and of what the
 * committed sources came to. The first places stay the same when fewer are asked for.
 *
 * @example
 * drawnOrder(["a", "b", "c"], [{ source: "Xổ số", values: ["735182"] }]).length // 3
 */
export function drawnOrder(units: readonly UnitId[], drawn: Drawn): UnitId[] {
  return pickedBy(drawLot({ candidates: units, drawn }));
}
