import { keyOf } from "./canonical-paper.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import { namesMaxOf, ruleOf } from "./method-to-rule.ts";
import type { PaperGroup } from "./paper.ts";
import type { Difference, Discrepancy, Tally } from "./result.ts";
import type { Terms } from "./terms.ts";

const figures = ["valid", "invalid", "blank"] as const;
const marks = ["for", "against", "points"] as const;

/** The differences between two tallies, figure by figure; none when they agree. */
export function differences(first: Tally, second: Tally): Difference[] {
  const lines = new Map(second.lines.map((line) => [line.nominee, line]));
  const all = [
    ...figures.map((figure): Difference => ({ figure, first: first[figure], second: second[figure] })),
    ...first.lines.flatMap((line) =>
      marks.map((figure): Difference => {
        return {
          figure,
          nominee: line.nominee,
          first: line[figure] ?? 0,
          second: lines.get(line.nominee)?.[figure] ?? 0,
        };
      }),
    ),
  ];
  return all.filter((difference) => difference.first !== difference.second);
}

/** The discrepancy between two tallies, or between a tally and the papers. Neither side is ever corrected here. */
export function discrepancyBetween(
  kind: "tallies" | "papers",
  first: Tally,
  second: Tally,
): Discrepancy | undefined {
  const found = differences(first, second);
  return found.length > 0 ? { kind, differences: found } : undefined;
}

export function discrepancyFound(reading: number, discrepancy: Discrepancy | undefined): BallotEvent[] {
  return discrepancy ? [{ type: "DiscrepancyFound", data: { reading, discrepancy } }] : [];
}

export const papersIn = (papers: readonly PaperGroup[]) =>
  papers.reduce((sum, group) => sum + group.papers, 0);

/** How many papers two readings of the box have in common, whatever their places in it. */
export function papersInCommon(before: readonly PaperGroup[], after: readonly PaperGroup[]): number {
  const count = new Map(before.map(({ paper, papers }) => [keyOf(paper), papers]));
  return after.reduce((sum, { paper, papers }) => sum + Math.min(papers, count.get(keyOf(paper)) ?? 0), 0);
}

/**
 * How many papers the second reading reads otherwise than the first. A paper that is read otherwise counts once, and so
 * does one that only one of the readings found.
 */
export function papersApart(before: readonly PaperGroup[], after: readonly PaperGroup[]): number {
  return Math.max(papersIn(before), papersIn(after)) - papersInCommon(before, after);
}

/**
 * What stands against a tally, whatever the papers say: a line is missing or comes twice, or there are too
 * many votes.
 */
export function objectionToTally(terms: Terms, tally: Tally, votersMax: number): BallotRejection | undefined {
  const { lines, valid, invalid, blank } = tally;
  const seen = new Set<string>();
  for (const { nominee } of lines) {
    if (!terms.nominees.includes(nominee)) return { type: "NotNominated", data: { unit: nominee } };
    if (seen.has(nominee)) return { type: "TallyLineTwice", data: { nominee } };
    seen.add(nominee);
  }
  const missing = terms.nominees.find((nominee) => !seen.has(nominee));
  if (missing !== undefined) return { type: "TallyLineMissing", data: { nominee: missing } };
  const inBlank = terms.procedure.blankPapers === "valid" ? valid : invalid;
  if (blank > inBlank) return impossible({ votes: blank, votesMax: inBlank });
  if (valid + invalid > votersMax) return impossible({ votes: valid + invalid, votesMax: votersMax });
  const above = lines.find((line) => line.for + line.against > valid);
  if (above) return impossible({ nominee: above.nominee, votes: above.for + above.against, votesMax: valid });
  const richest = lines.find((line) => (line.points ?? 0) > line.for * (ruleOf(terms.method).pointsMax ?? 0));
  if (richest)
    return impossible({
      nominee: richest.nominee,
      votes: richest.points ?? 0,
      votesMax: richest.for * (ruleOf(terms.method).pointsMax ?? 0),
    });
  const names = lines.reduce((sum, line) => sum + line.for, 0);
  const namesMax = namesMaxOf(terms) * valid;
  return names > namesMax ? impossible({ votes: names, votesMax: namesMax }) : undefined;
}

function impossible(data: { nominee?: string; votes: number; votesMax: number }): BallotRejection {
  return { type: "TallyImpossible", data };
}
