import type { TieStep } from "../../vocabulary/voting-rules.ts";
import type { Terms, Tie } from "../messages.ts";
import { type Seating, splitBy, vacated } from "../outcome.ts";
import { byScore, bySeniority } from "./tie-data.ts";

/** The steps that need nobody's word: what they come to was fixed before the vote. */
export type FrozenStep = "score" | "seniority" | "vacantSeat";

export function isFrozen(kind: TieStep["kind"]): kind is FrozenStep {
  return kind === "score" || kind === "seniority" || kind === "vacantSeat";
}

/** What a frozen step makes of a tie; where it cannot tell them apart at the boundary, the rest stays tied. */
export function takeFrozenStep(kind: FrozenStep, terms: Terms, tie: Tie): Seating {
  if (kind === "vacantSeat") return vacated(tie);
  return splitBy(kind === "score" ? byScore(terms, tie.tied) : bySeniority(terms, tie.tied), tie);
}

/** What comes of a tie when these of the tied are elected, those stay tied, and nobody else is elected. */
export function decided(tie: Tie, elected: readonly string[], stillTied: readonly string[] = []): Seating {
  const open = tie.seats - elected.length;
  const undecided =
    stillTied.length > 0 ? { tied: stillTied, seats: Math.min(open, stillTied.length) } : undefined;
  return {
    elected,
    notElected: tie.tied.filter((unit) => !elected.includes(unit) && !stillTied.includes(unit)),
    ...(undecided && { undecided }),
    vacant: open - (undecided?.seats ?? 0),
  };
}
