import type { UnitId } from "../vocabulary/unit.ts";
import type { Outcome as Seating } from "./counting/rule.ts";
import { seatBest } from "./counting/seats.ts";
import { inOrder } from "./in-order.ts";
import type { Outcome } from "./messages.ts";

/** Part of an outcome: what became of a tie. */
export type Part = Omit<Outcome, "kind">;

/** An outcome with its kind, its units in order: what a rule found, or a tie left. */
export function outcomeFrom({ elected, notElected, undecided, vacant }: Seating): Outcome {
  return {
    kind: undecided
      ? "undecided"
      : vacant === 0
        ? "filled"
        : elected.length > 0
          ? "partlyFilled"
          : "unfilled",
    elected: inOrder(elected),
    notElected: inOrder(notElected),
    ...(undecided && { undecided: { tied: inOrder(undecided.tied), seats: undecided.seats } }),
    vacant,
  };
}

/** The outcome once its tie has come to `part`, which shares the tied and their seats out. */
export function settled(outcome: Outcome, part: Seating): Outcome {
  return outcomeFrom({
    elected: [...outcome.elected, ...part.elected],
    notElected: [...outcome.notElected, ...part.notElected],
    ...(part.undecided && { undecided: part.undecided }),
    vacant: outcome.vacant + part.vacant,
  });
}

/** What an order makes of a tie: the first are elected, and where the order is level at the boundary a rest stays tied. */
export function splitBy(order: readonly (readonly UnitId[])[], seats: number): Seating {
  return seatBest(order, seats);
}

/** The tied seats stay vacant: nobody of the tied is elected. */
export function vacated({ tied, seats }: { tied: readonly UnitId[]; seats: number }): Seating {
  return { elected: [], notElected: tied, vacant: seats };
}
