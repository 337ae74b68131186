import type { StepData } from "../steps/count-step.ts";
import { arithmetic, type Choice, continuing, type Ers, type ErsState, votesOf } from "./ers97-state.ts";
import { elect, openSeats } from "./seating.ts";
import { conclude, type Log, pickedByLot, stvStatus, withStatus } from "./stv.ts";

/**
 * Deems elected whoever reaches the quota, or the active vote divided by one more than the open seats, the best first
 * (5.1.7, 5.3.13, 5.4.9). Of level ones with too few seats the figures of the earliest point decide, or none (5.6.2).
 */
export function deemElected(count: Ers, state: ErsState, log: Log): void {
  for (let open = openSeats(count.field, state); open > 0; open = openSeats(count.field, state)) {
    const best = extreme(continuing(state), state.votes, "highest");
    const votes = votesOf(state, best[0] ?? 0);
    const ground = votes >= state.quota ? "quota" : "activeVote";
    if (best.length === 0 || (ground !== "quota" && votes * BigInt(open + 1) < activeVote(state))) return;
    const elected = best.length <= open ? best : earliest(state, best, "highest");
    if (elected.length > open) return;
    elect(count.field, arithmetic, state, log, { elected, status: stvStatus.pending, ground });
  }
}

/** All votes less those that the elected keep and those that nobody can use (5.6.1). */
function activeVote({ papers, quota, exhausted, lost, votes, status }: ErsState): bigint {
  const kept = withStatus(status, stvStatus.pending, stvStatus.elected).reduce((sum, nominee) => {
    const own = votes[nominee] ?? 0n;
    return sum + (own < quota ? own : quota);
  }, 0n);
  return papers * arithmetic.one - kept - exhausted - lost;
}

type Next = Choice | "complete" | { readonly tied: readonly number[]; readonly action: Choice["action"] };

/** The largest surplus, unless all of them together change nothing at the bottom; else whom to exclude (5.2). */
export function next(count: Ers, state: ErsState, log: Log): Next {
  const open = openSeats(count.field, state);
  if (open === 0 || continuing(state).length <= open) return "complete";
  const pending = withStatus(state.status, stvStatus.pending).filter(
    (nominee) => votesOf(state, nominee) > state.quota,
  );
  const surplus = pending.reduce((sum, nominee) => sum + votesOf(state, nominee) - state.quota, 0n);
  const ascending = continuing(state).sort((a, b) => arithmetic.order(votesOf(state, a), votesOf(state, b)));
  const losers = losersAmong(ascending, state, { surplus, open });
  const [lowest = 0n, above = lowest] = ascending.map((nominee) => votesOf(state, nominee));
  const waits = surplus <= above - lowest || losers.length > 1;
  if (pending.length > 0 && !waits) {
    const best = extreme(pending, state.votes, "highest");
    return picked(count, state, log, { action: "transfer", among: best, side: "highest" });
  }
  if (losers.length > 1) return { action: "exclude", nominees: losers };
  const last = extreme(ascending, state.votes, "lowest");
  return picked(count, state, log, { action: "exclude", among: last, side: "lowest" });
}

/** As many of the lowest as have, with the surpluses that wait, no more than the next above them. Level ones together. */
function losersAmong(
  ascending: readonly number[],
  state: ErsState,
  { surplus, open }: { surplus: bigint; open: number },
): number[] {
  let [sum, size] = [surplus, 0];
  for (let place = 0; place + open < ascending.length; place++) {
    const own = votesOf(state, ascending[place] ?? 0);
    const above = votesOf(state, ascending[place + 1] ?? 0);
    sum += own;
    if (sum <= above && own < above && ascending.length - place - 1 >= open) size = place + 1;
  }
  return ascending.slice(0, size);
}

type Side = "highest" | "lowest";

function extreme(among: readonly number[], votes: readonly bigint[], side: Side): number[] {
  const figures = among.map((nominee) => votes[nominee] ?? 0n);
  const best = figures.reduce(
    (found, own) => ((side === "highest") === own > found ? own : found),
    figures[0] ?? 0n,
  );
  return among.filter((_, place) => figures[place] === best);
}

/** Those whom the earliest point at which they differed puts first. */
function earliest({ history }: ErsState, tied: readonly number[], side: Side): number[] {
  return history.reduce<number[]>((left, votes) => extreme(left, votes, side), [...tied]);
}

function picked(
  { field }: Ers,
  state: ErsState,
  log: Log,
  { action, among, side }: { action: Choice["action"]; among: readonly number[]; side: Side },
): Next {
  const left = among.length > 1 ? earliest(state, among, side) : among;
  const by = left.length === 1 ? "earlierRound" : "tieOrder";
  const one = left.length === 1 ? left[0] : pickedByLot(field.lot, left);
  if (one === undefined) return { tied: left, action };
  const names = (by === "earlierRound" ? among : left).map((nominee) => field.nominees[nominee] ?? "");
  const data: StepData<"TieBroken"> = { action, tied: names, picked: field.nominees[one] ?? "", by };
  if (among.length > 1) conclude(log, { type: "TieBroken", data });
  return { action, nominees: [one] };
}
