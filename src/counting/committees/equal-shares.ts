import { approvalsOf, choicesOf, figuresOf } from "../choices.ts";
import { oneOf } from "../grouping.ts";
import type { ApprovalPaper, Count, Election } from "../rule.ts";
import { committeesCount } from "./committees.ts";
import { type Completion, followPayments } from "./equal-shares-count.ts";
import { incremented } from "./equal-shares-increments.ts";

export type EqualSharesOptions = { readonly completion?: Completion };

/**
 * Method of equal shares (Rule X), every seat costing 1: the papers share the price of all seats evenly; seat by
 * seat the nominee is bought whose supporters can pay 1 with the smallest highest share each. Groups of papers
 * that deserve l seats and agree on l names have a paper with l names elected (extended justified representation).
 * Ties: every branch is followed to the end. A nominee elected in all of them is elected; `committees` has every
 * committee that they lead to. Blank papers hold their share and spend it on nobody.
 *
 * Source: D. Peters and P. Skowron, "Proportionality and the Limits of Welfarism", EC 2020 (with completion by
 * Phragmén's rule); M. Lackner and P. Skowron, "Multi-Winner Voting with Approval Preferences" (2023), Rule 11.
 * `increment` stops buying when all seats are filled, as the library abcvoting does. It stops too early where the
 * money of the last count buys more names than there are seats: a group may then lose what it deserves, so this
 * completion does not guarantee extended justified representation. The other two do.
 *
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated, or an unknown completion
 * @throws {RangeError} when 10,000 increments do not fill all seats
 * @example
 * const papers = [{ weight: 2, approvals: ["A", "B"] }, { weight: 2, approvals: ["C"] }];
 * equalShares({ nominees: ["A", "B", "C"], seats: 2, papers }).committees // [["A", "C"], ["B", "C"]]
 */
export function equalShares(election: Election<ApprovalPaper>, options: EqualSharesOptions = {}): Count {
  const completion = oneOf("completion", options.completion ?? "seqphragmen", [
    "seqphragmen",
    "approvals",
    "increment",
  ]);
  const choices = choicesOf(election);
  const approvals = approvalsOf(choices);
  const supported = approvals.filter((votes) => votes > 0n).length;
  const found =
    completion !== "increment"
      ? followPayments(choices, completion, BigInt(choices.field.seats))
      : supported < Math.min(choices.field.seats, choices.field.nominees.length)
        ? followPayments(choices, "approvals", BigInt(choices.field.seats))
        : incremented(choices, approvals);
  return committeesCount("equal-shares", choices.field, figuresOf(choices.field, approvals), found);
}
