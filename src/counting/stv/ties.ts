import type { CountStep } from "../steps/count-step.ts";

/** What a count does when it cannot go on by itself: it is complete, or a lot has to pick one of those tied. */
export type Halt<S> =
  | { readonly type: "complete"; readonly elected: readonly number[] }
  | {
      readonly type: "tied";
      readonly action: "exclude" | "transfer";
      readonly tied: readonly number[];
      /** The state after the lot has picked. */
      readonly picking: (picked: number) => S;
    };

export type Leg<S, L> = { readonly halt: Halt<S>; readonly log: L };

/** A count that can be followed through every way that an open tie may fall. */
export type Branching<S, L> = {
  /** Counts on from a state, which it may use up, to where it halts. */
  advance(state: S): Leg<S, L>;
  /** Tells states apart: equal keys go on alike. */
  keyOf(state: S): string;
  /** Who is elected already. */
  electedIn(state: S): readonly number[];
  /** Who may still be elected, those elected included. */
  electableIn(state: S): readonly number[];
  stepsOf(log: L): readonly CountStep[];
  nameOf(nominee: number): string;
  /** How many branches are followed. */
  readonly branchesMax: number;
};

/** Elected in every branch, and elected in at least one. */
type Fate = { readonly always: ReadonlySet<number>; readonly sometimes: ReadonlySet<number> };

export type Followed<L> = Fate & {
  /** The count up to its end, or to the first tie that papers and rule leave open. */
  readonly trunk: L;
  /** The steps of the trunk, then of each branch under its number. */
  readonly explanation: readonly CountStep[];
};

/**
 * Follows a count through all branches of its open ties, equal states once. Beyond `branchesMax` states a
 * branch is left unexplored: whoever is not elected there already counts as open, so that the answer stays true.
 */
export function followTies<S, L>(start: S, count: Branching<S, L>): Followed<L> {
  const known = new Map<string, { branch: number; fate: Fate }>();
  const explanation: CountStep[] = [];
  let branches = 0;

  const fateOf = (leg: Leg<S, L>, branch: number): Fate => {
    const { halt, log } = leg;
    explanation.push(...count.stepsOf(log));
    if (halt.type === "complete") return { always: new Set(halt.elected), sometimes: new Set(halt.elected) };
    // The step is written before its branches, and filled in as they are followed.
    const followedBy: { picked: string; branch: number }[] = [];
    const { action, tied } = halt;
    explanation.push({
      type: "TieFollowed",
      data: { branch, action, tied: tied.map(count.nameOf), branches: followedBy },
    });
    const fates = tied.map((picked) => {
      const followed = follow(halt.picking(picked));
      followedBy.push({ picked: count.nameOf(picked), branch: followed.branch });
      return followed.fate;
    });
    return together(fates);
  };
  const follow = (state: S) => {
    const key = count.keyOf(state);
    const met = known.get(key);
    if (met) return met;
    const branch = ++branches;
    if (branch > count.branchesMax) {
      const always = count.electedIn(state).map(count.nameOf);
      explanation.push({
        type: "BranchUnexplored",
        data: { branchesMax: count.branchesMax, branch, elected: always },
      });
      return {
        branch,
        fate: { always: new Set(count.electedIn(state)), sometimes: new Set(count.electableIn(state)) },
      };
    }
    explanation.push({ type: "BranchFollowed", data: { branch } });
    const found = { branch, fate: fateOf(count.advance(state), branch) };
    known.set(key, found);
    return found;
  };

  const trunk = count.advance(start);
  const fate = fateOf(trunk, 0);
  return { ...fate, trunk: trunk.log, explanation };
}

function together(fates: readonly Fate[]): Fate {
  const [first, ...others] = fates;
  const always = [...(first?.always ?? [])].filter((one) => others.every((fate) => fate.always.has(one)));
  return { always: new Set(always), sometimes: new Set(fates.flatMap((fate) => [...fate.sometimes])) };
}
