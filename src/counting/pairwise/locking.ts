import { resultsAbove } from "../above.ts";
import type { Results } from "../results.ts";
import { followTies } from "../ties.ts";
import {
  aboveIn,
  isAbove,
  isOpen,
  type Locked,
  lock,
  matrixOf,
  nothingLocked,
  textOf,
  type Victory,
} from "./locked.ts";

type Locking = { readonly size: number; readonly seats: number; readonly branchesMax: number };

type LockedResults = {
  /** Of all orders together. */
  readonly total: Results;
  /** How many orders end apart. */
  readonly results: number;
  readonly isCut: boolean;
};

/** The groups before `group` are locked, and what is undisputed of it; `disputed` is the rest. */
type State = { readonly locked: Locked; readonly group: number; readonly disputed: readonly Victory[] };

/**
 * Locks the groups one after the other, each group in every order. An order is followed to its end before the next one,
 * so that orders that can change nothing any more are known early, and left out.
 */
export function lockInEveryOrder(groups: readonly Victory[][], locking: Locking): LockedResults {
  const { size, seats, branchesMax } = locking;
  const nothing = nothingLocked(size);
  // A state is worked out when it is met, and not before: most are left out.
  const found = followTies<() => State>([once(() => settled(nothing, groups, 0, size))], {
    order: "depthFirst",
    branchesMax,
    keyOf: (state) => keyOf(state()),
    advance(of) {
      const state = of();
      if (state.group === groups.length) return { ended: lockedResult(state.locked, locking) };
      return { next: state.disputed.map((victory) => once(() => lockedOn(state, victory, groups, size))) };
    },
    cutOffRest: (state) => lockedResult(state().locked, locking),
    cutOff: (state) => lockedResult(state().locked, locking),
    bound: {
      of: (state) => resultsAbove(size, seats, aboveIn(state().locked, size)),
      aboveIn: (state) => matrixOf(state().locked, size),
      settled: () => undefined,
    },
  });
  const total = found.total ?? lockedResult(nothing, locking);
  return { total, results: found.results.length, isCut: found.isCut };
}

/** A state with one more victory locked, and what is undisputed after it. */
function lockedOn({ locked, group }: State, victory: Victory, groups: readonly Victory[][], size: number) {
  return settled(lock(locked.slice(), victory, size), groups, group, size);
}

/** Locks the groups one after the other, of each group only what no order would pass over. */
export function lockTogether(groups: readonly Victory[][], locking: Locking): LockedResults {
  const locked = nothingLocked(locking.size);
  for (const group of groups) lockUndisputed(locked, group, locking.size);
  return { total: lockedResult(locked, locking), results: 1, isCut: false };
}

/** Locks on from a group, up to the first one in which something is disputed. It uses up `locked`. */
function settled(locked: Locked, groups: readonly Victory[][], from: number, size: number): State {
  for (let group = from; group < groups.length; group++) {
    const disputed = lockUndisputed(locked, groups[group] ?? [], size);
    if (disputed.length > 0) return { locked, group, disputed };
  }
  return { locked, group: groups.length, disputed: [] };
}

/** Locks those of a group that can close no cycle, whatever else of the group is locked before. Returns the others. */
function lockUndisputed(locked: Locked, group: readonly Victory[], size: number): readonly Victory[] {
  const open = group.filter((victory) => isOpen(locked, victory, size));
  if (open.length === 0) return open;
  if (open.length > 1) {
    const everything = locked.slice();
    for (const victory of open)
      if (!isAbove(everything, victory.winner, victory.loser, size)) lock(everything, victory, size);
    for (const victory of open)
      if (!isAbove(everything, victory.loser, victory.winner, size)) lock(locked, victory, size);
  } else for (const victory of open) lock(locked, victory, size);
  return open.filter((victory) => isOpen(locked, victory, size));
}

function lockedResult(locked: Locked, { size, seats }: Locking): Results {
  return { ...resultsAbove(size, seats, aboveIn(locked, size)), above: matrixOf(locked, size) };
}

const keyOf = ({ locked, group }: State) => `${group}/${textOf(locked)}`;

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
