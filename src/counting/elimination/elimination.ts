import { compare, type Fraction, plus, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import type { Figure, Nominee, Round } from "../rule.ts";
import type { CountStep } from "../steps/count-step.ts";
import { merged, type Results, unknownAmong } from "../universes.ts";
import { writtenFigures } from "../written.ts";
import { departureOf, endOf } from "./rules.ts";
import { type EliminationRules, namesOf, type State } from "./state.ts";
import type { Inactive } from "./transfers.ts";

/** One state of a count by elimination, as a rule's own way of counting papers finds it. */
export type Tally = {
  /** By index; read only for those who stand. */
  readonly votes: readonly Fraction[];
  /** Weight that counts for nobody. */
  readonly exhausted: Fraction;
  /** Why papers count for nobody, where the rule tells. */
  readonly inactive?: Inactive;
  /** Counts on with only these standing; called once for each way in which a tie may fall. */
  readonly without: (standing: Uint8Array) => Tally;
};

export type Elimination = {
  readonly results: Results;
  /** The rounds up to the end, or up to the first tie that was followed every way. */
  readonly rounds: readonly Round[];
  readonly steps: readonly CountStep[];
};

type Path = Pick<State, "out" | "before" | "winner"> & {
  readonly marks: Uint8Array;
  readonly tally: () => Tally;
  readonly frozenBase: Fraction | undefined;
};

/**
 * Counts by elimination. A tie for last that neither earlier rounds nor the frozen order break is followed every
 * way; ways that come to the same nominees standing are counted once, at most `branchesMax` states in all.
 */
export function eliminate(
  nominees: readonly Nominee[],
  standing: Uint8Array,
  count: () => Tally,
  rules: EliminationRules,
): Elimination {
  const known = new Map<string, Results>();
  const steps: CountStep[] = [];
  const rounds: Round[] = [];
  let alone = true;

  const follow = (path: Path): Results => {
    const key = keyOf(path, rules);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const left = indexesOf(path.marks);
    if (known.size >= rules.branchesMax) {
      const names = namesOf(nominees, left);
      steps.push({
        type: "BranchUnexplored",
        data: { branchesMax: rules.branchesMax, continuing: names },
      });
      return unknownAmong(nominees.length, left, path.out);
    }
    known.set(key, unknownAmong(nominees.length, left, path.out));
    const tally = path.tally();
    const base = path.frozenBase ?? baseOf(tally.votes, left, rules);
    const state: State = { ...path, nominees, rules, standing: left, votes: tally.votes, base };
    const { conclusions, next, ways } = concluded(state, path, tally);
    const figures = figuresOf(nominees, tally.votes, left);
    const { exhausted } = tally;
    const excluded = path.out.map((group) => namesOf(nominees, group));
    steps.push(
      roundCounted({ figures, exhausted, base, excluded, inactive: tally.inactive }),
      ...conclusions,
    );
    if (alone) rounds.push({ figures, exhausted, conclusions });
    if (ways !== 1) alone = false;
    const results = Array.isArray(next) ? merged(next.map(follow)) : next;
    known.set(key, results);
    return results;
  };

  const results = follow({
    marks: standing,
    tally: count,
    out: [],
    before: [],
    winner: undefined,
    frozenBase: undefined,
  });
  return { results, rounds, steps };
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

type Concluded = { conclusions: CountStep[]; next: Results | Path[]; ways: number };

function concluded(state: State, path: Path, tally: Tally): Concluded {
  const { rules, nominees } = state;
  const ending = endOf(state);
  if (ending.results !== undefined) return { conclusions: ending.steps, next: ending.results, ways: 0 };
  if (ending.winner !== state.winner) {
    // The round that finds the winner eliminates nobody; what half is of stays as it was found.
    const next = { ...path, tally: () => tally, winner: ending.winner, frozenBase: state.base };
    return { conclusions: ending.steps, next: [next], ways: 1 };
  }
  const { ways, steps } = departureOf(state);
  const conclusions = [...ending.steps, ...steps];
  if (state.before.length + 1 < rules.roundsMax)
    return { conclusions, next: ways.map((way) => after(state, path, tally, way)), ways: ways.length };
  conclusions.push({ type: "CountStopped", data: { roundsMax: rules.roundsMax } });
  const open = ways.map((way) => {
    const left = state.standing.filter((index) => !way.flat().includes(index));
    return unknownAmong(nominees.length, left, [...way, ...state.out]);
  });
  return { conclusions, next: merged(open), ways: 0 };
}

/** The state after one group of groups, from the last to the first to rank higher, is out. */
function after(state: State, path: Path, tally: Tally, way: readonly (readonly number[])[]): Path {
  const marks = path.marks.slice();
  for (const index of way.flat()) marks[index] = 0;
  const first = state.rules.of === "first-round" ? state.base : undefined;
  return {
    marks,
    tally: () => tally.without(marks),
    out: [...way, ...state.out],
    before: [tally.votes, ...state.before],
    winner: state.winner,
    frozenBase: path.frozenBase ?? first,
  };
}

function keyOf({ marks, out, winner }: Path, { historyMatters, lookBack }: EliminationRules): string {
  const history = historyMatters || lookBack ? JSON.stringify(out) : "";
  return `${marks.join("")}/${winner ?? ""}/${history}`;
}

export function indexesOf(marks: Uint8Array): number[] {
  return [...marks.keys()].filter((index) => marks[index] === 1);
}

function figuresOf(
  nominees: readonly Nominee[],
  votes: readonly Fraction[],
  indexes: readonly number[],
): Figure[] {
  return indexes.map((index) => ({ nominee: nominees[index] ?? "", votes: votes[index] ?? zero }));
}

/** The votes of those who stand; of those who reach the minimum where enough do, since all others are as good as gone. */
function baseOf(
  votes: readonly Fraction[],
  standing: readonly number[],
  { minimumVotes, seats }: EliminationRules,
): Fraction {
  const sum = (indexes: readonly number[]) =>
    indexes.reduce((all, index) => plus(all, votes[index] ?? zero), zero);
  const reaching = standing.filter((index) => compare(votes[index] ?? zero, minimumVotes) >= 0);
  return sum(reaching.length >= seats ? reaching : standing);
}
