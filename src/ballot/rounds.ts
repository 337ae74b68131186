import type { Count } from "../counting/rule.ts";
import { writtenFigures } from "../counting/seats.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import { RoundConclusion } from "../counting/steps/round-conclusion.ts";
import { fractionText } from "../kernel/fraction-text.ts";
import type { CountRound } from "./result.ts";

const digitsMax = 1_000;

/**
 * The rounds of a count as the record keeps them: figures and conclusions. How papers moved from one nominee to
 * another is not kept, since it follows from the papers.
 *
 * @returns undefined where a figure has more than 1,000 digits, which nobody reads
 */
export function recordedRounds({ rounds }: Count): CountRound[] | undefined {
  const recorded = rounds.map(({ figures, exhausted, conclusions }) => ({
    figures: writtenFigures(figures),
    exhausted: fractionText(exhausted),
    conclusions: conclusions.filter(isConclusion),
  }));
  const figures = recorded.flatMap((round) => [round.exhausted, ...round.figures.map(({ votes }) => votes)]);
  return figures.every((text) => text.length <= digitsMax) ? recorded : undefined;
}

const conclusions = new Set<string>(RoundConclusion.types);

const isConclusion = (step: CountStep): step is RoundConclusion => conclusions.has(step.type);
