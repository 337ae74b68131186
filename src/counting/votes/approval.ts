import {
  approvalsOf,
  checkNamesMax,
  choicesOf,
  figuresOf,
  type KeptNamesOptions,
  mostFirst,
  papersCounted,
  type TieOption,
} from "../choices.ts";
import type { ApprovalPaper, Count, Election, Nominee } from "../rule.ts";

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
export function approval(election: Election<ApprovalPaper>, options: TieOption = {}): Count {
  return onKeptNames("approval", election, options);
}

/**
 * Limited vote: a paper keeps at most `namesMax` names, fewer is fine, and the seats go to whoever is kept most
 * often. With one name it is the single non-transferable vote, with as many as seats the block vote.
 * Ties: only one for the last seats is left undecided.
 *
 * Source: the Representation of the People Act 1867 (30 & 31 Vict. c. 102), section 9: two votes for three seats.
 *
 * @throws {InvalidInput} for a `namesMax` that is not a whole number from 1, or a paper that keeps more names
 * @example
 * const papers = [{ weight: 2, approvals: ["A"] }, { weight: 2, approvals: ["B"] }];
 * limited({ nominees: ["A", "B", "C"], seats: 3, papers }, { namesMax: 2 }).outcome.elected // ["A", "B", "C"]
 * limited({ nominees: ["A", "B"], seats: 1, papers }).outcome.undecided // { tied: ["A", "B"], seats: 1 }
 */
export function limited(
  election: Election<ApprovalPaper>,
  { namesMax = 1, tieOrder }: KeptNamesOptions = {},
): Count {
  checkNamesMax(namesMax);
  return onKeptNames("limited", election, { tieOrder, namesMax });
}

/**
 * Block vote (plurality at large): a paper keeps at most as many names as there are seats, and the seats go to
 * whoever is kept most often. Ties: only one for the last seats is left undecided. Not proportional: the largest
 * faction takes every seat.
 *
 * @throws {InvalidInput} for a paper that keeps more names than seats
 * @example
 * const papers = [{ weight: 3, approvals: ["A", "B"] }, { weight: 2, approvals: ["C"] }];
 * block({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function block(election: Election<ApprovalPaper>, { tieOrder }: TieOption = {}): Count {
  return onKeptNames("block", election, { tieOrder, namesMax: election.seats });
}

function onKeptNames(
  rule: string,
  election: Election<ApprovalPaper>,
  options: { readonly namesMax?: number; readonly tieOrder?: readonly Nominee[] | undefined },
): Count {
  const choices = choicesOf(election, options.namesMax);
  const figures = figuresOf(choices.field, approvalsOf(choices));
  return mostFirst(rule, choices.field, figures, { ...options, before: [papersCounted(choices)] });
}
