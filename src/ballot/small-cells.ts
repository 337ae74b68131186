import type { PaperGroup } from "./paper.ts";
import type { SecrecyImpossible } from "./result.ts";
import { type Roll, votesOf, withPaper } from "./roll.ts";
import type { Terms } from "./terms.ts";

type Registered = { terms: Terms; roll: Roll };

/** Papers of fewer units than this are not secret: somebody who knows a few of them knows the rest. */
const secretUnitsMin = 5;

/** Why the valid papers themselves, in groups of equal ones, can show how a unit voted. */
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

/** The smallest number of units that can have cast so many papers; where each unit has one, the number of papers. */
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

/** Whether more papers are equal than all the other units received: then the heaviest unit cast some of them. */
function mustHaveCast([heaviest = 0, ...others]: readonly number[], valid: readonly PaperGroup[]): boolean {
  const othersHave = others.reduce((sum, weight) => sum + weight, 0);
  return heaviest > 1 && valid.some(({ papers }) => papers > othersHave);
}
