import { type Fraction, fraction } from "../../kernel/fraction.ts";
import { checkNamesMax, figuresOf, type KeptNamesOptions, mostFirst } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import { type Rankings, rankEnd, readRankings } from "../rankings.ts";
import type { Count, Election, RankedPaper } from "../rule.ts";

/**
 * Block vote on rankings: the first preferences of a paper count one each, as many as there are seats (or
 * `namesMax`, as in a limited vote); the seats go to whoever has the most. Where a group ranked equal is
 * larger than what a paper has left to give, its members share that evenly. Ties: only one for the last seats
 * is left undecided.
 *
 * Source: plurality block voting as G. Endignoux's stv-rs counts it from ballot files, made exact.
 *
 * @throws {InvalidInput} for a paper that ranks a non-nominee, or somebody twice
 * @example
 * blockOnRankings({ nominees: ["A", "B"], seats: 1, papers: [{ weight: 2, ranking: [["B"], ["A"]] }] }).outcome.elected // ["B"]
 */
export function blockOnRankings(
  election: Election<RankedPaper>,
  { namesMax = election.seats, tieOrder }: KeptNamesOptions = {},
): Count {
  checkNamesMax(namesMax);
  const rankings = readRankings(election);
  const { field } = rankings;
  return mostFirst("block-on-rankings", field, figuresOf(field, votesOf(rankings, namesMax)), { tieOrder });
}

function votesOf(rankings: Rankings, namesMax: number): Fraction[] {
  const { field, marks, starts, ballots, weights } = rankings;
  // By the size of the group shared: whole numbers to the end, so that nothing is lost or slow.
  const sums = field.nominees.map(() => new Map<number, bigint>());
  for (let ballot = 0; ballot < ballots; ballot++) {
    const end = starts[ballot + 1] ?? 0;
    const weight = weightAt(weights, ballot);
    let left = namesMax;
    for (let from = starts[ballot] ?? 0; from < end && left > 0; ) {
      const to = marks.indexOf(rankEnd, from);
      const size = to - from;
      const each = size <= left ? { given: weight, of: 1 } : { given: weight * BigInt(left), of: size };
      for (const nominee of marks.subarray(from, to)) {
        const sum = sums[nominee];
        sum?.set(each.of, (sum.get(each.of) ?? 0n) + each.given);
      }
      left -= Math.min(left, size);
      from = to + 1;
    }
  }
  return sums.map(total);
}

/** The sum of shares kept by their denominators. */
function total(shares: ReadonlyMap<number, bigint>): Fraction {
  let numerator = 0n;
  let denominator = 1n;
  for (const [of, given] of shares) {
    numerator = numerator * BigInt(of) + given * denominator;
    denominator *= BigInt(of);
  }
  return fraction(numerator, denominator);
}
