import type { Count, Figure } from "../counting/rule.ts";
import { writtenFigures } from "../counting/seats.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import type { MethodKind } from "./terms.ts";

export type DecidingFigures = { nominee: string; votes: string }[];

/**
 * The figures that a count was decided on, where the lines of the record do not have them: neither the papers for a
 * nominee nor its points.
 */
export function decidingFigures(method: MethodKind, count: Count): DecidingFigures | undefined {
  switch (method) {
    case "borda":
    case "copeland":
    case "minimax":
    case "schulze":
    case "rankedPairs":
      return written(count.totals);
    case "star":
      return lastTwo(count.explanation);
    default:
      return undefined;
  }
}

const written = (figures: readonly Figure[]): DecidingFigures =>
  writtenFigures(figures).map((one) => ({ ...one }));

/** The papers for each of the last two by STAR; undefined where there are several seats, or several such pairs. */
function lastTwo(steps: readonly CountStep[]): DecidingFigures | undefined {
  const compared = steps.flatMap((step) =>
    step.type === "TiebreakApplied" && step.data.contest === "seat" && step.data.by === "papers"
      ? [step.data.figures]
      : [],
  );
  const [only, another] = compared;
  return only === undefined || another ? undefined : only.map((one) => ({ ...one }));
}
