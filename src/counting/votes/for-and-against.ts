import { fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { type Bar, meets, votesNeeded } from "../../vocabulary/bar.ts";
import type { Base } from "../../vocabulary/threshold.ts";
import { figuresOf, placesOf } from "../choices.ts";
import { exactSums, type Field, fieldOf, groupedBy, problems, type Weights } from "../grouping.ts";
import type { Count, Election, OpinionPaper, Outcome } from "../rule.ts";
import { byFigures, seatBest, seatsFilled, writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";

export type ForAndAgainstOptions = {
  readonly threshold: Bar;
  /** What the share is taken of, and how many that is; counted in the papers' own weights. */
  readonly base: { readonly of: Base; readonly figure: number | bigint };
  /** How many nominees a paper may be for; any number when absent. */
  readonly namesMax?: number;
};

type Opinions = {
  readonly field: Field;
  readonly weights: Weights;
  readonly papers: readonly { readonly for: readonly number[]; readonly against: readonly number[] }[];
};

/**
 * For and against, nominee by nominee, as Vietnamese blocs and councils vote: whoever has the threshold passes,
 * and the seats go to those who pass with the most votes for. Fewer pass than there are seats: the others stay
 * vacant. Passing is each nominee's own matter; only choosing compares nominees.
 * Ties: only one among those who pass, for the last seats, is left undecided.
 *
 * Source: Decree 91/2017/NĐ-CP (90 % of all members of the council, those absent asked in writing) and the
 * bylaws of blocs; for + against + no opinion = valid papers, for each nominee.
 *
 * @throws {InvalidInput} for a paper that is for and against the same nominee, names somebody who is not
 *   nominated or is for too many; for a base smaller than the papers counted, or a base of valid papers that
 *   is not their number
 * @throws {RangeError} for a threshold that is not within 0/1 to 1/1
 * @example
 * const papers = [{ weight: 6, for: ["A"], against: ["B"] }, { weight: 4, for: ["B"], against: [] }];
 * const threshold = { numerator: 1, denominator: 2, strict: true };
 * const base = { of: "validPapers", figure: 10 } as const;
 * forAndAgainst({ nominees: ["A", "B"], seats: 2, papers }, { threshold, base }).outcome // { elected: ["A"], notElected: ["B"], vacant: 1 }
 */
export function forAndAgainst(
  election: Election<OpinionPaper>,
  { threshold, base, namesMax }: ForAndAgainstOptions,
): Count {
  const opinions = opinionsOf(election, namesMax);
  const { field, weights } = opinions;
  const baseFigure = checkedBase(base, weights.total);
  const votesFor = votesOf(opinions, "for");
  const votesAgainst = votesOf(opinions, "against");
  const figures = figuresOf(field, votesFor);
  const verdicts = field.nominees.map((nominee, index): CountStep => {
    const votes = votesFor[index] ?? 0n;
    const against = votesAgainst[index] ?? 0n;
    return {
      type: meets(threshold, { votes, base: baseFigure }) ? "ThresholdMet" : "ThresholdMissed",
      data: {
        nominee,
        for: fractionText(votes),
        against: fractionText(against),
        noOpinion: fractionText(weights.total - votes - against),
      },
    };
  });
  const passed = field.nominees.filter((_, index) => verdicts[index]?.type === "ThresholdMet");
  const outcome = seatedAmong(passed, field, figures);
  const needed = votesNeeded(threshold, baseFigure);
  const explanation: CountStep[] = [
    {
      type: "BaseTaken",
      data: {
        of: base.of,
        figure: fractionText(baseFigure),
        valid: fractionText(weights.total),
        threshold: {
          numerator: threshold.numerator,
          denominator: threshold.denominator,
          strict: threshold.strict,
        },
        ...(needed !== undefined && { votesNeeded: fractionText(needed) }),
      },
    },
    ...verdicts,
    {
      type: "FiguresCounted",
      data: { figures: writtenFigures(figures), seats: field.seats, fewestFirst: false },
    },
    seatsFilled(outcome),
  ];
  return {
    rule: "for-and-against",
    outcome,
    order: byFigures(figures),
    totals: figures,
    rounds: [{ figures, exhausted: fraction(0), conclusions: explanation }],
    explanation,
  };
}

function seatedAmong(
  passed: readonly string[],
  { nominees, seats }: Field,
  figures: ReturnType<typeof figuresOf>,
): Outcome {
  const passing = new Set(passed);
  const outcome = seatBest(byFigures(figures.filter(({ nominee }) => passing.has(nominee))), seats);
  const failed = nominees.filter((nominee) => !passing.has(nominee));
  return { ...outcome, notElected: [...outcome.notElected, ...failed] };
}

function checkedBase(base: ForAndAgainstOptions["base"], valid: bigint): bigint {
  const wrong = problems();
  const { of, figure } = base;
  const whole = typeof figure === "bigint" || Number.isSafeInteger(figure);
  if (!whole || figure < valid)
    wrong.add({ field: "base.figure", rule: "min", expected: `>= ${valid} papers counted`, value: figure });
  else if (of === "validPapers" && BigInt(figure) !== valid)
    wrong.add({
      field: "base.figure",
      rule: "validPapers",
      expected: `${valid} papers counted`,
      value: figure,
    });
  wrong.throwIfAny();
  return BigInt(figure);
}

function opinionsOf(election: Election<OpinionPaper>, namesMax: number = Number.POSITIVE_INFINITY): Opinions {
  const field = fieldOf(election);
  const wrong = problems();
  const read = (paper: OpinionPaper, index: number) => ({
    for: placesOf(field, paper.for, `papers[${index}].for`, wrong),
    against: placesOf(field, paper.against, `papers[${index}].against`, wrong),
  });
  const { papers, weights } = groupedBy(election.papers, (paper, index) => {
    const names = read(paper, index);
    const both = names.for.find((name) => names.against.includes(name));
    if (both !== undefined)
      wrong.add({ field: `papers[${index}]`, rule: "oneOpinion", value: field.nominees[both] });
    if (names.for.length > namesMax)
      wrong.add({
        field: `papers[${index}].for`,
        rule: "namesMax",
        expected: `<= ${namesMax}`,
        value: `${names.for.length} names`,
      });
    return `${names.for.join()}/${names.against.join()}`;
  });
  wrong.throwIfAny();
  return { field, weights, papers: papers.map(read) };
}

function votesOf({ field, weights, papers }: Opinions, opinion: "for" | "against"): bigint[] {
  return exactSums(weights, (weightOf) => {
    const sums = new Float64Array(field.nominees.length);
    papers.forEach((paper, index) => {
      for (const name of paper[opinion]) sums[name] = (sums[name] ?? 0) + (weightOf[index] ?? 0);
    });
    return sums;
  });
}
