import { compare, type Fraction, fraction } from "../kernel/fraction.ts";
import type { Points } from "../vocabulary/points.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** Points out of what was assigned; `assigned` is above zero. */
export type Contender = { unit: UnitId; points: number; assigned: Points };

/** 1 is best; `tiedWith` names the others of the same rank. */
export type Place = { unit: UnitId; rank: number; tiedWith: UnitId[] };

/**
 * Places by share of the assigned maximum, in standard competition ranking (1, 2, 2, 4): a unit's rank is one more
 * than the number of units with a greater share. Shares are compared exactly. Ties are named and left; among the
 * tied the list follows the ids, which decides nothing.
 *
 * @example
 * placesOf([{ unit: "court", points: 342, assigned: 684 }, { unit: "police", points: 350, assigned: 700 }]).map(({ rank }) => rank) // [1, 1]
 */
export function placesOf(contenders: readonly Contender[]): Place[] {
  const ordered = contenders
    .map((contender) => ({ unit: contender.unit, share: shareOf(contender) }))
    .sort((a, b) => compare(b.share, a.share) || (a.unit < b.unit ? -1 : 1));
  const places: Place[] = [];
  for (let first = 0; first < ordered.length; ) {
    const level = levelWith(ordered, first);
    for (const unit of level)
      places.push({ unit, rank: first + 1, tiedWith: level.filter((other) => other !== unit) });
    first += level.length;
  }
  return places;
}

export function shareOf({ points, assigned }: { points: number; assigned: Points }): Fraction {
  return fraction(points, assigned);
}

function levelWith(ordered: readonly { unit: UnitId; share: Fraction }[], first: number): UnitId[] {
  const share = ordered[first]?.share;
  const level: UnitId[] = [];
  for (const other of ordered.slice(first)) {
    if (!share || compare(other.share, share) !== 0) break;
    level.push(other.unit);
  }
  return level;
}
