import type { UnitId } from "../vocabulary/unit.ts";
import { drawLot, pickedBy } from "../vocabulary/verifiable-lot.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import type { BrokenBy } from "./fields.ts";
import type { BallotEvent } from "./messages.ts";
import { type Seating, settled, splitBy, vacated } from "./outcome.ts";
import type { Outcome, Tie } from "./result.ts";
import type { Terms } from "./terms.ts";

type Level = readonly (readonly UnitId[])[];

/** The steps that need no decision by anybody: the terms fix their result before the vote. */
export const frozenSteps = ["score", "seniority", "vacantSeat"] as const satisfies TieStep["kind"][];
type FrozenStep = (typeof frozenSteps)[number];

/** Takes a frozen step. Where it cannot distinguish the units at the boundary, these stay tied. */
export function takeFrozenStep(kind: FrozenStep, terms: Terms, tie: Tie): Seating {
  if (kind === "vacantSeat") return vacated(tie);
  return splitBy(kind === "score" ? byScore(terms, tie.tied) : bySeniority(terms, tie.tied), tie);
}

/** The lot puts all the tied into an order. The first ones take the seats, and a committee is kept whole. */
export function drawn(tie: Tie, values: Extract<BrokenBy, { kind: "lot" }>["drawn"]): Seating {
  const order = pickedBy(drawLot({ candidates: tie.tied, drawn: values }));
  return splitBy(
    order.map((unit) => [unit]),
    tie,
  );
}

/**
 * The seating where these of the tied are elected, those stay tied, and no other is elected. Where only some
 * combinations may take the seats, a committee is kept whole: a run-off that fits none of them has not decided, and all
 * stay tied for the next round or step.
 */
export function decided(tie: Tie, elected: readonly string[], stillTied: readonly string[] = []): Seating {
  const { completions } = tie;
  if (completions === undefined) return divided(tie, elected, stillTied);
  const fitting = completions.filter((names) => elected.every((unit) => names.includes(unit)));
  const open = fitting.filter((names) =>
    names.every((unit) => elected.includes(unit) || stillTied.includes(unit)),
  );
  if (open.length > 0) return splitBy([], { ...tie, completions: open });
  const isLeftVacant = stillTied.length === 0 && elected.length < tie.seats && fitting.length > 0;
  return isLeftVacant ? divided(tie, elected, stillTied) : splitBy([], tie);
}

function divided(tie: Tie, elected: readonly string[], stillTied: readonly string[]): Seating {
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

/** The end of the ladder: the seats that units are still tied for stay vacant. */
export function leftVacant(outcome: Outcome): BallotEvent[] {
  const { undecided } = outcome;
  if (undecided === undefined) return [];
  return [{ type: "TieLeftVacant", data: { tie: undecided, outcome: settled(outcome, vacated(undecided)) } }];
}

/** Whether this ballot is a run-off. Its ties go back to the ladder of the ballot that called it. */
export function isRunOff({ follows }: Terms): boolean {
  return follows?.kind === "runOff";
}

/** The tied from the highest score; units with equal scores share a level. */
function byScore({ tieData }: Terms, tied: readonly UnitId[]): Level {
  const points = new Map(tieData.scores.map((score) => [score.unit, score.points]));
  const levels = new Map<number, UnitId[]>();
  for (const unit of tied) {
    const score = points.get(unit) ?? 0;
    levels.set(score, [...(levels.get(score) ?? []), unit]);
  }
  return [...levels].sort(([a], [b]) => b - a).map(([, units]) => units);
}

/** The tied from the most senior. */
function bySeniority({ tieData }: Terms, tied: readonly UnitId[]): Level {
  return tieData.seniority.filter((unit) => tied.includes(unit)).map((unit) => [unit]);
}
