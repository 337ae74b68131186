import type { Election, RankedPaper } from "../rule.ts";
import { stvCount } from "./branches.ts";
import { countOn, firstStage, keyOf } from "./ers97-count.ts";
import type { Ers } from "./ers97-state.ts";
import { preferencesOf } from "./papers.ts";
import { readStv, type StvCount, type StvOptions, stvStatus } from "./stv.ts";

/**
 * The single transferable vote by the rules of the Electoral Reform Society, two decimals: quota
 * `papers / (seats + 1)` rounded up; the largest surplus first, from the last papers received and to those who can still
 * use them; a surplus too small to change who is lowest waits; several of the lowest are excluded together where they
 * cannot matter, their papers passed on from the highest value to the lowest. Votes that reach their share of those
 * still in play elect, too. A rank that names nobody or several ends a paper.
 *
 * Source: R. A. Newland and F. S. Britton, How to conduct an election by the Single Transferable Vote, third edition,
 * Electoral Reform Society (1997), section 5.
 * Ties (5.2.3, 5.2.5): as the figures differed at the earliest point; those equal throughout by the lot of `tieOrder`;
 * without one every branch is followed. By 5.6.2, who is level throughout for too few seats is not elected yet.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * ers97Stv({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function ers97Stv(election: Election<RankedPaper>, options: StvOptions = {}): StvCount {
  const field = readStv(election, options);
  const isInField = (nominee: number) => field.status[nominee] !== stvStatus.withdrawn;
  const count: Ers = { field, preferences: preferencesOf(field.rankings, isInField, "ends") };
  return stvCount(field, () => firstStage(count), {
    name: "ers97-stv",
    advance: (state, log) => countOn(count, state, log),
    goingIn: ({ decided }) => (decided?.action === "exclude" ? decided.nominees : []),
    keyOf,
  });
}
