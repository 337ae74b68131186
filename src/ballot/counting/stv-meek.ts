import type { CountingRule, Election, Nominee, RankedPaper } from "./rule.ts";
import {
  closeRound,
  conclude,
  elect,
  type Log,
  newLog,
  pickedByLot,
  readStv,
  type StvCount,
  type StvField,
  type StvOptions,
  type StvState,
  standing,
  stvCount,
  sureLosersAmong,
  withStatus,
} from "./stv.ts";
import {
  type Arithmetic,
  type ArithmeticOption,
  fixedPoint,
  type Rounding,
  withArithmetic,
} from "./stv-arithmetic.ts";
import { type EqualRanks, keptBy, type Route, routesOf } from "./stv-keeping.ts";
import { followTies, type Leg } from "./stv-ties.ts";

export type MeekOptions = StvOptions & {
  /** By default nine decimals. */
  readonly arithmetic?: ArithmeticOption;
  /** Iteration ends once the surplus is below `1 / 10^omegaPlaces`; by default 6. */
  readonly omegaPlaces?: number;
  readonly equalRanks?: EqualRanks;
  /** Defeat together, without waiting for the surplus to be spread, those who can no longer reach the next above them. */
  readonly sureLosers?: boolean;
};

/** A count by Meek's method, in what it depends on besides the papers. */
type Meek<V> = {
  readonly name: string;
  readonly field: StvField;
  readonly arithmetic: Arithmetic<V>;
  readonly omega: V;
  /** How the part that a nominee keeps is rounded; keep factors are rounded up. */
  readonly rounding: Rounding;
  readonly equalRanks: EqualRanks;
  /** Whether figures are taken once more after the last seat is filled. */
  readonly recounts: boolean;
  readonly sureLosers: boolean;
  readonly papers: bigint;
};

type MeekState<V> = StvState<V> & { readonly keep: V[]; excluding?: Exclusion; begun: boolean };

type Exclusion = { readonly nominees: readonly number[]; readonly ground: "lowest" | "sureLosers" };
type Tied = { readonly tied: readonly number[] };

/**
 * Meek's method as the Proportional Representation Foundation refers to it: nine decimals, what a nominee keeps
 * rounded up, omega 0.000001; the quota falls as papers run out, and all surplus is spread before anybody
 * is defeated. A rank of several counts as all its permutations.
 *
 * Source: Reference Meek Rule, https://prfound.org/resources/reference/reference-meek-rule/, after I. D. Hill,
 * B. A. Wichmann and D. R. Woodall, "Algorithm 123", The Computer Journal 30 (1987), pp. 277-281.
 * Ties (T): whoever is within the surplus of the lowest is tied; the lot of `tieOrder`, else every way is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 */
export const referenceMeek = ((election: Election<RankedPaper>, options: StvOptions = {}): StvCount =>
  countByMeek(election, options, {
    name: "referenceMeek",
    arithmetic: fixedPoint(9),
    omegaPlaces: 6,
    rounding: "up",
    equalRanks: "permuted",
    recounts: false,
    sureLosers: false,
  })) satisfies CountingRule<RankedPaper, StvOptions>;

/**
 * Meek's method in its general form. In decimals the quota is `votes / (seats + 1)` cut off plus one in the last
 * place, and reaching it elects; in fractions and guarded decimals it is exact, and exceeding it elects.
 *
 * Source and ties: as {@link referenceMeek}.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 */
export const meek = ((election: Election<RankedPaper>, options: MeekOptions = {}): StvCount => {
  const {
    arithmetic = { kind: "fixed", places: 9 },
    omegaPlaces = 6,
    equalRanks = "permuted",
    sureLosers = false,
  } = options;
  return withArithmetic(arithmetic, (numbers) =>
    countByMeek(election, options, {
      name: "meek",
      arithmetic: numbers,
      omegaPlaces,
      equalRanks,
      rounding: "down",
      recounts: true,
      sureLosers,
    }),
  );
}) satisfies CountingRule<RankedPaper, MeekOptions>;

type MeekRule<V> = Omit<Meek<V>, "field" | "omega" | "papers"> & { readonly omegaPlaces: number };

function countByMeek<V>(election: Election<RankedPaper>, options: StvOptions, rule: MeekRule<V>): StvCount {
  const field = readStv(election, options);
  const { one, of, quotient, zero } = rule.arithmetic;
  const blank =
    routesAt(field, field.status, rule.equalRanks).find(({ ranks }) => ranks.length === 0)?.papers ?? 0n;
  const count: Meek<V> = {
    ...rule,
    field,
    omega: quotient(one, of(10n ** BigInt(rule.omegaPlaces)), "down"),
    papers: field.rankings.weights.total - blank,
  };
  const start: MeekState<V> = {
    status: field.status.slice(),
    keep: Array.from(field.status, (status) => (status === standing.withdrawn ? zero : one)),
    votes: [],
    exhausted: zero,
    lost: zero,
    quota: zero,
    begun: false,
  };
  return stvCount(
    rule.name,
    field,
    followTies(start, {
      advance: (state) => countOn(count, state),
      keyOf: ({ status, keep, excluding }) =>
        JSON.stringify([
          [...status],
          excluding?.nominees,
          keep.map((factor) => String(Object.values(rule.arithmetic.fractionOf(factor)))),
        ]),
      electedIn: ({ status }) => withStatus(status, standing.elected),
      electableIn: ({ status }) => withStatus(status, standing.continuing, standing.elected),
      stepsOf: ({ steps }: Log) => steps,
      nameOf: (nominee) => field.nominees[nominee] ?? "",
    }),
  );
}

function routesAt({ rankings }: StvField, status: Uint8Array, equalRanks: EqualRanks): Route[] {
  return routesOf(rankings, {
    equalRanks,
    stands: (nominee) => status[nominee] !== standing.withdrawn,
    takesPart: (nominee) => status[nominee] === standing.continuing || status[nominee] === standing.elected,
    keepsAll: (nominee) => status[nominee] === standing.continuing,
  });
}

/** Counts on to the end, or to a tie for exclusion that the lot does not break. */
function countOn<V>(count: Meek<V>, state: MeekState<V>): Leg<MeekState<V>, Log> {
  const { field, arithmetic } = count;
  const log = newLog();
  const close = () => closeRound(field, arithmetic, state, log);
  if (!state.begun) begin(count, state, log);
  for (;;) {
    const isDone = () => isComplete(field, state.status);
    if (!isDone()) {
      const excluding = state.excluding ?? iterate(count, state, log);
      delete state.excluding;
      if (excluding && "tied" in excluding)
        return {
          log,
          halt: {
            type: "tied",
            purpose: "exclude",
            tied: excluding.tied,
            picking: (picked) => branched(state, picked),
          },
        };
      if (excluding !== undefined) exclude(count, state, log, excluding);
    }
    if (isDone()) {
      finish(count, state, log);
      close();
      return { log, halt: { type: "complete", elected: withStatus(state.status, standing.elected) } };
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
  distribute(count, state, routesAt(field, state.status, count.equalRanks));
  state.quota = quotaOf(count, arithmetic.of(papers));
  state.begun = true;
  conclude(log, "QuotaSet", {
    papers: field.rankings.weights.total,
    blank: field.rankings.weights.total - papers,
    seats: field.seats,
    quota: arithmetic.fractionOf(state.quota),
  });
  closeRound(field, arithmetic, state, log);
}

function isComplete({ seats }: StvField, status: Uint8Array): boolean {
  const elected = withStatus(status, standing.elected).length;
  return elected >= seats || elected + withStatus(status, standing.continuing).length <= seats;
}

/** Takes the figures anew, and the quota from them. */
function distribute<V>(count: Meek<V>, state: MeekState<V>, routes: readonly Route[]): void {
  const { arithmetic, papers } = count;
  const { plus, minus, of, zero } = arithmetic;
  const { votes, lost } = keptBy(routes, state.keep, count);
  const sum = votes.reduce(plus, zero);
  state.votes = votes;
  state.lost = lost;
  state.exhausted = minus(minus(of(papers), sum), lost);
  state.quota = quotaOf(count, sum);
}

function quotaOf<V>({ arithmetic: { plus, quotient, of, step }, field }: Meek<V>, votes: V): V {
  return plus(quotient(votes, of(BigInt(field.seats + 1)), "down"), step);
}

/**
 * One round of iterations: until somebody is elected (nobody is to be excluded), or the surplus is spread, or no
 * longer shrinks. Then the lowest is to be excluded: one, or several tied.
 */
function iterate<V>(count: Meek<V>, state: MeekState<V>, log: Log): Exclusion | Tied | undefined {
  const { arithmetic, field } = count;
  const routes = routesAt(field, state.status, count.equalRanks);
  for (let before: V | undefined; ; ) {
    distribute(count, state, routes);
    const surplus = surplusOf(count, state);
    const decision = decided(count, state, { surplus, before });
    if (decision === undefined) {
      before = surplus;
      updateKeepFactors(count, state);
      continue;
    }
    figuresTaken(count, state, log, surplus);
    if (decision.type === "lowest") return lowest(count, state, log, surplus);
    if (decision.type === "sureLosers") return { ground: "sureLosers", nominees: decision.nominees };
    const { nominees: elected } = decision;
    elect(field, arithmetic, state, log, { elected, status: standing.elected, ground: "quota", level: true });
    return undefined;
  }
}

type Decision = { readonly type: "elect" | "sureLosers" | "lowest"; readonly nominees: readonly number[] };

/** What these figures are enough to decide; nothing as long as there is surplus to spread. */
function decided<V>(
  count: Meek<V>,
  state: MeekState<V>,
  { surplus, before }: { surplus: V; before: V | undefined },
): Decision | undefined {
  const { compare } = count.arithmetic;
  const elected = withStatus(state.status, standing.continuing).filter((nominee) =>
    reaches(count, state, nominee),
  );
  if (elected.length > 0) return { type: "elect", nominees: elected };
  const losers = count.sureLosers ? sureLosersOf(count, state, surplus) : [];
  if (losers.length > 0) return { type: "sureLosers", nominees: losers };
  const spread = compare(surplus, count.omega) < 0;
  const stable = before !== undefined && compare(surplus, before) >= 0;
  return spread || stable ? { type: "lowest", nominees: [] } : undefined;
}

/** The figures that the next conclusion rests on. */
function figuresTaken<V>({ field, arithmetic }: Meek<V>, state: MeekState<V>, log: Log, surplus: V): void {
  const { fractionOf } = arithmetic;
  conclude(log, "FiguresTaken", {
    figures: field.nominees.flatMap((nominee, index) =>
      state.status[index] === standing.withdrawn
        ? []
        : [{ nominee, votes: fractionOf(state.votes[index] as V) }],
    ),
    keep: state.keep.map(fractionOf),
    exhausted: fractionOf(state.exhausted),
    lost: fractionOf(state.lost),
    quota: fractionOf(state.quota),
    surplus: fractionOf(surplus),
  });
}

function reaches<V>(
  { arithmetic: { compare, step, zero } }: Meek<V>,
  { votes, quota }: MeekState<V>,
  nominee: number,
): boolean {
  return compare(votes[nominee] as V, quota) >= (compare(step, zero) === 0 ? 1 : 0);
}

function surplusOf<V>(
  { arithmetic: { plus, minus, compare, zero } }: Meek<V>,
  { status, votes, quota }: MeekState<V>,
): V {
  const sum = withStatus(status, standing.elected)
    .map((nominee) => minus(votes[nominee] as V, quota))
    .reduce(plus, zero);
  return compare(sum, zero) < 0 ? zero : sum;
}

function updateKeepFactors<V>(
  { arithmetic: { product, quotient } }: Meek<V>,
  { status, keep, votes, quota }: MeekState<V>,
): void {
  for (const nominee of withStatus(status, standing.elected))
    keep[nominee] = quotient(product(keep[nominee] as V, quota, "up"), votes[nominee] as V, "up");
}

/** Who has the fewest votes, or all within the surplus of it where the lot does not pick one. */
function lowest<V>(count: Meek<V>, state: MeekState<V>, log: Log, surplus: V): Exclusion | Tied {
  const { field, arithmetic } = count;
  const { compare, plus, zero } = arithmetic;
  const votesOf = (nominee: number) => state.votes[nominee] as V;
  const continuing = withStatus(state.status, standing.continuing);
  const low = continuing.reduce((found, nominee) =>
    compare(votesOf(nominee), votesOf(found)) < 0 ? nominee : found,
  );
  const tied = continuing.filter((nominee) => compare(votesOf(nominee), plus(votesOf(low), surplus)) <= 0);
  if (tied.length === 1) return { ground: "lowest", nominees: [low] };
  const picked = (nominee: number, by: string): Exclusion => {
    const names: Nominee[] = tied.map((one) => field.nominees[one] ?? "");
    conclude(log, "TieBroken", {
      action: "exclude",
      tied: names,
      picked: field.nominees[nominee],
      by,
      within: arithmetic.fractionOf(surplus),
    });
    return { ground: "lowest", nominees: [nominee] };
  };
  const drawn = pickedByLot(field.lot, tied);
  if (drawn !== undefined) return picked(drawn, "tieOrder");
  // Without a vote, and nothing left to spread: all of them go, one after the other, and nothing moves.
  const others = withStatus(state.status, standing.elected).length + continuing.length - tied.length;
  const nothingMoves =
    compare(surplus, count.omega) < 0 && tied.every((nominee) => compare(votesOf(nominee), zero) === 0);
  if (nothingMoves && others >= field.seats) return picked(low, "immaterial");
  return { tied };
}

function sureLosersOf<V>(
  { arithmetic, field }: Meek<V>,
  { status, votes }: MeekState<V>,
  surplus: V,
): number[] {
  const open = field.seats - withStatus(status, standing.elected).length;
  return sureLosersAmong(withStatus(status, standing.continuing), { votes, surplus, open }, arithmetic);
}

function exclude<V>(
  { field, arithmetic }: Meek<V>,
  state: MeekState<V>,
  log: Log,
  { nominees, ground }: Exclusion,
): void {
  for (const nominee of nominees) {
    state.status[nominee] = standing.excluded;
    state.keep[nominee] = arithmetic.zero;
    conclude(log, "Excluded", {
      nominee: field.nominees[nominee],
      votes: arithmetic.fractionOf(state.votes[nominee] as V),
      ground,
    });
  }
}

function finish<V>(count: Meek<V>, state: MeekState<V>, log: Log): void {
  const { field, arithmetic } = count;
  const open = field.seats - withStatus(state.status, standing.elected).length;
  const rest = withStatus(state.status, standing.continuing);
  if (rest.length <= open)
    elect(field, arithmetic, state, log, {
      elected: rest,
      status: standing.elected,
      ground: "lastVacancies",
      level: true,
    });
  else
    for (const nominee of rest) {
      state.status[nominee] = standing.excluded;
      state.keep[nominee] = arithmetic.zero;
      conclude(log, "NotElected", { nominee: field.nominees[nominee], ground: "seatsFilled" });
    }
  const { quota } = state;
  if (count.recounts) distribute(count, state, routesAt(field, state.status, count.equalRanks));
  else giveUp(count, state);
  state.quota = quota;
}

/** What lies with those not elected counts for nobody. */
function giveUp<V>({ arithmetic }: Meek<V>, state: MeekState<V>): void {
  state.votes = [...state.votes];
  for (const nominee of withStatus(state.status, standing.excluded)) {
    state.exhausted = arithmetic.plus(state.exhausted, state.votes[nominee] as V);
    state.votes[nominee] = arithmetic.zero;
  }
}
