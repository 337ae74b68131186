import {
  compare,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  one,
  plus,
  round,
  times,
} from "../kernel/fraction.ts";
import type { Points } from "../vocabulary/points.ts";
import type { Formula } from "./messages.ts";

/** How far a unit came: its actual figure as a share of its target, and the greatest such share in the bloc. */
type Performance = { max: Points; share: Fraction; best: Fraction };

/**
 * The formulas, by name and version. What is stored under a name never changes its meaning: a new rule is a new
 * version.
 *
 * `halfAtTarget.v1`: half the maximum at the target, in proportion below it; above it the bloc's leader has all,
 * the others half and as much of the other half as their excess is of the leader's. Excess is taken in shares of
 * the target, so that units with targets of their own compare. `proportional.v1`: in proportion up to the target,
 * and no more.
 */
const formulas: Record<Formula, (performance: Performance) => Fraction> = {
  "halfAtTarget.v1": ({ max, share, best }) => {
    const half = fraction(max, 2);
    if (compare(share, one) <= 0) return times(half, share);
    const leader = compare(best, share) > 0 ? best : share;
    return plus(half, times(half, dividedBy(minus(share, one), minus(leader, one))));
  },
  "proportional.v1": ({ max, share }) => times(fraction(max), compare(share, one) < 0 ? share : one),
};

/**
 * The points by a formula, exact up to here and rounded here, half up to hundredths.
 *
 * @example
 * pointsBy("halfAtTarget.v1", { max: 2000, share: fraction(3, 4), best: fraction(5, 4) }) // 750
 * pointsBy("halfAtTarget.v1", { max: 2000, share: fraction(5, 4), best: fraction(5, 4) }) // 2000
 */
export function pointsBy(formula: Formula, performance: Performance): Points {
  return Number(round(formulas[formula](performance)));
}
