import { oneOf } from "../grouping.ts";
import { readRankings } from "../rankings.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import { readTieOrder, verdictByFigures } from "../seats.ts";
import { type EqualFirst, firstPreferences } from "./first-preferences.ts";

export type PluralityOptions = {
  /** A paper that ranks several first, counted for none of them by default. */
  readonly equalFirst?: EqualFirst;
  /** A frozen order, from first kept to last, by which a boundary tie is broken; without it the tie is undecided. */
  readonly tieOrder?: readonly Nominee[];
};

/**
 * Plurality, and with several seats the single non-transferable vote: each paper counts for its first
 * preference, and the nominees with the most votes have the seats.
 *
 * Ties: only a tie at the boundary of the last seat is undecided. Papers with an empty ranking count for nobody.
 * Source: D. Grofman et al. (eds.), Elections in Japan, Korea, and Taiwan under the Single Non-Transferable
 * Vote (1999), ch. 1.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * plurality({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["A"]
 */
export function plurality(election: Election<RankedPaper>, options: PluralityOptions = {}): Count {
  const equalFirst = oneOf("equalFirst", options.equalFirst ?? "none", ["none", "split"]);
  const rankings = readRankings(election);
  const { nominees, seats } = rankings.field;
  readTieOrder(rankings.field, options.tieOrder);
  const { figures, exhausted } = firstPreferences(rankings, new Uint8Array(nominees.length).fill(1), {
    equalFirst,
  });
  const { order, outcome, steps } = verdictByFigures({ figures, seats, tieOrder: options.tieOrder });
  return {
    rule: "plurality",
    outcome,
    order,
    totals: figures,
    rounds: [{ figures, exhausted, conclusions: steps.slice(1) }],
    explanation: steps,
  };
}
