import { fraction, zero } from "../../kernel/fraction.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Figure, RankedPaper } from "../rule.ts";
import { byFigures, seatBest, seatsFilled, writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { type Pairwise, type PairwiseOptions, pairsCompared, pairwise } from "./pairwise.ts";

/**
 * The figure: pairs won; pairs won less pairs lost; or pairs won and half the pairs drawn, with equal figures
 * ranked by whom each beats.
 */
export type CopelandVariant = "wins" | "wins-minus-losses" | "second-order";

export type CopelandOptions = PairwiseOptions & {
  /** By default `wins-minus-losses`. */
  readonly variant?: CopelandVariant;
};

const variants: readonly CopelandVariant[] = ["wins", "wins-minus-losses", "second-order"];

/**
 * Copeland's method: the seats go to those who win the most pairs. With `second-order`
 * equal figures are ranked by the sum of the figures of those whom each beats.
 *
 * Ties are frequent; only one at the boundary of the last seat is undecided.
 * Source: A. H. Copeland, A reasonable social welfare function (1951); J. J. Bartholdi, C. A. Tovey, M. A. Trick,
 * The computational difficulty of manipulating an election, Social Choice and Welfare 6 (1989), for second order.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * copeland({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function copeland(election: Election<RankedPaper>, options: CopelandOptions = {}): Count {
  const variant = oneOf("variant", options.variant ?? "wins-minus-losses", variants);
  const pairs = pairwise(election, options);
  const { seats } = pairs.field;
  const { figures, beaten } = pairsWon(pairs, variant);
  const order = variant === "second-order" ? splitByBeaten(byFigures(figures), beaten) : byFigures(figures);
  const open = seatBest(order, seats);
  const outcome = seatBest(order, seats, options.tieOrder);
  const steps: CountStep[] = [
    {
      type: "PairsWon",
      data: {
        variant,
        figures: writtenFigures(figures),
        ...(variant === "second-order" && { figuresOfBeaten: writtenFigures(beaten) }),
      },
    },
  ];
  if (open.undecided && options.tieOrder)
    steps.push({ type: "TieOrderApplied", data: { ...open.undecided, tieOrder: options.tieOrder } });
  steps.push(seatsFilled(outcome));
  return {
    rule: "copeland",
    outcome,
    order,
    totals: figures,
    rounds: [{ figures, exhausted: zero, conclusions: steps }],
    explanation: [pairsCompared(pairs), ...steps],
  };
}

function pairsWon({ field, preferring }: Pairwise, variant: CopelandVariant) {
  const { nominees } = field;
  const sign = (a: number, b: number) => {
    const margin = preferring(a, b) - preferring(b, a);
    return margin > 0n ? 1 : margin < 0n ? -1 : 0;
  };
  // Doubled, so that half a point for a drawn pair is a whole number.
  const doubled = nominees.map((_, a) =>
    nominees.reduce((sum, _other, b) => (a === b ? sum : sum + pointsOf(sign(a, b), variant)), 0),
  );
  const figures: Figure[] = nominees.map((nominee, a) => ({ nominee, votes: fraction(doubled[a] ?? 0, 2) }));
  const beaten: Figure[] = nominees.map((nominee, a) => ({
    nominee,
    votes: fraction(
      doubled.reduce((sum, points, b) => (sign(a, b) > 0 ? sum + points : sum), 0),
      2,
    ),
  }));
  return { figures, beaten };
}

function pointsOf(sign: number, variant: CopelandVariant): number {
  if (variant === "wins") return sign > 0 ? 2 : 0;
  return variant === "wins-minus-losses" ? 2 * sign : sign + 1;
}

function splitByBeaten(order: readonly (readonly string[])[], beaten: readonly Figure[]): string[][] {
  return order.flatMap((group) => byFigures(beaten.filter(({ nominee }) => group.includes(nominee))));
}
