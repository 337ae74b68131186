import { zero } from "../../kernel/fraction.ts";
import { layers } from "../above.ts";
import { oneOf, problems } from "../grouping.ts";
import { type Rankings, rankEnd, readRankings } from "../rankings.ts";
import { outcomeOfResults } from "../results.ts";
import type { Count, Election, Nominee, RankedPaper } from "../rule.ts";
import { readTieOrder, seatsFilled } from "../seats.ts";
import { branchesMaxFor } from "../ties.ts";
import { type EqualFirst, firstPreferences } from "../votes/first-preferences.ts";
import { eliminate, type RoundTally } from "./elimination.ts";
import { type EliminationRules, rulesSet } from "./state.ts";

export type ExhaustiveBallotOptions = {
  /**
   * A paper whose best nominees left are several ranked equal: for none of them (the default), or for each
   * its part.
   */
  readonly equalFirst?: EqualFirst;
  /**
   * A frozen order, from first kept to last, by which a tie for last is broken; without it every branch is
   * followed.
   */
  readonly tieOrder?: readonly Nominee[];
  /** How many states are counted at most where ties have branches; by default 1,024, fewer with 14 nominees or more. */
  readonly branchesMax?: number;
};

/**
 * The exhaustive ballot on rankings: vote after vote, each paper counts for its best nominees left, and the last one
 * drops out, until one has more than half of the votes of the round. So a vote by rounds goes when nobody changes
 * their mind.
 *
 * Ties for last are broken by the frozen order only. Without it every branch is followed, and who is elected in some
 * branches but not in all is undecided. For real rounds, counted from their tallies, see `thresholdRound`.
 * Source: IOC and FIFA votes for a host; Robert's Rules of Order Newly Revised (12th ed.) 46:30-32, repeated balloting.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * exhaustiveBallot({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function exhaustiveBallot(
  election: Election<RankedPaper>,
  options: ExhaustiveBallotOptions = {},
): Count {
  const equalFirst = oneOf("equalFirst", options.equalFirst ?? "none", ["none", "split"]);
  const rankings = readRankings(election);
  const { nominees, seats } = rankings.field;
  readTieOrder(rankings.field, options.tieOrder);
  const wrong = problems();
  if (seats !== 1) wrong.add({ field: "seats", rule: "max", expected: "1", value: seats });
  wrong.throwIfAny();
  const continuing = new Uint8Array(nominees.length).fill(1);
  const rules: EliminationRules = {
    seats,
    until: "majority",
    of: "round",
    eliminate: "one",
    minimumVotes: zero,
    ineligible: [],
    lookBack: false,
    tieOrder: options.tieOrder,
    roundsMax: Number.MAX_SAFE_INTEGER,
    branchesMax: options.branchesMax ?? branchesMaxFor(nominees.length),
    historyMatters: equalFirst === "none" && hasEqualRanks(rankings),
  };
  const count = () => tallyOf(rankings, continuing, equalFirst);
  const { results, rounds, steps } = eliminate(nominees, continuing, count, rules);
  const outcome = outcomeOfResults(results, nominees, seats);
  return {
    rule: "exhaustive-ballot",
    outcome,
    order: layers(nominees, (a, b) => results.above[a * nominees.length + b] === 1),
    totals: rounds.at(-1)?.figures ?? [],
    rounds,
    explanation: [rulesSet(nominees, rules), ...steps, seatsFilled(outcome)],
  };
}

/**
 * With equal ranks that count for none, a paper may count for more nominees when one of them leaves. Those tied for last
 * then do not all go together, however few votes they have.
 */
function hasEqualRanks({ marks }: Rankings): boolean {
  for (let at = 1; at < marks.length; at++)
    if (marks[at] !== rankEnd && marks[at - 1] !== rankEnd) return true;
  return false;
}

function tallyOf(rankings: Rankings, continuing: Uint8Array, equalFirst: EqualFirst): RoundTally {
  const { figures, exhausted } = firstPreferences(rankings, continuing, { equalFirst });
  const votes = new Map(figures.map((figure) => [figure.nominee, figure.votes]));
  return {
    votes: rankings.field.nominees.map((nominee) => votes.get(nominee) ?? zero),
    exhausted,
    without: (left) => tallyOf(rankings, left, equalFirst),
  };
}
