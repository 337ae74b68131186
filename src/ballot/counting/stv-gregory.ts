import type { Nominee } from "./rule.ts";
import {
  closeRound,
  conclude,
  elect,
  type Log,
  newLog,
  pickedByLot,
  type StvField,
  type StvState,
  standing,
  sureLosersAmong,
  withStatus,
} from "./stv.ts";
import type { Arithmetic } from "./stv-arithmetic.ts";
import { type Preferences, type SkippedRank, sortedByNext } from "./stv-papers.ts";
import type { Halt, Leg } from "./stv-ties.ts";

/** Papers of one value that came to one nominee. */
type Parcel<V> = { readonly value: V; readonly papers: bigint; readonly chunks: readonly Int32Array[] };

/** A weighted inclusive Gregory count: papers lie with nominees in parcels of equal value. */
export type GregoryState<V> = StvState<V> & {
  readonly piles: (readonly Parcel<V>[])[];
  /** Figures at the end of each stage before this one. */
  readonly history: (readonly V[])[];
  /** What the lot decided, to be done first. */
  decided?: Action;
};

/** What happens to papers in a stage. */
export type Action = {
  readonly type: "transfer" | "exclude";
  readonly nominees: readonly number[];
  /** Why, where it is not for the lowest figure alone. */
  readonly ground?: "sureLosers" | "undeclared" | "lowest";
};

/** What the rule does next; `tied` when a lot must pick one for the action. */
export type Next =
  | Action
  | { readonly type: "tied"; readonly action: Action["type"]; readonly tied: readonly number[] }
  | { readonly type: "complete" };

export type GregoryRule<V> = {
  readonly name: string;
  readonly arithmetic: Arithmetic<V>;
  readonly skippedRank: SkippedRank;
  quota(papers: bigint, seats: number): V;
  /** Whether a figure elects. */
  reaches(votes: V, quota: V): boolean;
  /** What to do in a new round. It may elect and conclude; it moves no paper. */
  next(count: Gregory<V>, state: GregoryState<V>, log: Log): Next;
  /** Told before the papers of the excluded are moved: whether the count ends without moving them. */
  endsOnExclusion(count: Gregory<V>, state: GregoryState<V>, action: Action, log: Log): boolean;
  /** Told after papers were moved: whether the count is complete. It may elect and conclude. */
  endsAfter(count: Gregory<V>, state: GregoryState<V>, log: Log): boolean;
  /** Ties are looked back on through earlier stages before a lot is drawn. */
  readonly looksBack: boolean;
};

/** A count under way: what does not change while it runs. */
export type Gregory<V> = {
  readonly rule: GregoryRule<V>;
  readonly field: StvField;
  readonly preferences: Preferences;
};

const votesOf = <V>(state: GregoryState<V>, nominee: number): V => state.votes[nominee] as V;

/** First preferences counted, the quota set. */
export function firstStage<V>(count: Gregory<V>): GregoryState<V> {
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
  receive(count, state, { value: arithmetic.one, kinds: preferences.kinds });
  const papers = state.piles.flat().reduce((sum, parcel) => sum + parcel.papers, 0n);
  state.quota = rule.quota(papers, field.seats);
  return state;
}

/** Counts on to the end, or to a tie that papers and rule leave open. */
export function countOn<V>(count: Gregory<V>, state: GregoryState<V>): Leg<GregoryState<V>, Log> {
  const { rule, field } = count;
  const log = newLog();
  const close = () => closeRound(field, rule.arithmetic, state, log);
  const complete = (): Leg<GregoryState<V>, Log> => {
    finish(count, state, log);
    close();
    return { log, halt: { type: "complete", elected: withStatus(state.status, standing.elected) } };
  };
  if (state.history.length === 0) {
    conclude(log, "QuotaSet", {
      papers: field.rankings.weights.total,
      blank: field.rankings.weights.total - counted(state),
      seats: field.seats,
      quota: rule.arithmetic.fractionOf(state.quota),
    });
    if (rule.endsAfter(count, state, log)) return complete();
    close();
    state.history.push(state.votes);
  }
  for (;;) {
    const next = state.decided ?? rule.next(count, state, log);
    delete state.decided;
    if (next.type === "complete") return complete();
    if (next.type === "tied") return { log, halt: halted(state, next) };
    if (next.type === "exclude") {
      exclude(count, state, next, log);
      if (rule.endsOnExclusion(count, state, next, log)) return complete();
    }
    const unelected = next.nominees.filter((nominee) => state.status[nominee] === standing.continuing);
    elect(field, rule.arithmetic, state, log, {
      elected: unelected,
      status: standing.pending,
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
): Halt<GregoryState<V>> {
  return {
    type: "tied",
    purpose: action,
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

/** All seats filled, or as many left as there are seats: the last are elected, or all others are not. */
function finish<V>(count: Gregory<V>, state: GregoryState<V>, log: Log): void {
  const { field, rule } = count;
  for (const nominee of withStatus(state.status, standing.pending)) state.status[nominee] = standing.elected;
  const open = field.seats - withStatus(state.status, standing.elected).length;
  const rest = withStatus(state.status, standing.continuing);
  if (open >= rest.length)
    elect(field, rule.arithmetic, state, log, {
      elected: rest,
      status: standing.elected,
      ground: "lastVacancies",
      level: true,
    });
  else
    for (const nominee of rest) {
      state.status[nominee] = standing.excluded;
      conclude(log, "NotElected", { nominee: field.nominees[nominee], ground: "seatsFilled" });
    }
}

/** No seat is open, or no more continue than seats are open. */
export function isComplete<V>({ field }: Gregory<V>, { status }: GregoryState<V>): boolean {
  const elected = withStatus(status, standing.pending, standing.elected).length;
  return elected >= field.seats || elected + withStatus(status, standing.continuing).length <= field.seats;
}

/** Those who continue and whose figure elects. */
export function reachingQuota<V>({ rule }: Gregory<V>, state: GregoryState<V>): number[] {
  return withStatus(state.status, standing.continuing).filter((nominee) =>
    rule.reaches(votesOf(state, nominee), state.quota),
  );
}

/** Of some nominees, the one with the highest or lowest figure; of several, as the rule and the lot decide. */
export function choice<V>(
  count: Gregory<V>,
  state: GregoryState<V>,
  log: Log,
  { among, action }: { among: readonly number[]; action: Action["type"] },
): Next {
  const { rule, field } = count;
  const direction = action === "transfer" ? -1 : 1;
  const extreme = (group: readonly number[], votes: readonly V[]) => {
    const order = (a: number, b: number) => direction * rule.arithmetic.compare(votes[a] as V, votes[b] as V);
    const best = group.reduce(
      (found, nominee) => (order(nominee, found) < 0 ? nominee : found),
      group[0] ?? 0,
    );
    return group.filter((nominee) => order(nominee, best) === 0);
  };
  const names = (group: readonly number[]): Nominee[] =>
    group.map((nominee) => field.nominees[nominee] ?? "");
  const picked = (nominee: number, by: string, tied: readonly number[]): Action => {
    conclude(log, "TieBroken", { action, tied: names(tied), picked: field.nominees[nominee], by });
    return { type: action, nominees: [nominee] };
  };
  let tied = extreme(among, state.votes);
  const [only] = tied;
  if (tied.length === 1 && only !== undefined) return { type: action, nominees: [only] };
  if (rule.looksBack) {
    const level = tied;
    for (let stage = state.history.length - 1; stage >= 0 && tied.length > 1; stage--)
      tied = extreme(tied, state.history[stage] ?? []);
    if (tied.length === 1 && tied[0] !== undefined) return picked(tied[0], "earlierStage", level);
  }
  const drawn = pickedByLot(field.lot, tied);
  if (drawn !== undefined) return picked(drawn, "tieOrder", tied);
  const [first] = tied;
  if (first !== undefined && action === "exclude" && immaterial(count, state, tied))
    return picked(first, "immaterial", tied);
  return { type: "tied", action, tied };
}

/** Tied without a paper, with seats enough for others: all of them go, one after the other, and nothing moves. */
function immaterial<V>(
  { field, rule }: Gregory<V>,
  state: GregoryState<V>,
  tied: readonly number[],
): boolean {
  const elected = withStatus(state.status, standing.pending, standing.elected).length;
  const others = withStatus(state.status, standing.continuing).length - tied.length;
  return (
    elected + others >= field.seats &&
    tied.every(
      (nominee) =>
        state.piles[nominee]?.length === 0 &&
        rule.arithmetic.compare(votesOf(state, nominee), rule.arithmetic.zero) === 0,
    )
  );
}

function exclude<V>(
  { field, rule }: Gregory<V>,
  state: GregoryState<V>,
  { nominees, ground = "lowest" }: Action,
  log: Log,
): void {
  for (const nominee of nominees) {
    state.status[nominee] = standing.excluded;
    conclude(log, "Excluded", {
      nominee: field.nominees[nominee],
      votes: rule.arithmetic.fractionOf(votesOf(state, nominee)),
      ground,
    });
  }
}

/** Moves the papers of the excluded at their value, or those of the elected at the value that their surplus leaves. */
function move<V>(count: Gregory<V>, state: GregoryState<V>, { type, nominees }: Action, log: Log): void {
  const { arithmetic } = count.rule;
  state.votes = [...state.votes];
  for (const nominee of nominees) {
    const votes = votesOf(state, nominee);
    const kept = type === "transfer" ? state.quota : arithmetic.zero;
    const surplus = arithmetic.minus(votes, kept);
    const pile = state.piles[nominee] ?? [];
    state.piles[nominee] = [];
    state.votes[nominee] = kept;
    if (type === "transfer") state.status[nominee] = standing.elected;
    let moved = arithmetic.zero;
    const parcels: object[] = [];
    for (const { value, papers, chunks } of pile) {
      const passedOn = type === "transfer" ? arithmetic.share(value, surplus, votes) : value;
      moved = arithmetic.plus(moved, arithmetic.multiple(passedOn, papers));
      const to = chunks.flatMap((kinds) => receive(count, state, { value: passedOn, kinds }));
      parcels.push({
        papers,
        value: arithmetic.fractionOf(value),
        passedOn: arithmetic.fractionOf(passedOn),
        to,
      });
    }
    const lost = arithmetic.minus(surplus, moved);
    state.lost = arithmetic.plus(state.lost, lost);
    conclude(log, type === "transfer" ? "SurplusTransferred" : "PapersTransferred", {
      nominee: count.field.nominees[nominee],
      votes: arithmetic.fractionOf(votes),
      surplus: arithmetic.fractionOf(surplus),
      parcels,
      lost: arithmetic.fractionOf(lost),
    });
  }
}

/** How many papers went to whom; to nobody when they name nobody else who continues. */
type Receipt = { readonly nominee: Nominee | null; readonly papers: bigint };

/** Hands papers of one value to the nominees whom they name next. */
function receive<V>(
  { field, preferences, rule }: Gregory<V>,
  state: GregoryState<V>,
  { value, kinds }: { value: V; kinds: Int32Array },
): Receipt[] {
  const { arithmetic } = rule;
  const receipts: Receipt[] = [];
  const continues = state.status.map((status) => (status === standing.continuing ? 1 : 0));
  const sorted = sortedByNext(preferences, kinds, continues);
  sorted.papers.forEach((papers, destination) => {
    if (papers === 0n) return;
    const votes = arithmetic.multiple(value, papers);
    receipts.push({ nominee: field.nominees[destination] ?? null, papers });
    if (destination === field.nominees.length) {
      state.exhausted = arithmetic.plus(state.exhausted, votes);
      return;
    }
    const from = destination === 0 ? 0 : (sorted.ends[destination - 1] ?? 0);
    const chunk = sorted.kinds.subarray(from, sorted.ends[destination]);
    state.votes[destination] = arithmetic.plus(votesOf(state, destination), votes);
    state.piles[destination] = withPapers(
      state.piles[destination] ?? [],
      { value, papers, chunks: [chunk] },
      arithmetic,
    );
  });
  return receipts;
}

function withPapers<V>(pile: readonly Parcel<V>[], parcel: Parcel<V>, { same }: Arithmetic<V>): Parcel<V>[] {
  const place = pile.findIndex(({ value }) => same(value, parcel.value));
  const found = pile[place];
  if (found === undefined) return [...pile, parcel];
  const papers = found.papers + parcel.papers;
  return pile.with(place, { value: found.value, papers, chunks: [...found.chunks, ...parcel.chunks] });
}

/** Equal for states that go on alike: the same papers at the same values in the same hands, the same past to look back on. */
export function keyOf<V>({ rule, preferences }: Gregory<V>, state: GregoryState<V>): string {
  const holders: string[] = new Array(preferences.starts.length).fill("");
  state.piles.forEach((pile, nominee) => {
    pile.forEach(({ value, chunks }) => {
      const { numerator, denominator } = rule.arithmetic.fractionOf(value);
      const holder = `${nominee}:${numerator}/${denominator}`;
      for (const chunk of chunks) for (const kind of chunk) holders[kind] = holder;
    });
  });
  const continuing = withStatus(state.status, standing.continuing);
  const past = rule.looksBack
    ? state.history.map((votes) => continuing.map((nominee) => String(votes[nominee])))
    : [];
  const ahead = state.decided && [state.decided.type, ...state.decided.nominees];
  return JSON.stringify([[...state.status], holders, past, ahead]);
}

/** Who can no longer be elected, all surplus counted. */
export function sureLosersOf<V>({ field, rule }: Gregory<V>, state: GregoryState<V>): number[] {
  const { plus, minus, compare, zero } = rule.arithmetic;
  const surplus = withStatus(state.status, standing.continuing, standing.pending)
    .map((nominee) => minus(votesOf(state, nominee), state.quota))
    .reduce((sum, above) => (compare(above, zero) > 0 ? plus(sum, above) : sum), zero);
  const open = field.seats - withStatus(state.status, standing.pending, standing.elected).length;
  const continuing = withStatus(state.status, standing.continuing);
  return sureLosersAmong(continuing, { votes: state.votes, surplus, open }, rule.arithmetic);
}
