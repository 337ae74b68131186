import * as z from "zod/mini";
import type { UnitId } from "../../vocabulary/unit.ts";
import { nextAfter } from "./cycle.ts";
import type { SuccessionRule, Turn } from "./turn.ts";

/**
 * The unit with the next greater sort key after the last chair's; after the greatest key the least one follows
 * (ASEAN Charter, article 31). The pointer is a key, so that it keeps its place when its owner leaves.
 */
export const Alphabetical = z.strictObject({ kind: z.literal("alphabetical") });

export const alphabetical: SuccessionRule<unknown> = (turn) => nextAfter(turn, placeOfLastKey(turn));

/** The last place in the sorted order whose key is not greater than the last chair's; -1 where there is none. */
export function placeOfLastKey({ order, keyOf, lastKey }: Pick<Turn, "order" | "keyOf" | "lastKey">): number {
  return lastKey === undefined ? -1 : placesUpTo(order, keyOf, lastKey) - 1;
}

/** The number of units in the sorted order whose key is not greater than `key`. */
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

/** Compares by code points, which is the same on every machine; `localeCompare` and `<` are not. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A surrogate is half of a code point that is greater than any other UTF-16 unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
