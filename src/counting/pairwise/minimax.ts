import { fraction, zero } from "../../kernel/fraction.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Figure, RankedPaper } from "../rule.ts";
import { verdictByFigures } from "../seats.ts";
import { type Pairwise, type PairwiseOptions, pairsCompared, pairwise, type Strength } from "./pairwise.ts";

/**
 * The strength of a victory as in other pairwise rules, or all votes for the other nominee, whether the pair
 * is lost or not.
 */
export type Opposition = Strength | "pairwise-opposition";

export type MinimaxOptions = PairwiseOptions & {
  /** By default `winning-votes`. */
  readonly strength?: Opposition;
};

const strengths: readonly Opposition[] = ["winning-votes", "margins", "pairwise-opposition"];

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
  const strength = oneOf("strength", options.strength ?? "winning-votes", strengths);
  const pairs = pairwise(election, options);
  const { nominees, seats } = pairs.field;
  const figures: Figure[] = nominees.map((nominee, index) => ({
    nominee,
    votes: fraction(strongestOpposition(pairs, index, strength)),
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

function strongestOpposition({ field, preferring }: Pairwise, index: number, strength: Opposition): bigint {
  const oppositions = field.nominees.flatMap((_, other) => {
    if (other === index) return [];
    const against = preferring(other, index);
    const margin = against - preferring(index, other);
    if (strength === "margins") return [margin];
    return strength === "winning-votes" && margin <= 0n ? [0n] : [against];
  });
  return (
    oppositions.reduce<bigint | undefined>(
      (most, next) => (most === undefined || next > most ? next : most),
      undefined,
    ) ?? 0n
  );
}
