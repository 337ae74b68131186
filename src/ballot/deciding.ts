import type { Count, Figure } from "../counting/rule.ts";
import { writtenFigures } from "../counting/seats.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import type { SeatDecided } from "./result.ts";
import { seatBySeat } from "./seat-by-seat.ts";
import type { MethodKind } from "./terms.ts";

type DecidingFigures = { nominee: string; votes: string }[];

/** What decided a count, where neither its lines nor its rounds say so. */
export type Decided = {
  deciding?: DecidingFigures;
  seatBySeat?: SeatDecided[];
  committeeScore?: string;
};

/**
 * The figures that a count was decided on, where the lines of the record do not have them: neither the papers for a
 * nominee nor its points.
 */
export function decidedBy(method: MethodKind, count: Count): Decided {
  switch (method) {
    case "borda":
    case "copeland":
    case "minimax":
    case "schulze":
    case "rankedPairs":
      return { deciding: written(count.totals) };
    case "star":
      return lastTwo(count.explanation) ?? seatsOf(count);
    case "sequentialPav":
    case "equalShares":
      return seatsOf(count);
    case "pav":
      return scoreOf(count.explanation);
    default:
      return {};
  }
}

const written = (figures: readonly Figure[]): DecidingFigures =>
  writtenFigures(figures).map((one) => ({ ...one }));

/**
 * The papers for each of the last two by STAR; undefined where there are several seats or several such pairs, or where
 * the papers did not decide.
 */
function lastTwo(steps: readonly CountStep[]): Decided | undefined {
  const compared = steps.flatMap((step) =>
    step.type === "TiebreakApplied" && step.data.contest === "seat" ? [step.data] : [],
  );
  const [only, another] = compared;
  const isDecided = only?.by === "papers" && only.left.length === 0 && another === undefined;
  return isDecided ? { deciding: only.figures.map((one) => ({ ...one })) } : undefined;
}

function seatsOf(count: Count): Decided {
  const seats = seatBySeat(count);
  return seats ? { seatBySeat: seats } : {};
}

function scoreOf(steps: readonly CountStep[]): Decided {
  const greatest = steps.find((step) => step.type === "GreatestScore");
  return greatest ? { committeeScore: greatest.data.score } : {};
}
