import type { Election, RankedPaper } from "../rule.ts";
import { fixedPoint } from "./arithmetic.ts";
import { type Gregory, type GregoryRule, type GregoryState, votesOf } from "./gregory.ts";
import { choice, reachingQuota } from "./gregory-choice.ts";
import { countByGregory } from "./gregory-count.ts";
import { elect, isComplete, openSeats } from "./seating.ts";
import { type StvCount, type StvOptions, stvStatus, withStatus } from "./stv.ts";

export type CferOptions = StvOptions & {
  /** Whether those who can no longer be elected are defeated together, as subdivision (k) permits; by default not. */
  readonly defeatTogether?: boolean;
};

const arithmetic = fixedPoint(5);

/**
 * Choice voting as Californians for Electoral Reform drafted it for cities and counties, five decimals: whoever
 * reaches `papers / (seats + 1)` plus 0.00001 is elected; all surpluses are transferred in one round, every paper at
 * `value * surplus / votes` cut off; else the lowest is defeated. A rank of several ends a paper; one that names nobody
 * is passed over.
 *
 * Source: California Elections Code, draft of sections 10050 to 10066 ("v4c for technical review", 2011), section
 * 10059; with the quota of five decimals by which the program Droop counts it.
 * Ties inside the count (10057 (b)): the lot of `tieOrder`; without one every branch is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * cferStv({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function cferStv(election: Election<RankedPaper>, options: CferOptions = {}): StvCount {
  return countByGregory(ruleOf(options.defeatTogether === true), election, options);
}

function ruleOf(defeatTogether: boolean): GregoryRule<bigint> {
  return {
    name: "cfer-stv",
    arithmetic,
    skippedRank: "passed",
    looksBack: false,
    quota: (papers, seats) =>
      arithmetic.quotient(arithmetic.of(papers), arithmetic.of(BigInt(seats + 1)), "down") + arithmetic.step,
    reaches: (votes, quota) => votes >= quota,
    next(count, state, log) {
      const elected = reachingQuota(count, state);
      elect(count.field, arithmetic, state, log, { elected, status: stvStatus.pending, ground: "quota" });
      if (openSeats(count.field, state) === 0) return { type: "complete" };
      const losers = defeatTogether ? defeatSet(count, state) : [];
      if (losers.length > 0) return { type: "exclude", nominees: losers, ground: "sureLosers" };
      const withSurplus = withStatus(state.status, stvStatus.pending).filter(
        (nominee) => votesOf(state, nominee) > state.quota,
      );
      if (withSurplus.length > 0) return { type: "transfer", nominees: withSurplus };
      const continuing = withStatus(state.status, stvStatus.continuing);
      return choice(count, state, log, { among: continuing, action: "exclude" });
    },
    // (i) (1) looks for the end before it moves papers.
    endsOnExclusion: (count, state) => isComplete(count.field, state),
    endsAfter: (count, state) => isComplete(count.field, state),
  };
}

/** The largest set of the lowest that may be defeated together, by subdivision (k); level nominees are all in it or out. */
function defeatSet(count: Gregory<bigint>, state: GregoryState<bigint>): number[] {
  const votes = (nominee: number) => votesOf(state, nominee);
  const surplus = withStatus(state.status, stvStatus.pending)
    .map((nominee) => votes(nominee) - state.quota)
    .reduce((sum, above) => (above > 0n ? sum + above : sum), 0n);
  const open = openSeats(count.field, state);
  const ascending = withStatus(state.status, stvStatus.continuing).sort((a, b) =>
    votes(a) < votes(b) ? -1 : votes(a) > votes(b) ? 1 : 0,
  );
  const lead = state.quota - votes(ascending.at(-1) ?? 0);
  let [sum, size] = [0n, 0];
  ascending.slice(0, -1).forEach((nominee, place) => {
    sum += votes(nominee);
    const others = ascending.length - place - 1;
    const isBelow = sum + surplus < votes(ascending[place + 1] ?? 0);
    const cannotMatter =
      open === 1 ||
      others === open ||
      sum + surplus < lead ||
      (surplus === 0n && sum - votes(nominee) < lead);
    if (others >= open && isBelow && cannotMatter) size = place + 1;
  });
  return ascending.slice(0, size);
}
