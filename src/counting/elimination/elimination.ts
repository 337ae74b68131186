import { compare, type Fraction, plus, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { merged, type Results, unknownAmong } from "../results.ts";
import type { Figure, Nominee, Round } from "../rule.ts";
import { writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { type Advanced, followTies } from "../ties.ts";
import { departuresOf, endOf } from "./rules.ts";
import { type EliminationRules, namesOf, type State } from "./state.ts";
import type { Inactive } from "./transfers.ts";

/** One state of a count by elimination, as the rule counts it. */
export type RoundTally = {
  /** By index; read only for continuing nominees. */
  readonly votes: readonly Fraction[];
  /** Weight that counts for nobody. */
  readonly exhausted: Fraction;
  /** Why papers count for nobody, where the rule says so. */
  readonly inactive?: Inactive;
  /** Counts on with only these; called once for each branch of a tie. */
  readonly without: (continuing: Uint8Array) => RoundTally;
};

type Elimination = {
  readonly results: Results;
  /** The rounds up to the end, or up to the first tie that has several branches. */
  readonly rounds: readonly Round[];
  readonly steps: readonly CountStep[];
  /** Whether not all branches were followed. */
  readonly isCut: boolean;
};

/** A state of the count before its papers are counted. */
export type Branch = Pick<State, "out" | "before" | "winner"> & {
  readonly marks: Uint8Array;
  readonly tally: () => RoundTally;
  readonly frozenBase: Fraction | undefined;
};

/**
 * Counts by elimination. A tie for last that neither earlier rounds nor the frozen order break is followed through
 * every branch. Branches that leave the same nominees in the race are one; at most `branchesMax` states are counted.
 */
export function eliminate(
  nominees: readonly Nominee[],
  continuing: Uint8Array,
  count: () => RoundTally,
  rules: EliminationRules,
): Elimination {
  const steps: CountStep[] = [];
  const rounds: Round[] = [];
  let hasParted = false;
  const sure = new Uint8Array(nominees.length ** 2).fill(1);
  const nobody = new Uint8Array(nominees.length);
  const boundOf = ({ marks, out }: Branch) =>
    unknownAmong(nominees.length, indexesOf(marks), { others: out });
  const { total, isCut } = followTies<Branch>([startOf(continuing, count)], {
    order: "depthFirst",
    branchesMax: rules.branchesMax,
    keyOf: (branch) => keyOf(branch, rules),
    advance(branch) {
      const { steps: found, round, next } = counted(branch, nominees, rules);
      steps.push(...found);
      if (!hasParted) rounds.push(round);
      hasParted ||= !("next" in next) || next.next.length !== 1;
      if ("next" in next)
        for (const after of next.next)
          notAbove(sure, after.out.slice(0, after.out.length - branch.out.length), after);
      return next;
    },
    cutOff(branch) {
      const continuing = namesOf(nominees, indexesOf(branch.marks));
      steps.push({ type: "BranchUnexplored", data: { branchesMax: rules.branchesMax, continuing } });
      return boundOf(branch);
    },
    bound: {
      of: ({ marks }) => ({ inAll: nobody, inSome: marks }),
      settled({ marks }) {
        notAbove(sure, [indexesOf(marks)], { marks });
        const continuing = namesOf(nominees, indexesOf(marks));
        steps.push({ type: "BranchSettled", data: { elected: [], continuing } });
      },
    },
  });
  const results = merged(total ? [total] : []);
  return {
    results: { ...results, above: results.above.map((is, cell) => is & (sure[cell] ?? 0)) },
    rounds,
    steps,
    isCut,
  };
}

export function startOf(continuing: Uint8Array, count: () => RoundTally): Branch {
  return { marks: continuing, tally: count, out: [], before: [], winner: undefined, frozenBase: undefined };
}

/**
 * Several branches can lead to the same state. On each of them a nominee who goes out is no longer above those who stay,
 * nor above those of a higher group who go out at the same time.
 */
function notAbove(
  sure: Uint8Array,
  going: readonly (readonly number[])[],
  { marks: left }: { readonly marks: Uint8Array },
): void {
  const size = left.length;
  const higher = left.slice();
  for (const group of going) {
    for (const one of group) higher[one] = 1;
    for (const one of group)
      for (let other = 0; other < size; other++) if (higher[other] === 1) sure[one * size + other] = 0;
  }
}

/** Counts the papers of a branch, and concludes from them. */
export function counted(
  branch: Branch,
  nominees: readonly Nominee[],
  rules: EliminationRules,
): { steps: CountStep[]; round: Round; next: Advanced<Branch> } {
  const continuing = indexesOf(branch.marks);
  const tally = branch.tally();
  const { votes, exhausted, inactive } = tally;
  const base = branch.frozenBase ?? baseOf(votes, continuing, rules);
  const { conclusions, next } = concluded(
    { ...branch, nominees, rules, continuing, votes, base },
    branch,
    tally,
  );
  const figures = figuresOf(nominees, votes, continuing);
  const excluded = branch.out.map((group) => namesOf(nominees, group));
  const step = roundCounted({ figures, exhausted, base, excluded, inactive });
  return { steps: [step, ...conclusions], round: { figures, exhausted, conclusions }, next };
}

function roundCounted(round: {
  figures: readonly Figure[];
  exhausted: Fraction;
  base: Fraction;
  excluded: readonly (readonly Nominee[])[];
  inactive: Inactive | undefined;
}): CountStep {
  const { figures, exhausted, base, excluded, inactive } = round;
  return {
    type: "RoundCounted",
    data: {
      figures: writtenFigures(figures),
      exhausted: fractionText(exhausted),
      base: fractionText(base),
      excluded,
      ...(inactive && { inactive: writtenInactive(inactive) }),
    },
  };
}

function writtenInactive({ choicesExhausted, overvoted, ranksSkipped, repeated, blank }: Inactive) {
  return {
    choicesExhausted: fractionText(choicesExhausted),
    overvoted: fractionText(overvoted),
    ranksSkipped: fractionText(ranksSkipped),
    repeated: fractionText(repeated),
    blank: fractionText(blank),
  };
}

function concluded(
  state: State,
  branch: Branch,
  tally: RoundTally,
): { conclusions: CountStep[]; next: Advanced<Branch> } {
  const { rules, nominees } = state;
  const ending = endOf(state);
  if (ending.results !== undefined) return { conclusions: ending.steps, next: { ended: ending.results } };
  if (ending.winner !== state.winner) {
    // The round that finds the winner eliminates nobody; what half is of stays as it was found.
    const next = { ...branch, tally: () => tally, winner: ending.winner, frozenBase: state.base };
    return { conclusions: ending.steps, next: { next: [next] } };
  }
  const { departures, steps } = departuresOf(state);
  const conclusions = [...ending.steps, ...steps];
  if (state.before.length + 1 < rules.roundsMax)
    return { conclusions, next: { next: departures.map((going) => after(state, branch, tally, going)) } };
  conclusions.push({ type: "CountStopped", data: { roundsMax: rules.roundsMax } });
  const open = departures.map((going) => {
    const left = state.continuing.filter((index) => !going.flat().includes(index));
    return unknownAmong(nominees.length, left, { others: [...going, ...state.out] });
  });
  return { conclusions, next: { ended: merged(open) } };
}

/** The branch in which some groups, from those ranked higher to those ranked lower, are out. */
function after(
  state: State,
  branch: Branch,
  tally: RoundTally,
  going: readonly (readonly number[])[],
): Branch {
  const marks = branch.marks.slice();
  for (const index of going.flat()) marks[index] = 0;
  const first = state.rules.of === "first-round" ? state.base : undefined;
  return {
    marks,
    tally: () => tally.without(marks),
    out: [...going, ...state.out],
    before: [tally.votes, ...state.before],
    winner: state.winner,
    frozenBase: branch.frozenBase ?? first,
  };
}

export function keyOf(
  { marks, out, winner }: Branch,
  { historyMatters, lookBack }: EliminationRules,
): string {
  const history = historyMatters || lookBack ? JSON.stringify(out) : "";
  return `${String.fromCharCode(...marks)}/${winner ?? ""}/${history}`;
}

export function indexesOf(marks: Uint8Array): number[] {
  const indexes: number[] = [];
  for (let index = 0; index < marks.length; index++) if (marks[index] === 1) indexes.push(index);
  return indexes;
}

function figuresOf(
  nominees: readonly Nominee[],
  votes: readonly Fraction[],
  indexes: readonly number[],
): Figure[] {
  return indexes.map((index) => ({ nominee: nominees[index] ?? "", votes: votes[index] ?? zero }));
}

/** The votes of all continuing nominees. If enough of them reach the minimum, only their votes: the others go next. */
function baseOf(
  votes: readonly Fraction[],
  continuing: readonly number[],
  { minimumVotes, seats }: EliminationRules,
): Fraction {
  const sum = (indexes: readonly number[]) =>
    indexes.reduce((all, index) => plus(all, votes[index] ?? zero), zero);
  const reaching = continuing.filter((index) => compare(votes[index] ?? zero, minimumVotes) >= 0);
  return sum(reaching.length >= seats ? reaching : continuing);
}
