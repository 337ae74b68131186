import type { Election, RankedPaper } from "../rule.ts";
import { type Halt, stvCount } from "./branches.ts";
import type { Action, Gregory, GregoryRule, GregoryState } from "./gregory.ts";
import { continuingIn, move, receive } from "./gregory-transfer.ts";
import { preferencesOf } from "./papers.ts";
import { elect, exclude, fillLastSeats } from "./seating.ts";
import { stateKey, textOf } from "./state-key.ts";
import {
  closeRound,
  conclude,
  type Log,
  quotaSet,
  readStv,
  type StvCount,
  type StvOptions,
  stvStatus,
  withStatus,
} from "./stv.ts";

/** Counts by a rule of the Gregory family. */
export function countByGregory<V>(
  rule: GregoryRule<V>,
  election: Election<RankedPaper>,
  options: StvOptions,
): StvCount {
  const field = readStv(election, options);
  const isInField = (nominee: number) => field.status[nominee] !== stvStatus.withdrawn;
  const preferences = preferencesOf(field.rankings, isInField, rule.skippedRank);
  const count: Gregory<V> = { rule, field, preferences };
  return stvCount(field, () => firstStage(count), {
    name: rule.name,
    // The key of a state is as long as there are ballots.
    branchesMax: Math.max(16, Math.floor(4_000_000 / preferences.ballots.length)),
    advance: (state, log) => countOn(count, state, log),
    keyOf: keysOf(count),
    ...(rule.apart && { apart: rule.apart }),
    goingIn: ({ decided }) => (decided?.type === "exclude" ? decided.nominees : []),
  });
}

/** The state after first preferences are counted and the quota is set. */
function firstStage<V>(count: Gregory<V>): GregoryState<V> {
  const { rule, field, preferences } = count;
  const { arithmetic } = rule;
  const nobody = field.nominees.map(() => arithmetic.zero);
  const state: GregoryState<V> = {
    status: field.status.slice(),
    votes: nobody,
    exhausted: arithmetic.zero,
    lost: arithmetic.zero,
    quota: arithmetic.zero,
    piles: field.nominees.map(() => []),
    history: [],
  };
  const { ballots } = preferences;
  receive(count, state, { value: arithmetic.one, ballots, continues: continuingIn(state) });
  const papers = state.piles.flat().reduce((sum, parcel) => sum + parcel.papers, 0n);
  state.quota = rule.quota(papers, field.seats);
  return state;
}

/** Counts on to the end, or to a tie that papers and rule leave open. */
function countOn<V>(count: Gregory<V>, state: GregoryState<V>, log: Log): Halt<GregoryState<V>> {
  const { rule, field } = count;
  const close = () => closeRound(field, rule.arithmetic, state, log);
  const complete = (): Halt<GregoryState<V>> => {
    fillLastSeats(field, rule.arithmetic, state, log);
    close();
    return { log, type: "complete", elected: withStatus(state.status, stvStatus.elected) };
  };
  if (state.history.length === 0) {
    conclude(log, quotaSet(field, counted(state), rule.arithmetic.fractionOf(state.quota)));
    if (rule.endsAfter(count, state, log)) return complete();
    close();
    state.history.push(state.votes);
  }
  for (;;) {
    const next = state.decided ?? rule.next(count, state, log);
    delete state.decided;
    if (next.type === "complete") return complete();
    if (next.type === "tied") return halted(state, next, log);
    if (next.type === "exclude") {
      const { nominees, ground = "lowest" } = next;
      exclude(field, rule.arithmetic, state, log, { nominees, ground });
      if (rule.endsOnExclusion(count, state, next, log)) return complete();
    }
    const unelected = next.nominees.filter((nominee) => state.status[nominee] === stvStatus.continuing);
    elect(field, rule.arithmetic, state, log, {
      elected: unelected,
      status: stvStatus.pending,
      ground: "quota",
    });
    move(count, state, next, log);
    if (rule.endsAfter(count, state, log)) return complete();
    close();
    state.history.push(state.votes);
  }
}

const counted = <V>(state: GregoryState<V>) =>
  state.piles.flat().reduce((sum, parcel) => sum + parcel.papers, 0n);

function halted<V>(
  state: GregoryState<V>,
  { action, tied }: { action: Action["type"]; tied: readonly number[] },
  log: Log,
): Halt<GregoryState<V>> {
  return {
    log,
    type: "tied",
    action,
    tied,
    picking: (picked) => ({
      ...state,
      status: state.status.slice(),
      piles: [...state.piles],
      history: [...state.history],
      decided: { type: action, nominees: [picked] },
    }),
  };
}

/**
 * Makes the keys of states, equal for states that go on alike: each nominee holds the same papers at the same values,
 * and earlier figures order those who continue in the same way.
 */
function keysOf<V>({ rule, preferences }: Gregory<V>): (state: GregoryState<V>) => string {
  const holders = new Uint16Array(preferences.starts.length);
  const known = new Map<string, number>();
  return (state) => {
    holders.fill(0);
    state.piles.forEach((pile, nominee) => {
      for (const { value, chunks } of pile) {
        const { numerator, denominator } = rule.arithmetic.fractionOf(value);
        const name = `${nominee}:${numerator}/${denominator}`;
        const holder = known.get(name) ?? known.size + 1;
        known.set(name, holder);
        for (const chunk of chunks) for (const ballot of chunk) holders[ballot] = holder;
      }
    });
    const past = rule.looksBack ? textOf(standingsOf(rule, state)) : "";
    const { decided } = state;
    return stateKey(state, decided && { ...decided, action: decided.type }, [textOf(holders), past]);
  };
}

/**
 * The places of those who continue by their earlier figures, the latest first: what looking back depends on. Those equal
 * throughout share a place.
 */
function standingsOf<V>(
  { arithmetic: { order } }: GregoryRule<V>,
  { status, history }: GregoryState<V>,
): Uint16Array {
  const before = (a: number, b: number) => {
    for (let stage = history.length - 1; stage >= 0; stage--) {
      const votes = history[stage] ?? [];
      const differs = order(votes[a] as V, votes[b] as V);
      if (differs !== 0) return differs;
    }
    return 0;
  };
  const places = new Uint16Array(status.length);
  const [lowest, ...others] = withStatus(status, stvStatus.continuing, stvStatus.pending).sort(before);
  let [last, place] = [lowest ?? 0, 1];
  if (lowest !== undefined) places[lowest] = place;
  for (const nominee of others) {
    if (before(last, nominee) !== 0) place++;
    places[nominee] = place;
    last = nominee;
  }
  return places;
}
