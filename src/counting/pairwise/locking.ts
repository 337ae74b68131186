import { resultsAbove } from "../above.ts";
import type { Results } from "../results.ts";
import { followTies } from "../ties.ts";

export type Victory = {
  readonly winner: number;
  readonly loser: number;
  readonly strength: bigint;
  /** Papers against it, where they decide between equal victories. */
  readonly against: bigint;
};

/** Who is above whom by the victories locked so far, row by row, chains included. */
type Locked = Uint8Array;

type Locking = { readonly size: number; readonly seats: number; readonly branchesMax: number };

type LockedResults = { readonly results: readonly Results[]; readonly isCut: boolean };

/** Locks the groups one after the other, each group in every order. */
export function lockInEveryOrder(groups: readonly Victory[][], locking: Locking): LockedResults {
  const { size, branchesMax } = locking;
  const resultOf = (locked: Locked) => lockedResult(locked, locking);
  let states: Locked[] = [new Uint8Array(size * size)];
  let followed = 0;
  for (const group of groups) {
    const settled = new Map<string, Locked>();
    /** Locks what is undisputed. A state without disputed victories is settled; any other is a branch. */
    const branchOf = (state: Locked): Locked[] => {
      const locked = lockUndisputed(state, group, size);
      if (group.some((victory) => isOpen(locked, victory, size))) return [locked];
      settled.set(keyOf(locked), locked);
      return [];
    };
    const disputed = (locked: Locked) => group.filter((victory) => isOpen(locked, victory, size));
    const branches = followTies(states.flatMap(branchOf), {
      order: "depthFirst",
      branchesMax: branchesMax - followed,
      keyOf,
      advance: (locked) => ({
        next: disputed(locked).flatMap((victory) => branchOf(lock(locked, victory, size))),
      }),
      cutOff: resultOf,
    });
    states = [...settled.values()];
    if (branches.isCut) return { results: [...states.map(resultOf), ...branches.results], isCut: true };
    followed += branches.followed;
  }
  return { results: states.map(resultOf), isCut: false };
}

/** Locks the groups one after the other, of each group only what no order would pass over. */
export function lockTogether(groups: readonly Victory[][], locking: Locking): LockedResults {
  const nothing: Locked = new Uint8Array(locking.size ** 2);
  const locked = groups.reduce((state, group) => lockUndisputed(state, group, locking.size), nothing);
  return { results: [lockedResult(locked, locking)], isCut: false };
}

function lockedResult(locked: Locked, { size, seats }: Locking): Results {
  return { ...resultsAbove(size, seats, (a, b) => locked[a * size + b] === 1), above: locked };
}

function keyOf(locked: Locked): string {
  return locked.join("");
}

/** Locks those of a group that can close no cycle, whatever else of the group is locked before. */
function lockUndisputed(state: Locked, group: readonly Victory[], size: number): Locked {
  let locked = state;
  const open = group.filter((victory) => isOpen(state, victory, size));
  let everything = state;
  for (const victory of open) everything = lock(everything, victory, size);
  for (const victory of open)
    if (everything[victory.loser * size + victory.winner] === 0) locked = lock(locked, victory, size);
  return locked;
}

function isOpen(locked: Locked, { winner, loser }: Victory, size: number): boolean {
  return locked[winner * size + loser] === 0 && locked[loser * size + winner] === 0;
}

/** With one victory more, and the chains that it completes. */
function lock(state: Locked, { winner, loser }: Victory, size: number): Locked {
  const locked = state.slice();
  for (let from = 0; from < size; from++) {
    if (from !== winner && state[from * size + winner] === 0) continue;
    for (let to = 0; to < size; to++)
      if (to === loser || state[loser * size + to] === 1) locked[from * size + to] = 1;
  }
  return locked;
}
