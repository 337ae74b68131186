import type { Count, Step } from "../../src/counting/rule.ts";
import { type Fraction, fraction } from "../../src/kernel/fraction.ts";

/** The data of the steps of one type, in their order. */
export function stepsOf({ explanation }: Count, type: string): Step["data"][] {
  return explanation.filter((step) => step.type === type).map(({ data }) => data);
}

/** The names in a list of figures. */
export function namesOf(figures: unknown): string[] {
  return fractionIn(figures).map(([name]) => name);
}

/** A list of figures as names and exact numbers. */
export function fractionIn(figures: unknown): [string, Fraction][] {
  if (!Array.isArray(figures)) return [];
  return figures.map(({ nominee, figure, votes }) => [
    nominee,
    figure === undefined ? votes : fraction(figure),
  ]);
}
