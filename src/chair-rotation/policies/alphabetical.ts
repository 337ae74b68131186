import * as z from "zod";
import type { UnitId } from "../../vocabulary/unit.ts";
import { nextAfter } from "./cycle.ts";
import type { SuccessionRule, Turn } from "./turn.ts";

/**
 * The next greater frozen sort key after the last chair's, and from the least again (ASEAN Charter, article 31).
 * The pointer is a key, so that it stays where it is when its owner leaves.
 */
export const Alphabetical = z.strictObject({ kind: z.literal("alphabetical") });

export const alphabetical: SuccessionRule<unknown> = (turn) => nextAfter(turn, placeOfLastKey(turn));

/** The last place of the sorted order with a key not above the last chair's; -1 where there is none. */
export function placeOfLastKey({ order, keyOf, lastKey }: Pick<Turn, "order" | "keyOf" | "lastKey">): number {
  return lastKey === undefined ? -1 : placesUpTo(order, keyOf, lastKey) - 1;
}

/** How many of the sorted order have a key not above `key`. */
export function placesUpTo(order: readonly UnitId[], keyOf: (unit: UnitId) => string, key: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const unit = order[middle];
    if (unit !== undefined && byCodePoint(keyOf(unit), key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Code point order, the same everywhere; `localeCompare` and UTF-16 order are not it. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above every other unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
