import type { Halt } from "./branches.ts";
import { choose, standings, surpluses } from "./cambridge-choice.ts";
import {
  arithmetic,
  type Cambridge,
  type CambridgeState,
  drawSurplus,
  passOn,
} from "./cambridge-transfer.ts";
import { elect, exclude, fillLastSeats, isComplete } from "./seating.ts";
import { stateKey } from "./state-key.ts";
import { closeRound, conclude, type Log, quotaSet, stvStatus, withStatus } from "./stv.ts";

/** The papers sorted by their first choices. */
export function firstCount({ field, rankings, order }: Cambridge): CambridgeState {
  const piles: number[][] = field.nominees.map(() => []);
  for (const paper of order) piles[rankings[paper]?.[0] ?? 0]?.push(paper);
  const votes = piles.map(({ length }) => BigInt(length));
  return {
    ...{ status: field.status.slice(), votes, exhausted: 0n, lost: 0n },
    quota: BigInt(Math.floor(order.length / (field.seats + 1)) + 1),
    ...{ piles, history: [votes], waiting: [], begun: false, hasMinimum: false },
  };
}

/** Counts on to the end, or to a tie that the figures and the lot leave open. */
export function countOn(count: Cambridge, state: CambridgeState, log: Log): Halt<CambridgeState> {
  if (!state.begun) {
    state.begun = true;
    const papers = BigInt(count.order.length);
    conclude(log, quotaSet(count.field, papers, arithmetic.fractionOf(state.quota)));
    electReaching(count, state, log, stvStatus.pending);
    if (!isComplete(count.field, state)) closeRound(count.field, arithmetic, state, log);
  }
  for (;;) {
    if (state.waiting.length === 0) {
      if (isComplete(count.field, state)) return finished(count, state, log);
      if (surpluses(state).length === 0 && excludesBelowMinimum(count, state, log)) continue;
    }
    const { decided } = state;
    delete state.decided;
    const next = decided ?? choose(count, state, log);
    if ("tied" in next) return halted(state, next, log);
    if (next.action === "transfer") drawSurplus(count, state, log, next.nominee);
    else excludeNext(count, state, log, next.nominee);
    if (state.waiting.length > 0) continue;
    electReaching(count, state, log, stvStatus.elected);
    state.history.push(state.votes);
    if (!isComplete(count.field, state)) closeRound(count.field, arithmetic, state, log);
  }
}

/**
 * Once, before the first exclusion: all who have too few votes go together, and none of them takes papers of another.
 * Whether there are any.
 */
function excludesBelowMinimum(count: Cambridge, state: CambridgeState, log: Log): boolean {
  if (state.hasMinimum) return false;
  state.hasMinimum = true;
  const votesOf = (nominee: number) => state.votes[nominee] ?? 0n;
  const continuing = withStatus(state.status, stvStatus.continuing);
  state.waiting = continuing
    .filter((nominee) => votesOf(nominee) < count.minimumVotes)
    .sort((a, b) => arithmetic.order(votesOf(a), votesOf(b)) || a - b);
  exclude(count.field, arithmetic, state, log, { nominees: state.waiting, ground: "belowMinimum" });
  return state.waiting.length > 0;
}

/** Excludes one, or takes the next of several who are excluded together, and passes its papers on. */
function excludeNext(count: Cambridge, state: CambridgeState, log: Log, nominee: number): void {
  if (state.waiting.includes(nominee)) state.waiting = state.waiting.filter((other) => other !== nominee);
  else exclude(count.field, arithmetic, state, log, { nominees: [nominee], ground: "lowest" });
  passOn(count, state, log, nominee);
}

function electReaching(count: Cambridge, state: CambridgeState, log: Log, status: number): void {
  const continuing = withStatus(state.status, stvStatus.continuing);
  const elected = continuing.filter((nominee) => (state.votes[nominee] ?? 0n) >= state.quota);
  elect(count.field, arithmetic, state, log, { elected, status, ground: "quota" });
}

function halted(
  state: CambridgeState,
  { action, tied }: { action: "exclude" | "transfer"; tied: readonly number[] },
  log: Log,
): Halt<CambridgeState> {
  const picking = (nominee: number): CambridgeState => ({
    ...state,
    status: state.status.slice(),
    piles: [...state.piles],
    history: [...state.history],
    decided: { action, nominee },
  });
  return { log, type: "tied", action, tied, picking };
}

function finished({ field }: Cambridge, state: CambridgeState, log: Log): Halt<CambridgeState> {
  fillLastSeats(field, arithmetic, state, log);
  closeRound(field, arithmetic, state, log);
  return { log, type: "complete", elected: withStatus(state.status, stvStatus.elected) };
}

/** Equal for states that go on alike: the same papers lie in the same order, and earlier figures order all alike. */
export function keyOf(state: CambridgeState): string {
  const { piles, waiting, decided, hasMinimum } = state;
  const ahead = decided && { action: decided.action, nominees: [decided.nominee] };
  return stateKey(state, ahead, [JSON.stringify([piles, standings(state), waiting, hasMinimum])]);
}
