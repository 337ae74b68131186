import { compare, type Fraction, fraction, plus, times, zero } from "../../kernel/fraction.ts";
import { merged, type Results, resultOf, unknownAmong } from "../results.ts";
import { grouped, lastBy } from "../seats.ts";
import type { CountStep, StepData } from "../steps/count-step.ts";
import { namesOf, type State } from "./state.ts";

const two = fraction(2);

/** Whether the count ends with this round, and with whom. Or, while it goes on until two are left, who has won. */
export function endOf(state: State): { steps: CountStep[]; results?: Results; winner?: number | undefined } {
  const { rules, continuing } = state;
  if (typeof rules.until === "object") return endByShare(state);
  if (rules.until !== "seats-left") {
    const winner = state.winner ?? majorityOf(state);
    const isNew = winner !== undefined && winner !== state.winner;
    const steps = isNew ? [elected(state, [winner], "majority")] : [];
    const done = rules.until === "majority" || continuing.length <= 2;
    if (winner !== undefined)
      return done ? { steps, results: resultWith(state, [winner]) } : { steps, winner };
  }
  if (continuing.length <= rules.seats)
    return { steps: [elected(state, continuing, "lastVacancies")], results: resultWith(state, continuing) };
  if (rules.until !== "seats-left" && continuing.length === 2 && ineligibleOf(state).length === 0)
    return endOfTwo(state);
  if (rules.eliminate === "all-tied" && byVotes(state, continuing).length === 1) {
    const steps: CountStep[] = [{ type: "AllTied", data: { tied: namesOf(state.nominees, continuing) } }];
    return { steps, results: unknownAmong(state.nominees.length, continuing, { others: state.out }) };
  }
  return { steps: [], winner: undefined };
}

function endByShare(state: State): ReturnType<typeof endOf> {
  if (!state.continuing.every((index) => hasShare(state, index))) return { steps: [] };
  return { steps: [elected(state, state.continuing, "share")], results: resultWith(state, state.continuing) };
}

/** Whether a nominee has the share at which the count ends. */
function hasShare(state: State, index: number): boolean {
  const { until } = state.rules;
  const share = typeof until === "object" ? until.share : zero;
  const votes = votesOf(state, index);
  return votes.numerator > 0n && compare(votes, times(share, state.base)) >= 0;
}

/** Of the last two the one with more votes is elected, even where half is of the first round and is not reached. */
function endOfTwo(state: State): ReturnType<typeof endOf> {
  const { lasts, steps } = lastOf(state, state.continuing);
  const branches = lasts.map((last) => state.continuing.filter((index) => index !== last));
  const results = merged(branches.map((winners) => resultWith(state, winners)));
  if (branches.length > 1)
    return { steps: [{ type: "LastTwoTied", data: { tied: namesOf(state.nominees, lasts) } }], results };
  return { steps: [...steps, elected(state, branches.flat(), "moreOfTwo")], results };
}

function majorityOf(state: State): number | undefined {
  const { rules, continuing, base } = state;
  return continuing.find(
    (index) => !rules.ineligible.includes(index) && compare(times(two, votesOf(state, index)), base) > 0,
  );
}

/**
 * Who goes after a round: one departure for each branch. A departure is a list of groups, from those ranked higher to
 * those ranked lower.
 */
export function departuresOf(state: State): { departures: number[][][]; steps: CountStep[] } {
  const { continuing, rules } = state;
  const ineligible = ineligibleOf(state);
  if (ineligible.length > 0) return together(state, ineligible, "ineligible");
  const below = continuing.filter((index) => compare(votesOf(state, index), rules.minimumVotes) < 0);
  if (state.before.length === 0 && below.length > 0 && continuing.length - below.length >= rules.seats)
    return together(state, below, "minimum");
  if (rules.eliminate === "below-share")
    return together(
      state,
      continuing.filter((index) => !hasShare(state, index)),
      "belowShare",
    );
  const batch = rules.eliminate === "batch" ? batchOf(state) : [];
  if (batch.length > 1) return together(state, batch, "batch");
  if (rules.eliminate === "all-tied") return together(state, fewestOf(state, continuing), "allTied");
  const { lasts, steps } = lastOf(state, continuing);
  if (lasts.length === 1) return together(state, lasts, "lowest", steps);
  if (goTogether(state, lasts)) return together(state, lasts, "tiedTogether");
  const tied: CountStep = { type: "ExclusionTied", data: { tied: namesOf(state.nominees, lasts) } };
  return { departures: lasts.map((last) => [[last]]), steps: [tied] };
}

/** Whether those tied for last all go, in whatever order: together they have fewer votes than the next one. */
function goTogether(state: State, tied: readonly number[]): boolean {
  const { rules, continuing } = state;
  if (rules.historyMatters || typeof rules.until === "object") return false;
  const leave = rules.until === "two-left" ? 2 : rules.seats;
  const sum = tied.reduce((all, index) => plus(all, votesOf(state, index)), zero);
  const others = continuing.filter((index) => !tied.includes(index));
  return others.length >= leave && others.every((index) => compare(sum, votesOf(state, index)) < 0);
}

/** The lowest nominees who even together have fewer votes than the next one. */
function batchOf(state: State): number[] {
  const leave = state.rules.until === "two-left" ? 2 : state.rules.seats;
  let sum = zero;
  let batch: number[] = [];
  const met: number[] = [];
  for (const group of byVotes(state, state.continuing)) {
    const [first = 0] = group;
    const leaves = state.continuing.length - met.length;
    if (compare(sum, votesOf(state, first)) < 0 && leaves >= leave) batch = [...met];
    for (const index of group) sum = plus(sum, votesOf(state, index));
    met.push(...group);
  }
  return batch;
}

/** Those with the fewest votes; of several, those whom earlier rounds, then the frozen order put last. */
function lastOf(state: State, among: readonly number[]): { lasts: readonly number[]; steps: CountStep[] } {
  const { nominees, rules, before } = state;
  const fewest = fewestOf(state, among);
  let lasts: readonly number[] = fewest;
  const broken = (by: "earlierRound" | "tieOrder"): CountStep[] => [
    {
      type: "TieBroken",
      data: {
        action: "exclude",
        tied: namesOf(nominees, fewest),
        picked: nominees[lasts[0] ?? 0] ?? "",
        by,
      },
    },
  ];
  for (const votes of rules.lookBack ? before : []) lasts = grouped(lasts, ascending(votes))[0] ?? lasts;
  if (fewest.length > 1 && lasts.length === 1) return { lasts, steps: broken("earlierRound") };
  if (lasts.length > 1 && rules.tieOrder) {
    const names = lastBy(namesOf(nominees, lasts), rules.tieOrder);
    lasts = lasts.filter((index) => names.includes(nominees[index] ?? ""));
    if (lasts.length === 1) return { lasts, steps: broken("tieOrder") };
  }
  return { lasts, steps: [] };
}

function together(
  state: State,
  going: readonly number[],
  ground: StepData<"NomineesExcluded">["ground"],
  before: readonly CountStep[] = [],
): { departures: number[][][]; steps: CountStep[] } {
  const excluded = namesOf(state.nominees, going);
  const step: CountStep = { type: "NomineesExcluded", data: { nominees: excluded, ground } };
  return { departures: [byVotes(state, going).reverse()], steps: [...before, step] };
}

function elected(
  state: State,
  indexes: readonly number[],
  ground: StepData<"NomineesElected">["ground"],
): CountStep {
  return { type: "NomineesElected", data: { nominees: namesOf(state.nominees, indexes), ground } };
}

function resultWith(state: State, winners: readonly number[]): Results {
  const others = state.continuing.filter((index) => !winners.includes(index));
  const eligible = winners.filter((index) => !state.rules.ineligible.includes(index));
  return resultOf(state.nominees.length, eligible, [...byVotes(state, others).reverse(), ...state.out]);
}

/**
 * Those who cannot be elected and go now: they hold votes to pass on, or only two are left. The others go
 * later.
 */
function ineligibleOf({ continuing, rules, votes }: State): number[] {
  const held = (index: number) => (votes[index] ?? zero).numerator > 0n || continuing.length <= 2;
  return continuing.filter((index) => rules.ineligible.includes(index) && held(index));
}

/** From the fewest votes to the most. */
function byVotes(state: State, indexes: readonly number[]): number[][] {
  return grouped(indexes, ascending(state.votes));
}

/** Those with the fewest votes, as they stand. A count of many branches asks it in each, so nothing is sorted. */
function fewestOf(state: State, indexes: readonly number[]): number[] {
  let fewest: number[] = [];
  for (const index of indexes) {
    const difference = compare(votesOf(state, index), votesOf(state, fewest[0] ?? index));
    if (difference < 0) fewest = [index];
    else if (difference === 0) fewest.push(index);
  }
  return fewest;
}

function ascending(votes: readonly Fraction[]) {
  return (a: number, b: number) => compare(votes[a] ?? zero, votes[b] ?? zero);
}

function votesOf({ votes }: State, index: number): Fraction {
  return votes[index] ?? zero;
}
