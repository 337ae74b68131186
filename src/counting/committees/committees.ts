import { fraction } from "../../kernel/fraction.ts";
import { named } from "../choices.ts";
import type { Field } from "../grouping.ts";
import type { Count, Figure, Round } from "../rule.ts";
import { outcomeOf } from "../seats.ts";
import type { CountStep, StepData } from "../steps/count-step.ts";
import { seatsFilled } from "../written.ts";

/** How far a count that fills seats one by one has come: the places of who is elected, and what else the rule remembers. */
export type Branch<M> = { readonly elected: readonly number[]; readonly memory: M };

/** Which seat a step fills: who is elected in the branch, and where each possible next seat leads. */
export type SeatOfBranch = StepData<"SeatFilled">;

/** What a rule finds at a branch: its figures, and everybody who may be next. Several are tied; nobody ends the branch. */
export type Turn<M> = {
  /** What led up to the step that fills the seat. */
  readonly before?: readonly CountStep[];
  /** The step that fills the seat, given where it stands. */
  readonly step: (at: SeatOfBranch) => CountStep;
  readonly figures: readonly Figure[];
  readonly next: readonly { readonly nominee: number; readonly memory: M }[];
};

export type Following<M> = {
  readonly field: Field;
  readonly start: M;
  readonly turn: (branch: Branch<M>) => Turn<M>;
  /** What tells two memories apart that have the same nominees elected; by default nothing does. */
  readonly keyOf?: (memory: M) => string;
  /** Numbers the states from here. */
  readonly firstState?: number;
  /** Ties of more states at once are not followed to the end: whatever is not certain by then is left open. */
  readonly statesMax?: number;
};

export type Universes = {
  /** Every committee that some fall of the ties fills all seats with; undefined where they are too many to follow. */
  readonly committees: readonly (readonly number[])[] | undefined;
  /** Whoever is elected however the ties fall, and whoever is when they fall well. */
  readonly certain: readonly number[];
  readonly possible: readonly number[];
  /** How far the branches came that ended before all seats were filled. */
  readonly unfilled: readonly number[];
  readonly rounds: readonly Round[];
  readonly nextState: number;
};

type State<M> = Branch<M> & { readonly state: number };

/**
 * Follows a count that fills seats one by one through every way in which its ties may fall ("parallel universes"),
 * one seat at a time. Branches that have come to the same state go on as one.
 *
 * Source: V. Conitzer, M. Rognlie and L. Xia, "Preference Functions That Score Rankings and Maximum Likelihood
 * Estimation", IJCAI 2009 (parallel-universes tie-breaking).
 */
export function universesOf<M>({
  field,
  start,
  turn,
  keyOf = () => "",
  firstState = 0,
  statesMax = 5_000,
}: Following<M>): Universes {
  const target = Math.min(field.seats, field.nominees.length);
  const rounds: Round[] = [];
  const unfilled: number[] = [];
  let nextState = firstState + 1;
  let level: State<M>[] = [{ elected: [], memory: start, state: firstState }];
  for (let depth = 0; depth < target && level.length > 0; depth++) {
    const reached = new Map<string, State<M>>();
    for (const branch of level) {
      const { before = [], step, figures, next } = turn(branch);
      if (next.length === 0) unfilled.push(depth);
      const followers = next.map(({ nominee, memory }) => {
        const elected = [...branch.elected, nominee].sort((a, b) => a - b);
        const key = depth + 1 === target ? elected.join() : `${elected.join()}|${keyOf(memory)}`;
        const follower = reached.get(key) ?? { elected, memory, state: nextState++ };
        reached.set(key, follower);
        return { nominee: field.nominees[nominee] ?? "", branch: follower.state };
      });
      const at = { branch: branch.state, elected: named(field, branch.elected), next: followers };
      rounds.push({ figures, exhausted: fraction(0), conclusions: [...before, step(at)] });
    }
    level = [...reached.values()];
    if (level.length > statesMax) {
      const possible = [...field.nominees.keys()];
      // Where everybody has a seat, no tie can take it from them.
      const certain = target === possible.length ? possible : inAll(level);
      return { committees: undefined, certain, possible, unfilled, rounds, nextState };
    }
  }
  const committees = level.map(({ elected }) => elected);
  const possible = [...new Set(committees.flat())];
  return { committees, certain: inAll(level), possible, unfilled, rounds, nextState };
}

/** The count that a search for committees comes to: elected is who is in all of them, not elected who is in none. */
export function committeesCount(
  rule: string,
  field: Field,
  totals: readonly Figure[],
  found: Pick<Universes, "committees" | "certain" | "possible" | "rounds">,
): Count {
  const committees = found.committees && sortedSets(found.committees).map((places) => named(field, places));
  const [sure, able] = [new Set(found.certain), new Set(found.possible)];
  const places = [...field.nominees.keys()];
  const certain = named(field, found.certain);
  const possible = named(field, found.possible);
  const filled = outcomeOf({
    elected: certain,
    notElected: named(
      field,
      places.filter((place) => !able.has(place)),
    ),
    tied: named(
      field,
      places.filter((place) => able.has(place) && !sure.has(place)),
    ),
    seats: Math.min(field.seats, field.nominees.length),
  });
  const outcome = { ...filled, vacant: field.seats - Math.min(field.seats, field.nominees.length) };
  return {
    rule,
    outcome,
    ...(committees && { committees }),
    totals,
    rounds: found.rounds,
    explanation: [
      ...found.rounds.flatMap(({ conclusions }) => conclusions),
      committees === undefined
        ? { type: "TooManyCommittees", data: { certain, possible } }
        : { type: "CommitteesElected", data: { committees } },
      seatsFilled(outcome),
    ],
  };
}

function inAll(branches: readonly { readonly elected: readonly number[] }[]): number[] {
  const [first, ...others] = branches.map(({ elected }) => new Set(elected));
  return [...(first ?? [])].filter((place) => others.every((elected) => elected.has(place)));
}

/** In the order of the nominees, so that the list does not tell which way the count went. */
function sortedSets(committees: readonly (readonly number[])[]): (readonly number[])[] {
  return [...committees].sort((a, b) => {
    const differs = a.findIndex((place, index) => place !== b[index]);
    return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
  });
}
