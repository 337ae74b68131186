import { compare, type Fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { verdictAbove } from "../above.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import type { CountStep } from "../steps/count-step.ts";
import {
  type PairwiseOptions,
  pairsCompared,
  pairwise,
  type Strength,
  strengths,
  victories,
} from "./pairwise.ts";

export type SchulzeOptions = PairwiseOptions & {
  /** By default `winning-votes`. */
  readonly strength?: Strength;
};

/**
 * The Schulze method: a chain of victories is as strong as its weakest one, and a nominee is above another when
 * the strongest chain from it to the other is stronger than the strongest one back.
 *
 * The relation is transitive, but may leave nominees level. Elected is who is among the best `seats` in every order of
 * level nominees; who is so in some orders is undecided. The figures are how many others each nominee is above.
 * Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method, Social Choice and Welfare 36 (2011), 267-303; section 2.1 for the strengths.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * schulze({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function schulze(election: Election<RankedPaper>, options: SchulzeOptions = {}): Count {
  const strength = oneOf("strength", options.strength ?? "winning-votes", strengths);
  const pairs = pairwise(election, options);
  const { nominees, seats } = pairs.field;
  const size = nominees.length;
  const paths = strongestPaths(victories(pairs, strength), size);
  const above = (a: number, b: number) =>
    compare(paths[a * size + b] ?? zero, paths[b * size + a] ?? zero) > 0;
  const explanation: CountStep[] = [
    pairsCompared(pairs),
    { type: "PathsMeasured", data: { strength, paths: pathsBetween(nominees, paths) } },
  ];
  const verdict = verdictAbove({ nominees, seats, above, tieOrder: options.tieOrder });
  return { rule: "schulze", ...verdict, explanation: [...explanation, ...verdict.explanation] };
}

/**
 * The strength of the strongest path between each two nominees, row by row; 0 where there is none. Floyd and Warshall's
 * widest paths. Strengths are compared by their place among all, which are small numbers. */
function strongestPaths(direct: readonly Fraction[], size: number): Fraction[] {
  const texts = direct.map(fractionText);
  const values = [...new Map(direct.map((value, cell) => [texts[cell], value])).values()].sort(compare);
  const placeOf = new Map(values.map((value, place) => [fractionText(value), place]));
  const widest = Int32Array.from(texts, (text) => placeOf.get(text) ?? 0);
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++) {
      const first = widest[from * size + via] ?? 0;
      for (let to = 0; to < size; to++) {
        const width = Math.min(first, widest[via * size + to] ?? 0);
        if (from !== to && width > (widest[from * size + to] ?? 0)) widest[from * size + to] = width;
      }
    }
  return Array.from(widest, (place) => values[place] ?? zero);
}

function pathsBetween(nominees: readonly Nominee[], paths: readonly Fraction[]) {
  return nominees.flatMap((from, a) =>
    nominees.flatMap((to, b) =>
      a === b ? [] : [{ from, to, strength: fractionText(paths[a * nominees.length + b] ?? zero) }],
    ),
  );
}
