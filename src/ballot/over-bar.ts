import type { Count, Figure, Outcome } from "../counting/rule.ts";
import { byFigures, seatBest } from "../counting/seats.ts";
import { fraction } from "../kernel/fraction.ts";
import { meets } from "../vocabulary/bar.ts";
import type { Quorum } from "../vocabulary/threshold.ts";

type Bar = { readonly bar: Quorum; readonly base: number; readonly seats: number };

/**
 * Passing a threshold and having the most votes are two things: whoever reaches the bar passes, and only among
 * those do the votes choose. Fewer pass than there are seats: the others stay vacant.
 */
export function seatOverBar(totals: readonly Figure[], { bar, base, seats }: Bar): Outcome {
  const passes = ({ votes }: Figure) => meets(bar, { votes: Number(votes.numerator), base });
  const seated = seatBest(byFigures(totals.filter(passes)), seats);
  const failed = totals.filter((figure) => !passes(figure)).map(({ nominee }) => nominee);
  return { ...seated, notElected: [...seated.notElected, ...failed] };
}

/** The count of a rule that knows no threshold, its seats given over the bar only. */
export function overBar(count: Count, bar: Bar): Count {
  const outcome = seatOverBar(count.totals, bar);
  const step = { type: "SeatsOverBar", data: { ...bar.bar, base: bar.base, seats: bar.seats, ...outcome } };
  return { ...count, outcome, explanation: [...count.explanation, step] };
}

/** Votes that were counted without papers, as figures of a rule. */
export function figuresOfVotes(votes: readonly { nominee: string; for: number }[]): Figure[] {
  return votes.map((line) => ({ nominee: line.nominee, votes: fraction(line.for) }));
}
