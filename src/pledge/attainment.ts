import { compare, dividedBy, type Fraction, fraction, fractionOf, minus } from "../kernel/fraction.ts";
import type { Decimal } from "../kernel/numbers.ts";
import type { Goal, Verdict } from "./messages.ts";

/** From here up a target is fulfilled, and from there partly. Bodies differ; these are common. */
const fulfilledFrom = fraction(1);
const partlyFrom = fraction(7, 10);

/**
 * How far a value has come from the baseline (0) to the goal (1); below 0 or above 1 where it went back or
 * beyond. The same for a goal that lies above the baseline and for one that lies below it.
 */
export function attainment({ baseline, goal }: Goal, value: Decimal): Fraction {
  const [from, to, reached] = [fractionOf(baseline), fractionOf(goal), fractionOf(value)];
  return dividedBy(minus(reached, from), minus(to, from));
}

/** What is to be said of one target; without evidence nothing can be. */
export function verdictOn(
  goal: Goal,
  observed: { value: Decimal; evidence: readonly object[] } | undefined,
): Verdict {
  if (observed === undefined || observed.evidence.length === 0) return "notAssessable";
  const reached = attainment(goal, observed.value);
  if (compare(reached, fulfilledFrom) >= 0) return "fulfilled";
  return compare(reached, partlyFrom) >= 0 ? "partly" : "unfulfilled";
}

/** What is to be said of the whole: as of each target where they agree, else in between. */
export function verdictOnAll(verdicts: readonly Verdict[]): Verdict {
  const [first = "notAssessable"] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return first;
  if (verdicts.includes("notAssessable")) return "notAssessable";
  return "partly";
}
