import type { Halt } from "./branches.ts";
import { deemElected, next } from "./ers97-choice.ts";
import { arithmetic, continuing, type Ers, type ErsState, quotaFor } from "./ers97-state.ts";
import { passOn, receive, transferSurplus } from "./ers97-transfer.ts";
import { exclude, fillLastSeats, openSeats } from "./seating.ts";
import { stateKey } from "./state-key.ts";
import { closeRound, conclude, type Log, quietLog, quotaSet, stvStatus, withStatus } from "./stv.ts";

export function firstStage(count: Ers): ErsState {
  const { field, preferences } = count;
  const state: ErsState = {
    status: field.status.slice(),
    votes: field.nominees.map(() => 0n),
    exhausted: 0n,
    lost: 0n,
    quota: 0n,
    batches: field.nominees.map(() => []),
    history: [],
    papers: 0n,
    begun: false,
  };
  receive(count, state, { value: arithmetic.one, ballots: preferences.ballots });
  const all = state.votes.reduce((sum, votes) => sum + votes, 0n);
  state.papers = all / arithmetic.one;
  state.quota = quotaFor(count, all);
  state.history.push(state.votes);
  return state;
}

/** Counts on to the end, or to a tie that the figures and the lot leave open. */
export function countOn(count: Ers, state: ErsState, log: Log): Halt<ErsState> {
  const { field } = count;
  if (!state.begun) {
    state.begun = true;
    conclude(log, quotaSet(field, state.papers, arithmetic.fractionOf(state.quota)));
    deemElected(count, state, log);
    if (next(count, state, quietLog()) !== "complete") closeRound(field, arithmetic, state, log);
  }
  for (;;) {
    const choice = state.decided ?? next(count, state, log);
    delete state.decided;
    if (choice === "complete") return finished(count, state, log);
    if ("tied" in choice) {
      const { action, tied } = choice;
      return {
        log,
        type: "tied",
        action,
        tied,
        picking: (one) => branched(state, { action, nominees: [one] }),
      };
    }
    if (choice.action === "transfer") transferSurplus(count, state, log, choice.nominees[0] ?? 0);
    else excludeAll(count, state, log, choice.nominees);
    if (next(count, state, quietLog()) !== "complete") closeRound(field, arithmetic, state, log);
  }
}

const branched = (state: ErsState, decided: NonNullable<ErsState["decided"]>): ErsState => ({
  ...state,
  status: state.status.slice(),
  batches: [...state.batches],
  history: [...state.history],
  decided,
});

/** Excludes, and passes papers on unless only as many are left as there are seats (5.5.1). */
function excludeAll(count: Ers, state: ErsState, log: Log, nominees: readonly number[]): void {
  const ground = nominees.length > 1 ? "sureLosers" : "lowest";
  exclude(count.field, arithmetic, state, log, { nominees, ground });
  if (continuing(state).length > openSeats(count.field, state)) passOn(count, state, log, nominees);
}

function finished({ field }: Ers, state: ErsState, log: Log): Halt<ErsState> {
  fillLastSeats(field, arithmetic, state, log);
  closeRound(field, arithmetic, state, log);
  return { log, type: "complete", elected: withStatus(state.status, stvStatus.elected) };
}

/** Equal for states that go on alike: the same papers came in the same order at the same values. */
export function keyOf(state: ErsState): string {
  const { batches, history, exhausted, lost, decided } = state;
  const held = batches.map((all) => all.map(({ value, ballots }) => [String(value), [...ballots].sort()]));
  const past = history.map((votes) => votes.map(String));
  return stateKey(state, decided, [JSON.stringify([held, past, String(exhausted), String(lost)])]);
}
