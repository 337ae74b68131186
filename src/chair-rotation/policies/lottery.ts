import * as z from "zod";
import { derivedId, type Id } from "../../kernel/ids.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { byCodePoint } from "./alphabetical.ts";

/** Round an order that was drawn by a lot which anybody can draw again; open until it is drawn. */
export const Lottery = z.strictObject({ kind: z.literal("lottery") });

/** What a lot is drawn from, in one short text: recorded before the seed is known, so that nobody fits the list to it. */
export function digestOfLot(units: readonly UnitId[]): Id {
  return derivedId("lot", ...units);
}

/**
 * The order that a seed gives a list: by each unit's own digest under the seed (UUID version 5, that is SHA-1).
 * A pure function of list and seed; the first places stay the same when fewer are asked for.
 */
export function drawnOrder(units: readonly UnitId[], seed: string): UnitId[] {
  const digest = digestOfLot(units);
  const ticket = (unit: UnitId) => derivedId("ticket", digest, seed, unit);
  const tickets = units.map((unit) => ({ unit, ticket: ticket(unit) }));
  return tickets.sort((a, b) => byCodePoint(a.ticket, b.ticket)).map(({ unit }) => unit);
}
