import type { Exchange } from "../alike.ts";
import { committeesIn, type Going, statesMaxFor } from "../endings.ts";
import type { Count, Nominee, Outcome } from "../rule.ts";
import type { Advanced } from "../ties.ts";
import { knowsEveryCompletion } from "../together.ts";
import { type Branch, counted, indexesOf, keyOf } from "./elimination.ts";
import type { EliminationRules } from "./state.ts";

/** A count by elimination that came to its outcome. */
type Counted = {
  readonly nominees: readonly Nominee[];
  readonly rules: EliminationRules;
  readonly start: Branch;
  readonly undecided: Outcome["undecided"];
  /** Whether not all branches were followed for the outcome. */
  readonly isCut: boolean;
  /** Exchanges of nominees that change no paper and leave these where they are, where the rule treats all alike. */
  readonly exchangesBut: ((picked: readonly number[]) => readonly Exchange[]) | undefined;
};

/** Who is elected together in each branch of a count by elimination. */
export function electedTogether({
  nominees,
  rules,
  start,
  undecided,
  isCut,
  exchangesBut,
}: Counted): Pick<Count, "committees" | "unlisted" | "isAnyOfTied"> {
  const fillsAll = rules.until === "seats-left" && rules.ineligible.length === 0;
  return committeesIn<Branch>(nominees, undecided, {
    start: () => start,
    keyOf: (branch) => keyOf(branch, rules),
    statesMax: isCut ? 0 : statesMaxFor(undecided, rules.branchesMax),
    advance: (branch) => goingOn(branch, counted(branch, nominees, rules).next),
    ...(exchangesBut && { exchangesBut }),
    ...(fillsAll && {
      isKnown: ({ marks }, known) =>
        knowsEveryCompletion({ elected: [], continuing: indexesOf(marks), seats: rules.seats }, known),
    }),
  });
}

/** Where a branch leads, for whoever asks only who is elected together. */
function goingOn({ marks }: Branch, going: Advanced<Branch>): Going<Branch> {
  if ("next" in going) {
    const { next } = going;
    return {
      next,
      picked: next.map((after) => indexesOf(marks).find((one) => after.marks[one] === 0) ?? -1),
    };
  }
  const { inAll, inSome } = going.ended;
  // A count that stopped before its end has no committee.
  if (inAll.some((mark, index) => mark !== inSome[index])) return { ended: undefined };
  return { ended: [indexesOf(inAll)] };
}
