import { fraction } from "../../kernel/fraction.ts";
import { type Choices, named } from "../choices.ts";
import type { Field } from "../grouping.ts";
import { merged, outcomeOfResults, type Results, resultOf, unknownAmong } from "../results.ts";
import type { Count, Figure, Round } from "../rule.ts";
import { seatsFilled } from "../seats.ts";
import type { CountStep, StepData } from "../steps/count-step.ts";
import { followTies } from "../ties.ts";

/** A state of a count that fills seats one by one: the places of those elected, and what else the rule remembers. */
export type Branch<M> = { readonly elected: readonly number[]; readonly memory: M };

/** Which seat a step fills: who is elected in the branch, and where each possible next seat leads. */
type SeatOfBranch = StepData<"SeatFilled">;

/**
 * What a rule finds in a state: its figures, and everybody who may be next. Several are tied; with nobody the
 * branch ends.
 */
export type Turn<M> = {
  /** What led up to the step that fills the seat. */
  readonly before?: readonly CountStep[];
  /** The step that fills the seat, made from its branch. */
  readonly step: (at: SeatOfBranch) => CountStep;
  readonly figures: readonly Figure[];
  readonly next: readonly { readonly nominee: number; readonly memory: M }[];
};

type SeatCount<M> = {
  readonly field: Field;
  readonly start: M;
  readonly turn: (branch: Branch<M>) => Turn<M>;
  /** Differs for two memories that do not go on alike with the same nominees elected; by default all go on alike. */
  readonly keyOf?: (memory: M) => string;
  /** The number of the first state. */
  readonly firstState?: number;
  /** With more states than this after a seat, no branch is followed further: what is not certain by then is open. */
  readonly branchesMax?: number;
  /** The same with more states than this in all. */
  readonly statesMax?: number;
};

/**
 * How many states are followed, after one seat and in all, where each costs as much as all papers have places for names:
 * as many as take about a second.
 */
export function limitsFor({ field, papers }: Pick<Choices, "field" | "papers">) {
  const places = field.nominees.length * Math.max(1, papers.length);
  return {
    branchesMax: Math.min(5_000, Math.max(5, Math.floor(2_000_000 / places))),
    statesMax: Math.max(10, Math.floor(20_000_000 / places)),
  };
}

export type Committees = {
  /** Every committee that some branch fills all seats with; undefined where there are too many branches to follow. */
  readonly committees: readonly (readonly number[])[] | undefined;
  readonly results: Results;
  /** How many seats were filled in each branch that ended before all were. */
  readonly unfilled: readonly number[];
  readonly rounds: readonly Round[];
  readonly nextState: number;
};

/**
 * Follows a count that fills seats one by one through every branch of its ties ("parallel universes"), one seat at a
 * time. Branches that reach the same state are one from there on.
 *
 * Source: V. Conitzer, M. Rognlie and L. Xia, "Preference Functions That Score Rankings and Maximum Likelihood
 * Estimation", IJCAI 2009 (parallel-universes tie-breaking).
 */
export function followSeats<M>({
  field,
  start,
  turn,
  keyOf = () => "",
  firstState = 0,
  branchesMax = 5_000,
  statesMax,
}: SeatCount<M>): Committees {
  const everybody = [...field.nominees.keys()];
  const seats = Math.min(field.seats, everybody.length);
  const [rounds, unfilled, committees]: [Round[], number[], (readonly number[])[]] = [[], [], []];
  const isFull = ({ elected }: Branch<M>) => elected.length === seats;
  const { results, isCut, nextNumber } = followTies<Branch<M>>([{ elected: [], memory: start }], {
    order: "breadthFirst",
    branchesMax,
    ...(statesMax !== undefined && { statesMax }),
    firstNumber: firstState,
    keyOf: (branch) =>
      isFull(branch) ? branch.elected.join() : `${branch.elected.join()}|${keyOf(branch.memory)}`,
    advance(branch, state) {
      if (isFull(branch)) {
        committees.push(branch.elected);
        return { ended: resultOf(everybody.length, branch.elected) };
      }
      const found = turn(branch);
      if (found.next.length === 0) unfilled.push(branch.elected.length);
      const { round, onMet } = roundOf(field, branch, state, found);
      rounds.push(round);
      return { next: found.next.map((one) => after(branch, one)), onMet };
    },
    // Where everybody has a seat, no tie can take it from them.
    cutOff: ({ elected }) =>
      unknownAmong(everybody.length, everybody, {
        elected: seats === everybody.length ? everybody : elected,
      }),
  });
  return {
    committees: isCut ? undefined : committees,
    results: results.length > 0 ? merged(results) : unknownAmong(everybody.length, everybody, {}),
    unfilled,
    rounds,
    nextState: nextNumber,
  };
}

/** The round of a state. Its step names the states that come next, whose numbers are filled in when they are met. */
function roundOf<M>(
  field: Field,
  { elected }: Branch<M>,
  state: number,
  { before = [], step, figures, next }: Turn<M>,
): { round: Round; onMet: (place: number, number: number) => void } {
  const followers: { nominee: string; branch: number }[] = [];
  const conclusions = [...before, step({ branch: state, elected: named(field, elected), next: followers })];
  return {
    round: { figures, exhausted: fraction(0), conclusions },
    onMet: (place, number) =>
      followers.push({ nominee: field.nominees[next[place]?.nominee ?? -1] ?? "", branch: number }),
  };
}

function after<M>({ elected }: Branch<M>, { nominee, memory }: Turn<M>["next"][number]): Branch<M> {
  const place = elected.findIndex((other) => other > nominee);
  return { elected: elected.toSpliced(place < 0 ? elected.length : place, 0, nominee), memory };
}

/** The count that a search for committees gives: elected is who is in all of them, not elected who is in none. */
export function committeesCount(
  rule: string,
  field: Field,
  totals: readonly Figure[],
  {
    committees: found,
    unlisted = "notFollowed",
    results,
    rounds,
  }: Pick<Committees, "committees" | "results" | "rounds"> & Pick<Count, "unlisted">,
): Count {
  const { nominees } = field;
  const committees = found && sortedSets(found).map((places) => named(field, places));
  const seats = Math.min(field.seats, nominees.length);
  const outcome = { ...outcomeOfResults(results, nominees, seats), vacant: field.seats - seats };
  const certain = nominees.filter((_, place) => results.inAll[place] === 1);
  const possible = nominees.filter((_, place) => results.inSome[place] === 1);
  return {
    rule,
    outcome,
    ...(committees ? { committees } : { unlisted }),
    totals,
    rounds,
    explanation: [
      ...rounds.flatMap(({ conclusions }) => conclusions),
      committees === undefined
        ? { type: "TooManyCommittees", data: { certain, possible } }
        : { type: "CommitteesElected", data: { committees } },
      seatsFilled(outcome),
    ],
  };
}

/** In the order of the nominees, so that the list does not show which branch came first. */
function sortedSets(committees: readonly (readonly number[])[]): (readonly number[])[] {
  return [...committees].sort((a, b) => {
    const differs = a.findIndex((place, index) => place !== b[index]);
    return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
  });
}
