import type { Election, RankedPaper } from "../rule.ts";
import { fixedPoint } from "./arithmetic.ts";
import type { GregoryRule } from "./gregory.ts";
import { choice, reachingQuota } from "./gregory-choice.ts";
import { countByGregory } from "./gregory-count.ts";
import { elect, isComplete } from "./seating.ts";
import { type StvCount, type StvOptions, stvStatus, withStatus } from "./stv.ts";

const arithmetic = fixedPoint(5);

const rule: GregoryRule<bigint> = {
  name: "scottish-stv",
  arithmetic,
  skippedRank: "ends",
  looksBack: true,
  quota: (papers, seats) => arithmetic.of(papers / BigInt(seats + 1) + 1n),
  reaches: (votes, quota) => votes >= quota,
  next(count, state, log) {
    const pending = withStatus(state.status, stvStatus.pending);
    const withSurplus = pending.filter((nominee) => (state.votes[nominee] ?? 0n) > state.quota);
    if (withSurplus.length > 0) return choice(count, state, log, { among: withSurplus, action: "transfer" });
    const continuing = withStatus(state.status, stvStatus.continuing);
    return choice(count, state, log, { among: continuing, action: "exclude" });
  },
  endsOnExclusion: () => false,
  endsAfter(count, state, log) {
    // Rule 52: the last vacancies are filled as soon as no more continue than there are.
    if (isComplete(count.field, state)) return true;
    const elected = reachingQuota(count, state);
    elect(count.field, arithmetic, state, log, { elected, status: stvStatus.pending, ground: "quota" });
    return isComplete(count.field, state);
  },
};

/**
 * The single transferable vote of Scottish councils: quota `floor(papers / (seats + 1)) + 1`; the largest surplus
 * first, every paper of the elected passed on at `surplus * value / votes`, cut off after five decimals; then
 * the lowest excluded. A rank that names nobody or several ends a paper.
 *
 * Source: Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.
 *
 * Ties (rules 49 and 51): as the figures differed at the latest earlier stage; those equal throughout by the lot
 * of `tieOrder`; without one every branch is followed, and whoever is elected in only some of them is undecided.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * scottishStv({ nominees: ["A", "B", "C"], seats: 2, papers }).electedOrder // [["A"], ["B"]]
 */
export function scottishStv(election: Election<RankedPaper>, options: StvOptions = {}): StvCount {
  return countByGregory(rule, election, options);
}
