import { type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { exactSums, type Field, fieldOf, oneOf, problems, weightsOf } from "../grouping.ts";
import { rankingReader } from "../ranking-reader.ts";
import type { Election, Nominee, RankedPaper } from "../rule.ts";
import { readTieOrder } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { preferences } from "./preferences.ts";

/** Nominees that a paper does not rank: together last, or it has no opinion on any pair with one of them. */
export type Unranked = "last" | "ignored";

export type PairwiseOptions = {
  /** By default `last`. */
  readonly unranked?: Unranked;
  /** A frozen order, from first kept to last, by which a boundary tie is broken; without it the tie is undecided. */
  readonly tieOrder?: readonly Nominee[];
};

/** Who is preferred to whom. `preferring(a, b) + preferring(b, a) + neither(a, b)` is the weight of all papers. */
export type Pairwise = {
  readonly field: Field;
  readonly total: bigint;
  /** Weight of the papers that rank the nominee of index `a` above that of index `b`. */
  readonly preferring: (a: number, b: number) => bigint;
  /** Weight of the papers that rank both equal or have no opinion on the pair. */
  readonly neither: (a: number, b: number) => bigint;
};

/**
 * How strong a victory over another nominee is: by the votes for the winner, by how many more they are, or by how many
 * times as many (`ratio`). A victory that no paper opposes is stronger by ratio than every other one; among those, more
 * votes are stronger.
 */
export type Strength = "winning-votes" | "margins" | "ratio";

export const strengths: readonly Strength[] = ["winning-votes", "margins", "ratio"];

/**
 * Compares every pair of nominees on every paper.
 * @throws {InvalidInput} naming each field, rule and value
 */
export function pairwise(election: Election<RankedPaper>, options: PairwiseOptions = {}): Pairwise {
  const unranked = oneOf("unranked", options.unranked ?? "last", ["last", "ignored"]);
  const field = fieldOf(election);
  const weights = weightsOf(election.papers);
  const wrong = problems();
  const reader = rankingReader(election.papers, field, {}, wrong);
  const size = field.nominees.length;
  const sums = exactSums(weights, (limb) => preferences(reader, limb, { size, unranked }));
  wrong.throwIfAny();
  readTieOrder(field, options.tieOrder);
  const preferring = (a: number, b: number) => sums[a * size + b] ?? 0n;
  const { total } = weights;
  return { field, total, preferring, neither: (a, b) => total - preferring(a, b) - preferring(b, a) };
}

/** The pairs as a step of the explanation, each once. */
export function pairsCompared({ field, preferring, total }: Pairwise): CountStep {
  const { nominees, seats } = field;
  const pairs = nominees.flatMap((first, a) =>
    nominees.slice(a + 1).map((second, offset) => ({
      first,
      second,
      forFirst: fractionText(preferring(a, a + 1 + offset)),
      forSecond: fractionText(preferring(a + 1 + offset, a)),
    })),
  );
  return { type: "PairsCompared", data: { nominees, seats, papers: fractionText(total), pairs } };
}

/** The strength of each victory, 0 where there is none, row by row. */
export function victories(pairs: Pairwise, strength: Strength): Fraction[] {
  const { nominees } = pairs.field;
  return nominees.flatMap((_, a) =>
    nominees.map((_other, b) =>
      pairs.preferring(a, b) > pairs.preferring(b, a) ? strengthOf(pairs, strength, a, b) : zero,
    ),
  );
}

/** The strength of the victory of `a` over `b`. */
export function strengthOf(
  { preferring, total }: Pairwise,
  strength: Strength,
  a: number,
  b: number,
): Fraction {
  const [votes, against] = [preferring(a, b), preferring(b, a)];
  if (strength === "margins") return fraction(votes - against);
  if (strength === "winning-votes") return fraction(votes);
  // Nobody against counts as less than one paper, which puts such a victory above all ratios.
  return against === 0n ? fraction(votes * (total + 1n)) : fraction(votes, against);
}
