import { type Fraction, fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { type Choices, greaterFirst } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import type { CountStep } from "../steps/count-step.ts";
import { type Class, gainsOf } from "./pav-gains.ts";
import { leastCommonMultiple } from "./sequential-pav.ts";

/** How many of each class are elected. */
type Counts = readonly number[];

type Search = {
  readonly score: Fraction;
  readonly optimal: readonly Counts[];
  /** Each committee scored and each branch cut off; together they cover all committees. */
  readonly searched: readonly CountStep[];
};

/** The limit is on branches times classes, since each branch looks at all classes. */
const gainsMax = 20_000_000;
const committeesMax = 5_000;

/** Nominees by the papers that keep them, the most kept class first. */
export function classesOf({ field, papers, weights }: Choices): Class[] {
  const classes = new Map<string, { members: number[]; keptBy: number[]; votes: bigint }>();
  const keptBy: number[][] = field.nominees.map(() => []);
  papers.forEach((names, paper) => {
    for (const name of names) keptBy[name]?.push(paper);
  });
  keptBy.forEach((by, nominee) => {
    const votes = by.reduce((sum, paper) => sum + weightAt(weights, paper), 0n);
    const alike = classes.get(by.join()) ?? { members: [], keptBy: by, votes };
    alike.members.push(nominee);
    classes.set(by.join(), alike);
  });
  return [...classes.values()].sort((a, b) => greaterFirst(a.votes, b.votes));
}

/**
 * The numbers to elect of each class that make the PAV score greatest, by branch and bound: what a committee can
 * still gain is at most the sum of the greatest gains that the rest have now, since gains only shrink.
 */
export function optimalCounts(choices: Choices, classes: readonly Class[]): Search {
  const { field } = choices;
  const target = Math.min(field.seats, field.nominees.length);
  const scale = leastCommonMultiple(target);
  const { of: gainOf, elect, leave } = gainsOf(choices, target, scale);
  const membersFrom = classes.map((_, from) =>
    classes.slice(from).reduce((sum, { members }) => sum + members.length, 0),
  );
  const searched: CountStep[] = [];
  let optimal: Counts[] = [];
  let best = -1n;
  let gains = 0;

  const atMost = (score: bigint, from: number, open: number) => {
    const gains: bigint[] = [];
    for (const alike of classes.slice(from)) {
      const gain = gainOf(alike);
      for (let member = Math.min(alike.members.length, open); member > 0; member--) gains.push(gain);
    }
    gains.sort(greaterFirst);
    let most = score;
    for (let place = 0; place < open; place++) most += gains[place] ?? 0n;
    return most;
  };
  // Of many committees in a row the score is often the same.
  let [noted, text] = [-1n, ""];
  const note = (type: "CommitteesScored" | "BranchPruned", counts: Counts, score: bigint) => {
    if (score !== noted) [noted, text] = [score, fractionText(fraction(score, scale))];
    searched.push({ type, data: { counts: [...counts], score: text } });
  };

  const visit = (counts: Counts, score: bigint, open: number) => {
    gains += classes.length;
    if (gains > gainsMax)
      throw new RangeError(`a search for PAV may compute ${gainsMax} gains, and these papers need more`);
    if (open === 0) {
      note("CommitteesScored", counts, score);
      if (score < best) return;
      if (score > best) optimal = [];
      best = score;
      optimal.push(completed(counts, classes.length));
      return;
    }
    const bound = atMost(score, counts.length, open);
    if (bound < best) {
      note("BranchPruned", counts, bound);
      return;
    }
    visitClass(counts, score, open);
  };
  const visitClass = (counts: Counts, score: bigint, open: number) => {
    const alike = classes[counts.length];
    if (alike === undefined) return;
    const later = membersFrom[counts.length + 1] ?? 0;
    const most = Math.min(alike.members.length, open);
    const scores = [score];
    for (let taken = 0; taken < most; taken++) {
      scores.push((scores.at(-1) ?? 0n) + gainOf(alike));
      elect(alike);
    }
    for (let taken = most; taken >= 0; taken--) {
      if (open - taken <= later) visit([...counts, taken], scores[taken] ?? 0n, open - taken);
      if (taken > 0) leave(alike);
    }
  };

  visit([], 0n, target);
  return { score: fraction(best, scale), optimal, searched };
}

function completed(counts: Counts, length: number): Counts {
  return [...counts, ...new Array<number>(length - counts.length).fill(0)];
}

/** Every committee with these numbers of each class; undefined when they are more than can usefully be listed. */
export function committeesOf(
  classes: readonly Class[],
  optimal: readonly Counts[],
): (readonly number[])[] | undefined {
  const committees: number[][] = [];
  for (const counts of optimal) {
    let partial: number[][] = [[]];
    for (const [place, { members }] of classes.entries()) {
      const chosen = subsetsOf(members, counts[place] ?? 0, Math.ceil(committeesMax / partial.length) + 1);
      partial = partial.flatMap((some) => chosen.map((more) => [...some, ...more]));
      if (partial.length + committees.length > committeesMax) return undefined;
    }
    for (const committee of partial) committees.push(committee.sort((a, b) => a - b));
  }
  return committees;
}

/** The subsets of a size, at most `limit` of them. */
function subsetsOf(members: readonly number[], size: number, limit: number): number[][] {
  const subsets: number[][] = [];
  const extend = (subset: number[], from: number) => {
    if (subsets.length >= limit) return;
    if (subset.length === size) {
      subsets.push(subset);
      return;
    }
    for (let place = from; place <= members.length - (size - subset.length); place++)
      extend([...subset, members[place] ?? 0], place + 1);
  };
  extend([], 0);
  return subsets;
}
