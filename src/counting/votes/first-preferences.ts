import { type Fraction, fraction, plus, zero } from "../../kernel/fraction.ts";
import { weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";
import type { Figure } from "../rule.ts";

/** A paper that ranks several equal where one is wanted: it counts for none, or for each in equal parts. */
export type EqualFirst = "none" | "split";

type FirstPreferences = {
  readonly figures: readonly Figure[];
  /** Weight of the papers that count for nobody. */
  readonly exhausted: Fraction;
};

/** The first preferences among those nominees that `continuing` marks with 1, ranks without any of them passed over. */
export function firstPreferences(
  rankings: Rankings,
  continuing: Uint8Array,
  { equalFirst = "none" }: { equalFirst?: EqualFirst } = {},
): FirstPreferences {
  const { nominees } = rankings.field;
  const size = nominees.length;
  // One row per size of a group ranked equal, so that all sums are whole numbers. Most of them are zero.
  const limbs = rankings.weights.limbs.map((weights) => sumBySize(rankings, continuing, weights));
  let counted = zero;
  const figures = nominees.flatMap((nominee, index) => {
    if (continuing[index] !== 1) return [];
    let votes = zero;
    for (let row = 0; row < (equalFirst === "split" ? size : 1); row++) {
      const cell = row * size + index;
      if (limbs.some((sums) => sums[cell] !== 0))
        votes = plus(votes, fraction(weightAt({ limbs }, cell), row + 1));
    }
    counted = plus(counted, votes);
    return [{ nominee, votes }];
  });
  const exhausted = plus(fraction(rankings.weights.total), fraction(-counted.numerator, counted.denominator));
  return { figures, exhausted };
}

/** First preferences by the index of the nominee, where several equal ones have equal parts of a paper. */
export function splitVotes(
  rankings: Rankings,
  continuing: Uint8Array,
): { votes: Fraction[]; exhausted: Fraction } {
  const { figures, exhausted } = firstPreferences(rankings, continuing, { equalFirst: "split" });
  const votes = new Map(figures.map((figure) => [figure.nominee, figure.votes]));
  return { votes: rankings.field.nominees.map((nominee) => votes.get(nominee) ?? zero), exhausted };
}

function sumBySize(
  { field, marks, starts, ballots }: Rankings,
  continuing: Uint8Array,
  weights: Float64Array,
) {
  const size = field.nominees.length;
  const sums = new Float64Array(size * size);
  for (let ballot = 0; ballot < ballots; ballot++) {
    const end = starts[ballot + 1] ?? 0;
    let met = 0;
    let rank = starts[ballot] ?? 0;
    for (let at = rank; at < end && met === 0; at++) {
      const mark = marks[at] ?? rankEnd;
      if (mark !== rankEnd) continue;
      for (let place = rank; place < at; place++) met += continuing[marks[place] ?? 0] ?? 0;
      for (let place = rank; place < at && met > 0; place++) {
        const index = marks[place] ?? 0;
        const cell = (met - 1) * size + index;
        if (continuing[index] === 1) sums[cell] = (sums[cell] ?? 0) + (weights[ballot] ?? 0);
      }
      rank = at + 1;
    }
  }
  return sums;
}
