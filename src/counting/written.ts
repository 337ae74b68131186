import { fractionText } from "../kernel/fraction-text.ts";
import type { Figure, Outcome } from "./rule.ts";
import type { CountStep } from "./steps/count-step.ts";

/** Figures as a step holds them. */
export function writtenFigures(figures: readonly Figure[]): { nominee: string; votes: string }[] {
  return figures.map(({ nominee, votes }) => ({ nominee, votes: fractionText(votes) }));
}

/** The conclusion of a count. */
export function seatsFilled(outcome: Outcome): CountStep {
  return { type: "SeatsFilled", data: { ...outcome } };
}
