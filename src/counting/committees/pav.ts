import { fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { approvalsOf, choicesOf, figuresOf, named } from "../choices.ts";
import { unknownAmong } from "../results.ts";
import type { ApprovalPaper, Count, Election } from "../rule.ts";
import type { CountStep } from "../steps/count-step.ts";
import { committeesCount } from "./committees.ts";
import type { Class } from "./pav-gains.ts";
import { classesOf, committeesOf, optimalCounts } from "./pav-search.ts";

/**
 * Proportional approval voting: the committee with the greatest sum over papers of 1 + 1/2 + ... + 1/k, where k of
 * the paper's names are in the committee. Every group of papers that deserves l seats and agrees on l names has a
 * paper with l names elected (extended justified representation).
 * Ties: all committees with the greatest sum are found; a nominee in all of them is elected, one in some of them
 * undecided, and `committees` lists them. Exact, by branch and bound: meant for some tens of nominees, as the
 * problem is NP-hard.
 *
 * Source: T. N. Thiele, "Om Flerfoldsvalg" (1895); H. Aziz et al., "Justified representation in approval-based
 * committee voting", Social Choice and Welfare 48 (2017).
 *
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated
 * @throws {RangeError} when the search does not end within 20 million gains of a nominee
 * @example
 * pav({ nominees: ["A", "B"], seats: 1, papers: [{ weight: 5, approvals: ["A", "B"] }] }).committees // [["A"], ["B"]]
 */
export function pav(election: Election<ApprovalPaper>): Count {
  const choices = choicesOf(election);
  const { field } = choices;
  const classes = classesOf(choices);
  const { score, optimal, searched } = optimalCounts(choices, classes);
  const conclusions: CountStep[] = [
    {
      type: "NomineesAlike",
      data: { classes: classes.map(({ members }) => named(field, members)) },
    },
    ...searched,
    { type: "GreatestScore", data: { score: fractionText(score), counts: optimal } },
  ];
  const totals = figuresOf(field, approvalsOf(choices));
  const certain = membersWhere(classes, (size, place) => optimal.every((counts) => counts[place] === size));
  const possible = membersWhere(classes, (_, place) => optimal.some((counts) => (counts[place] ?? 0) > 0));
  return committeesCount("pav", field, totals, {
    committees: committeesOf(classes, optimal),
    unlisted: "tooMany",
    results: unknownAmong(field.nominees.length, possible, { elected: certain }),
    rounds: [{ figures: totals, exhausted: fraction(0), conclusions }],
  });
}

function membersWhere(
  classes: readonly Class[],
  holds: (size: number, place: number) => boolean,
): readonly number[] {
  return classes.flatMap(({ members }, place) => (holds(members.length, place) ? members : []));
}
