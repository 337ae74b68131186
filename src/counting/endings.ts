import { unknownAmong } from "./results.ts";
import type { Nominee, Outcome } from "./rule.ts";
import { type Advanced, followTies } from "./ties.ts";

/** Of more tied nominees than these, branches are too many to follow all of them in some milliseconds. */
const tiedMax = 8;
const branchesMax = 300;

/**
 * The committees that the branches of a tied count end with, each once, in the order of the nominees. Whoever is tied for
 * several seats may take them only together with those of one branch.
 *
 * @param advance as of a count that is followed; it writes nothing down
 * @returns undefined where there are more branches than are followed, and where at most one seat is undecided
 */
export function committeesIn<S>(
  nominees: readonly Nominee[],
  undecided: Outcome["undecided"],
  {
    start,
    keyOf,
    advance,
  }: {
    readonly start: () => S;
    readonly keyOf: (state: S) => string;
    readonly advance: (state: S) => Advanced<S>;
  },
): Nominee[][] | undefined {
  const size = nominees.length;
  if (undecided === undefined || undecided.seats < 2 || undecided.tied.length > tiedMax) return undefined;
  const { results, isCut } = followTies([start()], {
    ...{ order: "depthFirst", branchesMax, keyOf, advance },
    cutOff: () => unknownAmong(size, [], {}),
  });
  if (isCut) return undefined;
  const committees = results.map(({ inAll }) => nominees.filter((_, place) => inAll[place] === 1));
  return [...new Map(committees.map((names) => [JSON.stringify(names), names])).values()];
}
