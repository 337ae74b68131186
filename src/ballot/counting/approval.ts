import { approvalsOf, choicesOf, figuresOf, mostFirst, papersCounted } from "./choices.ts";
import { problems } from "./grouping.ts";
import type { ApprovalPaper, Count, Election } from "./rule.ts";

/**
 * Approval voting: a paper may keep as many names as it likes, and the seats go to whoever is kept most often.
 * Ties: only one for the last seats is left undecided. Not proportional: half of the papers can take every seat.
 *
 * Source: S. J. Brams and P. C. Fishburn, "Approval Voting", American Political Science Review 72 (1978).
 *
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated
 * @example
 * approval({ nominees: ["A", "B"], seats: 1, papers: [{ weight: 2, approvals: ["B"] }] }).outcome.elected // ["B"]
 */
export function approval(election: Election<ApprovalPaper>): Count {
  return onKeptNames("approval", election);
}

/**
 * Limited vote: a paper keeps at most `namesMax` names, fewer is fine, and the seats go to whoever is kept most
 * often. With one name it is the single non-transferable vote, with as many as seats the block vote.
 * Ties: only one for the last seats is left undecided.
 *
 * Source: the Representation of the People Act 1867 (30 & 31 Vict. c. 102), section 9: two votes for three seats.
 *
 * @throws {InvalidInput} for a `namesMax` that is not a whole number from 1, or a paper that keeps more names
 */
export function limited(
  election: Election<ApprovalPaper>,
  { namesMax = 1 }: { readonly namesMax?: number } = {},
): Count {
  if (!Number.isSafeInteger(namesMax) || namesMax < 1) {
    const wrong = problems();
    wrong.add({ field: "namesMax", rule: "min", expected: ">= 1", value: namesMax });
    wrong.throwIfAny();
  }
  return onKeptNames("limited", election, namesMax);
}

/**
 * Block vote (plurality at large): a paper keeps at most as many names as there are seats, and the seats go to
 * whoever is kept most often. Ties: only one for the last seats is left undecided. Not proportional: the largest
 * faction takes every seat.
 *
 * @throws {InvalidInput} for a paper that keeps more names than seats
 */
export function block(election: Election<ApprovalPaper>): Count {
  return onKeptNames("block", election, election.seats);
}

function onKeptNames(rule: string, election: Election<ApprovalPaper>, namesMax?: number): Count {
  const choices = choicesOf(election, namesMax);
  const figures = figuresOf(choices.field, approvalsOf(choices));
  return mostFirst(rule, choices.field, figures, [papersCounted(choices)]);
}
