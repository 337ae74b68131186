import { compare, type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Figure, RankedPaper } from "../rule.ts";
import { verdictByFigures } from "../seats.ts";
import {
  type Pairwise,
  type PairwiseOptions,
  pairsCompared,
  pairwise,
  type Strength,
  strengthOf,
  strengths,
} from "./pairwise.ts";

/**
 * The strength of a victory as in other pairwise rules, or all votes for the other nominee, whether the pair
 * is lost or not.
 */
export type Opposition = Strength | "pairwise-opposition";

export type MinimaxOptions = PairwiseOptions & {
  /** By default `winning-votes`. */
  readonly strength?: Opposition;
};

/**
 * Minimax (Simpson and Kramer): each nominee's figure is the strongest opposition that it meets in any pair, and the
 * seats go to the least opposed. By `margins` a figure is negative for one who wins all pairs.
 *
 * Ties: only a tie at the boundary of the last seat is undecided.
 * Source: P. B. Simpson (1969); G. H. Kramer, A dynamical model of political equilibrium, Journal of Economic
 * Theory 16 (1977).
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * minimax({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function minimax(election: Election<RankedPaper>, options: MinimaxOptions = {}): Count {
  const strength = oneOf<Opposition>("strength", options.strength ?? "winning-votes", [
    ...strengths,
    "pairwise-opposition",
  ]);
  const pairs = pairwise(election, options);
  const { nominees, seats } = pairs.field;
  const figures: Figure[] = nominees.map((nominee, index) => ({
    nominee,
    votes: strongestOpposition(pairs, index, strength),
  }));
  const verdict = verdictByFigures({ figures, seats, tieOrder: options.tieOrder, fewestFirst: true });
  return {
    rule: "minimax",
    outcome: verdict.outcome,
    order: verdict.order,
    totals: figures,
    rounds: [{ figures, exhausted: zero, conclusions: verdict.steps.slice(1) }],
    explanation: [pairsCompared(pairs), { type: "OppositionMeasured", data: { strength } }, ...verdict.steps],
  };
}

function strongestOpposition(pairs: Pairwise, index: number, strength: Opposition): Fraction {
  const { field, preferring } = pairs;
  const others = [...field.nominees.keys()].filter((other) => other !== index);
  const opposition = (other: number): Fraction => {
    const against = preferring(other, index);
    const margin = against - preferring(index, other);
    if (strength === "margins") return fraction(margin);
    if (strength === "pairwise-opposition") return fraction(against);
    return margin > 0n ? strengthOf(pairs, strength, other, index) : zero;
  };
  const [first, ...rest] = others.map(opposition);
  return rest.reduce((most, next) => (compare(next, most) > 0 ? next : most), first ?? zero);
}
