import { fractionText } from "../../kernel/fraction-text.ts";
import { keptBy, priceFor } from "./keeping.ts";
import type { Meek, MeekState } from "./meek-state.ts";
import { ballotsByRanks, type EqualRanks, type Routes, routesOf } from "./routes.ts";
import { textOf } from "./state-key.ts";
import { conclude, type Log, type StvField, stvStatus, withStatus } from "./stv.ts";

/** Finds the routes of the papers. They stay as long as nobody's status changes, and are then not looked for again. */
export function routesFinder(field: StvField, equalRanks: EqualRanks): Meek<unknown>["routesAt"] {
  const ballots = ballotsByRanks(field.rankings, (nominee) => field.status[nominee] !== stvStatus.withdrawn);
  let found: { readonly statuses: string; readonly routes: Routes } | undefined;
  return (status) => {
    const statuses = textOf(status);
    if (found?.statuses === statuses) return found.routes;
    const roles = {
      isInField: (nominee: number) => status[nominee] !== stvStatus.withdrawn,
      takesPart: (nominee: number) =>
        status[nominee] === stvStatus.continuing || status[nominee] === stvStatus.elected,
      keepsAll: (nominee: number) => status[nominee] === stvStatus.continuing,
    };
    const routes = routesOf(field.rankings, ballots, { ...roles, equalRanks }, found?.routes);
    found = { statuses, routes };
    return routes;
  };
}

/** Takes new figures, and the quota from them. */
export function distribute<V>(count: Meek<V>, state: MeekState<V>, routes: Routes): void {
  const { arithmetic, papers } = count;
  const { plus, minus, of, zero } = arithmetic;
  const { votes, lost, came } = keptBy(routes, state.keep, count);
  const sum = votes.reduce(plus, zero);
  state.votes = votes;
  state.came = came;
  state.lost = lost;
  state.exhausted = minus(minus(of(papers), sum), lost);
  state.quota = quotaOf(count, sum);
}

export function quotaOf<V>({ arithmetic: { plus, quotient, of, step }, field }: Meek<V>, votes: V): V {
  return plus(quotient(votes, of(BigInt(field.seats + 1)), "down"), step);
}

/** Writes down the figures on which the next conclusion rests. */
export function figuresTaken<V>(
  { field, arithmetic }: Meek<V>,
  state: MeekState<V>,
  log: Log,
  surplus: V,
): void {
  if (log.isQuiet) return;
  const text = (value: V) => fractionText(arithmetic.fractionOf(value));
  const listed = [...field.nominees.entries()].filter(
    ([index]) => state.status[index] !== stvStatus.withdrawn,
  );
  conclude(log, {
    type: "KeepFactorsApplied",
    data: {
      figures: listed.map(([index, nominee]) => ({ nominee, votes: text(state.votes[index] as V) })),
      keepFactors: listed.map(([index, nominee]) => ({ nominee, factor: text(state.keep[index] as V) })),
      exhausted: text(state.exhausted),
      lost: text(state.lost),
      quota: text(state.quota),
      surplus: text(surplus),
    },
  });
}

export function reaches<V>(
  { arithmetic: { compare, step, zero } }: Meek<V>,
  { votes, quota }: MeekState<V>,
  nominee: number,
): boolean {
  return compare(votes[nominee] as V, quota) >= (compare(step, zero) === 0 ? 1 : 0);
}

export function surplusOf<V>(
  { arithmetic: { plus, minus, compare, zero } }: Meek<V>,
  { status, votes, quota }: MeekState<V>,
): V {
  const sum = withStatus(status, stvStatus.elected)
    .map((nominee) => minus(votes[nominee] as V, quota))
    .reduce(plus, zero);
  return compare(sum, zero) < 0 ? zero : sum;
}

/** Lowers keep factors, so that surplus goes on. Says whether any is lower than before. */
export function updateKeepFactors<V>(count: Meek<V>, state: MeekState<V>): boolean {
  const { order } = count.arithmetic;
  const { status, keep } = state;
  const factorOf = count.keeps === "price" ? priceOf : partOf;
  let lowered = false;
  for (const nominee of withStatus(status, stvStatus.elected)) {
    const [before, factor] = [keep[nominee] as V, factorOf(count, state, nominee)];
    if (order(factor, before) < 0) lowered = true;
    keep[nominee] = factor;
  }
  return lowered;
}

function partOf<V>(
  { arithmetic: { product, quotient, same, zero } }: Meek<V>,
  { keep, votes, quota }: MeekState<V>,
  nominee: number,
): V {
  const [part, own] = [keep[nominee] as V, votes[nominee] as V];
  // In very coarse numbers nothing may come to an elected nominee any more.
  return same(own, zero) ? part : quotient(product(part, quota, "up"), own, "up");
}

/** A price is found at once where papers that pay it in full bring less than this part of the quota. */
const paidInFullMin = 100n;

/**
 * Lowered in the ratio of quota and votes. Where hardly a paper pays the whole price, that takes very long, and where
 * none does, for ever: then the price is found at once. A price only falls: what comes to a nominee never gets less, and
 * its quota never rises.
 */
function priceOf<V>(count: Meek<V>, state: MeekState<V>, nominee: number): V {
  const { multiple, order } = count.arithmetic;
  const [before, came] = [state.keep[nominee] as V, state.came[nominee] ?? []];
  const payers = came.reduce((sum, [left, papers]) => (order(left, before) < 0 ? sum : sum + papers), 0n);
  const isSlow = order(multiple(before, payers * paidInFullMin), state.quota) < 0;
  const price = isSlow ? priceFor(came, state.quota, count.arithmetic) : partOf(count, state, nominee);
  return price !== undefined && order(price, before) < 0 ? price : before;
}

/** The excluded keep nothing. */
export function dropExcluded<V>({ arithmetic }: Meek<V>, { status, keep }: MeekState<V>): void {
  for (const nominee of withStatus(status, stvStatus.excluded)) keep[nominee] = arithmetic.zero;
}

/** The votes of those not elected count for nobody. */
export function giveUp<V>({ arithmetic }: Meek<V>, state: MeekState<V>): void {
  state.votes = [...state.votes];
  for (const nominee of withStatus(state.status, stvStatus.excluded)) {
    state.exhausted = arithmetic.plus(state.exhausted, state.votes[nominee] as V);
    state.votes[nominee] = arithmetic.zero;
  }
}
