import type { Count, Figure, Outcome } from "../counting/rule.ts";
import { byFigures, seatBest, seatsFilled, writtenFigures } from "../counting/seats.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import { fraction } from "../kernel/fraction.ts";
import { fractionText } from "../kernel/fraction-text.ts";
import { meets, votesNeeded } from "../vocabulary/bar.ts";
import type { Quorum } from "../vocabulary/threshold.ts";

type Bar = { readonly bar: Quorum; readonly base: number; readonly seats: number };

/**
 * A threshold and the most votes are two conditions. First, a nominee must have a vote and reach the bar. Then the seats go to those
 * with the most votes among the nominees that did. Where fewer reach the bar than there are seats, the other seats stay
 * vacant.
 */
export function seatOverBar(totals: readonly Figure[], bar: Bar): Outcome {
  const seated = seatBest(byFigures(totals.filter((figure) => passes(figure, bar))), bar.seats);
  const failed = totals.filter((figure) => !passes(figure, bar)).map(({ nominee }) => nominee);
  return { ...seated, notElected: [...seated.notElected, ...failed] };
}

function passes({ votes }: Figure, { bar, base }: Bar): boolean {
  return votes.numerator > 0n && meets(bar, { votes: Number(votes.numerator), base });
}

/** The count of a rule without a threshold; a nominee below the bar gets no seat. */
export function overBar(count: Count, bar: Bar): Count {
  const outcome = seatOverBar(count.totals, bar);
  const over = stepsOverBar(count.totals, bar);
  const withBar = (steps: readonly CountStep[]) => [
    ...steps.filter(({ type }) => type !== "SeatsFilled"),
    ...over,
  ];
  return {
    ...count,
    outcome,
    rounds: count.rounds.map((round) => ({ ...round, conclusions: withBar(round.conclusions) })),
    explanation: withBar(count.explanation),
  };
}

/** The bar met by each figure, and the seats given among those who pass. */
export function stepsOverBar(totals: readonly Figure[], limit: Bar): CountStep[] {
  const { bar, base, seats } = limit;
  const needed = votesNeeded(bar, base);
  const passed = totals.filter((figure) => passes(figure, limit)).map(({ nominee }) => nominee);
  return [
    {
      type: "ThresholdApplied",
      data: {
        figures: writtenFigures(totals),
        seats,
        ...(needed !== undefined && { needed: fractionText(Math.max(1, needed)) }),
        passed,
      },
    },
    seatsFilled(seatOverBar(totals, limit)),
  ];
}

/** Votes that were counted without papers, as figures of a rule. */
export function figuresOfVotes(votes: readonly { nominee: string; for: number }[]): Figure[] {
  return votes.map((line) => ({ nominee: line.nominee, votes: fraction(line.for) }));
}
