import type { PaperGroup, SecrecyImpossible, Terms } from "./messages.ts";
import { type Roll, withPaper } from "./roll.ts";
import { votesOf } from "./weights.ts";

type Registered = { terms: Terms; roll: Roll };

/** Papers of fewer units than these: whoever knows a few of them knows the rest. */
const secretUnitsMin = 5;

/** Why the valid papers, in groups of equal ones, let a vote be known, whatever the log says. */
export function secrecyImpossibleFor(
  registered: Registered,
  valid: readonly PaperGroup[],
): SecrecyImpossible[] {
  const weights = withPaper(registered)
    .map((unit) => votesOf(registered.terms, [unit]))
    .sort((a, b) => b - a);
  const papers = valid.reduce((sum, group) => sum + group.papers, 0);
  const reasons: SecrecyImpossible[] = [];
  if (unitsBehind(papers, weights) < secretUnitsMin) reasons.push("fewPapers");
  if (valid.length <= 1) reasons.push("unanimous");
  else if (mustHaveCast(weights, valid)) reasons.push("heavyUnit");
  return reasons;
}

/** The fewest units that can have cast so many papers: as many as there are papers, where each has one. */
function unitsBehind(papers: number, weights: readonly number[]): number {
  let units = 0;
  let left = papers;
  for (const weight of weights) {
    if (left <= 0) return units;
    left -= weight;
    units += 1;
  }
  return units + Math.max(0, left);
}

/** Whether more papers are the same than all units but the heaviest were issued, so that some of them are its own. */
function mustHaveCast([heaviest = 0, ...others]: readonly number[], valid: readonly PaperGroup[]): boolean {
  const othersHave = others.reduce((sum, weight) => sum + weight, 0);
  return heaviest > 1 && valid.some(({ papers }) => papers > othersHave);
}
