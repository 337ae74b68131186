import { figuresOf, mostFirst, type TieOption } from "../choices.ts";
import type { Count, Election, ScorePaper } from "../rule.ts";
import { type ScoreOptions, scoresOf, scoreTotals } from "./scores.ts";

/**
 * Score voting: every paper gives each nominee points, and the seats go to the highest sums.
 * Ties: only one for the last seats is left undecided. Sums, not means: a nominee without a score has `unscored`.
 * A majority's favourite can lose to a nominee whom everybody scores well.
 *
 * Source: W. D. Smith, "Range voting" (2000); with scores 0 and 1 it is approval voting.
 *
 * @throws {InvalidInput} for a score that is not a whole number within its bounds, or given to a non-nominee
 * @example
 * score({ nominees: ["A", "B"], seats: 1, papers: [{ weight: 1, scores: new Map([["B", 5]]) }] }).outcome.elected // ["B"]
 */
export function score(election: Election<ScorePaper>, options: ScoreOptions & TieOption = {}): Count {
  const scores = scoresOf(election, options);
  return mostFirst("score", scores.field, figuresOf(scores.field, scoreTotals(scores)), options);
}
