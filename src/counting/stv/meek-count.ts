import type { Election, RankedPaper } from "../rule.ts";
import { type Halt, stvCount } from "./branches.ts";
import { lowest, sureLosersOf } from "./meek-exclusion.ts";
import {
  distribute,
  dropExcluded,
  figuresTaken,
  giveUp,
  quotaOf,
  reaches,
  routesFinder,
  surplusOf,
  updateKeepFactors,
} from "./meek-figures.ts";
import type { Exclusion, Meek, MeekState, Tied } from "./meek-state.ts";
import { elect, exclude, fillLastSeats, isComplete, openSeats } from "./seating.ts";
import { stateKey } from "./state-key.ts";
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

/** A rule of Meek's method: what does not depend on the election. */
type MeekRule<V> = Omit<Meek<V>, "field" | "omega" | "papers" | "routesAt"> & {
  readonly omegaPlaces: number;
  /** How much more a branch costs than in decimals. */
  readonly branchCost: number;
};

/** So many papers, times the seats that each may pass and those that each iteration takes, cost no more than usual. */
const passesFree = 10_000;

/** Counts by Meek's method. */
export function countByMeek<V>(
  election: Election<RankedPaper>,
  options: StvOptions,
  rule: MeekRule<V>,
): StvCount {
  const field = readStv(election, options);
  const { one, of, quotient } = rule.arithmetic;
  const routesAt = routesFinder(field, rule.equalRanks);
  const blank = routesAt(field.status).strict.places[0]?.stopping ?? 0n;
  const count: Meek<V> = {
    ...rule,
    field,
    routesAt,
    omega: quotient(one, of(10n ** BigInt(rule.omegaPlaces)), "down"),
    papers: field.rankings.weights.total - blank,
  };
  return stvCount(field, () => startOf(count), {
    name: rule.name,
    branchCost: rule.branchCost,
    heft: Math.max(1, (field.rankings.ballots * field.seats ** 2) / passesFree),
    goingIn: ({ excluding }) => excluding?.nominees ?? [],
    advance: (state, log) => countOn(count, state, log),
    keyOf(state) {
      const factors = state.keep.map(rule.arithmetic.textOf);
      return stateKey(state, state.excluding && { ...state.excluding, action: "exclude" }, factors);
    },
  });
}

/** The state before the first paper is handed out: every nominee in the field keeps all. */
function startOf<V>({ field, arithmetic: { zero, one } }: Meek<V>): MeekState<V> {
  return {
    status: field.status.slice(),
    keep: Array.from(field.status, (status) => (status === stvStatus.withdrawn ? zero : one)),
    votes: [],
    came: [],
    exhausted: zero,
    lost: zero,
    quota: zero,
    begun: false,
  };
}

/** Counts on to the end, or to a tie for exclusion that the lot does not break. */
function countOn<V>(count: Meek<V>, state: MeekState<V>, log: Log): Halt<MeekState<V>> {
  const { field, arithmetic } = count;
  const close = () => closeRound(field, arithmetic, state, log);
  if (!state.begun) begin(count, state, log);
  for (;;) {
    const isDone = () => isComplete(field, state);
    if (!isDone()) {
      const excluding = state.excluding ?? iterate(count, state, log);
      delete state.excluding;
      if (excluding && "tied" in excluding)
        return {
          log,
          type: "tied",
          action: "exclude",
          tied: excluding.tied,
          picking: (picked) => branched(state, picked),
        };
      if (excluding !== undefined) {
        exclude(field, arithmetic, state, log, excluding);
        dropExcluded(count, state);
      }
    }
    if (isDone()) {
      finish(count, state, log);
      close();
      return { log, type: "complete", elected: withStatus(state.status, stvStatus.elected) };
    }
    close();
  }
}

const branched = <V>(state: MeekState<V>, picked: number): MeekState<V> => ({
  ...state,
  status: state.status.slice(),
  keep: [...state.keep],
  excluding: { ground: "lowest", nominees: [picked] },
});

function begin<V>(count: Meek<V>, state: MeekState<V>, log: Log): void {
  const { field, arithmetic, papers } = count;
  distribute(count, state, count.routesAt(state.status));
  state.quota = quotaOf(count, arithmetic.of(papers));
  state.begun = true;
  conclude(log, quotaSet(field, papers, arithmetic.fractionOf(state.quota)));
  closeRound(field, arithmetic, state, log);
}

/**
 * One round of iterations. It ends when somebody is elected, and nobody is excluded; or when the surplus is
 * spread or no longer moves, and the lowest is excluded: one, or several tied.
 */
function iterate<V>(count: Meek<V>, state: MeekState<V>, log: Log): Exclusion | Tied | undefined {
  const { arithmetic, field } = count;
  const routes = count.routesAt(state.status);
  let lowered = true;
  for (let before: V | undefined; ; ) {
    distribute(count, state, routes);
    const surplus = surplusOf(count, state);
    // A surplus that passes from one elected nominee to the next is none the less: prices tell whether it moves.
    const shrinks = before === undefined || arithmetic.compare(surplus, before) < 0;
    const moves = count.keeps === "price" ? lowered : shrinks;
    const decision = decided(count, state, { surplus, moves });
    if (decision === undefined) {
      before = surplus;
      lowered = updateKeepFactors(count, state);
      continue;
    }
    figuresTaken(count, state, log, surplus);
    if (decision.type === "lowest") return lowest(count, state, log, surplus);
    if (decision.type === "sureLosers") return { ground: "sureLosers", nominees: decision.nominees };
    const { nominees: elected } = decision;
    elect(field, arithmetic, state, log, {
      elected,
      status: stvStatus.elected,
      ground: "quota",
      level: true,
    });
    return undefined;
  }
}

type Decision = { readonly type: "elect" | "sureLosers" | "lowest"; readonly nominees: readonly number[] };

/** What these figures decide; undefined as long as there is surplus to spread. */
function decided<V>(
  count: Meek<V>,
  state: MeekState<V>,
  { surplus, moves }: { surplus: V; moves: boolean },
): Decision | undefined {
  const { compare } = count.arithmetic;
  const elected = withStatus(state.status, stvStatus.continuing).filter((nominee) =>
    reaches(count, state, nominee),
  );
  // In very coarse numbers more may reach the quota than there are seats: then nobody is elected, and the lowest goes.
  if (elected.length > openSeats(count.field, state)) return { type: "lowest", nominees: [] };
  if (elected.length > 0) return { type: "elect", nominees: elected };
  const losers = count.sureLosers ? sureLosersOf(count, state, surplus) : [];
  if (losers.length > 0) return { type: "sureLosers", nominees: losers };
  const spread = compare(surplus, count.omega) < 0;
  return spread || !moves ? { type: "lowest", nominees: [] } : undefined;
}

function finish<V>(count: Meek<V>, state: MeekState<V>, log: Log): void {
  const { quota } = state;
  fillLastSeats(count.field, count.arithmetic, state, log);
  // Who is elected is known. Nobody reads the last figures.
  if (log.isQuiet) return;
  dropExcluded(count, state);
  if (count.recounts) distribute(count, state, count.routesAt(state.status));
  else giveUp(count, state);
  state.quota = quota;
}
